import type { NormSet } from '@woonzorgzones/core/model';
import type { Gap, PlanAnalysis } from '@woonzorgzones/core/needs';
import { unitLabel } from '@woonzorgzones/core/report';
import { useState } from 'react';
import { chooseNorm, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStepper } from '../frame/keys.ts';
import { FacilitySymbol } from '../frame/facility-symbol.tsx';
import { answerIn, areaOf } from '../measures/measure.ts';
import { normLabel, statusMark } from '../measures/words.ts';

interface GapListProps {
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet | undefined;
}

/** How many lines are drawn before somebody asks for the rest. */
const firstShown = 40;

/** "Leemte 3 van 12": the gaps, most persons of 75 and older first; arrows and 'n' and 'p' step through them on the map. */
export function GapList({ analysis, norms }: GapListProps) {
  const text = useText();
  const { t, format, language } = text;
  const zone = useView((view) => view.zone);
  const norm = useView((view) => view.norm);
  const [showsAll, setShowsAll] = useState(false);
  const { gaps } = analysis;
  const at = gaps.findIndex((gap) => gap.norm === norm && gap.zone === zone);

  const step = (by: 1 | -1): void => {
    const next = gaps[at < 0 ? (by > 0 ? 0 : gaps.length - 1) : (at + by + gaps.length) % gaps.length];
    if (next !== undefined) chooseNorm(next.norm, next.zone);
  };
  useStepper(step);

  const nameOf = (gap: Gap): string => analysis.zones.find((one) => one.zone === gap.zone)?.name ?? t('plan.unassigned');
  const shortOf = (gap: Gap): string => {
    const area = areaOf(analysis, gap.zone);
    const answer = area === null ? null : answerIn(area, gap.norm);
    if (answer?.kind === 'amount') return t('gaps.missing', { count: format.amount(gap.missing), unit: unitLabel(answer.need.unit, gap.missing, language) });
    if (answer?.kind === 'distance') return t('gaps.beyond', { count: format.number(gap.missing), distance: format.distance(answer.coverage.withinMetres) });
    return format.number(gap.missing);
  };
  if (gaps.length === 0) return <p>{t('gaps.listEmpty')}</p>;
  const shown = showsAll ? gaps : gaps.slice(0, Math.max(firstShown, at + 1));
  return (
    <section className="panel-section">
      <div className="panel-row panel-spread">
        <h2>{t('gaps.list')}</h2>
        <div className="panel-row gap-steps">
          <IconButton icon="left" label={t('gaps.previous')} onPress={() => step(-1)} />
          <p role="status">{t('gaps.position', { number: at < 0 ? '–' : at + 1, total: gaps.length })}</p>
          <IconButton icon="right" label={t('gaps.next')} onPress={() => step(1)} />
        </div>
      </div>
      <ol className="gap-list">
        {shown.map((gap, place) => (
          <li key={`${gap.norm} ${gap.zone ?? ''}`}>
            <button type="button" className="gap-item" aria-current={place === at} onClick={() => chooseNorm(gap.norm, gap.zone)}>
              <FacilitySymbol category={gap.category} />
              <span className="gap-item-what">
                <strong>{nameOf(gap)}</strong>: {normLabel(text, norms, gap.norm)}{statusMark(gap.status)}
                <span className="soft">{shortOf(gap)}</span>
              </span>
              <span className="gap-item-whom">{t('gaps.affected75', { count: format.count(gap.affected75) })}</span>
            </button>
          </li>
        ))}
      </ol>
      {shown.length < gaps.length && <button type="button" className="text-button" onClick={() => setShowsAll(true)}>{t('gaps.showAll', { count: gaps.length })}</button>}
    </section>
  );
}
