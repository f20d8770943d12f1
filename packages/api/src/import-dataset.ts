import { err, ok, type ImportFailure, type Result, type Verdict } from '@woonzorgzones/core/model';
import { importMunicipality, readManifest, type ImportProgress } from '@woonzorgzones/files';
import { inputKey, type ImportSource } from './input-key.ts';
import type { Store } from './store/store.ts';

export interface ImportedDataset {
  readonly hash: string;
  /** The same content stood there already; nothing was changed. */
  readonly known: boolean;
}

/** Imports a municipality and keeps it: whole, in one transaction, or not at all. */
export async function importDataset(
  store: Store, source: ImportSource, version: string, onProgress: (progress: ImportProgress) => void,
): Promise<Result<ImportedDataset & { readonly verdict: Verdict }, ImportFailure>> {
  const manifest = readManifest(new TextDecoder().decode(source.manifest));
  if (!manifest.ok) return manifest;
  const imported = await importMunicipality(manifest.value, source.openFile, { onProgress });
  if (!imported.ok) return err(imported.error);
  const { municipality, bytes, hash, verdict } = imported.value;
  const { known } = await store.addDataset({
    hash,
    code: municipality.code,
    name: municipality.name,
    fictitious: municipality.fictitious,
    year: municipality.population.year,
    inhabitants: municipality.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
    importedAt: new Date().toISOString(),
    bytes,
    verdict: JSON.stringify(verdict),
    inputKey: inputKey(version, source.manifest, verdict.files.map(({ sha256 }) => sha256)),
  });
  return ok({ hash, known, verdict });
}
