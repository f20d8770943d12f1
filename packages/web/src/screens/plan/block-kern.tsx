import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';
import { toLambert2008 } from '@woonzorgzones/core/geo';
import { defaultDelineationSettings } from '@woonzorgzones/core/zoning';
import type { DelineationSettings } from '@woonzorgzones/core/model';
import { labelPoint } from '../../map/label-point.ts';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useKernen } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/fields.tsx';

const none = '-';

/** What else can be settled at a block: that it stays in its zone, and that a kern lies here. */
export function BlockKern({ plan, block }: { readonly plan: PlanReply; readonly block: BlockLayer['features'][number] }) {
  const { t } = useText();
  const kernen = useKernen(plan.id).data?.features.map(({ properties }) => properties) ?? [];
  const settings = plan.plan.delineation as DelineationSettings | undefined ?? defaultDelineationSettings;
  const { id, name } = block.properties;
  const [lon, lat] = labelPoint(block.geometry);
  const middle = (): { readonly x: number; readonly y: number } => {
    const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(lon, lat));
    return { x: Math.round(x!), y: Math.round(y!) };
  };
  const isFixed = settings.locks.blocks.includes(id);
  const hold = (fixed: boolean): void => {
    const blocks = fixed ? [...settings.locks.blocks, id].sort() : settings.locks.blocks.filter((other) => other !== id);
    writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'choose-delineation', settings: { ...settings, locks: { ...settings.locks, blocks } } }] });
  };
  return (
    <>
      {plan.plan.zoneOfBlock[id] !== undefined && <Checkbox isSelected={isFixed} onChange={hold}>{t('plan.blockHold')}</Checkbox>}
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
