import type { Plan } from '@woonzorgzones/core/model';
import type { PlanCriteria, Rebalance, Repair, RepairableCriterion, ZoneCriteria } from '@woonzorgzones/core/zoning';

/** [longitude, latitude, …] in WGS84, as the map gives them. */
export type LonLats = readonly number[];

/** What the drawing table is asked. A stroke begins with the first of its kind and ends with 'drop' or 'take-back'. */
export type TableAsk =
  /** The plan as it stands; what is being drawn is let go. */
  | { readonly kind: 'open'; readonly hash: string; readonly plan: Plan }
  /** A round brush on its way; `to` is a zone, null is "nog niet toegewezen". */
  | { readonly kind: 'paint'; readonly to: string | null; readonly line: LonLats; readonly radiusMetres: number }
  /** All blocks whose middle lies in a ring. */
  | { readonly kind: 'fill'; readonly to: string | null; readonly ring: LonLats }
  /** Takes hold of the border nearest to a place. */
  | { readonly kind: 'hold-border'; readonly at: LonLats; readonly withinMetres: number }
  /** The held border follows to here; what it passed over goes to the zone behind it, and comes back with it. */
  | { readonly kind: 'pull-border'; readonly at: LonLats; readonly radiusMetres: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'take-back' }
  /** Which blocks a line cuts. */
  | { readonly kind: 'cut'; readonly line: LonLats }
  | { readonly kind: 'repairs'; readonly zone: string }
  | { readonly kind: 'rebalance'; readonly blocks: readonly string[] };

/** A zone as it looks now. */
export interface TableZone {
  readonly id: string;
  readonly name: string;
  readonly locked: boolean;
  readonly inhabitants: number;
  readonly coordinates: readonly (readonly (readonly (readonly [lon: number, lat: number])[])[])[];
}

/** The criteria of the zones that changed, and what all come to together. */
type CriteriaChange = Omit<PlanCriteria, 'zones'> & { readonly zones: readonly ZoneCriteria[] };

/** Blocks that a stroke gave to a zone. */
export interface DrawnShift {
  readonly to: string | null;
  readonly blocks: readonly string[];
}

export type TableReply =
  | { readonly kind: 'opened'; readonly plan: Plan; readonly zones: readonly TableZone[]; readonly criteria: PlanCriteria }
  | { readonly kind: 'drawn'; readonly zones: readonly TableZone[]; readonly criteria: CriteriaChange; readonly spared: readonly string[] }
  | { readonly kind: 'border-held'; readonly zones: readonly [string | null, string | null] | null; readonly locked: readonly string[] }
  /** What the stroke came to; `touched`: how many blocks it met, `spared`: locked zones it passed over, by id. */
  | { readonly kind: 'dropped'; readonly shifts: readonly DrawnShift[]; readonly touched: number; readonly spared: readonly string[] }
  | { readonly kind: 'cut'; readonly line: readonly number[]; readonly cuts: readonly { readonly block: string; readonly parts: number }[]; readonly spared: readonly string[] }
  | { readonly kind: 'repairs'; readonly zone: string; readonly repairs: Readonly<Record<RepairableCriterion, readonly Repair[]>> }
  | { readonly kind: 'rebalanced'; readonly proposal: Rebalance | null }
  /** The dataset could not be had. */
  | { readonly kind: 'lost' };
