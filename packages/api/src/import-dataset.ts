import { err, ok, type ImportFailure, type Municipality, type Result, type Verdict } from '@woonzorgzones/core/model';
import { importMunicipality, readManifest, type ImportProgress } from '@woonzorgzones/files';
import { inputKey, type ImportSource } from './input-key.ts';
import type { Dataset } from './store/dataset.ts';
import type { Store } from './store/store.ts';

export interface ImportedDataset {
  readonly hash: string;
  /** The same content stood there already; nothing was changed. */
  readonly known: boolean;
}

/** A dataset that is not kept yet, with what it is made of at hand. */
export interface ReadDataset {
  readonly dataset: Dataset;
  readonly municipality: Municipality;
  readonly verdict: Verdict;
}

/** Reads a municipality as the store keeps it, and keeps nothing. */
export async function readDataset(
  { manifest: document, openFile }: ImportSource, version: string, at: string, onProgress: (progress: ImportProgress) => void,
): Promise<Result<ReadDataset, ImportFailure>> {
  const manifest = readManifest(new TextDecoder().decode(document));
  if (!manifest.ok) return manifest;
  const imported = await importMunicipality(manifest.value, openFile, { onProgress });
  if (!imported.ok) return err(imported.error);
  const { municipality, bytes, hash, verdict } = imported.value;
  const dataset: Dataset = {
    hash,
    code: municipality.code,
    name: municipality.name,
    fictitious: municipality.fictitious,
    year: municipality.population.year,
    inhabitants: municipality.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
    importedAt: at,
    bytes,
    verdict: JSON.stringify(verdict),
    inputKey: inputKey(version, document, verdict.files.map(({ sha256 }) => sha256)),
  };
  return ok({ dataset, municipality, verdict });
}

/** Imports a municipality and keeps it: whole, in one transaction, or not at all. */
export async function importDataset(
  store: Store, source: ImportSource, version: string, onProgress: (progress: ImportProgress) => void,
): Promise<Result<ImportedDataset & { readonly verdict: Verdict }, ImportFailure>> {
  const read = await readDataset(source, version, new Date().toISOString(), onProgress);
  if (!read.ok) return read;
  const { dataset, verdict } = read.value;
  const { known } = await store.addDataset(dataset);
  return ok({ hash: dataset.hash, known, verdict });
}
