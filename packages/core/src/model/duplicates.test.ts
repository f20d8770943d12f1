import { expect, test } from 'vitest';
import { findDuplicates } from './duplicates.ts';
import type { Facility } from './facility.ts';

const facility = (id: string, name: string, x: number, source: number, more: Partial<Facility> = {}): Facility => ({
  id, category: 'apotheek', name, address: null, x, y: 0, position: { by: 'source', metres: null }, capacity: null, recognised: null, functions: [], opened: null,
  closed: null, source, referenceDate: null, fictitious: true, ...more,
});

test('two lists that name one pharmacy alike within 250 m propose it, with the reasons', () => {
  // "bollen els" and "bollen": pairs bo ol ll le en | bo ol ll le en, n_ _e el ls: 2 × 5 / (5 + 9) = 0.71.
  const pairs = findDuplicates([facility('b', 'Apotheek Bollen Els BVBA', 100, 1), facility('a', 'Apr. Bollen', 0, 0)]);
  expect(pairs).toEqual([{
    one: 'a', other: 'b', category: 'apotheek', withinOneSource: false, metres: 100, reasons: [{ code: 'near', metres: 100 }, { code: 'name-alike', likeness: 0.71 }],
  }]);
});

test('the kind of place in a name does not make two of them alike', () => {
  expect(findDuplicates([facility('a', 'Apotheek Janssens', 0, 0), facility('b', 'Apotheek Peeters', 100, 1)])).toEqual([]);
});

test('one address in two spellings is one, whatever the names', () => {
  const pairs = findDuplicates([
    facility('a', 'Multipharma', 0, 0, { address: 'Sint-Jansstraat 12 bus 1, 3600 Genk' }), facility('b', 'Janssens', 90, 1, { address: 'St. Jansstr. 12' }),
  ]);
  expect(pairs.map(({ reasons }) => reasons)).toEqual([[{ code: 'same-address' }, { code: 'near', metres: 90 }]]);
});

test('one door in two lists is one, whatever the names', () => {
  expect(findDuplicates([facility('a', 'Multipharma', 0, 0), facility('b', 'Janssens', 25, 1)])).toHaveLength(1);
  expect(findDuplicates([facility('a', 'Multipharma', 0, 0), facility('b', 'Janssens', 26, 1)])).toEqual([]);
});

test('within one list only names that all but coincide are proposed', () => {
  const group = [facility('a', 'Dokter Aerts', 0, 0, { category: 'huisarts' }), facility('b', 'Dokter Bex', 0, 0, { category: 'huisarts' })];
  expect(findDuplicates(group)).toEqual([]);
  const twice = [facility('a', 'Dokter Jan Aerts', 0, 0, { category: 'huisarts' }), facility('b', 'Aerts Jan', 200, 0, { category: 'huisarts' })];
  expect(findDuplicates(twice)).toMatchObject([{ withinOneSource: true, reasons: [{ code: 'near' }, { code: 'name-alike', likeness: 1 }] }]);
});

test('stops on both sides of a street share their name and are two', () => {
  const stop = (id: string, x: number, source: number) => facility(id, 'Genk Markt', x, source, { category: 'halte' });
  expect(findDuplicates([stop('a', 0, 0), stop('b', 15, 0)])).toEqual([]);
  expect(findDuplicates([stop('a', 0, 0), stop('b', 15, 1)])).toEqual([]);
  expect(findDuplicates([stop('a', 0, 0), stop('b', 10, 1)])).toHaveLength(1);
});

test('facilities of two kinds are never one, nor are those far apart', () => {
  expect(findDuplicates([facility('a', 'De Linde', 0, 0, { category: 'wzc' }), facility('b', 'De Linde', 0, 1, { category: 'kortverblijf' })])).toEqual([]);
  expect(findDuplicates([facility('a', 'De Linde', 0, 0), facility('b', 'De Linde', 251, 1)])).toEqual([]);
});

test('a place that may be off by some metres may be a double from as much further', () => {
  const found = facility('b', 'De Linde', 300, 1, { position: { by: 'nearest-number', metres: 60 } });
  expect(findDuplicates([facility('a', 'De Linde', 0, 0), found])).toHaveLength(1);
});

test('a pair that was judged is not proposed again', () => {
  const two = [facility('a', 'De Linde', 0, 0), facility('b', 'De Linde', 10, 1)];
  expect(findDuplicates(two, [{ one: 'a', other: 'b' }])).toEqual([]);
});

test('the order of the facilities changes nothing, and each pair comes once', () => {
  const many = Array.from({ length: 12 }, (_, i) => facility(`f${i}`, `De Linde ${i % 3}`, i * 60, i % 2));
  const pairs = findDuplicates(many);
  expect(pairs.length).toBeGreaterThan(5);
  expect(findDuplicates([...many].reverse())).toEqual(pairs);
  expect(new Set(pairs.map(({ one, other }) => `${one} ${other}`)).size).toBe(pairs.length);
  for (const { one, other } of pairs) expect(one < other).toBe(true);
});
