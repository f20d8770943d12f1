import type { ManifestDocument } from '../manifest.ts';

/** A column by which the rows of other municipalities can be told, and what it holds. */
export interface MunicipalityColumn {
  readonly column: string;
  /** The NIS code; a longer code that begins with it, as of a sector; the name; the postcode. */
  readonly by: 'nis' | 'nis-prefix' | 'name' | 'postcode';
}

/**
 * An entry of a manifest before it is known where its file will stand and which municipality it is cut to. A field that is
 * still missing is no fault yet: `proposeManifest` asks for it.
 */
export type ManifestEntryDraft = Omit<ManifestDocument['files'][number], 'path'> & {
  /** Null where the file needs no cut, or the columns to cut by are not known. */
  readonly municipality: MunicipalityColumn | null;
};
