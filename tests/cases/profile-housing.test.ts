import { describe, expect, test } from 'vitest';
import { dropAndImport } from '../dropped.ts';
import { ageStructure, bestAddresses, papierstad, sectorCollection } from '../published-files.ts';
import { openMemory, type Files } from '../village.ts';

const base: Files = { 'sectoren.geojson': sectorCollection('EPSG:3812'), 'best.csv': bestAddresses('EPSG:3812'), 'TF_SOC_POP_STRUCT_2023.txt': ageStructure({ nis: 'CD_REFNIS', hasYear: true }) };
const land = (files: Files) => dropAndImport(Object.keys({ ...base, ...files }), openMemory({ ...base, ...files }), papierstad);

describe('sheets of one’s own about residents, dwellings and reserve', () => {
  test('each is known by its columns, whatever the file is called, and taken whole', async () => {
    const ids = (await land({})).municipality.blocks.map(({ id }) => id);
    const landed = await land({
      'a.csv': `sector;cijfer;procent\n${ids[0]!};verhoogde tegemoetkoming;12,5\n${ids[1]!};verhoogde tegemoetkoming;\n`,
      'b.csv': `sector;type;bouwjaar;eigendom;lift;gelijkvloers;drempelvrij;aantal woningen\n${ids[0]!};Rijhuis;1930;koop;;ja;nee;12\n${ids[1]!};flat;2012;sociale huur;ja;nee;ja;8\n`,
      'c.csv': 'naam;soort;aantal woningen;jaar;woonvorm;x_3812;y_3812\nKerkveld;project;24;2030;aanleunwonen;729500;683500\n',
    });
    const { municipality, proposal } = landed;
    expect(proposal.files.filter(({ path }) => /^[abc]\.csv$/.test(path)).map(({ path, role, profile }) => [path, role, profile])).toEqual([
      ['a.csv', 'indicators', 'bewonerscijfers-per-blok'], ['b.csv', 'dwellings', 'eigen-woningen'], ['c.csv', 'housing-reserve', 'woningreserve'],
    ]);
    expect(municipality.indicators?.[0]?.values.slice(0, 2)).toEqual([12.5, null]);
    expect(municipality.dwellings?.map(({ block, dwellings, type, ownership, lift, groundFloor, stepFree }) => [block, dwellings, type, ownership, lift, groundFloor, stepFree])).toEqual([
      [0, 12, 'rijwoning', 'eigenaar', null, true, false], [1, 8, 'appartement', 'sociale-huur', true, false, true],
    ]);
    expect(municipality.housingReserve?.map(({ name, kind, dwellings, year, form }) => [name, kind, dwellings, year, form])).toEqual([['Kerkveld', 'project', 24, 2030, 'aanleunwonen']]);
  });
});
