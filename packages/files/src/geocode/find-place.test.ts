import { readAddressText } from '@woonzorgzones/core/model';
import { expect, test } from 'vitest';
import { indexAddresses, streetsNamed, type ListedAddress } from './address-index.ts';
import { findPlace } from './find-place.ts';

/** Houses 10 m apart from x = 0: odd numbers at y = 0, even ones across the street at y = 15. */
const house = (street: string, number: string, x: number, y: number, more: Partial<ListedAddress> = {}): ListedAddress =>
  ({ street, number, postcode: '', place: '', x, y, ...more });

const kerkstraat = [1, 3, 5, 9, 11].map((number) => house('Kerkstraat', String(number), number * 5, 0))
  .concat([2, 4, 8].map((number) => house('Kerkstraat', String(number), number * 5, 15)));
const village = [
  ...kerkstraat,
  house('Sint-Jansstraat', '1', 500, 0), house('Sint-Jansstraat', '3', 510, 0),
  house('André Dumontlaan', '12A', 900, 0), house('André Dumontlaan', '12B', 905, 0),
  house('Onze-Lieve-Vrouwstraat', '7', 1200, 0),
  house('Lange Steenweg', '2', 0, 2000), house('Lange Steenweg', '40', 0, 4000),
];
const find = (text: string, addresses: readonly ListedAddress[] = village, mostMetres = 100) =>
  findPlace({ index: indexAddresses(addresses), municipality: 'Dorp', mostMetres }, readAddressText(text));
const at = (x: number, y: number, by: string, metres: number) => ({ ok: true, place: { x, y, position: { by, metres } } });

test('a house that is in the list is found, however its street is spelt', () => {
  for (const text of ['Kerkstraat 3', 'KERKSTR. 3', 'kerkstr 3 bus 12', 'Kerk-straat 3, Dorp', 'Kerkstraat, 3', 'Kerkstraat 3/12', 'Kerkstraet 3', 'Kerksrtaat 3']) {
    expect(find(text), text).toEqual(at(15, 0, 'address', 0));
  }
  for (const text of ['St.-Jansstraat 3', 'St Jansstr. 3', 'SINT JANSSTRAAT 3', 'Sint-Janstraat 3']) expect(find(text), text).toEqual(at(510, 0, 'address', 0));
  for (const text of ['Andre Dumontlaan 12a', 'A. Dumontln. 12 A', 'A.Dumontlaan 12A']) expect(find(text), text).toEqual(at(900, 0, 'address', 0));
  for (const text of ['O.L.Vrouwstraat 7', 'O.-L.-Vrouwstraat 7', 'OLV-straat 7', 'Onze Lieve Vrouwstr 7']) expect(find(text), text).toMatchObject({ ok: true, place: { x: 1200 } });
});

test('a number that is not in the list stands between its neighbours on the same side of the street', () => {
  // 7 lies between 5 (x = 25) and 9 (x = 45), 20 m apart; the lower of two as near. Across from it 8 is nearer by number: at 40, 15, 21 m away.
  expect(find('Kerkstraat 7')).toEqual(at(25, 0, 'nearest-number', 21));
  // 6 lies between 4 (x = 20) and 8 (x = 40) on the other side; 5 across is 16 m away.
  expect(find('Kerkstraat 6')).toEqual(at(20, 15, 'nearest-number', 20));
});

test('beyond the last number it is as far on as the numbers before it say', () => {
  // Odd side: 1 to 11 over 50 m, 5 m a number; 15 is 4 numbers past 11.
  expect(find('Kerkstraat 15')).toEqual(at(55, 0, 'nearest-number', 20));
});

test('a letter the list does not know takes the house of its number, and says it may be a little off', () => {
  // 12A and 12B stand for 12C: the middle one of the two, the other 5 m away; at least 10 m is said.
  expect(find('André Dumontlaan 12C')).toMatchObject({ ok: true, place: { position: { by: 'nearest-number', metres: 10 } } });
});

