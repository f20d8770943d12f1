import type { CostTable } from '../floating-catchment.ts';

/**
 * A table turned round: the sites each demand can use, cheapest first, ties to the lower row, with the cost times the weight
 * of the demand. Who can use no open site counts `costWhenUnreached` times the weight.
 */
export interface NearSites {
  readonly sites: number;
  readonly demands: number;
  readonly first: Int32Array;
  readonly site: Int32Array;
  readonly cost: Float64Array;
  /** Per demand what it costs to be served by nobody. */
  readonly unserved: Float64Array;
}

/** Pairs that cost no less than being unserved are left out: they never serve. Cost n log n over the pairs of a demand. */
export function nearSites(table: CostTable, weight: Float64Array, costWhenUnreached: number): NearSites {
  const sites = table.first.length - 1, demands = weight.length;
  const first = new Int32Array(demands + 1);
  const counts = (i: number): boolean => table.cost[i]! < costWhenUnreached;
  for (let i = 0; i < table.demand.length; i++) if (counts(i)) first[table.demand[i]! + 1]!++;
  for (let d = 0; d < demands; d++) first[d + 1]! += first[d]!;
  const next = first.slice(0, demands);
  const site = new Int32Array(first[demands]!), cost = new Float64Array(first[demands]!);
  for (let s = 0; s < sites; s++) {
    for (let i = table.first[s]!; i < table.first[s + 1]!; i++) {
      if (!counts(i)) continue;
      const d = table.demand[i]!;
      const at = next[d]!++;
      site[at] = s;
      cost[at] = table.cost[i]! * weight[d]!;
    }
  }
  for (let d = 0; d < demands; d++) sortPart(site, cost, first[d]!, first[d + 1]!);
  return { sites, demands, first, site, cost, unserved: weight.map((value) => value * costWhenUnreached) };
}

function sortPart(site: Int32Array, cost: Float64Array, begin: number, end: number): void {
  const order = Array.from({ length: end - begin }, (_, i) => begin + i).sort((a, b) => cost[a]! - cost[b]! || site[a]! - site[b]!);
  const sites = order.map((i) => site[i]!), costs = order.map((i) => cost[i]!);
  site.set(sites, begin);
  cost.set(costs, begin);
}

/** Total over the demands of the cheapest open site; `open` has 1 for an open one. */
export function totalCost({ demands, first, site, cost, unserved }: NearSites, open: Uint8Array): number {
  let total = 0;
  for (let d = 0; d < demands; d++) {
    let own = unserved[d]!;
    for (let i = first[d]!; i < first[d + 1]!; i++) {
      if (open[site[i]!] === 0) continue;
      own = cost[i]!;
      break;
    }
    total += own;
  }
  return total;
}

/** The open site each demand uses, -1 where it is unserved. */
export function servingSites({ demands, first, site }: NearSites, open: Uint8Array): Int32Array {
  const servedBy = new Int32Array(demands).fill(-1);
  for (let d = 0; d < demands; d++) {
    for (let i = first[d]!; i < first[d + 1]!; i++) {
      if (open[site[i]!] === 0) continue;
      servedBy[d] = site[i]!;
      break;
    }
  }
  return servedBy;
}

export function openSites(sites: number, chosen: readonly number[]): Uint8Array {
  const open = new Uint8Array(sites);
  for (const site of chosen) open[site] = 1;
  return open;
}
