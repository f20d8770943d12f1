import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { capital, livingFormLabel } from '@woonzorgzones/core/report';
import type { useText } from '../../text/i18n.ts';
import type { Colouring } from '../measures/colouring.ts';
import type { Measure } from '../measures/measure.ts';
import { agesText, categoryName, statusMark } from '../measures/words.ts';

/** The legend of classed fills: what is shown, of whom and when, and a line per class. */
export interface ClassLegend {
  readonly title: string;
  readonly note: string;
  readonly classes: readonly { readonly colour: string; readonly label: string }[];
  readonly hasUnknown: boolean;
  readonly hasHidden: boolean;
}

export function legendOf(text: ReturnType<typeof useText>, measure: Measure, asked: 'short' | 'met', { classes, paints }: Colouring, analysis: PlanAnalysis): ClassLegend {
  const { t, format } = text;
  const percent = (share: number): string => format.percent(share);
  const label = ([from, to]: readonly [number | undefined, number | undefined]): string => {
    if (asked === 'short' && from === undefined) return t('gaps.nothingShort');
    if (asked === 'short' && from !== undefined && from < 0.01) return t('present.classBelow', { to: percent(to ?? 1) });
    if (from === undefined) return t('present.classBelow', { to: percent(to ?? 0) });
    if (to === undefined) return t('present.classFrom', { from: percent(from) });
    return t('present.classBetween', { from: format.number(from * 100), to: percent(to) });
  };
  const isNormBreak = asked === 'met' && measure.kind === 'amount';
  const form = analysis.municipality.housing.forms.find(({ rule }) => measure.kind === 'housing' && rule === measure.norm)?.form;
  const subject = `${form === undefined ? categoryName(text, measure.category) : capital(livingFormLabel(form, text.language))}${statusMark(measure.status)}`;
  const distance = format.distance(measure.withinMetres ?? 0);
  const what = measure.kind !== 'distance'
    ? t(asked === 'short' ? 'gaps.legendAmount' : 'present.legendAmount')
    : t(asked === 'short' ? 'gaps.legendDistance' : 'present.legendCoverage', { distance, ages: agesText(text, measure.ages) });
  const straight = measure.kind === 'distance' && analysis.provenance.distances.method === 'straight-line' ? `, ${t('gaps.straight')}` : '';
  const shown = [...paints.values()];
  return {
    title: subject,
    note: `${what}, ${analysis.provenance.referenceYear}${straight}`,
    classes: classes.extents.map((extent, place) => ({
      colour: classes.colours[place]!,
      label: isNormBreak && extent[0] === 1 ? t('present.classNorm', { from: percent(1) }) : label(extent),
    })),
    hasUnknown: shown.includes('hatch'),
    hasHidden: shown.includes('dots'),
  };
}
