import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanAnalysis } from '../../packages/core/src/needs/index.ts';
import type { PlanCriteria } from '../../packages/core/src/zoning/index.ts';
import type { AcceptedJob, AddressLayer, JobReply, MunicipalityReply, NucleusLayer, PlanReply, ZoneLayer } from '../../packages/api/src/schemas.ts';
import { runApi } from './running-api.ts';
import { engines } from './temporary-store.ts';
import { root } from './wzz.ts';

const folder = join(root, 'data', 'sample');

/** The files of the sample town as a browser sends them. */
async function sampleUpload(): Promise<FormData> {
  const form = new FormData();
  for (const name of await readdir(folder)) {
    if (!/\.(json|geojson|csv)$/.test(name)) continue;
    form.append(name === 'manifest.json' ? 'manifest' : 'file', new Blob([await readFile(join(folder, name))]), name);
  }
  return form;
}

describe.each(engines)('the sample town over the API, on %s', (engine) => {
  test('goes from its files to zones, layers and gaps', async () => {
    const api = await runApi(engine);
    const { body: { job } } = await api.upload<AcceptedJob>('/api/municipalities', await sampleUpload());
    const done = await api.ended(job);
    expect(done).toMatchObject({ kind: 'import', state: 'done', result: { known: false } });
    const hash = done.kind === 'import' ? (done.result?.hash ?? '') : '';

    const { body: town } = await api.get<MunicipalityReply>(`/api/municipalities/${hash}`);
    expect(town).toMatchObject({ inhabitants: 64_095, fictitious: true, year: 2008, counts: { nuclei: 14 } });
    await api.get(`/api/municipalities/${hash}/verdict`);
    for (const layer of town.layers) await api.get(`/api/municipalities/${hash}/layers/${encodeURIComponent(layer)}.geojson`);
    const { body: addresses } = await api.get<AddressLayer>(`/api/municipalities/${hash}/layers/addresses.geojson`);
    expect(addresses.features).toHaveLength(town.counts.addresses);

    const { body: drawing } = await api.post<AcceptedJob>(`/api/municipalities/${hash}/delineations`, { settings: { zoneCount: 6, effort: 0.2 } });
    const drawn = await api.ended(drawing.job);
    if (drawn.kind !== 'delineate' || !drawn.result) throw new Error(JSON.stringify(drawn));
    expect(drawn.result.zones).toHaveLength(6);
    expect(drawn.result.settings.seed).toBe(1);

    const { body: plan } = await api.post<PlanReply>('/api/plans', { dataset: hash, name: 'Zes zones', from: 'empty', normSet: 'genk-2008' });
    const { zones, zoneOfBlock } = drawn.result;
    const { body: adopted } = await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, {
      version: 0, edits: [{ kind: 'adopt-zones', zones: zones.map(({ id, name }) => ({ id, name })), zoneOfBlock }],
    });
    expect(adopted.plan.zones).toHaveLength(6);

    const { body: criteria } = await api.get<PlanCriteria>(`/api/plans/${plan.id}/zones`);
    const { body: layer } = await api.get<ZoneLayer>(`/api/plans/${plan.id}/zones.geojson`);
    const { body: analysis } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`);
    expect(layer.features.reduce((sum, { properties }) => sum + properties.inhabitants, 0)).toBe(64_095);
    expect(criteria.zones.reduce((sum, { inhabitants }) => sum + inhabitants.inhabitants, 0)).toBe(64_095);
    expect(analysis.municipality.inhabitants.count).toEqual({ kind: 'known', value: 64_095 });
    expect(analysis.provenance.normSet.id).toBe('genk-2008');
    expect(analysis.gaps.length).toBeGreaterThan(0);
    const { body: nuclei } = await api.get<NucleusLayer>(`/api/plans/${plan.id}/kernen.geojson`);
    expect(nuclei.features.length).toBeGreaterThanOrEqual(12);
    await api.get(`/api/plans/${plan.id}/circles.geojson`);
    await api.close();
  });
});

test('a delineation that cannot be made says what binds', async () => {
  const api = await runApi('sqlite');
  const [{ hash } = { hash: '' }] = await api.services.store.datasets();
  const path = `/api/municipalities/${hash}/delineations`;
  const ended = async (settings: object): Promise<JobReply> => api.ended((await api.post<AcceptedJob>(path, { settings })).body.job);
  expect((await ended({ inhabitants: { least: 9000, most: 6000 } })).problem).toMatchObject({ code: 'bounds-impossible', facts: { least: 9000, most: 6000 }, status: 422 });
  // More zones than blocks: the nearest number there can be is drawn, and the problem stands beside it.
  const { kind, result } = await ended({ zoneCount: 400, effort: 0.1 });
  expect(kind).toBe('delineate');
  expect(result).toMatchObject({ settings: { zoneCount: 48 }, problems: expect.arrayContaining([{ code: 'zone-count-impossible', zoneCount: 400, blocks: 48 }]) as unknown });
  await api.failsToPost('invalid-request', path, { settings: { zoneCount: 0 } });
  await api.failsToPost('invalid-request', path, { settings: { magie: true } });
  await api.failsToPost('unknown-municipality', `/api/municipalities/${'0'.repeat(64)}/delineations`, {});
  await api.close();
});
