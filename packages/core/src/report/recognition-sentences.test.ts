import { expect, test } from 'vitest';
import { recognitionGapSentence, recognitionReasonSentence } from './recognition-sentences.ts';

test('why a file is taken for something, in words a planner can check', () => {
  expect(recognitionReasonSentence({ code: 'columns-found', facts: { columns: ['CD_SECTOR', 'TOTAL'] } }, 'nl')).toBe('Heeft de kolommen CD_SECTOR, TOTAL.');
  expect(recognitionReasonSentence({ code: 'values-fit', facts: { column: 'CD_SECTOR', example: '71016A001' } }, 'nl')).toBe('De waarden van CD_SECTOR zien er zo uit, bijvoorbeeld 71016A001.');
  expect(recognitionReasonSentence({ code: 'geometry-fits', facts: { geometry: 'polygons' } }, 'nl')).toBe('Bestaat uit vlakken.');
  expect(recognitionReasonSentence({ code: 'file-name-fits', facts: { file: 'kern.geojson' } }, 'en')).toContain('kern.geojson');
  expect(recognitionReasonSentence({ code: 'layer-name-fits', facts: { layer: 'basistabel' } }, 'nl')).toContain('basistabel');
});

test('what it lacks: the field in words, and the names its column could have', () => {
  expect(recognitionGapSentence({ code: 'column-missing', facts: { field: 'inhabitants', names: ['total', 'population'] } }, 'nl')).toBe('Mist een kolom voor inwoners (total of population).');
  expect(recognitionGapSentence({ code: 'column-missing', facts: { field: null, names: ['cd_refnis'] } }, 'nl')).toBe('Mist een kolom (cd_refnis).');
  expect(recognitionGapSentence({ code: 'values-differ', facts: { column: 'type', example: 'diesel' } }, 'en')).toBe('The values of type look different, for example diesel.');
});
