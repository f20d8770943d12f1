import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { facilitiesOf } from '../model/register.ts';
import { err, ok, type Result } from '../model/result.ts';
import { metres, persons, type Persons } from '../model/units.ts';
import { blockGraph } from './block-graph.ts';
import { fittingCounts, outOfBounds } from './bounds.ts';
import { drawCircles, type Circle } from './circles.ts';
import { criteriaSettingsOf, type PlanCriteria } from './criteria.ts';
import { bridgesOf, certificatesOf, piecesPerZone, type DelineationCertificates, type IslandBridge } from './delineation-certificates.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import type { DelineationProblem, Named } from './delineation-problem.ts';
import type { ZoneCriteria } from './engine/criteria.ts';
import { findingsOf } from './engine/findings.ts';
import { checkProblem, type ZoneFinding, type ZoneProblem } from './engine/problem.ts';
import type { ZonePlan, ZoneProof } from './engine/zone-plan.ts';
import { concludeZoneSearch, planZoneSearch, runZoneSearch, usualSearch, type ZoneSearchFound, type ZoneSearchSettings, type ZoneSearchTask } from './engine/zone-search.ts';
import { judgeZones } from './judge-zones.ts';
import { kernDistances } from './kern-distances.ts';
import { nucleiOfPlan, type Nucleus } from './nuclei.ts';
import { serviceWays } from './service-flows.ts';
import { weightsOf } from './wishes.ts';
import { listingOrder, nameZones } from './zone-names.ts';
import { carriesOnPlan, zoneProblemOf, type CriteriaGround, type DelineationGround } from './zone-problem.ts';

/** A woonzorgzone as proposed. */
export interface ProposedZone {
  readonly id: string;
  readonly name: string;
  readonly inhabitants: Persons;
  /** Ids, ascending. */
  readonly blocks: readonly string[];
  /** Ids of the kernen in it, most inhabitants first. */
  readonly nuclei: readonly string[];
}

/** One division into woonzorgzones, with what it is worth and what it does not meet. */
export interface ZoneProposal {
  readonly zones: readonly ProposedZone[];
  /** Every block of the municipality, ascending by id. */
  readonly zoneOfBlock: Readonly<Record<string, string>>;
  /** Inhabitants by which zones fall short of or pass their bounds, summed. */
  readonly outOfBounds: Persons;
  /** The wishes as they are met, weighed and summed: less is better, and only after `outOfBounds`. */
  readonly cost: number;
  /** Each wish as it is met, before it is weighed: 0 is best (see `plannerObjective`). */
  readonly wishes: ZoneCriteria;
  /** Whether this is known to be the best division into so many zones. */
  readonly proof: ZoneProof;
  readonly criteria: PlanCriteria;
  /** What could not be met; empty when every zone is whole and within bounds. */
  readonly problems: readonly DelineationProblem[];
}

/** The best proposal, with all that it rests on and what else there is. */
export interface Delineation extends ZoneProposal {
  readonly settings: DelineationSettings;
  readonly nuclei: readonly Nucleus[];
  readonly circles: readonly Circle[];
  /** Inhabitants in no circle. */
  readonly outsideCircles: Persons;
  /** Links over which separate parts of the municipality were joined. */
  readonly bridges: readonly IslandBridge[];
  readonly certificates: DelineationCertificates;
  /** The best for each number of zones tried, fewest first; the best of all is among them. */
  readonly front: readonly ZoneProposal[];
  /** Clearly different proposals, best first; the best of all is not among them. */
  readonly alternatives: readonly ZoneProposal[];
}

/** A delineation cut into tasks that need nothing of each other: they may run anywhere, in any order. */
export interface PreparedDelineation {
  readonly ground: DelineationGround;
  readonly settings: DelineationSettings;
  readonly standing: Plan | null;
  readonly problem: ZoneProblem;
  readonly search: ZoneSearchSettings;
  readonly tasks: readonly ZoneSearchTask[];
  /** What was wrong with the question and set aside. */
  readonly setAside: readonly DelineationProblem[];
}

