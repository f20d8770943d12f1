import type { AgeBand, CategoryId, Count, FacilityFunction, UrbanClass } from '../model/index.ts';
import type { ReasonCode } from '../network/reasons.ts';

/** How a figure was had: counted from files as they are, modelled from them, or modelled with distances as the crow flies. */
export type Method = 'measured' | 'modelled' | 'straight-line';

/** A figure with what it rests on. */
export interface Figure {
  readonly count: Count;
  readonly year: number;
  readonly method: Method;
  /** Positions in `Provenance.sources`, ascending. */
  readonly sources: readonly number[];
}

/** Why a figure could not be given, or how it departs from what was asked. */
export type Reservation =
  /** No age table of this year, nor years on both sides of it. */
  | { readonly code: 'year-not-given'; readonly year: number; readonly given: readonly number[] }
  /** The nearest table within the years given stands in for the year asked. */
  | { readonly code: 'nearest-year-used'; readonly year: number; readonly used: number }
  | { readonly code: 'no-age-table' }
  /** The age table of that year has classes that this bracket of the norm cuts in two. */
  | { readonly code: 'age-class-cut'; readonly bracket: AgeBand; readonly year: number }
  /** The dataset keeps people in bands that this bracket cuts in two. */
  | { readonly code: 'age-band-cut'; readonly bracket: AgeBand }
  | { readonly code: 'not-in-force'; readonly year: number; readonly validFrom: number | null; readonly validTo: number | null }
  /** The norm is for other municipalities: of these urban classes, or of this density of inhabitants per km². */
  | { readonly code: 'other-urban-class'; readonly classes: readonly UrbanClass[] }
  | { readonly code: 'other-density'; readonly inhabitantsPerSquareKilometre: number; readonly from: number | null; readonly below: number | null }
  /** The norm differs by urban class and nobody said which this municipality is. */
  | { readonly code: 'urban-class-not-chosen'; readonly classes: readonly UrbanClass[] }
  /** Persons who have only facilities of unknown size within the distance, where the norm asks for a least size. */
  | { readonly code: 'size-unknown'; readonly persons: number; readonly leastCapacity: number }
  /** No facility is known to have the function the norm speaks of. */
  | { readonly code: 'function-not-given'; readonly function: FacilityFunction }
  /** The files speak of no facility of this category at all. */
  | { readonly code: 'category-not-given'; readonly category: CategoryId }
  | { readonly code: 'capacity-unknown'; readonly facilities: number }
  /** Open facilities whose size was given as 0: they count as 0, which is more often a field left at 0 than an empty house. */
  | { readonly code: 'capacity-zero'; readonly facilities: number }
  /** Facilities left out of the supply because the files say they are not recognised. */
  | { readonly code: 'not-recognised'; readonly facilities: number }
  | { readonly code: 'nobody-concerned' }
  /** Inhabitants for whom no way to a facility was found: they count as beyond the distance. */
  | { readonly code: 'not-reached'; readonly reason: ReasonCode; readonly persons: number }
  /** Inhabitants of blocks without an address: they are in the totals, but their distance cannot be had. */
  | { readonly code: 'without-address'; readonly persons: number };

/** The least and the most of a number of persons over all draws, the figure itself among them. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
