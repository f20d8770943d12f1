import type { Language } from '../../model/index.ts';
import { formatFor } from '../format.ts';
import { amountDecimals, statusLabel } from '../gap-sentences.ts';
import type { ReportColumn, ReportRow } from './report-document.ts';

/** A cell as people read it. */
export function cellText(cell: ReportRow['cells'][number], { form }: ReportColumn, language: Language): string {
  if (typeof cell === 'string') return cell;
  const { count, countPercent } = formatFor(language);
  if (form === 'share') return countPercent(cell, 1);
  return count(cell, form === 'amount' && cell.kind === 'known' ? amountDecimals(cell.value) : 0);
}

/** The head of a column with its unit and year, and whether its norm was read in its source: "Nodig (plaatsen, 2013), onbevestigd". */
export function columnHead({ label, unit, year, status }: ReportColumn, language: Language): string {
  const about = [unit, year].filter((part) => part !== null).join(', ');
  return `${label}${about === '' ? '' : ` (${about})`}${status === 'unconfirmed' ? `, ${statusLabel(status, language)}` : ''}`;
}