/** What zones are judged by, by the settings and the changes of a plan: all but the circular areas. */
export function criteriaGround(municipality: Municipality, settings: Pick<DelineationSettings, 'nuclei'>, standing: Pick<Plan, 'nuclei' | 'register'> | null): CriteriaGround {
  const facilities = standing === null ? municipality.facilities : facilitiesOf(municipality, standing);
  return { municipality, graph: blockGraph(municipality), nuclei: nucleiOfPlan(municipality, settings.nuclei, standing?.nuclei ?? [], facilities), ways: serviceWays(municipality, facilities) };
}

/** All that a division of a municipality rests on. */
export const withCircles = (ground: CriteriaGround, settings: Pick<DelineationSettings, 'circles'>): DelineationGround =>
  ({ ...ground, circles: drawCircles(ground.municipality, ground.nuclei, settings.circles, kernDistances(ground.municipality)) });

export const delineationGround = (municipality: Municipality, settings: DelineationSettings, standing: Pick<Plan, 'nuclei' | 'register'> | null): DelineationGround =>
  withCircles(criteriaGround(municipality, settings, standing), settings);

/**
 * Lays out the work. `standing`: the plan whose locks and kernen hold, and against which few people should change zone when
 * that is wished. Refuses only what leaves nothing to divide.
 */
export function prepareDelineation(municipality: Municipality, given: DelineationSettings, standing: Plan | null): Result<PreparedDelineation, DelineationProblem> {
  const { blocks } = municipality;
  const bounds = given.inhabitants;
  if (blocks.length === 0) return err({ code: 'no-blocks' });
  if (blocks.every(({ inhabitants }) => inhabitants === 0)) return err({ code: 'no-inhabitants' });
  if (!(bounds.least > 0 && bounds.most >= bounds.least)) return err({ code: 'bounds-impossible', ...bounds });
  const setAside: DelineationProblem[] = [];
  const asked = given.zoneCount;
  const possible = asked === null ? null : Math.min(blocks.length, Math.max(1, Math.floor(asked)));
  if (asked !== null && asked !== possible) setAside.push({ code: 'zone-count-impossible', zoneCount: asked, blocks: blocks.length });
  const settings = { ...given, zoneCount: possible };

  const ground = delineationGround(municipality, settings, standing);
  setAside.push(...locksWithoutGround(municipality, settings, standing));
  const { problem, contradictions } = withoutContradictions(ground, zoneProblemOf(ground, settings, standing));
  setAside.push(...contradictions);
  const usual = usualSearch(problem);
  const search: ZoneSearchSettings = {
    ...usual,
    weights: weightsOf(settings.wishes),
    seed: settings.seed,
    steps: Math.max(1, Math.round(settings.effort * usual.steps)),
    exactSteps: Math.max(1, Math.round(settings.effort * usual.exactSteps)),
    alternatives: settings.alternatives,
  };
  return ok({ ground, settings, standing, problem, search, tasks: planZoneSearch(problem, search), setAside });
}

/** Puts the results of all tasks together, in whatever order they ran. */
export function concludeDelineation(prepared: PreparedDelineation, results: readonly ZoneSearchFound[]): Delineation {
  const { ground, settings, problem, search, tasks, setAside } = prepared;
  const inOrder = tasks.map((task) => {
    const found = results.find((result) => result.task.zones === task.zones && result.task.seed === task.seed);
    if (found === undefined) throw new Error(`Got no result of the task of ${task.zones} zones, seed ${task.seed}.`);
    return found;
  });
  const answer = concludeZoneSearch(problem, search, inOrder);
  const proposals = new Map<ZonePlan, ZoneProposal>();
  const proposalOf = (plan: ZonePlan): ZoneProposal => {
    let proposal = proposals.get(plan);
    if (proposal === undefined) proposals.set(plan, (proposal = proposalFrom(prepared, plan)));
    return proposal;
  };
  const best = proposalOf(answer.best);
  return {
    ...best,
    problems: [...setAside, ...best.problems],
    settings,
    nuclei: ground.nuclei,
    circles: ground.circles.circles,
    outsideCircles: ground.circles.outside,
    bridges: bridgesOf(ground),
    certificates: certificatesOf(ground, problem, search.weights, answer.best),
    front: answer.front.map(proposalOf),
    alternatives: answer.alternatives.map(proposalOf),
  };
}

