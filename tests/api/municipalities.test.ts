import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  AddressLayer, BlockLayer, GivenNucleusLayer, GroundLayer, Health, MunicipalityReply, MunicipalitySummary, NormSetReply, NormSetSummary,
} from '../../packages/api/src/schemas.ts';
import { layerRevision } from '../../packages/api/src/layers/municipality-layers.ts';
import { rawRequest } from './raw-request.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { smallDataset, smallTown, smallTownInhabitants } from './small-town.ts';
import { engines } from './temporary-store.ts';

const { hash } = smallDataset;
const nothing = '0'.repeat(64);

describe.each(engines)('reading on %s', (engine) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await runApi(engine);
  });
  afterAll(() => api.close());

  test('the server says that it works and where it keeps', async () => {
    const { body } = await api.get<Health>('/api/health');
    expect(body).toEqual({ status: 'ok', version: 'test', store: engine });
  });

  test('the norm sets are listed, and each norm names its source', async () => {
    const { body: sets } = await api.get<NormSetSummary[]>('/api/norms');
    expect(sets.map(({ id }) => id)).toEqual(['genk-2008', 'vlaanderen']);
    const { body: set } = await api.get<NormSetReply>('/api/norms/genk-2008');
    expect(set.norms).toHaveLength(sets[0]?.norms ?? -1);
    expect(set.norms.every(({ source }) => source.title !== '')).toBe(true);
    const problem = await api.fails('unknown-norm-set', '/api/norms/mars-2100');
    expect(problem.facts).toEqual({ normSet: 'mars-2100', normSets: ['genk-2008', 'vlaanderen'] });
  });

  test('a municipality says who lives there, what it was made of, and what can be drawn', async () => {
    const { body: list } = await api.get<MunicipalitySummary[]>('/api/municipalities');
    expect(list).toEqual([{ hash, code: 'paper', name: 'Papierstad', fictitious: true, year: 2026, inhabitants: smallTownInhabitants, importedAt: smallDataset.importedAt }]);

    const { body } = await api.get<MunicipalityReply>(`/api/municipalities/${hash}`);
    expect(body.populationByBand).toEqual([{ band: '0+', persons: smallTownInhabitants }]);
    expect(body.counts).toMatchObject({ blocks: 48, facilities: 3, facilitiesByCategory: { wzc: 1, ldc: 1, halte: 1 }, nuclei: 1, barriers: 1, crossings: 1, streets: 1 });
    expect(body.divisions).toEqual([{ id: 'wijken', name: 'wijken', areas: [{ id: 'Links', name: 'Links' }, { id: 'Rechts', name: 'Rechts' }] }]);
    expect(body.layers).toContain('division:wijken');
    const [west, south, east, north] = body.bounds as [number, number, number, number];
    expect([west, south, east, north].every(Number.isFinite)).toBe(true);
    // 3,200 m west to east and 2,400 m south to north near 51° N: about 0.0455° by 0.0216°.
    expect(east - west).toBeGreaterThan(0.045);
    expect(east - west).toBeLessThan(0.047);
    expect(north - south).toBeGreaterThan(0.0215);
    expect(north - south).toBeLessThan(0.023);
  });

  test('a municipality that was never imported is not found, and a hash that is none is refused', async () => {
    for (const path of ['', '/verdict', '/layers/blocks.geojson']) await api.fails('unknown-municipality', `/api/municipalities/${nothing}${path}`);
    const problem = await api.fails('invalid-request', '/api/municipalities/genk');
    expect(problem.place).toEqual({ field: 'hash' });
  });

  test('the verdict of the import is kept', async () => {
    const { body } = await api.get(`/api/municipalities/${hash}/verdict`);
    expect(body).toEqual(JSON.parse(smallDataset.verdict));
  });

  test('every layer is GeoJSON in degrees, and the map can find each thing by its id', async () => {
    const { body } = await api.get<MunicipalityReply>(`/api/municipalities/${hash}`);
    for (const layer of body.layers) {
      const { headers, body: geojson } = await api.get<BlockLayer>(`/api/municipalities/${hash}/layers/${encodeURIComponent(layer)}.geojson`);
      expect(headers.get('content-type')).toMatch(/^application\/geo\+json/);
      expect(geojson.features.length, layer).toBeGreaterThan(0);
      expect(JSON.stringify(geojson)).not.toMatch(/\b(7[12]|68)\d{4}\b/); // no Lambert metres
    }
    const { body: blocks } = await api.get<BlockLayer>(`/api/municipalities/${hash}/layers/blocks.geojson`);
    expect(blocks.features.map(({ id }) => id)).toEqual(smallTown.blocks.map(({ id }) => id));
    expect(blocks.features.reduce((sum, { properties }) => sum + properties.inhabitants, 0)).toBe(smallTownInhabitants);
    const { body: nuclei } = await api.get<GivenNucleusLayer>(`/api/municipalities/${hash}/layers/kernen.geojson`);
    expect(nuclei.features.map(({ geometry }) => geometry.type)).toEqual(['Point', 'MultiPolygon']);
  });

  test('the ground is every layer a map begins with, in one', async () => {
    const { body: ground } = await api.get<GroundLayer>(`/api/municipalities/${hash}/layers/ground.geojson`);
    for (const part of ['boundary', 'green', 'water', 'streets', 'barriers', 'crossings'] as const) {
      const { body: alone } = await api.get<GroundLayer>(`/api/municipalities/${hash}/layers/${part}.geojson`);
      const inGround = ground.features.filter(({ properties }) => properties.part === part);
      expect(inGround.map(({ geometry }) => geometry), part).toEqual(alone.features.map(({ geometry }) => geometry));
      expect(inGround.map(({ properties: { part: _, ...facts } }) => facts), part).toEqual(alone.features.map(({ properties }) => properties));
    }
  });

  test('the layer of addresses does not say who lives there', async () => {
    const { body } = await api.get<AddressLayer>(`/api/municipalities/${hash}/layers/addresses.geojson`);
    expect(body.features).toHaveLength(smallTown.addresses.ids.length);
    expect(Object.keys(body.features[0]?.properties ?? {}).sort()).toEqual(['block', 'dwellings', 'id', 'number', 'street']);
  });

  test('a layer that is not there is refused with those that are', async () => {
    const problem = await api.fails('unknown-layer', `/api/municipalities/${hash}/layers/persons.geojson`);
    expect(problem.facts['layers']).toContain('blocks');
    await api.fails('unknown-layer', `/api/municipalities/${hash}/layers/division%3Asectoren.geojson`);
    await api.fails('unknown-layer', `/api/municipalities/${hash}/layers/constructor.geojson`);
  });

  test('what a browser has already is not sent again', async () => {
    const layer = `/api/municipalities/${hash}/layers/blocks.geojson`;
    for (const path of [layer, '/api/municipalities', '/api/norms/vlaanderen', '/api/openapi.json']) {
      const first = await rawRequest(api.url, { path });
      expect(first.status).toBe(200);
      const etag = first.headers.etag ?? '';
      expect(etag).toMatch(/^"[^"]+"$/); // strong
      const again = await rawRequest(api.url, { path, headers: { 'If-None-Match': etag } });
      expect(again).toMatchObject({ status: 304, body: '' });
    }
    expect((await rawRequest(api.url, { path: layer })).headers['cache-control']).toBe('private, no-cache');
    expect((await rawRequest(api.url, { path: `${layer}?v=${layerRevision}` })).headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect((await rawRequest(api.url, { path: `${layer}?v=0` })).headers['cache-control']).toBe('private, no-cache');
  });

  test('large layers go compressed', async () => {
    const response = await fetch(`${api.url}/api/municipalities/${hash}/layers/addresses.geojson`, { headers: { 'Accept-Encoding': 'gzip' } });
    await response.arrayBuffer();
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });
});
