import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { limits } from '../../limits.ts';

/** A file that can be read in any order. A file on disk stands in a folder of its own, which `discard` takes away. */
export type Spooled =
  | { readonly kind: 'memory'; readonly bytes: Buffer }
  | { readonly kind: 'disk'; readonly path: string; discard(): Promise<void> };

const prefix = 'woonzorgzones-';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Folders of processes that were killed while they read: their number stands in the name. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** The bytes where a reader can go back and forth: in memory while they are few, else in a temporary file. */
export async function spool(bytes: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const held: Uint8Array[] = [];
  let length = 0;
  const source = bytes[Symbol.asyncIterator]();
  for (;;) {
    const next = await source.next();
    if (next.done === true) return { kind: 'memory', bytes: Buffer.concat(held) };
    held.push(next.value);
    length += next.value.length;
    if (length > limits.spoolMegabytes * 1_000_000) break;
  }
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const discard = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  async function* all() {
    yield* held.splice(0);
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  try {
    await pipeline(all(), createWriteStream(path));
  } catch (error) {
    await discard();
    throw error;
  }
  return { kind: 'disk', path, discard };
}
