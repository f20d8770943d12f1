import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { CareZone, Plan } from '../model/plan.ts';
import type { ZoneProblem } from './engine/problem.ts';
import type { ZoneWeights } from './engine/weights.ts';
import { weightsOf } from './wishes.ts';
import { zoneProblemOf, type DelineationGround } from './zone-problem.ts';

/** A plan as it stands, as a question to the engine: the blocks that are in a zone, with the locked zones frozen. */
export interface StandingProblem {
  readonly problem: ZoneProblem;
  readonly weights: ZoneWeights;
  readonly settings: DelineationSettings;
  /** Zones that hold blocks: first those that may change, then the locked ones, as the search numbers them. */
  readonly zones: readonly CareZone[];
  readonly unlocked: number;
  /** Per unit of the problem its block. */
  readonly keep: readonly number[];
  readonly division: { readonly zones: number; readonly zoneOf: Int32Array; readonly carriesOn: Int32Array };
}

/** Null when there is nothing to choose between: fewer than two zones hold blocks. `fixed`: further blocks that stay where they are. */
export function standingProblem(ground: DelineationGround, plan: Plan, given: DelineationSettings, fixed: readonly number[] = []): StandingProblem | null {
  // Against the plan itself every move is a change: that wish says nothing here.
  const settings: DelineationSettings = { ...given, zoneCount: null, wishes: given.keepClose === 'plan' ? { ...given.wishes, leastChange: 'off' } : given.wishes };
  const { blocks } = ground.municipality;
  const held = new Set(Object.values(plan.zoneOfBlock));
  const standing = plan.zones.filter(({ id }) => held.has(id));
  if (standing.length < 2) return null;
  const free = standing.filter(({ locked }) => !locked);
  const zones = [...free, ...standing.filter(({ locked }) => locked)];
  const place = new Map(zones.map(({ id }, zone) => [id, zone]));
  const keep = Array.from(blocks.keys()).filter((block) => plan.zoneOfBlock[blocks[block]!.id] !== undefined);
  const unitOf = new Map(keep.map((block, unit) => [block, unit]));
  const problem = withReference(partOf(zoneProblemOf(ground, settings, plan), keep), plan, keep.map((block) => blocks[block]!.id), zones.map(({ id }) => id), fixed.flatMap((block) => unitOf.get(block) ?? []));
  return {
    problem, settings, zones, keep, unlocked: free.length,
    weights: weightsOf(settings.wishes),
    division: {
      zones: zones.length,
      zoneOf: Int32Array.from(keep, (block) => place.get(plan.zoneOfBlock[blocks[block]!.id]!)!),
      carriesOn: Int32Array.from(zones.keys()),
    },
  };
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
function withReference(problem: ZoneProblem, plan: Plan, blockIds: readonly string[], zoneIds: readonly string[], fixed: readonly number[]): ZoneProblem {
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
      fixedUnits: [...locks.fixedUnits, ...fixed],
      together: locks.together.filter(([i, j]) => reference[i] === reference[j]),
      apart: locks.apart.filter(([i, j]) => reference[i] !== reference[j]),
    },
  };
}
