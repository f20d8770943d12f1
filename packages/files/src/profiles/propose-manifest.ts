import type { ImportQuestion } from '@woonzorgzones/core/model';
import { manifestFormat, manifestVersion, roles, type ManifestDocument, type RoleId } from '../manifest.ts';
import type { FilePeek, LayerPeek } from '../read/peek.ts';
import { filledValues } from './columns.ts';
import type { ManifestEntryDraft, MunicipalityColumn } from './entry-draft.ts';
import { namedMunicipalities, type FoundMunicipality } from './named-municipalities.ts';
import type { Recognition } from './recognise.ts';

/** A dropped file, or one layer of it, and what it was said to be. */
export interface FileToImport {
  readonly peek: FilePeek;
  /** What it was recognised as; null when it was not. */
  readonly chosen: Recognition | null;
  /** What a person said it is, which goes before what it was recognised as. */
  readonly mapping: ManifestEntryDraft | null;
}

export interface ChosenMunicipality {
  readonly code: string;
  readonly name: string;
  readonly fictitious?: boolean;
  /** Needed for files that tell municipalities apart by postcode only. */
  readonly postcodes?: readonly string[];
}

export interface ImportChoices {
  readonly referenceYear?: number;
  /** Inhabitants of the municipality, where no file counts them. */
  readonly totalInhabitants?: number;
}

type ManifestEntry = ManifestDocument['files'][number];

export interface ManifestProposal {
  /** Null while a question is open. */
  readonly manifest: ManifestDocument | null;
  readonly municipality: ManifestDocument['municipality'] | null;
  readonly referenceYear: number | null;
  /** What is known of each file so far, in the order of the manifest. */
  readonly files: readonly ManifestEntry[];
  readonly questions: readonly ImportQuestion[];
}

interface Told {
  readonly peek: FilePeek;
  readonly layer: LayerPeek | null;
  readonly draft: ManifestEntryDraft;
}

const layerOf = (peek: FilePeek, draft: ManifestEntryDraft): LayerPeek | null => peek.layers.find(({ layer }) => layer === (draft.layer ?? null)) ?? peek.layers[0] ?? null;

const told = (peek: FilePeek, draft: ManifestEntryDraft): Told => ({ peek, draft, layer: layerOf(peek, draft) });

/** Every file in the role it was said to play, and then the roles that nobody plays yet with the files that could. */
function castRoles(files: readonly FileToImport[]): Told[] {
  const cast = files.flatMap(({ peek, chosen, mapping }) => {
    const draft = mapping ?? chosen?.entry ?? null;
    return draft === null ? [] : [told(peek, draft)];
  });
  for (const { peek, chosen, mapping } of files) {
    for (const draft of mapping === null ? (chosen?.also ?? []) : []) {
      if (!cast.some(({ draft: { role } }) => role === draft.role)) cast.push(told(peek, draft));
    }
  }
  return cast;
}

const roleOrder = Object.keys(roles) as readonly RoleId[];
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of the roles, whatever order the files were dropped in. */
const inOrder = (a: Told, b: Told): number =>
  roleOrder.indexOf(a.draft.role) - roleOrder.indexOf(b.draft.role) || byText(a.peek.file, b.peek.file) || byText(a.draft.layer ?? '', b.draft.layer ?? '');

/** How the rows of one municipality are kept; undefined where nothing in the file can be held against what is known of it. */
function cutTo({ column, by }: MunicipalityColumn, { code, name, postcodes }: ChosenMunicipality): ManifestEntry['cut'] {
  switch (by) {
    case 'nis':
      return { column, values: [code] };
    case 'nis-prefix':
      return { column, startsWith: [code] };
    case 'name':
      return { column, values: [name] };
    case 'postcode':
      return postcodes === undefined || postcodes.length === 0 ? undefined : { column, values: [...postcodes] };
  }
}

function entryOf({ peek, draft: { municipality: column, ...draft } }: Told, municipality: ChosenMunicipality | null): ManifestEntry {
  const cut = column === null || municipality === null ? undefined : cutTo(column, municipality);
  return { path: peek.file, ...draft, ...(cut === undefined ? {} : { cut }) };
}

/** Divisions with an id each; the second that is called the same gets a 2 behind it. */
function withOwnDivisions(files: readonly ManifestEntry[]): ManifestEntry[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    if (file.division === undefined) return file;
    const times = (seen.get(file.division.id) ?? 0) + 1;
    seen.set(file.division.id, times);
    return times === 1 ? file : { ...file, division: { id: `${file.division.id}-${times}`, name: `${file.division.name} (${times})` } };
  });
}

const gives = (file: ManifestEntry, field: string): boolean => file.columns?.[field] !== undefined || file.constants?.[field] !== undefined;

/** Fields that a file of this role must have and that nothing gives yet. */
function missingFields(file: ManifestEntry): readonly string[] {
  const missing: string[] = roles[file.role].required.filter((field) => !gives(file, field));
  if (file.role === 'ages' && !gives(file, 'age') && !(gives(file, 'ageFrom') && gives(file, 'ageTo'))) missing.push('age');
  if (file.role === 'dwellings' && !gives(file, 'block') && !(gives(file, 'street') && gives(file, 'number'))) missing.push('block');
  return missing;
}

const yearOf = (date: string | null | undefined): readonly number[] => (date === null || date === undefined ? [] : [Number(date.slice(0, 4))]);

