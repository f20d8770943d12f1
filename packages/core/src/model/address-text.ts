/** An address as one line of text, taken apart. */
export interface AddressText {
  readonly street: string;
  /** House number with its letter and without its box: "12", "12A", "12-14"; null where there is none. */
  readonly number: string | null;
  readonly postcode: string | null;
  /** Municipality or part of it, as written. */
  readonly place: string | null;
}

const postcodeAndPlace = /(?:^|[\s,;/–-])(?:B\s?-\s?)?([1-9]\d{3})\s+(\p{L}[^\d]*)$/u;
const lastComma = /^(.+\d\S*(?:\s*(?:bus|bte|b)\.?\s*\S+)?)\s*[,;]\s*(\p{L}[^\d,;]*)$/iu;
const houseNumber = /^(.*?[^\d\s].*?)[\s,]+(\d+\s?[a-z]?(?:\s?-\s?\d+\s?[a-z]?)?)(?:(?:\s*[/_]\s*|\s*,?\s*(?:bus|bte|boite|b)\.?\s*)\S+)*$/iu;

/**
 * Takes an address as people write it apart: "Kerkstr. 12 bus 3, 3600 Genk", "Kerkstraat 12A - B-3600 Genk", "Kerkstraat 12, Genk".
 * A street may have a number in its own name ("11 Novemberlaan 5"): the last one is that of the house.
 */
export function readAddressText(text: string): AddressText {
  let rest = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  let postcode: string | null = null;
  let place: string | null = null;
  const ending = postcodeAndPlace.exec(rest);
  const comma = ending === null ? lastComma.exec(rest) : null;
  if (ending !== null) {
    [postcode, place] = [ending[1]!, ending[2]!.trim()];
    rest = rest.slice(0, ending.index);
  } else if (comma !== null) {
    [rest, place] = [comma[1]!, comma[2]!.trim()];
  }
  rest = rest.replace(/[\s,;/–-]+$/u, '');
  const numbered = houseNumber.exec(rest);
  if (numbered === null) return { street: rest, number: null, postcode, place };
  return { street: numbered[1]!.replace(/[\s,]+$/u, ''), number: numbered[2]!.replace(/\s/g, '').toUpperCase(), postcode, place };
}

/** Lower case without accents; what is neither letter nor digit parts words. */
export const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** Words that Flemish lists cut short, whole. */
const wholeWords: Readonly<Record<string, string>> = {
  st: 'sint', ste: 'sinte', dr: 'dokter', burg: 'burgemeester', prof: 'professor', kan: 'kanunnik', past: 'pastoor', gen: 'generaal', mgr: 'monseigneur',
  olv: 'onzelievevrouw', str: 'straat', stwg: 'steenweg', stw: 'steenweg', ln: 'laan', pl: 'plein', blvd: 'boulevard', av: 'avenue',
};

/** Ends of compounds that Flemish lists cut short: Kerkstr., Dumontln., Bosdr. */
const wordEnds: readonly (readonly [end: string, whole: string])[] = [
  ['steenwg', 'steenweg'], ['stwg', 'steenweg'], ['stw', 'steenweg'], ['str', 'straat'], ['ln', 'laan'], ['wg', 'weg'], ['dr', 'dreef'], ['pl', 'plein'], ['stg', 'steeg'],
];

function wholeWord(word: string): string {
  if (Object.hasOwn(wholeWords, word)) return wholeWords[word]!;
  const found = wordEnds.find(([end]) => word.length > end.length + 2 && word.endsWith(end));
  return found === undefined ? word : word.slice(0, -found[0].length) + found[1];
}

/**
 * The words of a street name without spelling: case, accents, hyphens, "St.-" and "Sint-", "str." and "straat" come out alike.
 * "O.L.Vrouwstraat" is taken for "Onze-Lieve-Vrouwstraat".
 */
export function streetWords(street: string): readonly string[] {
  const ours = street.normalize('NFC').replace(/\bO\.?\s?-?L\.?\s?-?V(\.|rouwe?)/giu, (_all, last: string) => `onze lieve v${last === '.' ? 'rouw ' : last.slice(0)}`);
  return wordsOf(ours).map(wholeWord);
}

/** One spelling per street: its words joined. */
export const streetKey = (street: string): string => streetWords(street).join('');
