import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualNeedSettings, type AmountNorm, type LocalNeedRule, type NormSet, type Plan } from '../model/index.ts';
import { applyEdit, applyEdits, type Edit } from './edits.ts';

const plan: Plan = { dataset: 'd', normSet: 'vlaanderen', name: 'Proef', zones: [], zoneOfBlock: {} };
const source = { title: 'Besluit van de gemeenteraad', url: null, place: null, year: 2024 };
const places = (id: string, count: number): AmountNorm => ({
  id, kind: 'amount', label: { nl: `Plaatsen ${id}`, en: `Places ${id}` }, category: 'wzc', status: 'own', source, validFrom: null, validTo: null, note: null,
  measure: 'capacity', unit: 'plaatsen', rule: { kind: 'per-age', rates: [{ from: 80, to: null, count, per: 100 }] }, rounding: 'none', minimum: 0, level: 'gemeente', projectionOffset: 0,
});
const local = (id: string, middle: number): LocalNeedRule => ({
  kind: 'local', id, label: { nl: 'Zorgnood', en: 'Care need' }, need: 'zorgbehoefte', unit: 'personen', status: 'own', source, note: null,
  rates: [{ from: 65, to: null, per: 100, low: 1, middle, high: 90 }], weighted: true,
});
const own: NormSet = { id: 'eigen', name: 'Eigen normen', version: 1, norms: [places('a', 10), places('b', 20)], local: [local('zorg', 30)] };

const done = (from: Plan, ...edits: Edit[]): Plan => {
  const applied = applyEdits(from, edits);
  if (!applied.ok) throw new Error(`Got ${JSON.stringify(applied.error)} when expected the edits to apply.`);
  return applied.value.plan;
};
const refusal = (from: Plan, edit: Edit) => {
  const applied = applyEdit(from, edit);
  return applied.ok ? null : applied.error;
};

const copied = done(plan, { kind: 'copy-norm-set', set: own });

test('a copy of a set belongs to the plan, and each change of it is a new version', () => {
  const changed = done(copied, { kind: 'set-norm', norm: places('a', 12) }, { kind: 'set-norm', norm: local('zorg', 40) }, { kind: 'drop-norm', norm: 'b' });
  expect([changed.normSet, changed.norms?.version]).toEqual(['vlaanderen', 4]);
  expect(changed.norms?.norms.map(({ id }) => id)).toEqual(['a']);
  expect(changed.norms?.local?.[0]?.rates[0]?.middle).toBe(40);
});

test('a norm with a new id stands behind the others; one that is known keeps its place', () => {
  expect(done(copied, { kind: 'set-norm', norm: places('c', 1) }).norms?.norms.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(done(copied, { kind: 'set-norm', norm: places('a', 1) }).norms?.norms.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('choosing a shipped set gives the copy up, and undoing brings it back with its version', () => {
  const there = applyEdit(done(copied, { kind: 'drop-norm', norm: 'b' }), { kind: 'choose-norm-set', normSet: 'genk-2008' });
  if (!there.ok) throw new Error(there.error.code);
  expect(there.value.plan).toEqual({ ...plan, normSet: 'genk-2008' });
  const back = applyEdits(there.value.plan, there.value.inverse);
  expect(back.ok && [back.value.plan.normSet, back.value.plan.norms?.version]).toEqual(['vlaanderen', 2]);
});

test('without a copy no norm can be changed; one nobody knows cannot be dropped; what is no norm is refused with each problem', () => {
  expect(refusal(plan, { kind: 'set-norm', norm: places('a', 1) })).toEqual({ code: 'no-own-norms' });
  expect(refusal(copied, { kind: 'drop-norm', norm: 'z' })).toEqual({ code: 'unknown-norm', norm: 'z' });
  expect(refusal(copied, { kind: 'set-norm', norm: { ...places('a', 120), source: { ...source, title: '' } } })).toEqual({
    code: 'norms-refused', problems: [{ code: 'without-source', at: 'norms[0].source' }],
  });
  // 120 places for every 100 people of 80 and older.
  expect(refusal(copied, { kind: 'set-norm', norm: places('b', 120) })).toEqual({
    code: 'norms-refused', problems: [{ code: 'rate-over-everyone', at: 'norms[1].rule.rates[0]', count: 120, per: 100 }],
  });
});

test('the last norm and one that others are a share of cannot be dropped', () => {
  const share: AmountNorm = { ...places('kort', 1), rule: { kind: 'share-of-norm', norm: 'a', share: 0.032 } };
  const sharing = done(copied, { kind: 'set-norm', norm: share });
  expect(refusal(sharing, { kind: 'drop-norm', norm: 'a' })).toMatchObject({ code: 'norms-refused', problems: [{ code: 'share-of-unknown-norm', norm: 'a' }] });
  const one = done(copied, { kind: 'drop-norm', norm: 'b' });
  expect(refusal(one, { kind: 'drop-norm', norm: 'a' })).toMatchObject({ code: 'norms-refused', problems: [{ code: 'wrong-value', at: 'norms', wants: 'list' }] });
});

test('settings of need are kept with their weights in order, and gone when they are the usual ones', () => {
  const weights = [{ indicator: 'vt', weight: 0.2 }, { indicator: 'alleen', weight: 0.1 }];
  const chosen = done(plan, { kind: 'choose-need', settings: { ...usualNeedSettings, vulnerability: { on: true, weights } } });
  expect(chosen.need?.vulnerability.weights.map(({ indicator }) => indicator)).toEqual(['alleen', 'vt']);
  expect(done(chosen, { kind: 'choose-need', settings: null })).toEqual(plan);
});

const id = fc.constantFrom('a', 'b', 'c');
const count = fc.constantFrom(5, 10, 200);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('choose-norm-set' as const), normSet: fc.constantFrom('vlaanderen', 'genk-2008') }),
  fc.record({ kind: fc.constant('copy-norm-set' as const), set: fc.constantFrom(own, { ...own, version: 7, norms: [places('c', 3)] }) }),
  fc.record({ kind: fc.constant('set-norm' as const), norm: fc.tuple(id, count).map(([norm, most]) => places(norm, most)) }),
  fc.record({ kind: fc.constant('set-norm' as const), norm: fc.tuple(fc.constantFrom('zorg', 'dementie'), count).map(([rule, middle]) => local(rule, middle)) }),
  fc.record({ kind: fc.constant('drop-norm' as const), norm: fc.constantFrom('a', 'b', 'c', 'zorg', 'dementie') }),
  fc.record({
    kind: fc.constant('choose-need' as const),
    settings: fc.option(fc.record({
      split: fc.constantFrom('ages' as const, 'inhabitants' as const), level: fc.constantFrom('low' as const, 'high' as const),
      vulnerability: fc.record({ on: fc.boolean(), weights: fc.subarray([{ indicator: 'vt', weight: 0.2 }, { indicator: 'alleen', weight: 0.3 }]) }), urbanClass: fc.constant(null),
    })),
  }),
);

test('whatever was done before, an edit of the norms and its inverse together change nothing, to the byte', () => {
  fc.assert(fc.property(fc.array(anyEdit, { maxLength: 6 }), anyEdit, (before, edit) => {
    let now = plan;
    for (const earlier of before) {
      const next = applyEdit(now, earlier);
      if (next.ok) now = next.value.plan;
    }
    const there = applyEdit(now, edit);
    if (!there.ok) return;
    const back = applyEdits(there.value.plan, there.value.inverse);
    expect(back.ok && JSON.stringify(back.value.plan)).toBe(JSON.stringify(now));
  }), { numRuns: 300 });
});
