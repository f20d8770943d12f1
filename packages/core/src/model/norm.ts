import type { AgeBand } from './age.ts';
import type { CategoryId } from './categories.ts';
import type { FacilityFunction } from './facility.ts';
import type { SuitabilityRule } from './housing.ts';
import type { LocalNeedRule } from './local-need.ts';
import type { UrbanClass } from './need-settings.ts';
import type { NormSource, NormStatus } from './norm-source.ts';

interface NormBase {
  readonly id: string;
  readonly label: { readonly nl: string; readonly en: string };
  readonly category: CategoryId;
  readonly status: NormStatus;
  readonly source: NormSource;
  /** Years in which the norm was in force; null is open. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
  readonly note: string | null;
  /** Where it holds; absent, everywhere. */
  readonly condition?: NormCondition | undefined;
}

/** Of which municipalities a norm speaks: those of some urban classes, or of a density of inhabitants. */
export type NormCondition =
  | { readonly kind: 'urban-class'; readonly classes: readonly UrbanClass[] }
  /** Inhabitants per km², from and including `from`, under `below`; null is open. */
  | { readonly kind: 'density'; readonly from: number | null; readonly below: number | null };

/** What one age bracket asks for: `count` for every `per` persons, as the source writes it ("23 per 100", "0,8 per 3.000"). */
export interface AgeRate extends AgeBand {
  readonly count: number;
  readonly per: number;
}

/** How many are required: Flemish programmatie. */
export interface AmountNorm extends NormBase {
  readonly kind: 'amount';
  /** What is counted: places or dwellings (the capacity of facilities), hours, or the facilities themselves. */
  readonly measure: 'capacity' | 'facilities';
  readonly unit: 'plaatsen' | 'woningen' | 'uren' | 'centra' | 'huisartsen' | 'apotheken' | 'hectare';
  readonly rule:
    | { readonly kind: 'per-age'; readonly rates: readonly AgeRate[] }
    | { readonly kind: 'per-slice'; readonly inhabitants: number }
    /** So much of what another norm of the set asks, bracket by bracket. */
    | { readonly kind: 'share-of-norm'; readonly norm: string; readonly share: number };
  /** 'begun-slice' counts a begun slice as whole; 'up' rounds the end result up. */
  readonly rounding: 'none' | 'up' | 'nearest' | 'begun-slice';
  /** Least for a municipality, 0 where there is none. */
  readonly minimum: number;
  readonly level: 'gemeente' | 'regionale-stad' | 'zone';
  /** Years ahead of the base year whose population counts (programmatie: +5; gezinszorg: +1). */
  readonly projectionOffset: number;
}

/** How near it should be: the share of persons within a distance. */
export interface DistanceNorm extends NormBase {
  readonly kind: 'distance';
  /** Walking metres, inclusive. */
  readonly withinMetres: number;
  /** For whom it is measured; null is everybody. */
  readonly ages: AgeBand | null;
  /** Only facilities of at least this capacity count (a park of 1 ha); absent, all. */
  readonly leastCapacity?: number | undefined;
  /** Only facilities with this function count, of whatever category; absent, those of the category. */
  readonly function?: FacilityFunction | undefined;
  /** A time to respond, which with a speed makes `withinMetres`; absent for a plain distance. */
  readonly response?: { readonly minutes: number; readonly kilometresPerHour: number } | undefined;
}

export type Norm = AmountNorm | DistanceNorm;

export interface NormSet {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly norms: readonly Norm[];
  /** The years of plans it is meant for; absent, any. */
  readonly forYears?: { readonly from: number | null; readonly to: number | null } | undefined;
  /** What local need is estimated by; absent, nothing is. */
  readonly local?: readonly LocalNeedRule[] | undefined;
  /** By what dwellings are judged fit for living on with a care need: the first rule that holds decides; absent, they are not judged. */
  readonly suitability?: readonly SuitabilityRule[] | undefined;
}
