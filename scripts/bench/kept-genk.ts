import { importDataset } from '../../packages/api/src/import-dataset.ts';
import { openStore } from '../../packages/api/src/store/open-store.ts';
import { openFolder } from '../../packages/files/src/index.ts';
import { genkFolder, genkManifest } from '../../tests/genk-manifest.ts';
import { sharedPresent } from '../../tests/shared.ts';

/** Keeps real Genk in a folder for data, for a server that is started on it; the hash of its dataset, or null where its files are not at hand. */
export async function keepGenk(dataFolder: string): Promise<string | null> {
  if (!sharedPresent) return null;
  const store = await openStore({ dataFolder, databaseUrl: null });
  const imported = await importDataset(store, { manifest: Buffer.from(JSON.stringify(genkManifest)), openFile: openFolder(genkFolder()) }, 'bench', () => undefined);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  await store.close();
  return imported.value.hash;
}
