import { fromLambert2008, toLambert2008 } from '../geo/lambert.ts';
import type { Points } from '../geo/shapes.ts';

/**
 * The flat plane a street graph is laid out on. Flemish data lies in Lambert 2008, where a metre on paper is a metre on the
 * ground to 1 in 10,000. Elsewhere Lambert stretches (1.5 % at Porto), so such an extract gets a plane of its own round its
 * middle, with lengths along great circles.
 */
export type GroundPlane =
  | { readonly kind: 'lambert2008' }
  | { readonly kind: 'local'; readonly longitude: number; readonly latitude: number };

export const lambert2008Plane: GroundPlane = { kind: 'lambert2008' };

/** Mean radius of the WGS84 ellipsoid, (2a + b) / 3, metres: what routers measure OpenStreetMap with. */
const earthRadius = 6371008.8;
const radians = Math.PI / 180;

/** A plane round the middle of the points; good to 1 in 10,000 over a city. The middle of no points is 0, 0. */
export function localPlane(lonLat: Points): GroundPlane {
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
  for (let i = 0; i < lonLat.length; i += 2) {
    const lon = lonLat[i]!, lat = lonLat[i + 1]!;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const found = west <= east;
  return { kind: 'local', longitude: found ? (west + east) / 2 : 0, latitude: found ? (south + north) / 2 : 0 };
}

/** Longitude and latitude in degrees, [lon0, lat0, …], as metres in the plane. */
export function toPlane(plane: GroundPlane, lonLat: Points): Points {
  if (plane.kind === 'lambert2008') return toLambert2008('EPSG:4326', lonLat);
  const xy = new Float64Array(lonLat.length);
  const perLon = earthRadius * radians * Math.cos(plane.latitude * radians);
  const perLat = earthRadius * radians;
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = (lonLat[i]! - plane.longitude) * perLon;
    xy[i + 1] = (lonLat[i + 1]! - plane.latitude) * perLat;
  }
  return xy;
}

/** Metres in the plane as longitude and latitude in degrees. */
export function fromPlane(plane: GroundPlane, xy: Points): Points {
  if (plane.kind === 'lambert2008') return fromLambert2008('EPSG:4326', xy);
  const lonLat = new Float64Array(xy.length);
  const perLon = earthRadius * radians * Math.cos(plane.latitude * radians);
  const perLat = earthRadius * radians;
  for (let i = 0; i < xy.length; i += 2) {
    lonLat[i] = plane.longitude + xy[i]! / perLon;
    lonLat[i + 1] = plane.latitude + xy[i + 1]! / perLat;
  }
  return lonLat;
}

/** Length over a sphere between two points in degrees (haversine). */
export function greatCircleMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const sinLat = Math.sin(((lat2 - lat1) * radians) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * radians) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * sinLon * sinLon;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}
