import { containsPoint, pointInside, signedAreaM2 } from './polygon.ts';
import type { MultiPolygon, Polygon, Ring } from './shapes.ts';
import { numberVertices } from './vertices.ts';

/**
 * The borders of shapes that share them vertex by vertex (see `nodeCoverage`), each straight piece once.
 * The shape at its left sees the piece running from → to; -1 is the outside.
 */
export interface BorderMesh {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Two shapes that border each other along a line; shapes that only touch in points are no neighbours (rook). */
export interface SharedBorder {
  /** Index of the first shape, less than `b`. */
  readonly a: number;
  readonly b: number;
  readonly lengthMetres: number;
}

/** Finds the pieces of border and who lies on either side. Linear in the vertices; make it once for shapes that stay. */
export function borderMesh(shapes: readonly MultiPolygon[]): BorderMesh {
  const { x, y, rings } = numberVertices(shapes);
  const from: number[] = [];
  const to: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  /** Per directed piece the latest that still lacks its other side; earlier ones (overlapping shapes) hang behind it. */
  const open = new Map<number, number>();
  const earlier: number[] = [];
  for (const [shape, polygons] of rings.entries()) {
    for (const polygon of polygons) {
      for (const ring of polygon) {
        for (let i = 0; i < ring.length; i++) {
          const u = ring[i]!;
          const v = ring[(i + 1) % ring.length]!;
          if (u === v) continue;
          const opposite = v * x.length + u;
          const match = open.get(opposite);
          if (match === undefined) {
            const key = u * x.length + v;
            earlier.push(open.get(key) ?? -1);
            open.set(key, from.length);
            from.push(u);
            to.push(v);
            left.push(shape);
            right.push(-1);
          } else {
            right[match] = shape;
            if (earlier[match] === -1) open.delete(opposite);
            else open.set(opposite, earlier[match]!);
          }
        }
      }
    }
  }
  return { x, y, from: Int32Array.from(from), to: Int32Array.from(to), left: Int32Array.from(left), right: Int32Array.from(right) };
}

/** Which shapes border each other and along how many metres, ascending by a, then b; and per shape the metres that border nothing. */
export function sharedBorders(shapes: readonly MultiPolygon[]): { readonly borders: readonly SharedBorder[]; readonly outerMetres: Float64Array } {
  const { x, y, from, to, left, right } = borderMesh(shapes);
  const outerMetres = new Float64Array(shapes.length);
  const lengths = new Map<number, number>();
  for (let i = 0; i < from.length; i++) {
    const length = Math.hypot(x[to[i]!]! - x[from[i]!]!, y[to[i]!]! - y[from[i]!]!);
    const one = left[i]!;
    const other = right[i]!;
    if (other === -1) outerMetres[one]! += length;
    else if (one !== other) {
      const key = Math.min(one, other) * shapes.length + Math.max(one, other);
      lengths.set(key, (lengths.get(key) ?? 0) + length);
    }
  }
  const borders = [...lengths].sort(([a], [b]) => a - b).map(([key, lengthMetres]) => ({
    a: Math.floor(key / shapes.length),
    b: key % shapes.length,
    lengthMetres,
  }));
  return { borders, outerMetres };
}

/**
 * Walks directed pieces into closed rings, keeping as far left as it can, and cuts a ring where it comes back to a vertex:
 * parts that touch in a point become rings of their own.
 */
export function traceRings(x: Float64Array, y: Float64Array, from: readonly number[], to: readonly number[]): number[][] {
  const leaving = new Map<number, number[]>();
  for (const [piece, vertex] of from.entries()) {
    const row = leaving.get(vertex);
    if (row === undefined) leaving.set(vertex, [piece]);
    else row.push(piece);
  }
  const isWalked = new Uint8Array(from.length);
  const nextPiece = (piece: number): number => {
    const u = from[piece]!;
    const v = to[piece]!;
    const ux = x[v]! - x[u]!;
    const uy = y[v]! - y[u]!;
    let best = -1;
    let bestAngle = -Infinity;
    for (const candidate of leaving.get(v) ?? []) {
      if (isWalked[candidate] === 1) continue;
      const w = to[candidate]!;
      const vx = x[w]! - x[v]!;
      const vy = y[w]! - y[v]!;
      const angle = w === u ? -Infinity : Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
      if (best === -1 || angle > bestAngle) {
        best = candidate;
        bestAngle = angle;
      }
    }
    return best;
  };
  const rings: number[][] = [];
  for (let start = 0; start < from.length; start++) {
    if (isWalked[start] === 1) continue;
    const path: number[] = [];
    const placeOnPath = new Map<number, number>();
    for (let piece = start; piece !== -1; ) {
      isWalked[piece] = 1;
      placeOnPath.set(from[piece]!, path.length);
      path.push(from[piece]!);
      const back = placeOnPath.get(to[piece]!);
      if (back !== undefined) {
        const ring = path.splice(back);
        for (const vertex of ring) placeOnPath.delete(vertex);
        if (ring.length > 2) rings.push(ring);
        if (path.length === 0) break;
      }
      piece = nextPiece(piece);
    }
  }
  return rings;
}

/** Puts each hole in the smallest outer ring around it; the largest part comes first. */
export function nestRings(rings: readonly Ring[]): MultiPolygon {
  const outers: { area: number; polygon: Ring[] }[] = [];
  const holes: { area: number; ring: Ring }[] = [];
  for (const ring of rings) {
    const area = signedAreaM2(ring);
    if (area > 0) outers.push({ area, polygon: [ring] });
    else if (area < 0) holes.push({ area: -area, ring });
  }
  outers.sort((a, b) => b.area - a.area || a.polygon[0]![0]! - b.polygon[0]![0]! || a.polygon[0]![1]! - b.polygon[0]![1]!);
  for (const { area, ring } of holes) {
    const [x, y] = pointInside([[ring]]);
    const around = outers.findLast((outer) => outer.area > area && containsPoint([[outer.polygon[0]!]], x, y));
    around?.polygon.push(ring);
  }
  return outers.map((outer): Polygon => outer.polygon);
}

/** As `dissolve`, for borders already found. O(pieces). */
export function dissolveMesh(mesh: BorderMesh, groupOf: Int32Array, groupCount: number): MultiPolygon[] {
  const { x, y } = mesh;
  const pieces = Array.from({ length: groupCount }, () => ({ from: [] as number[], to: [] as number[] }));
  const groupAt = (shape: number): number => (shape === -1 ? -1 : groupOf[shape]!);
  for (let i = 0; i < mesh.from.length; i++) {
    const left = groupAt(mesh.left[i]!);
    const right = groupAt(mesh.right[i]!);
    if (left === right) continue;
    if (left !== -1) {
      pieces[left]!.from.push(mesh.from[i]!);
      pieces[left]!.to.push(mesh.to[i]!);
    }
    if (right !== -1) {
      pieces[right]!.from.push(mesh.to[i]!);
      pieces[right]!.to.push(mesh.from[i]!);
    }
  }
  return pieces.map(({ from, to }) =>
    nestRings(
      traceRings(x, y, from, to).map((vertices) => {
        const ring = new Float64Array(2 * vertices.length + 2);
        for (let i = 0; i <= vertices.length; i++) {
          const vertex = vertices[i % vertices.length]!;
          ring[2 * i] = x[vertex]!;
          ring[2 * i + 1] = y[vertex]!;
        }
        return ring;
      }),
    ),
  );
}

/**
 * The outline of each group of shapes: the borders inside a group fall away, exactly, because both sides hold the same
 * vertices; no coordinate is computed. groupOf gives each shape a group, -1 for none. Parts that touch in a point only are
 * parts of their own; the largest comes first. A group without shapes has an empty outline.
 */
export function dissolve(shapes: readonly MultiPolygon[], groupOf: Int32Array, groupCount: number): MultiPolygon[] {
  return dissolveMesh(borderMesh(shapes), groupOf, groupCount);
}