/**
 * Woonzorgzones for a municipality: kernen are found, circles drawn around them, and the blocks divided into zones within
 * bounds of inhabitants where that can be, each in one piece, and as good by the wishes as the search finds. Every block is
 * in a zone. What cannot be met is in `problems`, and the best division is given all the same. The same settings give the
 * same division; neither the clock nor the order of rows plays a part. Cost: the moves tried, see `effort`.
 */
export function delineate(
  municipality: Municipality, settings: DelineationSettings = defaultDelineationSettings, standing: Plan | null = null,
): Result<Delineation, DelineationProblem> {
  const prepared = prepareDelineation(municipality, settings, standing);
  if (!prepared.ok) return prepared;
  const { problem, search, tasks } = prepared.value;
  return ok(concludeDelineation(prepared.value, tasks.map((task) => runZoneSearch(problem, search.weights, task))));
}

function locksWithoutGround({ blocks }: Municipality, { locks }: DelineationSettings, standing: Plan | null): DelineationProblem[] {
  const known = new Set(blocks.map(({ id }) => id));
  const tied = [...locks.together, ...locks.apart].flat();
  const missing = [...tied.filter((id) => !known.has(id)), ...locks.blocks.filter((id) => !known.has(id) || standing?.zoneOfBlock[id] === undefined)];
  return missing.length === 0 ? [] : [{ code: 'locks-without-ground', blocks: [...new Set(missing)].sort() }];
}

/** Sets aside the locks on blocks that are bound together and apart at once, until the rest can be kept. */
function withoutContradictions(ground: DelineationGround, given: ZoneProblem): { readonly problem: ZoneProblem; readonly contradictions: DelineationProblem[] } {
  const contradictions: DelineationProblem[] = [];
  let problem = given;
  for (;;) {
    const checked = checkProblem(problem);
    if (checked.ok) return { problem, contradictions };
    if (checked.error.code !== 'locks-contradict' || problem.locks === undefined) throw new Error(`Got ${checked.error.code} when expected a question that can be asked.`);
    const units = new Set(checked.error.units);
    contradictions.push({ code: 'locks-contradict', blocks: named(ground, [...units].sort((a, b) => a - b)) });
    const isApart = ([i, j]: readonly [number, number]): boolean => !units.has(i) && !units.has(j);
    const { frozenZones, fixedUnits, together, apart } = problem.locks;
    problem = { ...problem, locks: { frozenZones, fixedUnits: fixedUnits.filter((unit) => !units.has(unit)), together: together.filter(isApart), apart: apart.filter(isApart) } };
  }
}

const named = ({ municipality: { blocks } }: DelineationGround, units: readonly number[]): Named[] => units.map((unit) => ({ id: blocks[unit]!.id, name: blocks[unit]!.name }));

function proposalFrom(prepared: PreparedDelineation, plan: ZonePlan): ZoneProposal {
  const { ground, settings, standing } = prepared;
  const { municipality, graph, nuclei, ways } = ground;
  const { blocks } = municipality;
  const blockIndex = new Map(blocks.map(({ id }, index) => [id, index]));
  const nucleiIn = Array.from({ length: plan.zones }, (): Nucleus[] => []);
  for (const nucleus of nuclei) nucleiIn[plan.zoneOf[blockIndex.get(nucleus.block)!]!]!.push(nucleus);
  const carried = Array.from(plan.carriesOn, (zone) => (carriesOnPlan(settings, standing) ? (standing.zones[zone] ?? null) : null));
  const names = namesOf(prepared, plan, nucleiIn, carried.map((zone) => zone?.name ?? null));
  const order = carried.some((zone) => zone !== null) ? orderOfPlan(plan, names) : listingOrder(names);
  const ids = freshIds(order, carried.map((zone) => zone?.id ?? null));
  const zones = order.map((zone): ProposedZone => {
    const inZone = blocks.filter((_, block) => plan.zoneOf[block] === zone);
    return {
      id: ids[zone]!,
      name: names[zone]!,
      inhabitants: persons(inZone.reduce((sum, block) => sum + block.inhabitants, 0)),
      blocks: inZone.map(({ id }) => id),
      nuclei: nucleiIn[zone]!.map(({ id }) => id),
    };
  });
  const zoneOfBlock = Object.fromEntries(blocks.map(({ id }, block) => [id, ids[plan.zoneOf[block]!]!]));
  const judged: Plan = { dataset: '', normSet: '', name: '', zones: zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock };
  return {
    zones,
    zoneOfBlock,
    outOfBounds: persons(zones.reduce((sum, { inhabitants }) => sum + outOfBounds(inhabitants, settings.inhabitants), 0)),
    cost: plan.value,
    wishes: plan.criteria,
    proof: plan.proof,
    criteria: judgeZones(municipality, graph, judged, nuclei, criteriaSettingsOf(settings), ways),
    problems: problemsOf(prepared, plan, zones, order),
  };
}

