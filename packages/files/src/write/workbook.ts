import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';

/** One table of a workbook. */
export interface BookSheet {
  /** At most 31 letters, and none of : \ / ? * [ ]. */
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly BookCell[])[];
}

export interface BookColumn {
  readonly label: string;
  readonly form: 'text' | 'number' | 'share';
}

/** A text is a text, whatever it begins with; only this module's own formulas are run. */
export type BookCell = string | number | null | { readonly formula: string };

/** The first moment a zip can name; no clock, so that the same tables give the same bytes. */
const zipTime = new Date(1980, 0, 1);
/** What XML 1.0 cannot hold: a file with one of these does not open. */
// eslint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const formats = { number: '#,##0.##', share: '0.0%' } as const;

/** Tables as one XLSX workbook: typed cells, the head held in view. */
export async function writeWorkbook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const bytes = await writeExcelFile(sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ label, form }) => ({ width: form === 'text' ? 28 : Math.min(24, Math.max(12, label.length / 2)) })),
    data: [columns.map(({ label }): Cell => ({ value: label.replace(notXml, ''), type: String, fontWeight: 'bold', wrap: true })), ...rows.map((row) => row.map((cell, index) => bookCell(cell, columns[index]!)))],
  }))).toBuffer();
  const members = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1));
  return zipSync(Object.fromEntries(members), { mtime: zipTime });
}

function bookCell(cell: BookCell, { form }: BookColumn): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell.replace(notXml, ''), type: String };
  const format = form === 'text' ? {} : { format: formats[form] };
  return typeof cell === 'number' ? { value: cell, type: Number, ...format } : { value: cell.formula, type: 'Formula', ...format };
}
