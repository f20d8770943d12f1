import { toLambert2008 } from '@woonzorgzones/core/geo';
import type { Camera } from './address.ts';

/** MapLibre's world at zoom 0 is one square of 512 pixels in Web Mercator. */
const worldPixels = 512;
/** Half the world of EPSG:3857 in metres: π × 6,378,137. */
const halfWorld = Math.PI * 6_378_137;

/** What a map of this size in pixels has in sight: [minX, minY, maxX, maxY] in whole Lambert 2008 metres. */
export function cameraExtent({ zoom, lat, lon }: Camera, width: number, height: number): readonly [number, number, number, number] {
  const metresPerPixel = (2 * halfWorld) / (worldPixels * 2 ** zoom);
  const x = (lon / 180) * halfWorld;
  const y = (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) * halfWorld;
  const [dx, dy] = [(width / 2) * metresPerPixel, (height / 2) * metresPerPixel];
  const corners = toLambert2008('EPSG:3857', Float64Array.of(x - dx, y - dy, x + dx, y - dy, x + dx, y + dy, x - dx, y + dy));
  const xs = corners.filter((_, index) => index % 2 === 0);
  const ys = corners.filter((_, index) => index % 2 === 1);
  return [Math.round(Math.min(...xs)), Math.round(Math.min(...ys)), Math.round(Math.max(...xs)), Math.round(Math.max(...ys))];
}
