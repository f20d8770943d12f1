import type { Count } from '@woonzorgzones/core/model';
import { ToggleButton } from 'react-aria-components';
import { useAnalysis, useCriteria } from '../../state/queries.ts';
import { chooseZone, pointAtZone, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { useChosen } from '../frame/chosen.ts';
import { ZoneBar } from './zone-bar.tsx';
import './zone-strip.css';

/** Under the map: each zone with its inhabitants between the least and the most a zone may have. */
export function ZoneStrip() {
  const { t, format } = useText();
  const { planId } = useChosen();
  const analysis = useAnalysis(planId).data;
  const bounds = useCriteria(planId).data?.settings.inhabitants;
  const chosen = useView((view) => view.zone);
  const pointed = useView((view) => view.pointedZone);
  if (analysis === undefined || bounds === undefined || analysis.zones.length === 0) return null;
  const { least, most } = bounds;
  const words = { min: format.number(least), max: format.number(most) };
  const isWithin = (count: Count): boolean => count.kind === 'known' && count.value >= least && count.value <= most;
  const judged = (count: Count): string => {
    if (count.kind !== 'known') return format.count(count);
    if (count.value < least) return t('plan.below', { count: format.number(least - count.value) });
    if (count.value > most) return t('plan.above', { count: format.number(count.value - most) });
    return t('plan.within');
  };
  return (
    <section className="zone-strip" aria-label={t('plan.strip', words)} onMouseLeave={() => pointAtZone(null)}>
      <ul>
        {analysis.zones.map(({ zone, name, inhabitants: { count } }) => (
          <li key={zone}>
            <ToggleButton
              className="zone-strip-item" data-pointed={zone === pointed} isSelected={zone === chosen}
              onChange={(on) => chooseZone(on ? zone : null)} onHoverStart={() => pointAtZone(zone)} onFocus={() => pointAtZone(zone)}
            >
              <span className="zone-strip-name">{name}</span>
              <ZoneBar count={count} bounds={bounds} />
              <span className="zone-strip-figure">{format.count(count)}</span>
              <span className="zone-strip-judged" data-ok={isWithin(count)}>{isWithin(count) ? <><Icon name="check" size={14} /><span className="visually-hidden">{judged(count)}</span></> : judged(count)}</span>
            </ToggleButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
