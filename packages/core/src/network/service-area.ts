import type { Line } from '../geo/shapes.ts';
import { connectorCost, seedsOf } from './along-edge.ts';
import { placesByEdge, type Links } from './link.ts';
import { searchNearest } from './nearest-search.ts';
import { limitCost, type Limit } from './nearest.ts';
import { edgeCount, edgeStretch } from './street-graph.ts';
import { UNREACHED, type TravelNetwork } from './travel-network.ts';

/** Stretches of street within reach: `from` to `to` millimetres along an edge, by edge, then by place; they never overlap. */
export interface ServiceArea {
  readonly edge: Int32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * The streets within each limit of any of the facilities, cut exactly where the limit falls: draw them thick and the area is
 * true; a hull round them would bridge the canal. One area per limit; the area of a shorter limit lies inside that of a longer.
 * Cost: one search, and one pass over the edges per limit.
 */
export function serviceAreas(network: TravelNetwork, facilities: Links, limits: readonly Limit[]): readonly ServiceArea[] {
  const costs = limits.map((limit) => limitCost(network, limit));
  const field = searchNearest(network, seedsOf(network, facilities), Math.max(-1, ...costs));
  return costs.map((most) => areaWithin(network, facilities, field.cost, most));
}

function areaWithin(network: TravelNetwork, facilities: Links, cost: Uint32Array, most: number): ServiceArea {
  const { graph, edgeForward, edgeBackward } = network;
  const onEdge = placesByEdge(facilities, edgeCount(graph));
  const edges: number[] = [], from: number[] = [], to: number[] = [];
  for (let e = 0; e < edgeCount(graph); e++) {
    const length = graph.edgeLength[e]!, forward = edgeForward[e]!, backward = edgeBackward[e]!;
    const atBegin = cost[graph.edgeFrom[e]!]!, atEnd = cost[graph.edgeTo[e]!]!;
    const pieces: [number, number][] = [];
    if (forward !== UNREACHED && atBegin <= most) pieces.push([0, metresFor(most - atBegin, forward, length)]);
    if (backward !== UNREACHED && atEnd <= most) pieces.push([length - metresFor(most - atEnd, backward, length), length]);
    for (let j = onEdge.first[e]!; j < onEdge.first[e + 1]!; j++) {
      const facility = onEdge.places[j]!;
      const left = most - connectorCost(network, facilities, facility);
      if (left < 0) continue;
      const at = facilities.along[facility]!;
      pieces.push([
        backward === UNREACHED ? at : Math.max(0, at - metresFor(left, backward, length)),
        forward === UNREACHED ? at : Math.min(length, at + metresFor(left, forward, length)),
      ]);
    }
    pieces.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    let open: [number, number] | null = null;
    for (const piece of pieces) {
      if (piece[0] === piece[1]) continue;
      if (open !== null && piece[0] <= open[1]) open[1] = Math.max(open[1], piece[1]);
      else {
        if (open !== null) close(e, open);
        open = piece;
      }
    }
    if (open !== null) close(e, open);
  }
  function close(e: number, [begin, end]: readonly [number, number]): void {
    edges.push(e);
    from.push(begin);
    to.push(end);
  }
  return { edge: Int32Array.from(edges), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** How many millimetres of an edge a cost pays for. */
const metresFor = (budget: number, whole: number, length: number): number =>
  whole === length ? Math.min(length, budget) : whole <= budget ? length : Math.floor((budget * length) / whole);

/** Lines of an area in metres in the plane of the streets, in the order of its rows. */
export const serviceAreaLines = ({ graph }: TravelNetwork, area: ServiceArea): readonly Line[] =>
  Array.from(area.edge, (edge, i) => edgeStretch(graph, edge, area.from[i]!, area.to[i]!));
