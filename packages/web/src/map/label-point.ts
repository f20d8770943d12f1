import type { OutlinedArea } from './four-colours.ts';

type Ring = readonly (readonly number[])[];

const samplesPerSide = 25;

function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) twice += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  return Math.abs(twice) / 2;
}

/** The distance to the nearest edge, negative outside, in the plane of the coordinates with x shrunk by `aspect`. */
function depth(rings: readonly Ring[], x: number, y: number, aspect: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [ax, ay] = [ring[i]![0]! * aspect, ring[i]![1]!];
      const [bx, by] = [ring[i + 1]![0]! * aspect, ring[i + 1]![1]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
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
  let best: readonly [number, number] = [(west + east) / 2, (south + north) / 2];
  let deepest = -Infinity;
  for (let row = 0; row < samplesPerSide; row += 1) {
    for (let column = 0; column < samplesPerSide; column += 1) {
      const lon = west + ((column + 0.5) / samplesPerSide) * (east - west);
      const lat = south + ((row + 0.5) / samplesPerSide) * (north - south);
      const here = depth(largest, lon * aspect, lat, aspect);
      if (here > deepest) {
        deepest = here;
        best = [lon, lat];
      }
    }
  }
  return best;
}
