import type { Figure, PlanAnalysis } from '@woonzorgzones/core/needs';
import { useText } from '../../text/i18n.ts';

interface FigureFilesProps {
  readonly analysis: PlanAnalysis;
  readonly figures: readonly Figure[];
}

/** The files some figures rest on, each with its date. */
export function FigureFiles({ analysis, figures }: FigureFilesProps) {
  const { t } = useText();
  const used = [...new Set(figures.flatMap(({ sources }) => sources))].sort((a, b) => a - b);
  const names = used.flatMap((place) => analysis.provenance.sources[place] ?? []);
  if (names.length === 0) return null;
  return <p className="small soft">{t('gaps.files')}: {names.map(({ title, referenceDate }) => (referenceDate === null ? title : `${title} (${referenceDate})`)).join(', ')}</p>;
}
