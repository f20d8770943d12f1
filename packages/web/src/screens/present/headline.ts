import type { AreaAnalysis } from '@woonzorgzones/core/needs';
import { methodLabel, unitLabel } from '@woonzorgzones/core/report';
import type { useText } from '../../text/i18n.ts';
import { answerIn, metShare, type Measure } from '../measures/measure.ts';
import { categoryName } from '../measures/words.ts';

interface Headline {
  readonly figure: string;
  readonly sentence: string;
  /** Year and how the figure was had. */
  readonly basis: readonly string[];
}

/** The one figure and the one sentence of a slide. */
export function headline(text: ReturnType<typeof useText>, area: AreaAnalysis, name: string, measure: Measure): Headline {
  const { t, format } = text;
  const answer = answerIn(area, measure.norm);
  const category = categoryName(text, measure.category).toLowerCase();
  const met = answer === null ? null : metShare(answer);
  if (answer === null || met?.kind !== 'known') return { figure: '?', sentence: t('present.sentenceUnknown', { category, name }), basis: [] };
  const percent = format.percent(met.value);
  if (answer.kind === 'distance') {
    const { withinMetres, ages, within } = answer.coverage;
    const distance = format.distance(withinMetres);
    return {
      figure: percent,
      sentence: ages === null
        ? t('present.sentenceCoverageAll', { percent, name, distance, category })
        : t('present.sentenceCoverage', { percent, name, distance, category, ages: ages.to === null ? t('present.agesFrom', { from: ages.from }) : t('present.agesBetween', { from: ages.from, to: ages.to }) }),
      basis: [String(within.year), methodLabel(within.method === 'straight-line' ? 'modelled' : within.method, format.language)],
    };
  }
  const { present, required, unit } = answer.need;
  return {
    figure: percent,
    sentence: t('present.sentenceAmount', { name, category, present: format.countAmount(present.count), required: format.countAmount(required.count), unit: unitLabel(unit, 0, format.language) }),
    basis: [t('present.presentIn', { year: present.year }), t('present.requiredIn', { year: required.year })],
  };
}
