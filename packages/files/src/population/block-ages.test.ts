import type { AgeBand } from '@woonzorgzones/core/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitBlockAges } from './block-ages.ts';

const bands: readonly AgeBand[] = [{ from: 0, to: 17 }, { from: 18, to: 64 }, { from: 65, to: null }];
const table = { year: 2015, brackets: bands, persons: [20, 60, 20] };
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);

test('ages given per block are kept where they agree with the municipality', () => {
  const given = [
    [{ from: 0, to: 17, persons: 15 }, { from: 18, to: 64, persons: 30 }, { from: 65, to: null, persons: 5 }],
    [{ from: 0, to: 17, persons: 5 }, { from: 18, to: 64, persons: 30 }, { from: 65, to: null, persons: 15 }],
  ];
  expect(fitBlockAges({ bands, table, given, blockTotals: [50, 50], bandTotals: [20, 60, 20], seed: 1 })).toEqual({
    persons: Int32Array.of(15, 30, 5, 5, 30, 15), contradicted: 0,
  });
});

test('a block of which nothing is said gets the ages of the municipality, as far as the others leave them', () => {
  // The first block holds all of its 10 young: the second has what is left of each band.
  const given = [[{ from: 0, to: 17, persons: 10 }], []];
  const { persons } = fitBlockAges({ bands, table: { ...table, persons: [10, 5, 5] }, given, blockTotals: [10, 10], bandTotals: [10, 5, 5], seed: 1 });
  expect([...persons]).toEqual([10, 0, 0, 0, 5, 5]);
});

test('a class that spans bands goes by the ages of the municipality', () => {
  // 18 and older: 60 and 20 of 80 in the municipality, so 3 to 1: 30 and 10.
  const given = [[{ from: 0, to: 17, persons: 10 }, { from: 18, to: null, persons: 40 }], [{ from: 0, to: 17, persons: 10 }, { from: 18, to: null, persons: 40 }]];
  expect([...fitBlockAges({ bands, table, given, blockTotals: [50, 50], bandTotals: [20, 60, 20], seed: 1 }).persons]).toEqual([10, 30, 10, 10, 30, 10]);
});

test('ages that leave no room for the sums give way, and for how many persons is told', () => {
  // Only young people were given, but the municipality has 80 of 18 and older: all of them are contradicted.
  const given = [[{ from: 0, to: 17, persons: 50 }], [{ from: 0, to: 17, persons: 50 }]];
  const { persons, contradicted } = fitBlockAges({ bands, table, given, blockTotals: [50, 50], bandTotals: [20, 60, 20], seed: 1 });
  expect(contradicted).toBe(80);
  expect([...persons]).toEqual([10, 30, 10, 10, 30, 10]);
});

test('both sums are exact, whatever is given', () => {
  const age = fc.record({ band: fc.nat(2), persons: fc.nat(200) });
  fc.assert(fc.property(
    fc.array(fc.record({ total: fc.integer({ min: 1, max: 300 }), ages: fc.array(age, { maxLength: 4 }) }), { minLength: 1, maxLength: 10 }), fc.nat(100), fc.nat(100), fc.nat(1000),
    (blocks, a, b, seed) => {
      const total = blocks.reduce((all, block) => all + block.total, 0);
      const young = Math.floor((total * a) / 200);
      const old = Math.floor((total * b) / 200);
      const bandTotals = [young, total - young - old, old];
      const given = blocks.map(({ ages }) => ages.map(({ band, persons }) => ({ ...bands[band]!, persons })));
      const blockTotals = blocks.map((block) => block.total);
      const { persons } = fitBlockAges({ bands, table: { ...table, persons: bandTotals }, given, blockTotals, bandTotals, seed });
      for (const [block, expected] of blockTotals.entries()) expect(sum(persons.subarray(block * 3, block * 3 + 3))).toBe(expected);
      for (const [band, expected] of bandTotals.entries()) expect(sum(persons.filter((_, i) => i % 3 === band))).toBe(expected);
      expect(persons.every((count) => count >= 0)).toBe(true);
    },
  ), { numRuns: 150 });
});
