import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';
import { toLambert2008 } from '@woonzorgzones/core/geo';
import { labelPoint } from '../../map/label-point.ts';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useKernen } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/fields.tsx';

const none = '-';

/** Puts a kern in the middle of a block: a new one, or one that was found elsewhere. */
export function BlockKern({ plan, block }: { readonly plan: PlanReply; readonly block: BlockLayer['features'][number] }) {
  const { t } = useText();
  const kernen = useKernen(plan.id).data?.features.map(({ properties }) => properties) ?? [];
  const { name } = block.properties;
  const [lon, lat] = labelPoint(block.geometry);
  const middle = (): { readonly x: number; readonly y: number } => {
    const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(lon, lat));
    return { x: Math.round(x!), y: Math.round(y!) };
  };
  return (
    <>
      <Button look="quiet" icon="plus" onPress={() => writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'add-nucleus', nucleus: `eigen-${crypto.randomUUID().slice(0, 8)}`, name, place: middle() }] })}>{t('plan.kernHere')}</Button>
      {kernen.length > 0 && (
        <Select
          label={t('plan.kernMoveHere')} value={none}
          options={[{ id: none, name: t('plan.kernNone') }, ...kernen.map((kern) => ({ id: kern.id, name: kern.name }))]}
          onChange={(nucleus) => {
            if (nucleus !== none) writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'move-nucleus', nucleus, place: middle() }] });
          }}
        />
      )}
    </>
  );
}
