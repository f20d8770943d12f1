import { categoryIds, facilityFunctions, isCategoryId, type CategoryId } from '@woonzorgzones/core/model';
import { useMemo } from 'react';
import { reachChangeColours, reachRamp, reachUnreached } from '../../../map/palette.ts';
import type { Pick, ReachScene } from '../../../map/scene.ts';
import { useJob } from '../../../state/jobs.ts';
import { spotOf } from '../../../state/facility-edits.ts';
import type { ReachPage } from '../../../state/address.ts';
import { drawPath, explainAddress, toggleCrossing, useReach } from '../../../state/reach.ts';
import { pointOut, useSiting } from '../../../state/siting.ts';
import { chooseFacility, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import type { ReachFigures } from '../../../workers/reach-messages.ts';
import type { ClassLegend } from '../../frame/class-legend.ts';
import { useShownFacilities } from '../../frame/shown-facilities.ts';
import { destinationName } from './destination-name.ts';
import { numberedSites } from './numbered-sites.ts';

/** What the worker makes for a page, where that is a figure per home. */
const figuresOf: Readonly<Partial<Record<ReachPage, ReachFigures['of']>>> = { aanbod: 'supply', dagelijks: 'daily' };

/** Whether the map shows who gets where. */
export function useIsReachOpen(): boolean {
  return useView(({ door, gapPage }) => door === 'leemten' && gapPage === 'bereik');
}

/** The places of a search: those that were pointed out, and those that came out, numbered as in the table. */
function useSites(): object {
  const { pointed, form: { candidates }, job: id } = useSiting();
  const job = useJob(id).data;
  const sites = job?.kind === 'site' ? (job.result?.sites ?? null) : null;
  return useMemo(() => {
    const point = (lon: number, lat: number, kind: 'candidate' | 'new' | 'kept', label: string) => ({ type: 'Feature', properties: { kind, label }, geometry: { type: 'Point', coordinates: [lon, lat] } });
    return {
      type: 'FeatureCollection',
      features: [
        ...(candidates === 'pointed' ? pointed.map(({ lon, lat }) => point(lon, lat, 'candidate', '')) : []),
        ...numberedSites(sites ?? []).map(({ x, y, facility, place }) => {
          const { lon, lat } = spotOf(x, y);
          return point(lon, lat, facility === null ? 'new' : 'kept', facility === null ? String(place) : '');
        }),
      ],
    };
  }, [pointed, candidates, sites]);
}

/** What reach draws on the map, and the kinds of facility that go with it; null while it is not shown. */
export function useReachScene(): (ReachScene & { readonly categories: readonly CategoryId[] }) | null {
  const isOpen = useIsReachOpen();
  const reply = useReach((view) => view.reply);
  const destination = useView((view) => view.reach.destination);
  const paths = useReach((view) => view.scenario.paths);
  const begun = useReach((view) => view.drawing);
  const page = useView((view) => view.reach.page);
  const facilities = useShownFacilities();
  const sites = useSites();
  return useMemo(() => {
    if (!isOpen) return null;
    const drawing = page === 'bereik' && reply?.kind === 'drawn' ? reply.drawing : null;
    const figures = reply?.kind === 'figures' && reply.figures.of === figuresOf[page] ? reply.figures : null;
    const withFunction = (facilities ?? []).filter(({ functions }) => functions.some((one) => one === destination)).map(({ category }) => category);
    return {
      homes: drawing?.homes ?? figures?.homes ?? null, area: drawing?.area ?? null, route: drawing?.route ?? null,
      paths: {
        type: 'FeatureCollection',
        features: [
          ...paths.map((path) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: path.map(({ lon, lat }) => [lon, lat]) } })),
          ...begun.map(({ lon, lat }) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lon, lat] } })),
        ],
      },
      closed: drawing?.closed ?? null, sites: page === 'plaatsen' ? sites : null,
      categories: figures?.of === 'daily' ? figures.categories : isCategoryId(destination) ? [destination] : [...new Set(withFunction)],
    };
  }, [isOpen, page, reply, destination, paths, begun, facilities, sites]);
}

/** The classes of the homes on the map, or what a scenario changes. */
export function useReachLegend(): ClassLegend | null {
  const text = useText();
  const { t, format } = text;
  const isOpen = useIsReachOpen();
  const reply = useReach((view) => view.reply);
  const destination = useView((view) => view.reach.destination);
  const limit = useView((view) => view.reach.limit);
  const page = useView((view) => view.reach.page);
  if (!isOpen) return null;
  if (reply?.kind === 'figures' && reply.figures.of === figuresOf[page]) return figuresLegend(text, reply.figures, destinationName(text, destination));
  if (page !== 'bereik' || reply?.kind !== 'drawn') return null;
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

/** Five classes from the best on, with a break at the mean or the limit, and who has none. */
function figuresLegend({ t, format }: ReturnType<typeof useText>, { of, breaks }: ReachFigures, name: string): ClassLegend {
  const hundred = (value: number): string => format.number(100 * value, 2);
  const labels = of === 'supply'
    ? [...breaks.map((value, at) => t(at === 1 ? 'supplyPage.fromMean' : 'supplyPage.from', { value: hundred(value) })), t('supplyPage.less', { value: hundred(breaks.at(-1)!) }), t('supplyPage.none')]
    : [...breaks.map((value, at) => t(at === 1 ? 'reach.upToLimit' : 'reach.upTo', { limit: format.distance(value) })), t('reach.beyond', { limit: format.distance(breaks.at(-1)!) }), t('reach.unreached')];
  return {
    title: of === 'supply' ? name : t('reachPages.dagelijks'), note: t(of === 'supply' ? 'supplyPage.legendNote' : 'dailyPage.legendNote'), hasUnknown: false, hasHidden: false,
    classes: labels.map((label, at) => ({ colour: reachRamp[at] ?? reachUnreached, label })),
  };
}

/** A click while reach is shown: by the tool in hand, else the facility or home that lies there. */
export function pickForReach(picked: Pick): void {
  const { tool } = useReach.getState();
  if (tool === 'path') drawPath({ lon: picked.lon, lat: picked.lat });
  else if (tool === 'candidate') pointOut({ lon: picked.lon, lat: picked.lat });
  else if (tool === 'close') {
    if (picked.crossing !== null) toggleCrossing(picked.crossing);
  } else if (picked.facility !== null) chooseFacility(picked.facility);
  else explainAddress(picked.address);
}

/** Everything that can be gone to: kinds of facility, and what has a function. */
export const allDestinations = [...categoryIds, ...facilityFunctions] as const;
