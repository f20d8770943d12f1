import { compareMunicipalities, decodeMunicipality, err, ok, type Municipality, type Result } from '@woonzorgzones/core/model';
import { readDataset } from '../import-dataset.ts';
import { openStored } from '../open-stored.ts';
import type { Failure } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { TaskInput, TaskProgress, TaskResult } from './task.ts';

/**
 * Reads the files of a sitting and stages what they make beside what changes by it; nothing of it is seen until it is taken.
 * Why it cannot be made is kept as well, so that the planner can mend it, whatever happens to the tab or the server.
 */
export async function prepareTask(
  store: Store, { sitting, revision, manifest, files }: TaskInput['prepare'], version: string, onProgress: (progress: TaskProgress) => void,
): Promise<Result<TaskResult['prepare'], Failure>> {
  const source = { manifest: new TextEncoder().encode(manifest), openFile: openStored(files) };
  const read = await readDataset(source, version, new Date().toISOString(), onProgress);
  if (!read.ok) {
    const { problems } = read.error;
    const staged = await store.stage(sitting, revision, { kind: 'refused', problems });
    return staged.ok ? err({ code: 'import-refused', problems }) : staged;
  }
  onProgress({ step: 'comparing', file: null, done: 0, of: 0 });
  const { dataset, municipality } = read.value;
  const before = await store.newestDataset(dataset.code);
  const older = before === null ? null : await storedMunicipality(store, before.hash);
  const staged = await store.stage(sitting, revision, {
    kind: 'ready', dataset, before: before?.hash ?? null, differences: older === null ? null : compareMunicipalities(older, municipality),
  });
  if (!staged.ok) return staged;
  return ok({ sitting, hash: dataset.hash, known: await store.dataset(dataset.hash) !== null });
}

async function storedMunicipality(store: Store, hash: string): Promise<Municipality> {
  const bytes = await store.datasetBytes(hash);
  const decoded = bytes === null ? null : decodeMunicipality(bytes);
  if (!decoded?.ok) throw new Error(`Got ${decoded?.error ?? 'nothing'} when expected a municipality in dataset ${hash}.`);
  return decoded.value;
}
