import { openSites, type NearSites } from './near-sites.ts';

/** Pairs by site: the demands of site s are demand[first[s]] up to demand[first[s + 1]]. */
interface BySite {
  readonly first: Int32Array;
  readonly demand: Int32Array;
  readonly cost: Float64Array;
}

export function bySite(near: NearSites): BySite {
  const first = new Int32Array(near.sites + 1);
  for (const site of near.site) first[site + 1]!++;
  for (let s = 0; s < near.sites; s++) first[s + 1]! += first[s]!;
  const next = first.slice(0, near.sites);
  const demand = new Int32Array(near.site.length), cost = new Float64Array(near.site.length);
  for (let d = 0; d < near.demands; d++) {
    for (let i = near.first[d]!; i < near.first[d + 1]!; i++) {
      const at = next[near.site[i]!]!++;
      demand[at] = d;
      cost[at] = near.cost[i]!;
    }
  }
  return { first, demand, cost };
}

/** Adds sites one by one to those given, each time the one that saves most, ties to the lower; stops when none saves anything. */
export function openGreedily({ demands, sites, unserved }: NearSites, { first, demand, cost }: BySite, fixed: readonly number[], most: number): number[] {
  const chosen = [...fixed];
  const least = unserved.slice(0, demands);
  const take = (site: number): void => {
    for (let i = first[site]!; i < first[site + 1]!; i++) if (cost[i]! < least[demand[i]!]!) least[demand[i]!] = cost[i]!;
  };
  fixed.forEach(take);
  while (chosen.length < most) {
    let best = 0, bestSite = -1;
    for (let s = 0; s < sites; s++) {
      let saves = 0;
      for (let i = first[s]!; i < first[s + 1]!; i++) {
        const less = least[demand[i]!]! - cost[i]!;
        if (less > 0) saves += less;
      }
      if (saves > best) {
        best = saves;
        bestSite = s;
      }
    }
    if (bestSite === -1) break;
    chosen.push(bestSite);
    take(bestSite);
  }
  return chosen;
}

/**
 * What every exchange of an open, not fixed site for a closed one changes in the total, negative for better (Whitaker 1983:
 * each closed site is looked at once, for all exchanges together). Cost: the pairs, and closed times open sites.
 */
function visitExchanges(near: NearSites, { first, demand, cost }: BySite, open: Uint8Array, isFixed: Uint8Array, visit: (out: number, site: number, change: number) => void): void {
  const { sites, demands, unserved } = near;
  const least = new Float64Array(demands), second = new Float64Array(demands);
  const serving = new Int32Array(demands).fill(-1);
  const loss = new Float64Array(sites);
  for (let d = 0; d < demands; d++) {
    least[d] = second[d] = unserved[d]!;
    let found = 0;
    for (let i = near.first[d]!; i < near.first[d + 1]! && found < 2; i++) {
      if (open[near.site[i]!] === 0) continue;
      if (found === 0) {
        least[d] = near.cost[i]!;
        serving[d] = near.site[i]!;
      } else second[d] = near.cost[i]!;
      found++;
    }
    if (serving[d] !== -1) loss[serving[d]!]! += second[d]! - least[d]!;
  }
  const removable: number[] = [];
  for (let s = 0; s < sites; s++) if (open[s] === 1 && isFixed[s] === 0) removable.push(s);
  const spared = new Float64Array(sites);
  for (let s = 0; s < sites; s++) {
    if (open[s] === 1) continue;
    spared.fill(0);
    let gain = 0;
    for (let i = first[s]!; i < first[s + 1]!; i++) {
      const d = demand[i]!, own = cost[i]!;
      if (own >= second[d]!) continue;
      if (own < least[d]!) gain += least[d]! - own;
      if (serving[d] !== -1) spared[serving[d]!]! += second[d]! - Math.max(own, least[d]!);
    }
    for (const out of removable) visit(out, s, loss[out]! - spared[out]! - gain);
  }
}

/** A change smaller than this is the noise of adding floats. */
const noiseOf = ({ unserved }: NearSites): number => 1e-12 * unserved.reduce((sum, value) => sum + value, 0);

/** Exchanges one open site for a closed one, the best exchange each time, until none lowers the total (Teitz and Bart 1968). */
export function interchange(near: NearSites, pairs: BySite, start: readonly number[], fixed: readonly number[]): number[] {
  const open = openSites(near.sites, start), isFixed = openSites(near.sites, fixed);
  const noise = noiseOf(near);
  for (;;) {
    let best = -noise, bestOut = -1, bestIn = -1;
    visitExchanges(near, pairs, open, isFixed, (out, site, change) => {
      if (change >= best) return;
      best = change;
      bestOut = out;
      bestIn = site;
    });
    if (bestOut === -1) return Array.from(open.keys()).filter((s) => open[s] === 1);
    open[bestOut] = 0;
    open[bestIn] = 1;
  }
}

/** Exchanges that leave the total as it is. */
export function equalInterchanges(near: NearSites, pairs: BySite, chosen: readonly number[], fixed: readonly number[]): number {
  const noise = noiseOf(near);
  let equal = 0;
  visitExchanges(near, pairs, openSites(near.sites, chosen), openSites(near.sites, fixed), (_, __, change) => {
    if (Math.abs(change) <= noise) equal++;
  });
  return equal;
}
