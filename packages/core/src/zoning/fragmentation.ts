import { partsOf, type Graph } from './engine/graph.ts';

/** How a division breaks a municipality up, by units (GeoDa's spatial validation; zoning.md 3). */
export interface Fragmentation {
  /** −Σ s ln s over the shares s of units in each zone; and over ln k, 1 when all zones are of one size. */
  readonly entropy: number;
  readonly evenness: number;
  /** Σ s²: the chance that two units are in one zone. */
  readonly simpson: number;
  /** Per zone the share of its units' borders that lie inside it. */
  readonly joinCountRatio: readonly number[];
  /** Per zone the most steps between two of its units, over its units; 0 for a zone in pieces. */
  readonly diameterRatio: readonly number[];
}

/** O(units · edges) at most, for the steps. Zones are 0 … k − 1; units in none (−1) are left out. */
export function fragmentationOf(graph: Graph, zoneOf: ArrayLike<number>, k: number): Fragmentation {
  const units = Array.from({ length: k }, (): number[] => []);
  for (let i = 0; i < graph.n; i++) if (zoneOf[i]! >= 0) units[zoneOf[i]!]!.push(i);
  const all = units.reduce((sum, members) => sum + members.length, 0);
  const shares = units.map((members) => members.length / all);
  const entropy = -shares.reduce((sum, share) => sum + (share > 0 ? share * Math.log(share) : 0), 0);
  const { partOf } = partsOf(graph, (e) => zoneOf[graph.u[e]!] === zoneOf[graph.v[e]!]);
  return {
    entropy,
    evenness: k > 1 ? entropy / Math.log(k) : 1,
    simpson: shares.reduce((sum, share) => sum + share * share, 0),
    joinCountRatio: units.map((members) => {
      let ends = 0;
      let inside = 0;
      for (const unit of members) {
        for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
          ends++;
          if (zoneOf[graph.to[p]!] === zoneOf[unit]) inside++;
        }
      }
      return ends === 0 ? 1 : inside / ends;
    }),
    diameterRatio: units.map((members) => {
      if (new Set(members.map((unit) => partOf[unit]!)).size !== 1) return 0;
      return members.reduce((most, unit) => Math.max(most, stepsFrom(graph, zoneOf, unit)), 0) / members.length;
    }),
  };
}

/** The most steps from a unit to another of its zone. */
function stepsFrom(graph: Graph, zoneOf: ArrayLike<number>, from: number): number {
  const steps = new Map([[from, 0]]);
  let farthest = 0;
  for (const [unit, far] of steps) {
    farthest = far;
    for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
      const next = graph.to[p]!;
      if (zoneOf[next] === zoneOf[from] && !steps.has(next)) steps.set(next, far + 1);
    }
  }
  return farthest;
}
