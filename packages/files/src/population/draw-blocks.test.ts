import { expect, test } from 'vitest';
import { drawBlocks } from './draw-blocks.ts';
import { randomNormal } from './random-numbers.ts';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
const blockOf = (persons: Int32Array, block: number) => persons.subarray(block * 2, block * 2 + 2);

/** Four blocks of 1,000 people in 400 homes each, one in five of them old. */
const four = { expected: Float64Array.of(800, 200, 800, 200, 800, 200, 800, 200), homes: [400, 400, 400, 400], bandTotals: [3200, 800], householdSpread: 0.6 };

test('numbers drawn have mean 0 and standard deviation 1', () => {
  const next = randomNormal(1);
  const drawn = Array.from({ length: 20_000 }, next);
  // Of 20,000: the mean is within 3 / √20,000 = 0.02, the variance within 3 × √(2 / 20,000) = 0.03.
  expect(Math.abs(sum(drawn) / drawn.length)).toBeLessThan(0.02);
  expect(Math.abs(sum(drawn.map((value) => value * value)) / drawn.length - 1)).toBeLessThan(0.03);
});

test('a draw keeps the municipality, its age bands and what was measured per block', () => {
  for (const seed of [2, 3, 4]) {
    const measured = drawBlocks({ ...four, blockTotals: [1000, 1000, 1000, 1000], seed });
    for (let block = 0; block < 4; block++) expect(sum(blockOf(measured, block))).toBe(1000);
    for (const persons of [measured, drawBlocks({ ...four, blockTotals: null, seed })]) {
      expect(sum(persons.filter((_, i) => i % 2 === 0))).toBe(3200);
      expect(sum(persons.filter((_, i) => i % 2 === 1))).toBe(800);
    }
  }
});

test('over many seeds a block varies as its households do, and the old in it as a count does', () => {
  // 1,000 × 0.6 / √400 = 30 for a block by itself; fixing the sum of four takes √(3/4) of it: 26. The old: √200 = 14, less the
  // 3/4 of the fixed band and the 4/5 of the fixed block: 11; drawing totals adds 200/1,000 × 26 = 5: together 12.
  const draws = Array.from({ length: 400 }, (_, seed) => drawBlocks({ ...four, blockTotals: null, seed: seed + 2 }));
  const deviation = (values: readonly number[]) => Math.sqrt(sum(values.map((value) => (value - sum(values) / values.length) ** 2)) / values.length);
  const totals = draws.map((persons) => sum(blockOf(persons, 0)));
  const old = draws.map((persons) => persons[1]!);
  expect(sum(totals) / 400).toBeCloseTo(1000, -1);
  expect(deviation(totals)).toBeGreaterThan(22);
  expect(deviation(totals)).toBeLessThan(30);
  expect(deviation(old)).toBeGreaterThan(10);
  expect(deviation(old)).toBeLessThan(15);
});

test('what nobody is expected to be, nobody is drawn to be; and the same seed draws the same', () => {
  const town = { ...four, expected: Float64Array.of(1000, 0, 800, 200, 800, 200, 600, 400), blockTotals: null, seed: 2 };
  const persons = drawBlocks(town);
  expect(persons[1]).toBe(0);
  expect(drawBlocks(town)).toEqual(persons);
  expect(drawBlocks({ ...town, seed: 3 })).not.toEqual(persons);
});
