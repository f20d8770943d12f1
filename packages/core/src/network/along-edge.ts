import { connectorCostPerMetre, UNREACHED, type TravelNetwork } from './travel-network.ts';
import type { Links } from './link.ts';
import type { Seeds } from './nearest-search.ts';

/** Cost of `part` millimetres of an edge that costs `whole` over `length`; UNREACHED where the edge is closed that way. */
export function costOfPart(whole: number, part: number, length: number): number {
  if (whole === length || whole === UNREACHED) return whole === UNREACHED ? UNREACHED : part;
  return length === 0 ? 0 : Math.round((whole * part) / length);
}

/** Cost of the connector of a linked place. */
export const connectorCost = (network: TravelNetwork, links: Links, place: number): number =>
  Math.round((links.connector[place]! * connectorCostPerMetre(network)) / 1000);

/** Cost over one edge between two places on it, from `a` to `b` millimetres along; UNREACHED against one-way traffic. */
export function costAlongEdge({ graph, edgeForward, edgeBackward }: TravelNetwork, edge: number, a: number, b: number): number {
  const length = graph.edgeLength[edge]!;
  if (a === b) return 0;
  return b > a ? costOfPart(edgeForward[edge]!, b - a, length) : costOfPart(edgeBackward[edge]!, a - b, length);
}

/**
 * Starts at both ends of each place's edge, its connector included; the label is the row of the place. Places without street
 * start nowhere.
 */
export function seedsOf(network: TravelNetwork, links: Links): Seeds {
  const { graph, edgeForward, edgeBackward } = network;
  const rows = links.edge.length;
  const vertex = new Int32Array(2 * rows), cost = new Uint32Array(2 * rows), label = new Int32Array(2 * rows);
  let count = 0;
  const add = (at: number, by: number, place: number): void => {
    if (by >= UNREACHED) return;
    vertex[count] = at;
    cost[count] = by;
    label[count++] = place;
  };
  for (let place = 0; place < rows; place++) {
    const e = links.edge[place]!;
    if (e < 0) continue;
    const connector = connectorCost(network, links, place);
    const length = graph.edgeLength[e]!, along = links.along[place]!;
    add(graph.edgeTo[e]!, connector + costOfPart(edgeForward[e]!, length - along, length), place);
    add(graph.edgeFrom[e]!, connector + costOfPart(edgeBackward[e]!, along, length), place);
  }
  return { vertex: vertex.subarray(0, count), cost: cost.subarray(0, count), label: label.subarray(0, count) };
}
