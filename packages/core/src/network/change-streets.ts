import { lineLengthMetres } from '../geo/line.ts';
import type { Line } from '../geo/shapes.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { Links } from './link.ts';
import { edgeCount, edgeStretch, vertexCount, type StreetGraph } from './street-graph.ts';

/** A place on an edge, in millimetres over the ground from its begin. */
export interface PlaceOnEdge {
  readonly edge: number;
  readonly along: number;
}

/** A street that is not there yet: a path, a bridge. Access and traits as in `StreetInput`. */
export interface NewStreet {
  readonly from: PlaceOnEdge;
  readonly to: PlaceOnEdge;
  /** Points between the two ends, metres in the plane of the graph; empty for a straight one. */
  readonly via: Line;
  readonly access: number;
  readonly traits: number;
  readonly roadClass: number;
  readonly name: string | null;
}

export interface StreetChanges {
  readonly added: readonly NewStreet[];
  /** Edges and the bits of access they lose: a level crossing closed to walkers, a street to cars. */
  readonly closed: readonly { readonly edge: number; readonly access: number }[];
}

export type ChangeProblem = { readonly code: 'no-such-edge'; readonly edge: number } | { readonly code: 'no-such-place'; readonly edge: number; readonly along: number };

/** The streets of a scenario beside those of today, which stay as they are. */
export interface ChangedStreets {
  readonly graph: StreetGraph;
  /** Links made on today's graph, on this one. Nobody is put on another street: only the names of edges change. */
  readonly moveLinks: (links: Links) => Links;
}

/** The stretches an edge was cut into, in order; piece i ends at `cuts[i + 1]`. */
interface Pieces {
  readonly cuts: readonly number[];
  readonly firstPiece: number;
}

/**
 * Today's streets with some added and some closed. New vertices and edges come after the old ones, whose numbers stay; an edge
 * where a new street joins is closed and stands again as its pieces. Nothing is read or built anew: the cost is that of
 * copying the columns.
 */
export function changeStreets(graph: StreetGraph, { added, closed }: StreetChanges): Result<ChangedStreets, ChangeProblem> {
  const problem = findProblem(graph, added, closed);
  if (problem !== null) return err(problem);

  const next = growing(graph);
  for (const { edge, access } of closed) next.access[edge]! &= ~access;
  const places = added.flatMap(({ from, to }) => [from, to]);
  const piecesOf = new Map<number, Pieces>();
  const vertexAt = new Map<string, number>();
  for (const edge of [...new Set(places.map((place) => place.edge))].sort((a, b) => a - b)) {
    const length = graph.edgeLength[edge]!;
    const inner = [...new Set(places.filter((place) => place.edge === edge).map((place) => place.along))].filter((along) => along > 0 && along < length).sort((a, b) => a - b);
    vertexAt.set(`${edge} 0`, graph.edgeFrom[edge]!);
    vertexAt.set(`${edge} ${length}`, graph.edgeTo[edge]!);
    if (inner.length === 0) continue;
    const cuts = [0, ...inner, length];
    for (const along of inner) {
      vertexAt.set(`${edge} ${along}`, next.vertex(...placeOf(graph, { edge, along })));
    }
    const firstPiece = next.edges();
    for (let i = 0; i + 1 < cuts.length; i++) {
      next.edge(vertexAt.get(`${edge} ${cuts[i]!}`)!, vertexAt.get(`${edge} ${cuts[i + 1]!}`)!, cuts[i + 1]! - cuts[i]!, edgeStretch(graph, edge, cuts[i]!, cuts[i + 1]!), {
        access: next.access[edge]!, traits: graph.edgeTraits[edge]!, roadClass: graph.edgeClass[edge]!,
        maxSpeedKmh: graph.edgeMaxSpeedKmh[edge]!, inclinePermille: graph.edgeInclinePermille[edge]!, name: graph.edgeName[edge]!,
      });
    }
    next.access[edge] = 0;
    piecesOf.set(edge, { cuts, firstPiece });
  }
  const names = [...graph.names];
  for (const street of added) {
    const begin = placeOf(graph, street.from), end = placeOf(graph, street.to);
    const line = Float64Array.from([...begin, ...street.via, ...end]);
    let name = -1;
    if (street.name !== null) {
      name = names.indexOf(street.name);
      if (name === -1) name = names.push(street.name) - 1;
    }
    const at = ({ edge, along }: PlaceOnEdge): number => vertexAt.get(`${edge} ${along}`)!;
    next.edge(at(street.from), at(street.to), Math.round(lineLengthMetres(line) * 1000), line, {
      access: street.access, traits: street.traits, roadClass: street.roadClass, maxSpeedKmh: 0, inclinePermille: 0, name,
    });
  }
  return ok({ graph: next.graph(names), moveLinks: (links) => movedLinks(links, piecesOf) });
}

