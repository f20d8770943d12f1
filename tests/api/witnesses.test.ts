import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../packages/api/src/problem.ts';
import type { FreshWitnessLink, NewRemark, PlanReply, RemarkReply, WitnessLinkReply, WitnessPlan, WitnessRemark } from '../../packages/api/src/schemas.ts';
import { readLayer } from '../read-layer.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { datasetOf, smallTown } from './small-town.ts';

let api: RunningApi;
let plan: PlanReply;
let token: string;
let link: WitnessLinkReply;

beforeAll(async () => {
  api = await runApi('sqlite', { limits: { witnessRefusalsPerMinute: 60 } });
  plan = await api.newPlan('division:wijken');
  ({ body: { token, link } } = await api.post<FreshWitnessLink>(`/api/plans/${plan.id}/witness-links`, { name: 'Huisartsenkring', expiresAt: null }));
});
afterAll(() => api.close());

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const json = (method: string, body: unknown, secret = token): RequestInit => ({ method, headers: { 'content-type': 'application/json', ...bearer(secret) }, body: JSON.stringify(body) });

/** Sends as a witness; the reply must be a success. */
async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(api.url + path, body === undefined ? { method, headers: bearer(token) } : json(method, body));
  expect(response.ok, await response.clone().text()).toBe(true);
  return await response.json() as T;
}

/** A spot in the middle of the town: the middle of the facility f3. */
async function spot(): Promise<{ readonly kind: 'place'; readonly lon: number; readonly lat: number }> {
  const { features } = await (await fetch(`${api.url}/api/witness/layers/facilities.geojson`, { headers: bearer(token) })).json() as { features: { id: string; geometry: { coordinates: [number, number] } }[] };
  const [lon, lat] = features.find(({ id }) => id === 'f3')!.geometry.coordinates;
  return { kind: 'place', lon, lat };
}

const said: Omit<NewRemark, 'pin'> = { author: 'Dr. An Peeters', theme: 'zorg', opinion: 'oneens', text: 'Patiënten van hier gaan naar de andere kant.' };

