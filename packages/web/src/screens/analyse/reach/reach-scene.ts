import { categoryIds, facilityFunctions, isCategoryId, type CategoryId } from '@woonzorgzones/core/model';
import { useMemo } from 'react';
import { reachChangeColours, reachRamp, reachUnreached } from '../../../map/palette.ts';
import type { Pick, ReachScene } from '../../../map/scene.ts';
import { drawPath, explainAddress, toggleCrossing, useReach } from '../../../state/reach.ts';
import { chooseFacility, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import type { ClassLegend } from '../../frame/class-legend.ts';
import { useShownFacilities } from '../../frame/shown-facilities.ts';
import { destinationName } from './destination-name.ts';

/** Whether the map shows who gets where. */
export function useIsReachOpen(): boolean {
  const door = useView((view) => view.door);
  return useReach((view) => view.isOpen) && door === 'leemten';
}

/** What reach draws on the map, and the kinds of facility that go with it; null while it is not shown. */
export function useReachScene(): (ReachScene & { readonly categories: readonly CategoryId[] }) | null {
  const isOpen = useIsReachOpen();
  const reply = useReach((view) => view.reply);
  const destination = useReach((view) => view.destination);
  const paths = useReach((view) => view.scenario.paths);
  const begun = useReach((view) => view.drawing);
  const facilities = useShownFacilities();
  return useMemo(() => {
    if (!isOpen) return null;
    const drawing = reply?.kind === 'drawn' ? reply.drawing : null;
    const withFunction = (facilities ?? []).filter(({ functions }) => functions.some((one) => one === destination)).map(({ category }) => category);
    return {
      homes: drawing?.homes ?? null, area: drawing?.area ?? null, route: drawing?.route ?? null,
      paths: {
        type: 'FeatureCollection',
        features: [
          ...paths.map((path) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: path.map(({ lon, lat }) => [lon, lat]) } })),
          ...begun.map(({ lon, lat }) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lon, lat] } })),
        ],
      },
      closed: drawing?.closed ?? null,
      categories: isCategoryId(destination) ? [destination] : [...new Set(withFunction)],
    };
  }, [isOpen, reply, destination, paths, begun, facilities]);
}

/** The classes of the homes on the map, or what a scenario changes. */
export function useReachLegend(): ClassLegend | null {
  const text = useText();
  const { t, format } = text;
  const isOpen = useIsReachOpen();
  const reply = useReach((view) => view.reply);
  const destination = useReach((view) => view.destination);
  const limit = useReach((view) => view.limit);
  if (!isOpen || reply?.kind !== 'drawn') return null;
  const { unit, basis, change } = reply.drawing;
  const amount = Number(limit.replace(',', '.'));
  const told = (share: number): string => (unit === 'metres' ? format.distance(amount * share) : t('reach.minutes', { minutes: format.number(amount * share, 1) }));
  const straight = basis.method === 'straight-line' ? ` (${t('gaps.straight')})` : '';
  const named = { title: destinationName(text, destination), hasUnknown: false, hasHidden: false };
  if (change !== null) {
    return {
      ...named, note: `${t('reach.compared', { limit: told(1) })}${straight}`,
      classes: (['neither', 'lost', 'gained', 'both'] as const).map((kind, at) => ({ colour: reachChangeColours[at]!, label: t(`reach.change.${kind}`) })),
    };
  }
  return {
    ...named, note: `${t('reach.legendNote')}${straight}`,
    classes: [
      { colour: reachRamp[0], label: t('reach.upTo', { limit: told(0.5) }) }, { colour: reachRamp[1], label: t('reach.upToLimit', { limit: told(1) }) },
      { colour: reachRamp[2], label: t('reach.upTo', { limit: told(1.5) }) }, { colour: reachRamp[3], label: t('reach.upTo', { limit: told(2) }) },
      { colour: reachRamp[4], label: t('reach.beyond', { limit: told(2) }) }, { colour: reachUnreached, label: t('reach.unreached') },
    ],
  };
}

/** A click while reach is shown: by the tool in hand, else the facility or home that lies there. */
export function pickForReach(picked: Pick): void {
  const { tool } = useReach.getState();
  if (tool === 'path') drawPath({ lon: picked.lon, lat: picked.lat });
  else if (tool === 'close') {
    if (picked.crossing !== null) toggleCrossing(picked.crossing);
  } else if (picked.facility !== null) chooseFacility(picked.facility);
  else explainAddress(picked.address);
}

/** Everything that can be gone to: kinds of facility, and what has a function. */
export const allDestinations = [...categoryIds, ...facilityFunctions] as const;
