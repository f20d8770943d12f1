import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeMunicipality } from '../../packages/core/src/model/index.ts';
import { buildStreetGraph, encodeStreetGraph } from '../../packages/core/src/network/index.ts';
import { paperX, paperY } from '../../packages/core/src/zoning/paper-town.ts';
import type { AcceptedJob, MunicipalityReply, PlanReply, SitingReply, Travel } from '../../packages/api/src/schemas.ts';
import { sketchStreets } from '../street-sketch.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { datasetOf, smallDataset, smallTown } from './small-town.ts';
import { engines } from './temporary-store.ts';

/* The small town with a street along every border between its blocks of 400 m: a grid of 9 by 7 junctions. */
const nodes = Object.fromEntries(Array.from({ length: 63 }, (_, i) => [`${i % 9}-${Math.floor(i / 9)}`, [paperX + 400 * (i % 9), paperY + 400 * Math.floor(i / 9)] as const]));
const rows = Array.from({ length: 7 }, (_, row) => ({ over: Array.from({ length: 9 }, (__, column) => `${column}-${row}`).join(' '), name: `Rij ${row}` }));
const columns = Array.from({ length: 9 }, (_, column) => ({ over: Array.from({ length: 7 }, (__, row) => `${column}-${row}`).join(' '), name: `Kolom ${column}` }));
const built = buildStreetGraph(sketchStreets(nodes, [...rows, ...columns]));
if (!built.ok) throw new Error(built.error.code);
const dataset = datasetOf({ ...smallTown, barriers: [], streets: new Uint8Array(encodeStreetGraph(built.value)) });
const { hash } = dataset;
const withRailway = datasetOf({ ...smallTown, streets: new Uint8Array(encodeStreetGraph(built.value)) });

const engine = engines[0]!;

