import { Delaunay } from 'd3-delaunay';
import type { Random } from './random.ts';

/**
 * The ground the town is built on: some 100,000 grains of about 40 by 40 metres, the cells of a Voronoi diagram over a
 * jittered triangular grid. Every area of the sample is a set of grains, and every border a row of grain edges, so areas
 * can neither overlap nor leave a gap.
 *
 * Grain edges are the duals of Delaunay half-edges, and their ends the Delaunay triangles: three grains meet at each
 * end, so an outline never touches itself.
 */
export interface Mesh {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly areaM2: Float64Array;
  /** Three grains per triangle, and per half-edge its twin (-1 at the outer rim, far outside the town). */
  readonly triangles: Uint32Array;
  readonly twins: Int32Array;
  /** Where three grains meet, one point per triangle. */
  readonly cornerX: Float64Array;
  readonly cornerY: Float64Array;
  /** Half-edges that leave grain g: halfEdges[start[g]] to halfEdges[start[g + 1]]. */
  readonly start: Uint32Array;
  readonly halfEdges: Uint32Array;
}

const spacingMetres = 42;

/** The half-edge that follows in its triangle; the grain it starts from is where `halfEdge` points to. */
export const following = (halfEdge: number): number => (halfEdge % 3 === 2 ? halfEdge - 2 : halfEdge + 1);

/** The grain across a half-edge. */
export const across = (mesh: Mesh, halfEdge: number): number => mesh.triangles[following(halfEdge)]!;

export function buildMesh(random: Random, minX: number, minY: number, maxX: number, maxY: number): Mesh {
  const rowHeight = spacingMetres * Math.sqrt(0.75);
  const jitterMetres = spacingMetres * 0.32;
  const coordinates: number[] = [];
  for (let row = 0, y = minY; y <= maxY; row++, y += rowHeight) {
    for (let x = minX + (row % 2) * (spacingMetres / 2); x <= maxX; x += spacingMetres) {
      coordinates.push(x + (random() - 0.5) * jitterMetres, y + (random() - 0.5) * jitterMetres);
    }
  }
  const delaunay = new Delaunay(Float64Array.from(coordinates));
  const count = coordinates.length / 2;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let g = 0; g < count; g++) {
    x[g] = coordinates[2 * g]!;
    y[g] = coordinates[2 * g + 1]!;
  }
  const triangles = Uint32Array.from(delaunay.triangles);
  const twins = Int32Array.from(delaunay.halfedges);
  const cornerX = new Float64Array(triangles.length / 3);
  const cornerY = new Float64Array(triangles.length / 3);
  for (let t = 0; t < cornerX.length; t++) {
    const a = triangles[3 * t]!;
    const bx = x[triangles[3 * t + 1]!]! - x[a]!;
    const by = y[triangles[3 * t + 1]!]! - y[a]!;
    const cx = x[triangles[3 * t + 2]!]! - x[a]!;
    const cy = y[triangles[3 * t + 2]!]! - y[a]!;
    const doubled = 2 * (bx * cy - by * cx);
    const b2 = bx * bx + by * by;
    const c2 = cx * cx + cy * cy;
    cornerX[t] = x[a]! + (cy * b2 - by * c2) / doubled;
    cornerY[t] = y[a]! + (bx * c2 - cx * b2) / doubled;
  }

  const start = new Uint32Array(count + 1);
  for (const grain of triangles) start[grain + 1]!++;
  for (let g = 0; g < count; g++) start[g + 1]! += start[g]!;
  const filled = start.slice(0, count);
  const halfEdges = new Uint32Array(triangles.length);
  for (let e = 0; e < triangles.length; e++) halfEdges[filled[triangles[e]!]!++] = e;

  const areaM2 = new Float64Array(count);
  for (let e = 0; e < triangles.length; e++) {
    const twin = twins[e]!;
    if (twin < 0) continue;
    const grain = triangles[e]!;
    const here = Math.floor(e / 3);
    const there = Math.floor(twin / 3);
    areaM2[grain]! += ((cornerX[here]! - x[grain]!) * (cornerY[there]! - y[grain]!) - (cornerX[there]! - x[grain]!) * (cornerY[here]! - y[grain]!)) / 2;
  }
  for (let g = 0; g < count; g++) areaM2[g] = Math.abs(areaM2[g]!);
  return { count, x, y, areaM2, triangles, twins, cornerX, cornerY, start, halfEdges };
}

/** Numbers the connected sets of grains that `belongs` takes and `joined` does not part; -1 for the rest. Returns their count. */
export function components(
  mesh: Mesh,
  belongs: (grain: number) => boolean,
  joined: (from: number, to: number, halfEdge: number) => boolean,
): { readonly componentOf: Int32Array; readonly count: number } {
  const componentOf = new Int32Array(mesh.count).fill(-1);
  const stack: number[] = [];
  let count = 0;
  for (let first = 0; first < mesh.count; first++) {
    if (componentOf[first]! >= 0 || !belongs(first)) continue;
    componentOf[first] = count;
    stack.push(first);
    for (let grain = stack.pop(); grain !== undefined; grain = stack.pop()) {
      for (let k = mesh.start[grain]!; k < mesh.start[grain + 1]!; k++) {
        const halfEdge = mesh.halfEdges[k]!;
        const other = across(mesh, halfEdge);
        if (componentOf[other]! >= 0 || !belongs(other) || !joined(grain, other, halfEdge)) continue;
        componentOf[other] = count;
        stack.push(other);
      }
    }
    count++;
  }
  return { componentOf, count };
}
