import type { TravelProfile } from './profiles.ts';
import { edgeCount, vertexCount, type StreetGraph } from './street-graph.ts';
import { roadClasses, Trait } from './street-input.ts';

/** No way there. Larger than any distance, so that comparing needs no special case; never shown as a number. */
export const UNREACHED = 0xffffffff;

/** Largest cost a search adds up to: 2,147 km, or 596 hours. What lies beyond is unreached. */
export const farthestCost = 0x7ffffffe;

/** Steps from vertex to vertex with their cost: all a search needs to know of a network. */
export interface Arcs {
  /** The arcs of vertex v are firstArc[v] up to firstArc[v + 1]. */
  readonly firstArc: Int32Array;
  /**
   * Two numbers per arc: the vertex it leads to, and its cost in whole millimetres (on foot, by wheelchair, by bicycle) or
   * milliseconds (by car). Side by side because a search reads both or neither.
   */
  readonly arcs: Int32Array;
  /** The width of the buckets of a search follows from it. */
  readonly meanCost: number;
}
/**
 * The streets as one kind of traveller sees them. Immutable typed arrays only, so that it can be handed to another thread;
 * made from a graph in milliseconds.
 */
export interface TravelNetwork extends Arcs {
  readonly graph: StreetGraph;
  readonly profile: TravelProfile;
  readonly unit: 'millimetres' | 'milliseconds';
  /** Towards facilities: every arc is turned round, so that a search from a facility finds who can get to it. */
  readonly reversed: boolean;
  /** Edge of an arc times two, plus one when the arc runs from the edge's end to its begin. */
  readonly arcEdge: Int32Array;
  /** Cost of a whole edge in its own direction and against it, in the sense of the search; UNREACHED where closed. */
  readonly edgeForward: Uint32Array;
  readonly edgeBackward: Uint32Array;
  /** Which connected part of the network a vertex is in, by size: 0 is the part with the most vertices. -1: no street of this traveller. */
  readonly part: Int32Array;
  readonly partVertices: Int32Array;
}

/** Cost per metre on the way between a door and the street. */
export const connectorCostPerMetre = ({ unit, profile }: TravelNetwork): number => (unit === 'millimetres' ? 1000 : 1000 / profile.speed.value);

/** Which streets a traveller may use: bit 1 forward, bit 2 backward, per edge. */
export function passable(graph: StreetGraph, profile: TravelProfile): Uint8Array {
  const shift = profile.mode === 'car' ? 4 : profile.mode === 'bike' ? 2 : 0;
  const open = new Uint8Array(edgeCount(graph));
  for (let e = 0; e < open.length; e++) open[e] = (graph.edgeAccess[e]! >> shift) & 3;
  const { avoids, mode, slopes } = profile;
  const closed = (avoids.steps ? Trait.steps : 0) | (avoids.highKerbs ? Trait.highKerb : 0) | (mode === 'wheelchair' ? Trait.wheelchairNo | Trait.roughSurface : 0);
  if (closed !== 0 || slopes.length > 0) {
    for (let e = 0; e < open.length; e++) {
      const traits = graph.edgeTraits[e]!;
      // Somebody who looked and said yes is believed above what follows from other tags.
      if ((traits & Trait.wheelchairYes) === 0 && ((traits & closed) !== 0 || isTooSteep(graph, profile, e))) open[e] = 0;
    }
  }
  return open;
}

/** A tagged slope is held to the limit for the height it climbs: the steeper the shorter. */
function isTooSteep(graph: StreetGraph, { slopes }: TravelProfile, edge: number): boolean {
  const permille = graph.edgeInclinePermille[edge]!;
  if (permille === 0) return false;
  const rise = (graph.edgeLength[edge]! / 1000) * (permille / 1000);
  const limit = slopes.find(({ riseMetres }) => riseMetres === null || rise <= riseMetres);
  return limit !== undefined && permille > limit.percent * 10;
}

/** Costs of whole edges: their length, or the time at the class's speed, for a car at most the posted maximum. */
function edgeCosts(graph: StreetGraph, { mode, speedByClass }: TravelProfile): Uint32Array {
  if (speedByClass === null) return graph.edgeLength;
  const classKmh = roadClasses.map((road) => speedByClass.kmh[road] ?? 0);
  const costs = new Uint32Array(edgeCount(graph));
  for (let e = 0; e < costs.length; e++) {
    const byClass = classKmh[graph.edgeClass[e]!]!;
    const posted = mode === 'car' ? graph.edgeMaxSpeedKmh[e]! : 0;
    const kmh = byClass === 0 ? posted : posted === 0 ? byClass : Math.min(byClass, posted);
    costs[e] = kmh === 0 ? UNREACHED : Math.round((graph.edgeLength[e]! * 3.6) / kmh);
  }
  return costs;
}

