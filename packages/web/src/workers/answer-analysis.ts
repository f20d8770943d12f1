import { facilitiesOf, ok, scenarioOf, type Municipality, type Plan, type Result, type ScenarioChain, type ScenarioProblem } from '@woonzorgzones/core/model';
import {
  analysePlan, analyseScenario, analysisSettings, groundOfScenario, groundOfYear, prepareAnalysis, type AnalysisGround, type PlanAnalysis, type ScenarioAnalysisProblem,
} from '@woonzorgzones/core/needs';
import { blocksOf } from '@woonzorgzones/core/zoning';
import type { AnalysisAsk } from './analysis-messages.ts';

/** The ground of a plan as it stands: made once, then changed only by what a scenario touches. */
let held: { readonly hash: string; readonly key: string; readonly ground: AnalysisGround } | null = null;

/** What the ground of a plan depends on; where its zones lie is not among it. */
const keyOf = ({ register, need, splits }: Plan, norms: AnalysisAsk['norms']): string => JSON.stringify([register, need, splits, norms]);

function groundOf(municipality: Municipality, { hash, plan, norms }: AnalysisAsk): AnalysisGround {
  const key = keyOf(plan, norms);
  if (held?.hash !== hash || held.key !== key) {
    const own = blocksOf(municipality, plan);
    held = { hash, key, ground: prepareAnalysis(own, norms, facilitiesOf(own, plan), analysisSettings(own, plan.need)) };
  }
  return held.ground;
}

const nothing: ScenarioChain = { scenarios: [], steps: [], normSet: null, year: null };

/** The figures of a scenario, or of the plan in another year: by the same functions as the server, on the dataset itself. */
export function answerAnalysis(municipality: Municipality, ask: AnalysisAsk): Result<PlanAnalysis, ScenarioAnalysisProblem | ScenarioProblem> {
  const { plan, shipped, scenario, year, pending } = ask;
  const base = groundOf(municipality, ask);
  const chain = scenario === null ? ok(nothing) : scenarioOf(plan, scenario);
  if (!chain.ok) return chain;
  if (scenario === null && pending === null) {
    const then = groundOfYear(base, year ?? base.supply.year);
    return then.ok ? ok(analysePlan(then.value, plan)) : then;
  }
  const { scenarios, steps, normSet } = chain.value;
  const tried: ScenarioChain = { scenarios, normSet, steps: pending === null ? steps : [...steps, pending], year: year ?? chain.value.year };
  const ground = groundOfScenario(base, tried, shipped.find(({ id }) => id === normSet) ?? base.norms);
  if (!ground.ok) return ground;
  return ok(analyseScenario(base, ground.value, plan, { id: scenario ?? '', name: scenarios.at(-1)?.name ?? '' }));
}
