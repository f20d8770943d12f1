import type { Municipality, Plan } from '@woonzorgzones/core/model';
import { delineationGround, settingsOfPlan, type DelineationGround } from '@woonzorgzones/core/zoning';
import { oncePer } from './once-per.ts';

/** Grounds of a municipality by what they depend on, the latest few: plans of one municipality mostly share theirs. */
const groundsOf = oncePer((_: Municipality) => new Map<string, DelineationGround>());
const remembered = 8;

/** Kernen, circles and blocks as a plan has them; computed once for as long as its settings and kernen stay the same. */
export function groundOfPlan(municipality: Municipality, plan: Plan): DelineationGround {
  const settings = settingsOfPlan(municipality, plan);
  const key = JSON.stringify([settings.nuclei, settings.circles, plan.nuclei ?? [], plan.register ?? null]);
  const grounds = groundsOf(municipality);
  let ground = grounds.get(key);
  if (ground === undefined) {
    ground = delineationGround(municipality, settings, plan);
    if (grounds.size === remembered) grounds.delete(grounds.keys().next().value!);
    grounds.set(key, ground);
  }
  return ground;
}
