import { facilityFunctions, livingForms } from '@woonzorgzones/core/model';
import { countSchema } from './figure.ts';
import { categoryIdSchema } from './municipality.ts';
import { normStatusSchema } from './norm-basis.ts';
import { z } from './zod.ts';

/** The least and the most over all draws of who lives where. */
export const rangeSchema = z.object({ low: z.number(), high: z.number() }).openapi('Range');

/** What people of an area can use by reach, on either side of its border. */
export const reachableSupplySchema = z.object({
  amount: countSchema,
  fromElsewhere: countSchema,
  usedByOthers: countSchema,
  withinMetres: z.number().nullable(),
  status: normStatusSchema,
  norm: z.string().nullable(),
}).openapi('ReachableSupply');

/** Whether an area has a function itself, finds it in another, or nowhere; unknown where no file says what any building does. */
export const functionStateSchema = z.enum(['present', 'elsewhere', 'missing', 'unknown']);

export const areaFunctionsSchema = z.object({
  functions: z.array(z.object({
    function: z.enum(facilityFunctions),
    state: functionStateSchema,
    at: z.array(z.object({ facility: z.string(), by: z.enum(['data', 'category']) })),
    nearest: z.object({ facility: z.string(), meanMetres: z.number() }).nullable(),
  })),
  arrangement: z.enum(['one-building', 'spread', 'incomplete']),
}).openapi('AreaFunctions');

const datedSupplySchema = z.object({ facility: z.string(), year: z.int(), capacity: countSchema });

export const supplyByDateSchema = z.object({
  category: categoryIdSchema,
  recognised: countSchema,
  notRecognised: countSchema,
  recognitionUnknown: countSchema,
  opening: z.array(datedSupplySchema),
  closing: z.array(datedSupplySchema),
}).openapi('SupplyByDate');

export const gapSchema = z.object({
  id: z.string(),
  zone: z.string().nullable(),
  norm: z.string(),
  kind: z.enum(['amount', 'distance', 'function', 'housing']),
  category: categoryIdSchema,
  function: z.enum(facilityFunctions).nullable(),
  form: z.enum(livingForms).nullable(),
  status: normStatusSchema,
  required: z.number(),
  present: z.number(),
  reachable: countSchema,
  missing: z.number(),
  band: rangeSchema.nullable(),
  missingShare: z.number(),
  affected: countSchema,
  affected75: countSchema,
  affected80: countSchema,
}).openapi('Gap');
