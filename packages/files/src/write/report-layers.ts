import { pointInside } from '@woonzorgzones/core/geo';
import { categories, facilitiesOf, type Count, type Municipality, type NormSet, type Plan } from '@woonzorgzones/core/model';
import type { KernSheet, PlanAnalysis, Proposal } from '@woonzorgzones/core/needs';
import {
  comparedAreas, confidenceLabel, dailyServiceLabel, proposalConditionSentence, proposalEffects, proposalReason, proposalSentenceOf, toldAreas, toldGaps, toldKernen, toldLocal, toldProposals, type ComparedPlan, type ToldArea, type ToldKern,
} from '@woonzorgzones/core/report';
import { zoneOutlines } from '@woonzorgzones/core/zoning';
import type { ExportColumn, ExportRow, ExportTable } from './export-table.ts';
import { planTables, statusOf, valueOf, type NamedPoint } from './plan-tables.ts';

/** How a layer of figures is coloured in QGIS: a column of shares, by the breaks of the maps. */
export interface LayerShading {
  readonly column: string;
  readonly title: string;
  readonly kind: 'distance' | 'amount';
}

export interface ReportLayers {
  readonly tables: readonly ExportTable[];
  /** Styles of the layer `zone_cijfers`, the first the usual one. */
  readonly shadings: readonly LayerShading[];
}

/** The layer whose shadings are handed along. */
export const figuresLayer = 'zone_cijfers';

/** What the layers of a report are made of. */
export interface ReportGround {
  readonly municipality: Municipality;
  readonly plan: Plan;
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet;
  readonly nuclei: readonly NamedPoint[];
  readonly kernen: readonly KernSheet[];
  readonly proposals: readonly Proposal[];
  readonly against: readonly ComparedPlan[];
}

/**
 * The plan's own layers; one with the figures of each zone: people, for every norm what is needed, present and missing or who
 * lives within the distance, local need, forms of living and vulnerability; one of kernen with their daily services, one of the
 * proposals, and one for each comparison. What may not be told is empty, and a column beside it says so.
 */
export function reportLayers(ground: ReportGround): ReportLayers {
  const { municipality, plan, analysis, norms, nuclei, kernen, against } = ground;
  const all = toldAreas(analysis, 'public');
  const areas = all.filter(({ kind }) => kind === 'zone');
  const local = toldLocal(analysis).filter((_, row) => all[row]!.kind === 'zone');
  const { add, table } = figureTable();
  add('zone', 'text', areas.map(({ zone }) => zone!));
  add('naam', 'text', areas.map(({ name }) => name));
  add('inwoners', 'integer', areas.map(({ people }) => people.inhabitants));
  add('van_75_plus', 'integer', areas.map(({ people }) => people.from75));
  const shadings: LayerShading[] = [];
  for (const kind of ['distance', 'amount'] as const) {
    for (const [index, norm] of norms.norms.filter((one) => one.kind === kind).entries()) {
      const name = columnOf(norm.id);
      if (kind === 'distance') {
        const told = areas.map(({ coverage }) => coverage[index]!);
        add(`${name}_deel`, 'real', told.map(({ share }) => share));
        add(`${name}_verder`, 'integer', told.map(({ beyond }) => beyond));
        shadings.push({ column: `${name}_deel`, title: norm.label.nl, kind });
      } else {
        const told = areas.map(({ needs }) => needs[index]!);
        add(`${name}_nodig`, 'real', told.map(({ required }) => required));
        add(`${name}_aanwezig`, 'real', told.map(({ present }) => present));
        add(`${name}_tekort`, 'real', told.map(({ missing }) => missing));
        add(`${name}_ingevuld`, 'real', told.map(({ filledShare }) => filledShare));
        shadings.push({ column: `${name}_ingevuld`, title: `${norm.label.nl} (${categories[norm.category].nl})`, kind });
      }
    }
  }
  for (const [rule, { id }] of (norms.local ?? []).entries()) {
    for (const [level, word] of [['low', 'laag'], ['middle', 'midden'], ['high', 'hoog']] as const) add(`nood_${columnOf(id)}_${word}`, 'real', local.map(({ localNeeds }) => localNeeds[rule]!.now[level]));
  }
  for (const [place, { form }] of analysis.municipality.housing.forms.entries()) {
    const forms = local.map((one) => one.forms[place]!);
    add(`${columnOf(form)}_nodig`, 'real', forms.map(({ needed }) => needed.middle));
    add(`${columnOf(form)}_aanwezig`, 'real', forms.map(({ present }) => present));
    add(`${columnOf(form)}_tekort`, 'real', forms.map(({ missing }) => missing));
  }
  add('kwetsbaarheid_factor', 'real', local.map(({ factor }) => factor));
  return {
    shadings,
    tables: [
      ...planTables(municipality, plan, nuclei, new Set(all.flatMap(({ kind, zone, people }) => (people.inhabitants.kind !== 'hidden' || kind === 'municipality' ? [] : [zone ?? ''])))),
      table(figuresLayer, 'Cijfers per zone', areas.map(shapeOf(municipality, plan))),
      kernLayer(toldKernen(kernen, all), plan),
      proposalLayer(ground),
      ...against.map((other, index) => comparisonLayer(ground, other, index + 1)),
    ],
  };
}

