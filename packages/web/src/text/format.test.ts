import { hidden, known, notApplicable, unknown } from '@woonzorgzones/core/model';
import { expect, test } from 'vitest';
import { formatFor } from './format.ts';

const nl = formatFor('nl');
const en = formatFor('en');
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('numbers are written the Belgian way in Dutch', () => {
  expect(nl.number(1234.5, 1)).toBe('1.234,5');
  expect(plain(nl.percent(0.125, 1))).toBe('12,5 %');
  expect(en.number(1234.5, 1)).toBe('1,234.5');
  expect(en.percent(0.125, 1)).toBe('12.5%');
});

test('distances are metres under a kilometre, then kilometres with one decimal', () => {
  expect(plain(nl.distance(800))).toBe('800 m');
  expect(plain(nl.distance(1250))).toBe('1,3 km');
});

test('missing, hidden, zero and not applicable never look alike', () => {
  const signs = [known(0), hidden, unknown, notApplicable].map((count) => nl.count(count));
  expect(new Set(signs).size).toBe(4);
  expect(signs[0]).toBe('0');
});

test('a small negative remainder is no minus zero', () => {
  expect(nl.number(-0.2)).toBe('0');
});

test('a date that is a year stays a year', () => {
  expect(nl.date('2009')).toBe('2009');
  expect(nl.date('2009-01-31')).toBe('31 januari 2009');
});
