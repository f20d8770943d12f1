import { segmentCrossing, turn } from '../geo/line.ts';
import type { Line } from '../geo/shapes.ts';
import { gridSegments, type SegmentGrid } from './segment-grid.ts';
import { edgeCount, type StreetGraph } from './street-graph.ts';
import { Access } from './street-input.ts';

/** A place where somebody on foot gets past a barrier: a bridge, a tunnel, a level crossing. Metres in the plane of the graph. */
export interface WalkersCrossing {
  readonly x: number;
  readonly y: number;
  /** Of the street; null where it has none. */
  readonly street: string | null;
}

/** Crossings nearer to each other than this are one: the two tracks of a line, the two pavements of a bridge. */
const oneCrossingMillimetres = 40_000;

/**
 * Where streets open to walkers run over, under or across barriers: they cut through the line of a barrier, or pass from one
 * side of it to the other at a point they share. A street that only touches a barrier, or runs along it, does not cross.
 * Ordered from west to east. Cost: the segments of the streets, and of the barriers near them.
 */
export function walkersCrossings(graph: StreetGraph, barriers: readonly Line[]): readonly WalkersCrossing[] {
  const grid = gridSegments(barrierSegments(barriers));
  const corners = barrierCorners(barriers);
  const found: NamedSpot[] = [];
  const sidesAtVertex = new Map<number, { left: number; right: number; edge: number }>();
  const { shapeStart, shapeXy } = graph;
  for (let e = 0; e < edgeCount(graph); e++) {
    if ((graph.edgeAccess[e]! & (Access.footForward | Access.footBackward)) === 0) continue;
    const first = shapeStart[e]!, last = shapeStart[e + 1]! - 1;
    const met: Spot[] = [];
    const at = (p: number): Spot => ({ x: shapeXy[2 * p]!, y: shapeXy[2 * p + 1]! });
    for (let p = first; p < last; p++) met.push(...cutsThrough(grid, at(p), at(p + 1)));
    for (let p = first; p <= last; p++) {
      const on = corners.get(cornerKey(at(p).x, at(p).y));
      if (on === undefined) continue;
      const around = [...(p > first ? [at(p - 1)] : []), ...(p < last ? [at(p + 1)] : [])];
      if (p > first && p < last) {
        if (on.some((corner) => isLeft(corner, around[0]!) !== isLeft(corner, around[1]!))) met.push(at(p));
        continue;
      }
      const vertex = p === first ? graph.edgeFrom[e]! : graph.edgeTo[e]!;
      const sides = sidesAtVertex.get(vertex) ?? { left: 0, right: 0, edge: e };
      if (isLeft(on[0]!, around[0]!)) sides.left++;
      else sides.right++;
      sidesAtVertex.set(vertex, sides);
    }
    const spot = middleOf(met);
    if (spot !== null) found.push({ ...spot, street: graph.names[graph.edgeName[e]!] ?? null });
  }
  for (const [vertex, { left, right, edge }] of sidesAtVertex) {
    if (left > 0 && right > 0) found.push({ x: graph.vertexXy[2 * vertex]!, y: graph.vertexXy[2 * vertex + 1]!, street: graph.names[graph.edgeName[edge]!] ?? null });
  }
  return merged(found).map(({ x, y, street }) => ({ x: x / 1000, y: y / 1000, street }));
}

/** Whole millimetres. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

interface NamedSpot extends Spot {
  readonly street: string | null;
}

/** A point of a barrier with the ones before and after it. */
interface Corner {
  readonly before: Spot;
  readonly at: Spot;
  readonly after: Spot;
}

const cornerKey = (x: number, y: number): string => `${x} ${y}`;

const spotsOf = (line: Line): readonly Spot[] =>
  Array.from({ length: line.length / 2 }, (_, i) => ({ x: Math.round(line[2 * i]! * 1000), y: Math.round(line[2 * i + 1]! * 1000) }));

function barrierSegments(barriers: readonly Line[]): Int32Array {
  return Int32Array.from(barriers.flatMap((line) => {
    const spots = spotsOf(line);
    return spots.slice(1).flatMap((spot, i) => [spots[i]!.x, spots[i]!.y, spot.x, spot.y]);
  }));
}

function barrierCorners(barriers: readonly Line[]): ReadonlyMap<string, readonly Corner[]> {
  const corners = new Map<string, Corner[]>();
  for (const line of barriers) {
    const spots = spotsOf(line);
    for (let i = 1; i + 1 < spots.length; i++) {
      const key = cornerKey(spots[i]!.x, spots[i]!.y);
      const corner = { before: spots[i - 1]!, at: spots[i]!, after: spots[i + 1]! };
      const known = corners.get(key);
      if (known === undefined) corners.set(key, [corner]);
      else known.push(corner);
    }
  }
  return corners;
}

/** Whether a point beside a corner lies left of the barrier, seen along it. */
function isLeft({ before, at, after }: Corner, spot: Spot): boolean {
  const first = turn(before.x, before.y, at.x, at.y, spot.x, spot.y) > 0, second = turn(at.x, at.y, after.x, after.y, spot.x, spot.y) > 0;
  return turn(before.x, before.y, at.x, at.y, after.x, after.y) >= 0 ? first && second : first || second;
}

function cutsThrough({ ends, left, bottom, cell, columns, rows, first, items }: SegmentGrid, a: Spot, b: Spot): Spot[] {
  const cuts: Spot[] = [];
  const seen = new Set<number>();
  const lowColumn = Math.max(0, Math.floor((Math.min(a.x, b.x) - left) / cell)), highColumn = Math.min(columns - 1, Math.floor((Math.max(a.x, b.x) - left) / cell));
  const lowRow = Math.max(0, Math.floor((Math.min(a.y, b.y) - bottom) / cell)), highRow = Math.min(rows - 1, Math.floor((Math.max(a.y, b.y) - bottom) / cell));
  for (let row = lowRow; row <= highRow; row++) {
    for (let column = lowColumn; column <= highColumn; column++) {
      const square = row * columns + column;
      for (let i = first[square]!; i < first[square + 1]!; i++) {
        const segment = items[i]!;
        if (seen.has(segment)) continue;
        seen.add(segment);
        const s = 4 * segment;
        const share = segmentCrossing(a.x, a.y, b.x, b.y, ends[s]!, ends[s + 1]!, ends[s + 2]!, ends[s + 3]!);
        if (share !== null) cuts.push({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) });
      }
    }
  }
  return cuts;
}

/** One place for all a street meets on its way: a bridge over both banks and the middle of a canal is one bridge. */
function middleOf(met: readonly Spot[]): Spot | null {
  if (met.length === 0) return null;
  const middle = (values: readonly number[]): number => Math.round((Math.min(...values) + Math.max(...values)) / 2);
  return { x: middle(met.map(({ x }) => x)), y: middle(met.map(({ y }) => y)) };
}

/** Crossings near each other taken as the westernmost of them; one with a street name lends it. */
function merged(found: readonly NamedSpot[]): readonly NamedSpot[] {
  const kept: { x: number; y: number; street: string | null }[] = [];
  for (const { x, y, street } of [...found].sort((a, b) => a.x - b.x || a.y - b.y)) {
    const near = kept.find((one) => Math.hypot(one.x - x, one.y - y) <= oneCrossingMillimetres);
    if (near === undefined) kept.push({ x, y, street });
    else near.street ??= street;
  }
  return kept;
}
