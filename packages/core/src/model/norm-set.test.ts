import { expect, test } from 'vitest';
import { normSetDocument, parseNormSet } from './norm-set.ts';

const source = { title: 'Besluit van de gemeenteraad', url: null, place: 'artikel 3', year: 2024 };
const shared = { label: { nl: 'Plaatsen', en: 'Places' }, category: 'wzc', status: 'own', source, validFrom: null, validTo: null, note: null };
const amount = {
  ...shared, id: 'plaatsen', kind: 'amount', measure: 'capacity', unit: 'plaatsen', rounding: 'nearest', minimum: 0, level: 'gemeente', projectionOffset: 5,
  rule: { kind: 'per-age', rates: [{ from: 75, to: 79, count: 4, per: 100 }, { from: 80, to: null, count: 12, per: 100 }] },
};
const distance = { ...shared, id: 'halte', kind: 'distance', category: 'halte', withinMetres: 300, ages: { from: 75, to: null } };
const set = (...norms: unknown[]) => ({ format: 'woonzorgzones-norms', formatVersion: 1, id: 'eigen', name: 'Eigen normen', version: 1, norms });

const problemsOf = (value: unknown) => {
  const parsed = parseNormSet(value);
  return parsed.ok ? [] : parsed.error;
};

test('a set of one norm of each kind is read as it is written', () => {
  expect(parseNormSet(set(amount, distance))).toEqual({ ok: true, value: { id: 'eigen', name: 'Eigen normen', version: 1, norms: [amount, distance] } });
});

test('what is not a set of norms says so', () => {
  expect(problemsOf('normen')).toEqual([{ code: 'wrong-value', at: '', wants: 'object' }]);
  expect(problemsOf({ ...set(amount), format: 'iets-anders' })).toEqual([{ code: 'wrong-value', at: 'format', wants: 'woonzorgzones-norms' }]);
  expect(problemsOf({ ...set(amount), formatVersion: 3 })).toEqual([{ code: 'wrong-value', at: 'formatVersion', wants: '1 | 2' }]);
  expect(problemsOf(set())).toEqual([{ code: 'wrong-value', at: 'norms', wants: 'list' }]);
});

test('a field nobody knows is refused, and so is one that is missing', () => {
  const withoutNote = Object.fromEntries(Object.entries(amount).filter(([field]) => field !== 'note'));
  expect(problemsOf(set({ ...amount, factor: 2 }))).toEqual([{ code: 'unknown-field', at: 'norms[0]', field: 'factor' }]);
  expect(problemsOf(set(withoutNote))).toEqual([{ code: 'missing-field', at: 'norms[0]', field: 'note' }]);
});

test('a norm without source is refused', () => {
  expect(problemsOf(set({ ...amount, source: { ...source, title: ' ' } }))).toEqual([{ code: 'without-source', at: 'norms[0].source' }]);
  expect(problemsOf(set({ ...amount, source: null }))).toEqual([{ code: 'without-source', at: 'norms[0].source' }]);
  expect(problemsOf(set({ ...amount, source: { ...source, url: 'javascript:alert(1)' } }))).toEqual([{ code: 'wrong-value', at: 'norms[0].source.url', wants: 'http(s)://' }]);
});

test('brackets that overlap or run backwards are refused', () => {
  const rates = (...list: unknown[]) => set({ ...amount, rule: { kind: 'per-age', rates: list } });
  expect(problemsOf(rates({ from: 75, to: 80, count: 4, per: 100 }, { from: 80, to: null, count: 12, per: 100 })))
    .toEqual([{ code: 'brackets-overlap', at: 'norms[0].rule.rates[1]', brackets: ['75-80', '80+'] }]);
  expect(problemsOf(rates({ from: 75, to: null, count: 4, per: 100 }, { from: 85, to: null, count: 12, per: 100 })))
    .toEqual([{ code: 'brackets-overlap', at: 'norms[0].rule.rates[1]', brackets: ['75+', '85+'] }]);
  expect(problemsOf(rates({ from: 79, to: 75, count: 4, per: 100 }))).toEqual([{ code: 'wrong-value', at: 'norms[0].rule.rates[0]', wants: 'from ≤ to' }]);
});

test('more than one place per person is refused; more than one hour per person is not', () => {
  const rule = { kind: 'per-age', rates: [{ from: 75, to: null, count: 40, per: 1 }] };
  expect(problemsOf(set({ ...amount, rule }))).toEqual([{ code: 'rate-over-everyone', at: 'norms[0].rule.rates[0]', count: 40, per: 1 }]);
  expect(problemsOf(set({ ...amount, rule, category: 'gezinszorg', unit: 'uren' }))).toEqual([]);
});

test('two norms with one id, years in the wrong order, a capacity that does not exist', () => {
  expect(problemsOf(set(amount, amount))).toEqual([{ code: 'repeated-norm', at: 'norms[1]', id: 'plaatsen' }]);
  expect(problemsOf(set({ ...amount, validFrom: 2013, validTo: 2012 }))).toEqual([{ code: 'years-reversed', at: 'norms[0]', validFrom: 2013, validTo: 2012 }]);
  expect(problemsOf(set({ ...amount, category: 'ldc' }))).toEqual([{ code: 'capacity-in-other-unit', at: 'norms[0]', category: 'ldc', unit: 'plaatsen' }]);
  expect(problemsOf(set({ ...amount, rounding: 'begun-slice' }))).toEqual([{ code: 'slice-rounding-without-slice', at: 'norms[0]' }]);
  expect(problemsOf(set({ ...amount, category: 'toString' }))).toEqual([{ code: 'wrong-value', at: 'norms[0].category', wants: 'category' }]);
});