const shapeOf = (municipality: Municipality, plan: Plan) => {
  const outlines = zoneOutlines(municipality, plan);
  return ({ zone }: ToldArea): ExportRow['shape'] => outlines.find((outline) => outline.zone === zone)?.shape ?? [];
};

/** Columns that are gathered one by one; a figure gets a column beside it that says how it is missing. */
function figureTable() {
  const columns: { readonly column: ExportColumn; readonly cells: readonly (string | Count)[] }[] = [];
  const add = (name: string, type: ExportColumn['type'], cells: readonly (string | Count)[]): void => {
    columns.push({ column: { name, shortName: `k${columns.length}`, type }, cells });
  };
  const table = (name: string, title: string, shapes: readonly ExportRow['shape'][]): ExportTable => {
    const told = columns.flatMap(({ column, cells }) => (column.type === 'text' ? [{ column, cells }] : [
      { column, cells: cells.map((cell) => cell as Count) },
      { column: { name: `${column.name}_status`, shortName: `${column.shortName}s`, type: 'text' as const }, cells: cells.map((cell) => statusOf(cell as Count)) },
    ]));
    return {
      name, title, geometry: 'MULTIPOLYGON', columns: told.map(({ column }) => column),
      rows: shapes.map((shape, row) => ({
        values: told.map(({ cells }) => { const cell = cells[row]!; return typeof cell === 'string' ? cell : valueOf(cell); }),
        shape,
      })),
    };
  };
  return { add, table };
}

const text = (name: string, shortName = name): ExportColumn => ({ name, shortName, type: 'text' });
const integer = (name: string, shortName = name): ExportColumn => ({ name, shortName, type: 'integer' });

function kernLayer(kernen: readonly ToldKern[], plan: Plan): ExportTable {
  const names = new Map(plan.zones.map(({ id, name }) => [id, name]));
  const services = kernen[0]?.sheet.services.map(({ service }) => service) ?? [];
  const states = { near: 'dichtbij', far: 'te ver', unknown: 'onbekend' };
  return {
    name: 'kern_diensten', title: 'Dagelijkse diensten per kern', geometry: 'POINT',
    columns: [
      text('kern'), text('naam'), text('zone_naam'), integer('inwoners'), text('inwoners_status', 'inw_status'), integer('van_75_plus', 'van_75'), text('van_75_plus_status', 'v75_status'), integer('dichtbij'), integer('van'),
      ...services.map((service, place) => text(columnOf(service), `d${place}`)),
    ],
    rows: kernen.map(({ sheet, persons, from75 }) => ({
      values: [
        sheet.kern, sheet.name, sheet.zone === null ? null : (names.get(sheet.zone) ?? null), valueOf(persons), statusOf(persons), valueOf(from75), statusOf(from75), sheet.level, sheet.of,
        ...sheet.services.map(({ service, state }) => `${dailyServiceLabel(service, 'nl')}: ${states[state]}`),
      ],
      shape: [sheet.x, sheet.y],
    })),
  };
}

