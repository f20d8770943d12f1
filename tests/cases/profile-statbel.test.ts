import { DatabaseSync } from 'node:sqlite';
import { areaM2, type Crs } from '@woonzorgzones/core/geo';
import { describe, expect, test } from 'vitest';
import { dropAndImport, drop } from '../dropped.ts';
import { writeGeoPackage, writeShapefile, writeWorkbook, writeZip, zipShapefile, type SketchedTable } from '../format-files.ts';
import { ageStructure, barText, bestAddresses, outline, papierstad, sectorCollection, sectorPeople, sectors } from '../published-files.ts';
import { openMemory, type Files } from '../village.ts';

const lambert72 =
  'PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge 1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000.01256],PARAMETER["False_Northing",5400088.4378],PARAMETER["Central_Meridian",4.367486666666666],PARAMETER["Standard_Parallel_1",49.8333339],PARAMETER["Standard_Parallel_2",51.16666723333333],PARAMETER["Latitude_Of_Origin",90.0],UNIT["Meter",1.0]]';

/** Statbel's sectors as a table with one geometry each, under the names of its columns. */
const sectorTable = (names: { readonly code: string; readonly name: string; readonly nis: string; readonly town: string }, crs: Crs): SketchedTable => ({
  columns: [names.code, names.name, names.nis, names.town, 'M_AREA_HA'],
  rows: sectors.map(({ code, name, nis, town, x }) => ({ values: [code, name, nis, town, 100], geometry: { type: 'Polygon', coordinates: [outline(x, crs)] } })),
});
const ofNgi = { code: 'CS01012022', name: 'T_SEC_NL', nis: 'CNIS5_2022', town: 'T_MUN_NL' };
const of2018 = { code: 'cd_sector', name: 'tx_sector_descr_nl', nis: 'cd_munty_refnis', town: 'tx_munty_descr_nl' };
/** A .dbf has room for ten letters of a name. */
const inShapefile = { code: 'CD_SECTOR', name: 'TX_SECTOR_', nis: 'CD_MUNTY_R', town: 'TX_MUNTY_D' };

const int32 = (value: number) => Buffer.from(Int32Array.of(value).buffer);
const doubles = (...values: readonly number[]) => Buffer.from(Float64Array.from(values).buffer);

/** A shape of one polygon as SpatiaLite keeps it (gaia-sins.it, BLOB-Geometry): marks of its own where well-known binary has the order of bytes. */
function spatialiteBlob(ring: readonly (readonly number[])[], srid: number): Buffer {
  const [xs, ys] = [ring.map(([x]) => x!), ring.map(([, y]) => y!)];
  const polygon = [int32(3), int32(1), int32(ring.length), doubles(...ring.flat())];
  return Buffer.concat([
    Buffer.of(0, 1), int32(srid), doubles(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)), Buffer.of(0x7c),
    int32(6), int32(1), Buffer.of(0x69), ...polygon, Buffer.of(0xfe),
  ]);
}

/** Statbel's .sqlite: a SpatiaLite database, whose own tables write names small. */
function spatialite(name: string, srid: number, { columns, rows }: SketchedTable): Buffer {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE geometry_columns (f_table_name TEXT, f_geometry_column TEXT, geometry_type INTEGER, coord_dimension INTEGER, srid INTEGER, spatial_index_enabled INTEGER)');
  database.prepare('INSERT INTO geometry_columns VALUES (?, ?, 6, 2, ?, 1)').run(name.toLowerCase(), 'geometry', srid);
  database.exec(`CREATE TABLE "${name}" (ogc_fid INTEGER PRIMARY KEY, GEOMETRY BLOB, ${columns.map((column) => `"${column}"`).join(', ')})`);
  const insert = database.prepare(`INSERT INTO "${name}" VALUES (?, ?${', ?'.repeat(columns.length)})`);
  for (const [i, { values, geometry }] of rows.entries()) {
    if (geometry?.type !== 'Polygon') throw new Error('Only polygons are written');
    insert.run(i + 1, spatialiteBlob(geometry.coordinates[0]!, srid), ...values.map(String));
  }
  const bytes = Buffer.from(database.serialize());
  database.close();
  return bytes;
}

const rest: Files = { 'best.csv': bestAddresses('EPSG:31370'), 'TF_SOC_POP_STRUCT_2023.txt': ageStructure({ nis: 'CD_REFNIS', hasYear: true }), 'OPENDATA_SECTOREN_2023.txt': barText(sectorPeople()) };
const land = (files: Files) => dropAndImport(Object.keys(files), openMemory(files), papierstad);
const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

