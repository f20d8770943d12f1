import { csvDocument, remarkTable, type ToldRemark } from '@woonzorgzones/core/report';
import { writeWorkbook } from './workbook.ts';

/** The remarks on a plan as a CSV file for a spreadsheet set to Dutch; what a witness wrote is never run. */
export function writeRemarksCsv(remarks: readonly ToldRemark[]): string {
  const { columns, rows } = remarkTable(remarks, 'nl');
  return csvDocument([columns.map(({ label }) => label), ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))]);
}

/** The same as a workbook. */
export function writeRemarksWorkbook(remarks: readonly ToldRemark[]): Promise<Uint8Array> {
  const { columns, rows } = remarkTable(remarks, 'nl');
  return writeWorkbook([{ name: 'Opmerkingen', columns, rows }]);
}
