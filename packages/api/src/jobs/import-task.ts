import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { Upload } from '../http/receive-upload.ts';
import { importDataset, type ImportedDataset } from '../import-dataset.ts';
import { openStored } from '../open-stored.ts';
import type { Failure } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { TaskProgress } from './task.ts';

/** Imports what was uploaded; the files are read from where the upload put them, by the path the manifest gives them. */
export async function importTask(
  store: Store, upload: Upload, version: string, onProgress: (progress: TaskProgress) => void,
): Promise<Result<ImportedDataset, Failure>> {
  const manifest = await readFile(join(upload.folder, upload.manifest));
  const paths = Object.fromEntries(Object.entries(upload.files).map(([file, number]) => [file, join(upload.folder, number)]));
  const imported = await importDataset(store, { manifest, openFile: openStored(paths) }, version, onProgress);
  if (!imported.ok) return err({ code: 'import-refused', problems: imported.error.problems });
  const { hash, known } = imported.value;
  return ok({ hash, known });
}
