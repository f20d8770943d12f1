import type { Graph } from '../graph.ts';
import type { Objective } from '../objective.ts';

/**
 * The weight of the borders between zones: with weight 1 the number of cut edges that Validi and Buchanan
 * (Mathematical Programming Computation 14, 2022) make small, with border lengths the cut length.
 */
export function cutObjective(graph: Graph, weight: Float64Array): Objective {
  let zone: Int32Array = new Int32Array(0);
  let total = 0;
  const inZone = new Int32Array(graph.n);
  let stamp = 0;
  return {
    begin(zoneOf) {
      zone = zoneOf;
      total = 0;
      for (let e = 0; e < graph.m; e++) if (zone[graph.u[e]!] !== zone[graph.v[e]!]) total += weight[e]!;
    },
    value: () => total,
    delta(unit, from, to) {
      let change = 0;
      for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
        const z = zone[graph.to[p]!]!;
        if (z === from) change += weight[graph.edge[p]!]!;
        else if (z === to) change -= weight[graph.edge[p]!]!;
      }
      return change;
    },
    moved(unit, from, to) {
      total += this.delta(unit, from, to);
    },
    zoneCost(members, count) {
      stamp++;
      for (let i = 0; i < count; i++) inZone[members[i]!] = stamp;
      let boundary = 0;
      for (let i = 0; i < count; i++) {
        const unit = members[i]!;
        for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
          if (inZone[graph.to[p]!] !== stamp) boundary += weight[graph.edge[p]!]!;
        }
      }
      return boundary / 2;
    },
    edgeCosts: { asBorder: weight, asInside: new Float64Array(graph.m) },
    grain: weight.every((w) => Number.isInteger(w)) ? 1 : 0,
  };
}