/** Years that the files with people speak of, newest first. */
function yearsFound(cast: readonly Told[]): readonly number[] {
  const ofAges = cast.filter(({ draft }) => draft.role === 'ages').flatMap(({ draft, layer }) => {
    const column = draft.columns?.['year'];
    const values = column === undefined || layer === null ? [draft.constants?.['year'] ?? ''] : filledValues(layer.columns, layer.rows, column);
    return [...values.flatMap((value) => (/^\d{4}$/.test(String(value)) ? [Number(value)] : [])), ...yearOf(draft.referenceDate)];
  });
  const ofInhabitants = cast.filter(({ draft }) => draft.role === 'inhabitants').flatMap(({ draft }) => yearOf(draft.referenceDate));
  // Ages without the year of the inhabitants cannot be used with them; inhabitants of another year than the ages can.
  const found = ofAges.length > 0 ? ofAges : ofInhabitants;
  return [...new Set(found)].sort((a, b) => b - a);
}

/** The year people are counted of: that of the inhabitants where the ages know it, else the newest the ages know. */
function likelyYear(cast: readonly Told[], found: readonly number[]): number | null {
  const ofInhabitants = cast.filter(({ draft }) => draft.role === 'inhabitants').flatMap(({ draft }) => yearOf(draft.referenceDate));
  return ofInhabitants.find((year) => found.includes(year)) ?? found[0] ?? null;
}

function questionsOf(
  files: readonly FileToImport[], entries: readonly ManifestEntry[], municipality: ChosenMunicipality | null, found: readonly FoundMunicipality[],
  year: number | null, years: readonly number[], { totalInhabitants }: ImportChoices,
): ImportQuestion[] {
  const ofRole = (role: RoleId) => entries.filter((entry) => entry.role === role);
  const namedFile = ({ path, layer }: ManifestEntry) => (layer === undefined ? path : `${path} (${layer})`);
  const unknown = files.filter(({ chosen, mapping }) => chosen === null && mapping === null);
  const counts = ofRole('inhabitants').length + ofRole('ages').length > 0 || ofRole('blocks').some((file) => gives(file, 'inhabitants')) || totalInhabitants !== undefined;
  return [
    ...unknown.map(({ peek }): ImportQuestion => ({ code: 'unknown-file', facts: { file: peek.file, layer: peek.layers.length === 1 ? (peek.layers[0]?.layer ?? null) : null } })),
    ...entries.flatMap((entry): ImportQuestion[] => {
      const fields = missingFields(entry);
      return fields.length === 0 ? [] : [{ code: 'columns-missing', facts: { file: entry.path, layer: entry.layer ?? null, role: entry.role, fields } }];
    }),
    ...roleOrder.flatMap((role): ImportQuestion[] => {
      const playing = ofRole(role);
      return roles[role].many || playing.length < 2 ? [] : [{ code: 'several-for-role', facts: { role, files: playing.map(namedFile) } }];
    }),
    ...(['boundary', 'blocks', 'addresses'] as const).flatMap((role): ImportQuestion[] => (ofRole(role).length === 0 ? [{ code: 'role-missing', facts: { role } }] : [])),
    ...(municipality === null
      ? [{ code: 'which-municipality' as const, facts: { found: found.flatMap(({ code, name }) => (code === null ? [] : [{ code, name: name ?? code }])) } }]
      : []),
    ...(year === null ? [{ code: 'which-year' as const, facts: { found: years } }] : []),
    ...(counts ? [] : [{ code: 'inhabitants-missing' as const, facts: {} }]),
  ];
}

/**
 * The manifest that a set of dropped files makes, and what a person still has to decide before it can be read. Files of a
 * country or region are cut to the municipality. The same files give the same manifest in whatever order they were dropped.
 */
export function proposeManifest(files: readonly FileToImport[], chosen: ChosenMunicipality | null, choices: ImportChoices = {}): ManifestProposal {
  const cast = castRoles(files).sort(inOrder);
  const found = namedMunicipalities(cast.flatMap(({ draft, layer }) => (draft.municipality === null || layer === null ? [] : [{ column: draft.municipality, layer }])), cast.flatMap(({ layer }) => layer ?? []));
  const only = found.length === 1 ? found[0]! : null;
  const municipality = chosen ?? (only === null || only.code === null || only.name === null ? null : { code: only.code, name: only.name });
  const entries = withOwnDivisions(cast.map((one) => entryOf(one, municipality)));
  const years = yearsFound(cast);
  const referenceYear = choices.referenceYear ?? likelyYear(cast, years);
  const questions = questionsOf(files, entries, municipality, found, referenceYear, years, choices);
  const identity = municipality === null ? null : { code: municipality.code, name: municipality.name, fictitious: municipality.fictitious ?? false };
  if (identity === null || referenceYear === null || questions.length > 0) return { manifest: null, municipality: identity, referenceYear, files: entries, questions };

  const countsDwellings = entries.filter(({ role }) => role === 'addresses').every((file) => gives(file, 'dwellings') || gives(file, 'buildingType') || file.boxes === 'dwellings');
  return {
    manifest: {
      format: manifestFormat,
      version: manifestVersion,
      municipality: identity,
      referenceYear,
      population: { spreadBy: countsDwellings ? 'dwellings' : 'addresses-evenly', ...(choices.totalInhabitants === undefined ? {} : { total: choices.totalInhabitants }) },
      files: entries,
    },
    municipality: identity,
    referenceYear,
    files: entries,
    questions,
  };
}
