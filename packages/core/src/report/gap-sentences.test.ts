import { expect, test } from 'vitest';
import { known, notApplicable, unknown, usualNeedSettings, type AmountNorm, type DistanceNorm } from '../model/index.ts';
import type { Coverage, Derivation, Figure, Gap, Need, Provenance } from '../needs/index.ts';
import { coverageSentence, derivationSentences, gapSentence, needSentence, provenanceSentences, reservationSentence, unitLabel } from './gap-sentences.ts';

const base = { status: 'unconfirmed', source: { title: 'Bron', url: null, place: null, year: null }, validFrom: null, validTo: null, note: null } as const;
const places: AmountNorm = {
  ...base, id: 'wzc', kind: 'amount', label: { nl: 'Woonzorgcentrum: plaatsen', en: 'Residential care: places' }, category: 'wzc', measure: 'capacity', unit: 'plaatsen',
  rule: { kind: 'per-age', rates: [{ from: 60, to: 74, count: 1, per: 100 }, { from: 75, to: null, count: 12.5, per: 100 }] }, rounding: 'nearest', minimum: 0, level: 'gemeente', projectionOffset: 5,
};
const stopNear: DistanceNorm = { ...base, status: 'confirmed', id: 'halte', kind: 'distance', label: { nl: 'Halte binnen 300 m', en: 'Stop within 300 m' }, category: 'halte', withinMetres: 300, ages: null };

