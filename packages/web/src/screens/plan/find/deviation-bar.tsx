import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useMemo, useState } from 'react';
import { usePlanBlocks } from '../../../state/plan-blocks.ts';
import { useKernen } from '../../../state/queries.ts';
import { useShownMap } from '../../frame/shown-map.ts';
import { chooseBlock, chooseZone, setCamera } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { useDeviationStepper } from '../../frame/keys.ts';
import { useShownCriteria, useShownZones } from '../draw/use-table.ts';
import { deviationsOf, stepFrom, type Deviation } from './deviations.ts';
import './deviation-bar.css';

type Shape = { readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };

function boundsOf({ coordinates }: Shape): readonly number[] | null {
  const points = coordinates.flat(2);
  if (points.length === 0) return null;
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of points) {
    bounds[0] = Math.min(bounds[0]!, lon);
    bounds[1] = Math.min(bounds[1]!, lat);
    bounds[2] = Math.max(bounds[2]!, lon);
    bounds[3] = Math.max(bounds[3]!, lat);
  }
  return bounds;
}

/** "Afwijking 3 van 12": steps through everything that fails, unassigned blocks first, and shows each on the map. */
export function DeviationBar({ plan }: { readonly plan: PlanReply }) {
  const { t, language } = useText();
  const criteria = useShownCriteria(plan.id).data;
  const zones = useShownZones(plan.id).now;
  const blocks = usePlanBlocks(plan.id, plan.plan.dataset).data;
  const kernen = useKernen(plan.id).data;
  const [current, setCurrent] = useState<{ readonly key: string; readonly at: number } | null>(null);
  const deviations = useMemo(() => {
    if (criteria === undefined) return null;
    const zoneNames = new Map(plan.plan.zones.map(({ id, name }) => [id, name]));
    const kernNames = new Map((kernen?.features ?? []).map(({ properties: { id, name } }) => [id, name]));
    // A zone that is only asked for has nothing to deviate from yet.
    const judged = { ...criteria, zones: criteria.zones.filter(({ zone }) => zoneNames.has(zone)) };
    return deviationsOf(judged, (id) => zoneNames.get(id) ?? id, (id) => kernNames.get(id) ?? id, language);
  }, [criteria, plan, kernen, language]);

  const blockOf = (id: string) => blocks?.features.find(({ properties }) => properties.id === id);
  const show = (deviation: Deviation): void => {
    const shape = deviation.kind === 'unassigned' ? blockOf(deviation.block)?.geometry : zones?.features.find(({ properties: { id } }) => id === deviation.zone)?.geometry;
    const bounds = shape === undefined ? null : boundsOf(shape);
    const { map } = useShownMap.getState();
    chooseZone(deviation.kind === 'unassigned' ? null : deviation.zone);
    if (deviation.kind === 'unassigned') chooseBlock(deviation.block);
    if (map !== null && bounds !== null) setCamera(map.cameraFor(bounds, { width: 0, height: 0 }));
  };
  const step = (by: 1 | -1): void => {
    if (deviations === null || deviations.length === 0) return;
    const at = stepFrom(deviations, current, by);
    const deviation = deviations[at]!;
    setCurrent({ key: deviation.key, at });
    show(deviation);
  };
  useDeviationStepper(step);

  if (deviations === null) return null;
  if (deviations.length === 0) return <p className="soft small">{t('find.none')}</p>;
  const at = current === null ? -1 : deviations.findIndex(({ key }) => key === current.key);
  const shown = deviations[at];
  const words = (deviation: Deviation): string => {
    if (deviation.kind === 'criterion') return deviation.sentence;
    const block = blockOf(deviation.block)?.properties;
    return block === undefined ? t('find.unassignedPart', { block: deviation.block }) : t('find.unassigned', { count: block.inhabitants, name: block.name });
  };
  return (
    <section className="deviation-bar" aria-label={t('find.title')}>
      <IconButton icon="left" label={t('find.previous')} onPress={() => step(-1)} />
      <p className="deviation-count" role="status">{shown === undefined ? t('find.count', { count: deviations.length }) : t('find.at', { number: at + 1, count: deviations.length })}</p>
      <IconButton icon="right" label={t('find.next')} onPress={() => step(1)} />
      {shown !== undefined && <p className="deviation-words small">{words(shown)}</p>}
    </section>
  );
}
