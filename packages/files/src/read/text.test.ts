import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstProblem } from './problem.ts';
import { readText, type Encoding } from './text.ts';

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
