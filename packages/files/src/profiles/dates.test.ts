import { expect, test } from 'vitest';
import { dateInName, latestDate, plainDate } from './dates.ts';

const pattern = String.raw`(?<!\d)((?:19|20)\d{2})(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d))?`;

test('the last date in a name counts, as far as it goes', () => {
  expect(dateInName(['sh_statbel_statistical_sectors_31370_20230101.shp'], pattern)).toBe('2023-01-01');
  expect(dateInName(['apotheken_2022-03-08.csv'], pattern)).toBe('2022-03-08');
  expect(dateInName(['leeftijden_2009_2015.csv'], pattern)).toBe('2015');
  expect(dateInName(['wijken.geojson'], pattern)).toBeNull();
});

test('the name of the layer goes before that of the file around it', () => {
  expect(dateInName(['OPENDATA_SECTOREN_2023.txt', 'sectoren (2024).zip'], pattern)).toBe('2023');
  expect(dateInName([null, 'sectoren_2024.zip'], pattern)).toBe('2024');
});

test('dates as files write them are one day', () => {
  for (const written of ['2024-01-31', '31/01/2024', '31-1-2024', '20240131', '2024-01-31T00:00:00', '31.01.2024 00:00']) expect(plainDate(written)).toBe('2024-01-31');
  expect(plainDate('2024')).toBe('2024');
  expect(plainDate('01/02/20')).toBeNull();
  expect(plainDate('Genk')).toBeNull();
});

test('the latest of several', () => {
  expect(latestDate(['2009', '2015', '2012', ''])).toBe('2015');
  expect(latestDate(['2022', '2022-03-08'])).toBe('2022-03-08');
  expect(latestDate([])).toBeNull();
});
