import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { nl } from './nl-BE.ts';

type Words = { readonly [key: string]: string | Words };

const leaves = (words: Words, path: string): readonly (readonly [key: string, text: string])[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as const] : leaves(value, `${path}${key}.`)));

const dutch = leaves(nl, '');
const english = new Map(leaves(en, ''));
const slots = (text: string): readonly string[] => [...text.matchAll(/{{(\w+)/g)].map(([, name]) => name!).sort();

const home = join(import.meta.dirname, '..');
const source = readdirSync(home, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('text'))
  .map((file) => readFileSync(join(home, file), 'utf8'))
  .join('\n');

test('a sentence takes the same facts in both languages', () => {
  expect(dutch.filter(([key, text]) => slots(text).join() !== slots(english.get(key) ?? '').join())).toEqual([]);
});

test('no word of the screen lies unused', () => {
  const isUsed = (key: string): boolean => {
    const base = key.replace(/_(one|other)$/, '');
    return source.includes(`'${base}'`) || source.includes(`\`${base.slice(0, base.lastIndexOf('.'))}.\${`);
  };
  expect(source.length).toBeGreaterThan(10_000);
  expect(dutch.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([]);
});

test('the visitor is addressed as u, never as je or jij', () => {
  expect(dutch.filter(([, text]) => /\b(je|jij|jouw|jullie)\b/i.test(text))).toEqual([]);
});
