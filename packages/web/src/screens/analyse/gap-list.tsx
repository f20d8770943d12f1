import { categories, type CategoryGroup, type NormSet } from '@woonzorgzones/core/model';
import type { Gap, PlanAnalysis } from '@woonzorgzones/core/needs';
import { functionLabel, gapSentence, livingFormLabel, unitLabel } from '@woonzorgzones/core/report';
import { useEffect, useRef, useState } from 'react';
import { chooseNorm, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStepper } from '../frame/keys.ts';
import { FacilitySymbol } from '../frame/facility-symbol.tsx';
import { GroupChips, groupsAtFirst } from '../measures/group-chips.tsx';
import { areaOf, gapAnswerIn } from '../measures/measure.ts';
import { normLabel, statusMark } from '../measures/words.ts';
import { DerivationCard } from './derivation-card.tsx';
import { FunctionWorking } from './function-working.tsx';
import { useBehindGap } from './shown-analysis.ts';

interface GapListProps {
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet;
}

const groupOf = ({ category }: Gap): CategoryGroup => categories[category].group;

/** How many lines are drawn before somebody asks for the rest. */
const firstShown = 40;

/** "Leemte 3 van 12": the gaps, most persons of 75 and older first; arrows and 'n' and 'p' step through them on the map. */
export function GapList({ analysis, norms }: GapListProps) {
  const { t } = useText();
  const zone = useView((view) => view.zone);
  const norm = useView((view) => view.norm);
  const [showsAll, setShowsAll] = useState(false);
  const [asked, setAsked] = useState<ReadonlySet<CategoryGroup>>(groupsAtFirst);
  const groups = new Set(analysis.gaps.map(groupOf));
  const open = analysis.gaps.find((gap) => gap.norm === norm && gap.zone === zone);
  const shownGroups = new Set([...asked, ...(open === undefined ? [] : [groupOf(open)])]);
  const gaps = analysis.gaps.filter((gap) => shownGroups.has(groupOf(gap)));
  const at = gaps.findIndex((gap) => gap.norm === norm && gap.zone === zone);

  const step = (by: 1 | -1): void => {
    const next = gaps[at < 0 ? (by > 0 ? 0 : gaps.length - 1) : (at + by + gaps.length) % gaps.length];
    if (next !== undefined) chooseNorm(next.norm, next.zone);
  };
  useStepper(step);

  if (analysis.gaps.length === 0) return <p>{t('gaps.listEmpty')}</p>;
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
      <GroupChips groups={groups} shown={shownGroups} onShow={setAsked} />
      <ol className="gap-list">
        {shown.map((gap, place) => (
          <GapItem key={`${gap.norm} ${gap.zone ?? ''}`} analysis={analysis} norms={norms} gap={gap} isChosen={place === at} />
        ))}
      </ol>
      {shown.length < gaps.length && <button type="button" className="text-button" onClick={() => setShowsAll(true)}>{t('gaps.showAll', { count: gaps.length })}</button>}
    </section>
  );
}

interface GapItemProps extends GapListProps {
  readonly gap: Gap;
  readonly isChosen: boolean;
}

function GapItem({ analysis, norms, gap, isChosen }: GapItemProps) {
  const text = useText();
  const { t, format, language } = text;
  const item = useRef<HTMLLIElement>(null);
  const behind = useBehindGap();
  useEffect(() => {
    const line = item.current;
    if (line === null || !isChosen) return;
    const isTall = line.offsetHeight > (line.closest('.panel-body')?.clientHeight ?? 0) - 64;
    line.scrollIntoView({ block: isTall ? 'start' : 'nearest' });
  }, [isChosen]);

  const area = areaOf(analysis, gap.zone);
  const answer = area === null ? null : gapAnswerIn(area, gap.norm);
  const name = analysis.zones.find((one) => one.zone === gap.zone)?.name ?? t('plan.unassigned');
  const short = answer?.kind === 'amount'
    ? t('gaps.missing', { count: format.amount(gap.missing), unit: unitLabel(answer.need.unit, gap.missing, language) })
    : answer?.kind === 'distance' ? t('gaps.beyond', { count: format.number(gap.missing), distance: format.distance(answer.coverage.withinMetres) })
      : gap.kind === 'housing' ? t('gaps.missing', { count: format.amount(gap.missing), unit: unitLabel('woningen', gap.missing, language) }) : t('gaps.noneHere');
  return (
    <li ref={item} data-open={isChosen}>
      <button type="button" className="gap-item" aria-current={isChosen} aria-expanded={isChosen} onClick={() => chooseNorm(isChosen ? null : gap.norm, gap.zone)}>
        <FacilitySymbol category={gap.category} />
        <span className="gap-item-what">
          <strong>{name}</strong>: {gapSubject(text, gap, norms)}{statusMark(gap.status)}
          <span className="soft">{short}</span>
        </span>
        <span className="gap-item-whom">{t('gaps.affected75', { count: format.count(gap.affected75) })}<span className="soft small">{t('gaps.affected80', { count: format.count(gap.affected80) })}</span></span>
      </button>
      {isChosen && (
        <div className="gap-opened">
          <p>{gapSentence(gap, name, norms.norms.find(({ id }) => id === gap.norm), language)}</p>
          {gap.band !== null && gap.band.low < gap.band.high && <p className="soft small">{t('gaps.band', { low: format.amount(gap.band.low), high: format.amount(gap.band.high) })}</p>}
          {behind !== null && <p className="small" role="status">{t('gaps.behind', { count: behind.length })}</p>}
          {gap.kind === 'function' && gap.function !== null && area !== null ? <FunctionWorking analysis={analysis} area={area} role={gap.function} /> : <DerivationCard analysis={analysis} norms={norms} />}
        </div>
      )}
    </li>
  );
}

/** What is missing: a kind of facility by its norm, a function, or a form of living. */
function gapSubject(text: ReturnType<typeof useText>, gap: Gap, norms: NormSet): string {
  if (gap.kind === 'function' && gap.function !== null) return functionLabel(gap.function, text.language);
  if (gap.kind === 'housing' && gap.form !== null) return livingFormLabel(gap.form, text.language);
  return normLabel(text, norms, gap.norm);
}
