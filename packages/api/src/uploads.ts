import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './running-process.ts';

/** Where uploads wait for their job: one folder for this process, one in it for each job. */
export interface Uploads {
  newFolder(): Promise<string>;
  /** The folder that was given out under this name. */
  folder(key: string): string;
  close(): Promise<void>;
}

/** Folders this process has open, so that opening a second time leaves the first alone. */
const open = new Set<string>();

/**
 * Opens the place for uploads below the data folder, and removes what processes that were killed left there.
 * Folders carry the id of their process, so that a second process on the same data folder keeps its own.
 */
export async function openUploads(dataFolder: string): Promise<Uploads> {
  const root = join(dataFolder, 'uploads');
  await mkdir(root, { recursive: true });
  for (const name of await readdir(root)) {
    if (name === 'sittings') continue; // these outlive their process
    if (!open.has(join(root, name)) && !isRunning(Number.parseInt(name, 10))) await rm(join(root, name), { recursive: true, force: true });
  }
  const own = join(root, `${process.pid}-${randomUUID()}`);
  open.add(own);
  return {
    async newFolder() {
      const folder = join(own, randomUUID());
      await mkdir(folder, { recursive: true });
      return folder;
    },
    folder: (key) => join(own, key),
    async close() {
      open.delete(own);
      await rm(own, { recursive: true, force: true });
    },
  };
}
