import { expect, test } from 'vitest';
import { droppedName, shapefileParts } from './file-names.ts';

test('a name stays below the folder that was dropped', () => {
  expect(droppedName('adressen.csv')).toBe('adressen.csv');
  expect(droppedName('./Genk 2024\\sectoren.gpkg')).toBe('Genk 2024/sectoren.gpkg');
  expect(droppedName('cafe\u0301.csv')).toBe('café.csv');
  for (const name of ['', '.', '..', '../adressen.csv', 'a/../../b.csv', '/etc/passwd', 'C:\\a.csv', 'c:a.csv', 'a//b.csv', 'a\u0000.csv', 'a\n.csv', 'x'.repeat(501)]) {
    expect(droppedName(name), JSON.stringify(name)).toBeNull();
  }
});

test('the loose members of a Shapefile belong to their .shp, whatever the capitals', () => {
  const parts = shapefileParts(['kaart/Wijken.SHP', 'kaart/Wijken.dbf', 'kaart/wijken.prj', 'kaart/Wijken.shp.xml', 'los.dbf', 'kaart/lijst.csv']);
  expect([...parts]).toEqual([['kaart/Wijken.dbf', 'kaart/Wijken.SHP'], ['kaart/wijken.prj', 'kaart/Wijken.SHP'], ['kaart/Wijken.shp.xml', 'kaart/Wijken.SHP']]);
});
