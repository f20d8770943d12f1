import { err, ok, type Result } from '../model/result.ts';
import type { Catchments } from './catchments.ts';
import { costInMetres, costInSeconds } from './nearest.ts';
import type { TravelNetwork } from './travel-network.ts';

/**
 * Pairs of a supply and a demand with the cost between them, grouped by supply: the demands of supply s are
 * demand[first[s]] up to demand[first[s + 1]]. Cost in metres or seconds, whatever the thresholds are in.
 */
export interface CostTable {
  readonly first: Int32Array;
  readonly demand: Int32Array;
  readonly cost: Float64Array;
}

/** Catchments as a table in metres, or in seconds at the traveller's speed. */
export function costTable(network: TravelNetwork, { first, address, cost }: Catchments, unit: 'metres' | 'seconds'): CostTable {
  const inUnit = unit === 'metres' ? costInMetres : costInSeconds;
  return { first, demand: address, cost: Float64Array.from(cost, (value) => inUnit(network, value) ?? Infinity) };
}

/** How much a supply counts for who lives at a cost from it. */
export type Decay =
  /** Fully, whatever the cost. */
  | { readonly kind: 'none' }
  /** The weight of the first step the cost is within, inclusive; nothing beyond the last (Luo and Qi 2009). */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly upTo: number; readonly weight: number }[] }
  /** exp(−d² / 2σ²). */
  | { readonly kind: 'gaussian'; readonly sigma: number }
  /** (max(d, least) / scale)^alpha, alpha below zero. */
  | { readonly kind: 'power'; readonly scale: number; readonly alpha: number; readonly least: number }
  /** 1 − d / reach, nothing beyond. */
  | { readonly kind: 'linear'; readonly reach: number }
  /** exp(−d / scale). */
  | { readonly kind: 'exponential'; readonly scale: number };

/** Weight of each pair; 0 beyond the largest cost, where nothing is worked out. */
export function decayWeights(cost: Float64Array, decay: Decay, maxCost = Infinity): Float64Array {
  const weights = new Float64Array(cost.length);
  switch (decay.kind) {
    case 'none':
      for (let i = 0; i < cost.length; i++) if (cost[i]! <= maxCost) weights[i] = 1;
      return weights;
    case 'steps': {
      const upTo = Float64Array.from(decay.steps, (step) => step.upTo), weight = Float64Array.from(decay.steps, (step) => step.weight);
      for (let i = 0; i < cost.length; i++) {
        const d = cost[i]!;
        if (!(d <= maxCost)) continue;
        for (let s = 0; s < upTo.length; s++) {
          if (d <= upTo[s]!) {
            weights[i] = weight[s]!;
            break;
          }
        }
      }
      return weights;
    }
    case 'gaussian': {
      const factor = -1 / (2 * decay.sigma * decay.sigma);
      for (let i = 0; i < cost.length; i++) if (cost[i]! <= maxCost) weights[i] = Math.exp(cost[i]! * cost[i]! * factor);
      return weights;
    }
    case 'power':
      for (let i = 0; i < cost.length; i++) if (cost[i]! <= maxCost) weights[i] = (Math.max(cost[i]!, decay.least) / decay.scale) ** decay.alpha;
      return weights;
    case 'linear':
      for (let i = 0; i < cost.length; i++) if (cost[i]! <= maxCost) weights[i] = Math.max(0, 1 - cost[i]! / decay.reach);
      return weights;
    case 'exponential':
      for (let i = 0; i < cost.length; i++) if (cost[i]! <= maxCost) weights[i] = Math.exp(-cost[i]! / decay.scale);
      return weights;
  }
}

export type FloatingMethod =
  /** Two-step, with a decay enhanced two-step: Luo and Wang 2003, Luo and Qi 2009. */
  | 'two-step'
  /** Three-step: people spread over the supplies they can reach by its decay: Wan, Zou and Sternberg 2012. */
  | 'three-step'
  /** Modified two-step: supply that is far is not used in full, the weight counts twice: Delamater 2013. */
  | 'modified'
  /** Balanced: each person counts once and each place is given out once: Paez, Higgins and Vivona 2019. */
  | 'balanced';

export interface FloatingRules {
  readonly method: FloatingMethod;
  readonly decay: Decay;
  /** Largest cost, inclusive, in the unit of the table. */
  readonly maxCost: number;
}

export interface SupplyInReach {
  /** Supply per person at each demand; 0 where none is in reach. */
  readonly perPerson: Float64Array;
  /** Supplies, by row, that nobody is in reach of: what they offer is counted for nobody. */
  readonly idle: readonly number[];
  /** Supplies, by row, whose size nobody gave; they are left out. */
  readonly unknown: readonly number[];
}

export type FloatingProblem =
  | { readonly code: 'demand-is-no-number'; readonly row: number }
  | { readonly code: 'supply-is-no-number'; readonly row: number }
  | { readonly code: 'table-does-not-fit' };

/**
 * How much supply each person has in reach when everybody else reaches for it too (places per person, doctors per head).
 * What is given out adds up to what there is, but for idle supply and the modified method, which leaves far supply unused.
 * Follows PySAL access 541de01 in what it counts: a threshold is inclusive, and the three-step's preference is over all pairs
 * of the table. Cost: two to four passes over the pairs.
 */
