import { expect, test } from 'vitest';
import { classAt, roundBreaks } from './map-classes.ts';

test('a break begins its class', () => {
  expect([0, 0.2, 0.39, 0.8, 1].map((value) => classAt([0.2, 0.4, 0.6, 0.8], value))).toEqual([0, 1, 1, 4, 4]);
});

test('breaks are round and lie around the middle of what there is', () => {
  // From 3 to 21 in five classes wants 3.6 a class: 5 is the next round step, and the middle 12 falls in the third class.
  expect(roundBreaks([3, 9, 21], 1)).toEqual([5, 10, 15, 20]);
});

test('what hardly differs is not torn apart', () => {
  expect(roundBreaks([0.073, 0.075], 0.01)).toEqual([0.06, 0.07, 0.08, 0.09]);
  expect(roundBreaks([], 0.01)).toEqual([]);
});
