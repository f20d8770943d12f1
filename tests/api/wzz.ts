import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { StorePlace } from '../../packages/api/src/store/open-store.ts';

export const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'packages', 'cli', 'src', 'main.ts');

function start(args: readonly string[], { dataFolder, databaseUrl }: StorePlace): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: { ...process.env, WZZ_DATA: dataFolder, DATABASE_URL: databaseUrl ?? undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the real program to its end. */
export function wzz(args: readonly string[], place: StorePlace): Promise<Ended> {
  return ended(start(args, place));
}

function ended(child: ChildProcess): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const text = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => { text.out += chunk.toString(); });
  child.stderr?.on('data', (chunk: Buffer) => { text.err += chunk.toString(); });
  child.on('close', (code) => {
    resolve({ code, ...text });
  });
  return promise;
}

export interface ServerProcess {
  readonly url: string;
  /** From the start of the process to the line that says it is ready. */
  readonly readyMs: number;
  readonly out: () => string;
  /** SIGKILL: no time to close anything. */
  kill(): Promise<void>;
  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<Ended>;
}

/** Starts the real server in a process of its own, on any free port or on this one, and waits until it says it is ready. */
export async function serveProcess(place: StorePlace, port = '0'): Promise<ServerProcess> {
  const began = performance.now();
  const child = start(['serve', '--port', port], place);
  let out = '';
  const over = ended(child);
  const { promise: ready, resolve } = Promise.withResolvers<string | null>();
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    const url = /Woonzorgzones staat klaar op (http:\S+)/.exec(out)?.[1];
    if (url !== undefined) resolve(url);
  });
  void over.then(() => {
    resolve(null);
  });
  const url = await ready;
  if (url === null) throw new Error(`The server did not start: ${JSON.stringify(await over)}`);
  const readyMs = performance.now() - began;
  return {
    url,
    readyMs,
    out: () => out,
    async kill() {
      child.kill('SIGKILL');
      await over;
    },
    stop(signal) {
      child.kill(signal);
      return over;
    },
  };
}
