import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { err, ok } from '@woonzorgzones/core/model';
import type { Failure } from '../problem.ts';
import type { StorePlace } from '../store/open-store.ts';
import type { Jobs, JobState, JobStatus } from './jobs.ts';
import { forgetTask, tidyTask, type TaskInput, type TaskKind, type TaskMessage, type TaskProgress, type TaskResult } from './task.ts';

export interface JobLimits {
  readonly running: number;
  readonly waiting: number;
  /** Ended jobs that are remembered, the newest. */
  readonly remembered: number;
  readonly seconds: number;
  readonly megabytes: number;
}

export interface JobSettings {
  readonly place: StorePlace;
  /** Of this program. */
  readonly version: string;
  readonly limits: JobLimits;
  /** Told of what a task threw. */
  readonly onCrash: (error: Error, job: string) => void;
}

type Outcome = { readonly result: TaskResult[TaskKind] } | { readonly failure: Failure };

interface Job {
  readonly id: string;
  readonly kind: TaskKind;
  readonly input: TaskInput[TaskKind];
  state: JobState;
  progress: TaskProgress;
  outcome: Outcome | null;
  /** Stops the thread; null while none runs. */
  stop: ((failure: Failure) => void) | null;
  readonly ended: Promise<null>;
  readonly end: () => void;
}

/** Jobs in worker threads of this process, kept in memory: first come, first served, a fresh thread each. */
export function openWorkerJobs(settings: JobSettings): Jobs {
  const { limits } = settings;
  const jobs = new Map<string, Job>();
  const waiting: Job[] = [];
  const running = new Set<Job>();

  const settle = async (job: Job, outcome: Outcome): Promise<void> => {
    await tidyTask(job.kind, job.input);
    job.outcome = outcome;
    job.state = endState(outcome);
    job.stop = null;
    running.delete(job);
    job.end();
    forgetOldest(jobs, limits.remembered);
    startNext();
  };

  const startNext = (): void => {
    while (running.size < limits.running) {
      const job = waiting.shift();
      if (!job) return;
      running.add(job);
      void runThread(job, settings).then((outcome) => settle(job, outcome));
    }
  };

  const cancel = async (job: Job): Promise<void> => {
    const turn = waiting.indexOf(job);
    if (turn >= 0) {
      waiting.splice(turn, 1);
      await settle(job, { failure: { code: 'job-cancelled' } });
    } else if (job.stop) {
      job.stop({ code: 'job-cancelled' });
      await job.ended;
    }
  };

  const statusOf = (id: string): JobStatus | null => {
    const job = jobs.get(id);
    return job ? describe(job) : null;
  };

  return {
    async submit(kind, input) {
      if (running.size >= limits.running && waiting.length >= limits.waiting) {
        await tidyTask(kind, input);
        return err({ code: 'queue-full', waiting: waiting.length });
      }
      const { promise, resolve } = Promise.withResolvers<null>();
      const job: Job = {
        id: randomUUID(), kind, input, state: 'queued', progress: { step: 'waiting', file: null, done: 0, of: 0 }, outcome: null, stop: null, ended: promise, end: () => { resolve(null); },
      };
      jobs.set(job.id, job);
      waiting.push(job);
      startNext();
      return ok(job.id);
    },

    status: (id) => Promise.resolve(statusOf(id)),

    async cancel(id) {
      const job = jobs.get(id);
      if (job) await cancel(job);
      return statusOf(id);
    },

    async ended(id) {
      await jobs.get(id)?.ended;
      return statusOf(id);
    },

    async close() {
      await Promise.all([...waiting, ...running].map(cancel));
    },
  };
}

/** Runs a job in a thread of its own; resolves when the thread has gone, so that nothing of it can still be written. */
function runThread(job: Job, { place, version, limits, onCrash }: JobSettings): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let outcome: Outcome | null = null;
  job.state = 'running';
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { kind: job.kind, input: job.input, place, version },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  job.stop = (failure) => {
    // A thread that has said how it ended has written what it writes; stopping it now would only deny it.
    outcome ??= { failure };
    void worker.terminate();
  };
  const timer = setTimeout(() => job.stop?.({ code: 'job-too-long', limitSeconds: limits.seconds }), limits.seconds * 1000);
  worker.on('message', (message: TaskMessage) => {
    if (message.kind === 'progress') job.progress = message.progress;
    else outcome ??= message.kind === 'done' ? { result: message.result } : { failure: message.failure };
  });
  worker.on('error', (error: Error & { readonly code?: string }) => {
    onCrash(error, job.id);
    outcome ??= { failure: error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? { code: 'job-out-of-memory', limitMegabytes: limits.megabytes }
      : { code: 'internal-error', reference: job.id } };
  });
  worker.on('exit', () => {
    clearTimeout(timer);
    resolve(outcome ?? { failure: { code: 'internal-error', reference: job.id } });
  });
  return promise;
}

function endState(outcome: Outcome): JobState {
  if ('result' in outcome) return 'done';
  return outcome.failure.code === 'job-cancelled' ? 'cancelled' : 'failed';
}

const describe = ({ id, kind, state, progress, outcome }: Job): JobStatus => ({ id, kind, state, progress, ...outcome }) as JobStatus;

function forgetOldest(jobs: Map<string, Job>, remembered: number): void {
  const ended = [...jobs.values()].filter(({ outcome }) => outcome !== null);
  for (const { id, kind, input } of ended.slice(0, Math.max(0, ended.length - remembered))) {
    jobs.delete(id);
    void forgetTask(kind, input);
  }
}
