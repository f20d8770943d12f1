import { fromLambert2008, type Line, type MultiPolygon, type Points } from '@woonzorgzones/core/geo';

/** Seven decimals of a degree are about a centimetre (RFC 7946, 11.2, advises six to seven). */
const digits = 1e7;

const degrees = (value: number) => Math.round(value * digits) / digits;

type Position = [longitude: number, latitude: number];

function positions(xy: Points): Position[] {
  const lonLat = fromLambert2008('EPSG:4326', xy);
  return Array.from({ length: xy.length / 2 }, (_, i): Position => [degrees(lonLat[2 * i]!), degrees(lonLat[2 * i + 1]!)]);
}

export interface GeoJsonPoint {
  readonly type: 'Point';
  readonly coordinates: Position;
}

export interface GeoJsonLine {
  readonly type: 'LineString';
  readonly coordinates: Position[];
}

export interface GeoJsonShape {
  readonly type: 'MultiPolygon';
  readonly coordinates: Position[][][];
}

/** A place in Lambert 2008 metres as GeoJSON, in WGS84. */
export function pointToGeoJson(x: number, y: number): GeoJsonPoint {
  return { type: 'Point', coordinates: positions(Float64Array.of(x, y))[0]! };
}

/** Places in Lambert 2008 metres, [x0, y0, …], as GeoJSON, in WGS84. */
export const pointsToGeoJson = (xy: Points): GeoJsonPoint[] => positions(xy).map((coordinates) => ({ type: 'Point', coordinates }));

export const lineToGeoJson = (line: Line): GeoJsonLine => ({ type: 'LineString', coordinates: positions(line) });

/** Rings keep their order and winding: outer ones counter-clockwise, as RFC 7946 wants. */
export const shapeToGeoJson = (shape: MultiPolygon): GeoJsonShape => ({
  type: 'MultiPolygon',
  coordinates: shape.map((polygon) => polygon.map(positions)),
});

/** Longitudes and latitudes of the smallest box around a shape: [west, south, east, north], corners of the Lambert box included. */
export function boundsInDegrees([minX, minY, maxX, maxY]: readonly [number, number, number, number]): [west: number, south: number, east: number, north: number] {
  const corners = positions(Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY));
  const longitudes = corners.map(([longitude]) => longitude);
  const latitudes = corners.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

export interface GeoJsonFeature<G, P> {
  readonly type: 'Feature';
  readonly id?: string;
  readonly geometry: G;
  readonly properties: P;
}

export interface GeoJsonCollection<G, P> {
  readonly type: 'FeatureCollection';
  readonly features: readonly GeoJsonFeature<G, P>[];
}

export const featureCollection = <G, P>(features: readonly Omit<GeoJsonFeature<G, P>, 'type'>[]): GeoJsonCollection<G, P> => ({
  type: 'FeatureCollection',
  features: features.map((feature) => ({ type: 'Feature', ...feature })),
});
