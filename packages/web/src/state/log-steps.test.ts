import type { PlanLog } from '@woonzorgzones/api/schemas';
import { expect, test } from 'vitest';
import { logSteps } from './log-steps.ts';

/** Lines by their first letters: a gesture, or what it undoes or redoes, counted from 0. */
const log = (...entries: readonly (string | { readonly undo: number } | { readonly redo: number })[]): PlanLog['lines'] => entries.map((one, index) => ({
  version: index + 1, at: '', label: { nl: typeof one === 'string' ? one : '', en: '' },
  entry: typeof one === 'string' ? { kind: 'edits', edits: [] } : 'undo' in one ? { kind: 'undo', of: one.undo } : { kind: 'redo', of: one.redo },
}));
const told = (lines: PlanLog['lines']) => logSteps(lines).map(({ label, state, back }) => [label.nl, state, back]);

test('of what stands the last is where the plan is, the others so many steps back', () => {
  expect(told(log('a', 'b', 'c'))).toEqual([['a', 'stands', 2], ['b', 'stands', 1], ['c', 'stands', 0]]);
});

test('what was undone lies so many steps forth', () => {
  // a b c, then c and b undone, then b redone: c is one step forth.
  expect(told(log('a', 'b', 'c', { undo: 2 }, { undo: 1 }, { redo: 1 }))).toEqual([['a', 'stands', 1], ['b', 'stands', 0], ['c', 'undone', -1]]);
});

test('what was undone before another gesture is passed by', () => {
  expect(told(log('a', 'b', { undo: 1 }, 'c'))).toEqual([['a', 'stands', 1], ['b', 'passed', null], ['c', 'stands', 0]]);
});
