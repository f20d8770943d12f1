import { describe, expect, test } from 'vitest';
import { paperLayer, paperPeek } from '../../../../tests/paper-peek.ts';
import { clearRecognition } from './choose-recognition.ts';
import { profileSchema, type ProfileDocument } from './profile.ts';
import { recogniseFile } from './recognise.ts';

const source = { publisher: 'Bureau', url: null, licence: null, attribution: null, note: null };
const profile = (id: string, document: Pick<ProfileDocument, 'recognise' | 'mapping'> & Partial<ProfileDocument>) =>
  profileSchema.parse({ format: 'woonzorgzones-profile', version: 1, id, name: id, about: null, source, ...document });

const sectors = profile('sectoren', {
  referenceDate: { fileName: String.raw`(20\d{2})` },
  recognise: { formats: ['csv'], fileName: 'sectoren', columns: [['cd_sector'], ['total', 'population'], ['cd_refnis']], without: ['cd_age'], values: [{ column: ['cd_sector'], pattern: String.raw`^\d{5}[A-Z]` }] },
  mapping: { role: 'inhabitants', columns: { block: ['cd_sector'], inhabitants: ['total', 'population'] }, municipality: [{ column: ['cd_refnis'], by: 'nis' }] },
});
const loose = profile('los', {
  recognise: { formats: ['csv'], columns: [['cd_sector'], ['total', 'population']] },
  mapping: { role: 'inhabitants', columns: { block: ['cd_sector'], inhabitants: ['total', 'population'] } },
});
const rows = [['71016', '71016A001', '812'], ['71016', '71016A02-', '640']];
const layer = paperLayer(['CD_REFNIS', 'CD_SECTOR', 'POPULATION'], rows);

describe('recognising a file by what is in it', () => {
  test('by its columns under any name they had, its values and its name; and why', () => {
    const [best] = recogniseFile(paperPeek('sectoren_2023.csv', layer), [sectors]);
    expect(best).toMatchObject({
      profile: 'sectoren', layer: null, missing: [],
      entry: {
        role: 'inhabitants', format: 'csv', profile: 'sectoren', title: 'sectoren', referenceDate: '2023',
        columns: { block: 'CD_SECTOR', inhabitants: 'POPULATION' }, municipality: { column: 'CD_REFNIS', by: 'nis' },
      },
      why: [
        { code: 'columns-found', facts: { columns: ['CD_SECTOR', 'POPULATION', 'CD_REFNIS'] } },
        { code: 'values-fit', facts: { column: 'CD_SECTOR', example: '71016A001' } },
        { code: 'file-name-fits', facts: { file: 'sectoren_2023.csv' } },
      ],
    });
  });

  test('another name takes nothing away but what a name adds', () => {
    const named = recogniseFile(paperPeek('sectoren.csv', layer), [sectors])[0]!.score;
    const unnamed = recogniseFile(paperPeek('export (3).csv', layer), [sectors])[0]!.score;
    expect(unnamed).toBeGreaterThan(0.5);
    expect(named).toBeGreaterThan(unnamed);
  });

  test('where two profiles fit, the one that asks more goes first', () => {
    expect(recogniseFile(paperPeek('x.csv', layer), [loose, sectors]).map(({ profile: id }) => id)).toEqual(['sectoren', 'los']);
    expect(clearRecognition(recogniseFile(paperPeek('x.csv', layer), [loose, sectors]))?.profile).toBe('sectoren');
  });

  test('two that fit alike are left to a person', () => {
    const twin = profile('tweede', { recognise: loose.recognise, mapping: loose.mapping });
    const found = recogniseFile(paperPeek('x.csv', layer), [twin, loose]);
    expect(found.map(({ profile: id }) => id)).toEqual(['los', 'tweede']);
    expect(clearRecognition(found)).toBeNull();
  });

  test('a missing column is told with the names it could have, and keeps the recognition from being clear', () => {
    const without = paperLayer(['CD_REFNIS', 'CD_SECTOR', 'INWONERS'], rows);
    const found = recogniseFile(paperPeek('sectoren.csv', without), [sectors]);
    expect(found[0]!.missing).toEqual([
      { code: 'column-missing', facts: { field: null, names: ['total', 'population'] } },
      { code: 'column-missing', facts: { field: 'inhabitants', names: ['total', 'population'] } },
    ]);
    expect(found[0]!.score).toBeLessThan(0.5);
    expect(clearRecognition(found)).toBeNull();
  });

  test('values of another kind are told, and halve the score', () => {
    const codes = paperLayer(['CD_REFNIS', 'CD_SECTOR', 'POPULATION'], [['71016', 'bouw', '4'], ['71016', 'handel', '9']]);
    const [found] = recogniseFile(paperPeek('x.csv', codes), [sectors]);
    expect(found!.missing).toEqual([{ code: 'values-differ', facts: { column: 'CD_SECTOR', example: 'bouw' } }]);
    expect(found!.score).toBeLessThan(0.5);
  });

  test('a column that says it is something else, another format and other geometry rule a profile out', () => {
    expect(recogniseFile(paperPeek('x.csv', paperLayer(['CD_REFNIS', 'CD_SECTOR', 'POPULATION', 'CD_AGE'], [])), [sectors])).toEqual([]);
    expect(recogniseFile(paperPeek('x.xlsx', layer, { format: 'xlsx' }), [sectors])).toEqual([]);
    const areas = profile('vlakken', { recognise: { formats: ['geojson'], geometry: 'polygons', columns: [['naam']] }, mapping: { role: 'boundary' } });
    expect(recogniseFile(paperPeek('x.geojson', paperLayer(['naam'], [['A']], { geometry: 'lines' }), { format: 'geojson' }), [areas])).toEqual([]);
  });

  test('nothing is made of a file that shares one column', () => {
    expect(recogniseFile(paperPeek('x.csv', paperLayer(['CD_REFNIS', 'MS_TOT_HH'], [])), [sectors, loose])).toEqual([]);
  });

  test('each layer of a file is told by itself', () => {
    const other = paperLayer(['kleur'], [['rood']], { layer: 'kleuren' });
    const peek = paperPeek('alles.zip', { ...layer, layer: 'sectoren.txt' }, { layers: [other, { ...layer, layer: 'sectoren.txt' }] });
    expect(recogniseFile(peek, [sectors]).map((found) => [found.layer, found.entry.layer])).toEqual([['sectoren.txt', 'sectoren.txt']]);
  });
});

