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

/** Turns the first `count` costs into their weights. */
function weigh(values: Float64Array, count: number, decay: Decay): void {
  switch (decay.kind) {
    case 'none':
      values.fill(1, 0, count);
      return;
    case 'steps': {
      const upTo = Float64Array.from(decay.steps, (step) => step.upTo), weight = Float64Array.from(decay.steps, (step) => step.weight);
      for (let i = 0; i < count; i++) {
        let step = 0;
        while (step < upTo.length && values[i]! > upTo[step]!) step++;
        values[i] = step < upTo.length ? weight[step]! : 0;
      }
      return;
    }
    case 'gaussian': {
      const factor = -1 / (2 * decay.sigma * decay.sigma);
      for (let i = 0; i < count; i++) values[i] = Math.exp(values[i]! * values[i]! * factor);
      return;
    }
    case 'power':
      for (let i = 0; i < count; i++) values[i] = (Math.max(values[i]!, decay.least) / decay.scale) ** decay.alpha;
      return;
    case 'linear':
      for (let i = 0; i < count; i++) values[i] = Math.max(0, 1 - values[i]! / decay.reach);
      return;
    case 'exponential':
      for (let i = 0; i < count; i++) values[i] = Math.exp(-values[i]! / decay.scale);
  }
}

/** Who is in reach of one supply, side by side: the first `count` of both columns, until the next supply is asked for. */
class InReach {
  readonly #table: CostTable;
  readonly #decay: Decay;
  readonly #maxCost: number;
  readonly demand: Int32Array;
  readonly weight: Float64Array;

  constructor(table: CostTable, decay: Decay, maxCost: number) {
    this.#table = table;
    this.#decay = decay;
    this.#maxCost = maxCost;
    let most = 0;
    for (let s = 0; s + 1 < table.first.length; s++) most = Math.max(most, table.first[s + 1]! - table.first[s]!);
    this.demand = new Int32Array(most);
    this.weight = new Float64Array(most);
  }

  /** Takes the demands within the largest cost together, with their weights; returns how many. */
  of(supply: number): number {
    const { demand, weight } = this;
    const { first, demand: at, cost } = this.#table;
    const maxCost = this.#maxCost;
    let count = 0;
    // Without a branch: whether a pair is in reach cannot be foretold, and guessing wrong takes longer than writing in vain.
    for (let i = first[supply]!, end = first[supply + 1]!; i < end; i++) {
      demand[count] = at[i]!;
      weight[count] = cost[i]!;
      count += Number(cost[i]! <= maxCost);
    }
    weigh(weight, count, this.#decay);
    return count;
  }

  /** The weights of all pairs, added up by demand. */
  perDemand(demands: number): Float64Array {
    const { demand, weight } = this;
    const sum = new Float64Array(demands);
    for (let s = 0; s + 1 < this.#table.first.length; s++) {
      const count = this.of(s);
      for (let i = 0; i < count; i++) sum[demand[i]!]! += weight[i]!;
    }
    return sum;
  }
}

/** Why a decay gives no weights: a width, a reach or a scale that is not above 0, or a step that is no number. */
type DecayProblem = { readonly code: 'decay-not-usable'; readonly decay: Decay['kind'] };

const isPositive = (value: number): boolean => value > 0 && value < Infinity;

function decayProblem(decay: Decay): DecayProblem | null {
  const isUsable = (): boolean => {
    switch (decay.kind) {
      case 'none': return true;
      case 'steps': return decay.steps.length > 0 && decay.steps.every(({ upTo, weight }) => upTo >= 0 && weight >= 0 && weight < Infinity);
      case 'gaussian': return isPositive(decay.sigma);
      case 'power': return isPositive(decay.scale) && decay.alpha < 0 && decay.least >= 0;
      case 'linear': return isPositive(decay.reach);
      case 'exponential': return isPositive(decay.scale);
    }
  };
  return isUsable() ? null : { code: 'decay-not-usable', decay: decay.kind };
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
  | DecayProblem
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
  const problem = decayProblem(rules.decay) ?? problemOf(table, demand, supply);
  if (problem !== null) return err(problem);
  const { method, decay, maxCost } = rules;
  const reach = new InReach(table, decay, maxCost);
  const { demand: at, weight } = reach;
  // The three-step's preference is over all pairs, those beyond the largest cost included.
  const preference = method === 'three-step' ? new InReach(table, decay, Infinity).perDemand(demand.length) : method === 'balanced' ? reach.perDemand(demand.length) : null;
  const perPerson = new Float64Array(demand.length);
  const idle: number[] = [], unknown: number[] = [];
  for (let s = 0; s < supply.length; s++) {
    const size = supply[s] ?? null;
    if (size === null) {
      unknown.push(s);
      continue;
    }
    const count = reach.of(s);
    if (method === 'three-step') for (let i = 0; i < count; i++) if (weight[i]! > 0) weight[i]! *= weight[i]! / preference![at[i]!]!;
    let asking = 0;
    if (method === 'balanced') for (let i = 0; i < count; i++) asking += weight[i]! > 0 ? demand[at[i]!]! * (weight[i]! / preference![at[i]!]!) : 0;
    else for (let i = 0; i < count; i++) asking += demand[at[i]!]! * weight[i]!;
    if (!(asking > 0)) {
      if (size > 0) idle.push(s);
      continue;
    }
    if (method === 'modified') for (let i = 0; i < count; i++) weight[i]! *= weight[i]!;
    if (method === 'balanced') {
      let total = 0;
      for (let i = 0; i < count; i++) total += weight[i]!;
      for (let i = 0; i < count; i++) weight[i]! /= total;
    }
    // Each one's share first: of people so far off that they weigh next to nothing, size by weight is beyond all numbers.
    for (let i = 0; i < count; i++) perPerson[at[i]!]! += size * (weight[i]! / asking);
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

/**
 * The sum of what is in reach of each demand, weighted: how many shops within 500 m (no decay), or a gravity measure. Says
 * nothing of who else reaches for it.
 */
export function weightedCatchment(table: CostTable, demands: number, supply: Float64Array, decay: Decay, maxCost: number): Float64Array {
  const reach = new InReach(table, decay, maxCost);
  const { demand: at, weight } = reach;
  const sum = new Float64Array(demands);
  for (let s = 0; s < supply.length; s++) {
    const count = reach.of(s);
    for (let i = 0; i < count; i++) sum[at[i]!]! += supply[s]! * weight[i]!;
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
