import type { Line } from '../geo/shapes.ts';
import { err, ok, type Result } from '../model/result.ts';
import { connectorCost, costAlongEdge, costOfPart } from './along-edge.ts';
import { BoundedSearch } from './bounded-search.ts';
import type { Links } from './link.ts';
import { partsWithFacility, whyUnreached } from './nearest.ts';
import type { Reason } from './reasons.ts';
import { edgeStretch } from './street-graph.ts';
import { farthestCost, UNREACHED, type TravelNetwork } from './travel-network.ts';

/** A stretch of an edge, in the direction it is travelled: against the edge when `from` is the larger. Millimetres along it. */
export interface RouteStretch {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** A way from door to door: why an address has the distance it has. */
export interface Route {
  /** Whole millimetres or milliseconds, connectors included. */
  readonly cost: number;
  readonly startConnector: number;
  readonly endConnector: number;
  /** Over the ground, without connectors. */
  readonly streetMillimetres: number;
  readonly stretches: readonly RouteStretch[];
  /** Streets in the order they are travelled; null where a street has no name. */
  readonly streets: readonly { readonly name: string | null; readonly millimetres: number }[];
  /** Along the streets, metres in their plane, from the foot of the first connector to that of the last. */
  readonly line: Line;
}

/**
 * The shortest way from one linked place to another, whichever way round the network was made. Equal ways are settled by the
 * lower vertex. Cost: a search over what is nearer than the end.
 */
export function findRoute(network: TravelNetwork, starts: Links, start: number, ends: Links, end: number): Result<Route, { readonly reason: Reason }> {
  const { graph, edgeForward, edgeBackward, reversed } = network;
  // The search runs in the sense of the network: from the start, or against traffic from the end.
  const [roots, root, goals, goal] = reversed ? [ends, end, starts, start] : [starts, start, ends, end];
  const rootEdge = roots.edge[root]!, goalEdge = goals.edge[goal]!;
  if (rootEdge < 0) return err({ reason: roots.reason[root]! as Reason });
  if (goalEdge < 0) return err({ reason: goals.reason[goal]! as Reason });
  const rootAlong = roots.along[root]!, goalAlong = goals.along[goal]!;
  const rootLength = graph.edgeLength[rootEdge]!, goalLength = graph.edgeLength[goalEdge]!;
  let best = rootEdge === goalEdge ? costAlongEdge(network, rootEdge, rootAlong, goalAlong) : UNREACHED;
  let through = -1;

  const search = new BoundedSearch(network);
  const limit = Math.min(best, farthestCost);
  search.start(graph.edgeTo[rootEdge]!, costOfPart(edgeForward[rootEdge]!, rootLength - rootAlong, rootLength), limit);
  search.start(graph.edgeFrom[rootEdge]!, costOfPart(edgeBackward[rootEdge]!, rootAlong, rootLength), limit);
  search.run(limit);
  const lastPart = (vertex: number, cost: number): void => {
    if (search.cost[vertex] === UNREACHED || cost === UNREACHED) return;
    const total = search.cost[vertex]! + cost;
    if (total < best) {
      best = total;
      through = vertex;
    }
  };
  const goalBegin = graph.edgeFrom[goalEdge]!, goalEnd = graph.edgeTo[goalEdge]!;
  const fromBegin = costOfPart(edgeForward[goalEdge]!, goalAlong, goalLength), fromEnd = costOfPart(edgeBackward[goalEdge]!, goalLength - goalAlong, goalLength);
  lastPart(goalBegin, fromBegin);
  lastPart(goalEnd, fromEnd);
  if (best === UNREACHED) {
    return err({ reason: whyUnreached(network, partsWithFacility(network, roots), goalBegin, farthestCost) });
  }
  const path: RouteStretch[] = through === -1 ? [{ edge: rootEdge, from: rootAlong, to: goalAlong }] : tracePath(network, search, through, rootEdge, rootAlong);
  if (through !== -1) {
    const viaBegin = through === goalBegin && search.cost[through]! + fromBegin === best;
    path.push({ edge: goalEdge, from: viaBegin ? 0 : goalLength, to: goalAlong });
  }
  const travelled = path.filter(({ from, to }) => from !== to);
  const stretches = reversed ? travelled.map(({ edge, from, to }) => ({ edge, from: to, to: from })).reverse() : travelled;
  return ok({
    cost: best + connectorCost(network, roots, root) + connectorCost(network, goals, goal),
    startConnector: starts.connector[start]!, endConnector: ends.connector[end]!,
    streetMillimetres: stretches.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0),
    stretches, streets: streetsOf(network, stretches), line: lineOf(network, stretches),
  });
}

/** The stretches from the root to a vertex, in the sense of the search. */
function tracePath({ graph, arcEdge, edgeForward }: TravelNetwork, search: BoundedSearch, vertex: number, rootEdge: number, rootAlong: number): RouteStretch[] {
  const back: RouteStretch[] = [];
  let at = vertex;
  for (let arc = search.arcTo(at); arc !== -1; arc = search.arcTo(at)) {
    const edge = arcEdge[arc]! >> 1;
    const length = graph.edgeLength[edge]!;
    const backwards = (arcEdge[arc]! & 1) === 1;
    back.push(backwards ? { edge, from: length, to: 0 } : { edge, from: 0, to: length });
    at = backwards ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!;
  }
  const length = graph.edgeLength[rootEdge]!;
  const toEnd = at === graph.edgeTo[rootEdge] && search.cost[at] === costOfPart(edgeForward[rootEdge]!, length - rootAlong, length);
  back.push({ edge: rootEdge, from: rootAlong, to: toEnd ? length : 0 });
  return back.reverse();
}

function streetsOf({ graph }: TravelNetwork, stretches: readonly RouteStretch[]): Route['streets'] {
  const streets: { name: string | null; millimetres: number }[] = [];
  for (const { edge, from, to } of stretches) {
    const name = graph.names[graph.edgeName[edge]!] ?? null;
    const last = streets.at(-1);
    if (last?.name === name) last.millimetres += Math.abs(to - from);
    else streets.push({ name, millimetres: Math.abs(to - from) });
  }
  return streets;
}

function lineOf({ graph }: TravelNetwork, stretches: readonly RouteStretch[]): Line {
  const points: number[] = [];
  for (const { edge, from, to } of stretches) {
    const line = edgeStretch(graph, edge, from, to);
    for (let i = points.length === 0 ? 0 : 2; i < line.length; i += 2) points.push(line[i]!, line[i + 1]!);
  }
  return Float64Array.from(points);
}
