import { expect, test } from 'vitest';
import { graphOf } from './engine/graph.ts';
import { fragmentationOf } from './fragmentation.ts';

/** Six units in a row: 0–1–2–3–4–5. */
const row = graphOf(6, Int32Array.of(0, 1, 2, 3, 4), Int32Array.of(1, 2, 3, 4, 5));

test('a row of six in two halves', () => {
  const halves = fragmentationOf(row, [0, 0, 0, 1, 1, 1], 2);
  expect(halves.entropy).toBeCloseTo(Math.LN2, 12);
  expect([halves.evenness, halves.simpson]).toEqual([1, 0.5]);
  // Each half: five ends of borders, four of them inside; two steps from end to end, over three units.
  expect(halves.joinCountRatio).toEqual([0.8, 0.8]);
  expect(halves.diameterRatio).toEqual([2 / 3, 2 / 3]);
});

test('a row of six in two uneven zones', () => {
  const uneven = fragmentationOf(row, [0, 1, 1, 1, 1, 1], 2);
  // Shares 1/6 and 5/6.
  expect(uneven.entropy).toBeCloseTo(-(Math.log(1 / 6) / 6 + (5 / 6) * Math.log(5 / 6)), 12);
  expect(uneven.simpson).toBeCloseTo(26 / 36, 12);
  expect(uneven.joinCountRatio).toEqual([0, 8 / 9]);
  expect(uneven.diameterRatio).toEqual([0, 4 / 5]);
});

test('a zone in pieces has no steps from end to end; a unit in no zone does not count', () => {
  const pieces = fragmentationOf(row, [0, 1, 0, 1, 1, -1], 2);
  expect(pieces.diameterRatio).toEqual([0, 0]);
  expect(pieces.simpson).toBeCloseTo((4 + 9) / 25, 12);
});
