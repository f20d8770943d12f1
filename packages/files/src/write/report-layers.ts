import { categories, type Count, type Municipality, type NormSet, type Plan } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { toldAreas } from '@woonzorgzones/core/report';
import { zoneOutlines } from '@woonzorgzones/core/zoning';
import type { ExportColumn, ExportTable } from './export-table.ts';
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

/**
 * The plan's own layers, and one more with the figures of each zone: people, and for every norm what is needed, present and
 * missing or who lives within the distance. What may not be told is empty, and a column beside it says so.
 */
export function reportLayers(municipality: Municipality, plan: Plan, analysis: PlanAnalysis, norms: NormSet, nuclei: readonly NamedPoint[]): ReportLayers {
  const areas = toldAreas(analysis, 'public').filter(({ kind }) => kind === 'zone');
  const outlines = zoneOutlines(municipality, plan);
  const columns: { readonly column: ExportColumn; readonly cells: readonly (string | Count)[] }[] = [];
  const add = (name: string, type: ExportColumn['type'], cells: readonly (string | Count)[]): void => {
    columns.push({ column: { name, shortName: `k${columns.length}`, type }, cells });
  };
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
  const told = columns.flatMap(({ column, cells }) => (column.type === 'text' ? [{ column, cells }] : [
    { column, cells: cells.map((cell) => cell as Count) },
    { column: { name: `${column.name}_status`, shortName: `${column.shortName}s`, type: 'text' as const }, cells: cells.map((cell) => statusOf(cell as Count)) },
  ]));
  return {
    shadings,
    tables: [
      ...planTables(municipality, plan, nuclei),
      {
        name: figuresLayer, title: 'Cijfers per zone', geometry: 'MULTIPOLYGON', columns: told.map(({ column }) => column),
        rows: areas.map(({ zone }, row) => ({
          values: told.map(({ cells }) => { const cell = cells[row]!; return typeof cell === 'string' ? cell : valueOf(cell); }),
          shape: outlines.find((outline) => outline.zone === zone)?.shape ?? [],
        })),
      },
    ],
  };
}

/** A norm's id as the name of a column: letters, digits and underscores. */
const columnOf = (norm: string): string => norm.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();
