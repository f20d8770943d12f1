import { scenarioSentence } from '@woonzorgzones/core/report';
import { showReachPage } from '../../state/reach.ts';
import { openDoor, openGapPage, useView } from '../../state/view.ts';
import type { GapPage } from '../../state/address.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { useChosen } from '../frame/chosen.ts';
import { Problem } from '../frame/problem.tsx';
import { GapList } from './gap-list.tsx';
import { GapMatrix } from './matrix/gap-matrix.tsx';
import { NormsPage } from './norms/norms-page.tsx';
import { ProposalsPage } from './proposals/proposals-page.tsx';
import { ReachPanel } from './reach/reach-panel.tsx';
import { ScenarioBar } from './scenario/scenario-bar.tsx';
import { KernSheetPage } from './sheets/kern-sheet.tsx';
import { ZoneSheet } from './sheets/zone-sheet.tsx';
import { useAskedAnalysis, useShownAnalysis } from './shown-analysis.ts';
import './analyse-panel.css';

/** Leemten: what zones lack, what could be done about it, and who gets where. */
export function AnalysePanel() {
  const { t } = useText();
  const { plan } = useChosen();
  const isReach = useView((view) => view.gapPage === 'bereik');
  const name = plan.data?.plan.name;
  return (
    <>
      <h1 className="panel-title">{isReach ? t('reach.title') : name === undefined ? t('doors.leemten') : t('gaps.title', { name })}</h1>
      <AnalyseTabs />
      {isReach ? <ReachPanel /> : <GapPanel />}
    </>
  );
}

const tabs = ['matrix', 'leemten', 'voorstellen', 'normen'] as const satisfies readonly GapPage[];

function AnalyseTabs() {
  const { t } = useText();
  const page = useView((view) => view.gapPage);
  const reach = useView((view) => view.reach.page);
  return (
    <nav className="gap-tabs" aria-label={t('doors.leemten')}>
      {tabs.map((one) => (
        <button key={one} type="button" className="gap-tab" aria-current={page === one ? 'page' : undefined} onClick={() => openGapPage(one)}>{t(`gaps.pages.${one}`)}</button>
      ))}
      <button type="button" className="gap-tab" aria-current={page === 'bereik' ? 'page' : undefined} onClick={() => showReachPage(reach)}>{t('reach.toReach')}</button>
    </nav>
  );
}

/** The page of Leemten that is open, on the figures of the plan or of what is tried out beside it. */
function GapPanel() {
  const { t, format, language } = useText();
  const { planId, plan } = useChosen();
  const page = useView((view) => view.gapPage);
  const shown = useShownAnalysis();
  useAskedAnalysis();
  if (planId === null) {
    return (
      <>
        <p>{t('gaps.none')}</p>
        <Button look="accent" onPress={() => openDoor('start')}>{t('data.toStart')}</Button>
      </>
    );
  }
  if (plan.isError) return <Problem error={plan.error} onRetry={() => void plan.refetch()} />;
  if (shown.error !== null) return <Problem error={shown.error} onRetry={shown.retry} />;
  if (plan.data === undefined) return <Waiting>{t('app.loading')}</Waiting>;
  const { analysis, base, norms } = shown;
  const bar = <ScenarioBar plan={plan.data} base={base} analysis={analysis} norms={norms} />;
  if (analysis === null || norms === undefined) {
    return (
      <>
        {bar}
        {shown.problem !== null && <Notice tone="bad"><p>{shown.problem.code === 'unknown-scenario' || shown.problem.code === 'scenario-circular' ? t(`scenario.problems.${shown.problem.code}`) : scenarioSentence(shown.problem, language)}</p></Notice>}
        {shown.problem === null && <Waiting>{t('app.loading')}</Waiting>}
      </>
    );
  }
  if (analysis.zones.length === 0) {
    return (
      <>
        <p>{t('plan.empty')}</p>
        <Button look="accent" onPress={() => openDoor('afbakenen')}>{t('gaps.toPlan')}</Button>
      </>
    );
  }
  const { distances, normSet, referenceYear } = analysis.provenance;
  return (
    <>
      {bar}
      {shown.isLost && <Notice tone="bad"><p>{t('scenario.lost')}</p></Notice>}
      {shown.isBusy && base === null && <Waiting>{t('scenario.reckoning')}</Waiting>}
      {page === 'matrix' && <GapMatrix analysis={analysis} base={base} norms={norms} />}
      {page === 'leemten' && <GapList analysis={analysis} norms={norms} />}
      {page === 'normen' && <NormsPage plan={plan.data} set={norms} analysis={analysis} />}
      {page === 'voorstellen' && <ProposalsPage plan={plan.data} />}
      {page === 'zone' && <ZoneSheet analysis={analysis} base={base} norms={norms} />}
      {page === 'kern' && <KernSheetPage analysis={analysis} />}
      <footer className="small soft gap-foot">
        <p>{t('gaps.basis', { norms: normSet.name, version: normSet.version, year: referenceYear })}</p>
        <Notice tone="info">
          <p>{t('gaps.unconfirmedHelp')}</p>
          {distances.method === 'straight-line' && <p>{t('gaps.straightHelp', { factor: format.number(distances.detourFactor, 2) })}</p>}
        </Notice>
      </footer>
    </>
  );
}
