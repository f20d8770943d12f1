import { join } from 'node:path';
import {
  checkManifest, clearRecognition, importMunicipality, peekFile, proposeManifest, readProfiles, recogniseFile,
  type ChosenMunicipality, type FileToImport, type ImportChoices, type ImportedMunicipality, type ManifestProposal, type OpenFile, type Profile, type Recognition,
} from '@woonzorgzones/files';

/** The profiles that are shipped. */
export async function shippedProfiles(): Promise<readonly Profile[]> {
  const read = await readProfiles(join(import.meta.dirname, '..', 'data', 'profiles'));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** What a file is taken for, best first; fails where it cannot be looked at. */
export async function recognised(file: string, open: OpenFile): Promise<readonly Recognition[]> {
  const peek = await peekFile(file, open);
  if (!peek.ok) throw new Error(JSON.stringify(peek.error));
  return recogniseFile(peek.value, await shippedProfiles());
}

/** Looks at files as they are dropped: each is taken for what it clearly is, and for nothing where that is not clear. */
export async function drop(files: readonly string[], open: OpenFile): Promise<readonly FileToImport[]> {
  const profiles = await shippedProfiles();
  return Promise.all(files.map(async (file) => {
    const peek = await peekFile(file, open);
    if (!peek.ok) throw new Error(JSON.stringify(peek.error));
    return { peek: peek.value, chosen: clearRecognition(recogniseFile(peek.value, profiles)), mapping: null };
  }));
}

export interface Landed extends ImportedMunicipality {
  readonly proposal: ManifestProposal;
}

/** Drops files, answers nothing but what is given, and imports what they make; fails with what stands in the way. */
export async function dropAndImport(files: readonly string[], open: OpenFile, municipality: ChosenMunicipality | null, choices: ImportChoices = {}): Promise<Landed> {
  const proposal = proposeManifest(await drop(files, open), municipality, choices);
  if (proposal.manifest === null) throw new Error(JSON.stringify(proposal.questions));
  const manifest = checkManifest(proposal.manifest);
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, open);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  return { ...imported.value, proposal };
}
