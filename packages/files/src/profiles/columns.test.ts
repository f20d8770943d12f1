import { expect, test } from 'vitest';
import { filledValues, findColumn, isSeenWhole } from './columns.ts';

test('capitals and blanks do not count in the name of a column, and the file keeps its own spelling', () => {
  expect(findColumn(['CD_REFNIS', ' Cd_Sector '], ['cd_sector'])).toBe(' Cd_Sector ');
  expect(findColumn(['Aantal  plaatsen'], ['aantal plaatsen'])).toBe('Aantal  plaatsen');
});

test('the first name that is there goes before the others', () => {
  expect(findColumn(['TOTAL', 'POPULATION'], ['population', 'total'])).toBe('POPULATION');
  expect(findColumn(['MS_TOT'], ['population', 'total'])).toBeNull();
});

test('a name between slashes is a pattern for the whole name', () => {
  expect(findColumn(['OBJECTID', 'CS01012022'], [String.raw`/cs0101\d{4}/`])).toBe('CS01012022');
  expect(findColumn(['XCS01012022'], [String.raw`/cs0101\d{4}/`])).toBeNull();
  expect(findColumn(['Naam\nNom'], [String.raw`/naam\b.*/`])).toBe('Naam\nNom');
});

test('empty values say nothing', () => {
  expect(filledValues(['a', 'b'], [['1', ' '], ['2', 'x'], ['3']], 'b')).toEqual(['x']);
});

test('a peek shows the whole file only where it counted its rows', () => {
  expect(isSeenWhole({ rows: [['1']], rowCount: 1 })).toBe(true);
  expect(isSeenWhole({ rows: [['1']], rowCount: 2 })).toBe(false);
  expect(isSeenWhole({ rows: [['1']], rowCount: null })).toBe(false);
});
