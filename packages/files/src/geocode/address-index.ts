import { editDistance, streetKey, streetWords, wordsOf } from '@woonzorgzones/core/model';

/** An address to find others by. `postcode` and `place` are '' where the list does not give them. */
export interface ListedAddress {
  readonly street: string;
  /** "12", "12A", "12 bus 3". */
  readonly number: string;
  readonly postcode: string;
  readonly place: string;
  readonly x: number;
  readonly y: number;
}

/** A house on a street; boxes of one number are houses of their own. */
export interface House {
  readonly number: number;
  /** Letter behind the number, upper case, or ''. */
  readonly letter: string;
  readonly x: number;
  readonly y: number;
}

/** The houses of one street name in one postcode and place, by number. */
export interface Street {
  readonly key: string;
  readonly words: readonly string[];
  readonly postcode: string;
  /** One spelling of the place, or ''. */
  readonly place: string;
  readonly houses: readonly House[];
}

export interface AddressIndex {
  readonly byKey: ReadonlyMap<string, readonly Street[]>;
  /** Whether the list tells postcodes, so that one that is not in it lies elsewhere. */
  readonly hasPostcodes: boolean;
}

export const houseNumberOf = (text: string): Pick<House, 'number' | 'letter'> | null => {
  const found = /^(\d+)\s*([a-z](?![a-z]))?/i.exec(text.trim());
  return found === null ? null : { number: Number(found[1]), letter: (found[2] ?? '').toUpperCase() };
};

export const placeKey = (place: string): string => wordsOf(place).join('');

/** The streets of an address list, however they are spelt. O(n log n). */
export function indexAddresses(addresses: readonly ListedAddress[]): AddressIndex {
  const keyOf = new Map<string, string>();
  const grouped = Map.groupBy(addresses, ({ street, postcode, place }) => {
    let key = keyOf.get(street);
    if (key === undefined) keyOf.set(street, (key = streetKey(street)));
    return JSON.stringify([key, postcode, placeKey(place)]);
  });
  const streets = [...grouped].map(([, group]): Street => ({
    key: keyOf.get(group[0]!.street)!,
    words: streetWords(group[0]!.street),
    postcode: group[0]!.postcode,
    place: placeKey(group[0]!.place),
    houses: group
      .map(({ number, x, y }): House => ({ ...(houseNumberOf(number) ?? { number: Number.NaN, letter: '' }), x, y }))
      .sort((a, b) => (a.number || 0) - (b.number || 0) || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0) || a.x - b.x || a.y - b.y),
  }));
  return {
    byKey: Map.groupBy(streets.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)), ({ key }) => key),
    hasPostcodes: addresses.some(({ postcode }) => postcode !== ''),
  };
}

/** Slips of the pen that a name of this length may hold and still be told from others; a choice of this project. */
const slipsIn = (key: string): number => (key.length < 6 ? 0 : key.length < 11 ? 1 : 2);

const digitsIn = (key: string): string => key.replace(/\D+/g, ' ').trim();

/** Words that agree one by one, where a single letter stands for a word that begins with it: "A. Dumontlaan". */
function agreesByInitials(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.every((word, i) => {
    const other = others[i]!;
    return word === other || (i < words.length - 1 && (word.length === 1 || other.length === 1) && word[0] === other[0]);
  });
}

/**
 * Every street this name may mean: those of exactly this name; else those it abbreviates by initials; else those fewest slips
 * of the pen away. More than one name as near is no answer: all of them are given.
 */
export function streetsNamed({ byKey }: AddressIndex, name: string): readonly Street[] {
  const key = streetKey(name);
  if (key === '') return [];
  const exact = byKey.get(key);
  if (exact !== undefined) return exact;
  const words = streetWords(name);
  const byInitials = [...byKey.values()].flat().filter((street) => agreesByInitials(words, street.words));
  if (byInitials.length > 0) return byInitials;
  const digits = digitsIn(key);
  let least = slipsIn(key);
  let nearest: readonly Street[] = [];
  for (const [other, streets] of byKey) {
    const slips = editDistance(key, other, least);
    if (slips === null || digitsIn(other) !== digits) continue;
    nearest = slips < least || nearest.length === 0 ? streets : [...nearest, ...streets];
    least = slips;
  }
  return nearest;
}
