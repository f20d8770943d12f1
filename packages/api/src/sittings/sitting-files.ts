import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../running-process.ts';
import type { StorePlace } from '../store/open-store.ts';

/** Where the files of sittings stand: a folder for each sitting, below the uploads of the data folder. */
export interface SittingFiles {
  /** Takes a file that was received into the folder of the sitting, and gives it a name there. */
  takeIn(sitting: string, received: string): Promise<string>;
  path(sitting: string, stored: string): string;
  remove(sitting: string, stored: readonly string[]): Promise<void>;
  removeAll(sitting: string): Promise<void>;
  /** Removes what killed processes left: folders of sittings that are over or unknown, and files no sitting names. */
  tidy(kept: ReadonlyMap<string, ReadonlySet<string>>): Promise<void>;
}

/** Files this process took in, so that tidying leaves alone what is about to be put on record. */
const ours = new Set<string>();

/** Two stores that share a data folder each have a place of their own, so that neither tidies the other's files. */
function placeOf({ dataFolder, databaseUrl }: StorePlace): string {
  const url = databaseUrl === null ? null : new URL(databaseUrl);
  const store = url === null ? 'sqlite' : createHash('sha256').update(`${url.host}${url.pathname}`).digest('hex').slice(0, 12);
  return join(dataFolder, 'uploads', 'sittings', store);
}

export async function openSittingFiles(place: StorePlace): Promise<SittingFiles> {
  const root = placeOf(place);
  await mkdir(root, { recursive: true });
  const path = (sitting: string, stored: string) => join(root, sitting, stored);

  return {
    async takeIn(sitting, received) {
      const stored = `${process.pid}-${randomUUID()}`;
      ours.add(stored);
      await mkdir(join(root, sitting), { recursive: true });
      await rename(received, path(sitting, stored));
      return stored;
    },
    path,
    async remove(sitting, stored) {
      for (const name of stored) await rm(path(sitting, name), { force: true });
    },
    removeAll: (sitting) => rm(join(root, sitting), { recursive: true, force: true }),
    async tidy(kept) {
      for (const sitting of await readdir(root)) {
        const named = kept.get(sitting);
        for (const stored of await readdir(join(root, sitting))) {
          if (named?.has(stored) !== true && !ours.has(stored) && !isRunning(Number.parseInt(stored, 10))) await rm(path(sitting, stored), { recursive: true, force: true });
        }
        if (named === undefined && (await readdir(join(root, sitting))).length === 0) await rm(join(root, sitting), { recursive: true, force: true });
      }
    },
  };
}
