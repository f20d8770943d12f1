import { categories, type NormSet } from '@woonzorgzones/core/model';
import type { ChangedWays, Gap, PlanAnalysis, WayChange } from '@woonzorgzones/core/needs';
import { gapSentence } from '@woonzorgzones/core/report';
import { useText } from '../../../text/i18n.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { ChangeMark } from '../change-mark.tsx';

interface ScenarioResultProps {
  readonly norms: NormSet;
  readonly base: PlanAnalysis;
  readonly analysis: PlanAnalysis;
}

/** What a scenario does, against what it rests on: gaps more or fewer, and for whom a way becomes longer or shorter. */
export function ScenarioResult({ base, analysis, norms }: ScenarioResultProps) {
  const { t, format } = useText();
  const ways = analysis.against?.ways ?? [];
  const whole = ways.filter(({ kind }) => kind === 'municipality');
  const parts = ways.filter(({ kind }) => kind !== 'municipality');
  const count = (value: number) => ({ kind: 'known', value }) as const;
  return (
    <div className="scenario-result" role="status">
      <p>
        <strong>{t('scenario.gaps', { count: format.number(analysis.gaps.length) })}</strong>{' '}
        <ChangeMark now={count(analysis.gaps.length)} base={count(base.gaps.length)} />
        {base.gaps.length === analysis.gaps.length && <span className="soft">{t('scenario.same')}</span>}{' '}
        <span className="soft small">{t('scenario.against', { base: base.provenance.scenario?.name ?? t('scenario.plan') })}</span>
      </p>
      <ChangedGaps title={t('scenario.closedGaps', { count: analysis.against?.gapsClosed.length ?? 0 })} gaps={analysis.against?.gapsClosed ?? []} analysis={base} norms={norms} />
      <ChangedGaps title={t('scenario.openedGaps', { count: analysis.against?.gapsOpened.length ?? 0 })} gaps={analysis.against?.gapsOpened ?? []} analysis={analysis} norms={norms} />
      {whole.length > 0 && <ul className="bullets">{whole.map((way) => <WayLines key={way.category} way={way} name={t('plan.whole')} />)}</ul>}
      {parts.length > 0 && (
        <Disclosure title={t('scenario.perZone')}>
          <ul className="bullets small">
            {parts.map((way) => <WayLines key={`${way.category} ${way.zone ?? ''}`} way={way} name={analysis.zones.find(({ zone }) => zone === way.zone)?.name ?? t('plan.unassigned')} />)}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** Gaps that a scenario takes away or makes, as sentences; nothing where there are none. */
function ChangedGaps({ title, gaps, analysis, norms }: { readonly title: string; readonly gaps: readonly Gap[]; readonly analysis: PlanAnalysis; readonly norms: NormSet }) {
  const { t, language } = useText();
  if (gaps.length === 0) return null;
  return (
    <Disclosure title={title}>
      <ul className="bullets small">
        {gaps.map((gap) => {
          const norm = norms.norms.find(({ id }) => id === gap.norm);
          const name = analysis.zones.find(({ zone }) => zone === gap.zone)?.name ?? t('plan.unassigned');
          // A norm that only the other set knows has no label here.
          return (gap.kind === 'amount' || gap.kind === 'distance') && norm === undefined ? null : <li key={gap.id}>{gapSentence(gap, name, norm, language)}</li>;
        })}
      </ul>
    </Disclosure>
  );
}

function WayLines({ way, name }: { readonly way: WayChange; readonly name: string }) {
  const { t, format, language } = useText();
  const category = categories[way.category][language].toLowerCase();
  const told = (ways: ChangedWays) => ({
    area: name, category, persons: format.number(Math.round(ways.persons)), from75: format.count(ways.from75),
    before: ways.meanMetresBefore === null ? '–' : format.distance(ways.meanMetresBefore), after: ways.meanMetresAfter === null ? '–' : format.distance(ways.meanMetresAfter),
  });
  return (
    <>
      {way.longer.persons > 0 && <li>{t('scenario.longer', told(way.longer))}{way.longer.withoutWay >= 1 && ` ${t('scenario.withoutWay', { persons: format.number(Math.round(way.longer.withoutWay)) })}`}</li>}
      {way.shorter.persons > 0 && <li>{t('scenario.shorter', told(way.shorter))}</li>}
    </>
  );
}
