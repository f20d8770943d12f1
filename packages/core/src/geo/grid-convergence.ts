import { fromLambert2008, toLambert2008 } from './lambert.ts';

/** About 111 m: long enough to leave rounding behind, short enough for a meridian to be straight. */
const stepDegrees = 0.001;

/**
 * Degrees from true north, clockwise, to where the y axis of Lambert 2008 points at this place (metres): positive east of the
 * central meridian. A north arrow on a Lambert map leans as much to the left. Genk +0,88, Gent −0,49, Oostende −1,11 (measured
 * with pyproj).
 */
export function gridConvergenceDegrees(x: number, y: number): number {
  const [longitude, latitude] = fromLambert2008('EPSG:4326', Float64Array.of(x, y)) as unknown as readonly [number, number];
  const [northX, northY] = toLambert2008('EPSG:4326', Float64Array.of(longitude, latitude + stepDegrees)) as unknown as readonly [number, number];
  return (Math.atan2(x - northX, northY - y) * 180) / Math.PI;
}
