import type { Plan } from '../model/plan.ts';
import { err, ok, type Result } from '../model/result.ts';
import { scenarioOf } from '../model/scenario-of.ts';
import type { Judgement, Scenario, ScenarioProblem } from '../model/scenario.ts';
import { withPart } from './plan-fields.ts';

/** What a planner can do with scenarios, and with the proposals of the program. */
export type ScenarioEdit =
  | { readonly kind: 'add-scenario'; readonly scenario: Scenario }
  /** The whole of it as it is from here on: name, base and steps. */
  | { readonly kind: 'change-scenario'; readonly scenario: Scenario }
  /** Only one that no other rests on. */
  | { readonly kind: 'drop-scenario'; readonly scenario: string }
  /** Accept, reject or note; null forgets what was said of it. */
  | { readonly kind: 'judge-proposal'; readonly proposal: string; readonly judgement: Judgement | null };

export type ScenarioEditProblem =
  | ScenarioProblem
  | { readonly code: 'scenario-id-taken'; readonly scenario: string }
  | { readonly code: 'scenario-name-taken'; readonly name: string; readonly scenario: string }
  /** Others rest on it. */
  | { readonly code: 'scenario-is-base'; readonly scenario: string; readonly others: readonly string[] }
  | { readonly code: 'scenario-facility-repeated'; readonly scenario: string; readonly facility: string };

export interface AppliedScenarioEdit {
  readonly plan: Plan;
  readonly inverse: readonly ScenarioEdit[];
}

type Applied = Result<AppliedScenarioEdit, ScenarioEditProblem | { readonly code: 'name-empty' }>;

/** What an edit of scenarios or judgements does to a plan, and how to take it back. */
export function applyScenarioEdit(plan: Plan, edit: ScenarioEdit): Applied {
  switch (edit.kind) {
    case 'add-scenario': return addScenario(plan, edit.scenario);
    case 'change-scenario': return changeScenario(plan, edit.scenario);
    case 'drop-scenario': return dropScenario(plan, edit.scenario);
    case 'judge-proposal': return judgeProposal(plan, edit.proposal, edit.judgement);
  }
}

const scenariosOf = ({ scenarios }: Plan): readonly Scenario[] => scenarios ?? [];

function addScenario(plan: Plan, given: Scenario): Applied {
  const scenario = trimmed(given);
  if (scenariosOf(plan).some(({ id }) => id === scenario.id)) return err({ code: 'scenario-id-taken', scenario: scenario.id });
  return put(plan, scenario, [{ kind: 'drop-scenario', scenario: scenario.id }]);
}

function changeScenario(plan: Plan, given: Scenario): Applied {
  const scenario = trimmed(given);
  const before = scenariosOf(plan).find(({ id }) => id === scenario.id);
  if (before === undefined) return err({ code: 'unknown-scenario', scenario: scenario.id });
  if (JSON.stringify(inFieldOrder(before)) === JSON.stringify(inFieldOrder(scenario))) return ok({ plan, inverse: [] });
  return put(plan, scenario, [{ kind: 'change-scenario', scenario: before }]);
}

function put(plan: Plan, scenario: Scenario, inverse: readonly ScenarioEdit[]): Applied {
  if (scenario.name === '') return err({ code: 'name-empty' });
  const others = scenariosOf(plan).filter(({ id }) => id !== scenario.id);
  const same = others.find(({ name }) => name.toLowerCase() === scenario.name.toLowerCase());
  if (same !== undefined) return err({ code: 'scenario-name-taken', name: scenario.name, scenario: same.id });
  const repeated = repeatedFacility(scenario);
  if (repeated !== null) return err({ code: 'scenario-facility-repeated', scenario: scenario.id, facility: repeated });
  const scenarios = [...others, inFieldOrder(scenario)].sort((a, b) => (a.id < b.id ? -1 : 1));
  const chain = scenarioOf({ scenarios }, scenario.id);
  return chain.ok ? ok({ plan: withScenarios(plan, scenarios), inverse }) : chain;
}

function dropScenario(plan: Plan, id: string): Applied {
  const scenario = scenariosOf(plan).find((one) => one.id === id);
  if (scenario === undefined) return err({ code: 'unknown-scenario', scenario: id });
  const others = scenariosOf(plan).filter(({ base }) => base === id).map((one) => one.id);
  if (others.length > 0) return err({ code: 'scenario-is-base', scenario: id, others });
  return ok({ plan: withScenarios(plan, scenariosOf(plan).filter((one) => one !== scenario)), inverse: [{ kind: 'add-scenario', scenario }] });
}

function judgeProposal(plan: Plan, proposal: string, given: Judgement | null): Applied {
  const judgements = new Map(Object.entries(plan.judgements ?? {}));
  const before = judgements.get(proposal) ?? null;
  const after = given === null ? null : { verdict: given.verdict, note: given.note.trim() };
  if (before?.verdict === after?.verdict && before?.note === after?.note) return ok({ plan, inverse: [] });
  if (after === null) judgements.delete(proposal);
  else judgements.set(proposal, after);
  const sorted = Object.fromEntries([...judgements].sort(([a], [b]) => (a < b ? -1 : 1)));
  return ok({ plan: withPart(plan, 'judgements', judgements.size === 0 ? undefined : sorted), inverse: [{ kind: 'judge-proposal', proposal, judgement: before }] });
}

/** Two facilities opened under one id in the same scenario would be one. */
function repeatedFacility({ steps }: Scenario): string | null {
  const opened = steps.flatMap((step) => (step.kind === 'open' ? [step.facility.id] : []));
  return opened.find((id, at) => opened.indexOf(id) !== at) ?? null;
}

const trimmed = (scenario: Scenario): Scenario => ({ ...scenario, name: scenario.name.trim() });

const inFieldOrder = ({ id, name, base, steps }: Scenario): Scenario => ({ id, name, base, steps });

const withScenarios = (plan: Plan, scenarios: readonly Scenario[]): Plan => withPart(plan, 'scenarios', scenarios.length === 0 ? undefined : scenarios);
