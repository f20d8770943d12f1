import { expect, test } from 'vitest';
import { bandsWithin, standardBands } from './age.ts';

test('a bracket of the norms is a union of standard bands', () => {
  expect(bandsWithin(standardBands, { from: 65, to: 74 })).toEqual([8, 9]);
  expect(bandsWithin(standardBands, { from: 85, to: null })).toEqual([12, 13]);
});

test('a bracket that cuts a band is refused, not rounded', () => {
  expect(bandsWithin([{ from: 0, to: 64 }, { from: 65, to: null }], { from: 75, to: 79 })).toBeNull();
});