/**
 * The network of one kind of traveller. `towards` 'from' searches from places outwards (the 24-hour team drives to people);
 * 'to' finds the way to places (people walk to the shop). On foot both are the same but for one-way footpaths. Cost linear.
 */
export function travelNetwork(graph: StreetGraph, profile: TravelProfile, towards: 'from' | 'to'): TravelNetwork {
  const open = passable(graph, profile);
  const costs = edgeCosts(graph, profile);
  const edges = edgeCount(graph);
  const reversed = towards === 'to';
  const along = reversed ? 2 : 1, against = reversed ? 1 : 2;
  const edgeForward = new Uint32Array(edges), edgeBackward = new Uint32Array(edges);
  for (let e = 0; e < edges; e++) {
    edgeForward[e] = (open[e]! & along) !== 0 ? costs[e]! : UNREACHED;
    edgeBackward[e] = (open[e]! & against) !== 0 ? costs[e]! : UNREACHED;
  }
  const vertices = vertexCount(graph);
  const { edgeFrom, edgeTo } = graph;
  const firstArc = new Int32Array(vertices + 1);
  for (let e = 0; e < edges; e++) {
    if (edgeForward[e] !== UNREACHED) firstArc[edgeFrom[e]! + 1]!++;
    if (edgeBackward[e] !== UNREACHED) firstArc[edgeTo[e]! + 1]!++;
  }
  for (let v = 0; v < vertices; v++) firstArc[v + 1]! += firstArc[v]!;
  const count = firstArc[vertices]!;
  const next = firstArc.slice(0, vertices);
  const arcs = new Int32Array(2 * count), arcEdge = new Int32Array(count);
  for (let e = 0; e < edges; e++) {
    if (edgeForward[e] !== UNREACHED) {
      const arc = next[edgeFrom[e]!]!++;
      arcs[2 * arc] = edgeTo[e]!;
      arcs[2 * arc + 1] = edgeForward[e]!;
      arcEdge[arc] = 2 * e;
    }
    if (edgeBackward[e] !== UNREACHED) {
      const arc = next[edgeTo[e]!]!++;
      arcs[2 * arc] = edgeFrom[e]!;
      arcs[2 * arc + 1] = edgeBackward[e]!;
      arcEdge[arc] = 2 * e + 1;
    }
  }
  return {
    graph, profile, unit: profile.speedByClass === null ? 'millimetres' : 'milliseconds', reversed,
    firstArc, arcs, meanCost: meanCostOf(arcs), arcEdge, edgeForward, edgeBackward, ...connectedParts(graph, edgeForward, edgeBackward),
  };
}

export function meanCostOf(arcs: Int32Array): number {
  let total = 0;
  for (let i = 1; i < arcs.length; i += 2) total += arcs[i]!;
  return arcs.length === 0 ? 0 : (2 * total) / arcs.length;
}

/** Parts of the network that hang together when direction is left aside, largest first; ties by lowest vertex. */
function connectedParts({ edgeFrom, edgeTo, vertexXy }: StreetGraph, forward: Uint32Array, backward: Uint32Array): { part: Int32Array; partVertices: Int32Array } {
  const vertices = vertexXy.length / 2;
  const parent = new Int32Array(vertices);
  for (let v = 0; v < vertices; v++) parent[v] = v;
  const used = new Uint8Array(vertices);
  const root = (vertex: number): number => {
    let v = vertex;
    while (parent[v] !== v) v = parent[v] = parent[parent[v]!]!;
    return v;
  };
  for (let e = 0; e < edgeFrom.length; e++) {
    if (forward[e] === UNREACHED && backward[e] === UNREACHED) continue;
    const a = root(edgeFrom[e]!), b = root(edgeTo[e]!);
    used[edgeFrom[e]!] = 1;
    used[edgeTo[e]!] = 1;
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const size = new Int32Array(vertices);
  for (let v = 0; v < vertices; v++) if (used[v] === 1) size[root(v)]!++;
  const roots: number[] = [];
  for (let v = 0; v < vertices; v++) if (size[v]! > 0) roots.push(v);
  roots.sort((a, b) => size[b]! - size[a]! || a - b);
  const rank = new Int32Array(vertices).fill(-1);
  roots.forEach((v, i) => (rank[v] = i));
  const part = new Int32Array(vertices).fill(-1);
  for (let v = 0; v < vertices; v++) if (used[v] === 1) part[v] = rank[root(v)]!;
  return { part, partVertices: Int32Array.from(roots, (v) => size[v]!) };
}
