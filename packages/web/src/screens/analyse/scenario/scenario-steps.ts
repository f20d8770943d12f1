import type { Scenario, ScenarioStep } from '@woonzorgzones/core/model';

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
