import { expect, test } from 'vitest';
import type { FileVerdict, Verdict } from '../model/index.ts';
import { importProblemsCsv, verdictCsv } from './verdict-csv.ts';

const file: FileVerdict = {
  file: 'zorg.csv', role: 'facilities', profile: 'eigen-lijst', title: 'Zorg; eigen lijst', licence: null, attribution: 'Bron: stad', referenceDate: '2013', yearsOld: 13, bytes: 2000,
  sha256: '0'.repeat(64), crs: { code: 'EPSG:31370', by: 'coordinates' }, rowsRead: 1010, rowsTaken: 4, elsewhere: 1000,
  leftOut: { column: 'status', values: [{ value: 'gesloten', rows: 3, first: { line: 5 } }] },
  refused: [{ place: { line: 8 }, column: 'capaciteit', value: '=cmd|\' /C calc\'!A0', reason: 'not-a-number', remedy: 'correct-value' }],
  waiting: [{ place: { line: 9 }, column: null, value: '', reason: 'no-position', remedy: 'give-position' }, { place: { line: 2 }, column: 'plaats', value: 'a "b"', reason: 'out-of-range', remedy: 'correct-value' }],
  valuesLeftUnknown: [], repaired: [{ how: 'decimal-comma', rows: 4, first: { line: 3 } }],
};

const verdict: Verdict = {
  municipality: { code: '71016', name: 'Genk', fictitious: false },
  referenceYear: 2026,
  files: [file],
  controls: [{ what: 'inhabitants-against-manifest', expected: 65_463, found: 65_100 }],
  notices: [{ code: 'licence-unknown', facts: { file: 'zorg.csv' } }],
};

test('the CSV has one line for each thing found, opens in a Dutch spreadsheet, and runs nothing', () => {
  const source = 'zorg.csv;"Zorg; eigen lijst";voorzieningen;eigen-lijst';
  const licence = '2013;niet opgegeven;Bron: stad';
  expect(verdictCsv(verdict, 'nl')).toBe([
    '\uFEFFbestand;titel;rol;profiel;soort;regel;plaats;kolom;waarde;reden;wat te doen;aantal;peildatum;licentie;bronvermelding',
    `${source};gelezen;;;;;;;1010;${licence}`,
    `${source};meegenomen;;;;;;;4;${licence}`,
    `${source};andere gemeenten;;;;;;;1000;${licence}`,
    `${source};overgeslagen;5;regel 5;status;gesloten;;;3;${licence}`,
    `${source};hersteld;3;regel 3;;;decimale komma gelezen als decimaalteken;;4;${licence}`,
    `${source};geweigerd;8;regel 8;capaciteit;'=cmd|' /C calc'!A0;de waarde is geen getal;Verbeter de waarde.;1;${licence}`,
    `${source};wacht;9;regel 9;;;de rij heeft geen plaats;Vul de plaats aan.;1;${licence}`,
    `${source};wacht;2;regel 2;plaats;"a ""b""";het getal kan hier niet;Verbeter de waarde.;1;${licence}`,
    ";;;;controle;;;;65100;Inwoners per bouwblok samen, tegen het totaal in het manifest;;'-363;;;",
    ';;;;opmerking;;;;;Van zorg.csv is de licentie niet opgegeven. Kijk na of u het mag gebruiken en tonen.;;;;;',
    '',
  ].join('\r\n'));
});

test('a refused import is told in the same columns', () => {
  const csv = importProblemsCsv([{ code: 'file-empty', file: 'a.csv', place: {}, facts: {} }], 'nl');
  expect(csv.split('\r\n')[1]).toBe('a.csv;;;;probleem;;;;;a.csv: het bestand is leeg. Haal het opnieuw op bij de bron.;;1;;;');
});

test('in English every column and kind has its word', () => {
  const lines = verdictCsv(verdict, 'en').split('\r\n');
  expect(lines[0]).toBe('\uFEFFfile;title;role;profile;kind;line;place;column;value;reason;what to do;number;reference date;licence;attribution');
  expect(lines.slice(1, -1).map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(';')[4])).toEqual(['read', 'taken', 'other municipalities', 'left out', 'repaired', 'refused', 'waiting', 'waiting', 'check', 'notice']);
});
