import fc from 'fast-check';
import { expect, test } from 'vitest';
import { known, type Count, type LocalNeedRule } from '../model/index.ts';
import type { Figure } from './figure.ts';
import { localGroundOf, localNeedOf } from './local-need.ts';
import type { People } from './people.ts';

const rule: LocalNeedRule = {
  kind: 'local', id: 'zorg', label: { nl: 'Zorgnood', en: 'Care need' }, need: 'zorgbehoefte', unit: 'personen', status: 'own', source: { title: 'Proef', url: null, place: null, year: null },
  note: null, weighted: true, rates: [{ from: 65, to: 74, per: 100, low: 10, middle: 20, high: 30 }, { from: 75, to: null, per: 100, low: 25, middle: 40, high: 50 }],
};

/** Per block the persons under 65, from 65 to 74, and of 75 and older. */
const people = (...blocks: readonly (readonly [number, number, number])[]): People => ({
  bands: [{ from: 0, to: 64 }, { from: 65, to: 74 }, { from: 75, to: null }],
  byBand: [0, 1, 2].map((band) => Float64Array.from(blocks, (block) => block[band]!)),
  inhabitants: Float64Array.from(blocks, (block) => block.reduce((a, b) => a + b, 0)),
  addresses: Int32Array.from(blocks, () => 1), growth: Float64Array.of(1, 1, 1),
});

const figure = (count: Count, year: number): Figure => ({ count, year, method: 'modelled', sources: [] });
const value = ({ count }: Figure): number => (count.kind === 'known' ? count.value : NaN);
const town = people([900, 100, 50], [800, 200, 10]);
const evenly = Float64Array.of(1, 1);

test('persons of each age times their rate: low, middle and high', () => {
  // 300 of 65-74 and 60 of 75+: low 30 + 15, middle 60 + 24, high 90 + 30.
  const need = localNeedOf([0, 1], localGroundOf(rule, [{ year: 2024, people: town }], evenly), figure, 2024);
  expect([value(need.estimate.low), value(need.estimate.middle), value(need.estimate.high)]).toEqual([45, 84, 120]);
  expect(need.derivation).toEqual({
    year: 2024, factor: 1,
    lines: [
      { from: 65, to: 74, per: 100, low: 10, middle: 20, high: 30, persons: 300, weighted: 300 },
      { from: 75, to: null, per: 100, low: 25, middle: 40, high: 50, persons: 60, weighted: 60 },
    ],
  });
});

test('where people are more vulnerable more is asked, and the derivation says how much', () => {
  // Block 0 counts half as much again: middle (100 × 1.5 + 200) × 20 % + (50 × 1.5 + 10) × 40 % = 70 + 34 = 104, of 84 without.
  const need = localNeedOf([0, 1], localGroundOf(rule, [{ year: 2024, people: town }], Float64Array.of(1.5, 1)), figure, 2024);
  expect(value(need.estimate.middle)).toBeCloseTo(104, 12);
  expect(need.derivation?.factor).toBeCloseTo(104 / 84, 12);
  const plain = localNeedOf([0, 1], localGroundOf({ ...rule, weighted: false }, [{ year: 2024, people: town }], Float64Array.of(1.5, 1)), figure, 2024);
  expect(value(plain.estimate.middle)).toBe(84);
});

test('each later year has its own estimate', () => {
  const years = [{ year: 2024, people: town }, { year: 2040, people: people([900, 100, 100], [800, 200, 20]) }];
  // 2040: 300 × 20 % + 120 × 40 % = 108.
  expect(localNeedOf([0, 1], localGroundOf(rule, years, evenly), figure, 2024).later.map(({ year, estimate }) => [year, value(estimate.middle)])).toEqual([[2040, 108]]);
});

test('without ages, or with bands that cut a bracket, it is unknown and says why', () => {
  const noAges = { ...town, bands: [{ from: 0, to: null }], byBand: [town.inhabitants] };
  expect(localNeedOf([0], localGroundOf(rule, [{ year: 2024, people: noAges }], evenly), figure, 2024)).toMatchObject({
    estimate: { middle: { count: { kind: 'unknown' } } }, derivation: null, reservations: [{ code: 'no-age-table' }],
  });
  const cut = localGroundOf({ ...rule, rates: [{ from: 70, to: null, per: 100, low: 1, middle: 2, high: 3 }] }, [{ year: 2024, people: town }], evenly);
  expect(localNeedOf([0], cut, figure, 2024).reservations).toEqual([{ code: 'age-band-cut', bracket: { from: 70, to: null } }]);
});

test('an area where nobody lives needs nothing, and says that nobody is concerned', () => {
  const need = localNeedOf([], localGroundOf(rule, [{ year: 2024, people: town }], evenly), figure, 2024);
  expect(need.estimate.high.count).toEqual(known(0));
  expect(need.reservations).toEqual([{ code: 'nobody-concerned' }]);
});

test('parts add up to the whole, and low, middle and high stay in order', () => {
  const block = fc.tuple(fc.nat(900), fc.nat(300), fc.nat(100));
  fc.assert(fc.property(fc.array(fc.record({ block, factor: fc.double({ min: 1, max: 3, noNaN: true }), zone: fc.nat(2) }), { minLength: 1, maxLength: 10 }), (rows) => {
    const ground = localGroundOf(rule, [{ year: 2024, people: people(...rows.map((row) => row.block)) }], Float64Array.from(rows, (row) => row.factor));
    const of = (area: readonly number[]) => localNeedOf(area, ground, figure, 2024).estimate;
    const whole = of([...rows.keys()]);
    for (const level of ['low', 'middle', 'high'] as const) {
      const parts = [0, 1, 2].map((zone) => value(of([...rows.keys()].filter((index) => rows[index]!.zone === zone))[level]));
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(value(whole[level]), 6);
    }
    expect(value(whole.low)).toBeLessThanOrEqual(value(whole.middle));
    expect(value(whole.middle)).toBeLessThanOrEqual(value(whole.high));
  }), { numRuns: 200 });
});
