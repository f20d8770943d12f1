import { categories } from '@woonzorgzones/core/model';
import { useAnalysis } from '../../state/queries.ts';
import { chooseFacility, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { useChosen } from './chosen.ts';
import { useShownFacilities } from './shown-facilities.ts';

/** In the corner of the map: the facility that was picked, else the zone that is pointed at. It covers nothing that moves. */
export function MapCard() {
  const { t, format, language } = useText();
  const { planId } = useChosen();
  const facilityId = useView((view) => view.facility);
  const zoneId = useView((view) => view.pointedZone);
  const facilities = useShownFacilities();
  const analysis = useAnalysis(planId).data;
  const facility = facilityId === null ? undefined : facilities?.find(({ id }) => id === facilityId);
  if (facility !== undefined) {
    const { nl, en, unit } = categories[facility.category];
    const source = facility.source ?? t('register.byHand');
    const offer = facility.capacity === null ? null : `${format.number(facility.capacity)} ${t(`data.units.${unit}`)}`;
    return (
      <div className="map-card map-card-held" role="status">
        <div>
          <strong>{facility.name}</strong>
          <p>{[language === 'nl' ? nl : en, offer].filter((part) => part !== null).join(', ')}</p>
          {facility.address !== null && <p>{facility.address}</p>}
          <p className="soft">{t('data.source')}: {source}{facility.fictitious && !source.includes(t('map.fictitious')) ? ` (${t('map.fictitious')})` : ''}</p>
        </div>
        <IconButton icon="close" label={t('app.close')} onPress={() => chooseFacility(null)} />
      </div>
    );
  }
  const zone = analysis?.zones.find((one) => one.zone === zoneId);
  if (analysis === undefined || zone === undefined) return null;
  return (
    <p className="map-card" aria-hidden="true">
      {t('map.pointed', { name: zone.name, inhabitants: format.count(zone.inhabitants.count), year: zone.inhabitants.year })}
    </p>
  );
}
