import type { MunicipalitySummary, PlanSummary } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { useMunicipalities, usePlans } from '../../state/queries.ts';
import { openMunicipality, openPlan, openSitting } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { MethodSteps } from '../frame/method-steps.tsx';
import { Problem } from '../frame/problem.tsx';
import { DivisionDialog } from '../plan/files/division-dialog.tsx';
import { NewPlanDialog } from './new-plan-dialog.tsx';
import { OpenPlanFile } from './open-plan-file.tsx';
import { SmallMap } from './small-map.tsx';
import './start-screen.css';

/** Where everybody comes in: the municipalities with their plans, a new one, and the method in three lines. */
export function StartScreen() {
  const { t } = useText();
  const municipalities = useMunicipalities();
  return (
    <div className="start">
      <header className="start-head">
        <div>
          <h1>{t('start.title')}</h1>
          <p className="soft">{t('start.lead')}</p>
        </div>
        <div className="start-card-acts">
          <OpenPlanFile />
          <Button icon="upload" onPress={() => openSitting(null)}>{t('start.newMunicipality')}</Button>
        </div>
      </header>
      <section className="start-section" aria-labelledby="gemeenten">
        <h2 id="gemeenten">{t('start.municipalities')}</h2>
        {municipalities.isPending && <Waiting>{t('app.loading')}</Waiting>}
        {municipalities.isError && <Problem error={municipalities.error} onRetry={() => void municipalities.refetch()} />}
        {municipalities.data?.length === 0 && <p>{t('start.none')}</p>}
        {municipalities.data?.map((municipality) => <MunicipalityCard key={municipality.hash} municipality={municipality} />)}
      </section>
      <section className="start-section" aria-labelledby="methode">
        <h2 id="methode">{t('method.title')}</h2>
        <MethodSteps />
        <p className="soft start-advice">{t('method.advises')}</p>
      </section>
    </div>
  );
}

function MunicipalityCard({ municipality }: { readonly municipality: MunicipalitySummary }) {
  const { t, format } = useText();
  const [planning, setPlanning] = useState(false);
  const [bringing, setBringing] = useState(false);
  const plans = usePlans();
  const own = (plans.data ?? []).filter(({ dataset }) => dataset === municipality.hash);
  const { name, hash, fictitious, inhabitants, year } = municipality;
  const [first] = own;
  return (
    <article className="start-card">
      <div className="start-card-head">
        <div>
          <h3>{name} {fictitious && <span className="fictitious-mark">{t('app.fictitiousMark')}</span>}</h3>
          <p className="soft">{t('start.inhabitants', { count: inhabitants, year })} · {t('start.imported', { date: format.date(municipality.importedAt) })}</p>
        </div>
        <div className="start-card-acts">
          <Button look="accent" onPress={() => (first === undefined ? openMunicipality(hash, 'gegevens') : openPlan(first.id, hash, 'afbakenen'))}>{t('start.openSample', { name })}</Button>
          <Button icon="table" onPress={() => openMunicipality(hash, 'gegevens')}>{t('start.openData')}</Button>
          <Button icon="plus" onPress={() => setPlanning(true)}>{t('start.newPlan')}</Button>
          <Button icon="upload" onPress={() => setBringing(true)}>{t('planFiles.fromFile')}</Button>
        </div>
      </div>
      {own.length === 0 && !plans.isPending && <p className="soft">{t('start.noPlans')}</p>}
      <ul className="start-plans" aria-label={t('start.plans')}>
        {own.map((plan) => <PlanCard key={plan.id} plan={plan} />)}
      </ul>
      {bringing && <DivisionDialog plan={null} dataset={hash} onClose={() => setBringing(false)} />}
      {planning && <NewPlanDialog dataset={hash} onClose={() => setPlanning(false)} />}
    </article>
  );
}

function PlanCard({ plan }: { readonly plan: PlanSummary }) {
  const { t, format } = useText();
  return (
    <li className="start-plan">
      <SmallMap plan={plan.id} label={t('start.zonesMap', { name: plan.name })} />
      <div className="start-plan-words">
        <Button look="quiet" onPress={() => openPlan(plan.id, plan.dataset, 'afbakenen')}>{plan.name}</Button>
        {plan.origin !== undefined && <p className="soft small">{t('keep.origin', { name: plan.origin.name, version: plan.origin.version })}</p>}
        <p className="soft small">{t('start.planFacts', { zones: plan.zones, version: plan.version, date: format.date(plan.updatedAt) })}</p>
      </div>
    </li>
  );
}
