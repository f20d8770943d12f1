import { z } from './zod.ts';

/** Where it went wrong: a field of the request, or a file with its line, feature, area or (of the manifest) key. */
export const placeSchema = z.object({
  field: z.string().optional(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  feature: z.int().positive().optional(),
  area: z.string().optional(),
  key: z.string().optional(),
}).openapi('Place');

const factsSchema = z.record(z.string(), z.unknown());

/** RFC 9457 problem+json: `code` and `facts` are for programs, `detail` is a Dutch sentence for people. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string(),
  detail: z.string(),
  facts: factsSchema,
  place: placeSchema.optional(),
  /** Each thing that is wrong, where there may be several: the reasons an import was refused. */
  causes: z.array(z.object({ code: z.string(), detail: z.string(), facts: factsSchema, place: placeSchema })).optional(),
}).openapi('Problem');

export type Place = z.infer<typeof placeSchema>;
export type Problem = z.infer<typeof problemSchema>;
