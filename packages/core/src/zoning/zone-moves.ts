import { zoneWishIds, type DelineationSettings, type ZoneWish } from '../model/delineation-settings.ts';
import type { Plan } from '../model/plan.ts';
import { persons, type Persons } from '../model/units.ts';
import { outOfBounds } from './bounds.ts';
import type { Named } from './delineation-problem.ts';
import { bestMoves, type SingleMove } from './engine/moves.ts';
import type { ZoneProblem } from './engine/problem.ts';
import { weightsOf } from './wishes.ts';
import { zoneProblemOf, type DelineationGround } from './zone-problem.ts';

/** A block (with those tied to it) that would do better in a zone beside its own, and what that changes. */
export interface ZoneMove {
  readonly blocks: readonly Named[];
  readonly inhabitants: Persons;
  readonly from: Named;
  readonly to: Named;
  /** Inhabitants of the two zones after the move. */
  readonly fromAfter: Persons;
  readonly toAfter: Persons;
  /** Change of the inhabitants by which zones are out of bounds; negative is better. */
  readonly outOfBounds: number;
  /** Wishes that are met better and worse, those that weigh most in the change first. */
  readonly better: readonly ZoneWish[];
  readonly worse: readonly ZoneWish[];
}

/** The best single moves at one zone, best first; none when no single move betters the plan there. */
export interface MovesOfZone {
  readonly zone: string;
  readonly moves: readonly ZoneMove[];
}

const movesTold = 3;

/** A change of a wish below this is not told: what it weighs is lost among the others. */
const leastChangeTold = 1e-4;

/**
 * What could be changed about a plan block by block: per zone the best three single moves with their effect. Blocks in no
 * zone are left aside, locks are kept, zones stay in one piece. O(blocks · borders of a block + moves told · blocks).
 */
export function movesPerZone(ground: DelineationGround, plan: Plan, given: DelineationSettings): readonly MovesOfZone[] {
  // Against the plan itself every move is a change: that wish says nothing here.
  const settings: DelineationSettings = { ...given, zoneCount: null, wishes: given.keepClose === 'plan' ? { ...given.wishes, leastChange: 'off' } : given.wishes };
  const { blocks } = ground.municipality;
  const held = new Set(Object.values(plan.zoneOfBlock));
  const standing = plan.zones.filter(({ id }) => held.has(id));
  const none = plan.zones.map(({ id }): MovesOfZone => ({ zone: id, moves: [] }));
  if (standing.length < 2) return none;
  // Locked zones come last, as the search numbers them.
  const zones = [...standing.filter(({ locked }) => !locked), ...standing.filter(({ locked }) => locked)];
  const place = new Map(zones.map(({ id }, zone) => [id, zone]));
  const keep = Array.from(blocks.keys()).filter((block) => plan.zoneOfBlock[blocks[block]!.id] !== undefined);
  const problem = withReference(partOf(zoneProblemOf(ground, settings, plan), keep), plan, keep.map((block) => blocks[block]!.id), zones.map(({ id }) => id));
  const division = {
    zones: zones.length,
    zoneOf: Int32Array.from(keep, (block) => place.get(plan.zoneOfBlock[blocks[block]!.id]!)!),
    carriesOn: Int32Array.from(zones.keys()),
  };
  const weights = weightsOf(settings.wishes);
  const inhabitants = new Float64Array(zones.length);
  keep.forEach((block, unit) => (inhabitants[division.zoneOf[unit]!]! += blocks[block]!.inhabitants));
  const told = bestMoves(problem, division, weights, movesTold);
  const wordsOf = (move: SingleMove): ZoneMove => {
    const weighed = zoneWishIds.map((wish) => ({ wish, change: move.criteria[wish] * weights[wish] })).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const [fromAfter, toAfter] = [inhabitants[move.from]! - move.inhabitants, inhabitants[move.to]! + move.inhabitants];
    const out = (count: number): number => outOfBounds(count, settings.inhabitants);
    return {
      blocks: move.units.map((unit) => ({ id: blocks[keep[unit]!]!.id, name: blocks[keep[unit]!]!.name })),
      inhabitants: persons(move.inhabitants),
      from: { id: zones[move.from]!.id, name: zones[move.from]!.name },
      to: { id: zones[move.to]!.id, name: zones[move.to]!.name },
      fromAfter: persons(fromAfter),
      toAfter: persons(toAfter),
      outOfBounds: out(fromAfter) + out(toAfter) - out(inhabitants[move.from]!) - out(inhabitants[move.to]!),
      better: weighed.filter(({ change }) => change < -leastChangeTold).map(({ wish }) => wish),
      worse: weighed.filter(({ change }) => change > leastChangeTold).map(({ wish }) => wish),
    };
  };
  return none.map(({ zone }) => ({ zone, moves: place.has(zone) ? told[place.get(zone)!]!.map(wordsOf) : [] }));
}

