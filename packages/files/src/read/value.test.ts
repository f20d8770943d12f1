import { expect, test } from 'vitest';
import { readDate, readNumber, readWhole, readYesOrNo, type DecimalSign } from './value.ts';

const number = (text: string, decimal?: DecimalSign) => {
  const read = readNumber(text, decimal);
  return read.ok ? read.value.value : read.error;
};

test('a decimal point and a decimal comma are both read, and the comma is told', () => {
  expect(readNumber('50.93', undefined)).toEqual({ ok: true, value: { value: 50.93, hadComma: false } });
  expect(readNumber('50,93', undefined)).toEqual({ ok: true, value: { value: 50.93, hadComma: true } });
  expect(readNumber('-3,5', ',')).toEqual({ ok: true, value: { value: -3.5, hadComma: false } });
});

test('thousands with the other sign, or with blanks', () => {
  expect(number('230.355,45')).toBe(230_355.45);
  expect(number('230,355.45')).toBe(230_355.45);
  expect(number('230 355,45')).toBe(230_355.45);
  expect(number('1\u00a0234')).toBe(1234);
  expect(number('1.234', ',')).toBe(1234);
  expect(number('1,234', '.')).toBe(1234);
  expect(number('1.5e3')).toBe(1500);
});

test('what is no number is told as that, and nothing as nothing', () => {
  for (const text of ['acht', '12a', '1,2,3', '--3', 'NaN', 'Infinity', '1e999', '0x10']) expect(number(text)).toBe('not-a-number');
  expect(number('1.23', ',')).toBe('not-a-number');
  expect(number('1,23', '.')).toBe('not-a-number');
  expect(number(' ')).toBe('empty-value');
});

test('a whole number that may be thousands or decimals is not guessed', () => {
  expect(readWhole('1.234', undefined, 0, 9999)).toEqual({ ok: false, error: 'ambiguous-number' });
  expect(readWhole('12,000', undefined, 0, 99_999)).toEqual({ ok: false, error: 'ambiguous-number' });
  expect(readWhole('1.234', ',', 0, 9999)).toEqual({ ok: true, value: 1234 });
  expect(readWhole('20.0', undefined, 0, 99)).toEqual({ ok: true, value: 20 });
});

test('persons are whole and not negative', () => {
  expect(readWhole('2,5', undefined, 0, 99)).toEqual({ ok: false, error: 'not-whole' });
  expect(readWhole('-1', undefined, 0, 99)).toEqual({ ok: false, error: 'out-of-range' });
});

test('yes and no as sheets write them', () => {
  expect(['ja', 'TRUE', '1', 'Nee', 'onwaar', '0'].map((text) => readYesOrNo(text))).toEqual([true, true, true, false, false, false].map((value) => ({ ok: true, value })));
  expect(readYesOrNo('misschien')).toEqual({ ok: false, error: 'not-yes-or-no' });
});

test('a date is a year, a month or a day that can be', () => {
  for (const text of ['2009', '2009-05', '2009-05-31']) expect(readDate(text)).toEqual({ ok: true, value: text });
  for (const text of ['mei 2009', '2009-13', '2009-05-32', '31/05/2009', '09']) expect(readDate(text)).toEqual({ ok: false, error: 'not-a-date' });
});
