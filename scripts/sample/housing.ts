import type { DwellingType, LivingForm, Ownership } from '../../packages/core/src/model/index.ts';
import type { Address } from './addresses.ts';
import { apportion } from './apportion.ts';
import { randomFrom } from './random.ts';
import { seed } from './town.ts';

/** Like dwellings of a block; null is what the invented register does not know. */
export interface SampleDwellings {
  readonly block: string;
  readonly type: DwellingType;
  readonly builtYear: number | null;
  readonly ownership: Ownership;
  readonly lift: boolean | null;
  readonly oneFloor: boolean | null;
  readonly groundFloor: boolean | null;
  readonly stepFree: boolean | null;
  readonly wheelchair: boolean | null;
  readonly dwellings: number;
}

/** Years of building around which a block is invented: mining garden cities, after the war, the seventies, newer. */
const decades = [1925, 1951, 1966, 1978, 1994, 2006] as const;

/**
 * The invented stock of a block: houses and flats as its addresses have them, of one time of building mostly, a seventh social
 * rent, a few new ones fit for living on. Of one block in nine nobody wrote down what the dwellings are like inside.
 */
export function dwellingsOf(blocks: readonly { readonly id: string }[], addresses: readonly Address[]): readonly SampleDwellings[] {
  const random = randomFrom(seed + 1);
  return blocks.flatMap(({ id }, block): SampleDwellings[] => {
    const here = addresses.filter((address) => address.block === block);
    const flats = here.filter(({ dwellings }) => dwellings > 1).reduce((sum, { dwellings }) => sum + dwellings, 0);
    const houses = here.filter(({ dwellings }) => dwellings === 1).length;
    const builtYear = decades[Math.floor(random() * decades.length)]! + Math.floor(random() * 8);
    const surveyed = random() > 1 / 9;
    const social = 0.05 + 0.25 * random() ** 2;
    const told = (answer: boolean): boolean | null => (surveyed ? answer : null);
    const kinds: readonly Omit<SampleDwellings, 'block' | 'builtYear' | 'dwellings'>[] = [
      { type: builtYear < 1960 ? 'rijwoning' : 'halfopen', ownership: 'eigenaar', lift: null, oneFloor: told(false), groundFloor: true, stepFree: told(false), wheelchair: told(false) },
      { type: 'halfopen', ownership: 'sociale-huur', lift: null, oneFloor: told(false), groundFloor: true, stepFree: told(false), wheelchair: told(false) },
      { type: 'open', ownership: 'eigenaar', lift: null, oneFloor: told(true), groundFloor: true, stepFree: told(builtYear > 1990), wheelchair: told(false) },
    ];
    const inHouses = houses === 0 ? [] : apportion(houses, [1 - social, social * 0.6, 0.22]);
    const flatKinds: readonly Omit<SampleDwellings, 'block' | 'builtYear' | 'dwellings'>[] = [
      { type: 'appartement', ownership: 'private-huur', lift: told(builtYear > 1970), oneFloor: told(true), groundFloor: told(false), stepFree: told(builtYear > 1990), wheelchair: told(false) },
      { type: 'appartement', ownership: 'sociale-huur', lift: told(false), oneFloor: told(true), groundFloor: told(false), stepFree: told(false), wheelchair: told(false) },
      { type: 'appartement', ownership: 'sociale-huur', lift: told(true), oneFloor: told(true), groundFloor: told(true), stepFree: told(true), wheelchair: told(true) },
    ];
    const inFlats = flats === 0 ? [] : apportion(flats, [1 - social, social * 0.7, social * 0.3]);
    const group = (kind: (typeof kinds)[number], dwellings: number): SampleDwellings[] => (dwellings === 0 ? [] : [{ block: id, builtYear: surveyed ? builtYear : null, ...kind, dwellings }]);
    return [...inHouses.flatMap((dwellings, kind) => group(kinds[kind]!, dwellings)), ...inFlats.flatMap((dwellings, kind) => group(flatKinds[kind]!, dwellings))];
  });
}

export interface SampleReserve {
  readonly name: string;
  readonly kind: 'kavel' | 'project';
  readonly wijk: number;
  /** Null where the number is not decided. */
  readonly dwellings: number | null;
  readonly year: number | null;
  readonly form: LivingForm | null;
}

/** Invented plots and projects; in Midden there are few, as the deck says ("beperkte woningreserve"). */
export const reserves: readonly SampleReserve[] = [
  { name: 'Project Molenpad (fictief)', kind: 'project', wijk: 7, dwellings: 42, year: 2010, form: 'verzorgd-wonen' },
  { name: 'Project Stationskwartier (fictief)', kind: 'project', wijk: 6, dwellings: 64, year: 2012, form: null },
  { name: 'Project Schansveld (fictief)', kind: 'project', wijk: 2, dwellings: 24, year: 2011, form: 'aanleunwonen' },
  { name: 'Kavels Tuinwijkrand (fictief)', kind: 'kavel', wijk: 27, dwellings: 18, year: null, form: null },
  { name: 'Project Zavelhof (fictief)', kind: 'project', wijk: 9, dwellings: 30, year: 2013, form: 'aanleunwonen' },
  { name: 'Kavels Mijnrand (fictief)', kind: 'kavel', wijk: 30, dwellings: 55, year: null, form: null },
  { name: 'Project Bodemveld (fictief)', kind: 'project', wijk: 22, dwellings: 36, year: 2014, form: 'levenslange-woning' },
  { name: 'Kavels Oostrand (fictief)', kind: 'kavel', wijk: 26, dwellings: 22, year: null, form: null },
  { name: 'Kavel Termienhof (fictief)', kind: 'kavel', wijk: 21, dwellings: 6, year: null, form: null },
  { name: 'Project Kolderhof (fictief)', kind: 'project', wijk: 13, dwellings: 28, year: 2012, form: 'aangepast-wonen' },
  { name: 'Terrein Sledderveld (fictief)', kind: 'kavel', wijk: 20, dwellings: null, year: null, form: null },
];
