/** Reads damaged files one after the other, and notes in shared memory where it is: what hangs or dies can be named. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawing } from './mutate.ts';
import { readDamaged } from './read-damaged.ts';
import { fuzzed } from './seeds.ts';

export interface FuzzTask {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** [number of the file at hand, files read, files told of] */
  readonly progress: SharedArrayBuffer;
}

export interface Crash {
  readonly file: number;
  readonly error: string;
}

const { name, from, to, progress } = workerData as FuzzTask;
const at = new Int32Array(progress);
const target = fuzzed.find((one) => one.name === name)!;

for (let file = from; file < to; file++) {
  Atomics.store(at, 0, file);
  try {
    const outcome = await readDamaged(target.file, target.make(drawing(file)));
    Atomics.add(at, outcome === 'read' ? 1 : 2, 1);
  } catch (error) {
    parentPort!.postMessage({ file, error: error instanceof Error ? error.stack ?? error.message : String(error) } satisfies Crash);
  }
}
