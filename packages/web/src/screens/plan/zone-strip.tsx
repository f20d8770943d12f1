import type { Persons } from '@woonzorgzones/core/model';
import { memo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { nameOnMap } from '../../map/name-on-map.ts';
import { chooseZone, pointAtZone, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { useChosen } from '../frame/chosen.ts';
import { useShownCriteria, useShownZones } from './draw/use-table.ts';
import { ZoneBar } from './zone-bar.tsx';
import './zone-strip.css';

/** Under the map: each zone with its inhabitants between the least and the most a zone may have, live while it is drawn. */
export function ZoneStrip() {
  const { t, format } = useText();
  const { planId, municipality } = useChosen();
  const zones = useShownZones(planId).now?.features ?? [];
  const bounds = useShownCriteria(planId).data?.settings.inhabitants;
  const chosen = useView((view) => view.zone);
  const pointed = useView((view) => view.pointedZone);
  // Its room is there before its zones, so that the map keeps its size under the hand that draws the first one.
  if (bounds === undefined) return <div className="zone-strip" />;
  const { least, most } = bounds;
  const between = { min: format.number(least), max: format.number(most) };
  if (zones.length === 0) return <p className="zone-strip zone-strip-empty">{t('plan.stripEmpty', between)}</p>;
  return (
    <section className="zone-strip" aria-label={t('plan.strip', between)} onMouseLeave={() => pointAtZone(null)}>
      <ul>
        {zones.map(({ properties: { id, name, locked, inhabitants } }) => (
          <ZoneItem key={id} id={id} name={nameOnMap(name, municipality.data?.name)} isLocked={locked} inhabitants={inhabitants} least={least} most={most} isPointed={id === pointed} isChosen={id === chosen} />
        ))}
      </ul>
    </section>
  );
}

interface ZoneItemProps {
  readonly id: string;
  readonly name: string;
  readonly isLocked: boolean;
  readonly inhabitants: number;
  readonly least: Persons;
  readonly most: Persons;
  readonly isPointed: boolean;
  readonly isChosen: boolean;
}

/** Drawn anew only when something about its own zone changed. */
const ZoneItem = memo(function ZoneItem({ id, name, isLocked, inhabitants, least, most, isPointed, isChosen }: ZoneItemProps) {
  const { t, format } = useText();
  const isWithin = inhabitants >= least && inhabitants <= most;
  const judged = inhabitants < least ? t('plan.below', { count: format.number(least - inhabitants) }) : inhabitants > most ? t('plan.above', { count: format.number(inhabitants - most) }) : t('plan.within');
  return (
    <li>
      <ToggleButton
        className="zone-strip-item" data-pointed={isPointed} isSelected={isChosen}
        onChange={(on) => chooseZone(on ? id : null)} onHoverStart={() => pointAtZone(id)} onFocus={() => pointAtZone(id)}
      >
        <span className="zone-strip-name">{isLocked && <><Icon name="lock" size={14} /><span className="visually-hidden">{t('plan.locked')} </span></>}{name}</span>
        <ZoneBar count={{ kind: 'known', value: inhabitants }} bounds={{ least, most }} />
        <span className="zone-strip-figure">{format.number(inhabitants)}</span>
        <span className="zone-strip-judged" data-ok={isWithin}>
          {isWithin ? <Icon name="check" size={14} /> : <span aria-hidden="true">{inhabitants < least ? `−${format.number(least - inhabitants)}` : `+${format.number(inhabitants - most)}`}</span>}
          <span className="visually-hidden">{judged}</span>
        </span>
      </ToggleButton>
    </li>
  );
});
