import { useAnalysis, useNormSet } from '../../state/queries.ts';
import { showReach, useReach } from '../../state/reach.ts';
import { openDoor, setPanel, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { useChosen } from '../frame/chosen.ts';
import { Problem } from '../frame/problem.tsx';
import { GapList } from './gap-list.tsx';
import { GapMatrix } from './gap-matrix.tsx';
import { ReachPanel } from './reach/reach-panel.tsx';
import './analyse-panel.css';

/** Leemten: what zones lack, and who gets where. */
export function AnalysePanel() {
  const isReach = useReach((view) => view.isOpen);
  return (
    <>
      <AnalyseTabs />
      {isReach ? <ReachPanel /> : <GapPanel />}
    </>
  );
}

function AnalyseTabs() {
  const { t } = useText();
  const isReach = useReach((view) => view.isOpen);
  const open = (asked: boolean): void => {
    showReach(asked);
    setPanel(asked ? 'normal' : 'wide');
  };
  return (
    <div className="analyse-tabs" role="group" aria-label={t('doors.leemten')}>
      <Button look={isReach ? 'quiet' : 'accent'} onPress={() => open(false)}>{t('reach.toGaps')}</Button>
      <Button look={isReach ? 'accent' : 'quiet'} onPress={() => open(true)}>{t('reach.toReach')}</Button>
    </div>
  );
}

/** Zones against what they need, the gaps in order of whom they touch, and how each figure came about. */
function GapPanel() {
  const { t, format } = useText();
  const { planId, plan } = useChosen();
  const analysis = useAnalysis(planId);
  const norms = useNormSet(plan.data?.plan.normSet ?? null).data;
  const isWide = useView((view) => view.panel) === 'wide';
  if (planId === null) {
    return (
      <>
        <h1 className="panel-title">{t('doors.leemten')}</h1>
        <p>{t('gaps.none')}</p>
        <Button look="accent" onPress={() => openDoor('start')}>{t('data.toStart')}</Button>
      </>
    );
  }
  if (plan.isError) return <Problem error={plan.error} onRetry={() => void plan.refetch()} />;
  if (analysis.isError) return <Problem error={analysis.error} onRetry={() => void analysis.refetch()} />;
  if (plan.data === undefined || analysis.data === undefined) return <Waiting>{t('app.loading')}</Waiting>;
  const { data } = analysis;
  if (data.zones.length === 0) {
    return (
      <>
        <h1 className="panel-title">{t('gaps.title', { name: plan.data.plan.name })}</h1>
        <p>{t('plan.empty')}</p>
        <Button look="accent" onPress={() => openDoor('afbakenen')}>{t('gaps.toPlan')}</Button>
      </>
    );
  }
  const { distances, normSet } = data.provenance;
  return (
    <>
      <h1 className="panel-title">{t('gaps.title', { name: plan.data.plan.name })}</h1>
      <p className="soft small">{t('gaps.basis', { norms: normSet.name, version: normSet.version, year: data.provenance.referenceYear })}</p>
      {isWide && <GapMatrix analysis={data} norms={norms} />}
      <GapList analysis={data} norms={norms} opensDerivation={!isWide} />
      <section className="panel-section small">
        <Notice tone="info">
          <p>{t('gaps.unconfirmedHelp')}</p>
          {distances.method === 'straight-line' && <p>{t('gaps.straightHelp', { factor: format.number(distances.detourFactor, 2) })}</p>}
        </Notice>
      </section>
    </>
  );
}
