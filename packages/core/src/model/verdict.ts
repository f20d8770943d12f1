import type { Crs } from '../geo/lambert.ts';

/**
 * What an import found: per file what was taken and each row that was not, and for a refused import each problem.
 * Codes and facts only; the sentences are made in `report/import-sentences.ts`.
 */

/** Where something stands in a file: a line of text (from 1), a feature of a GeoJSON file (from 1), an area by its id, a key of the manifest. */
export interface ImportPlace {
  readonly line?: number;
  readonly feature?: number;
  readonly area?: string;
  readonly key?: string;
}

/** Why a row was not taken, or one of its values not. */
export type RowReason =
  | 'empty-value'
  | 'not-a-number'
  | 'ambiguous-number'
  | 'not-whole'
  | 'out-of-range'
  | 'unknown-value'
  | 'not-a-date'
  | 'not-yes-or-no'
  | 'not-an-age'
  | 'wrong-field-count'
  | 'wrong-geometry'
  | 'broken-geometry'
  | 'null-position'
  | 'outside-belgium'
  | 'outside-boundary'
  | 'beyond-margin'
  | 'in-no-block'
  | 'unknown-block'
  | 'duplicate-id'
  | 'self-intersecting'
  | 'ends-elsewhere'
  | 'held'
  | 'no-position'
  | 'street-unknown'
  | 'street-ambiguous'
  | 'number-unknown'
  | 'quality-too-low';

/** What a person can do about it. */
export type RowRemedy =
  | 'fill-in'
  | 'correct-value'
  | 'write-plain-number'
  | 'map-value'
  | 'correct-line'
  | 'correct-geometry'
  | 'give-position'
  | 'correct-address'
  | 'name-the-place'
  | 'place-on-map'
  | 'check-position'
  | 'check-boundary'
  | 'check-block-id'
  | 'give-own-id'
  | 'confirm';

export const remedyOf: Readonly<Record<RowReason, RowRemedy>> = {
  'empty-value': 'fill-in',
  'not-a-number': 'correct-value',
  'ambiguous-number': 'write-plain-number',
  'not-whole': 'correct-value',
  'out-of-range': 'correct-value',
  'unknown-value': 'map-value',
  'not-a-date': 'correct-value',
  'not-yes-or-no': 'map-value',
  'not-an-age': 'correct-value',
  'wrong-field-count': 'correct-line',
  'wrong-geometry': 'correct-geometry',
  'broken-geometry': 'correct-geometry',
  'null-position': 'give-position',
  'outside-belgium': 'check-position',
  'outside-boundary': 'check-boundary',
  'beyond-margin': 'check-position',
  'in-no-block': 'check-boundary',
  'unknown-block': 'check-block-id',
  'duplicate-id': 'give-own-id',
  'self-intersecting': 'correct-geometry',
  'ends-elsewhere': 'correct-value',
  held: 'confirm',
  'no-position': 'give-position',
  'street-unknown': 'correct-address',
  'street-ambiguous': 'name-the-place',
  'number-unknown': 'place-on-map',
  'quality-too-low': 'place-on-map',
};

/** A row, or a value of a row, that was not taken. */
export interface RowFinding {
  readonly place: ImportPlace;
  /** The column as the file calls it; null where the whole row or its geometry is meant. */
  readonly column: string | null;
  /** The value as it stands in the file, cut at 200 characters. */
  readonly value: string;
  readonly reason: RowReason;
  readonly remedy: RowRemedy;
}

/** What was put right without asking, how often, and where first. */
export interface Repair {
  readonly how: 'decimal-comma' | 'read-as-windows-1252' | 'ring-closed' | 'moved-into-block' | 'empty-ages-as-zero' | 'code-without-hyphen' | 'boxes-counted'
    | 'dwellings-by-building-type' | 'placed-by-address' | 'placed-by-nearest-number' | 'placed-by-street';
  readonly rows: number;
  readonly first: ImportPlace;
}

/** Rows that the manifest itself leaves out with `keep`, counted per value. */
export interface LeftOut {
  readonly column: string;
  readonly values: readonly { readonly value: string; readonly rows: number; readonly first: ImportPlace }[];
}

