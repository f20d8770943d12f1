import { openSites, totalCost, type NearSites } from './near-sites.ts';

/** What multipliers prove: no choice of sites costs less than `bound`, and which sites a better one must or cannot have. */
export interface LagrangeProof {
  readonly bound: number;
  /** The best choice met on the way, or the one given. */
  readonly best: readonly number[];
  readonly bestTotal: number;
  /** 1 where every better choice has the site open. */
  readonly mustOpen: Uint8Array;
  /** 1 where no better choice has it open. */
  readonly mustClose: Uint8Array;
}

const stepsAtMost = 1500;
/** Steps without a better bound after which the stride is halved (Beasley 1993 takes 30; fewer serve on these sizes). */
const patience = 20;
const smallestStride = 0.002;

/**
 * A lower bound of the p-median by letting go of "everybody is served once" at a price per demand, and raising the price where
 * nobody serves (subgradient steps: Cornuejols, Fisher and Nemhauser 1977). `improve` turns a choice met on the way into a
 * better one. Cost: at most 1,500 passes over pairs cheaper than the prices.
 */
export function lagrangeProof(near: NearSites, start: readonly number[], fixed: readonly number[], most: number, provenWithin: number, improve: (chosen: readonly number[]) => readonly number[]): LagrangeProof {
  const { sites, demands, first, site, cost, unserved } = near;
  const isFixed = openSites(sites, fixed);
  let best = start;
  let bestTotal = totalCost(near, openSites(sites, start));
  const price = firstPrices(near, openSites(sites, start));
  const bestPrice = price.slice();
  let bound = -Infinity, stride = 1.5, sinceBetter = 0;
  let triedTotal = Infinity;
  const worth = new Float64Array(sites), served = new Int32Array(demands);
  for (let step = 0; step < stepsAtMost && stride > smallestStride; step++) {
    let value = worthOfSites(near, price, worth);
    const chosen = cheapest(worth, isFixed, fixed, most);
    for (const s of chosen) value += worth[s]!;
    if (value > bound + 1e-9 * Math.abs(bound)) {
      bound = value;
      bestPrice.set(price);
      sinceBetter = 0;
    } else if (++sinceBetter >= patience) {
      stride /= 2;
      sinceBetter = 0;
      price.set(bestPrice);
      continue;
    }
    const open = openSites(sites, chosen);
    const total = totalCost(near, open);
    if (total < triedTotal || (step % 50 === 0 && total < bestTotal * 1.02)) {
      triedTotal = Math.min(triedTotal, total);
      const better = improve(chosen);
      const betterTotal = totalCost(near, openSites(sites, better));
      if (betterTotal < bestTotal) {
        bestTotal = betterTotal;
        best = better;
      }
    }
    if (bestTotal - bound < provenWithin) break;
    let square = 0;
    for (let d = 0; d < demands; d++) {
      let times = 0;
      for (let i = first[d]!; i < first[d + 1]! && cost[i]! < price[d]!; i++) if (open[site[i]!] === 1) times++;
      if (unserved[d]! < price[d]!) times++;
      served[d] = times;
      square += (1 - times) * (1 - times);
    }
    if (square === 0) break;
    const length = (stride * (1.001 * bestTotal - value)) / square;
    for (let d = 0; d < demands; d++) price[d] = Math.max(0, price[d]! + length * (1 - served[d]!));
  }
  worthOfSites(near, bestPrice, worth);
  return { bound: Math.min(bound, bestTotal), best, bestTotal, ...decided(worth, isFixed, fixed, most, bestTotal - provenWithin - bound) };
}

/** A price to begin with: what each demand pays now, and a little more. */
function firstPrices({ demands, first, site, cost, unserved }: NearSites, open: Uint8Array): Float64Array {
  const price = new Float64Array(demands);
  for (let d = 0; d < demands; d++) {
    price[d] = unserved[d]!;
    let found = 0;
    for (let i = first[d]!; i < first[d + 1]!; i++) {
      if (open[site[i]!] === 0) continue;
      price[d] = found === 0 ? cost[i]! : (price[d]! + cost[i]!) / 2;
      if (++found === 2) break;
    }
  }
  return price;
}

/** What opening each site is worth at the prices (zero or less); returns what is paid without any. */
function worthOfSites({ demands, first, site, cost, unserved }: NearSites, price: Float64Array, worth: Float64Array): number {
  worth.fill(0);
  let paid = 0;
  for (let d = 0; d < demands; d++) {
    const most = price[d]!;
    paid += Math.min(most, unserved[d]!);
    for (let i = first[d]!; i < first[d + 1]!; i++) {
      const less = cost[i]! - most;
      if (less >= 0) break;
      worth[site[i]!]! += less;
    }
  }
  return paid;
}

/** The fixed sites and the most worthwhile others, ties to the lower row. */
function cheapest(worth: Float64Array, isFixed: Uint8Array, fixed: readonly number[], most: number): number[] {
  const free = Array.from(worth.keys()).filter((s) => isFixed[s] === 0);
  free.sort((a, b) => worth[a]! - worth[b]! || a - b);
  return [...fixed, ...free.slice(0, Math.max(0, most - fixed.length))];
}

/** Sites that cannot change sides without the bound passing the best known: `slack` is what is left between them. */
function decided(worth: Float64Array, isFixed: Uint8Array, fixed: readonly number[], most: number, slack: number): { mustOpen: Uint8Array; mustClose: Uint8Array } {
  const mustOpen = new Uint8Array(worth.length), mustClose = new Uint8Array(worth.length);
  for (const s of fixed) mustOpen[s] = 1;
  const free = Array.from(worth.keys()).filter((s) => isFixed[s] === 0);
  free.sort((a, b) => worth[a]! - worth[b]! || a - b);
  const places = most - fixed.length;
  const lastIn = free[places - 1], firstOut = free[places];
  free.forEach((s, i) => {
    if (i < places && firstOut !== undefined && worth[firstOut]! - worth[s]! > slack) mustOpen[s] = 1;
    if (i >= places && lastIn !== undefined && worth[s]! - worth[lastIn]! > slack) mustClose[s] = 1;
  });
  return { mustOpen, mustClose };
}