describe('what an entry is made of', () => {
  test('a municipality column with something else in it does not cut', () => {
    const odd = paperLayer(['CD_REFNIS', 'CD_SECTOR', 'POPULATION'], [['Genk', '71016A001', '812']]);
    expect(recogniseFile(paperPeek('x.csv', odd), [sectors])[0]!.entry.municipality).toBeNull();
  });

  test('of two pairs of coordinates the one that is filled in most is read; a half pair not at all', () => {
    const places = profile('plekken', {
      recognise: { formats: ['csv'], columns: [['type'], ['naam']] },
      mapping: { role: 'facilities', columns: { category: ['type'], name: ['naam'], lat: ['lat'], lon: ['lon'], x: ['x_31370'], y: ['y_31370'] } },
    });
    const columns = ['type', 'naam', 'lat', 'lon', 'x_31370', 'y_31370'];
    const entry = (values: readonly (readonly string[])[], names = columns) => recogniseFile(paperPeek('x.csv', paperLayer(names, values)), [places])[0]!.entry.columns;
    expect(entry([['wzc', 'A', '', '', '229754', '184725'], ['wzc', 'B', '50.9', '5.5', '230100', '184800']])).toEqual({ category: 'type', name: 'naam', x: 'x_31370', y: 'y_31370' });
    expect(entry([['wzc', 'A', '50.9', '5.5', '229754', '184725']])).toEqual({ category: 'type', name: 'naam', lat: 'lat', lon: 'lon' });
    expect(entry([['wzc', 'A', '50.9']], ['type', 'naam', 'lat'])).toEqual({ category: 'type', name: 'naam' });
  });

  test('a constant from the name of the file stands in for a column that is not there', () => {
    const ages = profile('leeftijden', {
      recognise: { formats: ['csv'], columns: [['cd_age'], ['ms_population']] },
      mapping: { role: 'ages', columns: { year: ['cd_year'], age: ['cd_age'], persons: ['ms_population'] }, constants: { year: { fromFileName: String.raw`(20\d{2})` } } },
    });
    const read = (columns: readonly string[]) => recogniseFile(paperPeek('STRUCT_2025.csv', paperLayer(columns, [])), [ages])[0]!.entry;
    expect(read(['CD_AGE', 'MS_POPULATION'])).toMatchObject({ columns: { age: 'CD_AGE', persons: 'MS_POPULATION' }, constants: { year: '2025' } });
    expect(read(['CD_YEAR', 'CD_AGE', 'MS_POPULATION']).constants).toEqual({});
  });

  test('rows are held by the columns that are there', () => {
    const held = profile('lijst', {
      recognise: { formats: ['csv'], columns: [['naam']] },
      mapping: { role: 'facilities', constants: { category: 'wzc' }, columns: { name: ['naam'] }, hold: [{ column: ['geocode'], startsWith: ['ONZEKER'] }, { column: ['nota'], startsWith: ['weg'] }] },
    });
    expect(recogniseFile(paperPeek('x.csv', paperLayer(['naam', 'Geocode'], [])), [held])[0]!.entry.hold).toEqual([{ column: 'Geocode', startsWith: ['ONZEKER'] }]);
  });
});
