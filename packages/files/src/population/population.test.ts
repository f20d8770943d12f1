import type { AgeTable } from '@woonzorgzones/core/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf, personsByBand } from './bands.ts';
import { roundMatrix } from './round-matrix.ts';
import { spatialOrder } from './spatial-order.ts';
import { spreadPopulation } from './spread-population.ts';
import { spreadTotal } from './spread-total.ts';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);

test('ten persons over four equal homes: the running sum 2.5, 5, 7.5, 10 is rounded to 3, 5, 8, 10', () => {
  expect(spreadTotal(10, [1, 1, 1, 1])).toEqual([3, 2, 3, 2]);
});

test('a home without dwellings gets nobody, and nobody is spread over nothing', () => {
  expect(spreadTotal(5, [0, 2, 0, 3])).toEqual([0, 2, 0, 3]);
  expect(spreadTotal(0, [0, 0])).toEqual([0, 0]);
  expect(() => spreadTotal(1, [0])).toThrow('Got 1 persons');
});

test('spreading keeps the sum, and any stretch is within one person of its share', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }), (total, weights) => {
      fc.pre(sum(weights) > 0);
      const shares = spreadTotal(total, weights);
      expect(sum(shares)).toBe(total);
      for (let end = 1; end <= weights.length; end++) {
        const share = (total * sum(weights.slice(0, end))) / sum(weights);
        expect(Math.abs(sum(shares.slice(0, end)) - share)).toBeLessThanOrEqual(0.5 + 1e-9);
      }
    }),
  );
});

test('a two by two matrix of halves becomes one of its two diagonals', () => {
  for (const seed of [1, 2, 3, 4]) {
    const rounded = [...roundMatrix(Float64Array.of(0.5, 0.5, 0.5, 0.5), [1, 1], [1, 1], seed)];
    expect([[1, 0, 0, 1], [0, 1, 1, 0]]).toContainEqual(rounded);
  }
});

test('rounding keeps every row and column, and puts each entry on a whole number next to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(40), { minLength: 1, maxLength: 40 }), fc.array(fc.nat(40), { minLength: 1, maxLength: 14 }), fc.nat(),
      (rows, shares, seed) => {
        const total = sum(rows);
        fc.pre(sum(shares) > 0);
        const columns = spreadTotal(total, shares);
        const values = Float64Array.from({ length: rows.length * columns.length }, (_, i) => {
          const row = rows[Math.floor(i / columns.length)]!;
          return total === 0 ? 0 : (row * columns[i % columns.length]!) / total;
        });
        const rounded = roundMatrix(values, rows, columns, seed);
        for (const [row, expected] of rows.entries()) expect(sum(rounded.subarray(row * columns.length, (row + 1) * columns.length))).toBe(expected);
        for (const [column, expected] of columns.entries()) expect(sum(rounded.filter((_, i) => i % columns.length === column))).toBe(expected);
        for (const [i, value] of values.entries()) {
          // The cut into parts of 2^-16 may carry a value that is all but whole over it.
          expect(Math.abs(rounded[i]! - value)).toBeLessThan(1 + 0.001);
          expect(rounded[i]).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

test('along the order no stretch gathers more than one and a bit of an age band', () => {
  // 1,000 homes of 3 persons, bands of 10, 37 and 53 in a hundred.
  const columns = [300, 1110, 1590];
  const values = Float64Array.from({ length: 3000 }, (_, i) => columns[i % 3]! / 1000);
  const rounded = roundMatrix(values, new Int32Array(1000).fill(3), columns, 7);
  const running = [0, 0, 0];
  for (const [i, persons] of rounded.entries()) {
    running[i % 3]! += persons;
    expect(Math.abs(running[i % 3]! - ((Math.floor(i / 3) + 1) * columns[i % 3]!) / 1000)).toBeLessThan(1.1);
  }
});

test('each entry is right on average over seeds', () => {
  const values = Float64Array.of(0.2, 0.8, 0.8, 0.2);
  let ones = 0;
  for (let seed = 0; seed < 2000; seed++) ones += roundMatrix(values, [1, 1], [1, 1], seed)[0]!;
  // Expected 400 of 2,000 with a standard deviation of 18.
  expect(ones).toBeGreaterThan(320);
  expect(ones).toBeLessThan(480);
});

test('a matrix that does not add up to its sums is refused', () => {
  expect(() => roundMatrix(Float64Array.of(0.5, 0.5), [1], [1, 1], 1)).toThrow('do not add up');
  expect(() => roundMatrix(Float64Array.of(1), [1, 1], [1], 1)).toThrow('expected 2 × 1');
});

test('block totals stay in their block, and ages stay those of the municipality', () => {
  // Two blocks of 4 and 6 people at two homes each; half under, half over 65.
  const persons = spreadPopulation({
    xy: Float64Array.of(0, 0, 0, 10, 100, 0, 100, 10), block: Int32Array.of(0, 0, 1, 1), weights: [1, 1, 1, 2],
    blockTotals: [4, 6], bandTotals: [5, 5], blockAges: null, seed: 1,
  });
  const at = (row: number) => persons[2 * row]! + persons[2 * row + 1]!;
  expect([at(0), at(1), at(2), at(3)]).toEqual([2, 2, 2, 4]);
  expect(persons[0]! + persons[2]! + persons[4]! + persons[6]!).toBe(5);
});

test('ages that are known per block stay in it, at homes that keep their number of people', () => {
  // All of the first block is under 65, all of the second over.
  const persons = spreadPopulation({
    xy: Float64Array.of(0, 0, 0, 10, 100, 0, 100, 10), block: Int32Array.of(0, 0, 1, 1), weights: [1, 1, 1, 2],
    blockTotals: [4, 6], bandTotals: [4, 6], blockAges: Int32Array.of(4, 0, 0, 6), seed: 1,
  });
  expect([...persons]).toEqual([2, 0, 2, 0, 0, 2, 0, 4]);
});

test('people in a block whose addresses have no dwellings are spread evenly over them', () => {
  const persons = spreadPopulation({
    xy: Float64Array.of(0, 0, 10, 0), block: Int32Array.of(0, 0), weights: [0, 0], blockTotals: [6], bandTotals: [6], blockAges: null, seed: 1,
  });
  expect([...persons]).toEqual([3, 3]);
});

test('the order of addresses does not change who lives at each, but for homes at one place', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 2, maxLength: 30, selector: String }), fc.nat(200), (places, total) => {
      const spread = (points: readonly (readonly [number, number])[]) => spreadPopulation({
        xy: Float64Array.from(points.flat()), block: new Int32Array(points.length), weights: points.map(() => 1), blockTotals: null,
        bandTotals: [total], blockAges: null, seed: 1,
      });
      const turned = [...places].reverse();
      // Two places may share a cell of the curve only when they coincide: the grid is finer than a metre here.
      expect([...spread(turned)].reverse()).toEqual([...spread(places)]);
    }),
  );
});

