import { expect, test } from 'vitest';
import { hidden, known, unknown, type LocalNeedRule, type Municipality, type NormSet, type Plan } from '../model/index.ts';
import { analyse } from '../needs/index.ts';
import { zoneTable, zoneTableCsv } from './zone-table.ts';

const base = { status: 'own', source: { title: 'Proef', url: null, place: null, year: null }, validFrom: null, validTo: null, note: null } as const;
const norms: NormSet = {
  id: 'proef', name: 'Proef', version: 2,
  norms: [
    { ...base, id: 'winkel', kind: 'distance', label: { nl: 'Winkel binnen 610 m', en: 'Shop within 610 m' }, category: 'winkel', withinMetres: 610, ages: null },
    {
      ...base, id: 'wzc', kind: 'amount', label: { nl: 'Plaatsen', en: 'Places' }, category: 'wzc', measure: 'capacity', unit: 'plaatsen', rounding: 'none', minimum: 0, level: 'gemeente', projectionOffset: 0,
      rule: { kind: 'per-age', rates: [{ from: 75, to: null, count: 50, per: 100 }] },
    },
  ],
};

/**
 * Three blocks of 1 km with one address each, at 500, 1,500 and 2,500: A 30 young and 20 of 75 and older, B 10 and 3,
 * C 7 and 6. Together 47 + 29 = 76. A shop at 1,000: A and B are 500 m away, 610 m on foot.
 */
const square = (x: number) => [[Float64Array.of(x, 0, x + 1000, 0, x + 1000, 1000, x, 1000, x, 0)]];
const municipality: Municipality = {
  code: 'dorp', name: 'Dorp', fictitious: true, boundary: [],
  blocks: [{ id: 'A', name: 'A', shape: square(0), inhabitants: 50 }, { id: 'B', name: 'B', shape: square(1000), inhabitants: 13 }, { id: 'C', name: 'C', shape: square(2000), inhabitants: 13 }],
  bands: [{ from: 0, to: 74 }, { from: 75, to: null }],
  addresses: {
    ids: ['1', '2', '3'], streets: ['', '', ''], numbers: ['', '', ''], xy: Float64Array.of(500, 500, 1500, 500, 2500, 500), block: Int32Array.of(0, 1, 2),
    dwellings: Uint16Array.of(1, 1, 1), persons: Uint16Array.of(30, 20, 10, 3, 7, 6),
  },
  population: { year: 2008, totals: 'measured-per-block', spreadBy: 'dwellings', ages: 'municipal-structure', householdSpread: 0, seed: 1, note: '' },
  draws: [], ageTables: [], unplaced: [], inventoried: [], divisions: [], nuclei: [], barriers: [], crossings: [], streets: null, basemap: { streets: [], water: [], green: [], buildings: [] }, sources: [],
  facilities: [{ id: 's', category: 'winkel', name: 'Winkel', address: null, x: 1000, y: 500, position: { by: 'source', metres: null }, capacity: null, recognised: null, functions: [], opened: null, closed: null, source: 0, referenceDate: null, fictitious: true }],
};
const plan: Plan = {
  dataset: 'abcdef0123456789', normSet: 'proef', name: 'Proef', zoneOfBlock: { A: 'a', B: 'b' },
  zones: [{ id: 'a', name: 'West', locked: false }, { id: 'b', name: '=Midden;"2"', locked: false }],
};
const analysis = analyse(municipality, plan, norms);

test('the table shows what the map shows: every zone, what is not assigned, and the municipality', () => {
  const { columns, rows } = zoneTable(analysis, norms, 'nl', 'planner');
  expect(columns.map(({ key }) => key)).toEqual([
    'blocks', 'inhabitants', 'from75', 'winkel', 'wzc-required', 'wzc-present', 'wzc-missing',
    ...['verzorgd-wonen', 'aanleunwonen', 'aangepast-wonen', 'levenslange-woning'].flatMap((form) => [`${form}-present`, `${form}-planned`, `${form}-missing`]),
    'dwellings', 'dwellings-levenslang', 'dwellings-aanpasbaar', 'dwellings-ongeschikt', 'dwellings-onbekend', 'reserve',
    'function-activiteitscentrum', 'function-coordinatiepunt', 'function-zorgkruispunt',
  ]);
  expect(rows.map(({ kind, name }) => [kind, name])).toEqual([['zone', 'West'], ['zone', '=Midden;"2"'], ['unassigned', 'nog niet toegewezen'], ['municipality', 'Dorp']]);
  expect(rows.map(({ cells }) => cells.slice(0, 5))).toEqual([
    [known(1), known(50), known(20), known(1), known(10)],
    [known(1), known(13), known(3), known(1), known(1.5)],
    [known(1), known(13), known(6), known(0), known(3)],
    [known(3), known(76), known(29), known(63 / 76), known(14.5)],
  ]);
  // No file speaks of residences, dwellings, plots or functions.
  expect(rows[0]?.cells.slice(5)).toEqual(Array.from({ length: 23 }, () => unknown));
});

