import type { ManifestFile } from '../manifest.ts';
import { slug } from '../take/ids.ts';
import type { ManifestEntryDraft } from './entry-draft.ts';
import { profileFormat, profileSchema, profileVersion, type Profile, type ProfileDocument } from './profile.ts';

/** The last year, or date, in a file name. */
const dateInAnyName = String.raw`(?<!\d)((?:19|20)\d{2})(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d))?`;

/** A name between slashes is a pattern; a column that is really called so is written as one. */
const columnName = (column: string): string => (/^\/.*\/$/.test(column) ? `/${column.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}/` : column);

/**
 * A mapping that a planner made for a file, kept under a name: the next file with these columns is recognised by them. What
 * holds for one file only (its path, its date, the municipality it was cut to) is left out; where it stood is kept.
 */
export function profileFromEntry(entry: ManifestEntryDraft | ManifestFile, name: string): Profile {
  const { role, format, title, licence, attribution, layer, crs, encoding, delimiter, decimal, columns = {}, constants, values, prefix = {}, keep, hold = [], within, complete, division, boxes, nowhere, unlisted, areas } = entry;
  const municipality = 'municipality' in entry ? entry.municipality : null;
  const used = [...new Set([...Object.values(columns), ...Object.values(prefix).map(({ column }) => column), ...(keep === undefined ? [] : [keep.column]), ...hold.map(({ column }) => column)])];
  const document: ProfileDocument = {
    format: profileFormat,
    version: profileVersion,
    id: slug(name).replace(/[^a-z0-9-]/g, '') || 'profiel',
    name,
    about: null,
    source: { publisher: title, url: null, licence, attribution, note: null },
    referenceDate: { fileName: dateInAnyName },
    recognise: {
      formats: [format],
      columns: used.map((column) => [columnName(column)]),
      ...(layer === undefined ? {} : { layer: `^${layer.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}$` }),
    },
    mapping: {
      role,
      ...(crs === undefined ? {} : { crs }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(decimal === undefined ? {} : { decimal }),
      columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, [columnName(column)]])),
      ...(constants === undefined ? {} : { constants }),
      ...(values === undefined ? {} : { values }),
      prefix: Object.fromEntries(Object.entries(prefix).map(([field, { column, upTo }]) => [field, { column: [columnName(column)], upTo }])),
      ...(keep === undefined ? {} : { keep: { column: [columnName(keep.column)], values: [...keep.values] } }),
      hold: hold.map(({ column, startsWith }) => ({ column: [columnName(column)], startsWith: [...startsWith] })),
      ...(municipality === null ? {} : { municipality: [{ column: [columnName(municipality.column)], by: municipality.by }] }),
      ...(complete === undefined ? {} : { complete: [...complete] }),
      ...(division === undefined ? {} : { division }),
      ...(within === undefined ? {} : { within }),
      ...(boxes === undefined ? {} : { boxes }),
      ...(nowhere === undefined ? {} : { nowhere: [...nowhere] }),
      ...(unlisted === undefined ? {} : { unlisted }),
      ...(areas === undefined ? {} : { areas }),
    },
  };
  return profileSchema.parse(document);
}
