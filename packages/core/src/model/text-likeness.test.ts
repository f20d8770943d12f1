import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, likeness } from './text-likeness.ts';

test('slips of the pen are counted: changed, left out, added, exchanged', () => {
  expect(editDistance('kerkstraat', 'kerkstraat', 2)).toBe(0);
  expect(editDistance('kerkstraat', 'kerkstraet', 2)).toBe(1);
  expect(editDistance('kerkstraat', 'kerkstrat', 2)).toBe(1);
  expect(editDistance('kerkstraat', 'kerrkstraat', 2)).toBe(1);
  expect(editDistance('kerkstraat', 'kekrstraat', 2)).toBe(1);
  expect(editDistance('kerkstraat', 'molenstraat', 2)).toBeNull();
  expect(editDistance('', 'ab', 2)).toBe(2);
  expect(editDistance('ab', '', 1)).toBeNull();
});

test('the limit changes nothing but what lies beyond it, and both ways are as far', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(fc.property(word, word, fc.nat(8), (a, b, most) => {
    const whole = editDistance(a, b, 20)!;
    expect(editDistance(a, b, most)).toBe(whole <= most ? whole : null);
    expect(editDistance(b, a, 20)).toBe(whole);
  }));
});

test('likeness is the share of letter pairs two texts have in common', () => {
  // nacht: na ac ch ht; night: ni ig gh ht. One of four each: 2 × 1 / 8.
  expect(likeness('nacht', 'night')).toBe(0.25);
  expect(likeness('apotheek', 'apotheek')).toBe(1);
  expect(likeness('a', 'b')).toBe(0);
  expect(likeness('', '')).toBe(1);
});
