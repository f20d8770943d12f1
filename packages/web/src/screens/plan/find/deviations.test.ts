import { expect, test } from 'vitest';
import { stepFrom } from './deviations.ts';

const all = ['a', 'b', 'c'].map((key) => ({ key }));

test('stepping begins at the first, or backwards at the last, and goes round', () => {
  expect(stepFrom(all, null, 1)).toBe(0);
  expect(stepFrom(all, null, -1)).toBe(2);
  expect(stepFrom(all, { key: 'c', at: 2 }, 1)).toBe(0);
  expect(stepFrom(all, { key: 'a', at: 0 }, -1)).toBe(2);
});

test('what was mended gives its place to the next', () => {
  // b was mended: c stands where b stood, and before it a.
  expect(stepFrom([{ key: 'a' }, { key: 'c' }], { key: 'b', at: 1 }, 1)).toBe(1);
  expect(stepFrom([{ key: 'a' }, { key: 'c' }], { key: 'b', at: 1 }, -1)).toBe(0);
  expect(stepFrom([{ key: 'a' }], { key: 'c', at: 2 }, 1)).toBe(0);
});