test('the curve goes through the quarters of a square one after another', () => {
  // Hilbert order of the four corners: south-west, north-west, north-east, south-east (or its mirror image).
  const order = [...spatialOrder(Float64Array.of(0, 0, 1000, 0, 0, 1000, 1000, 1000))];
  expect([[0, 2, 3, 1], [0, 1, 3, 2]]).toContainEqual(order);
});

test('a whole city keeps its total and each of its age bands', () => {
  const homes = 20_359;
  const bandTotals = spreadTotal(65_463, [2077, 2200, 4300, 4200, 5200, 22_000, 9300, 4100, 3300, 2700, 2600, 1900, 1100, 400]);
  const xy = Float64Array.from({ length: 2 * homes }, (_, i) => ((i * 7919) % 10_007) + i / 1000);
  const persons = spreadPopulation({ xy, block: new Int32Array(homes), weights: new Uint8Array(homes).fill(1), blockTotals: null, bandTotals, blockAges: null, seed: 1 });
  expect(sum(persons)).toBe(65_463);
  for (const [band, total] of bandTotals.entries()) expect(sum(persons.filter((_, i) => i % 14 === band))).toBe(total);
});

const tableOf = (ends: readonly (number | null)[], persons: readonly number[]): AgeTable => ({
  year: 2015, brackets: ends.map((to, i) => ({ from: i === 0 ? 0 : ends[i - 1]! + 1, to })), persons,
});

test('a table by single years gives the standard bands', () => {
  const table = tableOf([...Array.from({ length: 100 }, (_, age) => age), null], [...Array.from({ length: 100 }, () => 1), 5]);
  const bands = bandsOf(table);
  expect(bands).toHaveLength(14);
  // 0-2, 3-5, 6-11, 12-17, 18-24, 25-49, 50-59, then fives; 90 and over: ten years of one and the five of 100 and over.
  expect([...personsByBand(table, bands)]).toEqual([3, 3, 6, 6, 7, 25, 10, 5, 5, 5, 5, 5, 5, 15]);
});

test('a table by tens gives only the bands that both end alike', () => {
  // Ends 9, 19, … 89, open: of the standard ends only 49, 59, 69, 79, 89 and open.
  const table = tableOf([9, 19, 29, 39, 49, 59, 69, 79, 89, null], [1, 1, 1, 1, 1, 2, 3, 4, 5, 6]);
  expect(bandsOf(table)).toEqual([
    { from: 0, to: 49 }, { from: 50, to: 59 }, { from: 60, to: 69 }, { from: 70, to: 79 }, { from: 80, to: 89 }, { from: 90, to: null },
  ]);
  expect([...personsByBand(table, bandsOf(table))]).toEqual([5, 2, 3, 4, 5, 6]);
});

test('without a table there is one band, everybody', () => {
  expect(bandsOf(null)).toEqual([{ from: 0, to: null }]);
});
