import type { Bounds, Line } from '../geo/shapes.ts';
import type { GroundPlane } from './ground-plane.ts';

/**
 * Streets as a graph: a vertex where streets meet, end or change, an edge for each stretch between, with its shape kept for
 * linking and drawing. Immutable; all lengths and coordinates are whole millimetres, so that distances add up without
 * rounding and a limit of 500 m is 500.000 m. Vertices lie in the order of a Hilbert curve.
 */
export interface StreetGraph {
  readonly plane: GroundPlane;
  /** Millimetres in the plane, [x0, y0, x1, y1, …]. */
  readonly vertexXy: Int32Array;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  /** Over the ground, millimetres. */
  readonly edgeLength: Uint32Array;
  /** Bits of `Access`; forward runs from `edgeFrom` to `edgeTo`. */
  readonly edgeAccess: Uint8Array;
  /** Bits of `Trait`. */
  readonly edgeTraits: Uint8Array;
  readonly edgeClass: Uint8Array;
  readonly edgeMaxSpeedKmh: Uint8Array;
  readonly edgeInclinePermille: Uint8Array;
  /** Index into `names`, -1 for none. */
  readonly edgeName: Int32Array;
  /** The shape of edge e is the points shapeStart[e] up to shapeStart[e + 1] of `shapeXy`, ends included. */
  readonly shapeStart: Int32Array;
  readonly shapeXy: Int32Array;
  readonly names: readonly string[];
}

export const vertexCount = (graph: StreetGraph): number => graph.vertexXy.length / 2;
export const edgeCount = (graph: StreetGraph): number => graph.edgeFrom.length;

/** The shape of an edge in metres. */
export function edgeLine(graph: StreetGraph, edge: number): Line {
  const start = graph.shapeStart[edge]!, end = graph.shapeStart[edge + 1]!;
  const line = new Float64Array(2 * (end - start));
  for (let i = 0; i < line.length; i++) line[i] = graph.shapeXy[2 * start + i]! / 1000;
  return line;
}

/** Length of the shape of an edge in the plane, millimetres; differs from `edgeLength` where the plane stretches. */
export function shapeLength(graph: StreetGraph, edge: number): number {
  const { shapeXy } = graph;
  let length = 0;
  for (let p = graph.shapeStart[edge]!; p + 1 < graph.shapeStart[edge + 1]!; p++) {
    length += Math.hypot(shapeXy[2 * p + 2]! - shapeXy[2 * p]!, shapeXy[2 * p + 3]! - shapeXy[2 * p + 1]!);
  }
  return length;
}

/**
 * A stretch of an edge in metres, from `from` to `to` millimetres along it (ground length); backwards when `from` is the
 * larger. Cut exactly where the length says.
 */
export function edgeStretch(graph: StreetGraph, edge: number, from: number, to: number): Line {
  const low = Math.min(from, to), high = Math.max(from, to);
  const { shapeXy } = graph;
  const length = graph.edgeLength[edge]!;
  const perGround = length === 0 ? 0 : shapeLength(graph, edge) / length;
  const cutLow = low * perGround, cutHigh = high * perGround;
  const points: number[] = [];
  const first = graph.shapeStart[edge]!, last = graph.shapeStart[edge + 1]! - 1;
  let passed = 0;
  const at = (p: number, share: number): void => {
    const x = shapeXy[2 * p]!, y = shapeXy[2 * p + 1]!;
    points.push((x + share * (shapeXy[2 * p + 2]! - x)) / 1000, (y + share * (shapeXy[2 * p + 3]! - y)) / 1000);
  };
  for (let p = first; p < last; p++) {
    const step = Math.hypot(shapeXy[2 * p + 2]! - shapeXy[2 * p]!, shapeXy[2 * p + 3]! - shapeXy[2 * p + 1]!);
    const isLast = p === last - 1;
    if (points.length === 0 && (cutLow < passed + step || isLast)) at(p, step === 0 ? 0 : Math.min(1, (cutLow - passed) / step));
    if (points.length > 0) {
      if (cutHigh <= passed + step || isLast) {
        at(p, step === 0 ? 1 : Math.min(1, (cutHigh - passed) / step));
        break;
      }
      at(p, 1);
    }
    passed += step;
  }
  if (from <= to) return Float64Array.from(points);
  const back = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    back[i] = points[points.length - 2 - i]!;
    back[i + 1] = points[points.length - 1 - i]!;
  }
  return back;
}

/** The rectangle that holds every street, in metres; null for a graph without shapes. */
export function graphBounds(graph: StreetGraph): Bounds | null {
  const { shapeXy } = graph;
  if (shapeXy.length === 0) return null;
  let minX = Infinity, minY = Infinity, maxX = -Infinity, maxY = -Infinity;
  for (let i = 0; i < shapeXy.length; i += 2) {
    minX = Math.min(minX, shapeXy[i]!);
    maxX = Math.max(maxX, shapeXy[i]!);
    minY = Math.min(minY, shapeXy[i + 1]!);
    maxY = Math.max(maxY, shapeXy[i + 1]!);
  }
  return [minX / 1000, minY / 1000, maxX / 1000, maxY / 1000];
}