/** The question asked of some units only; what touched the others becomes outer border. */
function partOf(problem: ZoneProblem, keep: readonly number[]): ZoneProblem {
  if (keep.length === problem.n) return problem;
  const place = new Int32Array(problem.n).fill(-1);
  keep.forEach((unit, i) => (place[unit] = i));
  const pick = (values: Float64Array): Float64Array => Float64Array.from(keep, (unit) => values[unit]!);
  const { borders, communities, nuclei, flows, attributes, locks } = problem;
  const outerMetres = pick(problem.outerMetres);
  const edges: number[] = [];
  for (let e = 0; e < borders.u.length; e++) {
    const [u, v] = [place[borders.u[e]!]!, place[borders.v[e]!]!];
    if (u !== -1 && v !== -1) edges.push(e);
    else if (u !== -1) outerMetres[u]! += borders.lengthMetres[e]!;
    else if (v !== -1) outerMetres[v]! += borders.lengthMetres[e]!;
  }
  const rows = communities ? Array.from(communities.unit.keys()).filter((row) => place[communities.unit[row]!] !== -1) : [];
  const ways = flows ? Array.from(flows.weight.keys()).filter((row) => place[flows.from[row]!] !== -1 && place[flows.to[row]!] !== -1) : [];
  const tied = (pairs: readonly (readonly [number, number])[]): [number, number][] =>
    pairs.filter(([i, j]) => place[i] !== -1 && place[j] !== -1).map(([i, j]) => [place[i]!, place[j]!]);
  return {
    n: keep.length,
    persons: pick(problem.persons),
    x: pick(problem.x),
    y: pick(problem.y),
    areaM2: pick(problem.areaM2),
    outerMetres,
    borders: {
      u: Int32Array.from(edges, (e) => place[borders.u[e]!]!),
      v: Int32Array.from(edges, (e) => place[borders.v[e]!]!),
      lengthMetres: Float64Array.from(edges, (e) => borders.lengthMetres[e]!),
      closedMetres: Float64Array.from(edges, (e) => borders.closedMetres[e]!),
    },
    lower: problem.lower,
    upper: problem.upper,
    ...(communities ? {
      communities: {
        count: communities.count,
        unit: Int32Array.from(rows, (row) => place[communities.unit[row]!]!),
        community: Int32Array.from(rows, (row) => communities.community[row]!),
        persons: Float64Array.from(rows, (row) => communities.persons[row]!),
      },
    } : {}),
    ...(nuclei ? { nuclei: { perUnit: Int32Array.from(keep, (unit) => nuclei.perUnit[unit]!), mostPerZone: nuclei.mostPerZone } } : {}),
    ...(flows ? {
      flows: {
        from: Int32Array.from(ways, (row) => place[flows.from[row]!]!), to: Int32Array.from(ways, (row) => place[flows.to[row]!]!), weight: Float64Array.from(ways, (row) => flows.weight[row]!),
      },
    } : {}),
    ...(attributes ? {
      attributes: { count: attributes.count, values: Float64Array.from(keep.flatMap((unit) => Array.from(attributes.values.subarray(unit * attributes.count, (unit + 1) * attributes.count)))) },
    } : {}),
    ...(problem.reference ? { reference: Int32Array.from(keep, (unit) => problem.reference![unit]!) } : {}),
    ...(locks ? {
      locks: {
        frozenZones: locks.frozenZones, fixedUnits: locks.fixedUnits.filter((unit) => place[unit] !== -1).map((unit) => place[unit]!), together: tied(locks.together), apart: tied(locks.apart),
      },
    } : {}),
  };
}

/** The zones of the plan as the reference, in the order in which moves number them, with the locked ones frozen. */
function withReference(problem: ZoneProblem, plan: Plan, blockIds: readonly string[], zoneIds: readonly string[]): ZoneProblem {
  const place = new Map(zoneIds.map((id, zone) => [id, zone]));
  const locked = new Set(plan.zones.flatMap(({ id, locked: isLocked }) => (isLocked ? [id] : [])));
  const locks = problem.locks ?? { frozenZones: [], fixedUnits: [], together: [], apart: [] };
  const reference = Int32Array.from(blockIds, (id) => place.get(plan.zoneOfBlock[id]!)!);
  return {
    ...problem,
    reference,
    // What does not hold in the plan as it stands cannot be kept by a single move either.
    locks: {
      frozenZones: zoneIds.flatMap((id, zone) => (locked.has(id) ? [zone] : [])),
      fixedUnits: locks.fixedUnits,
      together: locks.together.filter(([i, j]) => reference[i] === reference[j]),
      apart: locks.apart.filter(([i, j]) => reference[i] !== reference[j]),
    },
  };
}
