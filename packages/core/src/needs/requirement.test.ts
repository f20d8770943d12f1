import { expect, test } from 'vitest';
import type { AgeTable, AmountNorm } from '../model/index.ts';
import { requirementIn, roundAs, sumOfLines } from './requirement.ts';

const norm = (rule: AmountNorm['rule']): AmountNorm => ({
  id: 'proef', kind: 'amount', label: { nl: 'Proef', en: 'Trial' }, category: 'wzc', status: 'own',
  source: { title: 'Proef', url: null, place: null, year: null }, validFrom: null, validTo: null, note: null,
  measure: 'capacity', unit: 'plaatsen', rule, rounding: 'none', minimum: 0, level: 'gemeente', projectionOffset: 0,
});

const old = norm({ kind: 'per-age', rates: [{ from: 75, to: 79, count: 4, per: 100 }, { from: 80, to: null, count: 20, per: 100 }] });

const table = (year: number, persons: readonly number[]): AgeTable =>
  ({ year, brackets: [{ from: 0, to: 74 }, { from: 75, to: 79 }, { from: 80, to: 84 }, { from: 85, to: null }], persons });

test('each bracket is its persons times its rate, and the amount is their sum', () => {
  // 300 × 4/100 = 12; (100 + 50) × 20/100 = 30; together 42.
  const { lines, reservations } = requirementIn(2020, old, [table(2020, [9000, 300, 100, 50])]);
  expect(lines).toEqual([
    { from: 75, to: 79, count: 4, per: 100, persons: 300, amount: 12 },
    { from: 80, to: null, count: 20, per: 100, persons: 150, amount: 30 },
  ]);
  expect(sumOfLines(lines!)).toBe(42);
  expect(reservations).toEqual([]);
});

test('a norm per slice counts everybody', () => {
  const { lines } = requirementIn(2020, norm({ kind: 'per-slice', inhabitants: 15_000 }), [table(2020, [29_000, 600, 300, 100])]);
  expect(lines).toEqual([{ from: 0, to: null, count: 1, per: 15_000, persons: 30_000, amount: 2 }]);
});

test('between two given years the nearest stands in and says so, the earlier of two as near', () => {
  const tables = [table(2010, [1, 100, 0, 0]), table(2014, [1, 200, 0, 0]), table(2020, [1, 300, 0, 0])];
  const in2013 = requirementIn(2013, old, tables);
  expect([in2013.yearUsed, in2013.lines?.[0]?.persons]).toEqual([2014, 200]);
  expect(in2013.reservations).toEqual([{ code: 'nearest-year-used', year: 2013, used: 2014 }]);
  expect(requirementIn(2012, old, tables).yearUsed).toBe(2010);
});

test('outside the given years nothing is guessed', () => {
  const tables = [table(2010, [1, 100, 0, 0]), table(2015, [1, 200, 0, 0])];
  expect(requirementIn(2020, old, tables)).toEqual({ yearAsked: 2020, yearUsed: 2020, lines: null, reservations: [{ code: 'year-not-given', year: 2020, given: [2010, 2015] }] });
  expect(requirementIn(2009, old, tables).lines).toBeNull();
  expect(requirementIn(2009, old, []).lines).toBeNull();
});

test('ages that stop at 65+ cannot be cut at 75', () => {
  const stops: AgeTable = { year: 2020, brackets: [{ from: 0, to: 64 }, { from: 65, to: null }], persons: [9000, 1000] };
  expect(requirementIn(2020, old, [stops])).toMatchObject({ lines: null, reservations: [{ code: 'age-class-cut', bracket: { from: 75, to: 79 }, year: 2020 }] });
  const noAges: AgeTable = { year: 2020, brackets: [{ from: 0, to: null }], persons: [10_000] };
  expect(requirementIn(2020, old, [noAges])).toMatchObject({ lines: null, reservations: [{ code: 'no-age-table' }] });
});

test('a begun slice counts as whole; a whole one is not counted twice for a hair', () => {
  expect(roundAs('begun-slice', 4.273)).toBe(5);
  expect(roundAs('begun-slice', 4)).toBe(4);
  expect(roundAs('up', 0.1 + 0.2 + 2.7)).toBe(3); // 3.0000000000000004
  expect(roundAs('nearest', 295.52)).toBe(296);
  expect(roundAs('nearest', 1.005 * 100 * 5)).toBe(503); // 502.49999999999994 stands for 502.5
  expect(roundAs('none', 1.65)).toBe(1.65);
});
