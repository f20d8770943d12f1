import { Worker } from 'node:worker_threads';
import { ok, type DelineationSettings, type Municipality, type Plan, type Result } from '@woonzorgzones/core/model';
import {
  concludeDelineation, prepareDelineation, runZoneSearch, type Delineation, type DelineationProblem, type PreparedDelineation, type ZoneSearchFound, type ZoneSearchTask,
} from '@woonzorgzones/core/zoning';

/** What a thread of the search is given; its tasks come as messages. */
export type SearchGround = Pick<PreparedDelineation, 'problem'> & Pick<PreparedDelineation['search'], 'weights'>;

/** With fewer units the tasks take less time than threads take to start (measured: 0.2 s a thread). */
const leastUnitsForThreads = 400;

/**
 * `delineate`, its starts spread over threads. How many there are and which is done first changes nothing about the answer.
 * `onProgress` is told after each start how many are done of how many.
 */
export async function delineateInThreads(
  municipality: Municipality, settings: DelineationSettings, standing: Plan | null, threads: number, onProgress: (done: number, of: number) => void,
): Promise<Result<Delineation, DelineationProblem>> {
  const prepared = prepareDelineation(municipality, settings, standing);
  if (!prepared.ok) return prepared;
  const { problem, search, tasks } = prepared.value;
  const count = problem.n < leastUnitsForThreads ? 1 : Math.min(threads, tasks.length);
  let done = 0;
  const tell = (): void => {
    onProgress(++done, tasks.length);
  };
  onProgress(0, tasks.length);
  if (count > 1) return ok(concludeDelineation(prepared.value, await inThreads({ problem, weights: search.weights }, tasks, count, tell)));
  const results = tasks.map((task) => {
    const found = runZoneSearch(problem, search.weights, task);
    tell();
    return found;
  });
  return ok(concludeDelineation(prepared.value, results));
}

async function inThreads(ground: SearchGround, tasks: readonly ZoneSearchTask[], count: number, tell: () => void): Promise<readonly ZoneSearchFound[]> {
  const waiting = [...tasks];
  const results: ZoneSearchFound[] = [];
  const thread = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('search-thread.ts', import.meta.url), { workerData: ground });
    const next = (): void => {
      const task = waiting.shift();
      if (task) worker.postMessage(task);
      else void worker.terminate().then(() => { resolve(); });
    };
    worker.on('message', (found: ZoneSearchFound) => {
      results.push(found);
      tell();
      next();
    });
    worker.on('error', reject);
    next();
  });
  await Promise.all(Array.from({ length: count }, thread));
  return results;
}
