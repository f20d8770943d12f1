import { err, ok, type Result } from '../../model/result.ts';
import type { CostTable } from '../floating-catchment.ts';
import type { ProgramSolver } from './mixed-program.ts';

/** How hard to look: quickly and well, or until it is proven that nothing better exists. */
export type SitingEffort =
  /** Sites one by one, each time the one that helps most. */
  | { readonly kind: 'greedy' }
  /** Greedy, then exchanges of one site for another until none helps. */
  | { readonly kind: 'swap' }
  /**
   * Swap, then a proof. The solver stops after `seconds`; the host's clock or cancel button answers `goOn` between the steps of
   * the rest. What is stopped gives the best found and how far from proven it is.
   */
  | { readonly kind: 'exact'; readonly solver: ProgramSolver; readonly seconds: number; readonly goOn?: () => boolean };

/** Where to put facilities, and how good that is known to be. */
export interface Siting {
  /** Rows of the sites that are open, existing ones included, ascending. A site that adds nothing is not proposed. */
  readonly sites: readonly number[];
  readonly objective: number;
  /** Proven: no choice is better than this. */
  readonly bound: number;
  /** |objective − bound| over the larger of the two; 0 is proven best. */
  readonly gap: number;
  readonly proven: boolean;
  /** How many exchanges of one proposed site for another leave the objective as it is; null where that is not counted. */
  readonly equalExchanges: number | null;
  /** Row of the site that serves each demand, -1 where none does. */
  readonly servedBy: Int32Array;
  /** Demands no candidate and no existing site can serve. */
  readonly outOfReach: readonly number[];
}

export type SitingProblem =
  | { readonly code: 'no-sites' }
  | { readonly code: 'table-does-not-fit' }
  | { readonly code: 'weight-is-no-number'; readonly row: number }
  | { readonly code: 'cost-is-no-number'; readonly row: number }
  | { readonly code: 'fixed-site-unknown'; readonly site: number }
  | { readonly code: 'fewer-open-than-fixed'; readonly open: number; readonly fixed: number }
  | { readonly code: 'radius-is-no-number' }
  | { readonly code: 'nothing-in-reach' }
  | { readonly code: 'capacity-too-small'; readonly capacity: number; readonly needed: number }
  | { readonly code: 'no-plan-found' };

/** What every model is asked about: which sites stay open whatever is proposed, and how many may be open with them. */
export interface SitingChoice {
  readonly fixed: readonly number[];
  /** At most so many sites, the fixed ones included. */
  readonly open: number;
}

/** Checks that hold for every model; the fixed sites come back sorted and once each. */
export function checkSiting(table: CostTable, weight: Float64Array, { fixed, open }: SitingChoice): Result<readonly number[], SitingProblem> {
  const sites = table.first.length - 1;
  if (sites < 1) return err({ code: 'no-sites' });
  if (table.first[sites] !== table.demand.length || table.cost.length !== table.demand.length) return err({ code: 'table-does-not-fit' });
  for (const row of table.demand) if (row < 0 || row >= weight.length) return err({ code: 'table-does-not-fit' });
  const cost = table.cost.findIndex((value) => !(value >= 0 && value < Infinity));
  if (cost >= 0) return err({ code: 'cost-is-no-number', row: cost });
  const row = weight.findIndex((value) => !(value >= 0 && value < Infinity));
  if (row >= 0) return err({ code: 'weight-is-no-number', row });
  const unknown = fixed.find((site) => !Number.isInteger(site) || site < 0 || site >= sites);
  if (unknown !== undefined) return err({ code: 'fixed-site-unknown', site: unknown });
  const kept = [...new Set(fixed)].sort((a, b) => a - b);
  if (!(open >= kept.length && open >= 1)) return err({ code: 'fewer-open-than-fixed', open, fixed: kept.length });
  return ok(kept);
}

/** Two figures that differ by less than this share are the same: sums of floats in another order. */
const sameShare = 1e-9;

export function gapOf(objective: number, bound: number): number {
  const larger = Math.max(Math.abs(objective), Math.abs(bound));
  const gap = larger === 0 ? 0 : Math.abs(objective - bound) / larger;
  return gap <= sameShare ? 0 : gap;
}

/** Whether all values are whole, so that two objectives that differ differ by at least 1. */
export const areWhole = (values: Float64Array): boolean => values.every((value) => Number.isInteger(value));

/** How near best and bound must come before they are the same: just under 1 for whole objectives. */
export const provenWithin = (whole: boolean, objective: number): number => (whole ? 1 - 1e-6 : Math.max(1e-9, Math.abs(objective) * sameShare));

/** A bound from below on what can only be whole is whole itself. */
export const raisedBound = (bound: number, whole: boolean): number => (whole ? Math.ceil(bound - 1e-6) : bound);
