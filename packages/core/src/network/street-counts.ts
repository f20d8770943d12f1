import type { StreetGraph } from './street-graph.ts';
import { edgeCount, vertexCount } from './street-graph.ts';
import { anyWalker } from './profiles.ts';
import { roadClasses } from './street-input.ts';
import { UNREACHED, travelNetwork } from './travel-network.ts';

/** How a street network hangs together for somebody on foot: what tells a planner whether it can be trusted. */
export interface StreetCounts {
  /** Places where streets meet, end or change. */
  readonly junctions: number;
  readonly stretches: number;
  readonly kilometres: number;
  /**
   * Parts a walker cannot get between; 1 for streets that all hang together, 0 where no street is open to walkers. The platforms
   * of stations and stops, drawn round their edge and joined to no street, are no parts: nobody lives or stops there.
   */
  readonly parts: number;
  /** Share of the junctions open to walkers that lie in the largest part; 0 to 1. */
  readonly largestPartShare: number;
  /** Junctions open to walkers where only one stretch arrives. */
  readonly deadEnds: number;
}

const platform = roadClasses.indexOf('platform');

/** Counts of a street graph. Cost linear. */
export function countStreets(graph: StreetGraph): StreetCounts {
  const { edgeForward, edgeBackward, part, partVertices } = travelNetwork(graph, anyWalker, 'from');
  const arriving = new Int32Array(vertexCount(graph));
  const isStreet = new Uint8Array(partVertices.length);
  let millimetres = 0;
  for (let e = 0; e < edgeCount(graph); e++) {
    millimetres += graph.edgeLength[e]!;
    if (edgeForward[e] === UNREACHED && edgeBackward[e] === UNREACHED) continue;
    arriving[graph.edgeFrom[e]!]!++;
    arriving[graph.edgeTo[e]!]!++;
    if (graph.edgeClass[e] !== platform) isStreet[part[graph.edgeFrom[e]!]!] = 1;
  }
  const streetParts = partVertices.filter((_, row) => isStreet[row] === 1);
  const walkable = streetParts.reduce((sum, vertices) => sum + vertices, 0);
  return {
    junctions: vertexCount(graph), stretches: edgeCount(graph), kilometres: millimetres / 1e6,
    parts: streetParts.length, largestPartShare: walkable === 0 ? 0 : streetParts[0]! / walkable,
    deadEnds: arriving.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0),
  };
}
