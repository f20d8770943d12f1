import { err, ok, type Result } from '../model/result.ts';
import { hilbertOrder } from './hilbert.ts';
import type { StreetGraph } from './street-graph.ts';
import { Access, Trait, type StreetInput } from './street-input.ts';

export type StreetProblem =
  | { readonly code: 'no-streets' }
  | { readonly code: 'place-is-no-number'; readonly nodes: number }
  | { readonly code: 'place-outside-plane'; readonly nodes: number }
  | { readonly code: 'length-is-no-number'; readonly steps: number };

/** Millimetres that fit a signed 32-bit whole number: 2,147 km either way. */
const farthestMetres = 2_147_483;

const none = -1;

/** The same street travelled the other way: forward and backward bits change places. */
const turned = (access: number): number =>
  ((access & (Access.footForward | Access.bikeForward | Access.carForward)) << 1) |
  ((access & (Access.footBackward | Access.bikeBackward | Access.carBackward)) >> 1);

/**
 * A street graph from ways: vertices only where streets meet, end or change in a way that matters to somebody on foot, by
 * wheelchair, bicycle or car; points between become the shape of an edge. A gate inside a way becomes an edge of no length
 * that lets through whom the gate lets through; at a junction, where it is unclear what it closes, a gate closes nothing.
 * Parallel streets and loops are kept. Cost n log n.
 */
export function buildStreetGraph(input: StreetInput): Result<StreetGraph, StreetProblem> {
  const problem = findProblem(input);
  if (problem !== null) return err(problem);
  const segments = segmentsOf(input);
  if (segments.count === 0) return err({ code: 'no-streets' });
  const kind = nodeKinds(input, segments);
  return ok(sortedGraph(input, chains(input, segments, kind)));
}

function findProblem(input: StreetInput): StreetProblem | null {
  const { xy, ways } = input;
  let noNumber = 0, outside = 0, badSteps = 0;
  const seen = new Uint8Array(xy.length / 2);
  for (const node of ways.nodes) {
    if (seen[node] === 1) continue;
    seen[node] = 1;
    const x = xy[2 * node], y = xy[2 * node + 1];
    if (!Number.isFinite(x) || !Number.isFinite(y)) noNumber++;
    else if (Math.abs(x!) > farthestMetres || Math.abs(y!) > farthestMetres) outside++;
  }
  for (let way = 0; way + 1 < ways.start.length; way++) {
    for (let i = ways.start[way]!; i + 1 < ways.start[way + 1]!; i++) if (!(ways.stepMetres[i]! >= 0 && ways.stepMetres[i]! <= farthestMetres)) badSteps++;
  }
  if (noNumber > 0) return { code: 'place-is-no-number', nodes: noNumber };
  if (outside > 0) return { code: 'place-outside-plane', nodes: outside };
  if (badSteps > 0) return { code: 'length-is-no-number', steps: badSteps };
  return null;
}

