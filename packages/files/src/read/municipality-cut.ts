import type { ManifestFile } from '../manifest.ts';

/** How names are compared: files write GENK and Genk. */
const plain = (text: string): string => text.trim().toLowerCase();

/** Whether a value of the `cut` column is of the municipality; everything is where the manifest has no cut. */
export function isOfMunicipality(cut: ManifestFile['cut']): (value: string) => boolean {
  if (cut === undefined) return () => true;
  if ('startsWith' in cut) return (value) => cut.startsWith.some((start) => value.trim().startsWith(start));
  const wanted = new Set(cut.values.map((value) => plain(String(value))));
  return (value) => wanted.has(plain(value));
}
