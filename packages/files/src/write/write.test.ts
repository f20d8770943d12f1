import { DatabaseSync } from 'node:sqlite';
import { areaM2 } from '@woonzorgzones/core/geo';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readLayer } from '../../../../tests/read-layer.ts';
import { writeCsv } from './csv.ts';
import type { ExportTable } from './export-table.ts';
import { writeGeoPackage } from './geopackage.ts';
import { readPlanFile, writePlanFile } from './plan-file.ts';
import { writeShapefiles } from './shapefile.ts';
import { writeWorkbook } from './workbook.ts';

/** A square of 4 by 4 with a hole of 1 by 1, and a loose square. */
const holed = [[Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4, 0, 0), Float64Array.of(1, 1, 1, 2, 2, 2, 2, 1, 1, 1)], [Float64Array.of(10, 0, 12, 0, 12, 2, 10, 2, 10, 0)]];
const zones: ExportTable = {
  name: 'woonzorgzones', title: 'Woonzorgzones', geometry: 'MULTIPOLYGON',
  columns: [{ name: 'naam', shortName: 'naam', type: 'text' }, { name: 'inwoners', shortName: 'inwoners', type: 'integer' }, { name: 'kleur', shortName: 'kleur', type: 'integer' }],
  rows: [
    { values: ['=cmd|\' /C calc\'!A0', 6225, 0], shape: holed },
    { values: ['Zon "Zuid"; été 😀', null, 1], shape: [] },
  ],
};
const kernen: ExportTable = {
  name: 'kernen', title: 'Kernen', geometry: 'POINT', columns: [{ name: 'naam', shortName: 'naam', type: 'text' }, { name: 'hoogte', shortName: 'hoogte', type: 'real' }],
  rows: [{ values: ['Bokrijk', 62.5], shape: [729_500.25, 684_531.5] }],
};
const date = '2026-11-22';

describe('a GeoPackage', () => {
  const bytes = writeGeoPackage([zones, kernen], {}, date);

  test('comes back through our own reader as it was', async () => {
    const { rows, columns, crs, problem } = await readLayer({ 'a.gpkg': bytes }, 'a.gpkg', { layer: 'woonzorgzones' });
    expect(problem).toBeNull();
    expect(columns).toEqual(['fid', 'naam', 'inwoners', 'kleur']);
    expect(crs).toEqual({ ok: true, value: 'EPSG:3812' });
    expect(rows.map(({ values }) => values)).toEqual([
      { fid: '1', naam: '=cmd|\' /C calc\'!A0', inwoners: '6225', kleur: '0' }, { fid: '2', naam: 'Zon "Zuid"; été 😀', inwoners: '', kleur: '1' },
    ]);
    expect(rows[0]!.geometry).toEqual({ ok: true, value: { kind: 'polygons', ringsClosed: 0, shape: holed } });
    const places = await readLayer({ 'a.gpkg': bytes }, 'a.gpkg', { layer: 'kernen' });
    expect(places.rows[0]!.geometry).toEqual({ ok: true, value: { kind: 'point', x: 729_500.25, y: 684_531.5 } });
  });

  test('is one by the standard: its mark, its tables whole, its box, and a style for QGIS', () => {
    const database = new DatabaseSync(':memory:');
    database.deserialize(bytes);
    expect(database.prepare('PRAGMA application_id').get()).toEqual({ application_id: 0x47504b47 });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect({ ...database.prepare("SELECT min_x, min_y, max_x, max_y, srs_id, last_change FROM gpkg_contents WHERE table_name = 'woonzorgzones'").get() })
      .toEqual({ min_x: 0, min_y: 0, max_x: 12, max_y: 4, srs_id: 3812, last_change: '2026-11-22T00:00:00.000Z' });
    expect(database.prepare('SELECT f_table_name, useAsDefault FROM layer_styles ORDER BY id').all().map((row) => ({ ...row })))
      .toEqual([{ f_table_name: 'woonzorgzones', useAsDefault: 1 }, { f_table_name: 'kernen', useAsDefault: 1 }]);
    database.close();
  });

  test('the same tables give the same bytes', () => {
    expect(writeGeoPackage([zones, kernen], {}, date)).toEqual(bytes);
  });
});

describe('a plan file', () => {
  const plan = { dataset: 'ab'.repeat(32), municipality: 'Genk', initial: { name: 'Plan “één”', zones: [] }, entries: [{ kind: 'edits', edits: [{ kind: 'name-zone', zone: 'z', name: '😀' }] }, { kind: 'undo', of: 0 }] };
  const bytes = writePlanFile([zones], plan, date);

  test('opens again bit for bit: what was written is read, and written again it is the same file', () => {
    const read = readPlanFile(bytes);
    expect(read).toEqual({ ok: true, value: plan });
    if (read.ok) expect(writePlanFile([zones], read.value, date)).toEqual(bytes);
  });

  test('also opens as layers', async () => {
    expect((await readLayer({ 'plan.gpkg': bytes }, 'plan.gpkg', { layer: 'woonzorgzones' })).rows).toHaveLength(2);
  });

  test('of another kind, cut off, or of a later version is refused', () => {
    expect(readPlanFile(Buffer.from('geen databank'))).toEqual({ ok: false, error: { code: 'not-a-plan-file' } });
    expect(readPlanFile(bytes.subarray(0, 5000))).toEqual({ ok: false, error: { code: 'plan-file-cut-off' } });
    expect(readPlanFile(writeGeoPackage([zones], {}, date))).toEqual({ ok: false, error: { code: 'not-a-plan-file' } });
    const later = writeGeoPackage([], { plan: JSON.stringify({ format: 'woonzorgzones-plan', version: 2, ...plan }) }, date);
    expect(readPlanFile(later)).toEqual({ ok: false, error: { code: 'plan-file-version', version: 2, known: 1 } });
  });
});