export function supplyInReach(table: CostTable, demand: Float64Array, supply: readonly (number | null)[], rules: FloatingRules): Result<SupplyInReach, FloatingProblem> {
  const problem = problemOf(table, demand, supply);
  if (problem !== null) return err(problem);
  const { first, demand: at } = table;
  const { used, given } = pairWeights(table, demand.length, rules);
  const perPerson = new Float64Array(demand.length);
  const idle: number[] = [], unknown: number[] = [];
  for (let s = 0; s < supply.length; s++) {
    const size = supply[s] ?? null;
    if (size === null) {
      unknown.push(s);
      continue;
    }
    const begin = first[s]!, end = first[s + 1]!;
    let asking = 0;
    // Most pairs of a table weigh nothing: their demand is not fetched.
    for (let i = begin; i < end; i++) if (used[i]! > 0) asking += demand[at[i]!]! * used[i]!;
    if (!(asking > 0)) {
      if (size > 0) idle.push(s);
      continue;
    }
    const ratio = size / asking;
    for (let i = begin; i < end; i++) if (given[i]! > 0) perPerson[at[i]!]! += ratio * given[i]!;
  }
  return ok({ perPerson, idle, unknown });
}

function problemOf({ first, demand: at, cost }: CostTable, demand: Float64Array, supply: readonly (number | null)[]): FloatingProblem | null {
  if (first.length !== supply.length + 1 || first[supply.length] !== at.length || cost.length !== at.length) return { code: 'table-does-not-fit' };
  // By number: an iterator over millions of pairs takes longer than the sums themselves.
  for (let i = 0; i < at.length; i++) if (at[i]! < 0 || at[i]! >= demand.length) return { code: 'table-does-not-fit' };
  const wrongDemand = demand.findIndex((value) => !(value >= 0 && value < Infinity));
  if (wrongDemand >= 0) return { code: 'demand-is-no-number', row: wrongDemand };
  const wrongSupply = supply.findIndex((value) => value !== null && !(value >= 0 && value < Infinity));
  return wrongSupply >= 0 ? { code: 'supply-is-no-number', row: wrongSupply } : null;
}

/** By what people weigh when they ask, and by what they are given, per pair; nothing beyond the largest cost. */
function pairWeights({ first, demand: at, cost }: CostTable, demands: number, { method, decay, maxCost }: FloatingRules): { used: Float64Array; given: Float64Array } {
  // The three-step's preference is over all pairs, those beyond the largest cost included.
  const weights = decayWeights(cost, decay, method === 'three-step' ? Infinity : maxCost);
  if (method === 'three-step') {
    const sum = perDemand(at, weights, demands);
    for (let i = 0; i < weights.length; i++) {
      if (!(cost[i]! <= maxCost)) weights[i] = 0;
      else if (weights[i]! > 0) weights[i]! *= weights[i]! / sum[at[i]!]!;
    }
    return { used: weights, given: weights };
  }
  if (method === 'modified') return { used: weights, given: Float64Array.from(weights, (weight) => weight * weight) };
  if (method === 'balanced') {
    const sum = perDemand(at, weights, demands);
    const used = weights.slice(), given = weights.slice();
    for (let i = 0; i < used.length; i++) if (used[i]! > 0) used[i]! /= sum[at[i]!]!;
    for (let s = 0; s + 1 < first.length; s++) {
      let total = 0;
      for (let i = first[s]!; i < first[s + 1]!; i++) total += weights[i]!;
      for (let i = first[s]!; i < first[s + 1]!; i++) if (total > 0) given[i]! /= total;
    }
    return { used, given };
  }
  return { used: weights, given: weights };
}

function perDemand(at: Int32Array, weights: Float64Array, demands: number): Float64Array {
  const sum = new Float64Array(demands);
  for (let i = 0; i < weights.length; i++) sum[at[i]!]! += weights[i]!;
  return sum;
}

/**
 * The sum of what is in reach of each demand, weighted: how many shops within 500 m (no decay), or a gravity measure. Says
 * nothing of who else reaches for it.
 */
export function weightedCatchment({ first, demand: at, cost }: CostTable, demands: number, supply: Float64Array, decay: Decay, maxCost: number): Float64Array {
  const weights = decayWeights(cost, decay, maxCost);
  const sum = new Float64Array(demands);
  for (let s = 0; s + 1 < first.length; s++) {
    for (let i = first[s]!; i < first[s + 1]!; i++) if (cost[i]! <= maxCost) sum[at[i]!]! += supply[s]! * weights[i]!;
  }
  return sum;
}

/**
 * Supply within a cost divided by the people within it, round each demand: the plain ratio, which counts people who go
 * elsewhere. `neighbours` holds the pairs of demands, oneself included. 0 where nobody lives within it.
 */
export function supplyRatio(table: CostTable, neighbours: CostTable, demand: Float64Array, supply: Float64Array, maxCost: number): Float64Array {
  const decay: Decay = { kind: 'none' };
  const offered = weightedCatchment(table, demand.length, supply, decay, maxCost);
  const people = weightedCatchment(neighbours, demand.length, demand, decay, maxCost);
  return offered.map((value, i) => (people[i]! > 0 ? value / people[i]! : 0));
}
