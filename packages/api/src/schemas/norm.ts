import { facilityFunctions, normSetFormat, normSetFormatVersion, urbanClasses, type NormFile, type NormSet } from '@woonzorgzones/core/model';
import { ageBandSchema, categoryIdSchema } from './municipality.ts';
import { localNeedRuleSchema, suitabilityRuleSchema } from './need.ts';
import { normLabelSchema, normSourceSchema, normStatusSchema } from './norm-basis.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const normBase = {
  id: z.string(),
  label: normLabelSchema,
  category: categoryIdSchema,
  status: normStatusSchema,
  source: normSourceSchema,
  validFrom: z.int().nullable(),
  validTo: z.int().nullable(),
  note: z.string().nullable(),
  condition: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('urban-class'), classes: z.array(z.enum(urbanClasses)) }),
    z.object({ kind: z.literal('density'), from: z.number().nullable(), below: z.number().nullable() }),
  ]).optional(),
};

export const normSchema = z.discriminatedUnion('kind', [
  z.object({
    ...normBase,
    kind: z.literal('amount'),
    measure: z.enum(['capacity', 'facilities']),
    unit: z.enum(['plaatsen', 'woningen', 'uren', 'centra', 'huisartsen', 'apotheken', 'hectare']),
    rule: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('per-age'), rates: z.array(ageBandSchema.extend({ count: z.number(), per: z.number() })) }),
      z.object({ kind: z.literal('per-slice'), inhabitants: z.number() }),
      z.object({ kind: z.literal('share-of-norm'), norm: z.string(), share: z.number() }),
    ]),
    rounding: z.enum(['none', 'up', 'nearest', 'begun-slice']),
    minimum: z.number(),
    level: z.enum(['gemeente', 'regionale-stad', 'zone']),
    projectionOffset: z.int(),
  }),
  z.object({
    ...normBase,
    kind: z.literal('distance'),
    withinMetres: z.number(),
    ages: ageBandSchema.nullable(),
    leastCapacity: z.number().optional(),
    function: z.enum(facilityFunctions).optional(),
    response: z.object({ minutes: z.number(), kilometresPerHour: z.number() }).optional(),
  }),
]).openapi('Norm');

export const normSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  norms: z.array(normSchema),
  forYears: z.object({ from: z.int().nullable(), to: z.int().nullable() }).optional(),
  local: z.array(localNeedRuleSchema).optional(),
  suitability: z.array(suitabilityRuleSchema).optional(),
}).openapi('NormSet');
sameType<z.infer<typeof normSetSchema>, NormSet>(true);

/** A set as its file holds it (data/norms/README.md). */
export const normFileSchema = normSetSchema.extend({ format: z.literal(normSetFormat), formatVersion: z.literal(normSetFormatVersion) }).openapi('NormFile');
sameType<z.infer<typeof normFileSchema>, NormFile>(true);

export const normSetSummarySchema = z.object({ id: z.string(), name: z.string(), version: z.int(), norms: z.int() }).openapi('NormSetSummary');

export type NormSetSummary = z.infer<typeof normSetSummarySchema>;
export type NormSetReply = z.infer<typeof normSetSchema>;
