import { hinge } from '../division.ts';
import { graphOf } from '../graph.ts';
import type { Ground } from '../ground.ts';
import type { Objective } from '../objective.ts';
import { bestCover, divisionOf } from '../search/cover.ts';
import { everyZone } from './enumerate-zones.ts';

export interface PairProof {
  readonly a: number;
  readonly b: number;
  /** 'best': no other border between these two is better; 'improved': a better one was found and taken; 'not-proven': too many to look at. */
  readonly status: 'best' | 'improved' | 'not-proven';
}

export interface PairsResult {
  readonly zoneOf: Int32Array;
  readonly pairs: readonly PairProof[];
}

/**
 * For each two zones that touch: the best border between them, with proof, by listing every way to cut the two. Better
 * borders are taken, until a round finds none: then no pair of zones can be improved, as far as 'best' goes. At most
 * `nodes` sets of units are looked at for a pair. Needs zones within bounds and an objective with `zoneCost`.
 */
export function bestPairs(ground: Ground, objective: Objective, start: Int32Array, zones: number, nodes: number): PairsResult {
  const { graph, persons, bounds, ties, settled } = ground;
  const { zoneCost } = objective;
  const zoneOf = start.slice();
  const sums = new Float64Array(zones);
  for (let i = 0; i < graph.n; i++) sums[zoneOf[i]!]! += persons[i]!;
  const isPossible = zoneCost !== null && ties === null && sums.every((p) => hinge(p, bounds) < 1e-6);
  /** Round in which a zone last changed, and in which a pair was last proven best. */
  const changed = new Int32Array(zones);
  const settledAt = new Map<number, PairProof & { readonly round: number }>();
  for (let round = 1, isBetter = true; isBetter; round++) {
    isBetter = false;
    for (const [a, b] of touchingPairs(ground, zoneOf, zones)) {
      const known = settledAt.get(a * zones + b);
      if (known !== undefined && known.round > Math.max(changed[a]!, changed[b]!)) continue;
      const units = Int32Array.from(zoneOf.keys()).filter((i) => zoneOf[i] === a || zoneOf[i] === b);
      if (!isPossible || units.some((i) => settled[i] !== -1)) {
        settledAt.set(a * zones + b, { a, b, status: 'not-proven', round });
        continue;
      }
      const cost = (members: Int32Array, count: number): number => zoneCost(Int32Array.from(members.subarray(0, count), (i) => units[i]!), count);
      const ofZone = (zone: number): number => {
        const members = units.filter((i) => zoneOf[i] === zone);
        return zoneCost(members, members.length);
      };
      const columns = everyZone(within(ground, units), cost, nodes);
      const cover = columns && bestCover(columns, { zones: 2, cutoff: ofZone(a) + ofZone(b), grain: objective.grain, work: 100 * nodes });
      if (columns === null || cover === null || (cover.columns === null && !cover.complete)) {
        settledAt.set(a * zones + b, { a, b, status: 'not-proven', round });
      } else if (cover.columns === null) settledAt.set(a * zones + b, { a, b, status: 'best', round });
      else {
        const cut = divisionOf(columns, cover.columns);
        units.forEach((unit, i) => (zoneOf[unit] = cut[i] === 0 ? a : b));
        changed[a] = changed[b] = round;
        settledAt.set(a * zones + b, { a, b, status: 'improved', round });
        isBetter = true;
      }
    }
  }
  const pairs = touchingPairs(ground, zoneOf, zones).map(([a, b]): PairProof => ({ a, b, status: settledAt.get(a * zones + b)?.status ?? 'not-proven' }));
  return { zoneOf, pairs };
}

function touchingPairs({ graph }: Ground, zoneOf: Int32Array, zones: number): [number, number][] {
  const keys = new Set<number>();
  for (let e = 0; e < graph.m; e++) {
    const a = zoneOf[graph.u[e]!]!;
    const b = zoneOf[graph.v[e]!]!;
    if (a !== b) keys.add(Math.min(a, b) * zones + Math.max(a, b));
  }
  return [...keys].sort((p, q) => p - q).map((key) => [Math.floor(key / zones), key % zones]);
}

/** The ground of some units alone. */
function within({ graph, persons, bounds }: Ground, units: Int32Array): Pick<Ground, 'graph' | 'persons' | 'bounds' | 'ties' | 'settled'> {
  const place = new Int32Array(graph.n).fill(-1);
  units.forEach((unit, i) => (place[unit] = i));
  const edges = Array.from({ length: graph.m }, (_, e) => e).filter((e) => place[graph.u[e]!] !== -1 && place[graph.v[e]!] !== -1);
  return {
    graph: graphOf(units.length, Int32Array.from(edges, (e) => place[graph.u[e]!]!), Int32Array.from(edges, (e) => place[graph.v[e]!]!)),
    persons: Float64Array.from(units, (i) => persons[i]!),
    bounds,
    ties: null,
    settled: new Int32Array(units.length).fill(-1),
  };
}
