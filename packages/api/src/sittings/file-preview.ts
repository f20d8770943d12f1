import type { Crs } from '@woonzorgzones/core/geo';
import { guessMapping, guessRole, previewPlaces, roles, type LayerPeek, type RoleId } from '@woonzorgzones/files';
import type { FilePreview } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { entryOfUse, recogniseAs, type KeptUse } from './propose.ts';
import type { OpenSitting } from './sittings.ts';

/** What the planner asks about: columns and system of the position while they are being chosen, else as the file is used. */
export interface PreviewQuestion {
  readonly role: RoleId | null;
  readonly crs: Crs | null;
  /** Our field (x and y, or lat and lon) → column. */
  readonly position: Readonly<Record<string, string>>;
}

const rowsShown = 10;

/** The first rows of a layer as a table and as places, with the likely column of each field of a role. */
export function filePreview({ kept, profiles }: OpenSitting, file: string, layer: LayerPeek, uses: readonly KeptUse[], question: PreviewQuestion): Plain<FilePreview> {
  const look = kept.files.find((row) => row.file === file)!.look;
  const use = uses.find((one) => (one.as === 'profile' ? one.layer : one.mapping.layer ?? null) === layer.layer);
  const entry = use === undefined || !('peek' in look) ? null
    : use.as === 'mapping' ? entryOfUse(look.peek, use.mapping)
      : recogniseAs(look.peek, use.profile, use.layer, profiles.map(({ profile }) => profile))?.entry ?? null;
  const likely = guessRole(layer);
  const role = question.role ?? entry?.role ?? likely[0]?.role ?? null;
  const guesses = role === null ? [] : guessMapping(layer, role);
  const fields = guesses.map((guess) => {
    const column = role === entry?.role ? entry.columns?.[guess.field] : undefined;
    return column === undefined ? guess : { field: guess.field, column, sure: 1 };
  });
  const position = Object.keys(question.position).length > 0 ? question.position
    : Object.fromEntries(fields.flatMap(({ field, column }) => (column !== null && ['x', 'y', 'lat', 'lon'].includes(field) ? [[field, column]] : [])));
  const { places, crs } = previewPlaces(layer, { columns: position, crs: question.crs ?? entry?.crs ?? null, decimal: entry?.decimal ?? null }, rowsShown);
  const required: readonly string[] = role === null ? [] : roles[role].required;
  return {
    file,
    layer: layer.layer,
    columns: layer.columns,
    rows: layer.rows.slice(0, rowsShown),
    places: places.map((place) => (place === null ? null : [...place])),
    crs,
    roles: likely,
    role,
    fields: fields.map(({ field, column, sure }) => ({ field, required: required.includes(field), column, sure })),
  };
}