describe('shapefiles', () => {
  const bytes = writeShapefiles([zones, kernen], date);

  test('come back through our own reader: letters, rings with their holes, points, system', async () => {
    const { rows, columns, crs, encoding, problem } = await readLayer({ 'a.zip': bytes }, 'a.zip', { layer: 'woonzorgzones.shp' });
    expect(problem).toBeNull();
    expect(columns).toEqual(['NAAM', 'INWONERS', 'KLEUR']);
    expect(crs).toEqual({ ok: true, value: 'EPSG:3812' });
    expect(encoding).toBe('utf-8');
    expect(rows.map(({ values }) => values)).toEqual([{ NAAM: '=cmd|\' /C calc\'!A0', INWONERS: '6225', KLEUR: '0' }, { NAAM: 'Zon "Zuid"; été 😀', INWONERS: '', KLEUR: '1' }]);
    const geometry = rows[0]!.geometry;
    const shape = geometry?.ok && geometry.value?.kind === 'polygons' ? geometry.value.shape : [];
    // The square of 4 by 4 with its hole, and the loose one: 16 − 1 and 4.
    expect(shape.map((polygon) => [polygon.length, areaM2([polygon])]).sort()).toEqual([[1, 4], [2, 15]]);
    const places = await readLayer({ 'a.zip': bytes }, 'a.zip', { layer: 'kernen.shp' });
    expect(places.rows[0]).toMatchObject({ values: { NAAM: 'Bokrijk', HOOGTE: '62.5' }, geometry: { ok: true, value: { kind: 'point', x: 729_500.25, y: 684_531.5 } } });
  });

  test('names of columns have at most ten letters, and a long text is cut between letters', async () => {
    const long: ExportTable = { ...kernen, columns: [{ name: 'een_heel_lange_naam', shortName: 'lange_naam', type: 'text' }], rows: [{ values: ['é'.repeat(200)], shape: [1, 2] }] };
    const { rows } = await readLayer({ 'a.zip': writeShapefiles([long], date) }, 'a.zip');
    // 254 bytes hold 127 letters of two bytes.
    expect(rows[0]!.values).toEqual({ LANGE_NAAM: 'é'.repeat(127) });
  });

  test('the same tables give the same bytes', () => {
    expect(writeShapefiles([zones, kernen], date)).toEqual(bytes);
  });
});

test('a CSV has no geometry, decimal commas, and nothing that is run', () => {
  expect(writeCsv(zones)).toBe('\uFEFFnaam;inwoners;kleur\r\n\'=cmd|\' /C calc\'!A0;6225;0\r\n"Zon ""Zuid""; été 😀";;1\r\n');
  expect(writeCsv(kernen)).toContain('Bokrijk;62,5');
});

describe('a workbook', () => {
  const sheets = [{
    name: 'Cijfers', columns: [{ label: 'Zone', form: 'text' as const }, { label: 'Inwoners', form: 'number' as const }, { label: 'Dekking', form: 'share' as const }],
    rows: [['=cmd|\' /C calc\'!A0', 6225, 0.43], ['Zuid\u0000', 'verborgen (< 5)', null], ['Samen', { formula: 'SUM(B2:B3)' }, null]],
  }];

  test('holds typed cells, texts that are never run, and the formulas that are its own', async () => {
    const members = unzipSync(await writeWorkbook(sheets));
    const sheet = Buffer.from(members['xl/worksheets/sheet1.xml']!).toString();
    expect(sheet).toContain('<v>6225</v>');
    expect(sheet.match(/<f>/g)).toHaveLength(1);
    expect(sheet).toContain('<f>SUM(B2:B3)</f>');
    const texts = Buffer.from(members['xl/sharedStrings.xml']!).toString();
    expect(texts).toContain('=cmd|');
    expect(texts).toContain('<t>Zuid</t>');
  });

  test('comes back through our own reader', async () => {
    const { rows, columns, problem } = await readLayer({ 'a.xlsx': await writeWorkbook(sheets) }, 'a.xlsx');
    expect(problem).toBeNull();
    expect(columns).toEqual(['Zone', 'Inwoners', 'Dekking']);
    expect(rows[0]!.values).toMatchObject({ Zone: '=cmd|\' /C calc\'!A0', Inwoners: '6225', Dekking: '0.43' });
  });

  test('the same tables give the same bytes', async () => {
    expect(await writeWorkbook(sheets)).toEqual(await writeWorkbook(sheets));
  });
});
