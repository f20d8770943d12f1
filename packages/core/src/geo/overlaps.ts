import Flatbush from 'flatbush';
import { segmentCrossing, turn } from './line.ts';
import { boundsOf, rewind } from './polygon.ts';
import type { Bounds, MultiPolygon } from './shapes.ts';

/** Two shapes that lie over each other, and where. */
export interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly areaM2: number;
  /** A point inside both. */
  readonly x: number;
  readonly y: number;
}

/** Edges as y = height + slope · (x - x0) over [x0, x1]; sign +1 when the inside lies below, ascending by x0. */
interface Edges {
  readonly x0: Float64Array;
  readonly x1: Float64Array;
  readonly y0: Float64Array;
  readonly slope: Float64Array;
  readonly sign: Int8Array;
}

function edgesWithin(shape: MultiPolygon, [minX, minY, maxX]: Bounds): Edges {
  const rows: [x0: number, x1: number, y0: number, slope: number, sign: number][] = [];
  for (const polygon of rewind(shape)) {
    for (const ring of polygon) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const ax = ring[i]!;
        const bx = ring[i + 2]!;
        if (ax === bx || Math.max(ax, bx) <= minX || Math.min(ax, bx) >= maxX) continue;
        if (Math.max(ring[i + 1]!, ring[i + 3]!) <= minY) continue;
        const west = ax < bx ? i : i + 2;
        const slope = (ring[i + 3]! - ring[i + 1]!) / (bx - ax);
        const x0 = Math.max(minX, ring[west]!);
        rows.push([x0, Math.min(maxX, Math.max(ax, bx)), ring[west + 1]! + slope * (x0 - ring[west]!) - minY, slope, ax < bx ? -1 : 1]);
      }
    }
  }
  rows.sort((p, q) => p[0] - q[0]);
  return {
    x0: Float64Array.from(rows, (row) => row[0]),
    x1: Float64Array.from(rows, (row) => row[1]),
    y0: Float64Array.from(rows, (row) => row[2]),
    slope: Float64Array.from(rows, (row) => row[3]),
    sign: Int8Array.from(rows, (row) => row[4]),
  };
}

/** Surface between zero and a straight line that runs from height p to height q over this width; what lies under zero does not count. */
function surfaceAboveZero(p: number, q: number, width: number): number {
  if (p >= 0 && q >= 0) return ((p + q) / 2) * width;
  if (p <= 0 && q <= 0) return 0;
  const high = Math.max(p, q);
  return (high * high * width) / (2 * (high - Math.min(p, q)));
}

/** Surface under the lower of two straight lines, p→q and r→s, over this width, above zero. */
function surfaceUnderBoth(p: number, q: number, r: number, s: number, width: number): number {
  const start = p - r;
  const end = q - s;
  if (start <= 0 && end <= 0) return surfaceAboveZero(p, q, width);
  if (start >= 0 && end >= 0) return surfaceAboveZero(r, s, width);
  const share = start / (start - end);
  const meet = p + share * (q - p);
  return start < 0
    ? surfaceAboveZero(p, meet, share * width) + surfaceAboveZero(meet, s, (1 - share) * width)
    : surfaceAboveZero(r, meet, share * width) + surfaceAboveZero(meet, q, (1 - share) * width);
}

/**
 * Surface of what two shapes have in common: a shape is the sum of what lies under its upper edges less what lies under its
 * lower ones, so the common surface is that sum over pairs of edges. No crossing points are built, so nearly equal borders
 * do it no harm.
 */
function commonSurfaceM2(one: MultiPolygon, other: MultiPolygon, box: Bounds): number {
  const a = edgesWithin(one, box);
  const b = edgesWithin(other, box);
  let total = 0;
  for (let i = 0; i < a.x0.length; i++) {
    const end = a.x1[i]!;
    for (let j = 0; j < b.x0.length && b.x0[j]! < end; j++) {
      const from = Math.max(a.x0[i]!, b.x0[j]!);
      const width = Math.min(end, b.x1[j]!) - from;
      if (width <= 0) continue;
      const p = a.y0[i]! + a.slope[i]! * (from - a.x0[i]!);
      const r = b.y0[j]! + b.slope[j]! * (from - b.x0[j]!);
      total += a.sign[i]! * b.sign[j]! * surfaceUnderBoth(p, p + a.slope[i]! * width, r, r + b.slope[j]! * width, width);
    }
  }
  return total;
}

