import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DivisionPreview, PlanLog, PlanReply } from '../../packages/api/src/schemas.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { datasetOf, smallDataset, smallTown } from './small-town.ts';

let api: RunningApi;
let plan: PlanReply;
beforeAll(async () => {
  api = await runApi('sqlite');
  plan = await api.newPlan('division:wijken');
});
afterAll(() => api.close());

const form = (...files: readonly (readonly [name: string, content: Uint8Array<ArrayBuffer> | string])[]) => {
  const body = new FormData();
  for (const [name, content] of files) body.append('file', new Blob([content]), name);
  return body;
};
const bytesOf = async (path: string) => new Uint8Array(await (await fetch(api.url + path)).arrayBuffer());
const upload = (content: string, file = 'zones.csv') => api.upload<DivisionPreview>(`/api/plans/${plan.id}/division-files`, form([file, content]));
const failsToUpload = (code: Parameters<RunningApi['fails']>[0], path: string, body: FormData) => api.fails(code, path, { method: 'POST', body });
const [first, second] = smallTown.blocks as [typeof smallTown.blocks[number], typeof smallTown.blocks[number], ...typeof smallTown.blocks];

test('a list of blocks with their zone is shown with a verdict on every row, and then taken as one edit', async () => {
  const rest = smallTown.blocks.slice(1).map(({ id }) => `${id};Zuid`);
  const { body } = await upload(['blok;zone', `${first.id};Noord`, ...rest, 'Q999;Noord', ';Noord', `${second.id};Noord`, 'te;veel;waarden', ''].join('\r\n'));
  expect([body.kind, body.blockColumn, body.zoneColumn, body.rowsRead]).toEqual(['blocks', 'blok', 'zone', smallTown.blocks.length + 4]);
  // Lines are counted from the header: 1 + 48 blocks, then those that are refused.
  expect(body.refused.map(({ place, value, reason }) => [place.line, value, reason])).toEqual([
    [53, 'te veel waarden', 'row-misfit'], [50, 'Q999', 'unknown-block'], [51, 'Noord', 'no-block'], [52, `${second.id}: Noord`, 'block-in-two-zones'],
  ]);
  const people = smallTown.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  expect(body.zones.map(({ name, blocks, inhabitants }) => [name, blocks, inhabitants])).toEqual([
    ['Noord', 1, first.inhabitants], ['Zuid', smallTown.blocks.length - 1, people - first.inhabitants],
  ]);
  expect(body.unassigned).toEqual({ blocks: 0, inhabitants: 0 });

  const own = await api.newPlan('division:wijken');
  const { body: taken } = await api.post<PlanReply>(`/api/plans/${own.id}/edits`, { version: own.version, edits: [body.edit] });
  expect(taken.version).toBe(own.version + 1);
  expect(taken.plan.zones.map(({ name }) => name)).toEqual(['Noord', 'Zuid']);
});

test('outlines are laid over the blocks; what they cut, leave open and share is told', async () => {
  // In WGS84 around the whole town; the border runs through the middle of the fifth column of blocks.
  const { body: { bounds: [west, south, east, north] } } = await api.get<{ bounds: [number, number, number, number] }>(`/api/municipalities/${smallDataset.hash}`);
  const at = west + ((east - west) * 4.4) / 8;
  const box = (from: number, to: number) => ({ type: 'Polygon', coordinates: [[[from, south - 0.01], [to, south - 0.01], [to, north + 0.01], [from, north + 0.01], [from, south - 0.01]]] });
  const features = [{ naam: 'Links', geometry: box(west - 0.01, at) }, { naam: 'Nieuw', geometry: box(at, east + 0.01) }, { naam: 'Leeg', geometry: null }]
    .map(({ naam, geometry }) => ({ type: 'Feature', properties: { naam }, geometry }));
  const { body } = await upload(JSON.stringify({ type: 'FeatureCollection', features }), 'zones.geojson');
  expect([body.kind, body.zoneColumn]).toEqual(['areas', 'naam']);
  expect(body.refused.map(({ value, reason }) => [value, reason])).toEqual([['Leeg', 'no-shape']]);
  // Links keeps the id it has in the plan; the six blocks of the fifth column are cut and go where their people live.
  expect(body.zones.map(({ id, name }) => [id === plan.plan.zones[0]!.id, name])).toEqual([[true, 'Links'], [false, 'Nieuw']]);
  expect(body.cut).toHaveLength(6);
  for (const { by, shares } of body.cut) {
    expect(by).toBe('inhabitants');
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  }
  expect(body.overlaps).toEqual([]);
});

test('a locked zone that would change is named before anything is taken', async () => {
  const locked = await api.newPlan('division:wijken');
  await api.post(`/api/plans/${locked.id}/edits`, { version: locked.version, edits: [{ kind: 'lock-zone', zone: locked.plan.zones[0]!.id }] });
  const { body } = await api.upload<DivisionPreview>(`/api/plans/${locked.id}/division-files`, form(['z.csv', `blok,zone\n${smallTown.blocks.map(({ id }) => `${id},Alles`).join('\n')}\n`]));
  expect(body.locked).toEqual([locked.plan.zones[0]!.name]);
});