/** Proposals where they are: at a building, a site or a kern, one about a whole zone or the municipality at a point inside it; a column says which. */
function proposalLayer({ municipality, plan, analysis, norms, kernen, proposals }: ReportGround): ExportTable {
  const facilities = new Map(facilitiesOf(municipality, plan).map(({ id, x, y }) => [id, [x, y] as const]));
  const kernAt = new Map(kernen.map(({ kern, x, y }) => [kern, [x, y] as const]));
  const middles = new Map(zoneOutlines(municipality, plan).flatMap(({ zone, shape }) => (shape.length === 0 ? [] : [[zone, pointInside(shape)] as const])));
  const placeOf = ({ facts, zone }: Proposal): readonly [at: readonly [number, number], about: string] | null => {
    const own = facts.rule === 'new-site' ? [facts.x, facts.y] as const : facts.rule === 'small-kern' ? kernAt.get(facts.kern) : 'facility' in facts ? facilities.get(facts.facility.id) : undefined;
    if (own !== undefined) return [own, facts.rule === 'new-site' ? 'nieuwe plaats' : facts.rule === 'small-kern' ? 'kern' : 'voorziening'];
    const middle = zone === null ? undefined : middles.get(zone);
    if (middle !== undefined) return [middle, 'hele zone'];
    return municipality.boundary.length === 0 ? null : [pointInside(municipality.boundary), 'hele gemeente'];
  };
  return {
    name: 'voorstellen', title: 'Voorstellen', geometry: 'POINT',
    columns: [text('id'), text('zone_naam'), text('ligging'), text('voorstel'), text('waarom'), text('effect'), text('voorwaarden', 'voorwaard'), text('zekerheid'), text('besluit')],
    rows: toldProposals(proposals, toldGaps(analysis, norms, 'nl')).flatMap((proposal) => {
      const place = placeOf(proposal);
      if (place === null) return [];
      const [shape, about] = place;
      const verdict = plan.judgements?.[proposal.id]?.verdict ?? null;
      return [{
        values: [
          proposal.id, proposal.zoneName, about, proposalSentenceOf(proposal, 'nl'), proposalReason(proposal, 'nl'), proposalEffects(proposal, 'nl').join(' '), proposal.conditions.map((one) => proposalConditionSentence(one, 'nl')).join(' '),
          confidenceLabel(proposal.confidence, 'nl'), verdict === null ? null : { accepted: 'aanvaard', rejected: 'verworpen' }[verdict],
        ],
        shape,
      }];
    }),
  };
}

/** The zones that both have, with each figure of both. */
function comparisonLayer({ municipality, plan, analysis, norms }: ReportGround, { label, analysis: other }: ComparedPlan, place: number): ExportTable {
  const pairs = comparedAreas(analysis, other).filter(({ told }) => told.kind === 'zone');
  const { add, table } = figureTable();
  const both = (name: string, type: ExportColumn['type'], pick: (area: ToldArea) => Count): void => {
    add(`${name}_basis`, type, pairs.map(({ told }) => pick(told)));
    add(`${name}_ander`, type, pairs.map((pair) => pick(pair.other)));
  };
  add('zone', 'text', pairs.map(({ told }) => told.zone!));
  add('naam', 'text', pairs.map(({ told }) => told.name));
  add('naast', 'text', pairs.map(() => label));
  both('inwoners', 'integer', ({ people }) => people.inhabitants);
  both('van_75_plus', 'integer', ({ people }) => people.from75);
  for (const kind of ['distance', 'amount'] as const) {
    for (const [index, norm] of norms.norms.filter((one) => one.kind === kind).entries()) {
      both(`${columnOf(norm.id)}_${kind === 'distance' ? 'deel' : 'tekort'}`, 'real', (area) => (kind === 'distance' ? area.coverage[index]!.share : area.needs[index]!.missing));
    }
  }
  return table(`vergelijking_${place}`, `Naast ${label}`, pairs.map(({ told }) => shapeOf(municipality, plan)(told)));
}

/** A norm's id as the name of a column: letters, digits and underscores. */
const columnOf = (norm: string): string => norm.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();
