import type { Plan } from '@woonzorgzones/core/model';
import type { PlanReply, ZoneLayer } from '@woonzorgzones/api/schemas';
import type { PlanCriteria } from '@woonzorgzones/core/zoning';
import { useEffect } from 'react';
import { layOnTable, useDrawing } from '../../../state/drawing.ts';
import { useCriteria, useZoneShapes } from '../../../state/queries.ts';
import type { TableZone } from '../../../workers/table-messages.ts';
import { useChosen } from '../../frame/chosen.ts';

/** The plan inside a reply: a field that is absent there is absent here. */
export const contentOf = ({ plan }: PlanReply): Plan => plan as unknown as Plan;

/** Keeps the plan of this screen on the drawing table, as it stands with what waits to be saved, until another screen is opened. */
export function useTable(): void {
  const { planId, plan } = useChosen();
  const content = plan.data?.plan;
  useEffect(() => {
    // On a phone one reads: nothing is drawn, and nothing fetched for it.
    if (content !== undefined && matchMedia('(min-width: 701px)').matches) layOnTable(planId, content as unknown as Plan);
    else layOnTable(null, null);
  }, [planId, content]);
  // Through another door the plan may change unseen.
  useEffect(() => () => layOnTable(null, null), []);
}

const features = new WeakMap<TableZone, ZoneLayer['features'][number]>();

/** A zone of the table as the layer of the server has it; the same value for the same zone. */
function featureOf(zone: TableZone): ZoneLayer['features'][number] {
  let feature = features.get(zone);
  if (feature === undefined) {
    const { id, name, locked, inhabitants, coordinates } = zone;
    feature = { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: coordinates as unknown as ZoneLayer['features'][number]['geometry']['coordinates'] }, properties: { id, name, locked, inhabitants } };
    features.set(zone, feature);
  }
  return feature;
}

const layers = new WeakMap<readonly TableZone[], ZoneLayer>();
function layerOf(zones: readonly TableZone[]): ZoneLayer {
  let layer = layers.get(zones);
  if (layer === undefined) layers.set(zones, (layer = { type: 'FeatureCollection', features: zones.map(featureOf) }));
  return layer;
}

const useDrawn = (plan: string | null) => useDrawing(({ drawn }) => (drawn !== null && drawn.planId === plan ? drawn : null));

/** The zones of a plan as the screen shows them: those on the drawing table, else those of the server. `settled`: as the last stroke left them. */
export function useShownZones(plan: string | null): { readonly now: ZoneLayer | undefined; readonly settled: ZoneLayer | undefined; readonly isLoading: boolean } {
  const shapes = useZoneShapes(plan);
  const drawn = useDrawn(plan);
  if (drawn === null) return { now: shapes.data, settled: shapes.data, isLoading: shapes.isLoading };
  return { now: layerOf(drawn.zones), settled: layerOf(drawn.settled), isLoading: false };
}

/** The criteria of a plan as the screen shows them: live while it is drawn, else those of the server. */
export function useShownCriteria(plan: string | null): { readonly data: PlanCriteria | undefined; readonly isError: boolean; readonly error: unknown; readonly refetch: () => void } {
  const kept = useCriteria(plan);
  const drawn = useDrawn(plan);
  return { data: drawn?.criteria ?? kept.data, isError: drawn === null && kept.isError, error: kept.error, refetch: () => void kept.refetch() };
}
