import { featureCollection, multiPolygonSchema, pointSchema } from './geojson.ts';
import { z } from './zod.ts';

export const zoneLayerSchema = featureCollection(multiPolygonSchema, z.strictObject({
  id: z.string(),
  name: z.string(),
  locked: z.boolean(),
  inhabitants: z.int(),
})).openapi('ZoneLayer');

export const nucleusLayerSchema = featureCollection(pointSchema, z.strictObject({
  id: z.string(),
  name: z.string(),
  block: z.string(),
  /** Zone of the plan it lies in; null when its block is in none. */
  zone: z.string().nullable(),
  inhabitants: z.int(),
  topPerKm2: z.number(),
  radiusMetres: z.number(),
  /** Null when the files speak of no daily facilities. */
  dailyFacilities: z.int().nullable(),
  origin: z.enum(['found', 'moved', 'added']),
  saddleShare: z.number(),
  x: z.number().openapi({ description: 'Lambert 2008, meter' }),
  y: z.number().openapi({ description: 'Lambert 2008, meter' }),
})).openapi('NucleusLayer');

/** Circular areas as people are counted in them: discs cut off behind barriers, or what is within the radius along the streets. */
export const circleLayerSchema = featureCollection(multiPolygonSchema, z.strictObject({
  id: z.string(),
  name: z.string(),
  radiusMetres: z.number(),
  /** Everybody within the radius. */
  within: z.int(),
  /** Everybody counted for this circle: where circles overlap, each person counts for one. */
  inhabitants: z.int(),
})).openapi('CircleLayer');

export type ZoneLayer = z.infer<typeof zoneLayerSchema>;
export type NucleusLayer = z.infer<typeof nucleusLayerSchema>;
export type CircleLayer = z.infer<typeof circleLayerSchema>;