/** Zones that carry on one of the plan keep its name; the others are named by where they lie, each name once. */
function namesOf({ ground: { municipality, graph } }: PreparedDelineation, plan: ZonePlan, nucleiIn: readonly (readonly Nucleus[])[], carried: readonly (string | null)[]): readonly string[] {
  const wanted = nameZones(
    graph, plan.zoneOf, plan.zones, municipality.name, nucleiIn.map((inZone) => inZone.map(({ name }) => name)), municipality.blocks.map(({ name }) => name),
  );
  const taken = new Set(carried.filter((name) => name !== null));
  return wanted.map((name, zone) => {
    if (carried[zone] !== null) return carried[zone]!;
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
    taken.add(free);
    return free;
  });
}

/** The zones of the plan in its order, then new ones by name. */
const orderOfPlan = ({ carriesOn }: ZonePlan, names: readonly string[]): number[] => {
  const place = (zone: number): number => (carriesOn[zone] === -1 ? Infinity : carriesOn[zone]!);
  return [...names.keys()].sort((a, b) => (place(a) === place(b) ? (names[a]! < names[b]! ? -1 : 1) : place(a) - place(b)));
};

/** Ids of the plan where a zone carries one on, else the next number that is free, in listing order. */
function freshIds(order: readonly number[], carried: readonly (string | null)[]): readonly string[] {
  const taken = new Set(carried);
  const ids = carried.slice();
  let number = 1;
  for (const zone of order) {
    if (ids[zone] !== null) continue;
    while (taken.has(`zone-${number}`)) number++;
    ids[zone] = `zone-${number++}`;
  }
  return ids as readonly string[];
}

/** A barrier that runs through a block along so much of its width is more than the corner of a border that was drawn roughly. */
const cutShareOfWidth = 0.5;

function problemsOf({ ground, settings, standing, problem }: PreparedDelineation, plan: ZonePlan, zones: readonly ProposedZone[], order: readonly number[]): DelineationProblem[] {
  const { municipality: { blocks }, nuclei } = ground;
  const { least, most } = settings.inhabitants;
  const people = blocks.reduce((sum, block) => sum + block.inhabitants, 0);
  const problems: DelineationProblem[] = [];
  const fitting = fittingCounts(people, settings.inhabitants);
  if (people < least) problems.push({ code: 'too-few-inhabitants', inhabitants: persons(people), least });
  else if (fitting.fewest > fitting.most) problems.push({ code: 'no-count-fits', inhabitants: persons(people), least, most });
  else if (settings.zoneCount !== null && (settings.zoneCount < fitting.fewest || settings.zoneCount > fitting.most)) {
    problems.push({ code: 'count-cannot-fit', zoneCount: settings.zoneCount, inhabitants: persons(people), ...fitting });
  }
  for (const { id, name, inhabitants } of blocks) {
    if (inhabitants > most) problems.push({ code: 'block-above-most', block: id, name, inhabitants: persons(inhabitants), most });
  }
  problems.push(...cutBlocks(ground), ...smallParts(ground, least));
  if (nuclei.length === 0) problems.push({ code: 'no-kernen' });
  const locked = new Set(standing === null ? [] : standing.zones.flatMap(({ id, locked: isLocked }) => (isLocked ? [id] : [])));
  const pieces = piecesPerZone(ground, plan.zoneOf, plan.zones);
  for (const [place, zone] of zones.entries()) {
    if (outOfBounds(zone.inhabitants, settings.inhabitants) > 0) {
      const code = locked.has(zone.id) ? 'locked-zone-out-of-bounds' : 'zone-out-of-bounds';
      problems.push({ code, zone: zone.id, name: zone.name, inhabitants: zone.inhabitants, least, most });
    }
    if (pieces[order[place]!]! > 1) problems.push({ code: 'zone-in-pieces', zone: zone.id, name: zone.name, pieces: pieces[order[place]!]! });
  }
  const zoneName = (reference: number): Named => standing!.zones[reference] ?? { id: '', name: '' };
  problems.push(...findingsOf(problem, plan).flatMap((finding) => fromFinding(ground, finding, zoneName, least)));
  return problems;
}

