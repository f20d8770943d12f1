import { areaM2, boundsOf } from '../../geo/polygon.ts';
import type { MultiPolygon, Polygon } from '../../geo/shapes.ts';
import type { Box } from './drawing.ts';
import type { PageProjection } from './page-projection.ts';

const samplesPerSide = 21;

/**
 * Spots for the middle of a name in an area, best first: a grid over its largest part as far as the frame shows it, the ones
 * deepest inside first; half as deep sideways counts as much, since names are wider than high. Millimetres on the page.
 */
export function spotsInside(shape: MultiPolygon, projection: PageProjection, frame: Box): readonly (readonly [xMm: number, yMm: number])[] {
  const { mmPerMetre, shown } = projection;
  const key = [mmPerMetre, ...shown, frame.widthMm, frame.heightMm].join(' ');
  const known = foundBefore.get(shape);
  if (known?.key === key) return known.spots.map(([x, y]) => [x + frame.xMm, y + frame.yMm]);
  const spots = searchSpots(shape, projection, frame);
  foundBefore.set(shape, { key, spots: spots.map(([x, y]) => [x - frame.xMm, y - frame.yMm]) });
  return spots;
}

interface FoundSpots {
  readonly key: string;
  /** From the upper left corner of the frame. */
  readonly spots: readonly (readonly [xMm: number, yMm: number])[];
}

/** A report draws the same zones at the same scale time and again. */
const foundBefore = new WeakMap<MultiPolygon, FoundSpots>();

function searchSpots(shape: MultiPolygon, projection: PageProjection, frame: Box): readonly (readonly [xMm: number, yMm: number])[] {
  const largest = shape.toSorted((a, b) => areaM2([b]) - areaM2([a]))[0];
  if (largest === undefined) return [];
  const [minX, minY, maxX, maxY] = boundsOf([largest]);
  const left = Math.max(projection.x(minX), frame.xMm);
  const right = Math.min(projection.x(maxX), frame.xMm + frame.widthMm);
  const top = Math.max(projection.y(maxY), frame.yMm);
  const bottom = Math.min(projection.y(minY), frame.yMm + frame.heightMm);
  if (left >= right || top >= bottom) return [];
  const onPage = polygonOnPage(largest, projection);
  const spots: { readonly spot: readonly [number, number]; readonly depth: number }[] = [];
  for (let row = 0; row < samplesPerSide; row++) {
    for (let column = 0; column < samplesPerSide; column++) {
      const x = left + ((column + 0.5) / samplesPerSide) * (right - left);
      const y = top + ((row + 0.5) / samplesPerSide) * (bottom - top);
      const depth = depthAt(onPage, x, y);
      if (depth > 0) spots.push({ spot: [x, y], depth });
    }
  }
  return spots.sort((a, b) => b.depth - a.depth).map(({ spot }) => spot);
}

/** Rings in millimetres; every second or third vertex of a long ring is enough to say how deep a spot lies. */
function polygonOnPage(polygon: Polygon, projection: PageProjection): readonly Float64Array[] {
  return polygon.map((ring) => {
    const step = Math.max(1, Math.floor(ring.length / 2 / 150));
    const kept: number[] = [];
    for (let i = 0; i < ring.length; i += 2 * step) kept.push(projection.x(ring[i]!), projection.y(ring[i + 1]!));
    kept.push(kept[0]!, kept[1]!);
    return Float64Array.from(kept);
  });
}

/** The distance to the nearest edge with sideways halved, negative outside. */
function depthAt(rings: readonly Float64Array[], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const ax = ring[i]! / 2;
      const ay = ring[i + 1]!;
      const bx = ring[i + 2]! / 2;
      const by = ring[i + 3]!;
      const px = x / 2;
      if (ay > y !== by > y && px < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const dx = bx - ax;
      const dy = by - ay;
      const along = Math.max(0, Math.min(1, ((px - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(px - ax - along * dx, y - ay - along * dy));
    }
  }
  return inside ? nearest : -nearest;
}
