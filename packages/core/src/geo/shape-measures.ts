import { areaM2, centroid, perimeterMetres } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';

/** How compact an outline is, by each measure in use (zoning.md 3); 1 is the disc, but for Schwartzberg (more is worse) and length to width. */
export interface ShapeMeasures {
  /** 4πA/P². */
  readonly polsbyPopper: number;
  /** P/(2√(πA)). */
  readonly schwartzberg: number;
  /** Area over that of the smallest circle around it. */
  readonly reock: number;
  /** Area over that of its convex hull. */
  readonly hullRatio: number;
  /** Short over long side of the smallest rectangle around it. */
  readonly lengthWidth: number;
  /** A²/(2π·I), I the moment of inertia of its surface about its middle. */
  readonly inertiaRatio: number;
}

/** The measures of an outline; null for one without surface. O(corners · log corners). */
export function shapeMeasures(shape: MultiPolygon): ShapeMeasures | null {
  const area = areaM2(shape);
  if (!(area > 0)) return null;
  const perimeter = perimeterMetres(shape);
  const hull = convexHull(shape);
  const radius = enclosingRadius(hull);
  return {
    polsbyPopper: (4 * Math.PI * area) / (perimeter * perimeter),
    schwartzberg: perimeter / (2 * Math.sqrt(Math.PI * area)),
    reock: area / (Math.PI * radius * radius),
    hullRatio: area / ringArea(hull),
    lengthWidth: lengthWidth(hull),
    inertiaRatio: (area * area) / (2 * Math.PI * surfaceInertia(shape)),
  };
}

type Point = readonly [x: number, y: number];

/** Andrew's monotone chain, counter-clockwise, without repeated corners. */
function convexHull(shape: MultiPolygon): readonly Point[] {
  const points: Point[] = [];
  for (const [outer] of shape) for (let i = 0; i + 1 < (outer?.length ?? 0); i += 2) points.push([outer![i]!, outer![i + 1]!]);
  points.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turnOf(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(points), ...half(points.toReversed())];
}

const turnOf = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const ringArea = (ring: readonly Point[]): number => {
  const [x0, y0] = ring[0]!;
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [p, q] = [ring[i]!, ring[(i + 1) % ring.length]!];
    twice += (p[0] - x0) * (q[1] - y0) - (q[0] - x0) * (p[1] - y0);
  }
  return twice / 2;
};

/** Radius of the smallest circle around points (Welzl 1991), met in a shuffled order that is always the same: O(points) then, where the order along a hull takes its cube. */
function enclosingRadius(hull: readonly Point[]): number {
  const points = hull.slice();
  for (let i = points.length - 1, state = 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 4294967296) * (i + 1));
    [points[i], points[other]] = [points[other]!, points[i]!];
  }
  let circle: readonly [x: number, y: number, radius: number] = [points[0]![0], points[0]![1], 0];
  const isIn = ([x, y]: Point): boolean => Math.hypot(x - circle[0], y - circle[1]) <= circle[2] * (1 + 1e-9);
  for (let i = 1; i < points.length; i++) {
    if (isIn(points[i]!)) continue;
    circle = [points[i]![0], points[i]![1], 0];
    for (let j = 0; j < i; j++) {
      if (isIn(points[j]!)) continue;
      const [p, q] = [points[i]!, points[j]!];
      circle = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, Math.hypot(p[0] - q[0], p[1] - q[1]) / 2];
      for (let k = 0; k < j; k++) if (!isIn(points[k]!)) circle = circleThrough(p, q, points[k]!);
    }
  }
  return circle[2];
}

function circleThrough(p: Point, q: Point, r: Point): readonly [x: number, y: number, radius: number] {
  const [bx, by, cx, cy] = [q[0] - p[0], q[1] - p[1], r[0] - p[0], r[1] - p[1]];
  const twice = 2 * (bx * cy - by * cx);
  const [b, c] = [bx * bx + by * by, cx * cx + cy * cy];
  const x = (cy * b - by * c) / twice;
  const y = (bx * c - cx * b) / twice;
  return [p[0] + x, p[1] + y, Math.hypot(x, y)];
}

/** The rectangle of least surface has a side along an edge of the hull (Freeman and Shapira 1975). */
function lengthWidth(hull: readonly Point[]): number {
  let leastArea = Infinity;
  let ratio = 1;
  for (let i = 0; i < hull.length; i++) {
    const [p, q] = [hull[i]!, hull[(i + 1) % hull.length]!];
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
    const [ux, uy] = [(q[0] - p[0]) / length, (q[1] - p[1]) / length];
    let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of hull) {
      const [u, v] = [(x - p[0]) * ux + (y - p[1]) * uy, (y - p[1]) * ux - (x - p[0]) * uy];
      minU = Math.min(minU, u);
      maxU = Math.max(maxU, u);
      minV = Math.min(minV, v);
      maxV = Math.max(maxV, v);
    }
    const [along, across] = [maxU - minU, maxV - minV];
    if (along * across >= leastArea) continue;
    leastArea = along * across;
    ratio = Math.min(along, across) / Math.max(along, across);
  }
  return ratio;
}

/** ∫ |x − x̄|² over the surface; holes count against it by their winding. */
function surfaceInertia(shape: MultiPolygon): number {
  const [cx, cy] = centroid(shape);
  let twelve = 0;
  for (const ring of shape.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i]! - cx, ring[i + 1]! - cy, ring[i + 2]! - cx, ring[i + 3]! - cy];
      twelve += (ax * by - bx * ay) * (ax * ax + ax * bx + bx * bx + ay * ay + ay * by + by * by);
    }
  }
  return twelve / 12;
}