test('a file without zones is refused with its columns, and two files are one too many', async () => {
  const at = `/api/plans/${plan.id}/division-files`;
  expect((await failsToUpload('no-zones-in-file', at, form(['a.csv', 'straat,nummer\nKerkstraat,1\n']))).detail).toContain('straat, nummer');
  expect((await failsToUpload('one-file-at-a-time', at, form(['a.csv', 'x'], ['b.csv', 'y']))).detail).toContain('a.csv, b.csv');
  await failsToUpload('import-refused', at, form(['a.csv', '']));
  await failsToUpload('no-such-layer', `${at}?layer=maan`, form(['a.csv', `blok,zone\n${first.id},A\n`]));
  await failsToUpload('unknown-plan', '/api/plans/00000000-0000-4000-8000-000000000000/division-files', form(['a.csv', 'x']));
});

test('for a new plan the zones of a file are numbered from one', async () => {
  const { body } = await api.upload<DivisionPreview>(`/api/municipalities/${smallDataset.hash}/division-files`, form(['z.csv', `blok\tzone\n${first.id}\tA 10\n${second.id}\tA 9\n`]));
  expect(body.edit.zones).toEqual([{ id: 'zone-1', name: 'A 9' }, { id: 'zone-2', name: 'A 10' }]);
  expect(body.unassigned.blocks).toBe(smallTown.blocks.length - 2);
});

test('a plan file opens again with the same log, and goes out again as the same bytes', async () => {
  const own = await api.newPlan('division:wijken');
  let version = own.version;
  for (const edit of [{ kind: 'name-zone', zone: own.plan.zones[0]!.id, name: 'Ça' }, { kind: 'assign-blocks', blocks: [first.id], zone: null }]) {
    ({ body: { version } } = await api.post<PlanReply>(`/api/plans/${own.id}/edits`, { version, edits: [edit] }));
  }
  await api.post(`/api/plans/${own.id}/undo`, { version });
  const bytes = await bytesOf(`/api/plans/${own.id}/export.gpkg`);
  const { body: opened } = await api.upload<PlanReply>('/api/plan-files', form(['plan.gpkg', bytes]));
  expect(opened.id).not.toBe(own.id);
  const now = (await api.get<PlanReply>(`/api/plans/${own.id}`)).body;
  expect({ ...opened, id: '' }).toEqual({ ...now, id: '' });
  const lines = async (id: string) => (await api.get<PlanLog>(`/api/plans/${id}/log`)).body.lines;
  expect(await lines(opened.id)).toEqual(await lines(own.id));
  expect(Buffer.from(await bytesOf(`/api/plans/${opened.id}/export.gpkg`)).equals(Buffer.from(bytes))).toBe(true);
  // It goes on from there.
  expect((await api.post<PlanReply>(`/api/plans/${opened.id}/redo`, { version: opened.version })).body.plan.zoneOfBlock[first.id]).toBeUndefined();
});

test('a plan file that cannot be opened says why', async () => {
  const bytes = await bytesOf(`/api/plans/${plan.id}/export.gpkg`);
  await failsToUpload('not-a-plan-file', '/api/plan-files', form(['brief.gpkg', 'Geachte']));
  expect((await failsToUpload('plan-file-cut-off', '/api/plan-files', form(['plan.gpkg', bytes.slice(0, bytes.length - 5000)]))).detail).toContain('plan.gpkg');
  await failsToUpload('one-file-at-a-time', '/api/plan-files', form(['a.gpkg', bytes], ['b.gpkg', bytes]));

  const replaced = (from: string, to: string) => Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
  expect((await failsToUpload('plan-file-version', '/api/plan-files', form(['plan.gpkg', replaced('"version":1,"dataset"', '"version":9,"dataset"')]))).detail).toContain('nieuwere versie');
  expect((await failsToUpload('plan-file-dataset', '/api/plan-files', form(['plan.gpkg', replaced(smallDataset.hash, 'a'.repeat(64))]))).detail).toContain(smallTown.name);
  await failsToUpload('plan-file-log', '/api/plan-files', form(['plan.gpkg', replaced('"kind":"adopt-zones"', '"kind":"adopt-zonen"')]));
  await failsToUpload('plan-file-log', '/api/plan-files', form(['plan.gpkg', replaced(`"${first.id}":`, `"${'?'.repeat(first.id.length)}":`)]));
});

test('the zones go out as GeoJSON with their inhabitants, hidden where they are few', async () => {
  const { body, headers } = await api.get<{ features: { properties: Record<string, unknown> }[] }>(`/api/plans/${plan.id}/export.geojson`);
  expect(headers.get('content-disposition')).toBe('attachment; filename="proef.geojson"');
  expect(body.features.map(({ properties }) => [properties['naam'], properties['inwoners']])).toEqual([['Links', 11_130], ['Rechts', 12_840]]);
  const small = datasetOf({ ...smallTown, name: 'Klein', blocks: smallTown.blocks.map((block, place) => (place === 0 ? { ...block, inhabitants: 3 } : block)) });
  await api.services.store.addDataset(small);
  const { body: made } = await api.post<PlanReply>('/api/plans', { dataset: small.hash, name: 'Klein', from: 'empty' });
  await api.post(`/api/plans/${made.id}/edits`, { version: 0, edits: [{ kind: 'adopt-zones', zones: [{ id: 'a', name: 'A' }], zoneOfBlock: { [first.id]: 'a' } }] });
  const { body: hidden } = await api.get<{ features: { properties: Record<string, unknown> }[] }>(`/api/plans/${made.id}/export.geojson`);
  expect(hidden.features[0]!.properties).toMatchObject({ inwoners: null, inwoners_status: 'verborgen' });
});
