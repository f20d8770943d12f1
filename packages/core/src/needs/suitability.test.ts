import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DwellingFacts, SuitabilityRule } from '../model/index.ts';
import { suitabilityOf } from './suitability.ts';

const nothing: DwellingFacts = { type: null, builtYear: null, ownership: null, lift: null, oneFloor: null, groundFloor: null, stepFree: null, wheelchair: null };
const rule = (gives: SuitabilityRule['gives'], when: Partial<SuitabilityRule['when']>): SuitabilityRule => ({
  id: 'r', label: { nl: 'R', en: 'R' }, gives, status: 'own', source: { title: 'Proef', url: null, place: null, year: null },
  when: { types: null, builtFrom: null, builtTo: null, lift: null, oneFloor: null, groundFloor: null, stepFree: null, wheelchair: null, ...when },
});
const rules = [
  rule('levenslang', { groundFloor: true, stepFree: true }),
  rule('ongeschikt', { groundFloor: false, lift: false }),
  rule('aanpasbaar', { types: ['open', 'halfopen'] }),
  rule('ongeschikt', { types: ['rijwoning'], builtTo: 1960 }),
];
const judged = (facts: Partial<DwellingFacts>) => suitabilityOf({ ...nothing, ...facts }, rules);

test('the first rule that holds decides', () => {
  expect(judged({ type: 'open', groundFloor: true, stepFree: true, lift: false })).toBe('levenslang');
  expect(judged({ type: 'open', groundFloor: false, stepFree: false, lift: false })).toBe('ongeschikt');
  expect(judged({ type: 'open', groundFloor: true, stepFree: false })).toBe('aanpasbaar');
  expect(judged({ type: 'rijwoning', builtYear: 1960, groundFloor: true, stepFree: false })).toBe('ongeschikt');
});

test('a missing fact that could decide leaves it unknown; one that changes nothing does not', () => {
  // With or without thresholds: levenslang or aanpasbaar.
  expect(judged({ type: 'open', groundFloor: true })).toBe('onbekend');
  // On an upper floor thresholds no longer matter, but a lift does.
  expect(judged({ type: 'open', groundFloor: false })).toBe('onbekend');
  // Upper floor without a lift: unfit by the second rule; by the fourth as well, were it terraced and old.
  expect(judged({ type: 'rijwoning', builtYear: 1930, groundFloor: false })).toBe('ongeschikt');
});

test('a dwelling nobody knows anything of, and one that no rule speaks of, are unknown', () => {
  expect(judged({})).toBe('onbekend');
  expect(judged({ type: 'studio', builtYear: 2000, groundFloor: true, stepFree: false, lift: true, wheelchair: false, oneFloor: true })).toBe('onbekend');
});

const fact = fc.option(fc.boolean());
const facts = fc.record({
  type: fc.option(fc.constantFrom('open' as const, 'rijwoning' as const, 'studio' as const)), builtYear: fc.option(fc.constantFrom(1930, 1980)), ownership: fc.constant(null),
  lift: fact, oneFloor: fact, groundFloor: fact, stepFree: fact, wheelchair: fact,
});

test('learning one more fact never turns one known class into another', () => {
  fc.assert(fc.property(facts, facts, (some, other) => {
    const more = Object.fromEntries(Object.entries(some).map(([key, value]) => [key, value ?? other[key as keyof DwellingFacts]])) as unknown as DwellingFacts;
    const before = suitabilityOf(some, rules);
    if (before !== 'onbekend') expect(suitabilityOf(more, rules)).toBe(before);
  }), { numRuns: 300 });
});