function findProblem(graph: StreetGraph, added: StreetChanges['added'], closed: StreetChanges['closed']): ChangeProblem | null {
  const exists = (edge: number): boolean => Number.isInteger(edge) && edge >= 0 && edge < edgeCount(graph);
  for (const { edge } of closed) if (!exists(edge)) return { code: 'no-such-edge', edge };
  for (const { edge, along } of added.flatMap(({ from, to }) => [from, to])) {
    if (!exists(edge)) return { code: 'no-such-edge', edge };
    if (!(Number.isInteger(along) && along >= 0 && along <= graph.edgeLength[edge]!)) return { code: 'no-such-place', edge, along };
  }
  return null;
}

function placeOf(graph: StreetGraph, { edge, along }: PlaceOnEdge): readonly [number, number] {
  const point = edgeStretch(graph, edge, along, along);
  return [point[0]!, point[1]!];
}

interface EdgeColumns {
  readonly access: number;
  readonly traits: number;
  readonly roadClass: number;
  readonly maxSpeedKmh: number;
  readonly inclinePermille: number;
  readonly name: number;
}

/** The columns of a graph with room to put rows after them. */
function growing(graph: StreetGraph) {
  const vertexXy: number[] = [];
  const access = graph.edgeAccess.slice();
  const from: number[] = [], to: number[] = [], length: number[] = [], columns: EdgeColumns[] = [], lines: Line[] = [];
  const vertices = vertexCount(graph), edges = edgeCount(graph);
  const millimetre = (value: number): number => Math.round(value * 1000);
  return {
    access,
    edges: (): number => edges + from.length,
    vertex: (x: number, y: number): number => vertices + vertexXy.push(millimetre(x), millimetre(y)) / 2 - 1,
    edge(a: number, b: number, millimetres: number, line: Line, of: EdgeColumns): void {
      from.push(a);
      to.push(b);
      length.push(millimetres);
      lines.push(line);
      columns.push(of);
    },
    graph(names: readonly string[]): StreetGraph {
      const points = graph.shapeXy.length / 2;
      const shapeXy = new Int32Array(graph.shapeXy.length + lines.reduce((sum, line) => sum + line.length, 0));
      shapeXy.set(graph.shapeXy);
      const shapeStart = new Int32Array(edges + lines.length + 1);
      shapeStart.set(graph.shapeStart);
      let at = points;
      for (const [i, line] of lines.entries()) {
        for (let j = 0; j < line.length; j++) shapeXy[2 * at + j] = millimetre(line[j]!);
        at += line.length / 2;
        shapeStart[edges + i + 1] = at;
      }
      return {
        plane: graph.plane, names, shapeStart, shapeXy,
        vertexXy: extended(graph.vertexXy, vertexXy), edgeFrom: extended(graph.edgeFrom, from), edgeTo: extended(graph.edgeTo, to),
        edgeLength: extended(graph.edgeLength, length), edgeAccess: extended(access, columns.map((of) => of.access)),
        edgeTraits: extended(graph.edgeTraits, columns.map((of) => of.traits)), edgeClass: extended(graph.edgeClass, columns.map((of) => of.roadClass)),
        edgeMaxSpeedKmh: extended(graph.edgeMaxSpeedKmh, columns.map((of) => of.maxSpeedKmh)),
        edgeInclinePermille: extended(graph.edgeInclinePermille, columns.map((of) => of.inclinePermille)),
        edgeName: extended(graph.edgeName, columns.map((of) => of.name)),
      };
    },
  };
}

function extended<T extends Int32Array | Uint32Array | Uint8Array>(column: T, more: readonly number[]): T {
  const longer = new (column.constructor as new (length: number) => T)(column.length + more.length);
  longer.set(column);
  longer.set(more, column.length);
  return longer;
}

function movedLinks(links: Links, piecesOf: ReadonlyMap<number, Pieces>): Links {
  const edge = links.edge.slice(), along = links.along.slice();
  for (let i = 0; i < edge.length; i++) {
    const pieces = piecesOf.get(edge[i]!);
    if (pieces === undefined) continue;
    let piece = 0;
    while (along[i]! > pieces.cuts[piece + 1]!) piece++;
    edge[i] = pieces.firstPiece + piece;
    along[i]! -= pieces.cuts[piece]!;
  }
  return { edge, along, connector: links.connector, reason: links.reason };
}
