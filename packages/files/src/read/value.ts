import { err, ok, type Result } from '@woonzorgzones/core/model';

/** The sign before decimals as a manifest states it; undefined when it does not. */
export type DecimalSign = '.' | ',' | undefined;

export interface ReadNumber {
  readonly value: number;
  /** Read with a comma before the decimals though the manifest did not say so. */
  readonly hadComma: boolean;
}

type NumberReason = 'empty-value' | 'not-a-number' | 'ambiguous-number' | 'not-whole' | 'out-of-range';

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const withComma = /^[+-]?(\d+,\d*|,\d+)$/;
const dotsThenComma = /^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/;
const commasThenDot = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** Blanks stand between thousands in many Belgian sheets. */
const withoutBlanks = (text: string) => text.replace(/[\s\u00a0\u202f]/g, '');

function number(text: string, hadComma: boolean): Result<ReadNumber, NumberReason> {
  const value = Number(text);
  return Number.isFinite(value) ? ok({ value, hadComma }) : err('not-a-number');
}

/** A number as files write it: 50.93, 50,93, 1.234,5 or 1 234. With a stated decimal sign the other one parts thousands. */
export function readNumber(text: string, decimal: DecimalSign): Result<ReadNumber, NumberReason> {
  const given = withoutBlanks(text);
  if (given === '') return err('empty-value');
  if (decimal === ',') {
    if (dotsThenComma.test(given)) return number(given.replaceAll('.', '').replace(',', '.'), false);
    return withComma.test(given) || /^[+-]?\d+$/.test(given) ? number(given.replace(',', '.'), false) : err('not-a-number');
  }
  if (plain.test(given)) return number(given, false);
  if (decimal === '.') return commasThenDot.test(given) ? number(given.replaceAll(',', ''), false) : err('not-a-number');
  if (withComma.test(given)) return number(given.replace(',', '.'), true);
  if (dotsThenComma.test(given)) return number(given.replaceAll('.', '').replace(',', '.'), true);
  return commasThenDot.test(given) ? number(given.replaceAll(',', ''), true) : err('not-a-number');
}

/**
 * A whole number between the bounds, inclusive. Without a stated decimal sign 1.234 may be a thousand or just over one:
 * that is not guessed.
 */
export function readWhole(text: string, decimal: DecimalSign, from: number, to: number): Result<number, NumberReason> {
  if (decimal === undefined && /^[+-]?\d{1,3}([.,]\d{3})+$/.test(withoutBlanks(text))) return err('ambiguous-number');
  const read = readNumber(text, decimal);
  if (!read.ok) return read;
  const { value } = read.value;
  if (!Number.isInteger(value)) return err('not-whole');
  return value < from || value > to ? err('out-of-range') : ok(value);
}

const yes = new Set(['true', 'ja', 'yes', '1', 'waar', 'j', 'y']);
const no = new Set(['false', 'nee', 'neen', 'no', '0', 'onwaar', 'n']);

export function readYesOrNo(text: string): Result<boolean, 'not-yes-or-no'> {
  const given = text.toLowerCase();
  if (yes.has(given)) return ok(true);
  return no.has(given) ? ok(false) : err('not-yes-or-no');
}

/** A date or a year, kept as written. */
export function readDate(text: string): Result<string, 'not-a-date'> {
  const match = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return err('not-a-date');
  const [, month = '01', day = '01'] = match;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? ok(text) : err('not-a-date');
}
