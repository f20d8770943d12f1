import type { Count } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { reasonCodes } from '@woonzorgzones/core/network';
import { ageBandSchema, categoryIdSchema, populationRecordSchema, sourceFileSchema } from './municipality.ts';
import { normStatusSchema } from './norm.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const countSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), value: z.number() }),
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('not-applicable') }),
]).openapi('Count');
sameType<z.infer<typeof countSchema>, Count>(true);

const methodSchema = z.enum(['measured', 'modelled', 'straight-line']);

const figureSchema = z.object({
  count: countSchema,
  year: z.int(),
  method: methodSchema,
  sources: z.array(z.int().nonnegative()),
}).openapi('Figure');

const categorySupplySchema = z.object({
  category: categoryIdSchema,
  facilities: figureSchema,
  capacity: figureSchema,
  withoutCapacity: z.int(),
}).openapi('CategorySupply');

const reservationSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('year-not-given'), year: z.int(), given: z.array(z.int()) }),
  z.object({ code: z.literal('nearest-year-used'), year: z.int(), used: z.int() }),
  z.object({ code: z.literal('no-age-table') }),
  z.object({ code: z.literal('age-class-cut'), bracket: ageBandSchema, year: z.int() }),
  z.object({ code: z.literal('age-band-cut'), bracket: ageBandSchema }),
  z.object({ code: z.literal('not-in-force'), year: z.int(), validFrom: z.int().nullable(), validTo: z.int().nullable() }),
  z.object({ code: z.literal('category-not-given'), category: categoryIdSchema }),
  z.object({ code: z.literal('capacity-unknown'), facilities: z.int() }),
  z.object({ code: z.literal('not-recognised'), facilities: z.int() }),
  z.object({ code: z.literal('nobody-concerned') }),
  z.object({ code: z.literal('without-address'), persons: z.number() }),
  z.object({ code: z.literal('not-reached'), reason: z.enum(reasonCodes), persons: z.number() }),
]).openapi('Reservation');

const roundingSchema = z.enum(['none', 'up', 'nearest', 'begun-slice']);

const derivationSchema = z.object({
  yearAsked: z.int(),
  yearUsed: z.int(),
  split: z.enum(['ages', 'inhabitants', 'whole']),
  lines: z.array(ageBandSchema.extend({ count: z.number(), per: z.number(), persons: z.number(), amount: z.number() })),
  exact: z.number(),
  raisedTo: z.number().nullable(),
  rounding: roundingSchema,
}).openapi('Derivation');

const needSchema = z.object({
  norm: z.string(),
  category: categoryIdSchema,
  unit: z.enum(['plaatsen', 'woningen', 'uren', 'centra', 'huisartsen', 'apotheken']),
  status: normStatusSchema,
  required: figureSchema,
  requiredNow: figureSchema,
  present: figureSchema,
  missing: figureSchema,
  filledShare: countSchema,
  derivation: derivationSchema.nullable(),
  reservations: z.array(reservationSchema),
}).openapi('Need');

const coverageSchema = z.object({
  norm: z.string(),
  category: categoryIdSchema,
  status: normStatusSchema,
  withinMetres: z.number(),
  ages: ageBandSchema.nullable(),
  persons: figureSchema,
  within: figureSchema,
  beyond: figureSchema,
  share: countSchema,
  reservations: z.array(reservationSchema),
}).openapi('Coverage');

/** The least and the most over all draws of who lives where. */
const rangeSchema = z.object({ low: z.int(), high: z.int() }).openapi('Range');

const areaAnalysisSchema = z.object({
  blocks: z.int(),
  addresses: z.int(),
  inhabitants: figureSchema,
  inhabitantsDeviation: z.number(),
  byBand: z.array(countSchema),
  from75: figureSchema,
  spread: z.object({ inhabitants: rangeSchema, byBand: z.array(rangeSchema), from75: rangeSchema.nullable() }).nullable(),
  projections: z.array(z.object({ year: z.int(), inhabitants: z.number(), byBand: z.array(z.number()) })),
  facilities: z.array(categorySupplySchema),
  needs: z.array(needSchema),
  coverage: z.array(coverageSchema),
}).openapi('AreaAnalysis');

const gapSchema = z.object({
  zone: z.string().nullable(),
  norm: z.string(),
  kind: z.enum(['amount', 'distance']),
  category: categoryIdSchema,
  status: normStatusSchema,
  missing: z.number(),
  missingShare: z.number(),
  affected: countSchema,
  affected75: countSchema,
}).openapi('Gap');

const provenanceSchema = z.object({
  dataset: z.string(),
  municipality: z.object({ code: z.string(), name: z.string(), fictitious: z.boolean() }),
  normSet: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  referenceYear: z.int(),
  population: populationRecordSchema,
  sources: z.array(sourceFileSchema),
  distances: z.object({
    method: z.enum(['measured', 'straight-line']),
    detourFactor: z.number(),
    detourStatus: normStatusSchema,
    detourSource: z.string().nullable(),
  }),
}).openapi('Provenance');

export const planAnalysisSchema = z.object({
  provenance: provenanceSchema,
  bands: z.array(ageBandSchema),
  municipality: areaAnalysisSchema,
  zones: z.array(areaAnalysisSchema.extend({ zone: z.string(), name: z.string() })),
  unassigned: areaAnalysisSchema,
  facilitiesOutside: z.array(categorySupplySchema),
  gaps: z.array(gapSchema),
}).openapi('PlanAnalysis');
sameType<z.infer<typeof planAnalysisSchema>, PlanAnalysis>(true);
