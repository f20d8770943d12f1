import type { Municipality, Plan } from '@woonzorgzones/core/model';
import { blockGraph, defaultCriteriaSettings, judgeZones, type PlanCriteria } from '@woonzorgzones/core/zoning';
import { nucleiOf } from './nuclei.ts';
import { oncePer } from './once-per.ts';

const graphOf = oncePer(blockGraph);

/** The division that is called so is what should stay whole; a municipality that imported none is not judged on it. */
const wijken = 'wijken';

/** How the zones of a plan meet the usual criteria. */
export function criteriaOf(municipality: Municipality, plan: Plan): PlanCriteria {
  const hasWijken = municipality.divisions.some(({ id }) => id === wijken);
  const settings = { ...defaultCriteriaSettings, wijken: hasWijken ? wijken : null };
  return judgeZones(municipality, graphOf(municipality), plan, nucleiOf(municipality).nuclei, settings);
}