test('columns name their unit, their year and how sure their norm is', () => {
  const { columns } = zoneTable(analysis, norms, 'nl', 'planner');
  expect(columns[4]).toEqual({ key: 'wzc-required', label: 'Plaatsen, nodig', form: 'number', unit: 'plaatsen', year: 2008, norm: 'wzc', status: 'own' });
  expect(columns[3]).toMatchObject({ form: 'share', norm: 'winkel' });
});

test('for others than the planner nothing tells of fewer than five persons, differences included', () => {
  // B has 3 of 75 and older; the smallest other part, C with 6, goes with it. What B needs is half of 3, so it goes too, and what
  // C needs with it: 14.5 − 10 − 3 would tell 1.5, and that 3.
  const { columns, rows } = zoneTable(analysis, norms, 'nl', 'public');
  const column = (key: string) => rows.map(({ cells }) => cells[columns.findIndex((candidate) => candidate.key === key)]);
  expect(column('inhabitants')).toEqual([known(50), known(13), known(13), known(76)]);
  expect(column('from75')).toEqual([known(20), hidden, hidden, known(29)]);
  expect(column('wzc-required')).toEqual([known(10), hidden, hidden, known(14.5)]);
});

test('the CSV carries the same figures, in Dutch, and no cell a spreadsheet would run', () => {
  const csv = zoneTableCsv(zoneTable(analysis, norms, 'nl', 'planner'), analysis, 'nl');
  const silent = 'onbekend;'.repeat(21);
  expect(csv.replace(/;Verzorgd wonen, aanwezig .*Zorgkruispunt \(gebouwen, 2008\)/, '')).toBe([
    '\uFEFFsoort;woonzorgzone;Bouwblokken (aantal, 2008);Inwoners (personen, 2008);75-plussers (personen, 2008);Winkel binnen 610 m (% van de personen, 2008);Plaatsen, nodig (plaatsen, 2008);Plaatsen, aanwezig (plaatsen, 2008);Plaatsen, tekort (plaatsen, 2008);gegevens;normenset',
    `woonzorgzone;West;1;50;20;100;10;onbekend;onbekend;${silent}abcdef012345 (fictief);Proef 2`,
    `woonzorgzone;"'=Midden;""2""";1;13;3;100;1,5;onbekend;onbekend;${silent}abcdef012345 (fictief);Proef 2`,
    `nog niet toegewezen;nog niet toegewezen;1;13;6;0;3;onbekend;onbekend;${silent}abcdef012345 (fictief);Proef 2`,
    `gemeente;Dorp;3;76;29;82,9;14,5;onbekend;onbekend;${silent}abcdef012345 (fictief);Proef 2`,
    '',
  ].join('\r\n'));
});

test('local need stands low, middle and high beside the norms, and is hidden with the persons behind it', () => {
  // A quarter, half and three quarters of the 20, 3 and 6 people of 75 and older.
  const rule: LocalNeedRule = {
    kind: 'local', id: 'zorg', label: { nl: 'Zorgnood', en: 'Care need' }, need: 'zorgbehoefte', unit: 'personen', status: 'own', source: base.source, note: null, weighted: false,
    rates: [{ from: 75, to: null, per: 100, low: 25, middle: 50, high: 75 }],
  };
  const withRule = { ...norms, local: [rule] };
  const found = analyse(municipality, plan, withRule);
  const column = (audience: 'planner' | 'public', key: string) => {
    const { columns, rows } = zoneTable(found, withRule, 'nl', audience);
    return rows.map(({ cells }) => cells[columns.findIndex((one) => one.key === key)]);
  };
  expect(column('planner', 'zorg-low')).toEqual([known(5), known(0.75), known(1.5), known(7.25)]);
  expect(column('planner', 'zorg-high')).toEqual([known(15), known(2.25), known(4.5), known(21.75)]);
  // By the low estimate 0.75 and 1.5 of 7.25 are too few to tell, and even together: the 5 goes with them, and every level of it.
  expect(column('public', 'zorg-middle')).toEqual([hidden, hidden, hidden, known(14.5)]);
  expect(zoneTable(found, withRule, 'nl', 'public').columns.find(({ key }) => key === 'zorg-middle')).toMatchObject({ label: 'Zorgnood, midden', unit: 'personen', norm: 'zorg', status: 'own' });
});