describe('statistical sectors', () => {
  const variants: readonly (readonly [string, string, Files[string]])[] = [
    ['GeoJSON of 2018 to 2024 in Lambert 72', 'sh_statbel_statistical_sectors_31370_20230101.geojson', sectorCollection('EPSG:31370')],
    ['GeoJSON in Lambert 2008, zipped', 'sh_statbel_statistical_sectors_3812_20250101.geojson.zip', writeZip([{ name: 'sh_statbel_statistical_sectors_3812_20250101.geojson', bytes: sectorCollection('EPSG:3812') }])],
    ['Shapefile with the names of the NGI', 'scbel01012022.zip', zipShapefile('SCBEL01012022', writeShapefile(sectorTable(ofNgi, 'EPSG:31370')), lambert72, 'UTF-8')],
    ['Shapefile with names cut to ten letters', 'sectoren_20240101.zip', zipShapefile('sh_statbel_statistical_sectors_31370_20240101', writeShapefile(sectorTable(inShapefile, 'EPSG:31370')), lambert72, 'UTF-8')],
    ['SpatiaLite in a zip', 'sh_statbel_statistical_sectors_31370_20240101.sqlite.zip', writeZip([
      { name: 'sh_statbel_statistical_sectors_31370_20240101.sqlite', bytes: spatialite('sh_statbel_statistical_sectors_31370_20240101', 31370, sectorTable(of2018, 'EPSG:31370')) },
    ])],
    ['GeoPackage in Lambert 2008', 'sectoren_2024.gpkg', writeGeoPackage([{ name: 'sh_statbel_statistical_sectors_3812_20240101', srsId: 3812, ...sectorTable(of2018, 'EPSG:3812') }])],
  ];

  test.each(variants)('%s: those of the town become its blocks and, put together, its border', async (_, file, content) => {
    const { municipality, verdict, proposal } = await land({ ...rest, [file]: content });
    expect(proposal.files.filter(({ profile }) => profile === 'statbel-sectoren').map(({ role }) => role)).toEqual(['boundary', 'blocks']);
    expect(municipality.blocks.map(({ id, name }) => [id, name])).toEqual([['71999A001', 'WEST'], ['71999A02-', 'OOST']]);
    // Two squares of a kilometre side by side; a coordinate of a GeoJSON of Statbel is to the millimetre or better.
    expect(areaM2(municipality.boundary)).toBeCloseTo(2_000_000, -2);
    expect(verdict.files.find(({ role }) => role === 'blocks')).toMatchObject({ rowsRead: 3, rowsTaken: 2, elsewhere: 1, licence: null, attribution: 'Bron: Statbel' });
  });

  test('the day they are of is that of the column, else of the name', async () => {
    const dated = async (file: string, content: Files[string]) => (await drop([file], openMemory({ [file]: content })))[0]!.chosen!.entry.referenceDate;
    expect(await dated('sectoren_20240101.geojson', sectorCollection('EPSG:31370'))).toBe('2023-01-01');
    expect(await dated(variants[3]![1], variants[3]![2])).toBe('2024-01-01');
    expect(await dated(variants[4]![1], variants[4]![2])).toBe('2024-01-01');
    expect(await dated(variants[5]![1], variants[5]![2])).toBe('2024');
  });

  test('since 2019 a sector may lie in another municipality than its code begins with: the column decides', async () => {
    const moved = sectorCollection('EPSG:3812').replaceAll('71999A02-', '71998A02-');
    const people = sectorPeople().map((row) => row.map((value) => (value === '71999A02-' ? '71998A02-' : value)));
    const { municipality } = await land({ ...rest, 'sectoren.geojson': moved, 'OPENDATA_SECTOREN_2023.txt': barText(people) });
    expect(municipality.blocks.map(({ id, inhabitants }) => [id, inhabitants])).toEqual([['71998A02-', 7], ['71999A001', 10]]);
  });
});

