import { formatFor, provenanceSentences, zoneTable, type ZoneColumn } from '@woonzorgzones/core/report';
import type { Count, NormSet } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import type { ExportTable } from './export-table.ts';
import { columnName } from './report-workbook.ts';
import { writeWorkbook, type BookCell, type BookSheet } from './workbook.ts';

/** What a plan means, as a workbook: the zones with their figures, a sheet for each of the plan's tables, and what it all rests on. Nothing under the disclosure floor. */
export const writePlanWorkbook = (analysis: PlanAnalysis, norms: NormSet, tables: readonly ExportTable[]): Promise<Uint8Array> =>
  writeWorkbook([zoneSheet(analysis, norms), ...tables.map(tableSheet), basisSheet(analysis)]);

/** Columns whose parts add up to the whole as they stand; requirements are rounded for the whole, and shares never add up. */
const summed: ReadonlySet<string> = new Set(['blocks', 'inhabitants', 'from75']);

function zoneSheet(analysis: PlanAnalysis, norms: NormSet): BookSheet {
  const { columns, rows } = zoneTable(analysis, norms, 'nl', 'public');
  const parts = rows.slice(0, -1);
  const whole = rows.at(-1)!;
  const label = ({ label: name, unit, year, status }: ZoneColumn): string => `${name} (${unit}, ${year})${status === 'unconfirmed' ? ', onbevestigd' : ''}`;
  const total = (column: ZoneColumn, index: number): BookCell =>
    (summed.has(column.key) && parts.length > 0 && [...parts, whole].every(({ cells }) => cells[index]!.kind === 'known')
      ? { formula: `SUM(${columnName(index + 1)}2:${columnName(index + 1)}${parts.length + 1})` }
      : figure(whole.cells[index]!));
  return {
    name: 'Cijfers per zone',
    columns: [{ label: 'Woonzorgzone', form: 'text' }, ...columns.map((column) => ({ label: label(column), form: column.form }))],
    rows: [...parts.map(({ name, cells }) => [name, ...cells.map(figure)]), [whole.name, ...columns.map(total)]],
  };
}

/** A figure as a number; one that is missing says in words how. */
const figure = (count: Count): BookCell => (count.kind === 'known' ? count.value : formatFor('nl').count(count));

const tableSheet = ({ title, columns, rows }: ExportTable): BookSheet => ({
  name: title.slice(0, 31),
  columns: columns.map(({ name, type }) => ({ label: name, form: type === 'text' ? 'text' : 'number' })),
  rows: rows.map(({ values }) => values),
});

const basisSheet = ({ provenance }: PlanAnalysis): BookSheet => ({
  name: 'Herkomst',
  columns: [{ label: 'Waarop deze cijfers rusten', form: 'text' }],
  rows: [...provenanceSentences(provenance, 'nl'), 'Aantallen van 1 tot en met 4 personen worden niet getoond.'].map((sentence) => [sentence]),
});
