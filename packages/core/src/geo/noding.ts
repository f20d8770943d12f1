import KDBush from 'kdbush';
import { distanceToSegmentMetres } from './line.ts';
import { signedAreaM2 } from './polygon.ts';
import type { MultiPolygon, Ring } from './shapes.ts';
import { numberVertices } from './vertices.ts';

/**
 * Maps each vertex to the one that stands for it: of vertices within the tolerance of each other the first from the west.
 * What remains lies further apart than the tolerance, and no vertex moves further than it.
 */
function mergeNear(x: Float64Array, y: Float64Array, toleranceMetres: number): Int32Array {
  const order = Int32Array.from(x, (_, i) => i).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const standsFor = new Int32Array(x.length);
  const kept = new Map<string, number[]>();
  const reach = toleranceMetres * toleranceMetres;
  for (const vertex of order) {
    const column = Math.floor(x[vertex]! / toleranceMetres);
    const row = Math.floor(y[vertex]! / toleranceMetres);
    let nearest = -1;
    let nearestSquare = Infinity;
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const other of kept.get(`${c}/${r}`) ?? []) {
          const square = (x[other]! - x[vertex]!) ** 2 + (y[other]! - y[vertex]!) ** 2;
          if (square <= reach && square < nearestSquare) {
            nearest = other;
            nearestSquare = square;
          }
        }
      }
    }
    standsFor[vertex] = nearest === -1 ? vertex : nearest;
    if (nearest === -1) {
      const key = `${column}/${row}`;
      const cell = kept.get(key);
      if (cell === undefined) kept.set(key, [vertex]);
      else cell.push(vertex);
    }
  }
  return standsFor;
}

/** Drops repeated vertices and spikes (there and straight back) until none is left. */
function withoutSpikes(vertices: readonly number[]): number[] {
  const kept: number[] = [];
  for (const vertex of vertices) {
    if (kept.at(-1) === vertex) continue;
    if (kept.at(-2) === vertex) kept.pop();
    else kept.push(vertex);
  }
  let from = 0;
  let to = kept.length;
  for (;;) {
    if (to - from >= 2 && kept[from] === kept[to - 1]) to -= 1;
    else if (to - from >= 3 && kept[from] === kept[to - 2]) to -= 2;
    else if (to - from >= 3 && kept[from + 1] === kept[to - 1]) {
      from += 1;
      to -= 1;
    } else break;
  }
  return to - from < 3 ? [] : kept.slice(from, to);
}

/**
 * Shapes that were meant to meet, meeting vertex by vertex: published areas share borders only nearly (a vertex on one
 * side only, coordinates rounded apart). Vertices within the tolerance become one; a vertex within the tolerance of
 * another's segment is put into that segment. Overlaps and gaps wider than the tolerance stay as they are.
 *
 * Returns the shapes in the same order, closed and wound the project's way; a shape thinner than the tolerance comes back
 * empty. Depends on the set of vertices, not on the order of shapes. O(n log n) for n vertices.
 */
export function nodeCoverage(shapes: readonly MultiPolygon[], toleranceMetres: number): MultiPolygon[] {
  if (!(toleranceMetres > 0)) throw new Error(`Got a tolerance of ${toleranceMetres} m when expected more than 0`);
  const { x, y, rings } = numberVertices(shapes);
  const standsFor = mergeNear(x, y, toleranceMetres);

  const kept = [...new Set(standsFor)].sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const tree = new KDBush(kept.length);
  for (const vertex of kept) tree.add(x[vertex]!, y[vertex]!);
  tree.finish();

  /**
   * The vertex that a segment must pass through, -1 for none. It has to lie within the tolerance, and nearer to both ends
   * than they are to each other: so every split makes segments shorter and the splitting ends.
   */
  const between = (u: number, v: number): number => {
    const minX = Math.min(x[u]!, x[v]!) - toleranceMetres;
    const maxX = Math.max(x[u]!, x[v]!) + toleranceMetres;
    const minY = Math.min(y[u]!, y[v]!) - toleranceMetres;
    const maxY = Math.max(y[u]!, y[v]!) + toleranceMetres;
    const length = Math.hypot(x[v]! - x[u]!, y[v]! - y[u]!);
    let best = -1;
    let bestDistance = Infinity;
    let bestRank = Infinity;
    for (const rank of tree.range(minX, minY, maxX, maxY)) {
      const w = kept[rank]!;
      if (w === u || w === v) continue;
      const distance = distanceToSegmentMetres(x[w]!, y[w]!, x[u]!, y[u]!, x[v]!, y[v]!);
      if (distance > toleranceMetres || distance > bestDistance || (distance === bestDistance && rank > bestRank)) continue;
      if (Math.hypot(x[w]! - x[u]!, y[w]! - y[u]!) >= length || Math.hypot(x[w]! - x[v]!, y[w]! - y[v]!) >= length) continue;
      best = w;
      bestDistance = distance;
      bestRank = rank;
    }
    return best;
  };

  /** Per segment, from its lower to its higher vertex number, the vertices to put in. Both neighbours read the same row. */
  const insertions = new Map<number, readonly number[]>();
  const insertionsOf = (low: number, high: number): readonly number[] => {
    const key = low * x.length + high;
    let row = insertions.get(key);
    if (row === undefined) {
      const passed: number[] = [];
      const ahead = [high];
      let here = low;
      while (ahead.length > 0) {
        const next = ahead.at(-1)!;
        const w = between(Math.min(here, next), Math.max(here, next));
        if (w !== -1) {
          ahead.push(w);
          continue;
        }
        ahead.pop();
        if (ahead.length > 0) passed.push(next);
        here = next;
      }
      row = passed;
      insertions.set(key, row);
    }
    return row;
  };

  const noded = (vertices: Int32Array): Ring | null => {
    const walk: number[] = [];
    for (let i = 0; i < vertices.length; i++) {
      const u = standsFor[vertices[i]!]!;
      const v = standsFor[vertices[(i + 1) % vertices.length]!]!;
      walk.push(u);
      if (u < v) walk.push(...insertionsOf(u, v));
      else if (v < u) walk.push(...insertionsOf(v, u).toReversed());
    }
    const clean = withoutSpikes(walk);
    if (clean.length === 0) return null;
    const ring = new Float64Array(2 * clean.length + 2);
    for (let i = 0; i <= clean.length; i++) {
      const vertex = clean[i % clean.length]!;
      ring[2 * i] = x[vertex]!;
      ring[2 * i + 1] = y[vertex]!;
    }
    return ring;
  };

  return rings.map((shape) =>
    shape.flatMap((polygon) => {
      const outer = polygon[0] === undefined ? null : noded(polygon[0]);
      if (outer === null || signedAreaM2(outer) <= 0) return [];
      const holes = polygon.slice(1).flatMap((hole) => {
        const ring = noded(hole);
        return ring === null || signedAreaM2(ring) >= 0 ? [] : [ring];
      });
      return [[outer, ...holes]];
    }),
  );
}
