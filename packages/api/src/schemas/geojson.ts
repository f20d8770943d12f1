import { z } from './zod.ts';

const position = z.array(z.number()).min(2).max(2).openapi({ description: 'Lengte, breedte in WGS84 (EPSG:4326)' });

export const pointSchema = z.object({ type: z.literal('Point'), coordinates: position }).openapi('Point');
export const lineStringSchema = z.object({ type: z.literal('LineString'), coordinates: z.array(position) }).openapi('LineString');
export const multiPolygonSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position))),
}).openapi('MultiPolygon');

/** A GeoJSON layer whose features all carry these properties; `id` is set where the thing has one. */
export const featureCollection = <G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) => z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.strictObject({
    type: z.literal('Feature'),
    id: z.string().optional(),
    geometry,
    properties,
  })),
});

export type Point = z.infer<typeof pointSchema>;
export type LineString = z.infer<typeof lineStringSchema>;
export type MultiPolygon = z.infer<typeof multiPolygonSchema>;
