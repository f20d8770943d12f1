import { dwellingTypes, localNeedKinds } from '@woonzorgzones/core/model';
import type { AreaHousing, AreaVulnerability, LocalNeed } from '@woonzorgzones/core/needs';
import { ageBandSchema } from './municipality.ts';
import { countSchema, figureSchema } from './figure.ts';
import { livingFormSchema, ownershipSchema } from './need.ts';
import { normStatusSchema } from './norm-basis.ts';
import { reservationSchema } from './reservation.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const estimateSchema = z.object({ low: figureSchema, middle: figureSchema, high: figureSchema }).openapi('Estimate');

export const localNeedSchema = z.object({
  rule: z.string(),
  need: z.enum(localNeedKinds),
  unit: z.enum(['personen', 'woningen']),
  status: normStatusSchema,
  estimate: estimateSchema,
  later: z.array(z.object({ year: z.int(), estimate: estimateSchema })),
  derivation: z.object({
    year: z.int(),
    lines: z.array(ageBandSchema.extend({
      per: z.number(), low: z.number(), middle: z.number(), high: z.number(), persons: z.number(), weighted: z.number(),
    })),
    factor: z.number(),
  }).nullable(),
  reservations: z.array(reservationSchema),
}).openapi('LocalNeed');
sameType<z.infer<typeof localNeedSchema>, LocalNeed>(true);

export const areaVulnerabilitySchema = z.object({
  factor: countSchema,
  indicators: z.array(z.object({ indicator: z.string(), name: z.string(), unit: z.enum(['percent', 'number']), weight: z.number(), value: figureSchema, withoutValue: z.number() })),
}).openapi('AreaVulnerability');
sameType<z.infer<typeof areaVulnerabilitySchema>, AreaVulnerability>(true);

export const areaHousingSchema = z.object({
  dwellings: figureSchema,
  bySuitability: z.object({ levenslang: figureSchema, aanpasbaar: figureSchema, ongeschikt: figureSchema, onbekend: figureSchema }),
  byType: z.array(z.object({ type: z.enum(dwellingTypes).nullable(), dwellings: figureSchema })),
  byOwnership: z.array(z.object({ ownership: ownershipSchema.nullable(), dwellings: figureSchema })),
  byDecade: z.array(z.object({ decade: z.int().nullable(), dwellings: figureSchema })),
  reserve: z.object({
    dwellings: figureSchema,
    withoutNumber: z.int(),
    projects: z.array(z.string()),
    byYear: z.array(z.object({ year: z.int().nullable(), dwellings: countSchema })),
  }),
  forms: z.array(z.object({
    form: livingFormSchema,
    rule: z.string().nullable(),
    status: normStatusSchema.nullable(),
    needed: estimateSchema,
    present: figureSchema,
    planned: figureSchema,
    missing: figureSchema,
    level: z.enum(['low', 'middle', 'high']),
  })),
  reservations: z.array(z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-dwellings-file') }),
    z.object({ code: z.literal('no-reserve-file') }),
    z.object({ code: z.literal('no-suitability-rules') }),
    z.object({ code: z.literal('suitability-unknown'), dwellings: z.number() }),
  ])),
}).openapi('AreaHousing');
sameType<z.infer<typeof areaHousingSchema>, AreaHousing>(true);
