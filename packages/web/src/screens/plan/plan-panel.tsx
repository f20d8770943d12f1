import { planSentences } from '@woonzorgzones/core/report';
import { settingsOfPlan } from '@woonzorgzones/core/zoning';
import { lazy, Suspense, useState } from 'react';
import { useAnalysis, useCriteria } from '../../state/queries.ts';
import { chooseZone, openDoor, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { useChosen } from '../frame/chosen.ts';
import { useStepper } from '../frame/keys.ts';
import { Problem } from '../frame/problem.tsx';
import { BlockMove } from './block-move.tsx';
import { contentOf } from './draw/use-table.ts';
import { DeviationBar } from './find/deviation-bar.tsx';
import { PlanFileSection } from './files/plan-file-section.tsx';
import { HistoryBar } from './history-bar.tsx';
import { KernList } from './kern-list.tsx';
import { Origin } from './keep/origin.tsx';
import { Refusal } from './refusal.tsx';
import { ZoneDetail } from './zone-detail.tsx';
import { ZoneTable } from './zone-table.tsx';
import './plan-panel.css';

/** What witnesses say, and what lies beside the plan, is not needed to draw. */
const Compare = lazy(async () => ({ default: (await import('./compare/compare.tsx')).Compare }));
const RemarkSection = lazy(async () => ({ default: (await import('./remarks/remark-section.tsx')).RemarkSection }));
const BlockSection = lazy(async () => ({ default: (await import('./blocks/block-section.tsx')).BlockSection }));
const ProposeDialog = lazy(async () => ({ default: (await import('./propose-dialog.tsx')).ProposeDialog }));
const NewPlanDialog = lazy(async () => ({ default: (await import('../start/new-plan-dialog.tsx')).NewPlanDialog }));

/** Afbakenen: the zones of the plan, the chosen one in full, and what can be done to it. */
export function PlanPanel() {
  const { t, language } = useText();
  const { planId, plan, hash, municipality } = useChosen();
  const analysis = useAnalysis(planId);
  const criteria = useCriteria(planId);
  const zoneId = useView((view) => view.zone);
  const [planning, setPlanning] = useState(false);
  const [proposing, setProposing] = useState(false);
  const zones = plan.data?.plan.zones ?? [];
  const chosen = zones.find(({ id }) => id === zoneId);

  const step = (by: 1 | -1): void => {
    const at = zones.findIndex(({ id }) => id === useView.getState().zone);
    const next = zones.at((at + by + (at < 0 && by < 0 ? 1 : 0)) % Math.max(1, zones.length));
    if (next !== undefined) chooseZone(next.id);
  };
  useStepper(step);

  const newPlan = hash !== null && planning && <Suspense><NewPlanDialog dataset={hash} onClose={() => setPlanning(false)} /></Suspense>;
  if (planId === null) {
    return (
      <>
        <h1 className="panel-title">{t('doors.afbakenen')}</h1>
        <p>{t(hash === null ? 'data.choose' : 'plan.none')}</p>
        <div className="panel-row">
          {hash !== null && <Button look="accent" icon="plus" onPress={() => setPlanning(true)}>{t('plan.newPlan')}</Button>}
          <Button onPress={() => openDoor('start')}>{t('data.toStart')}</Button>
        </div>
        {newPlan}
      </>
    );
  }
  if (plan.isError) return <Problem error={plan.error} onRetry={() => void plan.refetch()} />;
  if (plan.data === undefined || hash === null) return <Waiting>{t('app.loading')}</Waiting>;
  return (
    <>
      <h1 className="panel-title">{t('plan.title', { name: plan.data.plan.name })}</h1>
      {plan.data.origin !== undefined && <Origin origin={plan.data.origin} dataset={hash} />}
      <p className="phone-only soft">{t('app.phone')}</p>
      <HistoryBar plan={plan.data} onNewPlan={() => setPlanning(true)} />
      <div className="panel-row"><Button icon="zones" onPress={() => setProposing(true)}>{t('propose.open')}</Button></div>
      <Refusal />
      <BlockMove plan={plan.data} municipality={hash} />
      {analysis.isError && <Problem error={analysis.error} onRetry={() => void analysis.refetch()} />}
      {analysis.data === undefined && !analysis.isError && <Waiting>{t('app.loading')}</Waiting>}
      {criteria.data !== undefined && <p>{planSentences(criteria.data, language).join(' ')}</p>}
      <DeviationBar plan={plan.data} />
      {analysis.data !== undefined && <ZoneTable analysis={analysis.data} plan={plan.data} />}
      {analysis.data !== undefined && chosen !== undefined && <ZoneDetail key={chosen.id} analysis={analysis.data} zone={chosen} plan={plan.data} municipality={hash} />}
      {analysis.data !== undefined && chosen === undefined && zones.length > 0 && <p className="soft">{t('plan.choose')}</p>}
      {chosen === undefined && <KernList plan={plan.data} zone={null} />}
      <Suspense><BlockSection plan={plan.data} municipality={hash} /></Suspense>
      <Suspense><RemarkSection plan={plan.data} /></Suspense>
      <PlanFileSection plan={planId} dataset={hash} />
      <Suspense><Compare plan={planId} municipality={hash} /></Suspense>
      {proposing && municipality.data !== undefined && (
        <Suspense><ProposeDialog plan={plan.data} municipality={hash} standing={settingsOfPlan(municipality.data, contentOf(plan.data))} onClose={() => setProposing(false)} /></Suspense>
      )}
      {newPlan}
    </>
  );
}
