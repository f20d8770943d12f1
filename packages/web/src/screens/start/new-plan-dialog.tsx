import { useMutation } from '@tanstack/react-query';
import type { AcceptedJob, FinerBlocks, PlanReply } from '@woonzorgzones/api/schemas';
import type { Delineation } from '@woonzorgzones/core/zoning';
import { useState } from 'react';
import { cancelJob, jobResult, useJob } from '../../state/jobs.ts';
import { planChanged, useMunicipality, useNormSets, usePlans } from '../../state/queries.ts';
import { post } from '../../state/request.ts';
import { openPlan } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Select, TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JobProgress } from '../frame/job-progress.tsx';
import { Problem } from '../frame/problem.tsx';

const longestName = 120;

/** A plan from the engine's proposal, from nothing, or from an existing division; the engine shows how far it is and can be stopped. */
export function NewPlanDialog({ dataset: given, onClose }: { readonly dataset: string; readonly onClose: () => void }) {
  const { t } = useText();
  const municipality = useMunicipality(given).data;
  const plans = usePlans().data ?? [];
  const [name, setName] = useState<string | null>(null);
  const [from, setFrom] = useState('engine');
  const normSets = useNormSets().data ?? [];
  const [normSet, setNormSet] = useState<string | null>(null);
  const [finer, setFiner] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const running = useJob(job);
  const wanted = (name ?? t('newPlan.defaultName', { number: plans.filter((plan) => plan.dataset === given).length + 1 }));

  const making = useMutation({
    mutationFn: async (): Promise<PlanReply | null> => {
      const { hash } = finer ? await post<FinerBlocks>(`/municipalities/${given}/finer-blocks`, {}) : { hash: given };
      const about = { dataset: hash, name: wanted.trim(), ...(normSet === null ? {} : { normSet }) };
      if (from !== 'engine') return post<PlanReply>('/plans', { ...about, from });
      const { job: started } = await post<AcceptedJob>(`/municipalities/${hash}/delineations`, { settings: {} });
      setJob(started);
      const proposal = await jobResult<Delineation>(started);
      if (proposal === null) return null;
      const plan = await post<PlanReply>('/plans', { ...about, from: 'empty' });
      const zones = proposal.zones.map(({ id, name: zoneName }) => ({ id, name: zoneName }));
      return post<PlanReply>(`/plans/${plan.id}/edits`, {
        version: plan.version,
        edits: [{ kind: 'adopt-zones', zones, zoneOfBlock: proposal.zoneOfBlock }, { kind: 'choose-delineation', settings: proposal.settings }],
      });
    },
    onSuccess: (plan) => {
      if (plan === null) return;
      planChanged(plan);
      onClose();
      openPlan(plan.id, plan.plan.dataset, 'afbakenen');
    },
  });

  const options = [
    { id: 'engine', name: t('newPlan.engine') },
    { id: 'empty', name: t('newPlan.empty') },
    ...(municipality?.divisions ?? []).map((division) => ({ id: `division:${division.id}`, name: t('newPlan.division', { name: division.name }) })),
  ];
  const close = (): void => {
    if (making.isPending && job !== null) void cancelJob(job);
    onClose();
  };
  return (
    <Dialog title={t('newPlan.title')} isOpen onClose={close} closeLabel={t('app.close')}>
      <TextField label={t('newPlan.name')} value={wanted} onChange={setName} maxLength={longestName} problem={wanted.trim() === '' ? t('plan.nameEmpty') : null} />
      <Checkbox isSelected={finer} onChange={setFiner}>{t('newPlan.finer')}</Checkbox>
      <Select label={t('newPlan.from')} value={from} options={options} onChange={setFrom} />
      {normSets.length > 1 && (
        <Select label={t('newPlan.norms')} value={normSet} placeholder={t('newPlan.normsDefault')} options={normSets.map(({ id, name: title }) => ({ id, name: title }))} onChange={setNormSet} />
      )}
      {making.isPending && running.data !== undefined && job !== null && <JobProgress job={running.data} label={t('newPlan.working')} onCancel={() => void cancelJob(job)} />}
      {making.isSuccess && making.data === null && <Notice tone="info">{t('newPlan.cancelled')}</Notice>}
      {making.isError && <Problem error={making.error} />}
      <div className="dialog-actions">
        <Button onPress={close}>{t('app.cancel')}</Button>
        <Button look="accent" isDisabled={making.isPending || wanted.trim() === ''} onPress={() => making.mutate()}>{t('newPlan.make')}</Button>
      </div>
    </Dialog>
  );
}
