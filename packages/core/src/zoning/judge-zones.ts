import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import type { BlockGraph } from './block-graph.ts';
import type { CriteriaSettings, PlanCriteria } from './criteria.ts';
import type { Flows } from './engine/problem.ts';
import type { Nucleus } from './nuclei.ts';
import { zoneJudge } from './zone-judge.ts';

/** Per block the place of its zone in the plan, -1 for none. */
export function zonePlaces({ blocks }: Pick<Municipality, 'blocks'>, { zones, zoneOfBlock }: Pick<Plan, 'zones' | 'zoneOfBlock'>): Int32Array {
  const place = new Map(zones.map(({ id }, zone) => [id, zone]));
  return Int32Array.from(blocks, ({ id }) => place.get(zoneOfBlock[id] ?? '') ?? -1);
}

/** The blocks of each zone, ascending. */
export function membersOf(zoneOf: Int32Array, zones: number): readonly (readonly number[])[] {
  const members = Array.from({ length: zones }, (): number[] => []);
  for (let block = 0; block < zoneOf.length; block++) if (zoneOf[block] !== -1) members[zoneOf[block]!]!.push(block);
  return members;
}

/**
 * How the zones of a plan meet the criteria, zone by zone: measured value, norm, verdict. Blocks in no zone are told apart.
 * `ways`: those of people to services, between blocks. Linear in blocks, borders, barriers and ways.
 */
export function judgeZones(
  municipality: Municipality, graph: BlockGraph, plan: Plan, nuclei: readonly Nucleus[], settings: CriteriaSettings, ways: Flows,
): PlanCriteria {
  const judge = zoneJudge(municipality, graph, nuclei, settings, ways);
  const zoneOf = zonePlaces(municipality, plan);
  const members = membersOf(zoneOf, plan.zones.length);
  return judge.together(plan.zones.map(({ id }, zone) => judge.judge(id, zone, members[zone]!, zoneOf)), zoneOf);
}
