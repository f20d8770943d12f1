import { categoryIds, notApplicable, type Count } from '@woonzorgzones/core/model';
import type { AreaAnalysis } from '@woonzorgzones/core/needs';
import { unitLabel } from '@woonzorgzones/core/report';
import type { CellFigure } from '../../../state/address.ts';
import type { useText } from '../../../text/i18n.ts';
import type { GapAnswer } from '../../measures/measure.ts';

type Text = ReturnType<typeof useText>;

/** What a cell tells: how much, and how that is written. */
interface ToldFigure {
  readonly count: Count;
  readonly isShare: boolean;
}

/**
 * The figure of an area for one norm. Of an amount: what the norm asks, what there is, what can be reached, what is missing.
 * Of a form of living: the dwellings needed, there and missing.
 * Of a distance: for whom it is asked, how many such facilities lie in the area, who has one near enough, who has not.
 */
export function figureOf(answer: GapAnswer, area: AreaAnalysis, figure: CellFigure): ToldFigure {
  const amount = (count: Count): ToldFigure => ({ count, isShare: false });
  if (answer.kind === 'amount') {
    const { required, present, reachable, missing } = answer.need;
    switch (figure) {
      case 'nodig': return amount(required.count);
      case 'aanwezig': return amount(present.count);
      case 'bereikbaar': return amount(reachable.amount);
      case 'tekort': return amount(missing.count);
    }
  }
  if (answer.kind === 'housing') {
    const { needed, level, present, missing } = answer.form;
    switch (figure) {
      case 'nodig': return amount(needed[level].count);
      case 'aanwezig': return amount(present.count);
      // A dwelling is lived in: it serves nobody beside whoever lives there.
      case 'bereikbaar': return amount(notApplicable);
      case 'tekort': return amount(missing.count);
    }
  }
  const { persons, share, beyond, category } = answer.coverage;
  switch (figure) {
    case 'nodig': return amount(persons.count);
    case 'aanwezig': return amount(area.facilities[categoryIds.indexOf(category)]?.facilities.count ?? { kind: 'unknown' });
    case 'bereikbaar': return { count: share, isShare: true };
    case 'tekort': return amount(beyond.count);
  }
}

/** What the figures of a column count. */
export function unitOf({ t, format, language }: Text, answer: GapAnswer, figure: CellFigure): string {
  if (answer.kind === 'amount') return unitLabel(answer.need.unit, 0, language);
  if (answer.kind === 'housing') return unitLabel('woningen', 0, language);
  const distance = format.distance(answer.coverage.withinMetres);
  switch (figure) {
    case 'nodig': return t('gaps.unitPersons');
    case 'aanwezig': return t('gaps.unitFacilities');
    case 'bereikbaar': return t('gaps.unitWithin', { distance });
    case 'tekort': return t('gaps.unitBeyond', { distance });
  }
}

export const toldFigure = ({ format }: Text, { count, isShare }: ToldFigure): string => (isShare ? format.countPercent(count) : format.countAmount(count));
