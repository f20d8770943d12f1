import { hidden, known, notApplicable, unknown } from '@woonzorgzones/core/model';
import { expect, test } from 'vitest';
import { formatFor } from './format.ts';

const nl = formatFor('nl');
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('missing, hidden, zero and not applicable never look alike in a cell', () => {
  const signs = [known(0), hidden, unknown, notApplicable].map((count) => nl.count(count));
  expect(new Set(signs).size).toBe(4);
  expect(signs[0]).toBe('0');
});

test('a fraction of few keeps its decimals, a fraction of many does not', () => {
  expect(nl.amount(0.84)).toBe('0,84');
  expect(nl.amount(28967.1)).toBe('28.967');
});

test('costs beside each other have as many decimals', () => {
  expect([2.7, 2.664, 3].map((cost) => nl.cost(cost))).toEqual(['2,70', '2,66', '3,00']);
});

test('a file is never nothing, and large ones are told in megabytes', () => {
  expect([300, 940_000, 12_345_678].map((size) => plain(nl.bytes(size)))).toEqual(['1 kB', '940 kB', '12,3 MB']);
});

test('a date that is a year stays a year', () => {
  expect(nl.date('2009')).toBe('2009');
  expect(nl.date('2009-01-31')).toBe('31 januari 2009');
});
