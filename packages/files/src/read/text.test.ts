import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstProblem } from './problem.ts';
import { readText, type Encoding, type FoundEncoding } from './text.ts';

async function read(bytes: Uint8Array, encoding: Encoding, piece = bytes.length + 1) {
  const stop = new FirstProblem();
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
  }
  let text = '';
  for await (const part of readText(pieces(), encoding, stop)) text += part;
  return { text, problem: stop.problem };
}

test('letters that the end of a piece cuts in two come out whole', async () => {
  const bytes = Buffer.from('Meeënheide €5 🌳');
  for (let piece = 1; piece < bytes.length; piece++) expect(await read(bytes, 'utf-8', piece)).toEqual({ text: 'Meeënheide €5 🌳', problem: null });
});

test('a byte order mark is no part of the first column', async () => {
  expect((await read(Buffer.from('\ufeffid;naam'), 'utf-8')).text).toBe('id;naam');
});

test('a file with the mark of UTF-8 is UTF-8, whatever the manifest says', async () => {
  expect((await read(Buffer.from('\ufeffMeeënweg'), 'latin-1')).text).toBe('Meeënweg');
});

test('latin-1 and windows-1252 as published: é, and the euro sign that only Windows has', async () => {
  expect((await read(Uint8Array.of(0x41, 0x6e, 0x64, 0x72, 0xe9), 'latin-1')).text).toBe('André');
  expect((await read(Uint8Array.of(0x80, 0x35), 'windows-1252')).text).toBe('€5');
});

test('bytes that are no UTF-8 are told with their line', async () => {
  const bytes = Buffer.concat([Buffer.from('naam\nMeeënweg\n'), Uint8Array.of(0x41, 0x6e, 0x64, 0x72, 0xe9), Buffer.from('\nZuid\n')]);
  for (const piece of [1, 2, 3, 5, 100]) {
    expect((await read(bytes, 'utf-8', piece)).problem).toEqual({ code: 'text-not-in-encoding', place: { line: 3 }, facts: { encoding: 'utf-8' } });
  }
});

test('a letter that the end of the file cuts in two is told', async () => {
  expect((await read(Uint8Array.of(0x61, 0x0a, 0xc3), 'utf-8')).problem).toMatchObject({ code: 'text-not-in-encoding', place: { line: 2 } });
});

/** What the text turned out to be, where nothing said it. */
async function guess(bytes: Uint8Array, piece: number) {
  const stop = new FirstProblem();
  let found: FoundEncoding | null = null;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
  }
  let text = '';
  for await (const part of readText(pieces(), null, stop, (one) => (found = one))) text += part;
  return { text, found, problem: stop.problem };
}

test('without a word text is UTF-8, and Windows-1252 from the first letter that cannot be, wherever the pieces end', async () => {
  const windows = Buffer.concat([Buffer.from('naam\nGenk\nAndr'), Uint8Array.of(0xe9), Buffer.from('e\nMeeu'), Uint8Array.of(0xeb), Buffer.from('n\n')]);
  for (let piece = 1; piece <= windows.length; piece++) {
    expect(await guess(windows, piece)).toEqual({ text: 'naam\nGenk\nAndr\u00e9e\nMeeu\u00ebn\n', found: { encoding: 'windows-1252', guessedAtLine: 3 }, problem: null });
    expect((await guess(Buffer.from('naam\nMeeu\u00ebn\n'), piece)).found).toEqual({ encoding: 'utf-8', guessedAtLine: null });
  }
});

test('text that was UTF-8 before and then is not, is neither', async () => {
  const mixed = Buffer.concat([Buffer.from('Mee\u00ebn\nAndr'), Uint8Array.of(0xe9), Buffer.from('\n')]);
  for (let piece = 1; piece <= mixed.length; piece++) expect((await guess(mixed, piece)).problem).toMatchObject({ code: 'text-not-in-encoding', place: { line: 2 } });
});

test('no bytes crash the reader; good UTF-8 comes through in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 7 }), async (bytes, piece) => {
      const { problem } = await read(bytes, 'utf-8', piece);
      const isGood = Buffer.from(bytes).equals(Buffer.from(Buffer.from(bytes).toString()));
      expect(problem === null).toBe(isGood);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (given, piece) => {
      const bytes = Buffer.from(`x${given}`);
      expect((await read(bytes, 'utf-8', piece)).text).toBe(bytes.toString());
    }),
  );
});
