import { problemSchema } from './problem.ts';
import { z } from './zod.ts';

export const jobIdSchema = z.uuid();

export const jobStateSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

const jobBase = {
  id: jobIdSchema,
  state: jobStateSchema,
  /** What the job is at: `done` of `of` units of the named step. `of` is 0 while the size is unknown. */
  progress: z.object({ step: z.string(), done: z.number(), of: z.number() }),
  problem: problemSchema.optional(),
};

export const importJobSchema = z.object({
  ...jobBase,
  kind: z.literal('import'),
  /** `known` when the same content stood there already. */
  result: z.object({ hash: z.string(), known: z.boolean() }).optional(),
}).openapi('ImportJob');

export const acceptedJobSchema = z.object({ job: jobIdSchema }).openapi('AcceptedJob');

export type JobState = z.infer<typeof jobStateSchema>;
export type ImportJob = z.infer<typeof importJobSchema>;
export type AcceptedJob = z.infer<typeof acceptedJobSchema>;
