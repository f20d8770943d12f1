import { UNREACHED, type Links, type TravelNetwork } from '@woonzorgzones/core/network';

/**
 * Costs between linked places the slow and obvious way: every place becomes a node that cuts its street, then Floyd and
 * Warshall over all nodes. Row a, column b: from a to b in the sense of a network made 'from'. Cubic; for small graphs.
 */
export function slowCosts({ graph, edgeForward, edgeBackward }: TravelNetwork, sets: readonly Links[]): number[][] {
  const vertices = graph.vertexXy.length / 2;
  const places = sets.flatMap((links) => Array.from(links.edge, (edge, i) => ({ edge, along: links.along[i]!, connector: links.connector[i]! })));
  const n = vertices + places.length;
  const cost = Array.from({ length: n }, (_, a) => Array.from({ length: n }, (__, b) => (a === b ? 0 : Infinity)));
  const join = (a: number, b: number, by: number): void => {
    cost[a]![b] = Math.min(cost[a]![b]!, by);
  };
  for (let e = 0; e < graph.edgeFrom.length; e++) {
    // In the order they are passed: begin, places, end. Between any two a way along the street, where traffic allows.
    const onStreet = places.flatMap(({ edge, along }, p) => (edge === e ? [{ node: vertices + p, at: along }] : [])).sort((a, b) => a.at - b.at);
    const cuts = [{ node: graph.edgeFrom[e]!, at: 0 }, ...onStreet, { node: graph.edgeTo[e]!, at: graph.edgeLength[e]! }];
    cuts.forEach((a, i) => cuts.slice(i + 1).forEach((b, j) => {
      const samePlace = a.at === b.at && i > 0 && i + 1 + j < cuts.length - 1;
      if (samePlace || edgeForward[e] !== UNREACHED) join(a.node, b.node, b.at - a.at);
      if (samePlace || edgeBackward[e] !== UNREACHED) join(b.node, a.node, b.at - a.at);
    }));
  }
  for (let k = 0; k < n; k++) for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) join(a, b, cost[a]![k]! + cost[k]![b]!);
  return places.map((a, i) => places.map((b, j) => (a.edge < 0 || b.edge < 0 ? Infinity : a.connector + cost[vertices + i]![vertices + j]! + b.connector)));
}
