import { describe, expect, test } from 'vitest';
import { paperLayer, paperPeek } from '../../../../tests/paper-peek.ts';
import { checkManifest } from '../read-manifest.ts';
import type { LayerPeek } from '../read/peek.ts';
import type { ManifestEntryDraft } from './entry-draft.ts';
import { proposeManifest, type FileToImport } from './propose-manifest.ts';

const about = { licence: null, attribution: null } as const;

function dropped(file: string, layer: LayerPeek, draft: Partial<ManifestEntryDraft> & Pick<ManifestEntryDraft, 'role' | 'format'>, also: readonly ManifestEntryDraft[] = []): FileToImport {
  const entry: ManifestEntryDraft = { title: file, referenceDate: null, municipality: null, ...about, ...draft };
  return {
    peek: paperPeek(file, layer, { format: draft.format }),
    chosen: { profile: 'p', layer: layer.layer, score: 0.9, entry, also, why: [], missing: [] }, mapping: null,
  };
}

const border = dropped(
  'grens.geojson', paperLayer(['nis', 'naam'], [['71016', 'Genk']], { geometry: 'polygons' }),
  { role: 'boundary', format: 'geojson', municipality: { column: 'nis', by: 'nis' } },
);
const sectorDraft = { format: 'geojson', columns: { id: 'cd_sector', name: 'naam' }, municipality: { column: 'cd_sector', by: 'nis-prefix' } } as const;
const sectors = dropped(
  'sectoren.geojson', paperLayer(['cd_sector', 'naam'], [['71016A001', 'Centrum'], ['71022A00-', 'Hasselt']], { geometry: 'polygons', rowCount: 20_000 }),
  { role: 'blocks', ...sectorDraft }, [{ role: 'boundary', title: 'grens', referenceDate: null, ...about, format: 'geojson', municipality: { column: 'cd_sector', by: 'nis-prefix' } }],
);
const addresses = dropped(
  'adressen.csv', paperLayer(['gemeente', 'straat', 'nr', 'x', 'y'], [['Aartselaar', 'Kerkstraat', '1', '150000', '200000']], { rowCount: null }),
  { role: 'addresses', format: 'csv', columns: { street: 'straat', number: 'nr', x: 'x', y: 'y' }, municipality: { column: 'gemeente', by: 'name' } },
);
const ages = dropped(
  'leeftijden_2009_2015.csv', paperLayer(['nis', 'jaar', 'leeftijd', 'inwoners'], [['71016', '2009', '0', '800']], { rowCount: null }),
  { role: 'ages', format: 'csv', referenceDate: '2015', columns: { year: 'jaar', age: 'leeftijd', persons: 'inwoners' }, municipality: { column: 'nis', by: 'nis' } },
);
const everything = [border, sectors, addresses, ages];

