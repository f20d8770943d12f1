import { expect, test } from 'vitest';
import { hidden, known, metres, notApplicable, share, unknown } from '../model/index.ts';
import { formatFor } from './format.ts';

const nl = formatFor('nl');
const en = formatFor('en');
/** The spaces that hold figure and unit together, as plain ones. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('numbers are written as in Flanders, and as in England', () => {
  expect([nl.number(1234.5, 1), nl.number(64_095), en.number(1234.5, 1)]).toEqual(['1.234,5', '64.095', '1,234.5']);
  expect([plain(nl.percent(share(0.125), 1)), plain(nl.percent(share(0.6588))), en.percent(share(0.125), 1)]).toEqual(['12,5 %', '66 %', '12.5%']);
});

test('nearly all is not all, and hardly any is not none', () => {
  expect([0, 0.001, 0.9962, 1].map((value) => plain(nl.percent(share(value))))).toEqual(['0 %', '< 1 %', '> 99 %', '100 %']);
  expect([0.001, 0.9962, 0.9996].map((value) => plain(nl.percent(share(value), 1)))).toEqual(['0,1 %', '99,6 %', '> 99,9 %']);
});

test('a figure and its unit stay on one line', () => {
  expect(nl.percent(share(0.66)) + nl.distance(metres(437))).toBe('66\u00a0%437\u00a0m');
});

test('distances are metres under a thousand, else kilometres with one decimal', () => {
  expect([0, 437.4, 999.4, 999.6, 1000, 1250].map((value) => plain(nl.distance(metres(value))))).toEqual(['0 m', '437 m', '999 m', '1 km', '1 km', '1,3 km']);
});

test('missing, hidden, zero and not applicable never look alike', () => {
  expect([known(0), unknown, hidden, notApplicable].map((count) => plain(nl.count(count)))).toEqual(['0', 'onbekend', 'verborgen', 'n.v.t.']);
  expect([known(0), unknown, hidden, notApplicable].map((count) => plain(en.countPercent(count)))).toEqual(['0%', 'unknown', 'hidden', 'n/a']);
});

test('a hair below zero is zero', () => {
  expect(nl.number(-0.0004, 2)).toBe('0');
});

test('ages read as people say them', () => {
  expect([nl.ages({ from: 75, to: 79 }), nl.ages({ from: 90, to: null })]).toEqual(['75 tot en met 79 jaar', '90 jaar en ouder']);
});
