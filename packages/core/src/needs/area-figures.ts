import type { CategoryId, Count, FacilityFunction, NormStatus } from '../model/index.ts';
import type { Range } from './figure.ts';

/** What other draws make of a requirement and of what is missing: the figure itself is in both ranges. */
export interface NeedBand {
  readonly required: Range;
  readonly missing: Range;
}

/** What the people of an area can use, whatever side of its border it stands, beside what stands in it. */
export interface ReachableSupply {
  /** In the unit of the norm. Unknown as soon as the size of a facility they can use is. */
  readonly amount: Count;
  /** What of it stands outside the area. */
  readonly fromElsewhere: Count;
  /** What stands in the area and is used by people of elsewhere. */
  readonly usedByOthers: Count;
  readonly withinMetres: number | null;
  readonly status: NormStatus;
  /** The distance norm the reach follows; null for an assumption. */
  readonly norm: string | null;
}

/** A facility that will open or close after the year of the picture. */
export interface DatedSupply {
  readonly facility: string;
  readonly year: number;
  /** Unknown when nobody gave it. */
  readonly capacity: Count;
}

/** One category of an area by what is sure of it and what is to come. Only categories with a facility, open or dated. */
export interface SupplyByDate {
  readonly category: CategoryId;
  /** Capacity that is recognised, known not to be, or of which nobody said. */
  readonly recognised: Count;
  readonly notRecognised: Count;
  readonly recognitionUnknown: Count;
  /** Ascending by year, then id. */
  readonly opening: readonly DatedSupply[];
  readonly closing: readonly DatedSupply[];
}

/** How one of the three functions stands in an area. */
export interface FunctionPresence {
  readonly function: FacilityFunction;
  /** 'present': in the area itself; 'elsewhere': in another; 'missing': nowhere; 'unknown': nobody does it by its kind, and no file says what any facility does. */
  readonly state: 'present' | 'elsewhere' | 'missing' | 'unknown';
  /** In the area, sorted by id. */
  readonly at: readonly { readonly facility: string; readonly by: 'data' | 'category' }[];
  /** The one its people of 75 and older are nearest to on average, whatever side of the border; null where there is none. */
  readonly nearest: { readonly facility: string; readonly meanMetres: number } | null;
}

/** The three functions of an area, and whether one building does them all. */
export interface AreaFunctions {
  readonly functions: readonly FunctionPresence[];
  /** 'one-building': one facility holds all three; 'spread': all three, over several; 'incomplete' where one is not present. */
  readonly arrangement: 'one-building' | 'spread' | 'incomplete';
}
