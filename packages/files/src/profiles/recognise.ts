import type { RecognitionGap, RecognitionReason } from '@woonzorgzones/core/model';
import { positionFields, roles, type GeometryKind, type RoleId } from '../manifest.ts';
import type { FilePeek, LayerPeek } from '../read/peek.ts';
import { filledValues, findColumn, isSeenWhole } from './columns.ts';
import { dateInName, latestDate } from './dates.ts';
import type { ManifestEntryDraft, MunicipalityColumn } from './entry-draft.ts';
import type { Profile, ProfileMapping } from './profile.ts';

/** A file, or one layer of it, taken for what a profile describes. */
export interface Recognition {
  /** Id of the profile. */
  readonly profile: string;
  readonly layer: string | null;
  /** 0 to 1: how well it fits; from 0.5 on nothing speaks against it. */
  readonly score: number;
  readonly entry: ManifestEntryDraft;
  /** Other roles the same layer can play where no other file plays them. */
  readonly also: readonly ManifestEntryDraft[];
  readonly why: readonly RecognitionReason[];
  readonly missing: readonly RecognitionGap[];
}

/** Below this share of its columns a file is not what the profile describes, but only speaks of like things. */
const columnsNeeded = 0.6;
/** Values of a column that look like what the profile says; the rest are the slips that every file has. */
const valuesNeeded = 0.75;

/** Columns beyond which more of them make a file no surer. */
const columnsThatCount = 6;

/** Whether a layer can hold what a role or profile wants; a table may hold positions in its columns. */
function geometryFits(wanted: GeometryKind | undefined, found: GeometryKind): boolean {
  if (wanted === undefined || found === wanted || found === 'none') return true;
  return wanted === 'points-or-polygons' && (found === 'points' || found === 'polygons');
}

interface Findings {
  readonly why: RecognitionReason[];
  readonly missing: RecognitionGap[];
}

/** Share of the wanted columns that are there; null when the file is something else. */
function matchColumns({ recognise }: Profile, { columns }: LayerPeek, { why, missing }: Findings): number | null {
  if (recognise.without.some((name) => findColumn(columns, [name]) !== null)) return null;
  const found = recognise.columns.map((names) => findColumn(columns, names));
  const present = found.flatMap((column) => column ?? []);
  for (const [i, column] of found.entries()) {
    if (column === null) missing.push({ code: 'column-missing', facts: { field: null, names: recognise.columns[i]! } });
  }
  if (recognise.columns.length === 0) return 1;
  if (present.length === 0 || present.length < columnsNeeded * recognise.columns.length) return null;
  why.push({ code: 'columns-found', facts: { columns: present } });
  return present.length / recognise.columns.length;
}

function valueTest(wanted: Profile['recognise']['values'][number], { values }: ProfileMapping): (value: string) => boolean {
  if ('translated' in wanted) {
    const words = values[wanted.translated] ?? {};
    return (value) => Object.hasOwn(words, value) || Object.hasOwn(words, value.toLowerCase());
  }
  const pattern = new RegExp(wanted.pattern, 'iu');
  return (value) => pattern.test(value);
}

/** How many of the value patterns speak for the profile, and how many against. */
function matchValues({ recognise, mapping }: Profile, { columns, rows }: LayerPeek, { why, missing }: Findings): { readonly fit: number; readonly differ: number } {
  const counts = { fit: 0, differ: 0 };
  for (const wanted of recognise.values) {
    const column = findColumn(columns, wanted.column);
    const values = column === null ? [] : filledValues(columns, rows, column);
    if (column === null || values.length === 0) continue;
    const fits = valueTest(wanted, mapping);
    const fitting = values.filter(fits);
    if (fitting.length >= valuesNeeded * values.length) {
      counts.fit += 1;
      why.push({ code: 'values-fit', facts: { column, example: fitting[0]! } });
    } else {
      counts.differ += 1;
      missing.push({ code: 'values-differ', facts: { column, example: values.find((value) => !fits(value))! } });
    }
  }
  return counts;
}

/** What values of a municipality column look like, so that a column of that name with something else in it cuts nothing. */
const municipalityValues: Readonly<Record<MunicipalityColumn['by'], RegExp>> = {
  nis: /^[1-9]\d{4}$/, 'nis-prefix': /^[1-9]\d{4}./, postcode: /^[1-9]\d{3}$/, name: /^\p{L}[^\d]*$/u,
};

