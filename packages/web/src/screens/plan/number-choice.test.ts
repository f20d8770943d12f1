import { expect, test } from 'vitest';
import { numberChoice } from './number-choice.ts';

const of = (zones: number, cost: number, outOfBounds = 0) => ({ zones, cost, outOfBounds });
/** What the sample town comes to. */
const town = [of(6, 3.06), of(7, 2.84), of(8, 2.7), of(9, 2.66), of(10, 3)];

test('nine zones cost least, with eight so near (1.5 %) that the planner should look at both', () => {
  expect(numberChoice(town, 9, false)).toEqual({ why: 'cost', next: of(8, 2.7), isNear: true });
});

test('without eight, seven is 6.8 % dearer: nine is clearly cheaper', () => {
  expect(numberChoice(town.filter(({ zones }) => zones !== 8), 9, false)).toEqual({ why: 'cost', next: of(7, 2.84), isNear: false });
});

test('a number that keeps everybody within the bounds goes before a cheaper one that does not', () => {
  expect(numberChoice([of(5, 3), of(6, 2, 400)], 5, false)).toEqual({ why: 'within-bounds', next: of(6, 2, 400) });
});

test('a number that was asked for, and one that is alone, need no reason', () => {
  expect(numberChoice(town, 6, true)).toEqual({ why: 'asked' });
  expect(numberChoice([of(3, 1)], 3, false)).toEqual({ why: 'only' });
});
