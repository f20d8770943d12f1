import { categoryIds, facilityFunctions, type AgeBand, type AgeTable, type BarrierKind, type CategoryId, type FacilityPosition, type PopulationRecord, type SourceFile, type StreetClass } from '@woonzorgzones/core/model';
import { featureCollection, lineStringSchema, multiPolygonSchema, pointSchema } from './geojson.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/).openapi({ description: 'SHA-256 van de inhoud van de dataset' });

export const ageBandSchema = z.object({ from: z.int().nonnegative(), to: z.int().nonnegative().nullable() }).openapi('AgeBand');
sameType<z.infer<typeof ageBandSchema>, AgeBand>(true);

export const ageTableSchema = z.object({
  year: z.int(),
  brackets: z.array(ageBandSchema),
  persons: z.array(z.number()),
}).openapi('AgeTable');
sameType<z.infer<typeof ageTableSchema>, AgeTable>(true);

export const categoryIdSchema = z.enum(categoryIds as [CategoryId, ...CategoryId[]]).openapi('CategoryId');

export const sourceFileSchema = z.object({
  file: z.string(),
  role: z.string(),
  sha256: z.string(),
  crs: z.string().nullable(),
  title: z.string(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  referenceDate: z.string().nullable(),
}).openapi('SourceFile');
sameType<z.infer<typeof sourceFileSchema>, SourceFile>(true);

export const populationRecordSchema = z.object({
  year: z.int(),
  totals: z.enum(['measured-per-block', 'spread-from-municipality']),
  spreadBy: z.enum(['dwellings', 'addresses-evenly']),
  ages: z.enum(['municipal-structure', 'fitted-per-block', 'none']),
  householdSpread: z.number(),
  seed: z.number(),
  note: z.string(),
}).openapi('PopulationRecord');
sameType<z.infer<typeof populationRecordSchema>, PopulationRecord>(true);

export const municipalitySummarySchema = z.object({
  hash: hashSchema,
  code: z.string(),
  name: z.string(),
  fictitious: z.boolean(),
  year: z.int(),
  inhabitants: z.int(),
  importedAt: z.iso.datetime(),
}).openapi('MunicipalitySummary');

const barrierKinds = ['spoorweg', 'kanaal', 'rivier', 'autosnelweg', 'expresweg'] as const satisfies readonly BarrierKind[];

/** How the streets hang together for somebody on foot. */
const streetReportSchema = z.object({
  junctions: z.int(),
  stretches: z.int(),
  kilometres: z.number(),
  /** Parts a walker cannot get between. */
  parts: z.int(),
  /** Share of the junctions open to walkers in the largest part; 0 to 1. */
  largestPartShare: z.number(),
  deadEnds: z.int(),
  /** Every kind of barrier that is there; a crossing counts for the barrier nearest to it. */
  crossingsByKind: z.partialRecord(z.enum(barrierKinds), z.int()),
}).openapi('StreetReport');

/** A municipality without its shapes and addresses: those are layers. */
export const municipalitySchema = municipalitySummarySchema.extend({
  /** [west, south, east, north] in WGS84. */
  bounds: z.array(z.number()).length(4),
  bands: z.array(ageBandSchema),
  populationByBand: z.array(z.object({ band: z.string(), persons: z.int() })),
  population: populationRecordSchema,
  ageTables: z.array(ageTableSchema),
  counts: z.object({
    blocks: z.int(),
    addresses: z.int(),
    dwellings: z.int(),
    facilities: z.int(),
    facilitiesByCategory: z.partialRecord(categoryIdSchema, z.int()),
    nuclei: z.int(),
    barriers: z.int(),
    crossings: z.int(),
    streets: z.int(),
  }),
  /** null where no streets for walking were read. */
  streets: streetReportSchema.nullable(),
  divisions: z.array(z.object({
    id: z.string(),
    name: z.string(),
    areas: z.array(z.object({ id: z.string(), name: z.string() })),
  })),
  sources: z.array(sourceFileSchema),
  /** Names that `/layers/{layer}.geojson` answers to. */
  layers: z.array(z.string()),
}).openapi('Municipality');

const streetClasses = ['autosnelweg', 'hoofdweg', 'straat', 'pad'] as const satisfies readonly StreetClass[];

/** How a facility came to its place, and how far off it may be, in metres. */
export const facilityPositionSchema = z.strictObject({
  by: z.enum(['source', 'address', 'nearest-number', 'street-middle', 'hand']),
  metres: z.number().nullable(),
}).openapi('FacilityPosition');
sameType<z.infer<typeof facilityPositionSchema>, FacilityPosition>(true);

export const boundaryLayerSchema = featureCollection(multiPolygonSchema, z.strictObject({ name: z.string() })).openapi('BoundaryLayer');
export const blockLayerSchema = featureCollection(multiPolygonSchema, z.strictObject({ id: z.string(), name: z.string(), inhabitants: z.int() })).openapi('BlockLayer');
/** No persons: who lives at an address does not leave the server. */
export const addressLayerSchema = featureCollection(pointSchema, z.strictObject({
  id: z.string(), street: z.string(), number: z.string(), block: z.string(), dwellings: z.int(),
})).openapi('AddressLayer');
/** What is known of a facility, placed or not. */
export const facilityFacts = {
  id: z.string(),
  name: z.string(),
  category: categoryIdSchema,
  address: z.string().nullable(),
  capacity: z.number().nullable(),
  recognised: z.boolean().nullable(),
  functions: z.array(z.enum(facilityFunctions)),
  opened: z.string().nullable(),
  closed: z.string().nullable(),
  fictitious: z.boolean(),
  referenceDate: z.string().nullable(),
};
export const facilityLayerSchema = featureCollection(pointSchema, z.strictObject({
  ...facilityFacts,
  position: facilityPositionSchema,
  source: z.string(),
})).openapi('FacilityLayer');
export const barrierLayerSchema = featureCollection(lineStringSchema, z.strictObject({ id: z.string(), kind: z.enum(barrierKinds), name: z.string() })).openapi('BarrierLayer');
export const crossingLayerSchema = featureCollection(pointSchema, z.strictObject({ id: z.string(), name: z.string() })).openapi('CrossingLayer');
export const streetLayerSchema = featureCollection(lineStringSchema, z.strictObject({ name: z.string(), class: z.enum(streetClasses) })).openapi('StreetLayer');
/** Water, green and buildings. */
export const surfaceLayerSchema = featureCollection(multiPolygonSchema, z.strictObject({})).openapi('SurfaceLayer');
/** What a map begins with, in one: boundary, green, water, streets, barriers and crossings, each with what its own layer says of it. */
export const groundLayerSchema = featureCollection(
  z.union([multiPolygonSchema, lineStringSchema, pointSchema]),
  z.strictObject({
    part: z.enum(['boundary', 'green', 'water', 'streets', 'barriers', 'crossings']),
    id: z.string().optional(), name: z.string().optional(), class: z.enum(streetClasses).optional(), kind: z.enum(barrierKinds).optional(),
  }),
).openapi('GroundLayer');
/** Given kernen: each a point, and an outline where one was given. */
export const givenNucleusLayerSchema = featureCollection(
  z.union([pointSchema, multiPolygonSchema]),
  z.strictObject({ id: z.string(), name: z.string() }),
).openapi('GivenNucleusLayer');
export const divisionLayerSchema = featureCollection(multiPolygonSchema, z.strictObject({ id: z.string(), name: z.string() })).openapi('DivisionLayer');

export type MunicipalitySummary = z.infer<typeof municipalitySummarySchema>;
export type MunicipalityReply = z.infer<typeof municipalitySchema>;
export type BoundaryLayer = z.infer<typeof boundaryLayerSchema>;
export type BlockLayer = z.infer<typeof blockLayerSchema>;
export type AddressLayer = z.infer<typeof addressLayerSchema>;
export type FacilityLayer = z.infer<typeof facilityLayerSchema>;
export type BarrierLayer = z.infer<typeof barrierLayerSchema>;
export type CrossingLayer = z.infer<typeof crossingLayerSchema>;
export type StreetLayer = z.infer<typeof streetLayerSchema>;
export type SurfaceLayer = z.infer<typeof surfaceLayerSchema>;
export type GroundLayer = z.infer<typeof groundLayerSchema>;
export type GivenNucleusLayer = z.infer<typeof givenNucleusLayerSchema>;
export type DivisionLayer = z.infer<typeof divisionLayerSchema>;
