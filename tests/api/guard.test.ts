import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../packages/api/src/server.ts';
import { startSentence } from '../../packages/core/src/report/index.ts';
import { rawRequest } from './raw-request.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { smallDataset } from './small-town.ts';

describe('the door of the server', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await runApi('sqlite', { limits: { jsonBytes: 10_000 } });
  });
  afterAll(() => api.close());

  const codeOf = (body: string): unknown => (JSON.parse(body) as { readonly code: unknown }).code;

  test('listens on this machine only while there are no accounts', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.20', 'gemeente.example']) {
      const refused = await startServer(api.services, { host, port: 0 }, '/nowhere');
      expect(refused).toEqual({ ok: false, error: { code: 'host-not-loopback', host } });
      expect(startSentence({ code: 'host-not-loopback', host }, 'nl')).toMatch(new RegExp(`luistert niet op ${host}.*Gebruik 127\\.0\\.0\\.1 of localhost\\.$`));
    }
    const onIpv6 = await startServer(api.services, { host: '::1', port: 0 }, '/nowhere');
    if (onIpv6.ok) {
      expect(onIpv6.value.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
      await onIpv6.value.close();
    }
  });

  test('says that a port is taken', async () => {
    const port = Number(new URL(api.url).port);
    expect(await startServer(api.services, { host: '127.0.0.1', port }, '/nowhere')).toEqual({ ok: false, error: { code: 'port-taken', port } });
  });

  test('answers to its own name only, so that no website can read it from a browser', async () => {
    const { port } = new URL(api.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, 'LOCALHOST']) {
      expect(await rawRequest(api.url, { path: '/api/health', headers: { host } })).toMatchObject({ status: 200 });
    }
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.1.20']) {
      const { status, body } = await rawRequest(api.url, { path: '/api/health', headers: { host } });
      expect(status, host).toBe(421);
      expect(codeOf(body)).toBe('foreign-host');
    }
    expect((await rawRequest(api.url, { path: '/', headers: { host: 'evil.example' } })).status).toBe(421);
  });

  test('takes no change that another website sends', async () => {
    const body = JSON.stringify({ dataset: smallDataset.hash, name: 'x', from: 'empty' });
    const send = (headers: Record<string, string>) => rawRequest(api.url, { path: '/api/plans', method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
      const { status, body: reply } = await send(headers);
      expect(status).toBe(403);
      expect(codeOf(reply)).toBe('foreign-origin');
    }
    expect((await send({ origin: api.url })).status).toBe(201);
    expect((await send({})).status).toBe(201);
  });

  test('sends the headers that keep a browser safe, on the API and on the web app', async () => {
    for (const path of ['/api/health', '/api/nothing', '/']) {
      const { headers } = await rawRequest(api.url, { path });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("img-src 'self' data: blob:");
      expect(policy).toContain("worker-src 'self'");
      expect(policy).toContain("style-src 'self' 'unsafe-inline'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('upgrade-insecure-requests');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('an address that is not there is a problem under /api and the web app elsewhere', async () => {
    await api.fails('unknown-address', '/api/gemeenten');
    await api.fails('unknown-address', '/api/health', { method: 'POST' });
    await api.fails('unknown-address', '/api/plans/%E0%A4%A');
    await api.fails('unknown-address', '/assets/missing.js');
    const page = await rawRequest(api.url, { path: '/plan/123/zones' });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.body).toContain('<div id=');
    for (const path of ['/..%2f..%2fpackage.json', '/../../package.json', '/%2e%2e/%2e%2e/package.json']) {
      expect((await rawRequest(api.url, { path })).body, path).not.toContain('"workspaces"');
    }
  });

  test('gives the page of witnesses under its own address, and code as the build compressed it', async () => {
    const assetsOf = async (path: string): Promise<readonly string[]> => [...(await rawRequest(api.url, { path })).body.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, file]) => file!);
    const [planner, witness] = [await assetsOf('/'), await assetsOf('/getuige')];
    expect(witness.filter((file) => file.includes('getuige'))).toHaveLength(1);
    expect(planner.filter((file) => file.includes('getuige'))).toEqual([]);
    const [path] = planner as [string];
    const plain = await fetch(api.url + path, { headers: { 'accept-encoding': 'identity' } });
    const packed = await fetch(api.url + path, { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    for (const { headers } of [plain, packed]) {
      expect(headers.get('content-type')).toMatch(/^text\/javascript/);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect(await packed.text()).toBe(await plain.text());
  });

  test('the page of a plan names what its map begins with, and that of no plan names nothing', async () => {
    const { id } = await api.newPlan('empty');
    const named = async (path: string): Promise<readonly string[]> => [...(await rawRequest(api.url, { path })).body.matchAll(/rel="preload" as="fetch"[^>]* href="([^"]+)"/g)].map(([, address]) => address!);
    const addresses = await named(`/?deur=afbakenen&plan=${id}`);
    expect(addresses).toHaveLength(6);
    for (const address of addresses) expect((await fetch(api.url + address)).status, address).toBe(200);
    for (const plan of ['00000000-0000-4000-8000-000000000000', '"><script>', '']) expect(await named(`/?deur=afbakenen&plan=${encodeURIComponent(plan)}`), plan).toEqual([]);
  });

  test('says what is wrong with a request, field by field', async () => {
    const problem = await api.failsToPost('invalid-request', '/api/plans', { dataset: 7, from: 'empty', kleur: 'rood' });
    expect(problem.facts['issues']).toEqual([
      { field: 'dataset', fault: 'wrong-type' }, { field: 'name', fault: 'missing' }, { field: 'kleur', fault: 'unknown-field' },
    ]);
    expect(problem.place).toEqual({ field: 'dataset' });
    expect(problem.detail).toBe('De aanvraag klopt niet: “dataset” is van de verkeerde soort; “name” ontbreekt; “kleur” is niet bekend.');
  });

  test('refuses bodies that are no JSON, of another kind, in another encoding, or too large', async () => {
    const json = { 'content-type': 'application/json' };
    const post = (body: BodyInit, headers: Record<string, string> = json): RequestInit => ({ method: 'POST', body, headers });
    await api.fails('invalid-json', '/api/plans', post('{"dataset": '));
    await api.fails('unsupported-media-type', '/api/plans', post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }));
    await api.fails('unsupported-media-type', '/api/plans', post('{}', { 'content-type': 'application/json; charset=windows-1252' }));
    await api.fails('unsupported-media-type', '/api/plans', post('{}', { ...json, 'content-encoding': 'zstandard' }));
    const large = await api.fails('body-too-large', '/api/plans', post(JSON.stringify({ name: 'x'.repeat(20_000) })));
    expect(large.facts).toEqual({ limitBytes: 10_000 });
    // A small body that unpacks to a large one.
    const bomb = await new Response(new Blob([`"${'x'.repeat(1_000_000)}"`]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
    await api.fails('body-too-large', '/api/plans', post(bomb, { ...json, 'content-encoding': 'gzip' }));
  });

  test('a fault of its own is a problem with a reference and no detail of the inside', async () => {
    const broken = await runApi('sqlite');
    await broken.services.store.close();
    const problem = await broken.fails('internal-error', '/api/plans');
    expect(problem.facts).toEqual({ reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    expect(JSON.stringify(problem)).not.toMatch(/driver|destroyed|\.ts/);
    await broken.close();
  });
});

test('too many requests in a minute are refused for a while', async () => {
  const api = await runApi('sqlite', { limits: { requestsPerMinute: 5, uploadsPerMinute: 1 } });
  for (let i = 0; i < 5; i++) await api.get('/api/health');
  const response = await fetch(`${api.url}/api/health`);
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  await response.arrayBuffer();
  await api.fails('too-many-requests', '/api/health');
  await api.close();

  const uploads = await runApi('sqlite', { limits: { uploadsPerMinute: 1 } });
  await uploads.fails('manifest-missing', '/api/municipalities', { method: 'POST', body: new FormData() });
  await uploads.fails('too-many-requests', '/api/municipalities', { method: 'POST', body: new FormData() });
  await uploads.get('/api/municipalities');
  await uploads.close();
});
