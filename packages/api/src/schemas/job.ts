import { delineationSchema } from './delineation.ts';
import { hashSchema } from './municipality.ts';
import { problemSchema } from './problem.ts';
import { categoryCoveragesSchema, sitingSchema } from './reach.ts';
import { writtenReportSchema } from './report.ts';
import { writtenStorySchema } from './told-story.ts';
import { z } from './zod.ts';

export const jobIdSchema = z.uuid();

const jobBase = {
  id: jobIdSchema,
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** What the job is at: `done` of `of` steps. `of` is 0 while their number is unknown. */
  progress: z.object({
    step: z.enum(['waiting', 'reading', 'fitting', 'spreading', 'writing', 'comparing', 'delineating', 'siting', 'reaching', 'reporting', 'telling']),
    file: z.string().nullable(),
    done: z.number(),
    of: z.number(),
  }),
  problem: problemSchema.optional(),
};

export const jobSchema = z.discriminatedUnion('kind', [
  z.object({
    ...jobBase,
    kind: z.literal('import'),
    /** `known` when the same content stood there already. */
    result: z.object({ hash: hashSchema, known: z.boolean() }).optional(),
  }).openapi('ImportJob'),
  z.object({
    ...jobBase,
    kind: z.literal('prepare'),
    /** What a sitting would bring in is ready to be looked at and taken. */
    result: z.object({ sitting: z.uuid(), hash: hashSchema, known: z.boolean() }).optional(),
  }).openapi('PrepareJob'),
  z.object({ ...jobBase, kind: z.literal('delineate'), result: delineationSchema.optional() }).openapi('DelineationJob'),
  z.object({ ...jobBase, kind: z.literal('cover'), result: categoryCoveragesSchema.optional() }).openapi('CoverageJob'),
  z.object({ ...jobBase, kind: z.literal('report'), result: writtenReportSchema.optional() }).openapi('ReportJob'),
  z.object({ ...jobBase, kind: z.literal('story'), result: writtenStorySchema.optional() }).openapi('StoryJob'),
  z.object({ ...jobBase, kind: z.literal('site'), result: sitingSchema.optional() }).openapi('SitingJob'),
]).openapi('Job');

export const acceptedJobSchema = z.object({ job: jobIdSchema }).openapi('AcceptedJob');

export type JobReply = z.infer<typeof jobSchema>;
export type AcceptedJob = z.infer<typeof acceptedJobSchema>;
