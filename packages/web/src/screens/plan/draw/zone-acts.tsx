import type { PlanReply } from '@woonzorgzones/api/schemas';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { bordering } from '../../../map/four-colours.ts';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { chooseZone } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { restInPanel } from '../../frame/resting-place.ts';
import { zoneMergeId } from './commands.ts';
import { useShownZones } from './use-table.ts';

/** What can be done to a whole zone: to join it with a neighbour, and to give up its blocks. A locked zone stays. */
export function ZoneActs({ plan, zone, isLocked }: { readonly plan: PlanReply; readonly zone: string; readonly isLocked: boolean }) {
  const { t } = useText();
  const features = useShownZones(plan.id).settled?.features ?? [];
  if (isLocked) return null;
  const at = features.findIndex(({ properties }) => properties.id === zone);
  const beside = at === -1 ? [] : (bordering(features.map(({ geometry }) => geometry))[at] ?? []);
  const neighbours = beside.map((place) => features[place]!.properties).filter(({ locked }) => !locked);
  const name = features[at]?.properties.name ?? '';
  const merge = (into: string): void => {
    chooseZone(into);
    writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'merge-zones', from: zone, into }] });
    // After the menu has given the focus back to a button that goes with this zone.
    requestAnimationFrame(restInPanel);
  };
  const remove = (): void => {
    chooseZone(null);
    writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'remove-zone', zone }] });
    restInPanel();
  };
  return (
    <div className="panel-row">
      {neighbours.length > 0 && (
        <div id={zoneMergeId}><MenuTrigger>
          <Button icon="merge" onPress={() => undefined}>{t('draw.merge')}</Button>
          <Popover className="popover">
            <Menu className="list-box" aria-label={t('draw.mergeWith', { name })} onAction={(id) => merge(String(id))}>
              {neighbours.map(({ id, name: other }) => <MenuItem key={id} id={id} className="list-box-item">{t('draw.mergeInto', { name: other })}</MenuItem>)}
            </Menu>
          </Popover>
        </MenuTrigger></div>
      )}
      <Button look="quiet" onPress={remove}>{t('draw.remove')}</Button>
    </div>
  );
}
