import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readManual } from '@woonzorgzones/core/report';
import { manualToPdf } from '@woonzorgzones/files';
import { expect, test } from 'vitest';
import { other } from '../other-programs.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const manual = readManual(readFileSync(join(docs, 'handleiding.md'), 'utf8'));
const pictures = manual.sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'picture' ? [part.name] : [])));

test('every screen has its chapter, and each name for a link is used once', () => {
  const ids = manual.sections.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['start', 'gegevens', 'afbakenen', 'leemten', 'presenteren']));
  expect(new Set(ids).size).toBe(ids.length);
});

test('each picture is there, is asked for, and is small', () => {
  expect([...new Set(pictures)].sort()).toEqual(readdirSync(join(docs, 'handleiding')).sort());
  for (const name of pictures) expect(statSync(join(docs, 'handleiding', name)).size).toBeLessThan(200_000);
});

test('the PDF beside the manual is what the manual makes today, with its headings as text and its pictures in it', async () => {
  const pdf = join(docs, 'handleiding.pdf');
  expect(Buffer.from(await manualToPdf(docs)).equals(readFileSync(pdf))).toBe(true);
  const text = await other('pdftotext', '-layout', pdf, '-');
  for (const { heading } of manual.sections) expect(text).toContain(heading);
  expect((await other('pdfimages', '-list', pdf)).trimEnd().split('\n').slice(2)).toHaveLength(pictures.length);
});
