import type { PlanReply } from '@woonzorgzones/api/schemas';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';

/** Undo and redo, each naming what it would do; where zones are drawn, also a new plan. */
export function HistoryBar({ plan, onNewPlan }: { readonly plan: PlanReply; readonly onNewPlan?: () => void }) {
  const { t, language } = useText();
  return (
    <div className="history-bar">
      <IconButton icon="undo" label={plan.undoLabel?.[language] ?? t('plan.undo')} isDisabled={!plan.canUndo} onPress={() => writeToPlan(plan.id, { kind: 'undo' })} />
      <IconButton icon="redo" label={plan.redoLabel?.[language] ?? t('plan.redo')} isDisabled={!plan.canRedo} onPress={() => writeToPlan(plan.id, { kind: 'redo' })} />
      <p className="history-last soft small">{plan.undoLabel?.[language] ?? ''}</p>
      {onNewPlan !== undefined && <Button icon="plus" onPress={onNewPlan}>{t('plan.newPlan')}</Button>}
    </div>
  );
}
