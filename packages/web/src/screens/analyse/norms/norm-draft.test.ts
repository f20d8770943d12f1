import type { AmountNorm, NormSet } from '@woonzorgzones/core/model';
import { expect, test } from 'vitest';
import { draftOf, normFrom } from './norm-draft.ts';

const places: AmountNorm = {
  id: 'wzc', kind: 'amount', label: { nl: 'Plaatsen', en: 'Places' }, category: 'wzc', status: 'unconfirmed',
  source: { title: 'Besluit', url: null, place: null, year: 1998 }, validFrom: 1998, validTo: null, note: null, measure: 'capacity', unit: 'plaatsen',
  rule: { kind: 'per-age', rates: [{ from: 60, to: 74, count: 1, per: 100 }, { from: 75, to: null, count: 4.5, per: 100 }] },
  rounding: 'nearest', minimum: 0, level: 'gemeente', projectionOffset: 5,
};
const set: NormSet = { id: 'eigen', name: 'Eigen', version: 1, norms: [places] };

test('a norm that is not touched comes back as it was', () => {
  expect(normFrom(set, places, draftOf(places))).toEqual({ ok: true, value: places });
});

test('a rate is typed with a comma, an open end as nothing', () => {
  const draft = draftOf(places);
  expect(draft.rates[1]).toEqual({ from: '75', to: '', count: '4,5', per: '100' });
  const changed = normFrom(set, places, { ...draft, rates: [draft.rates[0]!, { ...draft.rates[1]!, count: '6,25' }] });
  expect(changed).toMatchObject({ ok: true, value: { rule: { rates: [{ count: 1 }, { from: 75, to: null, count: 6.25 }] } } });
});

test('what is wrong is told at the field in which it stands', () => {
  const draft = draftOf(places);
  const word = normFrom(set, places, { ...draft, figures: { ...draft.figures, minimum: 'veel' } });
  expect(word).toMatchObject({ ok: false, error: [{ code: 'wrong-value', at: 'minimum' }] });
  const over = normFrom(set, places, { ...draft, rates: [draft.rates[0]!, { ...draft.rates[1]!, count: '130' }] });
  expect(over).toMatchObject({ ok: false, error: [{ code: 'rate-over-everyone', at: 'rule.rates[1]' }] });
  const overlapping = normFrom(set, places, { ...draft, rates: [draft.rates[0]!, { ...draft.rates[1]!, from: '70' }] });
  expect(overlapping).toMatchObject({ ok: false, error: [{ code: 'brackets-overlap', at: 'rule.rates[1]' }] });
});
