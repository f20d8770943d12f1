import type { PlanReply } from '@woonzorgzones/api/schemas';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';

/** Makes the parts of a cut block one again, where this block is such a part. */
export function BlockJoin({ plan, block }: { readonly plan: PlanReply; readonly block: string }) {
  const { t } = useText();
  const whole = block.slice(0, block.lastIndexOf('/'));
  if (plan.plan.splits?.some((split) => split.block === whole) !== true) return null;
  return <Button icon="merge" onPress={() => writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'join-block', block: whole }] })}>{t('draw.join')}</Button>;
}
