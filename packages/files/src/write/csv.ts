import { csvDocument } from '@woonzorgzones/core/report';
import type { ExportTable } from './export-table.ts';

/** A table without its geometry as a CSV file for a spreadsheet set to Dutch: decimal commas, nothing that is run. */
export const writeCsv = ({ columns, rows }: ExportTable): string =>
  csvDocument([columns.map(({ name }) => name), ...rows.map(({ values }) => values.map((value) => (typeof value === 'number' ? String(value).replace('.', ',') : (value ?? ''))))]);
