import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';
import type { ZoneLocks } from '@woonzorgzones/core/model';
import { settingsOfPlan } from '@woonzorgzones/core/zoning';
import { create } from 'zustand';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useMunicipality } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import { contentOf } from './draw/use-table.ts';
import { lockEdit } from './lock-edit.ts';

type Block = BlockLayer['features'][number]['properties'];

/** The block that waits for another to be tied to or parted from. */
const useFirst = create<{ readonly block: Pick<Block, 'id' | 'name'> | null }>()(() => ({ block: null }));

/** What a new proposal must respect about a block: that it stays in its zone, shares one with another, or does not. */
export function BlockLocks({ plan, municipality, block }: { readonly plan: PlanReply; readonly municipality: string; readonly block: Block }) {
  const { t } = useText();
  const first = useFirst((pair) => pair.block);
  const town = useMunicipality(municipality).data;
  if (town === undefined) return null;
  const content = contentOf(plan);
  const { blocks, together, apart } = settingsOfPlan(town, content).locks;
  const keepLocks = (change: Partial<ZoneLocks>): void => writeToPlan(plan.id, { kind: 'edits', edits: [lockEdit(town, content, change)] });
  const hold = (held: boolean): void => keepLocks({ blocks: held ? [...blocks, block.id].sort() : blocks.filter((id) => id !== block.id) });
  const isPairOf = ([one, other]: readonly [string, string]): boolean => one === block.id || other === block.id;
  const pairs = [...together, ...apart].filter(isPairOf).length;
  const add = (kind: 'together' | 'apart'): void => {
    if (first === null) return;
    const pair: readonly [string, string] = first.id < block.id ? [first.id, block.id] : [block.id, first.id];
    keepLocks({ [kind]: [...(kind === 'together' ? together : apart), pair] });
    useFirst.setState({ block: null });
  };
  return (
    <>
      {plan.plan.zoneOfBlock[block.id] !== undefined && <Checkbox isSelected={blocks.includes(block.id)} onChange={hold}>{t('plan.blockHold')}</Checkbox>}
      <div className="panel-row">
        {first === null || first.id === block.id
          ? <Button look="quiet" icon="lock" isDisabled={first !== null} onPress={() => useFirst.setState({ block: { id: block.id, name: block.name } })}>{t(first === null ? 'plan.blockPair' : 'plan.blockPairWaits')}</Button>
          : (
            <>
              <Button look="quiet" onPress={() => add('together')}>{t('plan.blockTogether', { name: first.name })}</Button>
              <Button look="quiet" onPress={() => add('apart')}>{t('plan.blockApart', { name: first.name })}</Button>
              <Button look="quiet" onPress={() => useFirst.setState({ block: null })}>{t('app.cancel')}</Button>
            </>
          )}
        {pairs > 0 && (
          <Button look="quiet" icon="close" onPress={() => keepLocks({ together: together.filter((pair) => !isPairOf(pair)), apart: apart.filter((pair) => !isPairOf(pair)) })}>
            {t('plan.blockUnpair', { count: pairs })}
          </Button>
        )}
      </div>
    </>
  );
}
