import type { Result } from '@woonzorgzones/core/model';
import type { ApiProblem } from '@woonzorgzones/core/report';
import type { Failure } from '../problem.ts';
import type { TaskInput, TaskKind, TaskProgress, TaskResult } from './task.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export type JobStatus = {
  readonly [K in TaskKind]: {
    readonly id: string;
    readonly kind: K;
    readonly state: JobState;
    readonly progress: TaskProgress;
    /** When done. */
    readonly result?: TaskResult[K];
    /** When failed or cancelled. */
    readonly failure?: Failure;
  }
}[TaskKind];

/**
 * Long work, done beside the server. What a job does is plain values in and out, so that a queue that outlives the process
 * and workers on other machines can stand behind the same interface.
 */
export interface Jobs {
  /** What the job leaves on disk is tidied up after it, also when it is refused. */
  submit<K extends TaskKind>(kind: K, input: TaskInput[K]): Promise<Result<string, Extract<ApiProblem, { code: 'queue-full' }>>>;
  status(id: string): Promise<JobStatus | null>;
  /** Stops a job that waits or runs; one that has ended stays as it is. */
  cancel(id: string): Promise<JobStatus | null>;
  /** Resolves when the job has ended, in whatever way. */
  ended(id: string): Promise<JobStatus | null>;
  /** Stops everything that waits or runs. */
  close(): Promise<void>;
}