/** What became of one file: rowsRead = rowsTaken + elsewhere + refused + waiting + the rows left out. */
export interface FileVerdict {
  readonly file: string;
  readonly role: string;
  /** Id of the profile it was read with; null when its columns were given by hand. */
  readonly profile: string | null;
  readonly title: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly referenceDate: string | null;
  /** Whole years between the reference date and the reference year of the municipality; negative when the file is newer. */
  readonly yearsOld: number | null;
  readonly bytes: number;
  readonly sha256: string;
  /** Coordinate system and who said so; null for a file without places. */
  readonly crs: { readonly code: Crs; readonly by: 'manifest' | 'file' | 'coordinates' } | null;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  /** Rows of other municipalities, which a file of the country or the region is cut from while it is read. */
  readonly elsewhere: number;
  readonly leftOut: LeftOut | null;
  readonly refused: readonly RowFinding[];
  /** Rows that a person has to look at before they are taken. */
  readonly waiting: readonly RowFinding[];
  /** Values that could not be read; their row was taken with the value unknown. */
  readonly valuesLeftUnknown: readonly RowFinding[];
  readonly repaired: readonly Repair[];
}

/** A figure of the dataset beside one it should agree with. */
export interface ControlFigure {
  readonly what: 'inhabitants-against-manifest' | 'inhabitants-against-ages' | 'inhabitants-placed';
  readonly expected: number;
  readonly found: number;
}

interface NoticeFacts {
  'separate-parts': { readonly parts: number; readonly largestPartShare: number };
  'large-block': { readonly block: string; readonly name: string; readonly inhabitants: number; readonly limit: number };
  'block-without-addresses': { readonly block: string; readonly name: string; readonly inhabitants: number };
  'block-without-dwellings': { readonly block: string; readonly name: string; readonly inhabitants: number };
  'block-over-boundary': { readonly block: string; readonly name: string; readonly metres: number };
  'borders-joined': { readonly blocks: number; readonly toleranceMetres: number };
  'blocks-leave-gap': { readonly share: number; readonly hectares: number };
  'ages-scaled': { readonly year: number; readonly ages: number; readonly inhabitants: number };
  'population-modelled': { readonly totals: 'measured-per-block' | 'spread-from-municipality'; readonly spreadBy: 'dwellings' | 'addresses-evenly' };
  'no-ages': Record<string, never>;
  'block-ages-fitted': { readonly blocks: number; readonly contradicted: number };
  'inhabitants-nowhere': { readonly inhabitants: number };
  'blocks-unlisted': { readonly blocks: readonly string[] };
  'facilities-outside': { readonly facilities: number; readonly marginMetres: number };
  'facilities-waiting': { readonly facilities: number };
  'old-file': { readonly file: string; readonly years: number };
  'licence-unknown': { readonly file: string };
  /** How the streets hang together for somebody on foot. */
  'streets-read': {
    readonly junctions: number; readonly kilometres: number; readonly parts: number; readonly largestPartShare: number; readonly deadEnds: number;
    readonly barriers: number; readonly crossings: number; readonly buildings: number;
  };
}

export type NoticeCode = keyof NoticeFacts;

/** Something the planner should know of an import that was taken. */
export type Notice = { readonly [C in NoticeCode]: { readonly code: C; readonly facts: NoticeFacts[C] } }[NoticeCode];

export interface Verdict {
  readonly municipality: { readonly code: string; readonly name: string; readonly fictitious: boolean };
  readonly referenceYear: number;
  readonly files: readonly FileVerdict[];
  readonly controls: readonly ControlFigure[];
  readonly notices: readonly Notice[];
}

interface Position {
  readonly x: number;
  readonly y: number;
}

/** Rules of the manifest (data/README.md). `allowed` beside them lists what may stand there, or names the role or field meant. */
export type ManifestRule =
  | 'known-key'
  | 'present'
  | 'type'
  | 'one-of'
  | 'in-range'
  | 'valid'
  | 'path-in-folder'
  | 'format-of-role'
  | 'field-of-role'
  | 'column-or-constant'
  | 'required-field'
  | 'age-or-bracket'
  | 'position-fields'
  | 'crs-of-position-fields'
  | 'no-crs-here'
  | 'key-of-format'
  | 'no-within-here'
  | 'division-name'
  | 'key-of-role'
  | 'prefix-of-column'
  | 'required-role'
  | 'one-of-role'
  | 'inhabitants-once'
  | 'population-source'
  | 'block-ages-alone'
  | 'dwellings-column'
  | 'division-once'
  | 'known-division'
  | 'block-or-address'
  | 'streets-once'
  | 'both-ends';

