import type { Plan } from './plan.ts';
import { err, ok, type Result } from './result.ts';
import type { Scenario, ScenarioProblem, ScenarioStep } from './scenario.ts';

/** A scenario with everything it rests on: all steps from the plan up, in order. */
export interface ScenarioChain {
  /** From the first base to the scenario itself. */
  readonly scenarios: readonly Scenario[];
  readonly steps: readonly ScenarioStep[];
  /** The last norm set that a step names; null for that of the plan. */
  readonly normSet: string | null;
  /** The last year that a step names; null for that of the dataset. */
  readonly year: number | null;
}

/** What a scenario of a plan comes to. A base that is not there, or that rests on the scenario itself, is a problem. */
export function scenarioOf({ scenarios = [] }: Pick<Plan, 'scenarios'>, id: string): Result<ScenarioChain, ScenarioProblem> {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const chain: Scenario[] = [];
  for (let at: string | null = id; at !== null;) {
    const scenario: Scenario | undefined = byId.get(at);
    if (scenario === undefined) return err({ code: 'unknown-scenario', scenario: at });
    const begin = chain.indexOf(scenario);
    if (begin >= 0) return err({ code: 'scenario-circular', scenarios: chain.slice(begin).map((one) => one.id) });
    chain.push(scenario);
    at = scenario.base;
  }
  chain.reverse();
  const steps = chain.flatMap((scenario) => scenario.steps);
  return ok({
    scenarios: chain, steps,
    normSet: steps.findLast((step) => step.kind === 'norm-set')?.normSet ?? null,
    year: steps.findLast((step) => step.kind === 'year')?.year ?? null,
  });
}
