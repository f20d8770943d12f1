import { columnHead, formatFor, tablesOf, type ReportColumn, type ReportDocument, type ReportRow, type ReportTable } from '@woonzorgzones/core/report';
import { writeWorkbook, type BookCell, type BookSheet } from './workbook.ts';

/** A report as a workbook: what it rests on, then a sheet for each of its tables. Figures are numbers, totals are sums where they are. */
export const reportToWorkbook = (report: ReportDocument): Promise<Uint8Array> => writeWorkbook([basisSheet(report), ...named(tablesOf(report)).map(([name, table]) => tableSheet(name, table, report))]);

const basisSheet = ({ title, subtitle, basis, fictitious, language, sections }: ReportDocument): BookSheet => ({
  name: { nl: 'Over dit verslag', en: 'About this report' }[language],
  columns: [{ label: title, form: 'text' }],
  rows: [
    subtitle, ...basis, ...(fictitious ? [{ nl: 'Fictieve gegevens.', en: 'Fictitious data.' }[language]] : []),
    { nl: 'Aantallen van 1 tot en met 4 personen worden niet getoond, en met hen wat ze zou verraden.', en: 'Numbers of 1 to 4 persons are not shown, nor what would give them away.' }[language],
    ...sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'note' ? [part.text] : []))),
  ].map((line) => [line]),
});

const longestName = 31;

/** Names a spreadsheet takes: at most 31 letters, none of : \ / ? * [ ], no two alike without regard to case. */
function named(tables: readonly ReportTable[]): readonly (readonly [string, ReportTable])[] {
  const taken = new Set<string>();
  return tables.map((table) => {
    const plain = table.title.replace(/[:\\/?*[\]']/g, ' ').replace(/\s+/g, ' ').trim();
    let name = cut(plain, longestName);
    for (let place = 2; taken.has(name.toLowerCase()); place++) name = `${cut(plain, longestName - String(place).length - 1)} ${place}`;
    taken.add(name.toLowerCase());
    return [name, table];
  });
}

/** At most so many UTF-16 units, letters of two kept whole. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept.trim() === '' ? 'Tabel' : kept.trim();
}

function tableSheet(name: string, { columns, rows }: ReportTable, { language }: ReportDocument): BookSheet {
  const { count } = formatFor(language);
  const plain = (cell: ReportRow['cells'][number]): BookCell => (typeof cell === 'string' ? cell : cell.kind === 'known' ? cell.value : count(cell));
  return {
    name,
    columns: columns.map((column) => ({ label: columnHead(column, language), form: column.form === 'text' ? 'text' : column.form === 'share' ? 'share' : 'number' })),
    rows: rows.map(({ cells, isTotal }, row) => cells.map((cell, index) => (isTotal && addsUp(columns[index]!, rows, row, index) ? { formula: `SUM(${columnName(index)}2:${columnName(index)}${row + 1})` } : plain(cell)))),
  };
}

/** Whether a total is the sum of every row before it, as they are told. */
function addsUp({ adds }: ReportColumn, rows: readonly ReportRow[], total: number, column: number): boolean {
  const valueOf = (row: ReportRow): number => {
    const cell = row.cells[column]!;
    return typeof cell !== 'string' && cell.kind === 'known' ? cell.value : NaN;
  };
  return adds && total > 0 && valueOf(rows[total]!) === rows.slice(0, total).reduce((sum, row) => sum + valueOf(row), 0);
}

/** A to Z, then AA: how a spreadsheet names its columns, counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
