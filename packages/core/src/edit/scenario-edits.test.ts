import { expect, test } from 'vitest';
import type { Plan, Scenario } from '../model/index.ts';
import { scenarioOf } from '../model/index.ts';
import { applyEdits } from './edits.ts';
import { applyScenarioEdit } from './scenario-edits.ts';

const start: Plan = { dataset: 'd1', normSet: 'vlaanderen', name: 'Proef', zones: [], zoneOfBlock: {} };
const scenario = (id: string, base: string | null, steps: Scenario['steps'] = []): Scenario => ({ id, name: id.toUpperCase(), base, steps });

function planWith(...scenarios: readonly Scenario[]): Plan {
  const applied = applyEdits(start, scenarios.map((one) => ({ kind: 'add-scenario', scenario: one })));
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value.plan;
}

test('a chain of scenarios comes to all of their steps from the plan up, the last year and norm set', () => {
  const plan = planWith(
    scenario('a', null, [{ kind: 'close', facility: 'f1' }, { kind: 'year', year: 2030 }, { kind: 'norm-set', normSet: 'genk-2008' }]),
    scenario('b', 'a', [{ kind: 'year', year: 2035 }]),
  );
  expect(scenarioOf(plan, 'b')).toMatchObject({ ok: true, value: { normSet: 'genk-2008', year: 2035, steps: [{ kind: 'close' }, { kind: 'year' }, { kind: 'norm-set' }, { kind: 'year' }] } });
});

test('a scenario that would rest on itself, on one that rests on it, or on none that exists is refused', () => {
  const plan = planWith(scenario('a', null), scenario('b', 'a'));
  expect(applyScenarioEdit(plan, { kind: 'change-scenario', scenario: scenario('a', 'b') })).toEqual({ ok: false, error: { code: 'scenario-circular', scenarios: ['a', 'b'] } });
  expect(applyScenarioEdit(plan, { kind: 'change-scenario', scenario: scenario('a', 'a') })).toEqual({ ok: false, error: { code: 'scenario-circular', scenarios: ['a'] } });
  expect(applyScenarioEdit(plan, { kind: 'add-scenario', scenario: scenario('c', 'weg') })).toEqual({ ok: false, error: { code: 'unknown-scenario', scenario: 'weg' } });
});

test('a circle that a damaged file brings in is found when the scenario is asked for', () => {
  expect(scenarioOf({ scenarios: [scenario('a', 'b'), scenario('b', 'a'), scenario('c', 'a')] }, 'c')).toEqual({ ok: false, error: { code: 'scenario-circular', scenarios: ['a', 'b'] } });
});

test('a scenario that others rest on stays; one that nobody rests on goes, and a plan without any is as it was', () => {
  const plan = planWith(scenario('a', null), scenario('b', 'a'));
  expect(applyScenarioEdit(plan, { kind: 'drop-scenario', scenario: 'a' })).toEqual({ ok: false, error: { code: 'scenario-is-base', scenario: 'a', others: ['b'] } });
  const gone = applyEdits(plan, [{ kind: 'drop-scenario', scenario: 'b' }, { kind: 'drop-scenario', scenario: 'a' }]);
  expect(gone.ok && gone.value.plan).toEqual(start);
});

test('two scenarios may not have one id or one name, nor open one facility twice', () => {
  const plan = planWith(scenario('a', null));
  const facility = { id: 'n1', category: 'ldc', name: 'Nieuw', address: null, capacity: null, recognised: null, functions: [], opened: null, closed: null, x: 1, y: 2 } as const;
  expect(applyScenarioEdit(plan, { kind: 'add-scenario', scenario: scenario('a', null) })).toMatchObject({ error: { code: 'scenario-id-taken' } });
  expect(applyScenarioEdit(plan, { kind: 'add-scenario', scenario: { ...scenario('b', null), name: ' a ' } })).toMatchObject({ error: { code: 'scenario-name-taken', scenario: 'a' } });
  expect(applyScenarioEdit(plan, { kind: 'add-scenario', scenario: scenario('b', null, [{ kind: 'open', facility }, { kind: 'open', facility }]) })).toMatchObject({ error: { code: 'scenario-facility-repeated', facility: 'n1' } });
});

test('what was decided about a proposal is kept with its note, and can be forgotten', () => {
  const judged = applyScenarioEdit(start, { kind: 'judge-proposal', proposal: 'p1', judgement: { verdict: 'rejected', note: ' Te ver van de halte. ' } });
  if (!judged.ok) throw new Error(judged.error.code);
  expect(judged.value.plan.judgements).toEqual({ p1: { verdict: 'rejected', note: 'Te ver van de halte.' } });
  const again = applyScenarioEdit(judged.value.plan, { kind: 'judge-proposal', proposal: 'p1', judgement: { verdict: 'rejected', note: 'Te ver van de halte.' } });
  expect(again.ok && again.value.inverse).toEqual([]);
  const forgotten = applyScenarioEdit(judged.value.plan, { kind: 'judge-proposal', proposal: 'p1', judgement: null });
  expect(forgotten.ok && forgotten.value.plan).toEqual(start);
});
