import type {
  AgeBand, Count, DwellingType, IndicatorUnit, LivingForm, LocalNeedKind, LocalNeedRule, NeedLevel, NormStatus, Ownership, Suitability,
} from '../model/index.ts';
import type { Figure, Reservation } from './figure.ts';

/** Three estimates of one thing: low ≤ middle ≤ high. */
export interface Estimate {
  readonly low: Figure;
  readonly middle: Figure;
  readonly high: Figure;
}

/** How many people of an area need something by their ages (and, where that is switched on, by how vulnerable they are). */
export interface LocalNeed {
  /** Id of the rule in the norm set. */
  readonly rule: string;
  readonly need: LocalNeedKind;
  readonly unit: LocalNeedRule['unit'];
  readonly status: NormStatus;
  /** Of the reference year. The parts add up to the municipality's. */
  readonly estimate: Estimate;
  /** The same in each later year of which there are ages, ascending. */
  readonly later: readonly { readonly year: number; readonly estimate: Estimate }[];
  readonly derivation: LocalDerivation | null;
  readonly reservations: readonly Reservation[];
}

/** The working of a local need: Σ persons × rate, and with vulnerability each block's persons times its factor. */
export interface LocalDerivation {
  readonly year: number;
  readonly lines: readonly LocalLine[];
  /** The estimate over what it would be without vulnerability; 1 where that is off or this rule does not go by it. */
  readonly factor: number;
}

/** persons × low (middle, high) / per, of persons weighted by vulnerability. */
export interface LocalLine extends AgeBand {
  readonly per: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly persons: number;
  /** The same persons, each times the factor of the block. */
  readonly weighted: number;
}

/** How vulnerable the people of an area are, and by what that is told. */
export interface AreaVulnerability {
  /** Mean factor over the inhabitants, 1 and above; unknown where the municipality has no indicators. */
  readonly factor: Count;
  /** One per indicator of the municipality, in its order. */
  readonly indicators: readonly AreaIndicator[];
}

export interface AreaIndicator {
  readonly indicator: string;
  readonly name: string;
  readonly unit: IndicatorUnit;
  readonly weight: number;
  /** Mean over the inhabitants of the blocks that have a value; unknown where none has. */
  readonly value: Figure;
  /** Inhabitants of blocks without a value: they count with the base norm. */
  readonly withoutValue: number;
}

/** What there is to live in, and what it is fit for. All unknown where no file lists dwellings. */
export interface AreaHousing {
  readonly dwellings: Figure;
  readonly bySuitability: Readonly<Record<Suitability, Figure>>;
  /** Types that occur in the municipality, in the order of the model, those nobody gave last. */
  readonly byType: readonly { readonly type: DwellingType | null; readonly dwellings: Figure }[];
  readonly byOwnership: readonly { readonly ownership: Ownership | null; readonly dwellings: Figure }[];
  /** Decades of building, ascending, those nobody gave last. */
  readonly byDecade: readonly { readonly decade: number | null; readonly dwellings: Figure }[];
  readonly reserve: AreaReserve;
  readonly forms: readonly FormBalance[];
  readonly reservations: readonly HousingReservation[];
}

/** Room for new dwellings. */
export interface AreaReserve {
  /** Sum over plots and projects; unknown as soon as one of them is, or where no file lists them. */
  readonly dwellings: Figure;
  readonly withoutNumber: number;
  /** Ids, in the order of the municipality's reserve. */
  readonly projects: readonly string[];
  /** Per year, ascending, those without a year last. */
  readonly byYear: readonly { readonly year: number | null; readonly dwellings: Count }[];
}

/** One of the four forms of living: what is needed, what there is, what is planned and what is missing. */
export interface FormBalance {
  readonly form: LivingForm;
  /** Rule of local need it goes by; null where the norms have none, and what is needed is unknown. */
  readonly rule: string | null;
  /** Of that rule; null without one. */
  readonly status: NormStatus | null;
  readonly needed: Estimate;
  readonly present: Figure;
  /** What plots and projects meant for this form will add. */
  readonly planned: Figure;
  /** Needed, at the level the plan goes by, less present; never under 0. What is planned is not there yet. */
  readonly missing: Figure;
  readonly level: NeedLevel;
}

export type HousingReservation =
  | { readonly code: 'no-dwellings-file' }
  | { readonly code: 'no-reserve-file' }
  | { readonly code: 'no-suitability-rules' }
  /** Dwellings about which a fact is missing that would decide. */
  | { readonly code: 'suitability-unknown'; readonly dwellings: number };
