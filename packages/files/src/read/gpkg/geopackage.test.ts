import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geoPackageBlob, writeGeoPackage, type Sketch, type SketchedLayer } from '../../../../../tests/format-files.ts';
import { readLayer } from '../../../../../tests/read-layer.ts';
import { limits } from '../../limits.ts';
import { geoPackageGeometry } from './wkb.ts';

const homes: SketchedLayer = {
  name: 'adressen', srsId: 31370, columns: ['straat', 'nummer'],
  rows: [
    { values: ['Kerkstraat', '12'], geometry: { type: 'Point', coordinates: [229_000, 183_000] } },
    { values: ['Meeënstraat', null], geometry: null },
  ],
};

test('rows carry the fid that QGIS shows, values as text, geometry in the coordinates of the table', async () => {
  const { rows, columns, crs, problem } = await readLayer({ 'a.gpkg': writeGeoPackage([homes]) }, 'a.gpkg');
  expect(problem).toBeNull();
  expect(columns).toEqual(['fid', 'straat', 'nummer']);
  expect(crs).toEqual({ ok: true, value: 'EPSG:31370' });
  expect(rows).toEqual([
    { place: { feature: 1 }, values: { fid: '1', straat: 'Kerkstraat', nummer: '12' }, geometry: { ok: true, value: { kind: 'point', x: 229_000, y: 183_000 } } },
    { place: { feature: 2 }, values: { fid: '2', straat: 'Meeënstraat', nummer: '' }, geometry: null },
  ]);
});

test('of several tables one must be chosen by name; views are none of them', async () => {
  const wijken: SketchedLayer = { ...homes, name: 'wijken' };
  const files = { 'a.gpkg': writeGeoPackage([homes, wijken]) };
  expect((await readLayer(files, 'a.gpkg')).problem).toEqual({ code: 'layer-needed', place: {}, facts: { layers: ['adressen', 'wijken'] } });
  expect((await readLayer(files, 'a.gpkg', { layer: 'kernen' })).problem).toMatchObject({ code: 'layer-missing', facts: { layer: 'kernen' } });
  expect((await readLayer(files, 'a.gpkg', { layer: 'wijken' })).rows).toHaveLength(2);

  const database = new DatabaseSync(':memory:');
  database.deserialize(writeGeoPackage([homes]));
  // A view that would never end.
  database.exec(`CREATE VIEW val AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid FROM n;
    INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('val', 'features', 31370)`);
  const { problem, rows } = await readLayer({ 'a.gpkg': database.serialize() }, 'a.gpkg');
  expect(problem).toBeNull();
  expect(rows).toHaveLength(2);
});

test('a database that was left in write-ahead mode is read as it stands, and whole numbers beyond 2^53 stay exact', async () => {
  const database = new DatabaseSync(':memory:');
  database.deserialize(writeGeoPackage([homes]));
  database.exec("CREATE TABLE getallen (fid INTEGER PRIMARY KEY, n INTEGER); INSERT INTO getallen VALUES (7, 9007199254740993); INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('getallen', 'attributes', 0)");
  const bytes = Buffer.from(database.serialize());
  bytes.fill(2, 18, 20);
  const { rows, crs, problem } = await readLayer({ 'a.gpkg': bytes }, 'a.gpkg', { layer: 'getallen' });
  expect(problem).toBeNull();
  expect(crs).toBeNull();
  expect(rows).toEqual([{ place: { feature: 7 }, values: { fid: '7', n: '9007199254740993' }, geometry: null }]);
});

test('a database too large for memory is read from disk, without files left beside it', async () => {
  const database = new DatabaseSync(':memory:');
  database.deserialize(writeGeoPackage([homes]));
  database.exec(`ALTER TABLE adressen ADD COLUMN foto BLOB; UPDATE adressen SET foto = zeroblob(${limits.spoolMegabytes * 1_000_000}) WHERE fid = 1`);
  const bytes = Buffer.from(database.serialize());
  bytes.fill(2, 18, 20);
  const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`woonzorgzones-${process.pid}-`));
  const before = await folders();
  const { rows, problem } = await readLayer({ 'a.gpkg': bytes }, 'a.gpkg');
  expect(problem).toBeNull();
  expect(rows.map(({ values }) => values['straat'])).toEqual(['Kerkstraat', 'Meeënstraat']);
  expect(await folders()).toEqual(before);
}, 30_000);

