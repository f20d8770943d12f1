import { pino, type Logger } from 'pino';
import { openDatasets, type Datasets } from './datasets.ts';
import type { Jobs } from './jobs/jobs.ts';
import { openLooks } from './jobs/looks.ts';
import { openWorkerJobs } from './jobs/worker-jobs.ts';
import type { Limits } from './limits.ts';
import { readNorms, type Norms } from './norms.ts';
import { openPlans, type Plans } from './plans.ts';
import { openProposing, type Proposing } from './proposing.ts';
import { openProfiles, type Profiles } from './profiles.ts';
import { openStore, type StorePlace } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { openSittingFiles } from './sittings/sitting-files.ts';
import { openSittings, type Sittings } from './sittings/sittings.ts';
import { readTravel, type Travel } from './travel.ts';
import { openUploads, type Uploads } from './uploads.ts';
import { openWitnesses, type Witnesses } from './witnesses.ts';

/** Everything that stands behind the API and the command line. */
export interface Services {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly plans: Plans;
  readonly jobs: Jobs;
  readonly proposing: Proposing;
  readonly uploads: Uploads;
  readonly norms: Norms;
  readonly travel: Travel;
  readonly profiles: Profiles;
  readonly sittings: Sittings;
  readonly witnesses: Witnesses;
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
  /** Travel profiles and visits a year. */
  readonly walkingFolder: string;
  readonly profilesFolder: string;
  readonly limits: Limits;
  readonly version: string;
  /** What is written to the console: requests and jobs that fail, or nothing. */
  readonly logLevel: 'warn' | 'silent';
}

export async function openServices({ normsFolder, walkingFolder, profilesFolder, limits, version, logLevel, ...place }: ServiceSettings): Promise<Services> {
  const log = pino({ level: logLevel });
  const norms = await readNorms(normsFolder);
  const travel = await readTravel(walkingFolder);
  const store = await openStore(place);
  const datasets = openDatasets(store, datasetsKept);
  const jobs = openWorkerJobs({ place, version, limits: limits.jobs, onCrash: (error, job) => { log.error({ err: error, job }, 'job failed'); } });
  const uploads = await openUploads(place.dataFolder);
  const proposing = openProposing();
  const profiles = await openProfiles(profilesFolder, store);
  const looks = openLooks(limits, (error, file) => { log.error({ err: error, file }, 'looking at a file failed'); });
  const sittings = await openSittings({ store, files: await openSittingFiles(place), profiles, jobs, looks, limits, now: () => new Date() });
  return {
    store, datasets, jobs, proposing, uploads, norms, travel, profiles, sittings, limits, version, log,
    plans: openPlans(store, datasets, plansKept),
    witnesses: openWitnesses(store, () => new Date()),
    async close() {
      await jobs.close();
      await proposing.close();
      await uploads.close();
      await store.close();
    },
  };
}
