import type { Municipality, Plan } from '../../model/index.ts';
import { zoneOutlines, type ZoneOutline } from '../../zoning/index.ts';

const drawnBefore = new WeakMap<Municipality, WeakMap<Plan, readonly ZoneOutline[]>>();

/** The outlines of the zones of a plan, worked out once for all maps that show it. */
export function zoneShapes(municipality: Municipality, plan: Plan): readonly ZoneOutline[] {
  const ofMunicipality = drawnBefore.get(municipality) ?? new WeakMap<Plan, readonly ZoneOutline[]>();
  drawnBefore.set(municipality, ofMunicipality);
  const outlines = ofMunicipality.get(plan) ?? zoneOutlines(municipality, plan);
  ofMunicipality.set(plan, outlines);
  return outlines;
}
