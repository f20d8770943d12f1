import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanReply } from '../../packages/api/src/schemas.ts';
import { readPlanFile } from '../../packages/files/src/index.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let plan: PlanReply;
beforeAll(async () => {
  api = await runApi('sqlite');
  plan = await api.newPlan('division:wijken');
});
afterAll(() => api.close());

const fetched = async (path: string) => {
  const response = await fetch(`${api.url}/api/plans/${plan.id}/${path}`);
  return { status: response.status, type: response.headers.get('content-type'), file: response.headers.get('content-disposition'), bytes: Buffer.from(await response.arrayBuffer()) };
};

test('the map of a plan comes as drawing, document and image', async () => {
  const svg = await fetched('sheet.svg?page=A3-staand');
  expect([svg.status, svg.type]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(svg.bytes.toString()).toContain('width="297mm" height="420mm"');
  for (const { name } of plan.plan.zones) expect(svg.bytes.toString()).toContain(`>${name}</text>`);
  expect(svg.bytes.toString()).toContain(`versie ${plan.version}`);

  const pdf = await fetched('sheet.pdf?layer=voorzieningen');
  expect([pdf.type, pdf.file, pdf.bytes.toString('latin1', 0, 5)]).toEqual(['application/pdf', 'attachment; filename="proef-voorzieningen.pdf"', '%PDF-']);
  const png = await fetched('sheet.png');
  // A4 across is 297 mm: 3,508 dots of 300 to the inch.
  expect([png.type, png.bytes.readUInt32BE(16)]).toEqual(['image/png', 3508]);
});

test('what cannot be drawn is said by the field that asks for it', async () => {
  const at = `/api/plans/${plan.id}`;
  expect((await api.fails('invalid-request', `${at}/sheet.svg?layer=maan`)).detail).toContain('layer');
  expect((await api.fails('invalid-request', `${at}/sheet.pdf?zone=weg`)).detail).toContain('zone');
  await api.fails('invalid-request', `${at}/sheet.png?page=A5`);
  await api.fails('unknown-plan', '/api/plans/00000000-0000-4000-8000-000000000000/sheet.svg');
  await api.fails('unknown-plan', '/api/plans/00000000-0000-4000-8000-000000000000/export.gpkg');
});

test('a plan leaves as GeoPackage with its log, as shapefiles, as CSV and as workbook', async () => {
  const gpkg = await fetched('export.gpkg');
  expect([gpkg.status, gpkg.type, gpkg.file]).toEqual([200, 'application/geopackage+sqlite3', 'attachment; filename="proef.gpkg"']);
  const read = readPlanFile(gpkg.bytes);
  expect(read).toMatchObject({ ok: true, value: { dataset: plan.plan.dataset } });
  expect(read.ok ? read.value.entries.length : -1).toBe(plan.version);
  // The same version of the plan is the same file.
  expect((await fetched('export.gpkg')).bytes.equals(gpkg.bytes)).toBe(true);

  expect((await fetched('export.zip')).bytes.toString('latin1', 0, 2)).toBe('PK');
  expect((await fetched('export.xlsx')).bytes.toString('latin1', 0, 2)).toBe('PK');
  const csv = (await fetched('export.csv')).bytes.toString();
  for (const [block, zone] of Object.entries(plan.plan.zoneOfBlock)) expect(csv).toMatch(new RegExp(`^${block};.*;${zone};`, 'm'));
});