describe('what dropped files make', () => {
  test('a manifest that passes, cut to the municipality the border names', () => {
    const { manifest, questions, municipality, referenceYear } = proposeManifest(everything, null);
    expect(questions).toEqual([]);
    expect([municipality, referenceYear]).toEqual([{ code: '71016', name: 'Genk', fictitious: false }, 2015]);
    expect(manifest!.files.map(({ role, cut }) => [role, cut])).toEqual([
      ['boundary', { column: 'nis', values: ['71016'] }],
      ['blocks', { column: 'cd_sector', startsWith: ['71016'] }],
      ['addresses', { column: 'gemeente', values: ['Genk'] }],
      ['ages', { column: 'nis', values: ['71016'] }],
    ]);
    expect(checkManifest(manifest).ok).toBe(true);
  });

  test('the same manifest in whatever order the files were dropped', () => {
    const straight = JSON.stringify(proposeManifest(everything, null));
    expect(JSON.stringify(proposeManifest([...everything].reverse(), null))).toBe(straight);
    expect(JSON.stringify(proposeManifest([ages, border, addresses, sectors], null))).toBe(straight);
  });

  test('the first rows of a list of all Flanders do not say which municipality it is', () => {
    expect(proposeManifest([sectors, addresses, ages], null).municipality).toBeNull();
    const { questions } = proposeManifest([sectors, addresses, ages], null);
    expect(questions).toContainEqual({ code: 'which-municipality', facts: { found: [{ code: '71016', name: '71016' }, { code: '71022', name: '71022' }] } });
  });

  test('a municipality that was chosen cuts the files', () => {
    const { manifest, questions } = proposeManifest([sectors, addresses, ages], { code: '71022', name: 'Hasselt' });
    expect(questions).toEqual([]);
    expect(manifest!.files.find(({ role }) => role === 'addresses')!.cut).toEqual({ column: 'gemeente', values: ['Hasselt'] });
  });

  test('sectors give the border only where no file does', () => {
    const paths = (files: readonly FileToImport[]) => proposeManifest(files, { code: '71016', name: 'Genk' }).files.filter(({ role }) => role === 'boundary').map(({ path }) => path);
    expect(paths(everything)).toEqual(['grens.geojson']);
    expect(paths([sectors, addresses, ages])).toEqual(['sectoren.geojson']);
  });

  test('a person’s word goes before what a file was recognised as', () => {
    const mapping: ManifestEntryDraft = { ...addresses.chosen!.entry, columns: { street: 'straat', number: 'nr', x: 'x', y: 'y', box: 'gemeente' }, municipality: null };
    const { files } = proposeManifest([{ ...addresses, mapping }], { code: '71016', name: 'Genk' });
    expect(files[0]!.columns).toMatchObject({ box: 'gemeente' });
    expect(files[0]!.cut).toBeUndefined();
  });

  test('people are spread by dwellings where the addresses count them', () => {
    const spread = (files: readonly FileToImport[]) => proposeManifest(files, null).manifest!.population.spreadBy;
    const withBoxes = { ...addresses, chosen: { ...addresses.chosen!, entry: { ...addresses.chosen!.entry, boxes: 'dwellings' as const } } };
    expect(spread(everything)).toBe('addresses-evenly');
    expect(spread([border, sectors, withBoxes, ages])).toBe('dwellings');
  });

  test('two divisions of one name get ids of their own', () => {
    const wijken = (file: string) => dropped(
      file, paperLayer(['code', 'naam'], [['1', 'A']], { geometry: 'polygons' }),
      { role: 'division', format: 'geojson', columns: { id: 'code', name: 'naam' }, division: { id: 'wijken', name: 'Wijken' } },
    );
    const { manifest } = proposeManifest([...everything, wijken('b.geojson'), wijken('a.geojson')], null);
    expect(manifest!.files.flatMap(({ path, division }) => (division === undefined ? [] : [[path, division.id, division.name]]))).toEqual([
      ['a.geojson', 'wijken', 'Wijken'], ['b.geojson', 'wijken-2', 'Wijken (2)'],
    ]);
  });
});

describe('what is still open', () => {
  const codes = (files: readonly FileToImport[]) => proposeManifest(files, { code: '71016', name: 'Genk' }).questions.map(({ code }) => code);

  test('nothing dropped: the roles, the year and the inhabitants', () => {
    expect(codes([])).toEqual(['role-missing', 'role-missing', 'role-missing', 'which-year', 'inhabitants-missing']);
    expect(proposeManifest([], null).manifest).toBeNull();
  });

  test('a file nobody knows, a role played twice, a column not found', () => {
    const unknown: FileToImport = { peek: paperPeek('raar.csv', paperLayer(['a'], [['1']])), chosen: null, mapping: null };
    expect(codes([...everything, unknown])).toEqual(['unknown-file']);
    expect(codes([...everything, { ...addresses, peek: { ...addresses.peek, file: 'oud.csv' } }])).toEqual(['several-for-role']);
    const { municipality } = addresses.chosen!.entry;
    const without = { ...addresses, mapping: { ...addresses.chosen!.entry, columns: { street: 'straat', x: 'x', y: 'y' }, municipality } };
    expect(proposeManifest([border, sectors, without, ages], null).questions).toEqual([
      { code: 'columns-missing', facts: { file: 'adressen.csv', layer: null, role: 'addresses', fields: ['number'] } },
    ]);
  });

  test('the year of the ages is taken unless another is chosen; without ages that of the inhabitants', () => {
    expect(proposeManifest(everything, null, { referenceYear: 2012 }).referenceYear).toBe(2012);
    const counted = dropped('inwoners_2023.csv', paperLayer(['sector', 'n'], []), { role: 'inhabitants', format: 'csv', referenceDate: '2023', columns: { block: 'sector', inhabitants: 'n' } });
    expect(proposeManifest([border, sectors, addresses, counted], null).referenceYear).toBe(2023);
    expect(proposeManifest([border, sectors, addresses, counted, ages], null).referenceYear).toBe(2015);
  });

  test('a total that a person fills in counts as inhabitants', () => {
    const known = proposeManifest([border, sectors, addresses], null, { referenceYear: 2020, totalInhabitants: 65_000 });
    expect(known.questions).toEqual([]);
    expect(known.manifest!.population.total).toBe(65_000);
  });
});
