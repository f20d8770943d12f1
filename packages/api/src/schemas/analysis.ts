import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { ageBandSchema, categoryIdSchema, populationRecordSchema, sourceFileSchema } from './municipality.ts';
import { againstBaseSchema } from './against.ts';
import { countSchema, figureSchema } from './figure.ts';
import { areaFunctionsSchema, gapSchema, rangeSchema, reachableSupplySchema, supplyByDateSchema } from './gap.ts';
import { areaHousingSchema, areaVulnerabilitySchema, localNeedSchema } from './local-analysis.ts';
import { needSettingsSchema } from './need.ts';
import { normStatusSchema } from './norm-basis.ts';
import { reservationSchema } from './reservation.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const categorySupplySchema = z.object({
  category: categoryIdSchema,
  facilities: figureSchema,
  capacity: figureSchema,
  withoutCapacity: z.int(),
}).openapi('CategorySupply');

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
  unit: z.enum(['plaatsen', 'woningen', 'uren', 'centra', 'huisartsen', 'apotheken', 'hectare']),
  status: normStatusSchema,
  required: figureSchema,
  requiredNow: figureSchema,
  present: figureSchema,
  missing: figureSchema,
  filledShare: countSchema,
  derivation: derivationSchema.nullable(),
  reservations: z.array(reservationSchema),
  reachable: reachableSupplySchema,
  band: z.object({ required: rangeSchema, missing: rangeSchema }).nullable(),
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
  band: rangeSchema.nullable(),
}).openapi('Coverage');

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
  localNeeds: z.array(localNeedSchema),
  vulnerability: areaVulnerabilitySchema,
  housing: areaHousingSchema,
  functions: areaFunctionsSchema,
  supplyByDate: z.array(supplyByDateSchema),
}).openapi('AreaAnalysis');

const provenanceSchema = z.object({
  dataset: z.string(),
  municipality: z.object({ code: z.string(), name: z.string(), fictitious: z.boolean() }),
  normSet: z.object({ id: z.string(), name: z.string(), version: z.int(), own: z.boolean() }),
  need: needSettingsSchema,
  scenario: z.object({ id: z.string(), name: z.string() }).optional(),
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
  against: againstBaseSchema.optional(),
}).openapi('PlanAnalysis');
sameType<z.infer<typeof planAnalysisSchema>, PlanAnalysis>(true);
