import type { Language } from '../../model/index.ts';
import { csvDocument } from '../csv.ts';
import { columnHead } from './cell-text.ts';
import type { ReportDocument, ReportRow, ReportTable } from './report-document.ts';

const missing: Readonly<Record<Language, Readonly<Record<'unknown' | 'hidden' | 'not-applicable', string>>>> = {
  nl: { unknown: 'onbekend', hidden: 'verborgen', 'not-applicable': 'n.v.t.' }, en: { unknown: 'unknown', hidden: 'hidden', 'not-applicable': 'n/a' },
};

/** A table of a report as a CSV file for a spreadsheet: every figure in full, shares as percentages, no cell that is run; each line says on what it rests. */
export function tableCsv({ columns, rows }: ReportTable, { language, basis, fictitious }: ReportDocument): string {
  const about = basis.slice(0, 2).join(' ');
  const head = { nl: ['rustend op', 'fictief'], en: ['resting on', 'fictitious'] }[language];
  return csvDocument([
    [...columns.map((column) => `${columnHead(column, language)}${column.form === 'share' ? ' (%)' : ''}`), head[0]!, ...(fictitious ? [head[1]!] : [])],
    ...rows.map(({ cells }) => [...cells.map((cell, index) => figure(cell, columns[index]!.form, language)), about, ...(fictitious ? [{ nl: 'ja', en: 'yes' }[language]] : [])]),
  ]);
}

function figure(cell: ReportRow['cells'][number], form: ReportTable['columns'][number]['form'], language: Language): string {
  if (typeof cell === 'string') return cell;
  if (cell.kind !== 'known') return missing[language][cell.kind];
  const text = String(Number((form === 'share' ? cell.value * 100 : cell.value).toFixed(form === 'count' ? 0 : 4)));
  return language === 'nl' ? text.replace('.', ',') : text;
}
