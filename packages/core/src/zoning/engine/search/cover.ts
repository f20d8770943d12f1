import type { Columns } from './zone-pool.ts';

export interface Cover {
  /** Columns that together hold each unit once; null when none better than the cutoff was found. */
  readonly columns: Int32Array | null;
  readonly cost: number;
  /** No cover of these columns costs less; equal to `cost` when it was proven the best. */
  readonly bound: number;
  /** Whether the search went through to its end, so that `columns` is the best there is under the cutoff. */
  readonly complete: boolean;
}

export interface CoverSettings {
  readonly zones: number;
  /** Only covers that cost less than this are of use. */
  readonly cutoff: number;
  /** Costs of covers differ by multiples of this; 0 when by anything. */
  readonly grain: number;
  /** Units of columns priced and columns tried, at most: the first half goes to prices, the second to branching. */
  readonly work: number;
}

/** Prices hardly move after so many rounds. */
const mostRounds = 600;

/**
 * The cheapest way to put `zones` of the given columns together so that each unit is in exactly one. Prices per unit from
 * Lagrangian relaxation (subgradient steps of Polyak) give a bound, throw out columns that cannot be in a better cover
 * (reduced costs), and steer a depth-first search over what is left. Exact when `complete`.
 * Source of the idea: Garfinkel and Nemhauser 1970; Mehrotra, Johnson and Nemhauser, Management Science 44(8), 1998.
 */
export function bestCover(columns: Columns, settings: CoverSettings): Cover {
  const { units, start, unit, cost } = columns;
  const { zones, grain } = settings;
  const cutoff = Math.min(settings.cutoff, dearest(columns, zones) + grain);
  const slack = 1e-9 * Math.max(1, Math.abs(cutoff));
  /** A bound at or above this leaves no room for a better cover. */
  const limit = cutoff - Math.max(grain - slack, slack);
  let active = Int32Array.from({ length: columns.count }, (_, c) => c);
  const reduced = new Float64Array(columns.count);
  const price = new Float64Array(units).fill(cutoff / units);
  const bestPrice = price.slice();
  const covered = new Int32Array(units);
  let bound = -Infinity;
  let stepLength = 1;
  let still = 0;

  const weigh = (prices: Float64Array): Float64Array => {
    const values = new Float64Array(active.length);
    for (let a = 0; a < active.length; a++) {
      const c = active[a]!;
      let r = cost[c]!;
      for (let p = start[c]!; p < start[c + 1]!; p++) r -= prices[unit[p]!]!;
      reduced[c] = r;
      values[a] = r;
    }
    return values.sort();
  };
  const prune = (sorted: Float64Array, base: number): void => {
    // With a column forced in: the prices, its reduced cost, and the cheapest others.
    let others = base;
    for (let z = 0; z < zones - 1; z++) others += sorted[z]!;
    const kth = sorted[zones - 1]!;
    active = active.filter((c) => others + Math.max(reduced[c]!, kth) < limit);
  };

  let pricing = settings.work / 2;
  for (let round = 0; pricing > 0 && round < mostRounds && active.length >= zones; round++) {
    for (const c of active) pricing -= start[c + 1]! - start[c]!;
    const sorted = weigh(price);
    let base = 0;
    for (let i = 0; i < units; i++) base += price[i]!;
    let value = base;
    for (let z = 0; z < zones; z++) value += sorted[z]!;
    if (value > bound + slack) {
      bound = value;
      bestPrice.set(price);
      still = 0;
    } else if (++still >= 15) {
      stepLength *= 0.7;
      still = 0;
      price.set(bestPrice);
    }
    if (bound >= limit) return { columns: null, cost: cutoff, bound: cutoff, complete: true };
    if (round % 20 === 19) prune(sorted, base);
    if (stepLength < 0.005) break;
    const kth = sorted[Math.min(zones, sorted.length) - 1]!;
    covered.fill(0);
    let taken = 0;
    for (const c of active) {
      if (taken === zones) break;
      if (reduced[c]! > kth) continue;
      taken++;
      for (let p = start[c]!; p < start[c + 1]!; p++) covered[unit[p]!]!++;
    }
    let norm = 0;
    for (let i = 0; i < units; i++) norm += (1 - covered[i]!) ** 2;
    if (norm === 0) break;
    const step = (stepLength * (cutoff + 0.001 * Math.abs(cutoff) + slack - value)) / norm;
    for (let i = 0; i < units; i++) price[i]! += step * (1 - covered[i]!);
  }
  if (active.length < zones) return { columns: null, cost: cutoff, bound: cutoff, complete: true };

  let base = 0;
  for (let i = 0; i < units; i++) base += bestPrice[i]!;
  prune(weigh(bestPrice), base);
  if (active.length < zones) return { columns: null, cost: cutoff, bound: cutoff, complete: true };
  return branch(columns, active, reduced, bestPrice, bound, limit, { ...settings, cutoff });
}