/** Edges that reach into the rows of a box, as [x0, y0, x1, y1, …]. */
function edgesInRows(shape: MultiPolygon, [, minY, , maxY]: Bounds): Float64Array {
  const edges: number[] = [];
  for (const ring of shape.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      if (Math.max(ring[i + 1]!, ring[i + 3]!) < minY || Math.min(ring[i + 1]!, ring[i + 3]!) > maxY) continue;
      edges.push(ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!);
    }
  }
  return Float64Array.from(edges);
}

/** Heights at which two outlines cut through each other within the columns of the box. */
function crossingHeights(one: Float64Array, other: Float64Array, [minX, , maxX]: Bounds): number[] {
  const heights: number[] = [];
  for (let i = 0; i < one.length; i += 4) {
    if (Math.max(one[i]!, one[i + 2]!) < minX || Math.min(one[i]!, one[i + 2]!) > maxX) continue;
    for (let j = 0; j < other.length; j += 4) {
      const share = segmentCrossing(one[i]!, one[i + 1]!, one[i + 2]!, one[i + 3]!, other[j]!, other[j + 1]!, other[j + 2]!, other[j + 3]!);
      if (share !== null) heights.push(one[i + 1]! + share * (one[i + 3]! - one[i + 1]!));
    }
  }
  return heights;
}

/** The middle of the roomiest stretch that both shapes cover, over horizontal lines between the heights where either bends or they cross. */
function pointInBoth(one: MultiPolygon, other: MultiPolygon, box: Bounds): readonly [x: number, y: number] {
  const [, minY, , maxY] = box;
  const mine = edgesInRows(one, box);
  const theirs = edgesInRows(other, box);
  const heights = new Set<number>([minY, maxY, ...crossingHeights(mine, theirs, box)]);
  for (const edges of [mine, theirs]) for (let i = 1; i < edges.length; i += 4) if (edges[i]! > minY && edges[i]! < maxY) heights.add(edges[i]!);
  const sorted = Float64Array.from(heights).sort();
  let best: readonly [number, number] = [NaN, NaN];
  let roomiest = 0;
  for (let k = 0; k + 1 < sorted.length; k++) {
    const y = (sorted[k]! + sorted[k + 1]!) / 2;
    const inOne = crossingsAt(mine, y);
    const inOther = crossingsAt(theirs, y);
    for (let i = 0; i + 1 < inOne.length; i += 2) {
      for (let j = 0; j + 1 < inOther.length; j += 2) {
        const west = Math.max(inOne[i]!, inOther[j]!);
        const east = Math.min(inOne[i + 1]!, inOther[j + 1]!);
        const room = (east - west) * (sorted[k + 1]! - sorted[k]!);
        if (east > west && room > roomiest) {
          roomiest = room;
          best = [(west + east) / 2, y];
        }
      }
    }
  }
  return best;
}

/** Where the horizontal line at y crosses edges, ascending: in and out by turns. */
function crossingsAt(edges: Float64Array, y: number): number[] {
  const xs: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const ay = edges[i + 1]!;
    const by = edges[i + 3]!;
    if (ay > y !== by > y) xs.push(edges[i]! + ((y - ay) / (by - ay)) * (edges[i + 2]! - edges[i]!));
  }
  return xs.sort((a, b) => a - b);
}

/**
 * Which areas lie over each other by more than `moreThanM2`, ascending by a, then b: people there would be counted twice.
 * Borders need not share vertices. O(n·m) in the edges of two shapes whose boxes overlap.
 */
