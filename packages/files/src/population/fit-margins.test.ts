import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeMargins, fitMargins } from './fit-margins.ts';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
const row = (values: Float64Array, columns: number, at: number) => sum(values.subarray(at * columns, (at + 1) * columns));
const column = (values: Float64Array, columns: number, at: number) => sum(values.filter((_, i) => i % columns === at));

test('a case on paper: what the seed says of rows against columns stays, the sums change', () => {
  // Seed 1 2 / 3 1 has the cross ratio 1 × 1 / (2 × 3) = 1/6. With rows 50, 50 and columns 60, 40 the table is a, 50 − a / 60 − a, a − 10,
  // and a (a − 10) / ((50 − a) (60 − a)) = 1/6: 6a² − 60a = 3000 − 110a + a², so a² + 10a − 600 = 0: a = 20.
  const { values, missed } = fitMargins(Float64Array.of(1, 2, 3, 1), [50, 50], [60, 40]);
  for (const [i, expected] of [20, 30, 40, 10].entries()) expect(values[i]).toBeCloseTo(expected, 6);
  expect(missed).toBeLessThan(1e-6);
});

test('a seed that knows nothing of rows against columns gives the product of the sums, in one round', () => {
  const { values, rounds } = fitMargins(Float64Array.of(1, 1, 1, 1, 1, 1), [4, 6], [5, 3, 2]);
  expect([...values].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([2, 1.2, 0.8, 3, 1.8, 1.2]);
  expect(rounds).toBe(1);
});

test('zeros stay zero, and where they forbid the sums that is told in persons', () => {
  // Nobody of the first row may be in the second column, but the columns ask 8 of the 10 there, and the second row has 5.
  const { values, missed } = fitMargins(Float64Array.of(1, 0, 1, 1), [5, 5], [2, 8]);
  expect(values[1]).toBe(0);
  expect(row(values, 2, 0)).toBeCloseTo(5, 9);
  // The first column gets 5 at least where 2 are asked, the second 5 at most where 8 are: together 6.
  expect(missed).toBeCloseTo(6, 1);
});

test('rows and columns have their sums, whatever the seed', () => {
  fc.assert(fc.property(
    fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 8 }), fc.infiniteStream(fc.integer({ min: 1, max: 1000 })),
    (rowSums, columns, numbers) => {
      const next = (): number => (numbers.next() as { readonly value: number }).value;
      const seed = Float64Array.from({ length: rowSums.length * columns }, () => next() / 100);
      const weights = Array.from({ length: columns }, next);
      const columnSums = weights.map((weight) => (weight * sum(rowSums)) / sum(weights));
      const { values, missed } = fitMargins(seed, rowSums, columnSums);
      expect(missed).toBeLessThan(1e-6);
      for (const [at, expected] of rowSums.entries()) expect(row(values, columns, at)).toBeCloseTo(expected, 6);
      for (const [at, expected] of columnSums.entries()) expect(column(values, columns, at)).toBeCloseTo(expected, 5);
    },
  ), { numRuns: 200 });
});

test('what fitting missed goes from the columns that have too much to those that have too little, row by row', () => {
  // Columns have 100, 0, 0 where 20, 60, 20 are asked: each row keeps a fifth and gives the rest 3 to 1.
  expect([...closeMargins(Float64Array.of(60, 0, 0, 40, 0, 0), [20, 60, 20])]).toEqual([12, 36, 12, 8, 24, 8]);
  const fitting = Float64Array.of(1, 2, 3, 4);
  expect(closeMargins(fitting, [4, 6])).toBe(fitting);
});
