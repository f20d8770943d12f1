import { expect, test } from 'vitest';
import { supplyInReach, supplyRatio, weightedCatchment, type CostTable, type Decay } from './floating-catchment.ts';

/* Two surgeries, three streets. Costs in minutes:  s0: d0 5, d1 10   s1: d1 5, d2 20.  People 100, 50, 10. Doctors 3 and 2. */
const table: CostTable = { first: Int32Array.of(0, 2, 4), demand: Int32Array.of(0, 1, 1, 2), cost: Float64Array.of(5, 10, 5, 20) };
const people = Float64Array.of(100, 50, 10);
const steps = { kind: 'steps', steps: [{ upTo: 5, weight: 1 }, { upTo: 10, weight: 0.5 }, { upTo: 20, weight: 0.2 }] } as const;

function perPerson(method: 'two-step' | 'three-step' | 'modified' | 'balanced', supply: readonly (number | null)[] = [3, 2], maxCost = 20): readonly number[] {
  const found = supplyInReach(table, people, supply, { method, decay: steps, maxCost });
  if (!found.ok) throw new Error(found.error.code);
  return [...found.value.perPerson];
}

test('enhanced two-step, by hand', () => {
  // s0 is asked by 100·1 + 50·½ = 125: 0.024 a head. s1 by 50·1 + 10·0.2 = 52: 2/52.
  expect(perPerson('two-step')).toEqual([3 / 125, 0.5 * (3 / 125) + 2 / 52, 0.2 * (2 / 52)]);
});

test('modified, by hand: the weight counts twice', () => {
  const [a, b, c] = perPerson('modified');
  expect(a).toBeCloseTo(3 / 125, 12);
  expect(b).toBeCloseTo(0.25 * (3 / 125) + 2 / 52, 12);
  expect(c).toBeCloseTo(0.2 * 0.2 * (2 / 52), 12);
});

test('three-step, by hand: d1 prefers s1 two to one', () => {
  // Effective weights: d0→s0 1; d1→s0 ½·⅓, d1→s1 1·⅔; d2→s1 0.2·1.
  const first = 3 / (100 + 50 / 6), second = 2 / ((50 * 2) / 3 + 10 * 0.2);
  const [a, b, c] = perPerson('three-step');
  expect(a).toBeCloseTo(first, 12);
  expect(b).toBeCloseTo(first / 6 + (second * 2) / 3, 12);
  expect(c).toBeCloseTo(0.2 * second, 12);
});

test('balanced, by hand: shares by person when asking, by place when giving', () => {
  // Asking: d0 1 to s0; d1 ⅓ to s0 and ⅔ to s1; d2 1 to s1. Giving: s0 ⅔ to d0, ⅓ to d1; s1 1/1.2 to d1, 0.2/1.2 to d2.
  const first = 3 / (100 + 50 / 3), second = 2 / (100 / 3 + 10);
  const [a, b, c] = perPerson('balanced');
  expect(a).toBeCloseTo((first * 2) / 3, 12);
  expect(b).toBeCloseTo(first / 3 + second / 1.2, 12);
  expect(c).toBeCloseTo((second * 0.2) / 1.2, 12);
});

test('the largest cost is within reach, a hair more is not', () => {
  expect(perPerson('two-step', [3, 2], 19.999)[2]).toBe(0);
  expect(perPerson('two-step', [3, 2], 20)[2]).toBeGreaterThan(0);
});

test('supply that nobody can get to is told apart, and so is supply of unknown size; neither gives infinity', () => {
  const found = supplyInReach({ first: Int32Array.of(0, 1, 1, 2), demand: Int32Array.of(0, 1), cost: Float64Array.of(1, 1) }, Float64Array.of(10, 0), [5, 7, null], { method: 'two-step', decay: { kind: 'none' }, maxCost: 5 });
  expect(found).toEqual({ ok: true, value: { perPerson: Float64Array.of(0.5, 0), idle: [1], unknown: [2] } });
  // A surgery in reach of a street where nobody lives yet.
  const empty = supplyInReach({ first: Int32Array.of(0, 1), demand: Int32Array.of(0), cost: Float64Array.of(1) }, Float64Array.of(0), [5], { method: 'three-step', decay: steps, maxCost: 5 });
  expect(empty).toEqual({ ok: true, value: { perPerson: Float64Array.of(0), idle: [0], unknown: [] } });
});

