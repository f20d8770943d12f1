import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeShapefile, zipShapefile, type SketchedTable } from '../../../../../tests/format-files.ts';
import { readLayer } from '../../../../../tests/read-layer.ts';
import { shapeGeometry } from './shape.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

const sectors: SketchedTable = {
  columns: ['CD_SECTOR', 'NAAM', 'ha', 'op'],
  rows: [
    {
      values: ['71016A00-', 'Meeënheide', 12.5, new Date('2024-01-01')],
      // An outline (clockwise), its hole, and a second outline.
      geometry: { type: 'MultiPolygon', coordinates: [[[[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]], [[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]]], [[[20, 0], [20, 5], [25, 5], [20, 0]]]] },
    },
    { values: ['71016A01-', '', null, null], geometry: null },
  ],
};

const lambert2008 = 'PROJCS["ETRS_1989_Belgian_Lambert_2008",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",649328.0],PARAMETER["False_Northing",665262.0],PARAMETER["Central_Meridian",4.359215833333333],PARAMETER["Standard_Parallel_1",49.83333333333334],PARAMETER["Standard_Parallel_2",51.16666666666666],PARAMETER["Latitude_Of_Origin",50.797815],UNIT["Meter",1.0]]';

test('a zip with its .prj and .cpg: numbers without padding, dates as ISO, holes in their outline', async () => {
  const { rows, crs, encoding, problem } = await readLayer({ 's.zip': zipShapefile('map/sectoren', writeShapefile(sectors, latin), lambert2008, 'ISO-8859-1') }, 's.zip');
  expect(problem).toBeNull();
  expect(crs).toEqual({ ok: true, value: 'EPSG:3812' });
  expect(encoding).toBe('latin-1');
  expect(rows.map(({ place, values }) => [place, values])).toEqual([
    [{ feature: 1 }, { CD_SECTOR: '71016A00-', NAAM: 'Meeënheide', ha: '12.5', op: '2024-01-01' }],
    [{ feature: 2 }, { CD_SECTOR: '71016A01-', NAAM: '', ha: '', op: '' }],
  ]);
  const [first, second] = rows.map(({ geometry }) => geometry);
  // The smallest outline comes first; the hole lies in the other.
  expect(first).toMatchObject({ ok: true, value: { kind: 'polygons' } });
  if (first?.ok === true && first.value?.kind === 'polygons') expect(first.value.shape.map((polygon) => polygon.length)).toEqual([1, 2]);
  expect(second).toEqual({ ok: true, value: null });
});

test('loose files beside each other, in capitals too; without .prj the system stays open', async () => {
  const { shp, dbf } = writeShapefile(sectors);
  const { rows, crs, problem } = await readLayer({ 'map/s.shp': shp, 'map/s.DBF': dbf, 'map/s.cpg': 'UTF-8' }, 'map/s.shp');
  expect(problem).toBeNull();
  expect(rows[0]!.values['NAAM']).toBe('Meeënheide');
  expect(crs).toEqual({ ok: true, value: null });
  expect((await readLayer({ 's.shp': shp }, 's.shp')).problem).toEqual({ code: 'part-missing', place: {}, facts: { part: '.dbf', format: 'shapefile' } });
});

test('without a .cpg the text is UTF-8 where it can be and Windows-1252 where it cannot, which is told', async () => {
  const guessed = await readLayer({ 's.zip': zipShapefile('s', writeShapefile(sectors, latin), null, null) }, 's.zip');
  expect(guessed.rows[0]!.values['NAAM']).toBe('Meeënheide');
  expect(guessed.repaired).toEqual(['read-as-windows-1252']);
  expect((await readLayer({ 's.zip': zipShapefile('s', writeShapefile(sectors), null, null) }, 's.zip')).repaired).toEqual([]);
});

test('a text that the width of its field cuts in the middle of a letter loses that letter only', async () => {
  // "Meeë" is five bytes of UTF-8; a field of four cuts the last in two.
  const table = { columns: ['NAAM'], rows: [{ values: ['Meeë'], geometry: null }] };
  const { rows } = await readLayer({ 's.zip': zipShapefile('s', writeShapefile(table, undefined, 4), null, 'UTF-8') }, 's.zip');
  expect(rows[0]!.values['NAAM']).toBe('Mee');
});

test('a system we do not know is told by its name', async () => {
  const dutch = 'PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]]],PROJECTION["Double_Stereographic"],UNIT["Meter",1.0]]';
  expect((await readLayer({ 's.zip': zipShapefile('s', writeShapefile(sectors), dutch, null) }, 's.zip')).crs).toMatchObject({ ok: false, error: { code: 'crs-not-known', facts: { named: 'RD_New' } } });
});

test('a file that ends too early, and shapes without their rows, are told where', async () => {
  const { shp, shx, dbf } = writeShapefile(sectors);
  const damaged = async (parts: { shp: Buffer; dbf: Buffer }) => (await readLayer({ 's.zip': zipShapefile('s', { shx, ...parts }, null, null) }, 's.zip')).problem;
  expect(await damaged({ shp: shp.subarray(0, shp.length - 6), dbf })).toEqual({ code: 'file-damaged', place: { feature: 2 }, facts: { format: 'shapefile' } });
  expect(await damaged({ shp: shp.subarray(0, shp.length - 12), dbf })).toMatchObject({ code: 'file-damaged', place: { feature: 2 } });
  expect(await damaged({ shp, dbf: dbf.subarray(0, dbf.length - 90) })).toMatchObject({ code: 'file-damaged', place: { feature: 2 } });
  expect(await damaged({ shp, dbf: Buffer.from('geen dbf') })).toMatchObject({ code: 'file-damaged', place: {} });
});

test('a row that was deleted in the table is left out with its shape', async () => {
  const { shp, shx, dbf } = writeShapefile(sectors);
  const rowStart = dbf.readUInt16LE(8);
  const changed = Buffer.from(dbf);
  changed[rowStart] = 0x2a;
  const { rows, problem } = await readLayer({ 's.zip': zipShapefile('s', { shp, shx, dbf: changed }, null, null) }, 's.zip');
  expect(problem).toBeNull();
  expect(rows.map(({ place }) => place)).toEqual([{ feature: 2 }]);
});

test('heights and measures fall away, patches are of no use', () => {
  const content = Buffer.alloc(36);
  content.writeUInt32LE(11, 0);
  content.writeDoubleLE(3, 4);
  content.writeDoubleLE(4, 12);
  content.writeDoubleLE(99, 20);
  expect(shapeGeometry(content).read()).toEqual({ ok: true, value: { kind: 'point', x: 3, y: 4 } });
  content.writeUInt32LE(31, 0);
  expect(shapeGeometry(content).read()).toEqual({ ok: false, error: 'wrong-geometry' });
});

test('no bytes of a shape crash the reader', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 3, 5, 8, 11, 13, 15, 23, 25, 31), fc.uint8Array({ maxLength: 120 }), fc.nat(6), fc.nat(6), (type, body, parts, points) => {
      const content = Buffer.concat([Buffer.alloc(44), body]);
      content.writeUInt32LE(type, 0);
      content.writeUInt32LE(parts, 36);
      content.writeUInt32LE(points, 40);
      const read = shapeGeometry(content).read();
      if (read.ok && read.value?.kind === 'polygons') expect(read.value.shape.length).toBeGreaterThan(0);
    }),
  );
});
