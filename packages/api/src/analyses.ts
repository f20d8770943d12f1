import { facilitiesOf, usualNeedSettings, type Facility, type Municipality, type NeedSettings, type NormSet, type Plan, type RegisterChanges } from '@woonzorgzones/core/model';
import { analysePlan, analysisSettings, prepareAnalysis, type PlanAnalysis } from '@woonzorgzones/core/needs';
import { oncePer } from './once-per.ts';

const changedFacilitiesOf = oncePer((municipality: Municipality) => oncePer((register: RegisterChanges) => facilitiesOf(municipality, { register })));

/** The facilities of a plan, computed once as long as its register stays as it is. */
export const planFacilities = (municipality: Municipality, { register }: Plan): readonly Facility[] =>
  (register === undefined ? municipality.facilities : changedFacilitiesOf(municipality)(register));

const groundOf = oncePer((municipality: Municipality) => oncePer((norms: NormSet) => oncePer((need: NeedSettings) =>
  oncePer((facilities: readonly Facility[]) => prepareAnalysis(municipality, norms, facilities, analysisSettings(municipality, need))))));

/** The analysis of a plan; what does not depend on its zones is computed once per municipality, norm set, settings of need and register of facilities. */
export const analysisOf = (municipality: Municipality, norms: NormSet, plan: Plan): PlanAnalysis =>
  analysePlan(groundOf(municipality)(norms)(plan.need ?? usualNeedSettings)(planFacilities(municipality, plan)), plan);
