import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexCodes } from './code-index.ts';

test('a code as it is written, else without the hyphens at its end', () => {
  const find = indexCodes(['71016A001', '71016A02-', '71016B']);
  expect(find('71016A02-')).toEqual({ index: 1, isExact: true });
  expect(find('71016A02')).toEqual({ index: 1, isExact: false });
  expect(find('71016A001-')).toEqual({ index: 0, isExact: false });
  expect(find('71016C')).toBeNull();
});

test('where hyphens are all that tells two codes apart, only the exact one counts', () => {
  const find = indexCodes(['A', 'A-']);
  expect(find('A-')).toEqual({ index: 1, isExact: true });
  expect(find('A--')).toBeNull();
});

test('every code finds itself', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[A-C0-1]{1,3}-{0,2}$/), { maxLength: 20 }), (codes) => {
    const find = indexCodes(codes);
    expect(codes.map((code) => find(code))).toEqual(codes.map((_, index) => ({ index, isExact: true })));
  }));
});
