import type { JobLimits } from './jobs/worker-jobs.ts';
import type { SittingLimits } from './sittings/sittings.ts';

/** What the server takes at most: a request beyond a limit is refused with the limit in its sentence. */
export interface Limits extends SittingLimits {
  /** A gesture on a large municipality names at most some ten thousand blocks. */
  readonly jsonBytes: number;
  readonly requestsPerMinute: number;
  readonly uploadsPerMinute: number;
  /** Refused requests of one visitor with a witness link: nobody finds one by trying. */
  readonly witnessRefusalsPerMinute: number;
  /** What comes by one witness link. */
  readonly remarksPerLink: number;
  /** The whole of a request, its upload included. */
  readonly requestSeconds: number;
  readonly jobs: JobLimits;
}

export const defaultLimits: Limits = {
  jsonBytes: 4_000_000,
  uploadFiles: 64,
  uploadFileBytes: 1_000_000_000,
  uploadBytes: 2_000_000_000,
  sittings: 20,
  sittingDays: 14,
  lookSeconds: 60,
  lookMegabytes: 1024,
  requestsPerMinute: 3000,
  uploadsPerMinute: 30,
  witnessRefusalsPerMinute: 30,
  remarksPerLink: 500,
  requestSeconds: 900,
  jobs: { running: 2, waiting: 16, remembered: 100, seconds: 900, megabytes: 4096 },
};
