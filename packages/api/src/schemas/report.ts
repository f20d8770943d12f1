import { planIdSchema } from './plan.ts';
import { z } from './zod.ts';

export const newReportSchema = z.strictObject({
  language: z.enum(['nl', 'en']).default('nl'),
  /** Plans that it is compared with. */
  against: z.array(planIdSchema).max(4).default([]),
  /** Other years that it is compared with. */
  years: z.array(z.int().min(1900).max(2200)).max(4).default([]),
}).openapi('NewReport');

/** A report that lies ready; each file is fetched at /reports/{key}/{name}. */
export const writtenReportSchema = z.object({
  key: z.uuid(),
  files: z.array(z.object({ form: z.enum(['pdf', 'html', 'xlsx', 'csv', 'gpkg', 'geojson']), name: z.string(), bytes: z.number() })),
}).openapi('WrittenReport');

export type WrittenReport = z.infer<typeof writtenReportSchema>;
