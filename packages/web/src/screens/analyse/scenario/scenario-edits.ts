import type { Scenario } from '@woonzorgzones/core/model';
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
