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

test('the very number comes first, and a box or a town behind it does not stand in the way', () => {
  const busy = indexAddresses({ features: [
    address('1', 'Dorpsstraat', '1'), address('2', 'Dorpsstraat', '12 bus 3'), address('3', 'Dorpsstraat', '12'), address('4', 'Dorpsstraat', '120'), address('5', 'Oude Dorpsstraat', '12'),
  ] });
  const found = (query: string) => findAddresses(busy, query, 10).map(({ label }) => label);
  expect(found('dorpsstraat 12')).toEqual(['Dorpsstraat 12', 'Dorpsstraat 12 bus 3', 'Dorpsstraat 120', 'Oude Dorpsstraat 12']);
  expect(found('Dorpsstraat 12 b 3')).toEqual(['Dorpsstraat 12 bus 3']);
  expect(found('Dorpsstraat 120, 3600 Genk')).toEqual(['Dorpsstraat 120']);
  expect(found('oude dorps')).toEqual(['Oude Dorpsstraat 12']);
  const figured = indexAddresses({ features: [address('1', 'Laan van 2 December', '12')] });
  expect(findAddresses(figured, 'laan van 2 december 12', 5)).toHaveLength(1);
});

test('accents do not matter', () => {
  expect(labels('zurich')).toEqual(['Zürichlaan 1']);
});

test('nothing asked is nothing found, and a list is never longer than asked', () => {
  expect(labels(' ')).toEqual([]);
  expect(labels('s', 2)).toHaveLength(2);
});
