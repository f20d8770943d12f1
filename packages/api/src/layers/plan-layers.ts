import type { Municipality, Plan } from '@woonzorgzones/core/model';
import { circleOutlines, zoneOutlines } from '@woonzorgzones/core/zoning';
import { featureCollection, pointToGeoJson, shapeToGeoJson } from '@woonzorgzones/files';
import { groundOfPlan } from '../plan-delineation.ts';
import type { CircleLayer, NucleusLayer, ZoneLayer } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { feature } from './geojson.ts';

export function zoneLayer(municipality: Municipality, plan: Plan): Plain<ZoneLayer> {
  const outlines = new Map(zoneOutlines(municipality, plan).map(({ zone, shape }) => [zone, shape]));
  const inhabitants = new Map<string, number>();
  for (const block of municipality.blocks) {
    const zone = plan.zoneOfBlock[block.id];
    if (zone !== undefined) inhabitants.set(zone, (inhabitants.get(zone) ?? 0) + block.inhabitants);
  }
  return featureCollection(plan.zones.map(({ id, name, locked }) =>
    feature(shapeToGeoJson(outlines.get(id) ?? []), { id, name, locked, inhabitants: inhabitants.get(id) ?? 0 })));
}

export const nucleusLayer = (municipality: Municipality, plan: Plan): Plain<NucleusLayer> =>
  featureCollection(groundOfPlan(municipality, plan).nuclei.map(({ id, name, x, y, block, inhabitants, topPerKm2, radiusMetres, dailyFacilities, origin, saddleShare }) => feature(pointToGeoJson(x, y), {
    id, name, block, zone: plan.zoneOfBlock[block] ?? null, inhabitants, topPerKm2, radiusMetres, dailyFacilities, origin, saddleShare, x, y,
  })));

export function circleLayer(municipality: Municipality, plan: Plan): Plain<CircleLayer> {
  const { nuclei, circles: { circles } } = groundOfPlan(municipality, plan);
  const outlines = circleOutlines(municipality, circles);
  return featureCollection(circles.map(({ nucleus, radiusMetres, within, inhabitants }, i) =>
    feature(shapeToGeoJson(outlines[i]!), { id: nucleus, name: nuclei[i]!.name, radiusMetres, within, inhabitants })));
}
