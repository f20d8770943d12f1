import type { RowFinding } from '@woonzorgzones/core/model';
import { rowFindingSentences } from '@woonzorgzones/core/report';
import type { useText } from '../../text/i18n.ts';

/** A row that was not taken, in one line: where, which value, why, and what to do. */
export function findingWords({ t, format, language }: ReturnType<typeof useText>, finding: RowFinding): string {
  const { line, feature, area } = finding.place;
  const where = line !== undefined ? t('errors.line', { line: format.number(line) })
    : feature !== undefined ? t('errors.feature', { feature: format.number(feature) })
      : area !== undefined ? t('errors.area', { area }) : '';
  const what = finding.column === null ? finding.value : `${finding.column} “${finding.value}”`;
  const { reason, remedy } = rowFindingSentences(finding, language);
  return `${[where, what].filter((part) => part !== '').join(', ')}: ${reason}. ${remedy}`;
}
