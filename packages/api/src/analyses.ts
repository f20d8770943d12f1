import type { Municipality, NormSet, Plan } from '@woonzorgzones/core/model';
import { analysePlan, prepareAnalysis, type PlanAnalysis } from '@woonzorgzones/core/needs';
import { oncePer } from './once-per.ts';

const groundOf = oncePer((municipality: Municipality) => oncePer((norms: NormSet) => prepareAnalysis(municipality, norms)));

/** The analysis of a plan; what does not depend on its zones is computed once per municipality and norm set. */
export const analysisOf = (municipality: Municipality, norms: NormSet, plan: Plan): PlanAnalysis =>
  analysePlan(groundOf(municipality)(norms), plan);
