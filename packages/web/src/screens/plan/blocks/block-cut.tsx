import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { middleCut } from './middle-cut.ts';

/** Cuts a block through its middle without a line drawn on the map: into north and south, or west and east. */
export function BlockCut({ plan, block }: { readonly plan: PlanReply; readonly block: BlockLayer['features'][number] }) {
  const { t } = useText();
  const [isMissed, setMissed] = useState(false);
  const cut = (into: Parameters<typeof middleCut>[1]): void => {
    const edit = middleCut(block, into);
    setMissed(edit === null);
    if (edit !== null) writeToPlan(plan.id, { kind: 'edits', edits: [edit] });
  };
  return (
    <>
      <div className="panel-row">
        <Button look="quiet" onPress={() => cut('north-south')}>{t('blocks.cutNorth')}</Button>
        <Button look="quiet" onPress={() => cut('west-east')}>{t('blocks.cutEast')}</Button>
      </div>
      <div role="status">{isMissed && <Notice tone="info">{t('blocks.cutMissed')}</Notice>}</div>
    </>
  );
}
