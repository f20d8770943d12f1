import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDelimiter, readCsv, type Delimiter } from './csv.ts';
import { FirstProblem } from './problem.ts';

interface ReadRows {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly values: readonly string[] }[];
  readonly problem: FirstProblem['problem'];
}

/** Reads text that comes in pieces of this many characters. */
async function read(text: string, delimiter: Delimiter | null = null, piece = text.length + 1): Promise<ReadRows> {
  const stop = new FirstProblem();
  let columns: readonly string[] = [];
  const rows: { line: number; values: readonly string[] }[] = [];
  async function* pieces() {
    for (let at = 0; at < text.length; at += piece) yield await Promise.resolve(text.slice(at, at + piece));
  }
  await readCsv(pieces(), delimiter, { header: (names) => (columns = names), row: (line, values) => rows.push({ line, values }) }, stop);
  return { columns, rows, problem: stop.problem };
}

test('a row names the line it begins on, also after empty lines and values that run over lines', async () => {
  const { columns, rows } = await read('a;b\n1;2\n\n"x\ny";3\n4;5');
  expect(columns).toEqual(['a', 'b']);
  expect(rows).toEqual([
    { line: 2, values: ['1', '2'] }, { line: 4, values: ['x\ny', '3'] }, { line: 6, values: ['4', '5'] },
  ]);
});

test('lines of Windows and of an old Mac count alike', async () => {
  const expected = [{ line: 2, values: ['1', 'x\ny'] }, { line: 4, values: ['2', '3'] }];
  const windows = await read('a,b\r\n1,"x\r\ny"\r\n2,3\r\n');
  expect(windows.rows.map(({ line }) => line)).toEqual(expected.map(({ line }) => line));
  expect((await read('a,b\r1,"x\ny"\r2,3\r')).rows).toEqual(expected);
});

test('quotes hold delimiters and doubled quotes; a quote inside a value is part of it', async () => {
  expect((await read('a,b\n"Dorp, West","zei ""ja"""\n5" pijp, "ruim" \n')).rows.map(({ values }) => values)).toEqual([
    ['Dorp, West', 'zei "ja"'], ['5" pijp', 'ruim'],
  ]);
});

test('a quote that never closes is told with the line it was opened on', async () => {
  expect((await read('a,b\n1,2\n3,"open\n4,5\n')).problem).toEqual({ code: 'quote-not-closed', place: { line: 3 }, facts: {} });
});

test('a line without end is stopped at the limit', async () => {
  const { problem } = await read(`a,b\n1,"${'x'.repeat(1_100_000)}`, ',', 65_536);
  expect(problem).toMatchObject({ code: 'line-too-long', place: { line: 2 } });
});

test('the delimiter is the one of the first line, quotes aside', () => {
  expect(findDelimiter('naam;adres;"a,b,c,d,e"\n1,2,3,4,5,6')).toBe(';');
  expect(findDelimiter('a|b\n')).toBe('|');
  expect(findDelimiter('a\tb\n')).toBe('\t');
  expect(findDelimiter('kolom\n1;2;3')).toBe(',');
});

test('a tab-separated file keeps its empty fields', async () => {
  expect((await read('a\tb\tc\n\t2\t\n')).rows).toEqual([{ line: 2, values: ['', '2', ''] }]);
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '1', '.'), maxLength: 6 });

test('what is written with quotes is read as csv-parse reads it, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (table, piece) => {
      const text = table.map((values) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
      const oracle = parse(text, { relax_column_count: true, skip_empty_lines: true, delimiter: ',' }).map((values) => values.map((value) => value.trim()));
      const { columns, rows, problem } = await read(text, ',', piece);
      expect(problem).toBeNull();
      expect([columns, ...rows.map(({ values }) => values)]).toEqual(oracle);
    }),
  );
});

test('no text crashes the reader, and pieces do not change what is read', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', ';', '\t', 'é'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (given, piece) => {
      expect(await read(given, ',', piece)).toEqual(await read(given, ','));
    }),
  );
});
