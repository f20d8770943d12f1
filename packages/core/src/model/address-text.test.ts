import { expect, test } from 'vitest';
import { readAddressText, streetKey } from './address-text.ts';

test('an address is taken apart as people write it', () => {
  const parts = (text: string) => {
    const { street, number, postcode, place } = readAddressText(text);
    return [street, number, postcode, place];
  };
  expect(parts('Kerkstraat 12')).toEqual(['Kerkstraat', '12', null, null]);
  expect(parts('  Kerkstr.  12 bus 3,  3600  Genk ')).toEqual(['Kerkstr.', '12', '3600', 'Genk']);
  expect(parts('Kerkstraat 12 A - B-3600 Genk')).toEqual(['Kerkstraat', '12A', '3600', 'Genk']);
  expect(parts('Kerkstraat 12-14, Genk')).toEqual(['Kerkstraat', '12-14', null, 'Genk']);
  expect(parts('11 Novemberlaan 5')).toEqual(['11 Novemberlaan', '5', null, null]);
  expect(parts('Sint-Janslaan 3 te Genk')).toEqual(['Sint-Janslaan 3 te Genk', null, null, null]);
  expect(parts('Rustlaan')).toEqual(['Rustlaan', null, null, null]);
  expect(parts('Halveweg 29/0001')).toEqual(['Halveweg', '29', null, null]);
  expect(parts('Halveweg, 29 b2')).toEqual(['Halveweg', '29', null, null]);
  expect(parts('')).toEqual(['', null, null, null]);
});

test('spellings of one street come out alike, other streets do not', () => {
  const same = [
    ['Sint-Janstraat', 'St.-Janstr.', 'ST JANSTRAAT'], ['André Dumontlaan', 'Andre Dumont-laan', 'andré dumontln.'],
    ['Onze-Lieve-Vrouwstraat', 'O.L.Vrouwstraat', 'O.-L.-Vrouwstr.', 'O. L. V. straat'], ['Hasseltsesteenweg', 'Hasseltse stwg', 'Hasseltsestwg.'],
    ['Koning Albertplein', 'Koning Albertpl.'], ["'s-Gravenweg", 's Gravenwg'],
  ];
  for (const spellings of same) expect(new Set(spellings.map(streetKey)), spellings[0]).toHaveProperty('size', 1);
  expect(new Set(same.map(([one]) => streetKey(one!))).size).toBe(same.length);
});
