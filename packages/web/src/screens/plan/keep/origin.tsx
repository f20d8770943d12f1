import type { PlanReply } from '@woonzorgzones/api/schemas';
import { openPlan } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';

/** Which plan this one was copied from, and the way to it. */
export function Origin({ origin: { plan, name, version }, dataset }: { readonly origin: NonNullable<PlanReply['origin']>; readonly dataset: string }) {
  const { t } = useText();
  return <p className="small"><Button look="quiet" icon="copy" onPress={() => openPlan(plan, dataset, 'afbakenen')}>{t('keep.origin', { name, version })}</Button></p>;
}
