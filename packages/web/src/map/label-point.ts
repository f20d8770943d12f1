import type { OutlinedArea } from './four-colours.ts';

type Ring = readonly (readonly number[])[];

const samplesPerSide = 25;

function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) twice += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  return Math.abs(twice) / 2;
}

/** The square of the distance to the nearest edge, negative outside, of a point in the plane of these rings: x, y, … closed. */
function depth(rings: readonly Float64Array[], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    let [ax, ay] = [ring[0]!, ring[1]!];
    for (let i = 2; i < ring.length; i += 2) {
      const bx = ring[i]!;
      const by = ring[i + 1]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const dx = bx - ax;
      const dy = by - ay;
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      const offX = x - ax - along * dx;
      const offY = y - ay - along * dy;
      nearest = Math.min(nearest, offX * offX + offY * offY);
      ax = bx;
      ay = by;
    }
  }
  return inside ? nearest : -nearest;
}

/**
 * Where a name fits best: of a grid of points over the largest part of the area, the one deepest inside. Degrees in, degrees
 * out; a degree of longitude counts for its length at that latitude.
 */
export function labelPoint({ coordinates }: OutlinedArea): readonly [lon: number, lat: number] {
  const largest = coordinates.toSorted((a, b) => ringArea(b[0]!) - ringArea(a[0]!))[0];
  const outer = largest?.[0];
  if (largest === undefined || outer === undefined) return [NaN, NaN];
  const lons = outer.map((point) => point[0]!);
  const lats = outer.map((point) => point[1]!);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const aspect = Math.cos((((south + north) / 2) * Math.PI) / 180);
  // x shrunk, so that both axes measure the same on the ground.
  const rings = largest.map((ring) => Float64Array.from(ring.flatMap((point) => [point[0]! * aspect, point[1]!])));
  let best: readonly [number, number] = [(west + east) / 2, (south + north) / 2];
  let deepest = -Infinity;
  for (let row = 0; row < samplesPerSide; row += 1) {
    for (let column = 0; column < samplesPerSide; column += 1) {
      const lon = west + ((column + 0.5) / samplesPerSide) * (east - west);
      const lat = south + ((row + 0.5) / samplesPerSide) * (north - south);
      const here = depth(rings, lon * aspect, lat);
      if (here > deepest) {
        deepest = here;
        best = [lon, lat];
      }
    }
  }
  return best;
}
