import type { Municipality, Plan } from '@woonzorgzones/core/model';
import { criteriaSettingsOf, judgeZones, settingsOfPlan, type PlanCriteria } from '@woonzorgzones/core/zoning';
import { groundOfPlan } from './plan-delineation.ts';

/** How the zones of a plan meet the criteria, by the plan's own settings. */
export function criteriaOf(municipality: Municipality, plan: Plan): PlanCriteria {
  const { graph, nuclei, ways } = groundOfPlan(municipality, plan);
  return judgeZones(municipality, graph, plan, nuclei, criteriaSettingsOf(settingsOfPlan(municipality, plan)), ways);
}