describe('a privileged witness', () => {
  test('sees the plan with its zones, and whose data it is', async () => {
    const { body } = await api.get<WitnessPlan>('/api/witness/plan', bearer(token));
    expect(body.link).toEqual({ name: 'Huisartsenkring', expiresAt: null });
    expect(body.plan.name).toBe('Proef');
    expect(body.municipality).toMatchObject({ name: smallTown.name, fictitious: smallTown.fictitious });
    // Columns 0 to 3: 6 × 250 + 18 × 535 = 11,130; columns 4 to 7: 24 × 535 = 12,840.
    expect(body.zones.map(({ name, inhabitants }) => [name, inhabitants])).toEqual([['Links', { kind: 'known', value: 11_130 }], ['Rechts', { kind: 'known', value: 12_840 }]]);
  });

  test('gets the layers that say nothing of people, and no other', async () => {
    for (const layer of ['zones', 'kernen', 'facilities', 'addresses', 'ground']) {
      const { headers, body } = await api.get<object>(`/api/witness/layers/${layer}.geojson`, bearer(token));
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(JSON.stringify(body), layer).not.toMatch(/inhabitants|persons|dwellings|inwoners/);
    }
    for (const layer of ['blocks', 'buildings', 'division:wijken', 'constructor']) await api.fails('unknown-layer', `/api/witness/layers/${layer}.geojson`, { headers: bearer(token) });
  });

  test('is told nothing of a zone with one to four inhabitants, nor what would give it away', async () => {
    // The first block alone is a zone of three inhabitants; all others are the other zone.
    const [first, ...others] = smallTown.blocks as [typeof smallTown.blocks[number], ...typeof smallTown.blocks];
    const dataset = datasetOf({ ...smallTown, name: 'Kleinstad', blocks: [{ ...first, inhabitants: 3 }, ...others] });
    await api.services.store.addDataset(dataset);
    const { body: small } = await api.post<PlanReply>('/api/plans', { dataset: dataset.hash, name: 'Klein', from: 'empty' });
    await api.post(`/api/plans/${small.id}/edits`, { version: 0, edits: [{
      kind: 'adopt-zones', zones: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }], zoneOfBlock: Object.fromEntries<string>([[first.id, 'a'], ...others.map(({ id }): [string, string] => [id, 'b'])]),
    }] });
    const { body: fresh } = await api.post<FreshWitnessLink>(`/api/plans/${small.id}/witness-links`, { name: 'Wijkraad', expiresAt: null });
    const { body } = await api.get<WitnessPlan>('/api/witness/plan', bearer(fresh.token));
    expect(body.zones.map(({ inhabitants }) => inhabitants.kind)).toEqual(['hidden', 'hidden']);
  });

  test('leaves a remark on a place, changes it and withdraws it; the plan stays as it was', async () => {
    const pin = await spot();
    const remark = await send<WitnessRemark>('POST', '/api/witness/remarks', { ...said, pin });
    expect(remark).toMatchObject({ ...said, zone: plan.plan.zones[0]!.id, handled: false, answer: null, planVersion: plan.version });
    expect(remark.pin).toMatchObject({ kind: 'place' });
    expect(remark.pin.kind === 'place' ? [remark.pin.lon, remark.pin.lat].map((degrees) => degrees.toFixed(6)) : null).toEqual([pin.lon.toFixed(6), pin.lat.toFixed(6)]);

    const zone = plan.plan.zones[1]!;
    const changed = await send<WitnessRemark>('PUT', `/api/witness/remarks/${remark.id}`, { ...said, opinion: 'twijfel', pin: { kind: 'zone', zone: zone.id } });
    expect(changed).toMatchObject({ id: remark.id, opinion: 'twijfel', pin: { kind: 'zone', zone: zone.id, name: zone.name }, zone: zone.id });
    expect((await api.get<WitnessRemark[]>('/api/witness/remarks', bearer(token))).body).toEqual([changed]);
    expect(await send<{ id: string }>('DELETE', `/api/witness/remarks/${remark.id}`)).toEqual({ id: remark.id });
    expect((await api.get<WitnessRemark[]>('/api/witness/remarks', bearer(token))).body).toEqual([]);
    expect((await api.get<PlanReply>(`/api/plans/${plan.id}`)).body).toEqual(plan);
  });

  test('is told what is wrong with a remark', async () => {
    const post = (body: unknown) => json('POST', body);
    const fails = (code: FailureCode, body: unknown) => api.fails(code, '/api/witness/remarks', post(body));
    await fails('pin-outside', { ...said, pin: { kind: 'place', lon: 4.35, lat: 50.85 } });
    await fails('unknown-zone', { ...said, pin: { kind: 'zone', zone: 'nergens' } });
    await fails('invalid-request', { ...said, text: '   ', pin: { kind: 'zone', zone: plan.plan.zones[0]!.id } });
    await fails('invalid-request', { ...said, theme: 'weer', pin: { kind: 'zone', zone: plan.plan.zones[0]!.id } });
    await api.fails('unknown-remark', '/api/witness/remarks/00000000-0000-4000-8000-000000000000', json('PUT', { ...said, pin: { kind: 'zone', zone: plan.plan.zones[0]!.id } }));
    await api.fails('unknown-remark', '/api/witness/remarks/00000000-0000-4000-8000-000000000000', { method: 'DELETE', headers: bearer(token) });
  });
});

test('the planner answers and marks as handled; the witness sees it, and a change opens the remark again', async () => {
  const zone = plan.plan.zones[0]!;
  const remark = await send<WitnessRemark>('POST', '/api/witness/remarks', { ...said, pin: { kind: 'zone', zone: zone.id } });
  const { body: [seen] } = await api.get<RemarkReply[]>(`/api/plans/${plan.id}/remarks`);
  expect(seen).toEqual({ ...remark, link: link.id, linkName: 'Huisartsenkring' });
  const { body: answered } = await api.put<RemarkReply>(`/api/plans/${plan.id}/remarks/${remark.id}`, { answer: 'We verleggen de grens.', handled: true });
  expect(answered).toMatchObject({ answer: 'We verleggen de grens.', handled: true });
  expect((await api.get<WitnessRemark[]>('/api/witness/remarks', bearer(token))).body).toMatchObject([{ answer: 'We verleggen de grens.', handled: true, answeredAt: answered.answeredAt }]);
  const changed = await send<WitnessRemark>('PUT', `/api/witness/remarks/${remark.id}`, { ...said, text: 'Toch niet.', pin: { kind: 'zone', zone: zone.id } });
  expect(changed).toMatchObject({ text: 'Toch niet.', answer: 'We verleggen de grens.', handled: false });
  await api.failsToPut('unknown-remark', `/api/plans/${plan.id}/remarks/00000000-0000-4000-8000-000000000000`, { answer: null, handled: false });
  await send('DELETE', `/api/witness/remarks/${remark.id}`);
});

