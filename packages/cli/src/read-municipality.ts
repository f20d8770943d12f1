import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openDatasets, type ImportSource } from '@woonzorgzones/api';
import type { Municipality } from '@woonzorgzones/core/model';
import { importProblemSentence } from '@woonzorgzones/core/report';
import { importMunicipality, openFolder, readManifest } from '@woonzorgzones/files';
import { CommandFailure } from './command-failure.ts';
import { openProjectStore } from './open.ts';

/** A manifest on disk and the files beside it. */
export async function sourceOf(manifestPath: string): Promise<ImportSource> {
  try {
    return { manifest: await readFile(manifestPath), openFile: openFolder(dirname(manifestPath)) };
  } catch (error) {
    throw new CommandFailure(`Het manifest ${manifestPath} kan niet gelezen worden (${(error as NodeJS.ErrnoException).code ?? 'onbekende reden'}).`);
  }
}

export interface NamedMunicipality {
  readonly hash: string;
  readonly municipality: Municipality;
}

const hashForm = /^[0-9a-f]{64}$/;

/** The municipality a command names: a dataset that is kept, by its hash, or a manifest, read without keeping it. */
export async function readMunicipality(subject: string): Promise<NamedMunicipality> {
  return hashForm.test(subject) ? fromStore(subject) : fromManifest(subject);
}

async function fromStore(hash: string): Promise<NamedMunicipality> {
  const store = await openProjectStore();
  try {
    const municipality = await openDatasets(store, 1).municipality(hash);
    if (!municipality) throw new CommandFailure(`Er is geen dataset ${hash}.`);
    return { hash, municipality };
  } finally {
    await store.close();
  }
}

async function fromManifest(path: string): Promise<NamedMunicipality> {
  const { manifest, openFile } = await sourceOf(path);
  const read = readManifest(new TextDecoder().decode(manifest));
  const imported = read.ok ? await importMunicipality(read.value, openFile) : read;
  if (!imported.ok) throw new CommandFailure(imported.error.problems.map((problem) => importProblemSentence(problem, 'nl')).join('\n'));
  return imported.value;
}
