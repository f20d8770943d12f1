import type { ProgramSolver } from '../../../network/siting/mixed-program.ts';
import { Division } from '../division.ts';
import type { Ground } from '../ground.ts';
import type { Objective } from '../objective.ts';
import type { Found } from '../search/anneal.ts';
import { bestCover, divisionOf } from '../search/cover.ts';
import { everyZone } from './enumerate-zones.ts';
import { flowModel } from './flow-model.ts';

export interface ExactSettings {
  /** Sets of units looked at, at most, in listing every zone. */
  readonly nodes: number;
  /** Work in choosing among them (see `bestCover`). */
  readonly work: number;
  /** Solver for objectives that are a sum over edges, where the zones are too many to list. */
  readonly solver?: { readonly solve: ProgramSolver['solve']; readonly seconds: number };
}

export type Exactness =
  /** No division into this many zones is better than the one given here. */
  | { readonly status: 'proven'; readonly best: Found }
  /** No division into this many zones lies within bounds. */
  | { readonly status: 'infeasible' }
  /** Too many possibilities for the budget; nothing costs less than `bound`, where one is known. */
  | { readonly status: 'not-proven'; readonly best: Found | null; readonly bound: number | null };

/** With a solver, up to this many units (zoning.md 6.2: global gap for n up to about 45). */
const mostUnitsSolved = 45;

/**
 * The best division into so many zones, with proof: by listing every possible zone and choosing the cheapest that together
 * hold each unit once, or by a mixed-integer program where a solver is handed in. `incumbent` is a division within
 * bounds already known.
 */
export function exactDivision(ground: Ground, objective: Objective, zones: number, incumbent: Found | null, settings: ExactSettings): Exactness {
  const known = incumbent !== null && incumbent.excess < 1e-6 ? incumbent : null;
  const columns = objective.zoneCost === null ? null : everyZone(ground, objective.zoneCost, settings.nodes);
  if (columns !== null) {
    const cover = bestCover(columns, { zones, cutoff: known?.value ?? Infinity, grain: objective.grain, work: settings.work });
    let best = known;
    if (cover.columns !== null) best = valued(ground, objective, divisionOf(columns, cover.columns), zones);
    if (!cover.complete) return { status: 'not-proven', best, bound: cover.bound };
    return best === null ? { status: 'infeasible' } : { status: 'proven', best };
  }
  const { solver } = settings;
  if (solver === undefined || objective.edgeCosts === null || ground.n > mostUnitsSolved || ground.ties !== null) return { status: 'not-proven', best: known, bound: null };
  // A sum of whole costs must fall by one to be better; others by more than rounding.
  const ceiling = known === null ? null : known.value - (objective.grain > 0 ? objective.grain / 2 : 1e-6 * Math.max(1, Math.abs(known.value)));
  const { program, constant, divisionOf: divisionIn } = flowModel(ground, objective.edgeCosts, zones, ceiling);
  const outcome = solver.solve(program, { seconds: solver.seconds, absoluteGap: objective.grain > 0 ? objective.grain * 0.999 : 0, start: null });
  if (outcome.status === 'infeasible') return known === null ? { status: 'infeasible' } : { status: 'proven', best: known };
  const best = outcome.values === null ? known : valued(ground, objective, divisionIn(outcome.values), zones);
  if (outcome.status === 'optimal' && best !== null) return { status: 'proven', best };
  return { status: 'not-proven', best, bound: Number.isFinite(outcome.bound) ? outcome.bound + constant : null };
}

function valued(ground: Ground, objective: Objective, zoneOf: Int32Array, zones: number): Found {
  objective.begin(zoneOf, zones);
  return { zoneOf, excess: new Division(ground, zoneOf, zones).excess, value: objective.value() };
}