test('remarks leave as a table, a workbook and points, and nothing in them is run', async () => {
  const risky = '=HYPERLINK("http://kwaad.example";"klik")';
  await send('POST', '/api/witness/remarks', { ...said, author: '+32', text: risky, pin: await spot() });
  await send('POST', '/api/witness/remarks', { ...said, pin: { kind: 'zone', zone: plan.plan.zones[1]!.id } });
  const at = `${api.url}/api/plans/${plan.id}/remarks`;
  const csv = await (await fetch(`${at}.csv`)).text();
  const lines = csv.trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://kwaad.example"";""klik"")"`);
  expect(lines[1]).toContain(`;'+32;Zorg;Oneens;`);
  expect(lines[2]).toContain(';Rechts;zone;;;');
  const sheet = await readLayer({ 'a.xlsx': new Uint8Array(await (await fetch(`${at}.xlsx`)).arrayBuffer()) }, 'a.xlsx', { layer: 'Opmerkingen' });
  expect(sheet.rows.map(({ values }) => values['opmerking'])).toEqual([risky, said.text]);
  const { body } = await api.get<{ features: { geometry: { type: string } | null; properties: { opmerking: string; zone: string } }[] }>(`/api/plans/${plan.id}/remarks.geojson`);
  expect(body.features.map(({ geometry, properties }) => [geometry?.type ?? null, properties.zone])).toEqual([['Point', 'Links'], [null, 'Rechts']]);
});

test('a link is withdrawn, and made again with another secret', async () => {
  const { body: made } = await api.post<FreshWitnessLink>(`/api/plans/${plan.id}/witness-links`, { name: 'Wijkraad', expiresAt: '2000-01-01T00:00:00.000Z' });
  await api.fails('witness-link-over', '/api/witness/plan', { headers: bearer(made.token) });
  const { body: renewed } = await api.post<FreshWitnessLink>(`/api/plans/${plan.id}/witness-links/${made.link.id}/renew`, { expiresAt: null });
  await api.get('/api/witness/plan', bearer(renewed.token));
  await api.fails('witness-link-refused', '/api/witness/plan', { headers: bearer(made.token) });
  await api.remove(`/api/plans/${plan.id}/witness-links/${made.link.id}`);
  await api.fails('witness-link-over', '/api/witness/plan', { headers: bearer(renewed.token) });
  const { body: links } = await api.get<WitnessLinkReply[]>(`/api/plans/${plan.id}/witness-links`);
  expect(links.map(({ name, withdrawnAt }) => [name, withdrawnAt === null])).toEqual([['Huisartsenkring', true], ['Wijkraad', false]]);
  await api.fails('unknown-witness-link', `/api/plans/${plan.id}/witness-links/00000000-0000-4000-8000-000000000000`, { method: 'DELETE' });
  await api.fails('unknown-plan', '/api/plans/00000000-0000-4000-8000-000000000000/witness-links');
});

test('without the secret there is nothing to see, and trying is stopped', async () => {
  await api.fails('witness-link-refused', '/api/witness/plan');
  await api.fails('witness-link-refused', '/api/witness/remarks', json('POST', { ...said, pin: { kind: 'zone', zone: 'z' } }, 'raden'));
  for (let tries = 0; tries < 60; tries += 1) await fetch(`${api.url}/api/witness/plan`, { headers: bearer(`${link.id}.${'A'.repeat(43)}`) });
  await api.fails('too-many-requests', '/api/witness/plan', { headers: bearer(`${link.id}.${'A'.repeat(43)}`) });
});
