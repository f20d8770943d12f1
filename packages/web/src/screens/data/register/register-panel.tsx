import { useMemo, useState } from 'react';
import { useRegister } from '../../../state/queries.ts';
import { startPlacing, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { Problem } from '../../frame/problem.tsx';
import { passesFilter, useShownFacilities } from '../../frame/shown-facilities.ts';
import { HistoryBar } from '../../plan/history-bar.tsx';
import { Refusal } from '../../plan/refusal.tsx';
import { NewPlanDialog } from '../../start/new-plan-dialog.tsx';
import { AddFacility } from './add-facility.tsx';
import { Duplicates } from './duplicate-list.tsx';
import { FacilityCard } from './facility-card.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterTable } from './register-table.tsx';
import { WaitingList } from './waiting-list.tsx';
import './register.css';

/** The register of facilities: first what asks for a person, then everything, in a table that shows what the map shows. */
export function RegisterPanel({ hash }: { readonly hash: string }) {
  const { t } = useText();
  const { planId, plan } = useChosen();
  const register = useRegister(planId);
  const facilities = useShownFacilities();
  const filter = useView((view) => view.registerFilter);
  const chosenId = useView((view) => view.facility);
  const isAdding = useView(({ placing }) => placing?.kind === 'new');
  const [planning, setPlanning] = useState(false);
  const zones = useMemo(() => plan.data?.plan.zones ?? [], [plan.data]);
  const zoneNames = useMemo(() => (planId === null ? null : new Map(zones.map(({ id, name }) => [id, name]))), [planId, zones]);
  const shown = useMemo(() => facilities?.filter((facility) => passesFilter(filter, facility)) ?? [], [facilities, filter]);
  if (register.isError) return <Problem error={register.error} onRetry={() => void register.refetch()} />;
  if (facilities === null) return <Waiting>{t('app.loading')}</Waiting>;
  const chosen = facilities.find(({ id }) => id === chosenId);
  return (
    <>
      {plan.data === undefined
        ? <Notice tone="info" actions={<Button icon="plus" onPress={() => setPlanning(true)}>{t('register.makePlan')}</Button>}>{t('register.needsPlan')}</Notice>
        : (
          <>
            <HistoryBar plan={plan.data} />
            <Refusal />
            <p className="soft small">{t('register.lead')}</p>
          </>
        )}
      {planning && <NewPlanDialog dataset={hash} onClose={() => setPlanning(false)} />}
      {planId !== null && register.data !== undefined && <WaitingList plan={planId} municipality={hash} waiting={register.data.waiting} />}
      {planId !== null && register.data !== undefined && <Duplicates plan={planId} pairs={register.data.duplicates} facilities={facilities} />}
      {planId !== null && isAdding && <AddFacility plan={planId} municipality={hash} />}
      {chosen !== undefined && !isAdding && (
        <FacilityCard key={chosen.id} plan={planId} municipality={hash} facility={chosen} zoneName={chosen.zone === null ? null : (zoneNames?.get(chosen.zone) ?? null)} />
      )}
      <section className="panel-section">
        <div className="panel-row panel-spread">
          <p role="status">{t('register.shown', { shown: shown.length, all: facilities.length })}</p>
          {planId !== null && !isAdding && <Button icon="plus" look="accent" onPress={() => startPlacing({ kind: 'new' })}>{t('register.add')}</Button>}
        </div>
        <RegisterFilters facilities={facilities} zones={zones} />
        <RegisterTable facilities={shown} zoneNames={zoneNames} whenEmpty={t(facilities.length === 0 ? 'register.emptyAll' : 'register.empty')} />
      </section>
    </>
  );
}
