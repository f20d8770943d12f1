import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWorkbook, writeZip, type Cell } from '../../../../../tests/format-files.ts';
import { readLayer } from '../../../../../tests/read-layer.ts';
import { dateText, numberText, showsDate } from './cell-text.ts';
import { XmlScanner } from './xml-scanner.ts';

const file = (...sheets: Parameters<typeof writeWorkbook>[0][number][]) => ({ 'zorg.xlsx': writeWorkbook(sheets) });

const zorg: readonly (readonly Cell[])[] = [
  ['Zorgvoorzieningen van de gemeente'],
  [],
  ['id', 'naam', 'plaatsen', 'geopend', 'erkend'],
  ['w1', 'Ter Meeën & "Co" <A>', 96, new Date('1996-02-29'), true],
  [],
  [71016, null, 0.1, null, false],
];

test('the header is found under a title; rows keep the number that Excel shows; dates, numbers and texts come as written', async () => {
  const { rows, columns, problem } = await readLayer(file({ name: 'Blad1', rows: zorg }, { name: 'Blad2', rows: [] }), 'zorg.xlsx');
  expect(problem).toBeNull();
  expect(columns).toEqual(['id', 'naam', 'plaatsen', 'geopend', 'erkend']);
  expect(rows).toEqual([
    { place: { line: 4 }, values: { id: 'w1', naam: 'Ter Meeën & "Co" <A>', plaatsen: '96', geopend: '1996-02-29', erkend: 'true' }, geometry: null },
    { place: { line: 6 }, values: { id: '71016', naam: '', plaatsen: '0.1', geopend: '', erkend: 'false' }, geometry: null },
  ]);
});

test('a header that has the wanted columns goes before one that only looks like it', async () => {
  const rows = [['bron', 'datum', 'wie', 'wat', 'x'], ['naam', 'plaatsen', null, null, null], ['Huis', 3, null, null, null]];
  expect((await readLayer(file({ name: 'A', rows }), 'zorg.xlsx')).columns).toEqual(['bron', 'datum', 'wie', 'wat', 'x']);
  const asked = await readLayer(file({ name: 'A', rows }), 'zorg.xlsx', { wanted: ['naam', 'plaatsen'] });
  expect(asked.columns).toEqual(['naam', 'plaatsen']);
  expect(asked.rows).toEqual([{ place: { line: 3 }, values: { naam: 'Huis', plaatsen: '3' }, geometry: null }]);
});

test('of several sheets one is chosen by name; hidden and empty ones are none of them', async () => {
  const files = file({ name: 'Zorg', rows: zorg }, { name: 'Winkels', rows: [['id'], ['a']] }, { name: 'Hulp', rows: [['x'], [1]], isHidden: true }, { name: 'Leeg', rows: [] });
  expect((await readLayer(files, 'zorg.xlsx')).problem).toEqual({ code: 'layer-needed', place: {}, facts: { layers: ['Zorg', 'Winkels'] } });
  expect((await readLayer(files, 'zorg.xlsx', { layer: 'Winkels' })).rows).toHaveLength(1);
});

test('a workbook without its sheets, one that is cut off, and one that declares a document type are told', async () => {
  const parts = (sheet: string) => writeZip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    { name: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="A" id="r1"/></sheets></workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', bytes: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>' },
    ...(sheet === '' ? [] : [{ name: 'xl/s.xml', bytes: sheet }]),
  ]);
  const problem = async (sheet: string) => (await readLayer({ 'a.xlsx': parts(sheet) }, 'a.xlsx')).problem;
  expect(await problem('')).toMatchObject({ code: 'file-without-rows' });
  const good = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c t="str"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>';
  expect(await problem(good)).toBeNull();
  expect(await problem(good.slice(0, -15))).toEqual({ code: 'file-damaged', place: {}, facts: { format: 'xlsx' } });
  expect(await problem(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${good}`)).toMatchObject({ code: 'file-damaged' });
});

test('days as Excel counts them, also before its leap year that never was, and since 1904', () => {
  // Microsoft: 1 is 1 January 1900, 61 is 1 March 1900, 45292 is 1 January 2024; in the other calendar 0 is 1 January 1904.
  expect([1, 59, 61, 45_292, 45_292.5, 0.75].map((serial) => dateText(serial, false))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2024-01-01', '2024-01-01T12:00', '18:00']);
  expect(dateText(0, true)).toBe('1904-01-01');
  expect(dateText(-1, false)).toBeNull();
});

test('which number formats show a date', () => {
  expect([14, 22, 45].every((id) => showsDate(id, undefined))).toBe(true);
  expect([0, 1, 2, 9, 49].some((id) => showsDate(id, undefined))).toBe(false);
  expect(['dd/mm/yyyy', '[$-813]d mmmm yyyy;@', '[h]:mm'].every((code) => showsDate(164, code))).toBe(true);
  expect(['0.00', '#,##0 "dagen"', '[Red]0', 'General', '00000', '0\\d'].some((code) => showsDate(164, code))).toBe(false);
});

test('numbers keep every digit that tells them apart', () => {
  expect(numberText('50.951949812514079')).toBe('50.95194981251408');
  expect(numberText('7.1016E4')).toBe('71016');
  expect(numberText('12345678901234567890')).toBe('12345678901234567890');
});

test('XML comes through alike in pieces of any size', () => {
  const document = '<?xml version="1.0"?><x:a b="1 > 0"><!-- <no> --><c>t&amp;u</c><![CDATA[<raw>]]><d e=\'"\'/>é&#235;</x:a>';
  const follow = (piece: number) => {
    const events: string[] = [];
    const scanner = new XmlScanner({
      open: (name, attributes) => events.push(`<${name} ${attributes.get('b') ?? ''}${attributes.get('e') ?? ''}`),
      close: (name) => events.push(`>${name}`),
      text: (text) => {
        const last = events.pop() ?? '';
        if (last.startsWith('"')) events.push(last + text);
        else events.push(last, `"${text}`);
      },
    });
    for (let at = 0; at < document.length; at += piece) scanner.push(document.slice(at, at + piece));
    expect(scanner.isWhole).toBe(true);
    return events;
  };
  expect(follow(1000)).toEqual(['<a 1 > 0', '<c ', '"t&u', '>c', '"<raw>', '<d "', '>d', '"éë', '>a']);
  for (let piece = 1; piece < 20; piece++) expect(follow(piece)).toEqual(follow(1000));
});

test('what is written in cells is what is read, sums included', async () => {
  const cell = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.stringMatching(/^[a-zé&<>"' ]{1,8}[a-z]$/));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, fc.integer({ min: 0, max: 9999 })), { minLength: 1, maxLength: 8 }), async (rows) => {
      const read = await readLayer(file({ name: 'A', rows: [['wat', 'aantal'], ...rows] }), 'zorg.xlsx', { wanted: ['wat', 'aantal'] });
      expect(read.rows.map(({ values }) => values['wat'])).toEqual(rows.map(([what]) => (typeof what === 'number' ? String(what) : what.trim())));
      expect(read.rows.reduce((sum, { values }) => sum + Number(values['aantal']), 0)).toBe(rows.reduce((sum, [, count]) => sum + count, 0));
    }),
    { numRuns: 20 },
  );
});
