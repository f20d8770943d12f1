import { facilityFunctions, known, suitabilities, terms, unknown, type Count, type Language, type LocalNeedRule, type Norm, type NormSet, type NormStatus } from '../model/index.ts';
import type { PlanAnalysis } from '../needs/index.ts';
import { csvDocument } from './csv.ts';
import { toldAreas, type Audience, type ToldArea } from './disclosed-analysis.ts';
import { functionLabel, livingFormLabel, localUnitLabel, suitabilityLabel } from './function-words.ts';
import { amountDecimals } from './gap-sentences.ts';
import { capital } from './capital.ts';
import { toldLocal, type ToldLocal } from './told-local.ts';

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
  const measures = [
    ...peopleMeasures(analysis, language), ...norms.norms.flatMap((norm) => normMeasures(norm, norms, analysis, language)),
    ...(norms.local ?? []).flatMap((rule, place) => localMeasures(rule, place, analysis, language)), ...formMeasures(analysis, language),
    ...dwellingMeasures(analysis, language), ...functionMeasures(analysis, language),
  ];
  const local = toldLocal(analysis, audience);
  return {
    columns: measures.map(({ column }) => column),
    rows: toldAreas(analysis, audience).map((told, row) => ({
      kind: told.kind, zone: told.zone, name: told.kind === 'unassigned' ? terms.unassigned[language][0] : told.name, cells: measures.map(({ cell }) => cell(told, local[row]!)),
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
  readonly cell: (told: ToldArea, local: ToldLocal) => Count;
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

/** Three estimates of each local need: a rate is a choice between them. */
function localMeasures({ id, label, unit, status }: LocalNeedRule, place: number, { provenance: { referenceYear } }: PlanAnalysis, language: Language): readonly Measure[] {
  const levels = { nl: { low: 'laag', middle: 'midden', high: 'hoog' }, en: { low: 'low', middle: 'middle', high: 'high' } }[language];
  return (['low', 'middle', 'high'] as const).map((level) => ({
    column: { key: `${id}-${level}`, label: `${label[language]}, ${levels[level]}`, form: 'number', unit: localUnitLabel(unit, language), year: referenceYear, norm: id, status },
    cell: (_, { localNeeds }) => localNeeds[place]?.now[level] ?? unknown,
  }));
}

/** What there is of each form of living, what is planned and what is missing; what is needed is its local need. */
function formMeasures({ municipality: { housing: { forms } } }: PlanAnalysis, language: Language): readonly Measure[] {
  const words = { nl: { present: 'aanwezig', planned: 'gepland', missing: 'tekort' }, en: { present: 'present', planned: 'planned', missing: 'missing' } }[language];
  return forms.flatMap(({ form, rule, status, ...figures }, place) => (['present', 'planned', 'missing'] as const).map((part): Measure => ({
    column: { key: `${form}-${part}`, label: `${capital(livingFormLabel(form, language))}, ${words[part]}`, form: 'number', unit: localUnitLabel('woningen', language), year: figures[part].year, norm: rule, status },
    cell: (_, local) => local.forms[place]![part],
  })));
}

/** Dwellings, what they are fit for, and the room for more: no persons stand behind them. */
function dwellingMeasures({ municipality: { housing: { dwellings, reserve } } }: PlanAnalysis, language: Language): readonly Measure[] {
  const words = { nl: { dwellings: 'Woningen', reserve: 'Woningreserve' }, en: { dwellings: 'Dwellings', reserve: 'Housing reserve' } }[language];
  const column = (key: string, label: string, year: number): ZoneColumn => ({ key, label, form: 'number', unit: localUnitLabel('woningen', language), year, norm: null, status: null });
  return [
    { column: column('dwellings', words.dwellings, dwellings.year), cell: ({ area }) => area.housing.dwellings.count },
    ...suitabilities.map((one): Measure => ({
      column: column(`dwellings-${one}`, `${words.dwellings}, ${suitabilityLabel(one, language)}`, dwellings.year), cell: ({ area }) => area.housing.bySuitability[one].count,
    })),
    { column: column('reserve', words.reserve, reserve.dwellings.year), cell: ({ area }) => area.housing.reserve.dwellings.count },
  ];
}

/** How many buildings in the area do each of the three things. */
function functionMeasures({ provenance: { referenceYear } }: PlanAnalysis, language: Language): readonly Measure[] {
  const unit = { nl: 'gebouwen', en: 'buildings' }[language];
  return facilityFunctions.map((role) => ({
    column: { key: `function-${role}`, label: capital(functionLabel(role, language)), form: 'number', unit, year: referenceYear, norm: null, status: null },
    cell: ({ area }) => {
      const presence = area.functions.functions.find((one) => one.function === role)!;
      return presence.state === 'unknown' ? unknown : known(presence.at.length);
    },
  }));
}

function csvFigure(count: Count, form: ZoneColumn['form'], language: Language): string {
  if (count.kind !== 'known') return { nl: { unknown: 'onbekend', hidden: 'verborgen', 'not-applicable': 'n.v.t.' }, en: { unknown: 'unknown', hidden: 'hidden', 'not-applicable': 'n/a' } }[language][count.kind];
  const value = form === 'share' ? count.value * 100 : count.value;
  const decimals = form === 'share' ? 1 : amountDecimals(value);
  const text = String(Number(value.toFixed(decimals)));
  return language === 'nl' ? text.replace('.', ',') : text;
}