/** Straight pieces of ways, from node a to node b, and for nodes on two of them which two. */
interface Segments {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly way: Int32Array;
  readonly metres: Float64Array;
  readonly degree: Int32Array;
  /** First and second segment at a node; more are not kept, such a node is a junction anyhow. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

function segmentsOf({ xy, ways }: StreetInput): Segments {
  const most = ways.nodes.length;
  const a = new Int32Array(most), b = new Int32Array(most), way = new Int32Array(most), metres = new Float64Array(most);
  const nodes = xy.length / 2;
  const degree = new Int32Array(nodes), first = new Int32Array(nodes).fill(none), second = new Int32Array(nodes).fill(none);
  let count = 0;
  const meet = (node: number, segment: number): void => {
    if (degree[node] === 0) first[node] = segment;
    else if (degree[node] === 1) second[node] = segment;
    degree[node]!++;
  };
  for (let w = 0; w + 1 < ways.start.length; w++) {
    for (let i = ways.start[w]!; i + 1 < ways.start[w + 1]!; i++) {
      const from = ways.nodes[i]!, to = ways.nodes[i + 1]!;
      // The same node twice in a row is a slip of the hand, no loop.
      if (from === to) continue;
      a[count] = from;
      b[count] = to;
      way[count] = w;
      metres[count] = ways.stepMetres[i]!;
      meet(from, count);
      meet(to, count);
      count++;
    }
  }
  return { count, a, b, way, metres, degree, first, second };
}

/** What a node is to the graph: only shape, or a vertex; a node from `gateOffset` on is gate number node − gateOffset. */
const shapeOnly = 0;
const vertex = 1;
const gateOffset = 2;

function nodeKinds({ ways, gates }: StreetInput, segments: Segments): Int32Array {
  const { a, b, way, degree, first, second } = segments;
  const kind = new Int32Array(degree.length);
  for (let node = 0; node < kind.length; node++) {
    if (degree[node] !== 2) {
      kind[node] = vertex;
      continue;
    }
    const s = first[node]!, t = second[node]!;
    const p = way[s]!, q = way[t]!;
    if (p === q) continue;
    const sameDirection = (b[s] === node) === (a[t] === node);
    const alike =
      ways.access[p] === (sameDirection ? ways.access[q] : turned(ways.access[q]!)) && ways.traits[p] === ways.traits[q] &&
      ways.roadClass[p] === ways.roadClass[q] && ways.maxSpeedKmh[p] === ways.maxSpeedKmh[q] &&
      ways.inclinePermille[p] === ways.inclinePermille[q] && ways.name[p] === ways.name[q];
    if (!alike) kind[node] = vertex;
  }
  for (let gate = 0; gate < gates.node.length; gate++) {
    const node = gates.node[gate]!;
    if (degree[node] === 2) kind[node] = gateOffset + gate;
  }
  return kind;
}

/** Edges before vertices have their final numbers; a growing list in columns. */
interface Chains {
  /** Node of each vertex; the far side of a gate repeats its node. */
  readonly vertexNode: number[];
  readonly from: number[];
  readonly to: number[];
  readonly millimetres: number[];
  readonly access: number[];
  readonly traits: number[];
  /** The way an edge has its class, speed and name from. */
  readonly way: number[];
  readonly shapeStart: number[];
  readonly shape: number[];
}

function chains(input: StreetInput, segments: Segments, kind: Int32Array): Chains {
  const { ways, gates } = input;
  const { count, a, b, way, metres, first, second } = segments;
  const out: Chains = { vertexNode: [], from: [], to: [], millimetres: [], access: [], traits: [], way: [], shapeStart: [0], shape: [] };
  // A gate has a near and a far side: the side of its first segment and that of its second.
  const near = new Int32Array(kind.length).fill(none), far = new Int32Array(kind.length).fill(none);
  const newVertex = (node: number): number => out.vertexNode.push(node) - 1;
  const vertexAt = (node: number, segment: number): number => {
    const side = kind[node]! >= gateOffset && second[node] === segment ? far : near;
    if (side[node] === none) side[node] = newVertex(node);
    return side[node]!;
  };
  const closeEdge = (from: number, to: number, length: number, access: number, traits: number, ofWay: number): void => {
    out.from.push(from);
    out.to.push(to);
    out.millimetres.push(Math.round(length * 1000));
    out.access.push(access);
    out.traits.push(traits);
    out.way.push(ofWay);
    out.shapeStart.push(out.shape.length);
  };
  const done = new Uint8Array(count);
  const walk = (start: number, segment: number): void => {
    const forward = a[segment] === start;
    const ofWay = way[segment]!;
    const from = vertexAt(start, segment);
    let node = start, at = segment, length = 0;
    out.shape.push(node);
    for (;;) {
      done[at] = 1;
      length += metres[at]!;
      node = a[at] === node ? b[at]! : a[at]!;
      out.shape.push(node);
      if (kind[node] !== shapeOnly) break;
      at = first[node] === at ? second[node]! : first[node]!;
    }
    const access = ways.access[ofWay]!;
    closeEdge(from, vertexAt(node, at), length, forward ? access : turned(access), ways.traits[ofWay]!, ofWay);
  };
  for (let segment = 0; segment < count; segment++) {
    if (done[segment] === 0 && kind[a[segment]!] !== shapeOnly) walk(a[segment]!, segment);
    if (done[segment] === 0 && kind[b[segment]!] !== shapeOnly) walk(b[segment]!, segment);
  }
  // What is left are rings that nothing touches: they open at the node their first segment begins with.
  for (let segment = 0; segment < count; segment++) {
    if (done[segment] === 1) continue;
    kind[a[segment]!] = vertex;
    walk(a[segment]!, segment);
  }
  for (let gate = 0; gate < gates.node.length; gate++) {
    const node = gates.node[gate]!;
    if (kind[node] !== gateOffset + gate || near[node] === none || far[node] === none) continue;
    const p = way[first[node]!]!, q = way[second[node]!]!;
    const access = gates.access[gate]! & (ways.access[p]! | ways.access[q]! | turned(ways.access[p]! | ways.access[q]!));
    out.shape.push(node, node);
    closeEdge(near[node]!, far[node]!, 0, access, gates.traits[gate]! | (ways.traits[p]! & ways.traits[q]! & (Trait.bridge | Trait.tunnel)), p);
  }
  return out;
}

function sortedGraph({ plane, xy, ways, names }: StreetInput, { vertexNode, from, to, millimetres, access, traits, way, shapeStart, shape }: Chains): StreetGraph {
  const millimetre = (value: number): number => Math.round(value * 1000);
  const vertices = vertexNode.length, edges = from.length;
  const x = new Int32Array(vertices), y = new Int32Array(vertices);
  for (let v = 0; v < vertices; v++) {
    x[v] = millimetre(xy[2 * vertexNode[v]!]!);
    y[v] = millimetre(xy[2 * vertexNode[v]! + 1]!);
  }
  const order = hilbertOrder(x, y);
  const rank = new Int32Array(vertices);
  const vertexXy = new Int32Array(2 * vertices);
  for (let r = 0; r < vertices; r++) {
    const v = order[r]!;
    rank[v] = r;
    vertexXy[2 * r] = x[v]!;
    vertexXy[2 * r + 1] = y[v]!;
  }
  const edgeOrder = orderByVertex(from, to, rank, vertices);
  const graph = {
    plane, names, vertexXy,
    edgeFrom: new Int32Array(edges), edgeTo: new Int32Array(edges), edgeLength: new Uint32Array(edges),
    edgeAccess: new Uint8Array(edges), edgeTraits: new Uint8Array(edges), edgeClass: new Uint8Array(edges),
    edgeMaxSpeedKmh: new Uint8Array(edges), edgeInclinePermille: new Uint8Array(edges), edgeName: new Int32Array(edges),
    shapeStart: new Int32Array(edges + 1), shapeXy: new Int32Array(2 * shape.length),
  };
  let point = 0;
  for (let e = 0; e < edges; e++) {
    const old = edgeOrder[e]!;
    const backwards = rank[from[old]!]! > rank[to[old]!]!;
    graph.edgeFrom[e] = rank[backwards ? to[old]! : from[old]!]!;
    graph.edgeTo[e] = rank[backwards ? from[old]! : to[old]!]!;
    graph.edgeLength[e] = millimetres[old]!;
    graph.edgeAccess[e] = backwards ? turned(access[old]!) : access[old]!;
    graph.edgeTraits[e] = traits[old]!;
    const ofWay = way[old]!;
    graph.edgeClass[e] = ways.roadClass[ofWay]!;
    graph.edgeMaxSpeedKmh[e] = ways.maxSpeedKmh[ofWay]!;
    graph.edgeInclinePermille[e] = ways.inclinePermille[ofWay]!;
    graph.edgeName[e] = ways.name[ofWay]!;
    graph.shapeStart[e] = point;
    const begin = shapeStart[old]!, end = shapeStart[old + 1]!;
    for (let i = begin; i < end; i++) {
      const node = shape[backwards ? end - 1 - (i - begin) : i]!;
      graph.shapeXy[2 * point] = millimetre(xy[2 * node]!);
      graph.shapeXy[2 * point + 1] = millimetre(xy[2 * node + 1]!);
      point++;
    }
  }
  graph.shapeStart[edges] = point;
  return graph;
}

/** Edges by their lower vertex, then their higher, then as found: two counting sorts. */
function orderByVertex(from: readonly number[], to: readonly number[], rank: Int32Array, vertices: number): Int32Array {
  const edges = from.length;
  const low = new Int32Array(edges), high = new Int32Array(edges);
  for (let e = 0; e < edges; e++) {
    low[e] = Math.min(rank[from[e]!]!, rank[to[e]!]!);
    high[e] = Math.max(rank[from[e]!]!, rank[to[e]!]!);
  }
  let order = Int32Array.from({ length: edges }, (_, e) => e);
  for (const key of [high, low]) {
    const next = new Int32Array(vertices + 1);
    for (let e = 0; e < edges; e++) next[key[e]! + 1]!++;
    for (let v = 0; v < vertices; v++) next[v + 1]! += next[v]!;
    const sorted = new Int32Array(edges);
    for (let i = 0; i < edges; i++) sorted[next[key[order[i]!]!]!++] = order[i]!;
    order = sorted;
  }
  return order;
}