function municipalityColumn(mapping: ProfileMapping, { columns, rows }: LayerPeek): MunicipalityColumn | null {
  for (const { column: names, by } of mapping.municipality) {
    const column = findColumn(columns, names);
    if (column === null) continue;
    const values = filledValues(columns, rows, column);
    if (values.length > 0 && values.filter((value) => municipalityValues[by].test(value)).length >= valuesNeeded * values.length) return { column, by };
  }
  return null;
}

/** What the rows of the file speak of. */
function referenceDate({ referenceDate: where }: Profile, file: string, peeked: LayerPeek): string | null {
  const { layer, columns, rows } = peeked;
  const column = where.column === undefined ? null : findColumn(columns, where.column);
  const inColumn = column === null ? null : latestDate(filledValues(columns, rows, column));
  if (inColumn !== null && isSeenWhole(peeked)) return inColumn;
  const inName = where.fileName === undefined ? null : dateInName([layer, file], where.fileName);
  // Of a file seen in part the last rows may be later than the first; its name then knows more.
  return latestDate([inColumn ?? '', inName ?? '']) ?? where.constant ?? null;
}

type Scalar = string | number | boolean;

const positionPairs = [['lat', 'lon'], ['x', 'y']] as const;

/**
 * Position fields a file does not need: a table has a place in degrees or in metres, and where it has both, in those that are
 * filled in most. What has a geometry of its own needs none.
 */
function unusedPositionFields(found: Readonly<Record<string, string>>, { columns, rows, geometry }: LayerPeek): readonly string[] {
  const filled = (pair: readonly string[]) =>
    geometry !== 'none' || pair.some((field) => found[field] === undefined) ? -1 : Math.min(...pair.map((field) => filledValues(columns, rows, found[field]!).length));
  const [degrees, metres] = positionPairs.map(filled);
  if (degrees! < 0 && metres! < 0) return positionFields;
  return degrees! >= metres! ? positionPairs[1] : positionPairs[0];
}

/** Fields with the column that gives them, and those with one value for the whole file. A column goes before a constant. */
function fieldsOf(mapping: ProfileMapping, file: string, peeked: LayerPeek): { readonly columns: Record<string, string>; readonly constants: Record<string, Scalar> } {
  const { layer, columns } = peeked;
  const present = Object.entries(mapping.columns).flatMap(([field, names]) => {
    const column = findColumn(columns, names);
    return column === null ? [] : [[field, column] as const];
  });
  const unused = unusedPositionFields(Object.fromEntries(present), peeked);
  const found = Object.fromEntries(present.filter(([field]) => !unused.includes(field)));
  const constants: Record<string, Scalar> = {};
  for (const [field, value] of Object.entries(mapping.constants)) {
    if (Object.hasOwn(found, field)) continue;
    if (typeof value !== 'object') constants[field] = value;
    else {
      const inName = dateInName([layer, file], value.fromFileName);
      if (inName !== null) constants[field] = inName;
    }
  }
  return { columns: found, constants };
}

/** The entry of a manifest that a mapping makes for this layer. */
function entryOf(profile: Profile, mapping: ProfileMapping, peek: FilePeek, layer: LayerPeek): ManifestEntryDraft {
  const { keep, hold, within, boxes, unlisted, areas } = mapping;
  const keepColumn = keep === undefined ? null : findColumn(layer.columns, keep.column);
  const holds = hold.flatMap(({ column: names, startsWith }) => {
    const column = findColumn(layer.columns, names);
    return column === null ? [] : [{ column, startsWith }];
  });
  const prefixes = Object.entries(mapping.prefix).flatMap(([field, { column: names, upTo }]) => {
    const column = findColumn(layer.columns, names);
    return column === null ? [] : [[field, { column, upTo }] as const];
  });
  return {
    role: mapping.role,
    format: peek.format,
    ...(layer.layer === null ? {} : { layer: layer.layer }),
    profile: profile.id,
    title: mapping.title === undefined ? profile.name : `${profile.name}: ${mapping.title}`,
    licence: profile.source.licence,
    attribution: profile.source.attribution,
    referenceDate: referenceDate(profile, peek.file, layer),
    ...(mapping.crs === undefined ? {} : { crs: mapping.crs }),
    ...(peek.format === 'csv' && mapping.encoding !== undefined ? { encoding: mapping.encoding } : {}),
    ...(peek.format === 'csv' && mapping.delimiter !== undefined ? { delimiter: mapping.delimiter } : {}),
    ...(mapping.decimal === undefined ? {} : { decimal: mapping.decimal }),
    ...fieldsOf(mapping, peek.file, layer),
    ...(Object.keys(mapping.values).length === 0 ? {} : { values: mapping.values }),
    ...(prefixes.length === 0 ? {} : { prefix: Object.fromEntries(prefixes) }),
    ...(keep === undefined || keepColumn === null ? {} : { keep: { column: keepColumn, values: keep.values } }),
    ...(holds.length === 0 ? {} : { hold: holds }),
    ...(mapping.complete.length === 0 ? {} : { complete: mapping.complete }),
    ...(mapping.division === undefined ? {} : { division: mapping.division }),
    ...(within === undefined ? {} : { within }),
    ...(boxes === undefined ? {} : { boxes }),
    ...(mapping.nowhere.length === 0 ? {} : { nowhere: mapping.nowhere }),
    ...(unlisted === undefined ? {} : { unlisted }),
    ...(areas === undefined ? {} : { areas }),
    municipality: municipalityColumn(mapping, layer),
  };
}

