import { Worker } from 'node:worker_threads';
import type { NormSet, Plan, Result } from '@woonzorgzones/core/model';
import type { Proposal } from '@woonzorgzones/core/needs';
import type { Looked, LookProblem } from './analyses.ts';
import { oncePer } from './once-per.ts';

/** What a thread is given: the dataset as it is stored, and the look at a plan on it. */
export interface ProposingTask {
  readonly bytes: Uint8Array;
  readonly norms: NormSet;
  readonly plan: Plan;
  readonly looked: Looked;
  readonly shipped: ReadonlyMap<string, NormSet>;
}

type Proposed = Result<readonly Proposal[], LookProblem>;

/** Reckons proposals through beside the server, one look at a time: half a second for Genk that stalls nobody. */
export interface Proposing {
  /** What could be done about the gaps of a look; reckoned once for as long as the plan stays as it is. */
  propose(task: ProposingTask): Promise<Proposed>;
  /** Stops what is under way. */
  close(): Promise<void>;
}

export function openProposing(): Proposing {
  const known = oncePer((_: Plan) => new Map<string, Promise<Proposed>>());
  let turn: Promise<unknown> = Promise.resolve();
  let running: Worker | null = null;

  const inThread = (task: ProposingTask): Promise<Proposed> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('proposing-worker.ts', import.meta.url), { workerData: task });
    running = worker;
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => {
      running = null;
      reject(new Error('Got the end of the thread when expected its proposals.'));
    });
  });

  return {
    propose(task) {
      const ofPlan = known(task.plan);
      const key = JSON.stringify(task.looked);
      const before = ofPlan.get(key);
      if (before !== undefined) return before;
      const proposed = turn.then(() => inThread(task));
      // What failed may be asked again.
      turn = proposed.catch(() => { ofPlan.delete(key); });
      ofPlan.set(key, proposed);
      return proposed;
    },
    async close() {
      await running?.terminate();
    },
  };
}
