import { err, ok, type Result } from '../../model/result.ts';
import { bestMatching } from '../matching.ts';
import { bestPairs } from './exact/pairs.ts';
import { exactDivision } from './exact/exact-division.ts';
import { criteriaOf } from './criteria.ts';
import { Division, type Terrain } from './division.ts';
import { findingsOf } from './findings.ts';
import { partsOf } from './graph.ts';
import { groundOf, type Ground } from './ground.ts';
import type { Objective } from './objective.ts';
import { plannerObjective } from './objectives/planner.ts';
import { checkProblem, countsThatFit, inhabitantsOf, locksOf, type ZoneFinding, type ZoneProblem, type ZoneRefusal } from './problem.ts';
import { Random, seedOf } from './random.ts';
import { diverse } from './search/alternatives.ts';
import { anneal, isBetter, type Found } from './search/anneal.ts';
import { bestCover, divisionOf } from './search/cover.ts';
import { polish } from './search/polish.ts';
import { referenceStart } from './search/reference-start.ts';
import { scheduleFor, treeShareFor } from './search/schedule.ts';
import { grownStart, treeStart } from './search/starts.ts';
import { ZonePool } from './search/zone-pool.ts';
import { usualWeights, type ZoneWeights } from './weights.ts';
import type { ZonePlan, ZoneProof } from './zone-plan.ts';

export interface ZoneSearchSettings {
  readonly weights: ZoneWeights;
  readonly seed: number;
  /** Moves tried, over all numbers of zones and starts together. */
  readonly steps: number;
  /** What listing every zone may cost where units are few, over all numbers of zones and starts together (see `exactly`). */
  readonly exactSteps: number;
  /** Independent starts per number of zones. */
  readonly starts: number;
  /** Clearly different divisions to hand back besides the best, at most. */
  readonly alternatives: number;
}

/** What a foreign instance makes small instead of a planner's wishes. */
export type ObjectiveFactory = (ground: Ground, zones: number, carriesOn: Int32Array) => Objective;

/** A share of the work that needs nothing of the others: plain values, so that a host can hand it to a worker. */
export interface ZoneSearchTask {
  /** Zones outside the frozen ones. */
  readonly zones: number;
  readonly start: 'trees' | 'grown' | 'reference';
  readonly seed: number;
  readonly steps: number;
  readonly exactSteps: number;
}

/** A division over the units of the ground. */
interface GroundDivision extends Found {
  readonly carriesOn: Int32Array;
}

/** What a task found: its best division and others on the way, best first. */
export interface ZoneSearchFound {
  readonly task: ZoneSearchTask;
  readonly divisions: readonly GroundDivision[];
  readonly proof: ZoneProof;
}

export interface ZoneAnswer {
  readonly best: ZonePlan;
  /** The best division for each number of zones tried, ascending. */
  readonly front: readonly ZonePlan[];
  /** Clearly different divisions, best first; the best itself is not among them. */
  readonly alternatives: readonly ZonePlan[];
  /** What keeps the best from meeting the bounds and locks; empty when it meets them. */
  readonly findings: readonly ZoneFinding[];
}

/** With more units than this, listing every zone is not begun (zoning.md 6.2: up to about 45). */
const mostUnitsListed = 45;

/** About a second of one core on 900 units, two starts per number of zones; one where every zone is listed after it anyhow. */
export const usualSearch = (problem: ZoneProblem): ZoneSearchSettings => ({
  weights: usualWeights,
  seed: 1,
  // Where every zone can be listed, the search only has to come near.
  steps: problem.n <= mostUnitsListed ? 150_000 : Math.min(6_000_000, Math.max(600_000, 1100 * problem.n)),
  exactSteps: 600_000,
  starts: problem.n <= mostUnitsListed ? 1 : 2,
  alternatives: 3,
});

