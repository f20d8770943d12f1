import { createHash } from 'node:crypto';
import { readManifest, type OpenFile } from '@woonzorgzones/files';

/** A manifest with a way to open the files it names. */
export interface ImportSource {
  readonly manifest: Uint8Array;
  readonly openFile: OpenFile;
}

/**
 * Names what an import starts from: the bytes of the manifest and of its files, and the program that reads them. Files with
 * a known key need not be imported again.
 */
export function inputKey(version: string, manifest: Uint8Array, fileHashes: readonly string[]): string {
  const hash = createHash('sha256').update(version).update('\0').update(manifest);
  for (const fileHash of fileHashes) hash.update('\0').update(fileHash);
  return hash.digest('hex');
}

/** The key of files that are not imported yet: reads them through once. Null when a file is missing or the manifest is not right. */
export async function inputKeyOf(version: string, { manifest, openFile }: ImportSource): Promise<string | null> {
  const read = readManifest(new TextDecoder().decode(manifest));
  if (!read.ok) return null;
  const hashes: string[] = [];
  for (const { path } of read.value.files) {
    const bytes = await openFile(path);
    if (!bytes) return null;
    const hash = createHash('sha256');
    for await (const chunk of bytes) hash.update(chunk);
    hashes.push(hash.digest('hex'));
  }
  return inputKey(version, manifest, hashes);
}
