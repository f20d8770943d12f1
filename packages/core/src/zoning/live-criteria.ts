import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { criteriaSettingsOf, type PlanCriteria, type ZoneCriteria } from './criteria.ts';
import { membersOf, zonePlaces } from './judge-zones.ts';
import type { CriteriaGround } from './zone-problem.ts';
import { zoneJudge } from './zone-judge.ts';
import type { DelineationSettings } from '../model/delineation-settings.ts';

/**
 * The criteria of a plan that is being drawn. A stroke is told block by block, and only the zones that gave or took are judged
 * anew; what it says equals `judgeZones` on the same zones, to the last digit.
 */
export interface LiveCriteria {
  readonly municipality: Municipality;
  /** Per block the place of its zone in the plan, -1 for none; not to be written to. */
  readonly zoneOf: Int32Array;
  /** Gives blocks to a zone (its place, -1 for none); the places of the zones that changed, ascending. O(blocks of these zones and their borders). */
  readonly assign: (blocks: readonly number[], zone: number) => readonly number[];
  readonly zone: (place: number) => ZoneCriteria;
  readonly membersOf: (place: number) => readonly number[];
  /** All zones and what they come to together. O(blocks + zones). */
  readonly criteria: () => PlanCriteria;
}

export function liveCriteria({ municipality, graph, nuclei, ways }: CriteriaGround, settings: DelineationSettings, plan: Pick<Plan, 'zones' | 'zoneOfBlock'>): LiveCriteria {
  const judge = zoneJudge(municipality, graph, nuclei, criteriaSettingsOf(settings), ways);
  const zoneOf = zonePlaces(municipality, plan);
  const members = membersOf(zoneOf, plan.zones.length).map((inZone) => [...inZone]);
  const judged = plan.zones.map(({ id }, zone) => judge.judge(id, zone, members[zone]!, zoneOf));
  return {
    municipality,
    zoneOf,
    assign(blocks, zone) {
      const touched = new Set<number>();
      const taken = new Set<number>();
      for (const block of blocks) {
        const before = zoneOf[block]!;
        if (before === zone) continue;
        zoneOf[block] = zone;
        taken.add(block);
        if (before !== -1) touched.add(before);
      }
      if (taken.size > 0) for (const from of touched) members[from] = members[from]!.filter((block) => zoneOf[block] === from);
      if (taken.size > 0 && zone !== -1) {
        members[zone] = [...members[zone]!, ...taken].sort((a, b) => a - b);
        touched.add(zone);
      }
      const changed = [...touched].sort((a, b) => a - b);
      for (const place of changed) judged[place] = judge.judge(plan.zones[place]!.id, place, members[place]!, zoneOf);
      return changed;
    },
    zone: (place) => judged[place]!,
    membersOf: (place) => members[place]!,
    criteria: () => judge.together([...judged], zoneOf),
  };
}