/** Numbers of zones worth trying outside frozen zones. */
export function countsToTry(problem: ZoneProblem, ground: Ground): number[] {
  const frozen = new Set(locksOf(problem).frozenZones).size;
  const parts = Math.max(1, partsOf(ground.graph, () => true).count);
  const least = problem.zoneCount ? problem.zoneCount.fewest - frozen : countsThatFit(ground.inhabitants, problem.lower, problem.upper).fewest;
  const most = problem.zoneCount ? problem.zoneCount.most - frozen : countsThatFit(ground.inhabitants, problem.lower, problem.upper).most;
  const inRange = (count: number): number => Math.min(ground.n, Math.max(parts, count));
  // Where no count fits, the two beside the gap are the least out of bounds.
  const [from, to] = least <= most ? [inRange(least), inRange(most)] : [inRange(most), inRange(least)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The work, cut into tasks. Their order and their results do not depend on who runs them. */
export function planZoneSearch(problem: ZoneProblem, settings: ZoneSearchSettings): ZoneSearchTask[] {
  const ground = groundOf(problem);
  if (ground.n === 0) return [];
  const counts = countsToTry(problem, ground);
  const isSettled = ground.settled.some((zone) => zone !== -1);
  const keepsReference = ground.reference !== null && settings.weights.leastChange > 0;
  const perTask = (all: number): number => Math.max(1, Math.floor(all / (counts.length * settings.starts)));
  return counts.flatMap((zones, c) => Array.from({ length: settings.starts }, (_, s): ZoneSearchTask => ({
    zones,
    start: isSettled || (keepsReference && s % 2 === 0) ? 'reference' : s % 4 === 3 ? 'grown' : 'trees',
    seed: seedOf(settings.seed, c * 1024 + s),
    steps: perTask(settings.steps),
    exactSteps: perTask(settings.exactSteps),
  })));
}

interface Start {
  readonly zoneOf: Int32Array;
  readonly carriesOn: Int32Array;
}

interface NewStart extends Start {
  /** Fixed units that their zone cannot reach. */
  readonly unreachable: readonly number[];
}

/** Names the zones of a start after the zones of the reference they share most people with. */
function carried(ground: Ground, zoneOf: Int32Array, zones: number): Int32Array {
  const { reference } = ground;
  if (reference === null) return new Int32Array(zones).fill(-1);
  const labels = [...new Set(reference.key)].sort((a, b) => a - b);
  const table = Array.from({ length: zones }, () => new Array<number>(labels.length).fill(0));
  for (let i = 0; i < ground.n; i++) {
    for (let p = reference.start[i]!; p < reference.start[i + 1]!; p++) table[zoneOf[i]!]![labels.indexOf(reference.key[p]!)]! += reference.amount[p]!;
  }
  return bestMatching(table).map((column) => (column === -1 ? -1 : labels[column]!));
}

function startOf(ground: Ground, { zones, start }: ZoneSearchTask, random: Random): NewStart | null {
  if (start === 'reference') return referenceStart(ground, zones, random);
  const zoneOf = start === 'grown' ? grownStart(ground, zones, random) : treeStart(ground, zones, random);
  return zoneOf && { zoneOf, carriesOn: carried(ground, zoneOf, zones), unreachable: [] };
}

/** Up to so many units the border of every two zones is made the best, where the ways to draw it are few enough to list. */
const mostUnitsPaired = 200;
const stepsPerPairNode = 60;

/** Up to so many units a task remembers zones (beyond it whole zones hardly ever fit together), with so many units in all and per step. */
const pooledUnits = 300;
const pooledMembers = 800_000;
const membersPerStep = 2;

/** Does one task. The same problem, weights and task give the same result, wherever it runs. */
export function runZoneSearch(problem: ZoneProblem, weights: ZoneWeights, task: ZoneSearchTask, objectiveFor?: ObjectiveFactory): ZoneSearchFound {
  const ground = groundOf(problem);
  return searchGround(ground, task, objectiveFor ?? ((g, zones, carriesOn) => plannerObjective(g, weights, zones, carriesOn)));
}

const poolSize = (units: number, { zones, steps }: ZoneSearchTask): number =>
  Math.max(zones, Math.min(60_000, Math.floor((Math.min(pooledMembers, membersPerStep * steps) * zones) / units)));

function searchGround(ground: Ground, task: ZoneSearchTask, objectiveFor: ObjectiveFactory): ZoneSearchFound {
  const { zones } = task;
  const random = new Random(task.seed);
  const treeShare = treeShareFor(ground.n, zones);
  const divisions: GroundDivision[] = [];
  const pool = ground.n <= pooledUnits && zones > 1 ? new ZonePool(ground.n, poolSize(ground.n, task)) : null;
  const bestSoFar = (): GroundDivision | null => divisions.reduce<GroundDivision | null>((best, division) => (best === null || isBetter(division, best) ? division : best), null);
  let terrain: Terrain = ground;
  for (const phase of scheduleFor(ground.n)) {
    let start: Start | null = phase.start === 'best' ? bestSoFar() : null;
    if (start === null) {
      const made = startOf(ground, task, random);
      if (made === null) return { task, divisions, proof: 'not-proven' };
      terrain = released(ground, made.unreachable);
      start = made;
    }
    const { carriesOn } = start;
    const settings = { seed: random.bits(), steps: Math.round(task.steps * phase.share), treeShare, from: phase.from, to: phase.to };
    divisions.push({ ...anneal(terrain, objectiveFor(ground, zones, carriesOn), start.zoneOf, zones, settings, pool), carriesOn });
  }
  const annealed = bestSoFar();
  const covered = annealed === null || pool === null ? null : fromPool(ground, pool, task, annealed, objectiveFor);
  if (covered !== null) divisions.push(covered);
  const [proof, exact] = exactly(ground, task, bestSoFar(), objectiveFor);
  if (exact !== null) divisions.push(exact);
  const last = bestSoFar();
  if (proof !== 'best' && last !== null) {
    const polished = polish(terrain, objectiveFor(ground, zones, last.carriesOn), last.zoneOf, zones, { patience: 20 + Math.floor(Math.sqrt(ground.n)) });
    divisions.push({ ...polished, carriesOn: last.carriesOn });
  }
  const tidy = bestSoFar();
  if (proof !== 'best' && tidy !== null && ground.n <= mostUnitsPaired) {
    const paired = bestPairs(ground, objectiveFor(ground, zones, tidy.carriesOn), tidy.zoneOf, zones, Math.round(Math.max(task.steps, task.exactSteps) / stepsPerPairNode));
    divisions.push({ ...tidy, zoneOf: paired.zoneOf });
  }
  return { task, proof, divisions: divisions.map((division) => measured(ground, division, zones, objectiveFor)).sort((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0)) };
}

/** Sums and value counted once more from nothing: those that went along with a search may have gathered rounding. */
function measured(ground: Ground, { zoneOf, carriesOn }: GroundDivision, zones: number, objectiveFor: ObjectiveFactory): GroundDivision {
  const objective = objectiveFor(ground, zones, carriesOn);
  objective.begin(zoneOf, zones);
  return { zoneOf, carriesOn, excess: new Division(ground, zoneOf, zones).excess, value: objective.value() };
}

/** The best division that zones met on the way make up together, when it is better than the best so far. */
function fromPool(ground: Ground, pool: ZonePool, { zones, steps }: ZoneSearchTask, best: GroundDivision, objectiveFor: ObjectiveFactory): GroundDivision | null {
  const { zoneCost, grain } = objectiveFor(ground, zones, best.carriesOn);
  if (zoneCost === null || ground.ties !== null || ground.fixed.includes(1) || pool.count < zones) return null;
  const columns = pool.columns(zoneCost);
  const { columns: chosen } = bestCover(columns, { zones, cutoff: best.excess > 1e-6 ? Infinity : best.value, grain, work: 20 * steps });
  if (chosen === null) return null;
  const zoneOf = divisionOf(columns, chosen);
  return measured(ground, { zoneOf, carriesOn: carried(ground, zoneOf, zones), excess: 0, value: 0 }, zones, objectiveFor);
}

/** Where the zones are few enough to be listed within the steps of the task: the best of all, or the certainty that none fits. */
function exactly(ground: Ground, { zones, exactSteps }: ZoneSearchTask, best: GroundDivision | null, objectiveFor: ObjectiveFactory): [ZoneProof, GroundDivision | null] {
  if (ground.n > mostUnitsListed || ground.fixed.includes(1)) return ['not-proven', null];
  const carriesOn = best?.carriesOn ?? new Int32Array(zones).fill(-1);
  const exact = exactDivision(ground, objectiveFor(ground, zones, carriesOn), zones, best, { nodes: 2 * exactSteps, work: 400 * exactSteps });
  if (exact.status === 'infeasible') return ['none-within-bounds', null];
  if (exact.best === null) return ['not-proven', null];
  return [exact.status === 'proven' ? 'best' : 'not-proven', { ...exact.best, carriesOn: carried(ground, exact.best.zoneOf, zones) }];
}

/** The ground with fixed units let go that their zone cannot reach. */
function released(ground: Ground, units: readonly number[]): Terrain {
  if (units.length === 0) return ground;
  const fixed = ground.fixed.slice();
  for (const unit of units) fixed[unit] = 0;
  return { ...ground, fixed };
}

/** Puts the results of all tasks together. */
export function concludeZoneSearch(problem: ZoneProblem, settings: ZoneSearchSettings, results: readonly ZoneSearchFound[]): ZoneAnswer {
  const ground = groundOf(problem);
  const frozen = [...new Set(locksOf(problem).frozenZones)].sort((a, b) => a - b);
  const proofOf = (zones: number): ZoneProof => results.find(({ task, proof }) => task.zones === zones && proof !== 'not-proven')?.proof ?? 'not-proven';
  const planOf = ({ zoneOf, carriesOn, excess, value }: GroundDivision, zones: number, proof: ZoneProof): ZonePlan => ({
    ...numbered(problem, ground, frozen, zoneOf, carriesOn),
    excess,
    value,
    criteria: criteriaOf(ground, zoneOf, zones, carriesOn),
    proof,
  });
  if (ground.n === 0) {
    const none = { zoneOf: new Int32Array(0), carriesOn: new Int32Array(0), excess: 0, value: 0 };
    const only = planOf(none, 0, 'best');
    return { best: only, front: [only], alternatives: [], findings: findingsOf(problem, only) };
  }
  const all = results.flatMap(({ task, divisions }) => divisions.map((division) => ({ ...division, zones: task.zones })));
  const ranked = all.sort((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : a.zones - b.zones));
  const first = ranked[0];
  if (first === undefined) throw new Error('Got no division from any task.');
  const counts = [...new Set(ranked.map(({ zones }) => zones))].sort((a, b) => a - b);
  const front = counts.map((zones) => ranked.find((division) => division.zones === zones)!).map((division) => planOf(division, division.zones, proofOf(division.zones)));
  const worthShowing = ranked.filter((division) => division.excess <= first.excess + 1e-6 && division.value <= first.value + 0.25 * Math.abs(first.value));
  const [, ...alternatives] = diverse(ground.persons, worthShowing, settings.alternatives + 1);
  const best = planOf(first, first.zones, proofOf(first.zones));
  return { best, front, alternatives: alternatives.map((division) => planOf(division, division.zones, 'not-proven')), findings: findingsOf(problem, best) };
}

/** Back to the units of the problem: zones numbered by their first unit in the ground's own order, frozen ones last. */
function numbered(problem: ZoneProblem, ground: Ground, frozen: readonly number[], zoneOf: Int32Array, carriesOn: Int32Array): Pick<ZonePlan, 'zones' | 'zoneOf' | 'carriesOn'> {
  const order = new Map<number, number>();
  for (const zone of zoneOf) if (!order.has(zone)) order.set(zone, order.size);
  const carries = [...order.keys()].map((zone) => carriesOn[zone]!);
  const full = ground.unitOf.map((unit, i) => (unit === -1 ? order.size + frozen.indexOf(problem.reference![i]!) : order.get(zoneOf[unit]!)!));
  return { zones: order.size + frozen.length, zoneOf: full, carriesOn: Int32Array.from([...carries, ...frozen]) };
}

/**
 * Divides units into zones: each in one piece, with inhabitants within bounds and locks kept where that can be, and
 * then as good as the search finds it by the wishes. What cannot be met is in `findings`, beside the best there is. The same
 * problem, in whatever order its units stand, and the same settings give the same answer. Cost: `steps` moves.
 */
export function divideIntoZones(problem: ZoneProblem, settings: ZoneSearchSettings = usualSearch(problem), objectiveFor?: ObjectiveFactory): Result<ZoneAnswer, ZoneRefusal> {
  const checked = checkProblem(problem);
  if (!checked.ok) return err(checked.error);
  const results = planZoneSearch(problem, settings).map((task) => runZoneSearch(problem, settings.weights, task, objectiveFor));
  return ok(concludeZoneSearch(problem, settings, results));
}

/** The greatest number of zones that the inhabitants allow with this lower bound, tried downwards until a division within bounds is found (max-p). */
export function mostZones(problem: ZoneProblem, settings: ZoneSearchSettings, objectiveFor?: ObjectiveFactory): Result<ZoneAnswer, ZoneRefusal> {
  const most = Math.min(problem.n, countsThatFit(inhabitantsOf(problem), problem.lower, problem.upper).most);
  for (let zones = most; zones > 1; zones--) {
    const answer = divideIntoZones({ ...problem, zoneCount: { fewest: zones, most: zones } }, settings, objectiveFor);
    if (!answer.ok || answer.value.best.excess < 1e-6) return answer;
  }
  return divideIntoZones({ ...problem, zoneCount: { fewest: 1, most: 1 } }, settings, objectiveFor);
}
