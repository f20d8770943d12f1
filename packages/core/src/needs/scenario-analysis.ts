import { err, ok, type NormSet, type Plan, type Result, type ScenarioChain } from '../model/index.ts';
import { areasAgainst, gapsGone } from './against.ts';
import { analysePlan, prepareAnalysis, yearsOf, type AnalysisGround } from './analyse.ts';
import type { PlanAnalysis } from './analysis.ts';
import { changeFacilities } from './change-facilities.ts';
import { facilitiesAfter, type ScenarioStepProblem } from './scenario-facilities.ts';
import { wayChanges } from './way-changes.ts';

export type ScenarioAnalysisProblem =
  | ScenarioStepProblem
  /** No age table of that year that fits the age bands. */
  | { readonly code: 'year-without-ages'; readonly year: number; readonly given: readonly number[] };

/** The ground of a plan in another year; the same ground where it is that year. */
export function groundOfYear(ground: AnalysisGround, year: number): Result<AnalysisGround, ScenarioAnalysisProblem> {
  if (year === ground.supply.year) return ok(ground);
  const given = yearsOf(ground.municipality);
  if (!given.includes(year)) return err({ code: 'year-without-ages', year, given });
  return ok(prepareAnalysis(ground.municipality, ground.norms, ground.supply.all.map(({ facility }) => facility), { ...ground.settings, year }));
}

/**
 * The ground of a scenario on that of its plan: where only facilities differ, only what they touch is reckoned again.
 * `norms`: the set of the scenario, that of the plan where it names none.
 */
export function groundOfScenario(base: AnalysisGround, { steps, year }: ScenarioChain, norms: NormSet = base.norms): Result<AnalysisGround, ScenarioAnalysisProblem> {
  const facilities = facilitiesAfter(base.supply.all.map(({ facility }) => facility), steps, base.municipality.fictitious);
  if (!facilities.ok) return facilities;
  const inYear = year ?? base.supply.year;
  if (inYear === base.supply.year && norms === base.norms) return ok(changeFacilities(base, facilities.value));
  const given = yearsOf(base.municipality);
  if (!given.includes(inYear)) return err({ code: 'year-without-ages', year: inYear, given });
  return ok(prepareAnalysis(base.municipality, norms, facilities.value, { ...base.settings, year: inYear }));
}

/** What a scenario means for a plan, with every figure against its base. `base` and `scenario`: the grounds of both. */
export function analyseScenario(base: AnalysisGround, scenario: AnalysisGround, plan: Plan, named: { readonly id: string; readonly name: string }): PlanAnalysis {
  const before = analysePlan(base, plan);
  const after = analysePlan(scenario, plan);
  return {
    ...after,
    provenance: { ...after.provenance, scenario: { id: named.id, name: named.name } },
    against: { areas: areasAgainst(before, after), gapsClosed: gapsGone(before, after), gapsOpened: gapsGone(after, before), ways: wayChanges(base, scenario, plan) },
  };
}