describe('reach', () => {
  let api: RunningApi;
  let plan: PlanReply;
  let withoutStreets: PlanReply;
  beforeAll(async () => {
    api = await runApi(engine);
    await api.services.store.addDataset(dataset);
    await api.services.store.addDataset(withRailway);
    plan = (await api.post<PlanReply>('/api/plans', { dataset: hash, name: 'Straten', from: 'empty' })).body;
    withoutStreets = await api.newPlan('empty');
  });
  afterAll(() => api.close());

  const question = { destination: 'wzc', profile: 'lopen-planning', limit: { metres: 800 } };

  test('the profiles name the source of each pace', async () => {
    const { body } = await api.get<Travel>('/api/travel');
    const pace = Object.fromEntries(body.profiles.map(({ id, speed }) => [id, speed.value]));
    expect(pace).toMatchObject({ 'lopen-volwassene': 1.33, 'lopen-65plus': 0.8, 'lopen-75plus': 0.75, 'lopen-85plus': 0.71, 'lopen-planning': 0.83 });
    expect(body.profiles.every(({ speed }) => speed.source !== '')).toBe(true);
  });

  test('the browser gets the dataset as it is kept', async () => {
    const reply = await fetch(`${api.url}/api/municipalities/${hash}/dataset`);
    expect(reply.headers.get('content-type')).toMatch(/^application\/octet-stream/);
    const decoded = decodeMunicipality(new Uint8Array(await reply.arrayBuffer()));
    expect(decoded.ok && decoded.value.streets?.length).toBe(built.value.edgeFrom.length > 0 && encodeStreetGraph(built.value).byteLength);
  });

  test('the municipality says how its streets hang together and which barriers can be crossed; nothing without streets', async () => {
    // The grid has 7 streets of 3,200 m and 9 of 2,400 m: 44 km in 7 × 8 + 9 × 6 = 110 stretches. Its four corners are bends of
    // two streets of different names. The railway runs along the street at column 4 from end to end; its one crossing was given.
    const streets = async (hash: string) => (await api.get<MunicipalityReply>(`/api/municipalities/${hash}`)).body.streets;
    const countedByHand = { junctions: 63, stretches: 110, kilometres: 44, parts: 1, largestPartShare: 1, deadEnds: 0 };
    expect(await streets(hash)).toEqual({ ...countedByHand, crossingsByKind: {} });
    expect(await streets(withRailway.hash)).toEqual({ ...countedByHand, crossingsByKind: { spoorweg: 1 } });
    expect(await streets(smallDataset.hash)).toBeNull();
  });

  test('coverage along streets: everybody is somewhere, and the parts add up', async () => {
    const { body } = await api.post<{ basis: { method: string }; all: { within: number; persons: number; byReason: { persons: number }[] }; classes: number[] }>(`/api/plans/${plan.id}/reach`, question);
    expect(body.basis.method).toBe('measured');
    expect(body.classes).toHaveLength(smallTown.addresses.ids.length);
    expect(body.all.byReason.reduce((sum, { persons }) => sum + persons, 0)).toBe(body.all.persons);
    expect(body.all.within).toBeGreaterThan(0);
  });

  test('without streets the answer says that lines are straight', async () => {
    const { body } = await api.post<{ basis: { method: string; detourFactor: number } }>(`/api/plans/${withoutStreets.id}/reach`, question);
    expect(body.basis).toMatchObject({ method: 'straight-line', detourFactor: 1.22 });
    await api.failsToPost('no-streets-for-area', `/api/plans/${withoutStreets.id}/reach/area`, { ...question, facility: 'f1' });
    await api.failsToPost('streets-needed', `/api/plans/${withoutStreets.id}/reach/supply`, question);
  });

  test('why, the area and the unreached streets of one question', async () => {
    const address = smallTown.addresses.ids[0]!;
    const { body: why } = await api.post<{ streets: { metres: number }[]; cost: number | null; connectors: { address: number; facility: number } | null }>(`/api/plans/${plan.id}/reach/why`, { ...question, address });
    // Both connectors and the streets between make the whole way, to the rounding of each stretch.
    const whole = why.streets.reduce((sum, { metres }) => sum + metres, (why.connectors?.address ?? 0) + (why.connectors?.facility ?? 0));
    expect(why.cost === null || Math.abs(why.cost - whole) < 0.01).toBe(true);
    const { body: area } = await api.post<{ lines: unknown[] }[]>(`/api/plans/${plan.id}/reach/area`, { ...question, facility: 'f1' });
    expect(area).toHaveLength(4);
    const { body: streets } = await api.post<{ persons: number }[]>(`/api/plans/${plan.id}/reach/streets`, question);
    expect(streets.every(({ persons }, i) => i === 0 || persons <= streets[i - 1]!.persons)).toBe(true);
    await api.failsToPost('address-not-found', `/api/plans/${plan.id}/reach/why`, { ...question, address: 'nergens' });
    await api.failsToPost('facility-not-found', `/api/plans/${plan.id}/reach/area`, { ...question, facility: 'nergens' });
  });

  test('a bridge changes nothing for the worse, and says who gains', async () => {
    const scenario = { paths: [[[paperX, paperY], [paperX + 3200, paperY + 2400]]], closedCrossings: [] };
    const { body } = await api.post<{ change: { addresses: number[]; persons: number[] } | null }>(`/api/plans/${plan.id}/reach`, { ...question, scenario });
    expect(body.change?.persons[1]).toBe(0);
    expect(body.change?.addresses).toHaveLength(smallTown.addresses.ids.length);
    await api.failsToPost('path-joins-no-street', `/api/plans/${plan.id}/reach`, { ...question, scenario: { paths: [[[0, 0], [1, 1]]] } });
  });

  test('supply per person, and the way of daily life', async () => {
    const { body } = await api.post<{ supply: number; perPerson: number[] }>(`/api/plans/${plan.id}/reach/supply`, { ...question, method: 'two-step', decay: { kind: 'none' } });
    expect(body.supply).toBe(60);
    const { body: daily } = await api.post<{ categories: string[]; missing: (string | null)[] }>(`/api/plans/${plan.id}/reach/daily`, question);
    // The small town has none of the shops of daily life.
    expect(daily.missing.every((missing) => missing === daily.categories[0])).toBe(true);
  });

  test('every kind at once, in threads: the same as one by one', async () => {
    const { body } = await api.post<AcceptedJob>(`/api/plans/${plan.id}/coverages`, { profile: question.profile, limit: question.limit });
    const job = await api.ended(body.job);
    if (job.kind !== 'cover' || job.result === undefined) throw new Error(JSON.stringify(job));
    expect(job.result.map(({ category, facilities }) => [category, facilities])).toEqual([['wzc', 1], ['ldc', 1], ['halte', 1]]);
    const { body: one } = await api.post<{ all: { within: number; persons: number } }>(`/api/plans/${plan.id}/reach`, question);
    expect(job.result[0]!.coverage.all).toMatchObject({ within: one.all.within, persons: one.all.persons });
  });

  test('a search for places runs as a job and tells what is proven', async () => {
    const { body } = await api.post<AcceptedJob>(`/api/plans/${plan.id}/sitings`, { ...question, model: 'most-covered', newSites: 2 });
    const job = await api.ended(body.job);
    expect(job).toMatchObject({ kind: 'site', state: 'done', result: { model: 'most-covered', proven: true } satisfies Partial<SitingReply> });
    const { body: refused } = await api.post<AcceptedJob>(`/api/plans/${plan.id}/sitings`, { ...question, destination: 'ldc', model: 'with-capacity', newSites: 1 });
    expect(await api.ended(refused.job)).toMatchObject({ state: 'failed', problem: { code: 'siting-refused' } });
  });

  test('a plan may say itself how fast somebody goes; the answer follows, undo takes it back, and nonsense is refused', async () => {
    const own = (await api.post<PlanReply>('/api/plans', { dataset: hash, name: 'Eigen tempo', from: 'empty' })).body;
    const within = async () => (await api.post<{ all: { within: number } }>(`/api/plans/${own.id}/reach`, { ...question, profile: 'lopen-85plus', limit: { seconds: 600 } })).body.all.within;
    const usual = await within();
    const choose = (metresPerSecond: number) => ({ kind: 'choose-travel-profile', profile: 'lopen-85plus', own: { metresPerSecond, avoidsSteps: true, avoidsHighKerbs: false, slopes: [] } });
    const changed = await api.post<PlanReply>(`/api/plans/${own.id}/edits`, { version: 0, edits: [choose(2)] });
    expect(changed.body.plan.travel).toMatchObject([{ profile: 'lopen-85plus', metresPerSecond: 2 }]);
    expect(await within()).toBeGreaterThan(usual);
    await api.failsToPost('travel-profile-unfit', `/api/plans/${own.id}/edits`, { version: 1, edits: [choose(0)] });
    await api.post(`/api/plans/${own.id}/undo`, { version: 1 });
    expect(await within()).toBe(usual);
  });

  test('a limit of 0 and a kind of which there is none are answers, without a number that is none', async () => {
    for (const asked of [{ ...question, limit: { metres: 0 } }, { ...question, destination: 'horeca' }, { ...question, destination: 'zorgkruispunt', profile: 'zorgteam-auto', limit: { seconds: 0 } }]) {
      const { body } = await api.post<{ all: { persons: number; byReason: { persons: number }[] }; cost: (number | null)[] }>(`/api/plans/${plan.id}/reach`, asked);
      expect(body.all.byReason.reduce((sum, { persons }) => sum + persons, 0)).toBe(body.all.persons);
      expect(body.cost).toHaveLength(smallTown.addresses.ids.length);
      expect(JSON.stringify(body)).not.toContain('429496');
    }
  });

  test('what cannot be asked is refused by name', async () => {
    await api.failsToPost('unknown-travel-profile', `/api/plans/${plan.id}/reach`, { ...question, profile: 'vliegen' });
    await api.failsToPost('limit-not-usable', `/api/plans/${plan.id}/reach`, { ...question, limit: { metres: -1 } });
    await api.failsToPost('speed-not-usable', `/api/plans/${plan.id}/reach`, { ...question, metresPerSecond: 0 });
    await api.failsToPost('limit-in-metres', `/api/plans/${plan.id}/reach`, { ...question, profile: 'zorgteam-auto' });
    await api.failsToPost('unknown-crossing', `/api/plans/${plan.id}/reach`, { ...question, scenario: { paths: [], closedCrossings: ['nergens'] } });
    await api.failsToPost('invalid-request', `/api/plans/${plan.id}/reach`, { ...question, destination: 'zwembad' });
  });
});
