import type { NormSet } from '@woonzorgzones/core/model';
import { ageBandSchema, categoryIdSchema } from './municipality.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const normStatusSchema = z.enum(['confirmed', 'unconfirmed', 'own']);

const normBase = {
  id: z.string(),
  label: z.object({ nl: z.string(), en: z.string() }),
  category: categoryIdSchema,
  status: normStatusSchema,
  source: z.object({
    title: z.string(),
    url: z.string().nullable(),
    place: z.string().nullable(),
    year: z.int().nullable(),
  }),
  validFrom: z.int().nullable(),
  validTo: z.int().nullable(),
  note: z.string().nullable(),
};

export const normSchema = z.discriminatedUnion('kind', [
  z.object({
    ...normBase,
    kind: z.literal('amount'),
    measure: z.enum(['capacity', 'facilities']),
    unit: z.enum(['plaatsen', 'woningen', 'uren', 'centra', 'huisartsen', 'apotheken']),
    rule: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('per-age'), rates: z.array(ageBandSchema.extend({ count: z.number(), per: z.number() })) }),
      z.object({ kind: z.literal('per-slice'), inhabitants: z.number() }),
    ]),
    rounding: z.enum(['none', 'up', 'nearest', 'begun-slice']),
    minimum: z.number(),
    level: z.enum(['gemeente', 'regionale-stad', 'zone']),
    projectionOffset: z.int(),
  }),
  z.object({ ...normBase, kind: z.literal('distance'), withinMetres: z.number(), ages: ageBandSchema.nullable() }),
]).openapi('Norm');

export const normSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  norms: z.array(normSchema),
}).openapi('NormSet');
sameType<z.infer<typeof normSetSchema>, NormSet>(true);

export const normSetSummarySchema = z.object({ id: z.string(), name: z.string(), version: z.int(), norms: z.int() }).openapi('NormSetSummary');

export type NormSetSummary = z.infer<typeof normSetSummarySchema>;
export type NormSetReply = z.infer<typeof normSetSchema>;
