import { Worker } from 'node:worker_threads';
import { categoryIds, ok, type CategoryId, type Facility, type Municipality, type Result } from '@woonzorgzones/core/model';
import { answerReach, checkQuestion, destinationsOf, placesOf, towardsOf, type ReachArea, type ReachProblem, type ReachQuestion } from '@woonzorgzones/core/needs';
import { inSharedMemory, reachGroundOf, type Coverage, type Limit, type Links, type TravelNetwork } from '@woonzorgzones/core/network';

/** What every thread reads, in memory they share. */
export interface CoverageGround {
  readonly network: TravelNetwork;
  readonly addresses: Links;
  readonly persons: Uint16Array;
  readonly bands: number;
  readonly limit: Limit;
}

/** One kind of facility, put on the streets. */
export interface CoverageTask {
  readonly category: CategoryId;
  readonly facilities: Links;
}

export interface CategoryCoverage {
  readonly category: CategoryId;
  readonly facilities: number;
  readonly coverage: Coverage;
}

type Asked = Omit<ReachQuestion, 'destination'>;

/**
 * For whom each kind of facility there is lies within the limit, by age band: the kinds spread over threads that read the same
 * memory. How many threads there are changes nothing about the answer. `onProgress` is told after each kind.
 */
export async function coverageInThreads(
  municipality: Municipality, facilities: readonly Facility[], asked: Asked, threads: number, onProgress: (done: number, of: number) => void,
): Promise<Result<readonly CategoryCoverage[], ReachProblem>> {
  const area: ReachArea = { municipality, facilities, ground: reachGroundOf(municipality) };
  const kinds = categoryIds.map((category) => ({ category, there: destinationsOf(area, category) })).filter(({ there }) => there.length > 0);
  const problem = checkQuestion(area, { destination: 'huisarts', ...asked });
  if (problem !== null) return { ok: false, error: problem };
  let done = 0;
  const tell = (): void => {
    onProgress(++done, kinds.length);
  };
  const told = (category: CategoryId, there: readonly Facility[], coverage: Coverage): CategoryCoverage => ({ category, facilities: there.length, coverage });
  if (area.ground === null) {
    const answers: CategoryCoverage[] = [];
    for (const { category, there } of kinds) {
      const answer = answerReach(area, { destination: category, ...asked });
      if (!answer.ok) return answer;
      answers.push(told(category, there, answer.value.coverage));
      tell();
    }
    return ok(answers);
  }
  const { network, addresses, link } = area.ground.traveller(asked.profile, towardsOf(asked));
  const ground = inSharedMemory<CoverageGround>({ network, addresses, persons: municipality.addresses.persons, bands: municipality.bands.length, limit: asked.limit });
  const found = await inThreads(ground, kinds.map(({ category, there }) => ({ category, facilities: link(placesOf(there)) })), Math.min(threads, kinds.length), tell);
  return ok(kinds.map(({ category, there }) => told(category, there, found.get(category)!)));
}

async function inThreads(ground: CoverageGround, tasks: readonly CoverageTask[], count: number, tell: () => void): Promise<ReadonlyMap<CategoryId, Coverage>> {
  const waiting = [...tasks];
  const found = new Map<CategoryId, Coverage>();
  const thread = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('coverage-thread.ts', import.meta.url), { workerData: ground });
    const next = (): void => {
      const task = waiting.shift();
      if (task) worker.postMessage(task);
      else void worker.terminate().then(() => { resolve(); });
    };
    worker.on('message', ({ category, coverage }: { readonly category: CategoryId; readonly coverage: Coverage }) => {
      found.set(category, coverage);
      tell();
      next();
    });
    worker.on('error', reject);
    next();
  });
  await Promise.all(Array.from({ length: count }, thread));
  return found;
}