test('a number whose sides of the street lie far apart is not sure', () => {
  // 1 would be beside 3 on its own side, but 2 across the street is as near by number and lies 350 m on.
  const bent = [house('Binnenlaan', '3', 0, 0), house('Binnenlaan', '5', 20, 0), house('Binnenlaan', '2', 350, 0)];
  expect(find('Binnenlaan 1', bent)).toMatchObject({ ok: false, reason: 'quality-too-low', guess: { x: 0, position: { metres: 350 } } });
});

test('only the other side of the street is 20 m less sure', () => {
  expect(find('Sint-Jansstraat 2')).toEqual(at(500, 0, 'nearest-number', 30));
});

test('without a number it is the middle of the street, where the street is short enough', () => {
  // Kerkstraat: mean x of 5, 15, 25, 45, 55, 10, 20, 40 is 26.9 and of y 5.6; nearest is 25, 0; furthest from it 55, 0: 30 m.
  expect(find('Kerkstraat')).toEqual(at(25, 0, 'street-middle', 30));
  expect(find('Kerkstraat', village, 25)).toMatchObject({ ok: false, reason: 'number-unknown', guess: { x: 25, position: { metres: 30 } } });
});

test('a place less sure than the limit waits for a person, with the best guess', () => {
  // 20 lies somewhere in the 2,000 m between 2 and 40; 2 is nearer by number.
  expect(find('Lange Steenweg 20')).toEqual({ ok: false, reason: 'quality-too-low', guess: { x: 0, y: 2000, position: { by: 'nearest-number', metres: 2000 } } });
});

test('a street nobody listed is unknown, and so is one more than a slip of the pen away', () => {
  for (const text of ['Stationsstraat 1', 'Kerkstege 3', 'Markt 1', '', '3600 Dorp']) expect(find(text), text).toEqual({ ok: false, reason: 'street-unknown', guess: null });
});

test('two streets as near as each other are no answer', () => {
  const alike = [house('Bosstraat Noord', '1', 0, 0), house('Bosstraat Nooit', '1', 900, 0)];
  expect(find('Bosstraat Nooid 1', alike)).toMatchObject({ ok: false, reason: 'street-ambiguous' });
});

test('streets that differ in a number of their name are never taken for each other', () => {
  expect(streetsNamed(indexAddresses([house('Wijk 12de laan', '1', 0, 0)]), 'Wijk 13de laan')).toEqual([]);
});

test('a street of two deelgemeenten waits, unless postcode or place tells which', () => {
  const twice = [
    house('Dorpsstraat', '5', 0, 0, { postcode: '2490', place: 'Balen' }), house('Dorpsstraat', '5', 5000, 0, { postcode: '2491', place: 'Olmen' }),
    house('Molenstraat', '1', 100, 0, { postcode: '2490', place: 'Balen' }),
  ];
  expect(find('Dorpsstraat 5', twice)).toEqual({ ok: false, reason: 'street-ambiguous', guess: null });
  expect(find('Dorpsstraat 5, 2491 Olmen', twice)).toEqual(at(5000, 0, 'address', 0));
  expect(find('Dorpsstraat 5, Balen', twice)).toEqual(at(0, 0, 'address', 0));
  expect(find('Dorpsstraat 5, B-2490 BALEN', twice)).toEqual(at(0, 0, 'address', 0));
  expect(find('Molenstraat 1, 3500 Hasselt', twice)).toEqual({ ok: false, reason: 'street-unknown', guess: null });
});

test('without postcodes in the list two houses of one number far apart give a double street away', () => {
  expect(find('Dorpsstraat 5', [house('Dorpsstraat', '5', 0, 0), house('Dorpsstraat', '5', 5000, 0)])).toEqual({ ok: false, reason: 'street-ambiguous', guess: null });
});

test('a place that is not this municipality, and cannot be held against the list, waits with its guess', () => {
  expect(find('Kerkstraat 3, 3500 Hasselt')).toMatchObject({ ok: false, reason: 'street-ambiguous', guess: { x: 15, y: 0 } });
});

test('the order of the list changes nothing', () => {
  for (const text of ['Kerkstraat 7', 'Kerkstraat', 'André Dumontlaan 12', 'Kerkstraet 15']) expect(find(text, [...village].reverse()), text).toEqual(find(text));
});