test('people so far off that they weigh next to nothing still share what is there, and nobody gets a figure that is none', () => {
  // exp(−38² / 2) is 3e-314: one over it is no number. d0 is the only one who weighs anything, so all five are for d0.
  const far: CostTable = { first: Int32Array.of(0, 2), demand: Int32Array.of(0, 1), cost: Float64Array.of(38, 100) };
  const found = supplyInReach(far, Float64Array.of(1, 1), [5], { method: 'two-step', decay: { kind: 'gaussian', sigma: 1 }, maxCost: 1000 });
  expect(found.ok && [...found.value.perPerson]).toEqual([5, 0]);
});

test.each([
  ['a negative number of people', Float64Array.of(100, -1, 10), [3, 2], { code: 'demand-is-no-number', row: 1 }],
  ['people that are no number', Float64Array.of(NaN, 1, 10), [3, 2], { code: 'demand-is-no-number', row: 0 }],
  ['an infinite supply', people, [3, Infinity], { code: 'supply-is-no-number', row: 1 }],
  ['a table with another number of supplies', people, [3], { code: 'table-does-not-fit' }],
  ['a table that names a demand there is none of', people.subarray(0, 2), [3, 2], { code: 'table-does-not-fit' }],
])('%s is refused', (_, demand, supply, error) => {
  expect(supplyInReach(table, demand, supply, { method: 'two-step', decay: steps, maxCost: 20 })).toEqual({ ok: false, error });
});

test('what is within 10 minutes: doctors, and doctors per person round each street', () => {
  expect([...weightedCatchment(table, 3, Float64Array.of(3, 2), { kind: 'none' }, 10)]).toEqual([3, 5, 0]);
  const oneself: CostTable = { first: Int32Array.of(0, 1, 2, 3), demand: Int32Array.of(0, 1, 2), cost: new Float64Array(3) };
  expect([...supplyRatio(table, oneself, Float64Array.of(100, 50, 0), Float64Array.of(3, 2), 10)]).toEqual([0.03, 0.1, 0]);
});

test('decays at their edges', () => {
  /* One surgery of one doctor, three streets at 0, 5 and 10. */
  const weights = (decay: Decay): readonly number[] => [...weightedCatchment({ first: Int32Array.of(0, 3), demand: Int32Array.of(0, 1, 2), cost: Float64Array.of(0, 5, 10) }, 3, Float64Array.of(1), decay, 20)];
  expect(weights({ kind: 'linear', reach: 10 })).toEqual([1, 0.5, 0]);
  expect(weights({ kind: 'linear', reach: 5 })).toEqual([1, 0, 0]);
  expect(weights({ kind: 'power', scale: 5, alpha: -1, least: 1 })).toEqual([5, 1, 0.5]);
  expect(weights({ kind: 'gaussian', sigma: 5 })[1]).toBeCloseTo(Math.exp(-0.5), 15);
  expect(weights({ kind: 'exponential', scale: 5 })[2]).toBeCloseTo(Math.exp(-2), 15);
});

test.each<[string, Decay]>([
  ['a gaussian that nobody gave a width', { kind: 'gaussian' } as unknown as Decay],
  ['a gaussian without width', { kind: 'gaussian', sigma: 0 }],
  ['no steps', { kind: 'steps', steps: [] }],
  ['a step that is no number', { kind: 'steps', steps: [{ upTo: Number.NaN, weight: 1 }] }],
  ['a power that grows with distance', { kind: 'power', scale: 5, alpha: 1, least: 1 }],
  ['a negative reach', { kind: 'linear', reach: -1 }],
  ['an endless scale', { kind: 'exponential', scale: Infinity }],
])('%s is refused: it would leave everybody with nothing', (_, decay) => {
  expect(supplyInReach(table, people, [3, 2], { method: 'two-step', decay, maxCost: 20 })).toEqual({ ok: false, error: { code: 'decay-not-usable', decay: decay.kind } });
});
