import type { PlanReply } from '@woonzorgzones/api/schemas';
import { usePlanBlocks } from '../../state/plan-blocks.ts';
import { writeToPlan } from '../../state/plan-edits.ts';
import { chooseBlock, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/fields.tsx';
import { blockMoveId } from '../frame/keys.ts';
import { BlockKern } from './block-kern.tsx';
import { BlockCut } from './blocks/block-cut.tsx';
import { BlockJoin } from './draw/block-join.tsx';
import { BlockLocks } from './block-locks.tsx';

/** The id a select knows "no zone" by; no zone of a plan is named so. */
const noZone = '-';

/** The block that was picked on the map or in the list, and where it should go. One choice is one edit. */
export function BlockMove({ plan, municipality }: { readonly plan: PlanReply; readonly municipality: string }) {
  const { t, format } = useText();
  const blockId = useView((view) => view.block);
  const blocks = usePlanBlocks(plan.id, municipality);
  const feature = blocks.data?.features.find(({ properties }) => properties.id === blockId);
  if (feature === undefined) return null;
  const block = feature.properties;
  const { zones, zoneOfBlock } = plan.plan;
  const now = zoneOfBlock[block.id] ?? null;
  const inhabitants = format.number(block.inhabitants);
  const zoneName = zones.find(({ id }) => id === now)?.name;
  return (
    <section className="block-move" aria-label={t('plan.blockTitle', { name: block.name })}>
      <div className="panel-row panel-spread">
        <h2>{t('plan.blockTitle', { name: block.name })}</h2>
        <IconButton icon="close" label={t('plan.blockClose')} onPress={() => chooseBlock(null)} />
      </div>
      <p>{zoneName === undefined ? t('plan.blockNowhere', { inhabitants }) : t('plan.blockFacts', { inhabitants, zone: zoneName })}</p>
      <Select
        label={t('plan.blockMove')} buttonId={blockMoveId}
        value={now ?? noZone}
        options={[...zones.map(({ id, name }) => ({ id, name })), { id: noZone, name: t('plan.unassigned') }]}
        onChange={(zone) => {
          const target = zone === noZone ? null : zone;
          if (target !== now) writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'assign-blocks', blocks: [block.id], zone: target }] });
        }}
      />
      <BlockCut key={block.id} plan={plan} block={feature} />
      <BlockJoin plan={plan} block={block.id} />
      <BlockLocks plan={plan} municipality={municipality} block={block} />
      <BlockKern plan={plan} block={feature} />
    </section>
  );
}