function missingFields(role: RoleId, entry: ManifestEntryDraft, mapping: ProfileMapping): RecognitionGap[] {
  return roles[role].required
    .filter((field) => entry.columns?.[field] === undefined && entry.constants?.[field] === undefined)
    .map((field) => ({ code: 'column-missing', facts: { field, names: mapping.columns[field] ?? [] } }));
}

function recogniseLayer(peek: FilePeek, layer: LayerPeek, profile: Profile): Recognition | null {
  const { recognise, mapping } = profile;
  if (!recognise.formats.includes(peek.format) || !geometryFits(recognise.geometry, layer.geometry)) return null;
  const findings: Findings = { why: [], missing: [] };
  const columnShare = matchColumns(profile, layer, findings);
  if (columnShare === null) return null;
  const values = matchValues(profile, layer, findings);
  const isNamed = recognise.fileName !== undefined && new RegExp(recognise.fileName, 'iu').test(peek.file);
  if (isNamed) findings.why.push({ code: 'file-name-fits', facts: { file: peek.file } });
  const isLayer = recognise.layer !== undefined && layer.layer !== null && new RegExp(recognise.layer, 'iu').test(layer.layer);
  if (isLayer) findings.why.push({ code: 'layer-name-fits', facts: { layer: layer.layer } });
  // Without columns only the names can tell: any street map is a .pbf.
  if (recognise.columns.length === 0 && recognise.fileName !== undefined && !isNamed && !isLayer) return null;
  const hasShape = recognise.geometry !== undefined && recognise.geometry !== 'none' && layer.geometry !== 'none';
  if (hasShape) findings.why.push({ code: 'geometry-fits', facts: { geometry: layer.geometry } });

  const entry = entryOf(profile, mapping, peek, layer);
  findings.missing.push(...missingFields(mapping.role, entry, mapping));
  const specific = Math.min(recognise.columns.length, columnsThatCount) / columnsThatCount;
  const likeness = 0.5 + 0.2 * specific + 0.1 * Number(values.fit > 0) + 0.1 * Number(isNamed) + 0.05 * Number(isLayer) + 0.05 * Number(hasShape);
  const against = columnShare ** 2 * 0.5 ** values.differ * (findings.missing.length > 0 && columnShare === 1 && values.differ === 0 ? 0.8 : 1);
  return {
    profile: profile.id,
    layer: layer.layer,
    score: likeness * against,
    entry,
    also: profile.also.map((other) => entryOf(profile, other, peek, layer)),
    ...findings,
  };
}

/**
 * What a dropped file is, by what is in it: its columns and their values first, its name only in favour. Best first, and
 * several where several fit; empty when no profile does. Layers of a file are told one by one.
 */
export function recogniseFile(peek: FilePeek, profiles: readonly Profile[]): readonly Recognition[] {
  return peek.layers
    .flatMap((layer) => profiles.flatMap((profile) => recogniseLayer(peek, layer, profile) ?? []))
    .sort((a, b) => b.score - a.score || (a.profile < b.profile ? -1 : a.profile > b.profile ? 1 : 0) || ((a.layer ?? '') < (b.layer ?? '') ? -1 : 1));
}
