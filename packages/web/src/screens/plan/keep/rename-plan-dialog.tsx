import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields.tsx';

/** Another name for the plan: a step like any other. */
export function RenamePlanDialog({ plan, onClose }: { readonly plan: PlanReply; readonly onClose: () => void }) {
  const { t } = useText();
  const [name, setName] = useState(plan.plan.name);
  const isEmpty = name.trim() === '';
  const rename = (): void => {
    writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'rename-plan', name: name.trim() }] });
    onClose();
  };
  return (
    <Dialog title={t('keep.renameTitle')} isOpen onClose={onClose} closeLabel={t('app.close')}>
      <TextField label={t('newPlan.name')} value={name} onChange={setName} maxLength={120} problem={isEmpty ? t('plan.nameEmpty') : null} autoFocus />
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button look="accent" isDisabled={isEmpty} onPress={rename}>{t('keep.rename')}</Button>
      </div>
    </Dialog>
  );
}