test('every problem is told, in the order of the file', () => {
  expect(problemsOf(set({ ...distance, withinMetres: -1 }, { ...amount, minimum: 0.5 }, { kind: 'wens' })).map((problem) => problem.at))
    .toEqual(['norms[0].withinMetres', 'norms[1].minimum', 'norms[2].kind']);
});

const local = {
  kind: 'local', id: 'zorg', label: { nl: 'Zorgnood', en: 'Care need' }, need: 'zorgbehoefte', unit: 'personen', status: 'own', source, note: null, weighted: true,
  rates: [{ from: 65, to: 74, per: 100, low: 10, middle: 20, high: 30 }, { from: 75, to: null, per: 100, low: 25, middle: 40, high: 45 }],
};
const suitability = {
  id: 'lift', label: { nl: 'Met lift', en: 'With a lift' }, gives: 'levenslang', status: 'own', source,
  when: { types: null, builtFrom: null, builtTo: null, lift: true, oneFloor: null, groundFloor: null, stepFree: null, wheelchair: null },
};

test('a set with every part of version 2 is read, and written as it was read', () => {
  const whole = {
    ...set(amount, { ...amount, id: 'kort', category: 'kortverblijf', rule: { kind: 'share-of-norm', norm: 'plaatsen', share: 0.032 } },
      { ...distance, id: 'park', category: 'park', leastCapacity: 1, condition: { kind: 'density', from: 125, below: null } },
      { ...distance, id: 'zorg-24', withinMetres: 7500, function: 'zorgkruispunt', response: { minutes: 15, kilometresPerHour: 30 } }),
    formatVersion: 2, forYears: { from: 2006, to: 2009 }, local: [local], suitability: [suitability],
  };
  const parsed = parseNormSet(whole);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  expect(normSetDocument(parsed.value)).toEqual(whole);
  expect(parseNormSet(JSON.parse(JSON.stringify(normSetDocument(parsed.value))))).toEqual(parsed);
});

test('ages that a norm passes over, and negative figures, are refused', () => {
  const rates = [{ from: 60, to: 64, count: 1, per: 100 }, { from: 75, to: null, count: 4, per: 100 }];
  expect(problemsOf(set({ ...amount, rule: { kind: 'per-age', rates } }))).toEqual([{ code: 'brackets-gap', at: 'norms[0].rule.rates[1]', brackets: ['60-64', '75+'] }]);
  expect(problemsOf(set({ ...amount, rule: { kind: 'per-age', rates: [{ from: 60, to: null, count: -1, per: 100 }] } }))).toEqual([{ code: 'negative', at: 'norms[0].rule.rates[0].count', value: -1 }]);
  expect(problemsOf(set({ ...distance, withinMetres: -300 }))).toEqual([{ code: 'negative', at: 'norms[0].withinMetres', value: -300 }]);
  expect(problemsOf(set({ ...amount, minimum: -1 }))).toEqual([{ code: 'negative', at: 'norms[0].minimum', value: -1 }]);
});

test('estimates must ascend and stay under everybody', () => {
  const of = (rate: object) => problemsOf({ ...set(amount), local: [{ ...local, rates: [{ from: 65, to: null, per: 100, low: 1, middle: 2, high: 3, ...rate }] }] });
  expect(of({})).toEqual([]);
  expect(of({ low: 2.5 })).toEqual([{ code: 'estimates-out-of-order', at: 'local[0].rates[0]', low: 2.5, middle: 2, high: 3 }]);
  expect(of({ high: 130 })).toEqual([{ code: 'rate-over-everyone', at: 'local[0].rates[0]', count: 130, per: 100 }]);
});

test('a norm and a rule of local need with one id, a share of nothing, and minutes that do not make the metres are refused', () => {
  expect(problemsOf({ ...set(amount), local: [{ ...local, id: 'plaatsen' }] })).toEqual([{ code: 'repeated-norm', at: 'local[0]', id: 'plaatsen' }]);
  const share = (norm: string) => ({ ...amount, id: 'kort', rule: { kind: 'share-of-norm', norm, share: 0.5 } });
  expect(problemsOf(set(amount, share('weg')))).toEqual([{ code: 'share-of-unknown-norm', at: 'norms[1].rule.norm', norm: 'weg' }]);
  expect(problemsOf(set(amount, share('kort')))).toEqual([{ code: 'share-of-unknown-norm', at: 'norms[1].rule.norm', norm: 'kort' }]);
  // 15 minutes at 30 km an hour are 7,500 m.
  expect(problemsOf(set({ ...distance, withinMetres: 7000, response: { minutes: 15, kilometresPerHour: 30 } })))
    .toEqual([{ code: 'response-not-distance', at: 'norms[0]', withinMetres: 7000, response: 7500 }]);
});
