import type { Scenario } from '@woonzorgzones/core/model';
import { expect, test } from 'vitest';
import { freeName, withStep } from './scenario-steps.ts';

const scenario: Scenario = { id: 's1', name: 'Scenario A', base: null, steps: [{ kind: 'move', facility: 'f1', x: 1, y: 1 }, { kind: 'close', facility: 'f2' }] };

test('moving again what was moved before replaces that step; another facility is another step', () => {
  expect(withStep(scenario, { kind: 'move', facility: 'f1', x: 5, y: 5 }).steps).toEqual([{ kind: 'close', facility: 'f2' }, { kind: 'move', facility: 'f1', x: 5, y: 5 }]);
  expect(withStep(scenario, { kind: 'move', facility: 'f2', x: 5, y: 5 }).steps).toHaveLength(3);
});

test('a scenario gets the first letter that is free, whatever its capitals', () => {
  expect(freeName([scenario, { ...scenario, name: 'scenario b' }], (letter) => `Scenario ${letter}`)).toBe('Scenario C');
  expect(freeName([], (letter) => `Scenario ${letter}`)).toBe('Scenario A');
});
