import { useMutation } from '@tanstack/react-query';
import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { planChanged } from '../../../state/queries.ts';
import { post } from '../../../state/request.ts';
import { openPlan } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Problem } from '../../frame/problem.tsx';

interface CopyDialogProps {
  readonly plan: PlanReply;
  /** The version up to which the copy takes the log over. */
  readonly version: number;
  readonly onClose: () => void;
}

/** A copy of the plan under a name of its own, with its log: to try something out beside it. */
export function CopyDialog({ plan, version, onClose }: CopyDialogProps) {
  const { t } = useText();
  const [name, setName] = useState(t('keep.copyName', { name: plan.plan.name }));
  const copying = useMutation({
    mutationFn: () => post<PlanReply>(`/plans/${plan.id}/copies`, { name: name.trim(), version }),
    onSuccess: (copy) => {
      planChanged(copy);
      onClose();
      openPlan(copy.id, copy.plan.dataset, 'afbakenen');
    },
  });
  const isEmpty = name.trim() === '';
  return (
    <Dialog title={t('keep.copyTitle', { name: plan.plan.name })} isOpen onClose={onClose} closeLabel={t('app.close')}>
      <p>{t('keep.copyBody', { version })}</p>
      <TextField label={t('newPlan.name')} value={name} onChange={setName} maxLength={120} problem={isEmpty ? t('plan.nameEmpty') : null} autoFocus />
      {copying.isError && <Problem error={copying.error} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button look="accent" isDisabled={isEmpty || copying.isPending} onPress={() => copying.mutate()}>{t('keep.copyMake')}</Button>
      </div>
    </Dialog>
  );
}
