import { shapeToGeoJson, type GeoJsonShape } from '@woonzorgzones/files';

interface LayerFeature<G, P> {
  readonly id?: string;
  readonly geometry: G;
  readonly properties: P;
}

/** A feature that bears the id of the thing it shows, where that has one. */
export const feature = <G, P extends object>(geometry: G, properties: P): LayerFeature<G, P> =>
  ('id' in properties && typeof properties.id === 'string' ? { id: properties.id, geometry, properties } : { geometry, properties });

const circleCorners = 64;

/** A circle on the ground, in Lambert 2008 metres, as a polygon; counter-clockwise from the east. */
export function circleToGeoJson(x: number, y: number, radiusMetres: number): GeoJsonShape {
  const ring = new Float64Array(2 * (circleCorners + 1));
  for (let i = 0; i < circleCorners; i++) {
    const angle = (2 * Math.PI * i) / circleCorners;
    ring[2 * i] = x + radiusMetres * Math.cos(angle);
    ring[2 * i + 1] = y + radiusMetres * Math.sin(angle);
  }
  ring.copyWithin(2 * circleCorners, 0, 2);
  return shapeToGeoJson([[ring]]);
}
