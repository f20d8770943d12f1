import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hidden, known, type Count } from '../model/index.ts';
import { discloseDifferences } from './disclose-differences.ts';

const counts = (...values: readonly number[]): readonly Count[] => values.map(known);

test('a zone that gains three people is not told beside its former self, nor is the whole, which would bring it back', () => {
  // 103 + 200 = 303: beside 303 and 200 a reader reckons 103, and 103 − 100 = 3.
  expect(discloseDifferences(counts(100, 200, 300), counts(103, 200, 303))).toEqual([hidden, known(200), hidden]);
});

test('two zones that exchange three people both go, and the whole may stay', () => {
  expect(discloseDifferences(counts(100, 200, 300), counts(103, 197, 300))).toEqual([hidden, hidden, known(300)]);
});

test('where only the whole differs by few, the smallest part goes with it', () => {
  // 7 − 5 together: +7 and −5 are each large enough, their sum of 2 is not.
  expect(discloseDifferences(counts(100, 200, 300), counts(107, 195, 302))).toEqual([hidden, known(195), hidden]);
});

test('what does not differ, and what differs by five and more, is told', () => {
  expect(discloseDifferences(counts(100, 200, 300), counts(100, 205, 305))).toEqual(counts(100, 205, 305));
});

test('whatever the figures: no small difference is left, alone or by subtracting from the whole', () => {
  const parts = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(parts, (pairs) => {
    const sum = (place: 0 | 1): number => pairs.reduce((total, pair) => total + pair[place], 0);
    const [first, second] = [counts(...pairs.map(([a]) => a), sum(0)), counts(...pairs.map(([, b]) => b), sum(1))];
    const told = discloseDifferences(first, second);
    const isHidden = told.map(({ kind }) => kind === 'hidden');
    for (const [at, [a, b]] of [...pairs, [sum(0), sum(1)] as const].entries()) if (a !== b && Math.abs(a - b) < 5) expect(isHidden[at]).toBe(true);
    // One hidden figure beside all others would be reckoned out; with a single part of nothing there is no other to hide.
    if (isHidden.filter(Boolean).length === 1) expect(pairs.filter(([, b]) => b > 0).length).toBeLessThan(1);
  }));
});
