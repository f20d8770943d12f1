/**
 * npm run fuzz [files per format] [format]: reads damaged files of every format in threads of their own and prints a table.
 * A file is made from its number, so what breaks a reader can be made again. Ends with 1 when anything crashed or hung.
 */
import { Worker } from 'node:worker_threads';
import type { Crash, FuzzTask } from '../../tests/fuzz/fuzz-thread.ts';
import { fuzzed } from '../../tests/fuzz/seeds.ts';

const filesPerFormat = Number(process.argv[2] ?? 20_000);
const only = process.argv[3];

/** A small file that takes longer than this hangs. */
const hangSeconds = 30;

interface Outcome {
  readonly format: string;
  readonly files: number;
  readonly read: number;
  readonly told: number;
  readonly crashes: readonly Crash[];
  readonly hangs: readonly number[];
  readonly seconds: number;
}

type Ending = { readonly how: 'done' } | { readonly how: 'hung' } | { readonly how: 'died'; readonly error: string };

/** Runs one thread until it is done, dies, or stays at one file for too long. */
function run(task: FuzzTask, at: Int32Array, crashes: Crash[]): Promise<Ending> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../../tests/fuzz/fuzz-thread.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    let last = -1;
    let since = performance.now();
    const end = (ending: Ending) => {
      clearInterval(watch);
      void worker.terminate().then(() => resolve(ending));
    };
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) {
        last = now;
        since = performance.now();
      } else if (performance.now() - since > hangSeconds * 1000) {
        end({ how: 'hung' });
      }
    }, 500);
    worker.on('message', (crash: Crash) => crashes.push(crash));
    worker.on('error', (error) => end({ how: 'died', error: error instanceof Error ? error.stack ?? error.message : String(error) }));
    worker.on('exit', () => end({ how: 'done' }));
  });
}

async function fuzz(name: string): Promise<Outcome> {
  const progress = new SharedArrayBuffer(12);
  const at = new Int32Array(progress);
  const crashes: Crash[] = [];
  const hangs: number[] = [];
  const started = performance.now();
  for (let from = 0; from < filesPerFormat; from = Atomics.load(at, 0) + 1) {
    const ending = await run({ name, from, to: filesPerFormat, progress }, at, crashes);
    if (ending.how === 'done') break;
    if (ending.how === 'hung') hangs.push(Atomics.load(at, 0));
    else crashes.push({ file: Atomics.load(at, 0), error: ending.error });
  }
  return { format: name, files: filesPerFormat, read: Atomics.load(at, 1), told: Atomics.load(at, 2), crashes, hangs, seconds: (performance.now() - started) / 1000 };
}

const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

const chosen = fuzzed.filter(({ name }) => only === undefined || only === name);
let failures = chosen.length === 0 ? 1 : 0;
line(['format', 'files', 'read', 'told what is wrong', 'crashes', 'hangs', 'seconds']);
line(Array.from({ length: 7 }, () => '---'));
for (const { name } of chosen) {
  const { format, files, read, told, crashes, hangs, seconds } = await fuzz(name);
  line([format, files, read, told, crashes.length, hangs.length, seconds.toFixed(1)]);
  for (const { file, error } of crashes.slice(0, 5)) console.error(`${name}, file ${file}: ${error}`);
  for (const file of hangs) console.error(`${name}, file ${file}: longer than ${hangSeconds} s`);
  failures += crashes.length + hangs.length;
}
process.exitCode = failures === 0 ? 0 : 1;
