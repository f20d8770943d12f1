import { expect, test } from 'vitest';
import { known, unknown, type Count, type LocalNeedRule } from '../model/index.ts';
import type { Figure, LocalNeed } from '../needs/index.ts';
import { estimateSentence, housingReservationSentence, localNeedSentences, vulnerabilitySentences } from './need-sentences.ts';

const figure = (count: Count): Figure => ({ count, year: 2024, method: 'modelled', sources: [] });
const rule: LocalNeedRule = {
  kind: 'local', id: 'zorg', label: { nl: 'Zorgnood', en: 'Care need' }, need: 'zorgbehoefte', unit: 'personen', status: 'own', note: null, weighted: true,
  source: { title: 'Eigen raming', url: null, place: 'blz. 3', year: 2024 }, rates: [{ from: 75, to: null, per: 100, low: 25, middle: 40, high: 50 }],
};
const need: LocalNeed = {
  rule: 'zorg', need: 'zorgbehoefte', unit: 'personen', status: 'own', later: [], reservations: [],
  estimate: { low: figure(known(30)), middle: figure(known(48)), high: figure(known(60)) },
  derivation: { year: 2024, factor: 1.2, lines: [{ from: 75, to: null, per: 100, low: 25, middle: 40, high: 50, persons: 100, weighted: 120 }] },
};

test('an estimate is told from low to high with the mark of what it rests on', () => {
  expect(estimateSentence(need, 'nl')).toBe('30 tot 60 personen, midden 48 (eigen norm)');
  expect(estimateSentence({ ...need, estimate: { low: figure(unknown), middle: figure(unknown), high: figure(unknown) } }, 'nl')).toBe('onbekend');
});

test('the working of a local need can be followed on paper, to its source', () => {
  // 100 people weighted to 120: × 25, 40 and 50 per 100.
  expect(localNeedSentences(need, rule, 'nl')).toEqual([
    '100 personen (75 jaar en ouder), gewogen 120, × 25 / 40 / 50 per 100',
    'Samen in 2024 laag 30, midden 48, hoog 60 personen.',
    'De kwetsbaarheid maakt dit 1,2 keer zo groot als de basisnorm.',
    'Bron: Eigen raming, blz. 3, 2024 (eigen norm).',
  ]);
  expect(localNeedSentences({ ...need, derivation: null }, rule, 'nl')).toEqual([]);
});

test('an indicator says its value, its weight and for how many there is none', () => {
  const told = { factor: known(1.1), indicators: [{ indicator: 'vt', name: 'Verhoogde tegemoetkoming', unit: 'percent' as const, weight: 0.1, value: figure(known(12.53)), withoutValue: 40 }] };
  expect(vulnerabilitySentences(told, 'nl')).toEqual([
    'Verhoogde tegemoetkoming: 12,5\u00a0% (2024), gewicht 0,1. Voor 40 inwoners is er geen cijfer; voor hen geldt de basisnorm.',
  ]);
});

test('what is not known of dwellings says what to add', () => {
  expect(housingReservationSentence({ code: 'no-dwellings-file' }, 'nl')).toContain('Voeg een tabel met woningen toe');
  expect(housingReservationSentence({ code: 'suitability-unknown', dwellings: 1250 }, 'nl')).toContain('1.250 woningen');
});
