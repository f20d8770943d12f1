import type { Scenario, ScenarioStep } from '@woonzorgzones/core/model';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { chooseScenario } from '../../../state/view.ts';

/** Makes a scenario and looks at it; its id is new in the world, so that two analysts never make the same one. */
export function makeScenario(plan: string, facts: Omit<Scenario, 'id'>): void {
  const scenario: Scenario = { ...facts, id: `s-${crypto.randomUUID()}` };
  writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'add-scenario', scenario }] });
  chooseScenario(scenario.id);
}

export const changeScenario = (plan: string, scenario: Scenario): void =>
  writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'change-scenario', scenario }] });

/** Drops a scenario and looks at what it rested on. */
export function dropScenario(plan: string, { id, base }: Scenario): void {
  chooseScenario(base);
  writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'drop-scenario', scenario: id }] });
}

const isSameThing = (a: ScenarioStep, b: ScenarioStep): boolean => {
  if (a.kind === 'open' || b.kind === 'open' || a.kind !== b.kind) return false;
  return 'facility' in a && 'facility' in b ? a.facility === b.facility : true;
};

/** The scenario with one more step; moving or enlarging again what was moved or enlarged before replaces that. */
export const withStep = (scenario: Scenario, step: ScenarioStep): Scenario =>
  ({ ...scenario, steps: [...scenario.steps.filter((one) => !isSameThing(one, step)), step] });

/** "A", "B", …: the first letter that is free; beyond Z a number. */
export function freeName(scenarios: readonly Scenario[], name: (letter: string) => string): string {
  const taken = new Set(scenarios.map((scenario) => scenario.name.toLowerCase()));
  for (let at = 0; ; at++) {
    const free = name(at < 26 ? String.fromCharCode(65 + at) : String(at + 1));
    if (!taken.has(free.toLowerCase())) return free;
  }
}
