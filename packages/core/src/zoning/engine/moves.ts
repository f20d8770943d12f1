import { criteriaOf, type ZoneCriteria } from './criteria.ts';
import { Division } from './division.ts';
import { groundOf } from './ground.ts';
import { plannerObjective } from './objectives/planner.ts';
import type { ZoneProblem } from './problem.ts';
import type { ZoneWeights } from './weights.ts';
import type { ZonePlan } from './zone-plan.ts';

/** One unit (with those tied to it) to another zone, and what that changes. */
export interface SingleMove {
  /** Units of the problem, ascending. */
  readonly units: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly inhabitants: number;
  /** Change of the inhabitants out of bounds; negative is better and comes first. */
  readonly excess: number;
  /** Change of the weighed sum, and of each criterion; negative is better. */
  readonly value: number;
  readonly criteria: ZoneCriteria;
}

/**
 * Per zone the single moves out of or into it that better the division most, best first, at most `most` each; none means
 * that no single move at that zone betters it. Zones stay whole, and locks are kept. O(units · neighbours + moves told · units).
 */
export function bestMoves(problem: ZoneProblem, plan: Pick<ZonePlan, 'zones' | 'zoneOf' | 'carriesOn'>, weights: ZoneWeights, most: number): SingleMove[][] {
  const ground = groundOf(problem);
  const zones = plan.zones - new Set(problem.locks?.frozenZones ?? []).size;
  const zoneOf = new Int32Array(ground.n);
  ground.unitOf.forEach((unit, i) => {
    if (unit !== -1) zoneOf[unit] = plan.zoneOf[i]!;
  });
  const carriesOn = plan.carriesOn.slice(0, zones);
  const objective = plannerObjective(ground, weights, zones, carriesOn);
  const division = new Division(ground, zoneOf, zones);
  objective.begin(division.zoneOf, zones);

  const slack = 1e-9 * Math.max(1, Math.abs(objective.value()));
  const found: Candidate[] = [];
  for (let unit = 0; unit < ground.n; unit++) {
    const from = zoneOf[unit]!;
    if (ground.fixed[unit] === 1 || division.zoneUnits[from] === 1) continue;
    const around = new Set<number>();
    for (let p = ground.graph.start[unit]!; p < ground.graph.start[unit + 1]!; p++) around.add(zoneOf[ground.graph.to[p]!]!);
    for (const to of [...around].sort((a, b) => a - b)) {
      if (to === from) continue;
      const excess = division.excessDelta(unit, from, to);
      const value = objective.delta(unit, from, to);
      const isBetter = excess < -1e-6 || (excess < 1e-6 && value < -slack);
      if (isBetter && division.canLeave(unit)) found.push({ unit, from, to, excess, value });
    }
  }
  found.sort((a, b) => a.excess - b.excess || a.value - b.value || a.unit - b.unit || a.to - b.to);
  const before = criteriaOf(ground, zoneOf, zones, carriesOn);
  const told = new Map<Candidate, SingleMove>();
  const tell = (candidate: Candidate): SingleMove => {
    const { unit, from, to, excess, value } = candidate;
    let move = told.get(candidate);
    if (move !== undefined) return move;
    zoneOf[unit] = to;
    const after = criteriaOf(ground, zoneOf, zones, carriesOn);
    zoneOf[unit] = from;
    const units = Array.from(ground.unitOf.keys()).filter((i) => ground.unitOf[i] === unit);
    move = { units, from, to, inhabitants: ground.persons[unit]!, excess, value, criteria: difference(after, before) };
    told.set(candidate, move);
    return move;
  };
  return Array.from({ length: plan.zones }, (_, zone) => found.filter(({ from, to }) => zone === from || zone === to).slice(0, most).map(tell));
}

interface Candidate {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly excess: number;
  readonly value: number;
}

const difference = (after: ZoneCriteria, before: ZoneCriteria): ZoneCriteria => ({
  shortBorders: after.shortBorders - before.shortBorders,
  barriers: after.barriers - before.barriers,
  compact: after.compact - before.compact,
  round: after.round - before.round,
  evenSize: after.evenSize - before.evenSize,
  wholeWijken: after.wholeWijken - before.wholeWijken,
  ownServices: after.ownServices - before.ownServices,
  kernen: after.kernen - before.kernen,
  likeness: after.likeness - before.likeness,
  leastChange: after.leastChange - before.leastChange,
});
