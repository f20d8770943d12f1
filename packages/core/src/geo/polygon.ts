import type { Bounds, MultiPolygon, Ring } from './shapes.ts';

/** Surface of one ring, positive when it runs counter-clockwise. Taken from its first point, so that far coordinates cost no digits. */
export function signedAreaM2(ring: Ring): number {
  const x0 = ring[0] ?? 0;
  const y0 = ring[1] ?? 0;
  let twice = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    twice += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0);
  }
  return twice / 2;
}

/** Surface on the map plane, holes left out, whichever way the rings run. */
export function areaM2(shape: MultiPolygon): number {
  let total = 0;
  for (const polygon of shape) {
    for (const [place, ring] of polygon.entries()) {
      const area = Math.abs(signedAreaM2(ring));
      total += place === 0 ? area : -area;
    }
  }
  return total;
}

/** Length of all rings, holes included. */
export function perimeterMetres(shape: MultiPolygon): number {
  let total = 0;
  for (const polygon of shape) {
    for (const ring of polygon) {
      for (let i = 0; i + 3 < ring.length; i += 2) total += Math.hypot(ring[i + 2]! - ring[i]!, ring[i + 3]! - ring[i + 1]!);
    }
  }
  return total;
}

/** The centre of gravity of the surface; of the vertices when there is no surface. It may lie outside a bent shape. */
export function centroid(shape: MultiPolygon): readonly [x: number, y: number] {
  const first = shape[0]?.[0];
  if (first === undefined || first.length < 2) return [NaN, NaN];
  const x0 = first[0]!;
  const y0 = first[1]!;
  let weight = 0;
  let sumX = 0;
  let sumY = 0;
  for (const polygon of shape) {
    for (const [place, ring] of polygon.entries()) {
      const sign = signedAreaM2(ring) > 0 === (place === 0) ? 1 : -1;
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const ax = ring[i]! - x0;
        const ay = ring[i + 1]! - y0;
        const bx = ring[i + 2]! - x0;
        const by = ring[i + 3]! - y0;
        const cross = sign * (ax * by - bx * ay);
        weight += cross;
        sumX += cross * (ax + bx);
        sumY += cross * (ay + by);
      }
    }
  }
  if (weight !== 0) return [x0 + sumX / (3 * weight), y0 + sumY / (3 * weight)];
  let count = 0;
  for (const polygon of shape) {
    for (const ring of polygon) {
      for (let i = 0; i < ring.length; i += 2) {
        sumX += ring[i]! - x0;
        sumY += ring[i + 1]! - y0;
        count += 1;
      }
    }
  }
  return [x0 + sumX / count, y0 + sumY / count];
}

/**
 * Whether the point lies inside, by the even-odd rule. A point on a border that two shapes share vertex by vertex falls in
 * exactly one of them: each segment is read from its lower end, so both shapes do the same sum.
 */
export function containsPoint(shape: MultiPolygon, x: number, y: number): boolean {
  let inside = false;
  for (const polygon of shape) {
    for (const ring of polygon) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const ay = ring[i + 1]!;
        const by = ring[i + 3]!;
        if (ay > y === by > y) continue;
        const low = ay < by ? i : i + 2;
        const high = ay < by ? i + 2 : i;
        const lowX = ring[low]!;
        const lowY = ring[low + 1]!;
        const crossingX = lowX + ((y - lowY) / (ring[high + 1]! - lowY)) * (ring[high]! - lowX);
        if (x < crossingX) inside = !inside;
      }
    }
  }
  return inside;
}

/** The smallest upright box around a shape; infinite and inside out for a shape without points. */
export function boundsOf(shape: MultiPolygon): Bounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const polygon of shape) {
    const outer = polygon[0];
    if (outer === undefined) continue;
    for (let i = 0; i < outer.length; i += 2) {
      const x = outer[i]!;
      const y = outer[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
  }
  return [minX, minY, maxX, maxY];
}

function reversed(ring: Ring): Ring {
  const out = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    out[i] = ring[ring.length - 2 - i]!;
    out[i + 1] = ring[ring.length - 1 - i]!;
  }
  return out;
}

function closed(ring: Ring): Ring {
  const end = ring.length - 2;
  if (end < 0 || (ring[0] === ring[end] && ring[1] === ring[end + 1])) return ring;
  const out = new Float64Array(ring.length + 2);
  out.set(ring);
  out.set(ring.subarray(0, 2), ring.length);
  return out;
}

/** The same shape in the form the project keeps: rings closed, outer rings counter-clockwise, holes clockwise. */
export function rewind(shape: MultiPolygon): MultiPolygon {
  return shape.map((polygon) =>
    polygon.map((given, place) => {
      const ring = closed(given);
      return signedAreaM2(ring) >= 0 === (place === 0) ? ring : reversed(ring);
    }),
  );
}

/** Where the horizontal line at `y` enters and leaves the shape, ascending. */
function crossingsAt(shape: MultiPolygon, y: number): number[] {
  const xs: number[] = [];
  for (const polygon of shape) {
    for (const ring of polygon) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const ay = ring[i + 1]!;
        const by = ring[i + 3]!;
        if (ay > y === by > y) continue;
        xs.push(ring[i]! + ((y - ay) / (by - ay)) * (ring[i + 2]! - ring[i]!));
      }
    }
  }
  return xs.sort((a, b) => a - b);
}

/**
 * A point that is surely inside and not near an edge if it can be helped, for a name on the map: the middle of the widest
 * stretch along nine horizontal lines. NaN for a shape without surface.
 */
export function pointInside(shape: MultiPolygon): readonly [x: number, y: number] {
  const [, minY, , maxY] = boundsOf(shape);
  let best: readonly [number, number] = [NaN, NaN];
  let widest = 0;
  // The middle first: of equal stretches the one nearest the middle is kept.
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
    const y = minY + share * (maxY - minY);
    const xs = crossingsAt(shape, y);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const width = xs[i + 1]! - xs[i]!;
      if (width > widest) {
        widest = width;
        best = [(xs[i]! + xs[i + 1]!) / 2, y];
      }
    }
  }
  return best;
}
