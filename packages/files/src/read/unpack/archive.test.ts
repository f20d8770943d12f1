import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limits } from '../../limits.ts';
import { writeGeoPackage, writeWorkbook, writeZip } from '../../../../../tests/format-files.ts';
import { readLayer, type Asked } from '../../../../../tests/read-layer.ts';

/** Folders that this process keeps files in. */
const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`woonzorgzones-${process.pid}-`));

const csv = 'id;naam\n1;Genk\n';
const read = (bytes: Uint8Array, asked?: Asked) => readLayer({ 'bron.zip': bytes }, 'bron.zip', asked);

test('text in a zip, in a gzip, and in a gzip in a zip, reads as if it lay there open', async () => {
  const wraps = [
    writeZip([{ name: 'map/leesmij.pdf', bytes: '%PDF' }, { name: '__MACOSX/._a.csv', bytes: 'x' }, { name: 'map/a.csv', bytes: csv }]),
    gzipSync(csv),
    writeZip([{ name: 'a.csv.gz', bytes: gzipSync(csv) }]),
    writeZip([{ name: 'binnen.zip', bytes: writeZip([{ name: 'a.txt', bytes: csv }]) }]),
  ];
  for (const bytes of wraps) {
    const { rows, problem, format } = await read(bytes);
    expect(problem).toBeNull();
    expect(format).toBe('csv');
    expect(rows).toEqual([{ place: { line: 2 }, values: { id: '1', naam: 'Genk' }, geometry: null }]);
  }
});

test('of several files in a zip the manifest chooses one; a table in one of them by a # between the names', async () => {
  const layer = { name: 'straten', srsId: 3812, columns: ['naam'], rows: [{ values: ['Kerkstraat'], geometry: null }] };
  const zip = writeZip([
    { name: 'a.gpkg', bytes: writeGeoPackage([layer, { ...layer, name: 'pleinen' }]) }, { name: 'b.gpkg', bytes: writeGeoPackage([layer]) }, { name: 'c.xlsx', bytes: writeWorkbook([]) },
  ]);
  expect((await read(zip, { format: 'gpkg' })).problem).toEqual({ code: 'layer-needed', place: {}, facts: { layers: ['a.gpkg', 'b.gpkg'] } });
  expect((await read(zip, { format: 'gpkg', layer: 'b.gpkg' })).rows).toHaveLength(1);
  expect((await read(zip, { format: 'gpkg', layer: 'a.gpkg#pleinen' })).rows).toHaveLength(1);
  expect((await read(zip, { format: 'gpkg', layer: 'a.gpkg' })).problem).toMatchObject({ code: 'layer-needed', facts: { layers: ['pleinen', 'straten'] } });
  expect((await read(zip, { format: 'shapefile' })).problem).toEqual({ code: 'archive-without', place: {}, facts: { format: 'shapefile', members: ['a.gpkg', 'b.gpkg', 'c.xlsx'] } });
});

test('a wrong checksum, a wrong size, a password and an unknown way of packing are told with the name', async () => {
  const problem = async (claims: Parameters<typeof writeZip>[0][number]['claims']) => (await read(writeZip([{ name: 'a.csv', bytes: csv, ...(claims === undefined ? {} : { claims }) }]))).problem;
  expect(await problem({ crc: 1 })).toEqual({ code: 'archive-damaged', place: {}, facts: { member: 'a.csv' } });
  expect(await problem({ size: 3 })).toEqual({ code: 'archive-damaged', place: {}, facts: { member: 'a.csv' } });
  expect(await problem({ flags: 1 })).toEqual({ code: 'archive-encrypted', place: {}, facts: { member: 'a.csv' } });
  expect(await problem({ method: 14 })).toEqual({ code: 'archive-method', place: {}, facts: { member: 'a.csv', method: 14 } });
  expect(await problem(undefined)).toBeNull();
});

test('a zip that is cut off, or is none, is told', async () => {
  const whole = writeZip([{ name: 'a.csv', bytes: csv }]);
  expect((await read(whole.subarray(0, whole.length - 30))).problem).toEqual({ code: 'archive-damaged', place: {}, facts: { member: null } });
  expect((await read(gzipSync(csv).subarray(0, 15))).problem).toEqual({ code: 'archive-damaged', place: {}, facts: { member: null } });
  expect((await read(Buffer.from('Rar!\u001a\u0007 and more', 'latin1'))).problem).toEqual({ code: 'file-compressed', place: {}, facts: { kind: 'rar' } });
});

test('what swells out of all proportion is left where it is', async () => {
  // The same line over and over packs some hundreds to one.
  const blanks = Buffer.concat([Buffer.from(csv), Buffer.alloc(limits.unpackedFreeMegabytes * 1_000_000 + 1_000_000, `${'x'.repeat(9999)}\n`)]);
  expect((await read(writeZip([{ name: 'a.csv', bytes: blanks }]))).problem).toMatchObject({ code: 'archive-swells', place: {}, facts: { member: 'a.csv' } });
}, 30_000);

test('a file too large for memory is kept on disk while it is read, and gone afterwards', async () => {
  const rows = Array.from({ length: 1000 }, (_, i) => `${i};Genk`);
  const big = writeZip([{ name: 'a.csv', bytes: `id;naam\n${rows.join('\n')}` }, { name: 'foto.jpg', bytes: Buffer.alloc(limits.spoolMegabytes * 1_000_000 + 1), isStored: true }]);
  expect(big.length).toBeGreaterThan(limits.spoolMegabytes * 1_000_000);
  const before = await folders();
  const { rows: found, problem } = await read(big);
  expect(problem).toBeNull();
  expect(found).toHaveLength(1000);
  expect(await folders()).toEqual(before);
}, 30_000);

test('a signal stops the unpacking', async () => {
  const stopping = AbortSignal.abort();
  expect((await read(writeZip([{ name: 'a.csv', bytes: csv }]), { signal: stopping })).problem).toEqual({ code: 'cancelled', place: {}, facts: {} });
});
