import { z } from './zod.ts';

/** Where it went wrong: a file with its line or area, or a field of the request. */
export const placeSchema = z.object({
  file: z.string().optional(),
  line: z.int().positive().optional(),
  area: z.string().optional(),
  field: z.string().optional(),
}).openapi('Place');

/** RFC 9457 problem+json: `code` and `facts` are for programs, `detail` is a Dutch sentence for people. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string(),
  detail: z.string(),
  facts: z.record(z.string(), z.json()),
  place: placeSchema.optional(),
}).openapi('Problem');

export type Place = z.infer<typeof placeSchema>;
export type Problem = z.infer<typeof problemSchema>;
