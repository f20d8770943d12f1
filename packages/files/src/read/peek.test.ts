import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeGeoPackage, writeWorkbook, writeZip, type SketchedLayer } from '../../../../tests/format-files.ts';
import { writePbf } from '../../../../tests/osm-file.ts';
import { peekFile } from './peek.ts';

async function peek(bytes: Uint8Array | string) {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  async function* pieces() {
    for (let at = 0; at < given.length; at += 1000) yield await Promise.resolve(given.subarray(at, at + 1000));
  }
  return peekFile('bestand', () => Promise.resolve(pieces()));
}

async function seen(bytes: Uint8Array | string) {
  const peeked = await peek(bytes);
  if (!peeked.ok) throw new Error(JSON.stringify(peeked.error));
  return peeked.value;
}

test('a long list in Windows text: its first 200 rows, its dialect, its whole size', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `${i};${i === 4999 ? 'Andr\u00e9' : 'x'}`);
  const bytes = Buffer.from(`id;naam\n${rows.join('\n')}`, 'latin1');
  const { format, encoding, delimiter, bytes: size, layers } = await seen(bytes);
  expect({ format, encoding, delimiter, size }).toEqual({ format: 'csv', encoding: 'windows-1252', delimiter: ';', size: bytes.length });
  expect(layers).toHaveLength(1);
  expect(layers[0]).toMatchObject({ layer: null, columns: ['id', 'naam'], geometry: 'none', crs: null, rowCount: null });
  expect(layers[0]!.rows).toHaveLength(200);
  expect(layers[0]!.rows[0]).toEqual(['0', 'x']);
});

test('a short list says how many rows it has', async () => {
  expect((await seen('a|b\n1|2\n3|4\n')).layers[0]).toMatchObject({ columns: ['a', 'b'], rows: [['1', '2'], ['3', '4']], rowCount: 2 });
});

test('features with their properties, kind, system and first positions', async () => {
  const feature = (properties: object, geometry: unknown) => ({ type: 'Feature', properties, geometry });
  const collection = JSON.stringify({
    type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:31370' } },
    features: [feature({ a: 1 }, { type: 'Polygon', coordinates: [[[1, 2], [3, 4], [5, 0], [1, 2]]] }), feature({ b: 'x' }, null)],
  });
  const { format, layers } = await seen(gzipSync(collection));
  expect(format).toBe('geojson');
  expect(layers[0]).toEqual({
    layer: null, columns: ['a', 'b'], rows: [['1', ''], ['', 'x']], geometry: 'polygons', firstPositions: Float64Array.of(1, 2, NaN, NaN), crs: 'EPSG:31370', rowCount: 2,
  });
});

test('every layer of a GeoPackage, every sheet of a workbook, every file of a zip, by the name that chooses it', async () => {
  const layer: SketchedLayer = { name: 'a', srsId: 3812, columns: ['n'], rows: [{ values: ['x'], geometry: { type: 'Point', coordinates: [1, 2] } }] };
  const gpkg = writeGeoPackage([layer, { ...layer, name: 'b' }]);
  expect((await seen(gpkg)).layers.map(({ layer: name, geometry, crs }) => [name, geometry, crs])).toEqual([['a', 'points', 'EPSG:3812'], ['b', 'points', 'EPSG:3812']]);
  const sheet = (name: string) => ({ name, rows: [['id', 'naam'], ['1', 'x']] });
  expect((await seen(writeWorkbook([sheet('Een'), sheet('Twee')]))).layers.map(({ layer: name }) => name)).toEqual(['Een', 'Twee']);
  expect((await seen(writeWorkbook([sheet('Een')]))).layers.map(({ layer: name }) => name)).toEqual([null]);
  const zipped = await seen(writeZip([{ name: 'x.csv', bytes: 'a,b\n1,2' }, { name: 'y.txt', bytes: 'a,b\n1,2' }]));
  expect(zipped.layers.map(({ layer: name }) => name)).toEqual(['x.csv', 'y.txt']);
  const nested = await seen(writeZip([{ name: 'x.gpkg', bytes: gpkg }, { name: 'y.gpkg', bytes: writeGeoPackage([layer]) }]));
  expect(nested.layers.map(({ layer: name }) => name)).toEqual(['x.gpkg#a', 'x.gpkg#b', 'y.gpkg']);
});

test('an extract of OpenStreetMap is known for what it is', async () => {
  const pbf = writePbf({ nodes: [{ id: 1, lon: 5.5, lat: 50.9 }], ways: [] });
  expect(await seen(pbf)).toMatchObject({ format: 'osm', bytes: pbf.length, layers: [{ layer: null, columns: [] }] });
  expect((await seen('<?xml version="1.0"?>\n<osm version="0.6"></osm>')).format).toBe('osm');
});

test('a file that cannot be read is told as an import would tell it', async () => {
  expect(await peek('')).toEqual({ ok: false, error: { code: 'file-empty', place: {}, facts: {} } });
  expect(await peek('%PDF-1.7 and so on')).toMatchObject({ ok: false, error: { code: 'file-of-other-kind', facts: { kind: 'pdf' } } });
  expect(await peekFile('weg.csv', () => Promise.resolve(null))).toMatchObject({ ok: false, error: { code: 'file-missing' } });
});