/** Findings of the search about locks, in words of the municipality; what counts alone say is told above. */
function fromFinding(ground: DelineationGround, finding: ZoneFinding, zoneName: (reference: number) => Named, least: Persons): DelineationProblem[] {
  switch (finding.code) {
    case 'lock-not-kept': {
      const [one, other] = named(ground, finding.units);
      return [{ code: 'lock-not-kept', blocks: [one!, other!], together: finding.together }];
    }
    case 'fixed-units-in-pieces': {
      const { id, name } = zoneName(finding.zone);
      return [{ code: 'fixed-blocks-apart', zone: id, name, blocks: named(ground, finding.units) }];
    }
    case 'rest-below-lower': {
      const [first] = named(ground, finding.units);
      return [{ code: 'rest-below-least', block: first!.id, name: first!.name, blocks: finding.units.length, inhabitants: persons(finding.inhabitants), least }];
    }
    default: return [];
  }
}

/** Blocks that a barrier runs through. */
function cutBlocks({ municipality: { blocks, barriers }, graph }: DelineationGround): DelineationProblem[] {
  const stretches = graph.barriers;
  const through = new Map<number, Map<string, number>>();
  for (let row = 0; row < stretches.a.length; row++) {
    const block = stretches.a[row]!;
    if (block !== stretches.b[row] || graph.inhabitants[block] === 0) continue;
    const lengths = through.get(block) ?? new Map<string, number>();
    const { name } = barriers[stretches.barrier[row]!]!;
    lengths.set(name, (lengths.get(name) ?? 0) + stretches.lengthMetres[row]!);
    through.set(block, lengths);
  }
  return [...through].sort(([a], [b]) => a - b).flatMap(([block, lengths]): DelineationProblem[] => {
    const length = [...lengths.values()].reduce((sum, metresThrough) => sum + metresThrough, 0);
    if (length < cutShareOfWidth * Math.sqrt(graph.areaM2[block]!)) return [];
    return [{
      code: 'block-cut-by-barrier', block: blocks[block]!.id, name: blocks[block]!.name,
      barriers: [...lengths].sort(([p, a], [q, b]) => b - a || (p < q ? -1 : 1)).map(([name]) => name), lengthMetres: metres(length), inhabitants: persons(graph.inhabitants[block]!),
    }];
  });
}

/** Parts of the municipality that lie apart and are too small to be a zone. The part with most inhabitants is never one of them. */
function smallParts({ municipality: { blocks }, graph }: DelineationGround, least: Persons): DelineationProblem[] {
  if (graph.partCount < 2) return [];
  const inhabitants = new Float64Array(graph.partCount);
  for (let i = 0; i < graph.n; i++) inhabitants[graph.partOf[i]!]! += graph.inhabitants[i]!;
  const main = inhabitants.indexOf(Math.max(...inhabitants));
  return Array.from(inhabitants, (count, part): DelineationProblem[] => {
    if (part === main || count >= least) return [];
    const members = blocks.filter((_, block) => graph.partOf[block] === part);
    let gap = Infinity;
    for (let e = 0; e < graph.m; e++) {
      if (graph.isBridge[e] === 1 && (graph.partOf[graph.u[e]!] === part || graph.partOf[graph.v[e]!] === part)) gap = Math.min(gap, graph.gapMetres[e]!);
    }
    const first = members[0]!;
    return [{ code: 'part-below-least', block: first.id, name: first.name, blocks: members.length, inhabitants: persons(count), least, gapMetres: metres(gap) }];
  }).flat();
}