describe('inhabitants per sector', () => {
  const blocks = { 'sectoren.geojson': sectorCollection('EPSG:31370'), 'best.csv': rest['best.csv']!, 'TF_SOC_POP_STRUCT_2023.txt': rest['TF_SOC_POP_STRUCT_2023.txt']! };
  const variants: readonly (readonly [string, string, Files[string]])[] = [
    ['TOTAL, as most years', 'OPENDATA_SECTOREN_2023.txt', barText(sectorPeople())],
    ['POPULATION and another spelling of the surface', 'OPENDATA_SECTOREN_2019.txt', barText(sectorPeople({ total: 'POPULATION', area: 'OPPERVLAKTE IN HM²' }))],
    ['MS_TOT_SUR for the surface', 'OPENDATA_SECTOREN_2016.txt', barText(sectorPeople({ area: 'MS_TOT_SUR' }))],
    ['codes of four characters that want the NIS code before them', 'OPENDATA_SECTOREN_2015.txt', barText(sectorPeople({ isShort: true }))],
    ['codes that lost the hyphen at their end', 'OPENDATA_SECTOREN_2024.txt', barText(sectorPeople({ withoutHyphen: true }))],
    ['a workbook', 'OPENDATA_SECTOREN_2025_NEW.xlsx', writeWorkbook([{ name: 'OPENDATA_SECTOREN_2025_NEW', rows: sectorPeople() }])],
    ['in a zip', 'OPENDATA_SECTOREN_2023.zip', writeZip([{ name: 'OPENDATA_SECTOREN_2023.txt', bytes: barText(sectorPeople()) }])],
  ];

  test.each(variants)('%s', async (_, file, content) => {
    const { municipality, verdict, proposal } = await land({ ...blocks, [file]: content });
    expect(municipality.blocks.map(({ inhabitants }) => inhabitants)).toEqual([10, 7]);
    expect(proposal.files.find(({ role }) => role === 'inhabitants')).toMatchObject({ profile: 'statbel-inwoners-per-sector', referenceDate: /\d{4}/.exec(file)![0] });
    const read = verdict.files.find(({ role }) => role === 'inhabitants')!;
    expect(read).toMatchObject({ rowsRead: 4, rowsTaken: 3, elsewhere: 1, refused: [] });
    expect(verdict.notices).toContainEqual({ code: 'inhabitants-nowhere', facts: { inhabitants: 1 } });
    expect(read.repaired.map(({ how }) => how)).toEqual(file.includes('2024') ? ['code-without-hyphen'] : []);
  });

  test('a sector that is not listed is empty only while every row finds its sector', async () => {
    const rows = sectorPeople();
    const without = barText(rows.filter((row) => row[1] !== '71999A02-'));
    const { municipality, verdict } = await land({ ...blocks, 'OPENDATA_SECTOREN_2023.txt': without });
    expect(municipality.blocks.map(({ inhabitants }) => inhabitants)).toEqual([10, 0]);
    expect(verdict.notices).toContainEqual({ code: 'blocks-unlisted', facts: { blocks: ['71999A02-'] } });
    // A code of another year finds no sector: then nothing says that the sector without a row is empty.
    const recoded = barText(rows.map((row) => row.map((value) => (value === '71999A02-' ? '71999A03B' : value))));
    await expect(land({ ...blocks, 'OPENDATA_SECTOREN_2023.txt': recoded })).rejects.toThrow('block-without-inhabitants-row');
  });
});

describe('the structure of the population', () => {
  const others = { 'sectoren.geojson': sectorCollection('EPSG:31370'), 'best.csv': rest['best.csv']!, 'OPENDATA_SECTOREN_2023.txt': rest['OPENDATA_SECTOREN_2023.txt']! };

  test.each([
    ['CD_REFNIS and CD_YEAR', { nis: 'CD_REFNIS', hasYear: true }],
    ['CD_MUNTY_REFNIS, the year in the name of the file only', { nis: 'CD_MUNTY_REFNIS', hasYear: false }],
  ] as const)('%s: added up over sex, nationality and civil status', async (_, columns) => {
    const { municipality, verdict, proposal } = await land({ ...others, 'TF_SOC_POP_STRUCT_2023.txt': ageStructure(columns) });
    expect(proposal.files.find(({ role }) => role === 'ages')).toMatchObject({ profile: 'statbel-leeftijden', licence: 'Open data licentie Statbel' });
    const [table] = municipality.ageTables;
    expect([municipality.ageTables.length, table!.year, sum(table!.persons)]).toEqual([1, 2023, 18]);
    // 6 + 1 women and 5 men of 40, 6 women of 85.
    const at = (age: number) => table!.persons[table!.brackets.findIndex(({ from }) => from === age)];
    expect([at(39), at(40), at(85)]).toEqual([0, 12, 6]);
    expect(verdict.files.find(({ role }) => role === 'ages')).toMatchObject({ rowsRead: 95, rowsTaken: 94, elsewhere: 1 });
  });

  test('seventeen people of eighteen have a sector; the ages are scaled to them and that is told', async () => {
    const { municipality, verdict } = await land({ ...rest, 'sectoren.geojson': sectorCollection('EPSG:31370') });
    expect(sum(municipality.addresses.persons)).toBe(17);
    expect(verdict.notices).toContainEqual({ code: 'ages-scaled', facts: { year: 2023, ages: 18, inhabitants: 17 } });
  });
});
