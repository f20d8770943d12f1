import { expect, test } from 'vitest';
import { mappingFrom, type MappingDraft } from './mapping.ts';

const draft: MappingDraft = {
  role: 'facilities', layer: null, crs: null, columns: { name: 'naam', category: 'type', capacity: null }, category: null,
  title: ' Eigen lijst ', referenceDate: '2026', attribution: '', licence: '',
};

test('kinds are read as people write them, and columns that were not pointed out are left out', () => {
  const mapping = mappingFrom(draft);
  expect(mapping.columns).toEqual({ name: 'naam', category: 'type' });
  expect(mapping.constants).toEqual({});
  expect(mapping.values?.['category']).toMatchObject({ WZC: 'wzc', wzc: 'wzc', Woonzorgcentrum: 'wzc', 'lokaal dienstencentrum': 'ldc' });
  expect(mapping).toMatchObject({ title: 'Eigen lijst', licence: null, attribution: null, referenceDate: '2026' });
});

test('a file of one kind says so once, for every row', () => {
  expect(mappingFrom({ ...draft, columns: { name: 'naam', category: null }, category: 'apotheek' })).toMatchObject({ constants: { category: 'apotheek' }, values: {} });
});

test('an existing division is named after its title', () => {
  expect(mappingFrom({ ...draft, role: 'division', columns: { id: 'code', name: 'naam' }, title: 'Wijken van Genk (2024)' }).division).toEqual({ id: 'wijken-van-genk-2024', name: 'Wijken van Genk (2024)' });
});
