import { expect, test } from 'vitest';
import { isStraight, straightPath } from './straight-path.ts';

test('an open line, a closed surface and its hole, each with its operators behind its numbers', () => {
  expect(straightPath('M1 2L3.5 -4')).toBe('1 2 m 3.5 -4 l');
  expect(straightPath('M0 0L9 0L9 9ZM3 3L4 3L4 4Z')).toBe('0 0 m 9 0 l 9 9 l h\n3 3 m 4 3 l 4 4 l h');
  expect(straightPath('M1 2')).toBe('1 2 m');
});

test('curves, steps from the last point and nothing at all are not straight lines between given points', () => {
  expect(['M0 0L1 1Z', 'M0 0h5', 'M0 0C1 1 2 2 3 3', 'M0 0a1 1 0 1 0 2 0Z', 'm0 0L1 1', ''].map(isStraight)).toEqual([true, false, false, false, false, false]);
});