test('a system is known by its EPSG code, by its text, or not at all', async () => {
  const esri = 'PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000.01256],PARAMETER["False_Northing",5400088.4378],PARAMETER["Central_Meridian",4.367486666666666],PARAMETER["Standard_Parallel_1",49.8333339],PARAMETER["Standard_Parallel_2",51.16666723333333],PARAMETER["Latitude_Of_Origin",90.0],UNIT["Meter",1.0]]';
  const systems = [{ id: 100_001, organisation: 'NONE', code: 100_001, wkt: esri }, { id: 28_992, organisation: 'EPSG', code: 28_992, wkt: 'undefined' }];
  const read = async (srsId: number) => (await readLayer({ 'a.gpkg': writeGeoPackage([{ ...homes, srsId }], systems) }, 'a.gpkg')).crs;
  expect(await read(100_001)).toEqual({ ok: true, value: 'EPSG:31370' });
  expect(await read(28_992)).toMatchObject({ ok: false, error: { code: 'crs-not-known', facts: { named: 'EPSG:28992' } } });
  expect(await read(-1)).toEqual({ ok: true, value: null });
});

test('a cut-off database and one without layers are told', async () => {
  const whole = writeGeoPackage([homes]);
  expect((await readLayer({ 'a.gpkg': whole.subarray(0, 5000) }, 'a.gpkg')).problem).toEqual({ code: 'file-damaged', place: {}, facts: { format: 'gpkg' } });
  expect((await readLayer({ 'a.gpkg': writeGeoPackage([]) }, 'a.gpkg')).problem).toMatchObject({ code: 'file-without-rows' });
});

const square: Sketch = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]] };

test('every kind of geometry, with every envelope; heights fall away', () => {
  const read = (geometry: Sketch, envelope: readonly number[] = []) => geoPackageGeometry(geoPackageBlob(geometry, 3812, envelope)).read();
  for (const envelope of [[], [0, 4, 0, 4], [0, 4, 0, 4, 0, 9], [0, 4, 0, 4, 0, 9, 0, 9]]) {
    expect(read(square, envelope)).toEqual({
      ok: true, value: { kind: 'polygons', ringsClosed: 0, shape: [[Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4, 0, 0), Float64Array.of(1, 1, 1, 2, 2, 2, 2, 1, 1, 1)]] },
    });
  }
  expect(read({ type: 'Point', coordinates: [1, 2, 30] })).toEqual({ ok: true, value: { kind: 'point', x: 1, y: 2 } });
  expect(read({ type: 'Point', coordinates: [NaN, NaN] })).toEqual({ ok: true, value: null });
  expect(read({ type: 'MultiPoint', coordinates: [[1, 2]] })).toEqual({ ok: true, value: { kind: 'point', x: 1, y: 2 } });
  expect(read({ type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] })).toEqual({ ok: false, error: 'wrong-geometry' });
  expect(read({ type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[2, 2], [3, 3]]] })).toEqual({
    ok: true, value: { kind: 'lines', lines: [Float64Array.of(0, 0, 1, 1), Float64Array.of(2, 2, 3, 3)] },
  });
  expect(read({ type: 'MultiPolygon', coordinates: [square.coordinates as [[number, number][]]] })).toMatchObject({ ok: true, value: { kind: 'polygons' } });
  expect(read({ type: 'LineString', coordinates: [[0, 0]] })).toEqual({ ok: false, error: 'broken-geometry' });
});

test('no bytes of a geometry crash the reader, and none is believed about its size', () => {
  const whole = geoPackageBlob(square, 3812);
  fc.assert(
    fc.property(fc.nat(whole.length), fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (length, edits) => {
      const bytes = Buffer.from(whole.subarray(0, length));
      for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
      const geometry = geoPackageGeometry(bytes);
      const read = geometry.read();
      expect(typeof geometry.type).toBe('string');
      if (read.ok && read.value?.kind === 'polygons') expect(read.value.shape.flat().every((ring) => ring.every(Number.isFinite))).toBe(true);
    }),
  );
});
