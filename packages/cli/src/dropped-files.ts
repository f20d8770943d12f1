import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { openStored } from '@woonzorgzones/api';
import type { OpenFile } from '@woonzorgzones/files';
import { CommandFailure } from './command-failure.ts';

/** Files as they stand on disk, by the name they go by: below the folder that was named, or their own. */
export interface DroppedFiles {
  readonly names: readonly string[];
  readonly open: OpenFile;
}

/** The files of a folder and everything below it, hidden ones apart, or files one by one. */
export async function droppedFiles(subjects: readonly string[]): Promise<DroppedFiles> {
  const paths = new Map<string, string>();
  const add = (name: string, path: string): void => {
    if (paths.has(name)) throw new CommandFailure(`Twee bestanden heten ${name}. Zet ze in één map en geef die map op.`);
    paths.set(name, path);
  };
  for (const subject of subjects) {
    const found = await stat(subject).catch(() => null);
    if (found === null) throw new CommandFailure(`${subject} is er niet of kan niet gelezen worden.`);
    if (found.isFile()) add(basename(subject), subject);
    else for (const name of await filesBelow(subject)) add(name, join(subject, name));
  }
  const names = [...paths.keys()].sort((a, b) => (a < b ? -1 : 1));
  if (names.length === 0) throw new CommandFailure(`In ${subjects.join(', ')} staat geen enkel bestand.`);
  return { names, open: openStored(Object.fromEntries(paths)) };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')));
}
