import { pino, type Logger } from 'pino';
import { openDatasets, type Datasets } from './datasets.ts';
import type { Jobs } from './jobs/jobs.ts';
import { openWorkerJobs } from './jobs/worker-jobs.ts';
import type { Limits } from './limits.ts';
import { readNorms, type Norms } from './norms.ts';
import { openPlans, type Plans } from './plans.ts';
import { openStore, type StorePlace } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { openUploads, type Uploads } from './uploads.ts';

/** Everything that stands behind the API and the command line. */
export interface Services {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly plans: Plans;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly norms: Norms;
  readonly limits: Limits;
  /** Of this program. */
  readonly version: string;
  readonly log: Logger;
  /** Stops the jobs and closes the store. */
  close(): Promise<void>;
}

/** Municipalities kept decoded: the one at hand and one to compare with; Genk is about 10 MB. */
const datasetsKept = 3;
const plansKept = 50;

export interface ServiceSettings extends StorePlace {
  readonly normsFolder: string;
  readonly limits: Limits;
  readonly version: string;
  /** What is written to the console: requests and jobs that fail, or nothing. */
  readonly logLevel: 'warn' | 'silent';
}

export async function openServices({ normsFolder, limits, version, logLevel, ...place }: ServiceSettings): Promise<Services> {
  const log = pino({ level: logLevel });
  const norms = await readNorms(normsFolder);
  const store = await openStore(place);
  const datasets = openDatasets(store, datasetsKept);
  const jobs = openWorkerJobs({ place, version, limits: limits.jobs, onCrash: (error, job) => { log.error({ err: error, job }, 'job failed'); } });
  const uploads = await openUploads(place.dataFolder);
  return {
    store, datasets, jobs, uploads, norms, limits, version, log,
    plans: openPlans(store, datasets, plansKept),
    async close() {
      await jobs.close();
      await uploads.close();
      await store.close();
    },
  };
}
