import { expect, test } from 'vitest';
import { findAddresses, indexAddresses } from './address-search.ts';

const address = (id: string, street: string, number: string) => ({
  type: 'Feature' as const,
  geometry: { type: 'Point' as const, coordinates: [5.5, 50.96] },
  properties: { id, street, number, block: 'b', dwellings: 1 },
});

const index = indexAddresses({
  features: [
    address('4', 'Sint-Jozefstraat', '10'), address('2', 'Sint-Jozefstraat', '2'), address('3', 'Sint-Jozefstraat', '2A'),
    address('5', 'Zürichlaan', '1'), address('1', '', '7'), address('6', 'Oude Straat', '2'),
  ],
});
const labels = (query: string, most = 10) => findAddresses(index, query, most).map(({ label }) => label);

test('a street is found by the beginnings of its words, without capitals or signs', () => {
  expect(labels('sint joz')).toEqual(['Sint-Jozefstraat 2', 'Sint-Jozefstraat 2A', 'Sint-Jozefstraat 10']);
});

test('a number narrows it down by its beginning', () => {
  expect(labels('Sint-Jozefstraat 2')).toEqual(['Sint-Jozefstraat 2', 'Sint-Jozefstraat 2A']);
  expect(labels('sint jozefstraat 1')).toEqual(['Sint-Jozefstraat 10']);
});

test('accents do not matter', () => {
  expect(labels('zurich')).toEqual(['Zürichlaan 1']);
});

test('nothing asked is nothing found, and a list is never longer than asked', () => {
  expect(labels(' ')).toEqual([]);
  expect(labels('s', 2)).toHaveLength(2);
});