/** The division that chosen columns make up: zones in the order of the choice. */
export function divisionOf({ units, start, unit }: Columns, chosen: Int32Array): Int32Array {
  const zoneOf = new Int32Array(units);
  chosen.forEach((c, zone) => {
    for (let p = start[c]!; p < start[c + 1]!; p++) zoneOf[unit[p]!] = zone;
  });
  return zoneOf;
}

/** More than any cover costs. */
function dearest({ cost }: Columns, zones: number): number {
  const most = cost.slice().sort().reverse().subarray(0, zones);
  return most.reduce((sum, c) => sum + c, 0) + Math.abs(most[0] ?? 0) * 1e-6 + 1e-6;
}

/** Depth-first over the scarcest unit not yet covered, cheapest reduced cost first. */
function branch(columns: Columns, active: Int32Array, reduced: Float64Array, price: Float64Array, bound: number, limit: number, settings: CoverSettings): Cover {
  const { units, start, unit, cost } = columns;
  const { zones, cutoff, grain } = settings;
  const words = (units + 31) >> 5;
  const order = Array.from(active).sort((a, b) => reduced[a]! - reduced[b]! || a - b);
  const bits = new Uint32Array(order.length * words);
  order.forEach((c, row) => {
    for (let p = start[c]!; p < start[c + 1]!; p++) bits[row * words + (unit[p]! >> 5)]! |= 1 << (unit[p]! & 31);
  });
  const isCovered = new Uint8Array(units);
  const chosen: number[] = [];
  const times = new Int32Array(units);
  let best: Int32Array | null = null;
  let bestCost = cutoff;
  let room = limit;
  const budget = { left: settings.work / 2, isSpent: false };

  const descend = (rows: Int32Array, spent: number, open: number, openPrice: number): void => {
    const depth = zones - chosen.length;
    if (depth === 0) {
      if (open === 0 && spent < room) {
        best = Int32Array.from(chosen, (row) => order[row]!);
        bestCost = spent;
        room = bestCost - Math.max(grain - 1e-9 * Math.max(1, Math.abs(bestCost)), 1e-9 * Math.max(1, Math.abs(bestCost)));
      }
      return;
    }
    if (rows.length < depth) return;
    let floor = spent + openPrice;
    for (let z = 0; z < depth; z++) floor += reduced[order[rows[z]!]!]!;
    if (floor >= room) return;
    times.fill(0);
    for (const row of rows) {
      const c = order[row]!;
      budget.left -= start[c + 1]! - start[c]!;
      for (let p = start[c]!; p < start[c + 1]!; p++) times[unit[p]!]!++;
    }
    let scarce = -1;
    for (let i = 0; i < units; i++) if (isCovered[i] === 0 && (scarce === -1 || times[i]! < times[scarce]!)) scarce = i;
    if (scarce === -1 || times[scarce] === 0) return;
    const word = scarce >> 5;
    const bit = 1 << (scarce & 31);
    for (const row of rows) {
      if ((bits[row * words + word]! & bit) === 0) continue;
      budget.left -= rows.length;
      if (budget.left <= 0) {
        budget.isSpent = true;
        return;
      }
      const c = order[row]!;
      // The cheapest others under the prices cannot make up for this column: nor for any after it.
      if (floor - reduced[order[rows[depth - 1]!]!]! + reduced[c]! >= room && reduced[c]! > reduced[order[rows[depth - 1]!]!]!) break;
      const fits = rows.filter((other) => {
        for (let w = 0; w < words; w++) if ((bits[other * words + w]! & bits[row * words + w]!) !== 0) return false;
        return true;
      });
      let priced = 0;
      for (let p = start[c]!; p < start[c + 1]!; p++) {
        isCovered[unit[p]!] = 1;
        priced += price[unit[p]!]!;
      }
      chosen.push(row);
      descend(fits, spent + cost[c]!, open - (start[c + 1]! - start[c]!), openPrice - priced);
      chosen.pop();
      for (let p = start[c]!; p < start[c + 1]!; p++) isCovered[unit[p]!] = 0;
    }
  };
  let total = 0;
  for (let i = 0; i < units; i++) total += price[i]!;
  descend(Int32Array.from(order.keys()), 0, units, total);
  return { columns: best, cost: bestCost, bound: budget.isSpent ? Math.min(bestCost, bound) : bestCost, complete: !budget.isSpent };
}