const figure = (count: Figure['count'], year: number): Figure => ({ count, year, method: 'modelled', sources: [] });
const need: Need = {
  norm: 'wzc', category: 'wzc', unit: 'plaatsen', status: 'unconfirmed',
  required: figure(known(718), 2013), requiredNow: figure(known(600), 2008), present: figure(known(473), 2008), missing: figure(known(245), 2013),
  filledShare: known(473 / 718), derivation: null, reservations: [], band: null,
  reachable: { amount: known(473), fromElsewhere: known(0), usedByOthers: known(0), withinMetres: 5000, status: 'unconfirmed', norm: null },
};
const coverage: Coverage = {
  norm: 'halte', category: 'halte', status: 'confirmed', withinMetres: 300, ages: null,
  persons: { ...figure(known(9120), 2008), method: 'straight-line' }, within: figure(known(7500), 2008), beyond: figure(known(1620), 2008), share: known(0.8224), reservations: [], band: null,
};
/** The spaces that hold figure and unit together, as plain ones. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('a need reads with its years and says that its norm is not confirmed', () => {
  expect(plain(needSentence(need, places, 'nl'))).toBe('Woonzorgcentrum: plaatsen (onbevestigd): nodig 718 in 2013, aanwezig 473 in 2008, tekort 245, 66 % ingevuld.');
  expect(plain(needSentence(need, places, 'en'))).toBe('Residential care: places (unconfirmed): 718 required in 2013, 473 present in 2008, 245 missing, 66% filled.');
});

test('what is unknown is said to be, and has no percentage', () => {
  const blind: Need = { ...need, required: figure(unknown, 2013), missing: figure(unknown, 2013), filledShare: unknown };
  expect(needSentence({ ...blind, required: figure(notApplicable, 2013) }, places, 'nl')).toBe('Woonzorgcentrum: plaatsen (onbevestigd): niet van toepassing.');
  expect(needSentence(blind, places, 'nl')).toBe('Woonzorgcentrum: plaatsen (onbevestigd): nodig onbekend in 2013, aanwezig 473 in 2008, tekort onbekend.');
});

test('coverage reads as a share of persons, with the way it was measured', () => {
  expect(plain(coverageSentence(coverage, stopNear, 'nl'))).toBe('Halte binnen 300 m: 82 % van 9.120 personen (2008, hemelsbreed).');
  expect(plain(coverageSentence({ ...coverage, share: notApplicable }, stopNear, 'nl'))).toBe('Halte binnen 300 m: niet van toepassing (2008, hemelsbreed).');
});

test('a gap says where, what and for whom', () => {
  const gap: Gap = {
    id: 'z1/wzc', zone: 'z1', norm: 'wzc', kind: 'amount', category: 'wzc', function: null, form: null, status: 'unconfirmed', required: 61.7, present: 49.4, reachable: known(50),
    missing: 12.345, band: null, missingShare: 0.2, affected: known(310), affected75: known(290), affected80: known(150),
  };
  expect(gapSentence(gap, 'Noord', places, 'nl')).toBe('Noord: 12,3 plaatsen te weinig. Woonzorgcentrum: plaatsen (onbevestigd). Het tekort komt neer op 310 personen, van wie 290 van 75 jaar en ouder.');
  const far = { ...gap, norm: 'halte', kind: 'distance', missing: 1620, affected: known(1620), affected75: known(120) } as const;
  expect(plain(gapSentence(far, 'Zuid', stopNear, 'nl'))).toBe('Zuid: 1.620 personen wonen verder dan 300 m, van wie 120 van 75 jaar en ouder. Halte binnen 300 m.');
  expect(plain(gapSentence(far, 'Zuid', { ...stopNear, ages: { from: 75, to: null } }, 'en'))).toBe('Zuid: 1,620 persons live further than 300 m. Stop within 300 m.');
  const hub: Gap = { ...gap, norm: 'functie-zorgkruispunt', kind: 'function', category: 'wzc', function: 'zorgkruispunt', missing: 1, missingShare: 1, affected: known(9120), affected75: known(800) };
  expect(gapSentence(hub, 'West', undefined, 'nl')).toBe('West: geen zorgkruispunt in de zone. Er wonen 9.120 personen, van wie 800 van 75 jaar en ouder.');
  const flats: Gap = { ...gap, norm: 'lokaal-aanleunwonen', kind: 'housing', category: 'gaw', form: 'aanleunwonen', missing: 24, status: 'own' };
  expect(gapSentence(flats, 'Midden', undefined, 'nl')).toBe('Midden: 24 woningen te weinig voor aanleunwonen (eigen norm).');
});

test('a derivation shows its working line by line', () => {
  const derivation: Derivation = {
    yearAsked: 2013, yearUsed: 2013, split: 'whole', exact: 717.5, raisedTo: null, rounding: 'nearest',
    lines: [{ from: 60, to: 74, count: 1, per: 100, persons: 9338, amount: 93.38 }, { from: 75, to: null, count: 12.5, per: 100, persons: 42.5, amount: 5.3125 }],
  };
  expect(derivationSentences(derivation, places, 'nl')).toEqual([
    '9.338 personen van 60 tot en met 74 jaar × 1 per 100 = 93,4 plaatsen',
    '42,5 personen van 75 jaar en ouder × 12,5 per 100 = 5,31 plaatsen',
    'Samen 718 plaatsen.',
  ]);
  const perSlice: AmountNorm = { ...places, rule: { kind: 'per-slice', inhabitants: 15_000 }, unit: 'centra', minimum: 1 };
  const raised: Derivation = { ...derivation, exact: 1, raisedTo: 1, lines: [{ from: 0, to: null, count: 1, per: 15_000, persons: 6000, amount: 0.4 }] };
  expect(derivationSentences(raised, perSlice, 'nl')).toEqual(['6.000 inwoners × 1 per 15.000 = 0,4 centra', 'De norm vraagt per gemeente minstens 1.', 'Samen 1 centrum.']);
});

test('each reservation is a sentence in both languages', () => {
  expect(reservationSentence({ code: 'year-not-given', year: 2020, given: [2013, 2015] }, 'nl')).toBe('Er is geen leeftijdstabel voor 2020, wel voor 2013, 2015. Voeg een vooruitberekening toe.');
  expect(reservationSentence({ code: 'not-in-force', year: 2015, validFrom: 1998, validTo: 2012 }, 'nl')).toBe('Deze norm gold niet in 2015, wel van 1998 tot en met 2012.');
  expect(reservationSentence({ code: 'not-in-force', year: 2015, validFrom: null, validTo: 2012 }, 'nl')).toBe('Deze norm gold niet in 2015, wel tot en met 2012.');
  expect(reservationSentence({ code: 'not-in-force', year: 2015, validFrom: 2022, validTo: null }, 'en')).toBe('This norm was not in force in 2015, only from 2022.');
  expect(reservationSentence({ code: 'age-band-cut', bracket: { from: 80, to: null } }, 'nl')).toBe('De leeftijdsgroepen van de gegevens laten deze groep niet toe: 80 jaar en ouder.');
  expect(reservationSentence({ code: 'capacity-unknown', facilities: 1 }, 'nl')).toBe('Van één voorziening is niet opgegeven hoe groot ze is.');
  expect(reservationSentence({ code: 'not-reached', reason: 'behind-barrier', persons: 1200 }, 'nl')).toBe('1.200 inwoners worden niet bereikt: de straten in de buurt liggen aan de overkant van een spoorweg, kanaal, rivier of snelweg.');
  expect(reservationSentence({ code: 'without-address', persons: 1200 }, 'nl')).toBe('1.200 inwoners hebben geen adres in de bestanden; hun afstand is onbekend.');
  const rest = [
    { code: 'nearest-year-used', year: 2012, used: 2013 }, { code: 'no-age-table' }, { code: 'age-class-cut', bracket: { from: 60, to: 74 }, year: 2013 },
    { code: 'category-not-given', category: 'wzc' }, { code: 'not-recognised', facilities: 2 }, { code: 'nobody-concerned' },
  ] as const;
  for (const reservation of rest) for (const language of ['nl', 'en'] as const) expect(reservationSentence(reservation, language)).toMatch(/^[A-ZÉ0-9].*\.$/);
});

test('the foot of a page names the year, the norms, the way of measuring and the files', () => {
  const provenance: Provenance = {
    dataset: '0123456789abcdef', municipality: { code: 'dorp', name: 'Dorp', fictitious: true }, normSet: { id: 'v', name: 'Vlaanderen', version: 2, own: false }, need: usualNeedSettings, referenceYear: 2008,
    population: { year: 2008, totals: 'measured-per-block', spreadBy: 'dwellings', ages: 'none', householdSpread: 0, seed: 1, note: '' },
    sources: [{ file: 'a.csv', role: 'addresses', sha256: '', crs: null, title: 'Adressen', licence: null, attribution: 'Digitaal Vlaanderen', referenceDate: '2008' }],
    distances: { method: 'straight-line', detourFactor: 1.22, detourStatus: 'unconfirmed', detourSource: null },
  };
  expect(provenanceSentences(provenance, 'nl')).toEqual([
    'Dorp, inwoners en voorzieningen van 2008. Fictieve gegevens.',
    'Normen: Vlaanderen, versie 2. Afstanden: hemelsbreed × 1,22 (onbevestigd).',
    'Bestanden: Adressen, 2008, Digitaal Vlaanderen. Gegevens 0123456789ab.',
  ]);
});

test('one is one', () => {
  expect([unitLabel('centra', 1, 'nl'), unitLabel('centra', 0.7, 'nl'), unitLabel('uren', 2, 'en')]).toEqual(['centrum', 'centra', 'hours']);
});