export function findOverlaps(shapes: readonly MultiPolygon[], moreThanM2: number): readonly Overlap[] {
  if (shapes.length === 0) return [];
  const boxes = shapes.map(boundsOf);
  const tree = new Flatbush(shapes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  const overlaps: Overlap[] = [];
  for (const [a, one] of shapes.entries()) {
    const box = boxes[a]!;
    if (one.length === 0) continue;
    for (const b of tree.search(...box).sort((p, q) => p - q)) {
      if (b <= a) continue;
      const other = shapes[b]!;
      const common: Bounds = [
        Math.max(box[0], boxes[b]![0]), Math.max(box[1], boxes[b]![1]),
        Math.min(box[2], boxes[b]![2]), Math.min(box[3], boxes[b]![3]),
      ];
      if ((common[2] - common[0]) * (common[3] - common[1]) <= moreThanM2) continue;
      const areaM2 = commonSurfaceM2(one, other, common);
      if (areaM2 <= moreThanM2) continue;
      const [x, y] = pointInBoth(one, other, common);
      overlaps.push({ a, b, areaM2, x, y });
    }
  }
  return overlaps;
}

/** Whether two paths in1 → p → out1 and in2 → p → out2 change sides at p. Paths that leave along the same line do not count. */
function crossAt(px: number, py: number, ends: readonly [in1: number, out1: number, in2: number, out2: number], x: Float64Array, y: Float64Array): boolean {
  const angle = (end: number): number => Math.atan2(y[end]! - py, x[end]! - px);
  const start = angle(ends[1]);
  const past = (end: number): number => (angle(end) - start + 4 * Math.PI) % (2 * Math.PI);
  const in1 = past(ends[0]);
  const in2 = past(ends[2]);
  const out2 = past(ends[3]);
  if (in1 === 0 || in2 === 0 || out2 === 0 || in2 === in1 || out2 === in1) return false;
  return in2 < in1 !== out2 < in1;
}

/** A point where the rings of a shape cut through themselves or each other, so that inside and outside change places; null when sound. */
export function selfIntersection(shape: MultiPolygon): { readonly x: number; readonly y: number } | null {
  const xs: number[] = [];
  const ys: number[] = [];
  const next: number[] = [];
  const previous: number[] = [];
  for (const polygon of shape) {
    for (const ring of polygon) {
      const first = xs.length;
      for (let i = 0; i + 3 < ring.length; i += 2) {
        if (ring[i] === ring[i + 2] && ring[i + 1] === ring[i + 3]) continue;
        xs.push(ring[i]!);
        ys.push(ring[i + 1]!);
      }
      const count = xs.length - first;
      for (let i = 0; i < count; i++) {
        next.push(first + ((i + 1) % count));
        previous.push(first + ((i + count - 1) % count));
      }
    }
  }
  if (xs.length === 0) return null;
  const x = Float64Array.from(xs);
  const y = Float64Array.from(ys);
  const tree = new Flatbush(x.length);
  for (let i = 0; i < x.length; i++) {
    const n = next[i]!;
    tree.add(Math.min(x[i]!, x[n]!), Math.min(y[i]!, y[n]!), Math.max(x[i]!, x[n]!), Math.max(y[i]!, y[n]!));
  }
  tree.finish();
  for (let i = 0; i < x.length; i++) {
    const n = next[i]!;
    const near = tree.search(Math.min(x[i]!, x[n]!), Math.min(y[i]!, y[n]!), Math.max(x[i]!, x[n]!), Math.max(y[i]!, y[n]!));
    for (const j of near.sort((p, q) => p - q)) {
      if (j === i) continue;
      const m = next[j]!;
      const share = segmentCrossing(x[i]!, y[i]!, x[n]!, y[n]!, x[j]!, y[j]!, x[m]!, y[m]!);
      if (share !== null) return { x: x[i]! + share * (x[n]! - x[i]!), y: y[i]! + share * (y[n]! - y[i]!) };
      if (j > i && x[i] === x[j] && y[i] === y[j]) {
        if (crossAt(x[i]!, y[i]!, [previous[i]!, n, previous[j]!, m], x, y)) return { x: x[i]!, y: y[i]! };
      } else if (
        j !== previous[i] &&
        !(x[i] === x[m] && y[i] === y[m]) && !(x[i] === x[j] && y[i] === y[j]) &&
        turn(x[j]!, y[j]!, x[m]!, y[m]!, x[i]!, y[i]!) === 0 &&
        crossAt(x[i]!, y[i]!, [previous[i]!, n, j, m], x, y) &&
        Math.min(x[j]!, x[m]!) <= x[i]! && x[i]! <= Math.max(x[j]!, x[m]!) && Math.min(y[j]!, y[m]!) <= y[i]! && y[i]! <= Math.max(y[j]!, y[m]!)
      ) return { x: x[i]!, y: y[i]! };
    }
  }
  return null;
}
