import { Worker } from 'node:worker_threads';
import type { FileLook } from '../store/sittings.ts';

/** Files to look at, by the names the planner gave them; a file may have others beside it that it needs. */
export interface LookTask {
  readonly files: readonly string[];
  /** Every file of the sitting: name → path on this machine. */
  readonly paths: Readonly<Record<string, string>>;
}

export interface LookLimits {
  /** For one file. */
  readonly lookSeconds: number;
  readonly lookMegabytes: number;
}

/** Looks at dropped files beside the server, so that a slow or harmful one stalls nobody and takes nothing down with it. */
export interface Looks {
  lookAt(task: LookTask): Promise<ReadonlyMap<string, FileLook>>;
}

export function openLooks(limits: LookLimits, onCrash: (error: Error, file: string) => void): Looks {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    lookAt(task) {
      const looked = turn.then(() => lookAtAll(task, limits, onCrash));
      turn = looked.catch(() => undefined);
      return looked;
    },
  };
}

/** A file that a thread dies of, or that takes too long, is unreadable; the next thread goes on behind it. */
async function lookAtAll({ files, paths }: LookTask, limits: LookLimits, onCrash: (error: Error, file: string) => void): Promise<ReadonlyMap<string, FileLook>> {
  const looks = new Map<string, FileLook>();
  while (looks.size < files.length) {
    const rest = files.filter((file) => !looks.has(file));
    const crash = await lookInThread({ files: rest, paths }, limits, looks);
    const next = files.find((file) => !looks.has(file));
    if (next === undefined) break;
    if (crash) onCrash(crash, next);
    looks.set(next, { problem: { code: 'file-unreadable', file: next, place: {}, facts: {} } });
  }
  return looks;
}

function lookInThread(task: LookTask, { lookSeconds, lookMegabytes }: LookLimits, looks: Map<string, FileLook>): Promise<Error | null> {
  const { promise, resolve } = Promise.withResolvers<Error | null>();
  const worker = new Worker(new URL('look-worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: lookMegabytes } });
  let crash: Error | null = null;
  const timer = setTimeout(() => void worker.terminate(), lookSeconds * 1000);
  worker.on('message', ({ file, look }: { readonly file: string; readonly look: FileLook }) => {
    looks.set(file, look);
    timer.refresh();
  });
  worker.on('error', (error: Error) => { crash = error; });
  worker.on('exit', () => {
    clearTimeout(timer);
    resolve(crash);
  });
  return promise;
}
