import type { Ground } from './ground.ts';
import { plannerObjective } from './objectives/planner.ts';
import type { ZoneWeights } from './weights.ts';

/** How a division does on each wish, before weights, by the names of the weights: 0 is best (formulas: `plannerObjective`). */
export type ZoneCriteria = ZoneWeights;

const none: ZoneWeights = {
  shortBorders: 0, barriers: 0, compact: 0, round: 0, evenSize: 0, wholeWijken: 0, ownServices: 0, kernen: 0, likeness: 0, leastChange: 0,
};

export function criteriaOf(ground: Ground, zoneOf: Int32Array, zones: number, carriesOn: Int32Array): ZoneCriteria {
  const measure = (wish: keyof ZoneWeights): number => {
    const objective = plannerObjective(ground, { ...none, [wish]: 1 }, zones, carriesOn);
    objective.begin(zoneOf, zones);
    return objective.value();
  };
  return {
    shortBorders: measure('shortBorders'), barriers: measure('barriers'), compact: measure('compact'), round: measure('round'), evenSize: measure('evenSize'),
    wholeWijken: measure('wholeWijken'), ownServices: measure('ownServices'), kernen: measure('kernen'), likeness: measure('likeness'), leastChange: measure('leastChange'),
  };
}
