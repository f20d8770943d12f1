import type { AgeBand, AgeRate, AmountNorm, CategoryId, Count, NeedSettings, NormStatus, PopulationRecord, SourceFile } from '../model/index.ts';
import type { DistanceBasis } from '../network/straight-line.ts';
import type { AgainstBase } from './against-base.ts';
import type { AreaFunctions, NeedBand, ReachableSupply, SupplyByDate } from './area-figures.ts';
import type { Figure, Range, Reservation } from './figure.ts';
import type { Gap } from './gap.ts';
import type { AreaHousing, AreaVulnerability, LocalNeed } from './local-analysis.ts';

/**
 * What a plan means for the people in it: per zone who live there, what they need, what there is and what is missing.
 * Plain values throughout, so that it is its own JSON; every figure names the year, the way it was had and its files.
 */
export interface PlanAnalysis {
  readonly provenance: Provenance;
  /** The bands of every `byBand`. */
  readonly bands: readonly AgeBand[];
  /** The whole municipality; facilities outside its blocks are not in it. */
  readonly municipality: AreaAnalysis;
  /** In the order of the plan. */
  readonly zones: readonly ZoneAnalysis[];
  /** The blocks that are in no zone yet, taken together. */
  readonly unassigned: AreaAnalysis;
  /** Facilities that lie in no block, by category: in no sum, but within reach for coverage. */
  readonly facilitiesOutside: readonly CategorySupply[];
  /** What is missing in the zones and in what is not assigned, most persons of 75 and older first. */
  readonly gaps: readonly Gap[];
  /** Every figure against the plan as it stands, or against the scenario this one rests on; absent where this is the plan as it stands. */
  readonly against?: AgainstBase | undefined;
}

export interface ZoneAnalysis extends AreaAnalysis {
  readonly zone: string;
  readonly name: string;
}

export interface AreaAnalysis {
  readonly blocks: number;
  readonly addresses: number;
  readonly inhabitants: Figure;
  /** Standard deviation of the inhabitants, in persons, where they were modelled; 0 where they were measured. */
  readonly inhabitantsDeviation: number;
  /** Aligned with the bands of the analysis. */
  readonly byBand: readonly Count[];
  /** Inhabitants of 75 and older; unknown where the age bands cut across 75. */
  readonly from75: Figure;
  /** How far these may be off, where they were modelled; null where nothing else was drawn. */
  readonly spread: AreaSpread | null;
  /** Who will live there in each later year of which there are municipal ages, ascending: each band grown as in the municipality. */
  readonly projections: readonly Projection[];
  /** Every category, in the order of the category tree. */
  readonly facilities: readonly CategorySupply[];
  /** One per amount norm, in the order of the norm set. */
  readonly needs: readonly Need[];
  /** One per distance norm, in the order of the norm set. */
  readonly coverage: readonly Coverage[];
  /** One per rule of local need, in the order of the norm set. */
  readonly localNeeds: readonly LocalNeed[];
  readonly vulnerability: AreaVulnerability;
  readonly housing: AreaHousing;
  /** The three functions: activiteitscentrum, coördinatiepunt, zorgkruispunt. */
  readonly functions: AreaFunctions;
  /** What of the supply is recognised, and what will open or close later; only categories that occur. */
  readonly supplyByDate: readonly SupplyByDate[];
}

/** What other draws of who lives where make of the figures of an area. */
export interface AreaSpread {
  readonly inhabitants: Range;
  /** Aligned with the bands of the analysis. */
  readonly byBand: readonly Range[];
  /** Null where the age bands cut across 75. */
  readonly from75: Range | null;
}

/** The people of an area in a later year; fractions of persons, which add up to the municipal table. */
export interface Projection {
  readonly year: number;
  readonly inhabitants: number;
  /** Aligned with the bands of the analysis. */
  readonly byBand: readonly number[];
}

export interface Provenance {
  /** Hash of the municipality. */
  readonly dataset: string;
  readonly municipality: { readonly code: string; readonly name: string; readonly fictitious: boolean };
  /** `own`: the plan's own copy, not a shipped set. */
  readonly normSet: { readonly id: string; readonly name: string; readonly version: number; readonly own: boolean };
  readonly need: NeedSettings;
  /** The scenario that was reckoned with; absent, the plan as it stands. */
  readonly scenario?: { readonly id: string; readonly name: string } | undefined;
  /** The year whose inhabitants and facilities are counted. */
  readonly referenceYear: number;
  readonly population: PopulationRecord;
  readonly sources: readonly SourceFile[];
  readonly distances: DistanceBasis;
}

/** What there is of one category in an area, among the facilities that are open in the reference year. */
export interface CategorySupply {
  readonly category: CategoryId;
  /** Unknown where the files speak of no facility of this category at all. */
  readonly facilities: Figure;
  /** Sum of capacities; unknown as soon as one of them is. */
  readonly capacity: Figure;
  readonly withoutCapacity: number;
}

/** What one amount norm asks of an area, what there is, and what is missing. */
export interface Need {
  readonly norm: string;
  readonly category: CategoryId;
  readonly unit: AmountNorm['unit'];
  readonly status: NormStatus;
  /** For the municipality rounded as the norm says; for its parts the exact share, so that they add up to `derivation.exact`. */
  readonly required: Figure;
  /** What the norm would ask of the ages of the reference year, rounded the same way: to see growth, or where the year asked is missing. */
  readonly requiredNow: Figure;
  readonly present: Figure;
  /** Required less present, never under 0. */
  readonly missing: Figure;
  /** Present over required, 0 to 1 and above; not applicable where nothing is required. */
  readonly filledShare: Count;
  /** How `required` was had; null where it could not be. */
  readonly derivation: Derivation | null;
  readonly reservations: readonly Reservation[];
  /** What people of the area can use by reach, on either side of its border; beside `present`, in no sum. */
  readonly reachable: ReachableSupply;
  /** How far this may be off by who lives where; null where nothing was drawn or the figure is not known. */
  readonly band: NeedBand | null;
}

/** The working of a requirement, line by line. */
export interface Derivation {
  readonly yearAsked: number;
  readonly yearUsed: number;
  /** For an area that shares in the municipality's requirement: how its share was had. */
  readonly split: Split | 'whole';
  readonly lines: readonly DerivationLine[];
  /** Sum of the lines, at least the norm's minimum for the municipality, before rounding. */
  readonly exact: number;
  /** The norm's least for a municipality, where it decided; else null. */
  readonly raisedTo: number | null;
  readonly rounding: AmountNorm['rounding'];
}

/** How the municipality's requirement is shared out over zones. */
export type Split = NeedSettings['split'];

/** persons × count / per = amount. Persons of a zone are its share of the municipality's projected persons. */
export interface DerivationLine extends AgeRate {
  readonly persons: number;
  readonly amount: number;
}

/** For whom one distance norm is met in an area. */
export interface Coverage {
  readonly norm: string;
  readonly category: CategoryId;
  readonly status: NormStatus;
  readonly withinMetres: number;
  /** For whom it is measured; null is everybody. */
  readonly ages: AgeBand | null;
  /** Persons of these ages whose distance is known. */
  readonly persons: Figure;
  readonly within: Figure;
  readonly beyond: Figure;
  /** Within over persons, 0 to 1; not applicable where there is nobody. */
  readonly share: Count;
  readonly reservations: readonly Reservation[];
  /** What other draws of who lives where make of `beyond`; null where nothing was drawn. */
  readonly band: Range | null;
}
