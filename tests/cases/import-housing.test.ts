import type { ManifestDocument } from '@woonzorgzones/files';
import { describe, expect, test } from 'vitest';
import { collection, feature, importVillage, plusFile, source } from '../village.ts';

/** What a municipality may know beside people and facilities: figures about residents, dwellings and the housing reserve. */
type Entry = ManifestDocument['files'][number];

const read = async (csv: string, entry: Omit<Entry, 'path' | 'format' | 'title' | 'licence' | 'attribution' | 'referenceDate'>) => {
  const file: Entry = { path: 'extra.csv', format: 'csv', title: 'Extra', ...source, ...entry };
  const result = await importVillage({ 'extra.csv': csv }, plusFile(file));
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  const { municipality, verdict } = result.value;
  const { refused, valuesLeftUnknown: unknown } = verdict.files.find((one) => one.file === 'extra.csv')!;
  return { municipality, refused: refused.map(({ place, value, reason }) => [place.line, value, reason]), unknown: unknown.map(({ place, value, reason }) => [place.line, value, reason]) };
};

describe('figures about the residents of a block', () => {
  const columns = { area: 'blok', indicator: 'cijfer', value: 'waarde', year: 'jaar' };

  test('an empty cell and a block without a row are unknown, not zero', async () => {
    const { municipality, refused } = await read('blok,cijfer,waarde,jaar\nW,Verhoogde tegemoetkoming,"12,5",2014\nO,Verhoogde tegemoetkoming,,2014\nO,Alleen 75+,0,2014\n', { role: 'indicators', columns });
    expect(refused).toEqual([]);
    // Blocks are sorted by id: Oost, then West.
    expect(municipality.indicators?.map(({ id, name, unit, year, basis, values }) => [id, name, unit, year, basis, values])).toEqual([
      ['alleen-75', 'Alleen 75+', 'percent', 2014, 'block', [0, null]],
      ['verhoogde-tegemoetkoming', 'Verhoogde tegemoetkoming', 'percent', 2014, 'block', [null, 12.5]],
    ]);
  });

  test('a share over 100 %, a block nobody knows and a second value are told with their line', async () => {
    const { municipality, refused, unknown } = await read('blok,cijfer,waarde,jaar\nW,vt,140,2014\nX,vt,10,2014\nO,vt,8,2014\nO,vt,9,2014\n', { role: 'indicators', columns });
    expect(refused).toEqual([[3, 'X', 'unknown-block'], [5, 'O vt', 'duplicate-id']]);
    expect(unknown).toEqual([[2, '140', 'out-of-range']]);
    expect(municipality.indicators?.[0]?.values).toEqual([8, null]);
  });

  test('a dataset without such a file says nothing of them', async () => {
    const result = await importVillage();
    expect(result.ok && Object.keys(result.value.municipality).filter((key) => ['indicators', 'dwellings', 'housingReserve'].includes(key))).toEqual([]);
  });

  test('areas of a division that is not there are refused before anything is read', async () => {
    const file: Entry = { path: 'extra.csv', format: 'csv', title: 'Extra', ...source, role: 'indicators', columns, areas: 'wijken' };
    const result = await importVillage({ 'extra.csv': 'blok,cijfer,waarde,jaar\n' }, plusFile(file));
    expect(result.ok ? [] : result.error.problems.map(({ code, facts }) => [code, 'wants' in facts ? facts.wants : null])).toEqual([['manifest-invalid', 'known-division']]);
  });
});

describe('dwellings', () => {
  test('like ones of a block are counted together; what a cell leaves open stays open', async () => {
    const { municipality, unknown } = await read('blok,aantal,soort,bouwjaar,lift\nW,3,rijwoning,1950,\nW,2,rijwoning,1950,\nW,10,appartement,1974,ja\nO,1,paleis,,misschien\n', {
      role: 'dwellings', columns: { block: 'blok', dwellings: 'aantal', type: 'soort', builtYear: 'bouwjaar', lift: 'lift' },
    });
    expect(municipality.dwellings?.map(({ block, dwellings, type, builtYear, lift }) => [block, dwellings, type, builtYear, lift])).toEqual([
      [0, 1, null, null, null], [1, 10, 'appartement', 1974, true], [1, 5, 'rijwoning', 1950, null],
    ]);
    expect(unknown).toEqual([[5, 'paleis', 'unknown-value'], [5, 'misschien', 'not-yes-or-no']]);
  });

  test('by address they go to the block of the address; an address nobody knows is refused', async () => {
    const { municipality, refused } = await read('straat,nr\nKerkstr.,1\nStatiestraat,4\nLangstraat,9\n', {
      role: 'dwellings', columns: { street: 'straat', number: 'nr' }, constants: { dwellings: 1 },
    });
    expect(municipality.dwellings?.map(({ block, dwellings }) => [block, dwellings])).toEqual([[0, 1], [1, 1]]);
    expect(refused).toEqual([[4, 'Langstraat 9', 'number-unknown']]);
  });
});

describe('housing reserve', () => {
  test('plots and projects lie in the block of their place; one outside every block is refused', async () => {
    const geojson = collection(
      feature({ naam: 'Kerkveld', aantal: 24, jaar: 2020, vorm: 'aanleunwonen' }, { type: 'Point', coordinates: [729_500, 683_500] }),
      feature({ naam: 'Zandput', aantal: null, jaar: null, vorm: null }, { type: 'Point', coordinates: [730_500, 683_500] }),
      feature({ naam: 'Elders', aantal: 5, jaar: 2020, vorm: null }, { type: 'Point', coordinates: [735_500, 683_500] }),
    );
    const file: Entry = {
      path: 'reserve.geojson', role: 'housing-reserve', format: 'geojson', crs: 'EPSG:3812', title: 'Reserve', ...source,
      columns: { name: 'naam', dwellings: 'aantal', year: 'jaar', form: 'vorm' },
    };
    const result = await importVillage({ 'reserve.geojson': geojson }, plusFile(file));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { municipality, verdict } = result.value;
    expect(municipality.housingReserve?.map(({ id, block, dwellings, year, form }) => [id, block, dwellings, year, form])).toEqual([
      ['project-kerkveld', 1, 24, 2020, 'aanleunwonen'], ['project-zandput', 0, null, null, null],
    ]);
    expect(verdict.files.find((one) => one.role === 'housing-reserve')?.refused.map(({ reason }) => reason)).toEqual(['in-no-block']);
  });
});
