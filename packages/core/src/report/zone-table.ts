import { known, terms, unknown, type Count, type Language, type Norm, type NormSet, type NormStatus } from '../model/index.ts';
import type { PlanAnalysis } from '../needs/index.ts';
import { csvDocument } from './csv.ts';
import { toldAreas, type Audience, type ToldArea } from './disclosed-analysis.ts';
import { amountDecimals } from './gap-sentences.ts';

/** The map as a table: everything it shows of the zones, as rows and columns of figures. */
export interface ZoneTable {
  readonly columns: readonly ZoneColumn[];
  readonly rows: readonly ZoneRow[];
}

export interface ZoneColumn {
  readonly key: string;
  readonly label: string;
  /** A share is told as a percentage. */
  readonly form: 'number' | 'share';
  readonly unit: string;
  readonly year: number;
  /** The norm it rests on, and how sure that is. */
  readonly norm: string | null;
  readonly status: NormStatus | null;
}

/** One zone, the blocks that are in none, or the municipality; `cells` go with the columns. */
export interface ZoneRow {
  readonly kind: 'zone' | 'unassigned' | 'municipality';
  readonly zone: string | null;
  readonly name: string;
  readonly cells: readonly Count[];
}

/** Zones in the order of the plan, then what is not assigned (when there is any), then the municipality. */
export function zoneTable(analysis: PlanAnalysis, norms: NormSet, language: Language, audience: Audience): ZoneTable {
  const measures = [...peopleMeasures(analysis, language), ...norms.norms.flatMap((norm) => normMeasures(norm, norms, analysis, language))];
  return {
    columns: measures.map(({ column }) => column),
    rows: toldAreas(analysis, audience).map((told) => ({
      kind: told.kind, zone: told.zone, name: told.kind === 'unassigned' ? terms.unassigned[language][0] : told.name, cells: measures.map(({ cell }) => cell(told)),
    })),
  };
}

/**
 * The table as a CSV file for a spreadsheet set to Dutch: semicolons, decimal commas, UTF-8 with a mark. Every line also
 * says of which data and norms it speaks, so that a copied line keeps its source.
 */
export function zoneTableCsv(table: ZoneTable, { provenance }: PlanAnalysis, language: Language): string {
  const words = {
    nl: { kind: 'soort', name: terms.CareZone.nl[0], data: 'gegevens', norms: terms.NormSet.nl[0], fictitious: 'fictief' },
    en: { kind: 'kind', name: terms.CareZone.en[0], data: 'data', norms: terms.NormSet.en[0], fictitious: 'fictitious' },
  }[language];
  const { normSet, municipality: { fictitious }, dataset } = provenance;
  const basis = [`${dataset.slice(0, 12)}${fictitious ? ` (${words.fictitious})` : ''}`, `${normSet.name} ${normSet.version}`];
  const kinds = { zone: terms.CareZone[language][0], unassigned: terms.unassigned[language][0], municipality: terms.Municipality[language][0] };
  const lines = [
    [words.kind, words.name, ...table.columns.map(({ label, unit, year }) => `${label} (${unit}, ${year})`), words.data, words.norms],
    ...table.rows.map(({ kind, name, cells }) => [kinds[kind], name, ...cells.map((cell, column) => csvFigure(cell, table.columns[column]!.form, language)), ...basis]),
  ];
  return csvDocument(lines);
}

/** One column: what it says of an area. */
interface Measure {
  readonly column: ZoneColumn;
  readonly cell: (told: ToldArea) => Count;
}

function peopleMeasures({ provenance: { referenceYear } }: PlanAnalysis, language: Language): readonly Measure[] {
  const words = {
    nl: { inhabitants: 'Inwoners', from75: '75-plussers', persons: 'personen', blocks: 'Bouwblokken', count: 'aantal' },
    en: { inhabitants: 'Inhabitants', from75: 'Aged 75 and older', persons: 'persons', blocks: 'Blocks', count: 'number' },
  }[language];
  const column = (key: string, label: string, unit: string): ZoneColumn => ({ key, label, form: 'number', unit, year: referenceYear, norm: null, status: null });
  return [
    { column: column('blocks', words.blocks, words.count), cell: ({ area }) => known(area.blocks) },
    { column: column('inhabitants', words.inhabitants, words.persons), cell: ({ people }) => people.inhabitants },
    { column: column('from75', words.from75, words.persons), cell: ({ people }) => people.from75 },
  ];
}

function normMeasures(norm: Norm, norms: NormSet, { municipality, provenance: { referenceYear } }: PlanAnalysis, language: Language): readonly Measure[] {
  const words = {
    nl: { required: 'nodig', present: 'aanwezig', missing: 'tekort', persons: '% van de personen' },
    en: { required: 'required', present: 'present', missing: 'missing', persons: '% of persons' },
  }[language];
  const label = norm.label[language];
  const about = { norm: norm.id, status: norm.status };
  const index = norms.norms.filter(({ kind }) => kind === norm.kind).indexOf(norm);
  if (norm.kind === 'distance') {
    const column: ZoneColumn = { ...about, key: norm.id, label, form: 'share', unit: words.persons, year: referenceYear };
    return [{ column, cell: ({ coverage }) => coverage[index]?.share ?? unknown }];
  }
  const years = municipality.needs[index];
  return (['required', 'present', 'missing'] as const).map((part) => ({
    column: { ...about, key: `${norm.id}-${part}`, label: `${label}, ${words[part]}`, form: 'number', unit: norm.unit, year: years?.[part].year ?? referenceYear },
    cell: ({ needs }) => needs[index]?.[part] ?? unknown,
  }));
}

function csvFigure(count: Count, form: ZoneColumn['form'], language: Language): string {
  if (count.kind !== 'known') return { nl: { unknown: 'onbekend', hidden: '<5', 'not-applicable': 'n.v.t.' }, en: { unknown: 'unknown', hidden: '<5', 'not-applicable': 'n/a' } }[language][count.kind];
  const value = form === 'share' ? count.value * 100 : count.value;
  const decimals = form === 'share' ? 1 : amountDecimals(value);
  const text = String(Number(value.toFixed(decimals)));
  return language === 'nl' ? text.replace('.', ',') : text;
}
