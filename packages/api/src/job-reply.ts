import type { JobStatus } from './jobs/jobs.ts';
import { problemOf } from './problem.ts';
import type { JobReply } from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';

export function jobReply(job: JobStatus): Plain<JobReply> {
  const { failure, ...rest } = job;
  return { ...rest, ...(failure ? { problem: problemOf(failure) } : {}) };
}
