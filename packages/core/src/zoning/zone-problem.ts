import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import type { BlockGraph } from './block-graph.ts';
import type { Circles } from './circles.ts';
import type { Communities, Flows, Locks, ZoneProblem } from './engine/problem.ts';
import { ageAttributes } from './likeness.ts';
import type { Nucleus } from './nuclei.ts';
import { serviceFlows } from './service-flows.ts';
import { wijkenOf } from './wijken.ts';

/** All that zones are judged by, gathered once. */
export interface CriteriaGround {
  readonly municipality: Municipality;
  readonly graph: BlockGraph;
  readonly nuclei: readonly Nucleus[];
  /** Of people to the nearest school, shop and service centre, between blocks. */
  readonly ways: Flows;
}

/** All that a division of a municipality rests on. */
export interface DelineationGround extends CriteriaGround {
  readonly circles: Circles;
}

/** A gap counts as a closed border of its own length, at most this: beyond it a bridge is a bridge, however long. */
const longestGapMetres = 1000;

/**
 * The question to the search: blocks as units in their own order, with the locks of a standing plan. `standing`: the zones of
 * that plan are the reference by their position, -1 for blocks that are in none.
 */
export function zoneProblemOf({ municipality, graph, nuclei, circles, ways }: DelineationGround, settings: DelineationSettings, standing: Plan | null): ZoneProblem {
  const { blocks } = municipality;
  const outerMetres = graph.perimeterMetres.slice();
  for (let e = 0; e < graph.m; e++) {
    for (const end of [graph.u[e]!, graph.v[e]!]) outerMetres[end] = Math.max(0, outerMetres[end]! - graph.borderMetres[e]!);
  }
  const reference = referenceOf(municipality, settings, standing);
  return {
    n: graph.n,
    persons: Float64Array.from(graph.inhabitants),
    x: graph.x,
    y: graph.y,
    areaM2: graph.areaM2,
    outerMetres,
    borders: {
      u: graph.u,
      v: graph.v,
      lengthMetres: graph.borderMetres,
      closedMetres: graph.closedMetres.map((closed, e) => (graph.isBridge[e] === 1 ? Math.min(graph.gapMetres[e]!, longestGapMetres) : closed)),
    },
    lower: settings.inhabitants.least,
    upper: settings.inhabitants.most,
    ...(settings.zoneCount === null ? {} : { zoneCount: { fewest: Math.min(settings.zoneCount, graph.n), most: Math.min(settings.zoneCount, graph.n) } }),
    communities: communitiesOf(municipality, graph, settings, circles),
    ...(settings.mostKernenPerZone === null ? {} : { nuclei: { perUnit: kernenPerBlock(municipality, nuclei), mostPerZone: settings.mostKernenPerZone } }),
    ...(settings.wishes.ownServices === 'off' ? {} : { flows: serviceFlows(municipality, ways) }),
    ...(settings.wishes.likeness === 'off' ? {} : { attributes: ageAttributes(municipality) }),
    ...(reference === null ? {} : { reference, locks: locksOf(blocks, settings, standing) }),
    ...(reference === null && hasTies(settings) ? { locks: locksOf(blocks, settings, null) } : {}),
  };
}

const hasTies = ({ locks }: DelineationSettings): boolean => locks.together.length + locks.apart.length > 0;

/** Whether the zones of the standing plan bind: because some are locked, or because few people should change zone. */
export const carriesOnPlan = (settings: DelineationSettings, standing: Plan | null): standing is Plan =>
  standing !== null && standing.zones.length > 0 &&
  (standing.zones.some(({ locked }) => locked) || settings.locks.blocks.length > 0 || (settings.wishes.leastChange !== 'off' && settings.keepClose === 'plan'));

function referenceOf({ blocks, divisions }: Municipality, settings: DelineationSettings, standing: Plan | null): Int32Array | null {
  if (carriesOnPlan(settings, standing)) {
    const place = new Map(standing.zones.map(({ id }, zone) => [id, zone]));
    return Int32Array.from(blocks, ({ id }) => place.get(standing.zoneOfBlock[id] ?? '') ?? -1);
  }
  if (settings.wishes.leastChange === 'off') return null;
  return divisions.find(({ id }) => settings.keepClose === `division:${id}`)?.areaOfBlock ?? null;
}

/** Locks that name blocks or zones that are not there are left out: `lockProblems` tells of them. */
function locksOf(blocks: Municipality['blocks'], { locks }: DelineationSettings, standing: Plan | null): Locks {
  const index = new Map(blocks.map(({ id }, block) => [id, block]));
  const held = new Set(standing === null ? [] : Object.values(standing.zoneOfBlock));
  const pairs = (given: readonly (readonly [string, string])[]): [number, number][] => given.flatMap(([one, other]): [number, number][] => {
    const pair: [number | undefined, number | undefined] = [index.get(one), index.get(other)];
    return pair[0] === undefined || pair[1] === undefined ? [] : [[pair[0], pair[1]]];
  });
  return {
    frozenZones: standing === null ? [] : standing.zones.flatMap(({ id, locked }, zone) => (locked && held.has(id) ? [zone] : [])),
    fixedUnits: standing === null ? [] : locks.blocks.flatMap((id) => (index.has(id) && standing.zoneOfBlock[id] !== undefined ? [index.get(id)!] : [])),
    together: pairs(locks.together),
    apart: pairs(locks.apart),
  };
}

/** Wijken, and circles around kernen by who is counted for them. */
function communitiesOf(municipality: Municipality, graph: BlockGraph, settings: DelineationSettings, { circles, counted }: Circles): Communities {
  const rows: { unit: number; community: number; persons: number }[] = [];
  const wijken = wijkenOf(municipality, settings);
  const areas = wijken?.areas.length ?? 0;
  for (let unit = 0; unit < graph.n; unit++) {
    const area = wijken?.areaOfBlock[unit] ?? -1;
    if (area !== -1 && graph.inhabitants[unit]! > 0) rows.push({ unit, community: area, persons: graph.inhabitants[unit]! });
    for (let circle = 0; circle < circles.length; circle++) {
      const persons = counted[unit * circles.length + circle]!;
      if (persons > 0) rows.push({ unit, community: areas + circle, persons });
    }
  }
  return {
    count: areas + circles.length,
    unit: Int32Array.from(rows, ({ unit }) => unit),
    community: Int32Array.from(rows, ({ community }) => community),
    persons: Float64Array.from(rows, ({ persons }) => persons),
  };
}

function kernenPerBlock({ blocks }: Municipality, nuclei: readonly Nucleus[]): Int32Array {
  const index = new Map(blocks.map(({ id }, block) => [id, block]));
  const perBlock = new Int32Array(blocks.length);
  for (const { block } of nuclei) perBlock[index.get(block)!]!++;
  return perBlock;
}
