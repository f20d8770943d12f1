import { expect, test } from 'vitest';
import { toLookAt } from './to-look-at.ts';

const files = (...names: readonly string[]) => names.map((name) => ({ file: name.replace(/\*$/, ''), stored: name }));

test('what is new, or came in the place of another, is looked at; the rest is not', () => {
  expect(toLookAt(files('a.csv', 'b.csv'), files('a.csv', 'b.csv*', 'c.csv'))).toEqual(['b.csv', 'c.csv']);
  expect(toLookAt(files('a.csv', 'b.csv'), files('a.csv'))).toEqual([]);
});

test('a Shapefile is looked at again when a part of it comes or goes; a part is not looked at by itself', () => {
  const whole = files('w.shp', 'w.dbf', 'w.prj');
  expect(toLookAt([], whole)).toEqual(['w.shp']);
  expect(toLookAt(whole, files('w.shp', 'w.dbf'))).toEqual(['w.shp']);
  expect(toLookAt(files('w.shp', 'w.dbf'), whole)).toEqual(['w.shp']);
  expect(toLookAt(whole, [...whole, ...files('a.csv')])).toEqual(['a.csv']);
  // Without its .shp a part stands by itself.
  expect(toLookAt(whole, files('w.dbf', 'w.prj'))).toEqual(['w.dbf', 'w.prj']);
});