interface ProblemFacts {
  'manifest-not-json': Record<string, never>;
  'manifest-invalid': {
    readonly wants: ManifestRule;
    readonly allowed: readonly string[];
    readonly found: string;
  };
  'file-missing': Record<string, never>;
  'file-empty': Record<string, never>;
  'file-without-rows': { readonly columns: readonly string[] };
  'file-too-large': { readonly limitMegabytes: number };
  'archive-damaged': { readonly member: string | null };
  'archive-encrypted': { readonly member: string };
  'archive-method': { readonly member: string; readonly method: number };
  'archive-swells': { readonly member: string | null; readonly limitMegabytes: number };
  'archive-without': { readonly format: string | null; readonly members: readonly string[] };
  'layer-needed': { readonly layers: readonly string[] };
  'layer-missing': { readonly layer: string; readonly layers: readonly string[] };
  'file-damaged': { readonly format: string };
  'part-missing': { readonly part: string; readonly format: string };
  'timetable-without-weekday': Record<string, never>;
  'file-compressed': { readonly kind: 'zip' | 'gzip' | '7z' | 'rar' };
  'file-of-other-kind': { readonly kind: string; readonly format: string };
  'file-unreadable': Record<string, never>;
  'too-many-rows': { readonly limit: number };
  'too-many-refused': { readonly limit: number; readonly commonest: RowReason };
  'text-not-in-encoding': { readonly encoding: string };
  'missing-column': { readonly field: string; readonly column: string; readonly present: readonly string[] };
  'double-column': { readonly column: string };
  'quote-not-closed': Record<string, never>;
  'line-too-long': { readonly limit: number };
  'geojson-malformed': Record<string, never>;
  'geojson-cut-off': { readonly features: number };
  'geojson-no-collection': { readonly type: string };
  'feature-too-large': { readonly limitMegabytes: number };
  'crs-not-known': { readonly named: string; readonly known: readonly string[] };
  'crs-contradicts': { readonly given: Crs; readonly named: Crs };
  'wrong-crs': { readonly given: Crs; readonly likely: Crs; readonly example: Position };
  'swapped-axes': { readonly crs: Crs; readonly example: Position };
  'positions-nowhere': { readonly crs: Crs | null; readonly example: Position };
  'no-row-taken': { readonly rows: number; readonly commonest: RowReason };
  'keep-leaves-nothing': { readonly column: string; readonly wanted: readonly string[]; readonly found: readonly string[] };
  'cut-leaves-nothing': { readonly column: string; readonly wanted: readonly string[]; readonly found: readonly string[] };
  'row-unusable': { readonly column: string | null; readonly value: string; readonly reason: RowReason };
  'double-block': { readonly block: string; readonly features: readonly number[] };
  'self-intersecting-area': { readonly area: string; readonly latitude: number; readonly longitude: number };
  'overlapping-areas': {
    readonly one: string; readonly other: string; readonly areaM2: number; readonly latitude: number; readonly longitude: number;
  };
  'block-outside-boundary': { readonly block: string };
  'block-too-thin': { readonly block: string; readonly toleranceMetres: number };
  'block-without-inhabitants-row': { readonly blocks: readonly string[] };
  'double-inhabitants-row': { readonly block: string; readonly lines: readonly number[] };
  'age-year-missing': { readonly year: number; readonly present: readonly number[] };
  'age-gap': { readonly year: number; readonly from: number; readonly to: number };
  'age-overlap': { readonly year: number; readonly age: number };
  'population-mismatch': { readonly expected: number; readonly found: number };
  'no-inhabitants': Record<string, never>;
  'too-many-at-one-place': { readonly persons: number; readonly limit: number };
  'osm-empty': Record<string, never>;
  'osm-unknown-format': Record<string, never>;
  'osm-truncated': { readonly atByte: number };
  'osm-damaged': { readonly atByte: number };
  'osm-needs-feature': { readonly feature: string };
  'osm-compression-unknown': { readonly compression: string };
  'osm-too-large': { readonly bytes: number };
  /** No street of the extract lies in or near the municipality. */
  'osm-nothing-here': { readonly marginMetres: number };
  'streets-not-usable': { readonly code: 'no-streets' | 'place-is-no-number' | 'place-outside-plane' | 'length-is-no-number' };
  cancelled: Record<string, never>;
}

export type ImportProblemCode = keyof ProblemFacts;

/** Why an import was refused; nothing of it was taken. */
export type ImportProblem = {
  readonly [C in ImportProblemCode]: {
    readonly code: C;
    /** Path as the manifest gives it; null for the manifest itself and for what no single file is to blame for. */
    readonly file: string | null;
    readonly place: ImportPlace;
    readonly facts: ProblemFacts[C];
  };
}[ImportProblemCode];

export interface ImportFailure {
  /** At least one, in the order of the manifest. */
  readonly problems: readonly ImportProblem[];
}
