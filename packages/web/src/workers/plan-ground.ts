import { facilitiesOf, ok, scenarioOf, type Municipality, type Plan, type Result, type Scenario, type ScenarioChain } from '@woonzorgzones/core/model';
import { analysisSettings, groundOfScenario, groundOfYear, prepareAnalysis, type AnalysisGround } from '@woonzorgzones/core/needs';
import { blocksOf } from '@woonzorgzones/core/zoning';
import type { PlanProblem, PlanQuestion } from './analysis-messages.ts';

/** The ground of a plan as it stands: made once, then changed only by what a scenario touches. */
let held: { readonly hash: string; readonly key: string; readonly ground: AnalysisGround } | null = null;

/** What the ground of a plan depends on; where its zones lie is not among it. */
const keyOf = ({ register, need, splits }: Plan, norms: PlanQuestion['norms']): string => JSON.stringify([register, need, splits, norms]);

function groundOf(municipality: Municipality, { hash, plan, norms }: PlanQuestion): AnalysisGround {
  const key = keyOf(plan, norms);
  if (held?.hash !== hash || held.key !== key) {
    const own = blocksOf(municipality, plan);
    held = { hash, key, ground: prepareAnalysis(own, norms, facilitiesOf(own, plan), analysisSettings(own, plan.need)) };
  }
  return held.ground;
}

/** What is looked at, and what it is laid beside. */
export interface AskedGround {
  /** The scenario that this one rests on; without one the plan as it stands. */
  readonly base: AnalysisGround;
  readonly shown: AnalysisGround;
  /** Null without a scenario. */
  readonly scenario: { readonly id: string; readonly name: string } | null;
}

/** The grounds a question is answered on: by the same functions as the server, on the dataset itself. */
export function askedGround(municipality: Municipality, question: PlanQuestion): Result<AskedGround, PlanProblem> {
  const { plan, shipped, scenario, year, pending } = question;
  const base = groundOf(municipality, question);
  if (scenario === null) {
    const then = groundOfYear(base, year ?? base.supply.year);
    return then.ok ? ok({ base, shown: then.value, scenario: null }) : then;
  }
  const chain = scenarioOf(plan, scenario);
  if (!chain.ok) return chain;
  const { scenarios, steps, normSet } = chain.value;
  // The year somebody chose goes before that of the scenario; what is tried comes after its last step.
  const tried: ScenarioChain = { scenarios, normSet, steps: pending === null ? steps : [...steps, pending], year: year ?? chain.value.year };
  const shown = groundOfScenario(base, tried, shipped.find(({ id }) => id === normSet) ?? base.norms);
  const below = groundBelow(base, scenarios, question);
  if (!shown.ok) return shown;
  return below.ok ? ok({ base: below.value, shown: shown.value, scenario: { id: scenario, name: scenarios.at(-1)!.name } }) : below;
}

/** The ground of what a scenario rests on, kept while that stays as it is: only the last scenario changes under the pointer. */
let heldBelow: { readonly on: AnalysisGround; readonly key: string; readonly ground: Result<AnalysisGround, PlanProblem> } | null = null;

function groundBelow(plan: AnalysisGround, scenarios: readonly Scenario[], { shipped, plan: asked }: PlanQuestion): Result<AnalysisGround, PlanProblem> {
  const below = scenarios.slice(0, -1);
  if (below.length === 0) return ok(plan);
  const key = JSON.stringify(below);
  if (heldBelow?.on !== plan || heldBelow.key !== key) {
    const chain = scenarioOf(asked, below.at(-1)!.id);
    const ground: Result<AnalysisGround, PlanProblem> = chain.ok ? groundOfScenario(plan, chain.value, shipped.find(({ id }) => id === chain.value.normSet) ?? plan.norms) : chain;
    heldBelow = { on: plan, key, ground };
  }
  return heldBelow.ground;
}
