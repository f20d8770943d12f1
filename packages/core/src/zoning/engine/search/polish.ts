import { Division, type Terrain } from '../division.ts';
import type { Objective } from '../objective.ts';
import type { Found } from './anneal.ts';

export interface PolishSettings {
  /** Rounds without a better division after which it stops. */
  readonly patience: number;
}

/**
 * Tabu search at the end: in each round the best move of a unit at a border is made, also when it worsens, and the unit
 * may not go back for 7 + √n rounds (Bozkaya, Erkut and Laporte 2003). Inhabitants out of bounds come first. The result
 * is at least as good as the start, and no single move betters it.
 */
export function polish(terrain: Terrain, objective: Objective, start: Int32Array, zones: number, { patience }: PolishSettings): Found {
  const { graph, fixed } = terrain;
  const division = new Division(terrain, start, zones);
  const { zoneOf, zoneUnits } = division;
  objective.begin(zoneOf, zones);
  const mean = Math.max(1e-9, terrain.persons.reduce((sum, p) => sum + p, 0) / zones);
  const tolerance = mean * 1e-9;
  const tenure = 7 + Math.floor(Math.sqrt(graph.n));
  /** Round from which on a unit may return to a zone. */
  const freeFrom = new Int32Array(graph.n * zones);
  let best: Found = { zoneOf: start.slice(), excess: division.excess, value: objective.value() };
  for (let round = 1, idle = 0; idle < patience && division.cutCount > 0; round++, idle++) {
    let unit = -1;
    let to = -1;
    let leastExcess = Infinity;
    let leastValue = Infinity;
    const consider = (candidate: number, zone: number): void => {
      const from = zoneOf[candidate]!;
      if (fixed[candidate] === 1 || zoneUnits[from] === 1) return;
      const excess = division.excessDelta(candidate, from, zone);
      const value = objective.delta(candidate, from, zone);
      if (excess > leastExcess + tolerance || (excess > leastExcess - tolerance && value >= leastValue)) return;
      const reached = division.excess + excess;
      const isRecord = reached < best.excess - tolerance || (reached <= best.excess + tolerance && objective.value() + value < best.value - 1e-12);
      if (freeFrom[candidate * zones + zone]! > round && !isRecord) return;
      if (!division.canLeave(candidate)) return;
      unit = candidate;
      to = zone;
      leastExcess = excess;
      leastValue = value;
    };
    // By number of edge, so that the order in which cuts came about decides nothing.
    for (let e = 0; e < graph.m; e++) {
      const a = graph.u[e]!;
      const b = graph.v[e]!;
      if (zoneOf[a] === zoneOf[b]) continue;
      consider(a, zoneOf[b]!);
      consider(b, zoneOf[a]!);
    }
    if (unit === -1) break;
    const from = zoneOf[unit]!;
    freeFrom[unit * zones + from] = round + tenure;
    division.move(unit, to);
    objective.moved(unit, from, to);
    const value = objective.value();
    if (division.excess < best.excess - tolerance || (division.excess <= best.excess + tolerance && value < best.value - 1e-12)) {
      best.zoneOf.set(zoneOf);
      best = { zoneOf: best.zoneOf, excess: division.excess, value };
      idle = 0;
    }
  }
  return best;
}
