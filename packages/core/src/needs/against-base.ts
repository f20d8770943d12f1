import type { CategoryId, Count, FacilityFunction, LivingForm } from '../model/index.ts';
import type { Gap } from './gap.ts';
import type { FunctionPresence } from './area-figures.ts';

/** People whose nearest facility of a kind comes to lie further or nearer. */
export interface ChangedWays {
  readonly persons: number;
  readonly from75: Count;
  readonly from80: Count;
  /** Mean walk of those who have one both before and after; null where nobody has. */
  readonly meanMetresBefore: number | null;
  readonly meanMetresAfter: number | null;
  readonly farthestMetresAfter: number | null;
  /** Among them, those who have no way at all any more, or had none before. */
  readonly withoutWay: number;
}

/** Who loses and who gains by a scenario, for one kind of facility, in one zone (null: in none) or in the whole municipality. */
export interface WayChange {
  readonly category: CategoryId;
  readonly kind: 'zone' | 'unassigned' | 'municipality';
  readonly zone: string | null;
  readonly longer: ChangedWays;
  readonly shorter: ChangedWays;
}

/** One figure before and after, and what it differs by; unknown where one of them is. */
export interface FigureChange {
  readonly before: Count;
  readonly after: Count;
  readonly difference: Count;
}

export interface NeedAgainst {
  readonly norm: string;
  readonly required: FigureChange;
  readonly present: FigureChange;
  readonly missing: FigureChange;
  readonly reachable: FigureChange;
}

export interface CoverageAgainst {
  readonly norm: string;
  readonly persons: FigureChange;
  readonly within: FigureChange;
  readonly beyond: FigureChange;
}

export interface AreaAgainst {
  readonly kind: 'zone' | 'unassigned' | 'municipality';
  readonly zone: string | null;
  readonly inhabitants: FigureChange;
  readonly from75: FigureChange;
  /** Every norm of the scenario, in its order. */
  readonly needs: readonly NeedAgainst[];
  readonly coverage: readonly CoverageAgainst[];
  /** Every rule of local need of the scenario, its middle estimate. */
  readonly localNeeds: readonly { readonly rule: string; readonly estimate: FigureChange }[];
  readonly forms: readonly { readonly form: LivingForm; readonly needed: FigureChange; readonly present: FigureChange; readonly missing: FigureChange }[];
  readonly functions: readonly { readonly function: FacilityFunction; readonly before: FunctionPresence['state']; readonly after: FunctionPresence['state'] }[];
  readonly gapsBefore: number;
  readonly gapsAfter: number;
}

/** What a scenario changes, area by area, and for whom a way becomes longer or shorter. */
export interface AgainstBase {
  /** Zones in the order of the plan, then what is not assigned, then the municipality. */
  readonly areas: readonly AreaAgainst[];
  /** Gaps of the base that are none any more, and gaps that were none, each in the order of its analysis. */
  readonly gapsClosed: readonly Gap[];
  readonly gapsOpened: readonly Gap[];
  /** Per kind of facility that changed, per zone where somebody's way did. */
  readonly ways: readonly WayChange[];
}
