import { expect, test } from 'vitest';
import { paperLayer, paperPeek } from '../../../../tests/paper-peek.ts';
import type { ManifestEntryDraft } from './entry-draft.ts';
import { profileFromEntry } from './profile-from-entry.ts';
import { profileSchema } from './profile.ts';
import { recogniseFile } from './recognise.ts';

const entry: ManifestEntryDraft = {
  role: 'facilities', format: 'csv', title: 'Lijst van collega', licence: null, attribution: null, referenceDate: '2023',
  crs: 'EPSG:31370', decimal: ',', columns: { category: 'Soort', name: 'Benaming', x: 'X', y: '/Y/' }, values: { category: { Rusthuis: 'wzc' } },
  keep: { column: 'Actief', values: ['ja'] }, hold: [{ column: 'Kwaliteit', startsWith: ['?'] }], complete: ['wzc'],
  municipality: { column: 'NIS', by: 'nis' },
};
const columns = ['Soort', 'Benaming', 'X', '/Y/', 'Actief', 'Kwaliteit', 'NIS'];
const rows = [['Rusthuis', 'De Linde', '229754,5', '184725', 'ja', '', '71016']];

test('a mapping that was kept as a profile recognises the next file and maps it the same', () => {
  const profile = profileFromEntry(entry, 'Zorg in Genk (collega)');
  expect(profile).toMatchObject({ id: 'zorg-in-genk-collega', name: 'Zorg in Genk (collega)', source: { publisher: 'Lijst van collega' } });
  const [found] = recogniseFile(paperPeek('zorg_2024.csv', paperLayer(columns, rows)), [profile]);
  expect(found!.missing).toEqual([]);
  expect(found!.entry).toEqual({ ...entry, title: 'Zorg in Genk (collega)', referenceDate: '2024', profile: 'zorg-in-genk-collega', constants: {} });
});

test('it is a profile as they are shipped, and says nothing of the one file it came from', () => {
  const profile = profileFromEntry({ ...entry, layer: 'Blad (1)' }, 'Lijst');
  expect(profileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  expect(JSON.stringify(profile)).not.toContain('2023');
  const sheet = paperLayer(columns, rows, { layer: 'Blad (1)' });
  expect(recogniseFile(paperPeek('zorg.csv', sheet), [profile])[0]!.entry.layer).toBe('Blad (1)');
});

test('a file without one of its columns is not that file', () => {
  const profile = profileFromEntry(entry, 'Lijst');
  const [found] = recogniseFile(paperPeek('zorg.csv', paperLayer(columns.filter((column) => column !== 'Soort'), [])), [profile]);
  expect(found!.missing.map(({ code }) => code)).toContain('column-missing');
});
