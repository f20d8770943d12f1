/** Addresses by street and number with their place, whatever else a layer says of them. */
export interface SearchedAddresses {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly number[] }; readonly properties: { readonly id: string; readonly street: string; readonly number: string } }[];
}

export interface FoundAddress {
  readonly id: string;
  readonly label: string;
  readonly lon: number;
  readonly lat: number;
}

interface IndexedAddress extends FoundAddress {
  readonly street: string;
  readonly number: string;
}

/** "Sint-Jozefstraat" and "sint jozefstr" meet: no capitals, no accents, no signs. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

export function indexAddresses({ features }: SearchedAddresses): readonly IndexedAddress[] {
  return features
    .filter(({ properties }) => properties.street !== '')
    .map(({ geometry, properties: { id, street, number } }) => ({
      id,
      label: `${street} ${number}`.trim(),
      street: plain(street),
      number: plain(number),
      lon: geometry.coordinates[0]!,
      lat: geometry.coordinates[1]!,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl-BE', { numeric: true }) || (a.id < b.id ? -1 : 1));
}

/** What people write between the number and the box, and the postcode and town behind it: "12 bus 3, 3600 Genk". */
const boxWords = new Set(['bus', 'b', 'bte', 'boite']);

interface Asked {
  readonly street: readonly string[];
  /** With its letter or box run together: "12 a" and "12a" are alike. */
  readonly number: string;
}

/** Each way to read a query as street and number: a street may have a figure in its name, a number one behind it. */
function readings(query: string): readonly Asked[] {
  // Behind a comma stands the town, which is the one on screen.
  const words = plain(query.split(',')[0]!).split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  const numbered = words.flatMap((word, at): Asked[] => (at > 0 && /^\d/.test(word) ? [{ street: words.slice(0, at), number: together(words.slice(at)) }] : []));
  return [...numbered, { street: words, number: '' }];
}

const together = (parts: readonly string[]): string => parts.filter((part) => !boxWords.has(part)).join('');

/**
 * The first addresses that fit "street number": words of the street by their beginnings, then the number by its beginning.
 * The very number comes before longer ones, and a street that begins as asked before one that has the words further on. O(addresses).
 */
export function findAddresses(index: readonly IndexedAddress[], query: string, most: number): readonly FoundAddress[] {
  for (const reading of readings(query)) {
    const found = findAsked(index, reading, most);
    if (found.length > 0) return found;
  }
  return [];
}

function findAsked(index: readonly IndexedAddress[], { street, number }: Asked, most: number): readonly FoundAddress[] {
  const phrase = street.join(' ');
  const ranks: FoundAddress[][] = [[], [], [], []];
  for (const address of index) {
    const own = together(address.number.split(' '));
    if (!own.startsWith(number)) continue;
    const parts = address.street.split(' ');
    if (!street.every((word) => parts.some((part) => part.startsWith(word)))) continue;
    const rank = (address.street.startsWith(phrase) ? 0 : 2) + (number === '' || own === number ? 0 : 1);
    if (ranks[rank]!.length < most) ranks[rank]!.push(address);
    if (ranks[0]!.length === most) break;
  }
  return ranks.flat().slice(0, most);
}
