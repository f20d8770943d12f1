import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { delineateInThreads } from '../../packages/api/src/delineate-in-threads.ts';
import type { AcceptedJob, ComparisonReply, FinerBlocks, MunicipalityReply, NucleusLayer, PlanReply } from '../../packages/api/src/schemas.ts';
import { persons } from '../../packages/core/src/model/index.ts';
import {
  delineate, usualSettings, type Delineation, type MovesOfZone, type PlanCriteria,
} from '../../packages/core/src/zoning/index.ts';
import { paperTown } from '../../packages/core/src/zoning/paper-town.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { datasetOf, smallDataset, smallTownInhabitants } from './small-town.ts';

describe('zones over the API', { timeout: 60_000 }, () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runApi('sqlite');
  });
  afterAll(() => api.close());

  const proposed = async (body: object): Promise<Delineation> => {
    const { body: { job } } = await api.post<AcceptedJob>(`/api/municipalities/${smallDataset.hash}/delineations`, body);
    const ended = await api.ended(job);
    if (ended.kind !== 'delineate' || !ended.result) throw new Error(JSON.stringify(ended));
    expect(ended.progress.done).toBe(ended.progress.of);
    return ended.result as unknown as Delineation;
  };
  const edit = async (plan: PlanReply, ...edits: object[]): Promise<PlanReply> =>
    (await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version: plan.version, edits })).body;

  test('proposals come with the front over the number of zones, alternatives, and what is certain', async () => {
    const found = await proposed({ settings: { effort: 0.1 } });
    // 23,970 inhabitants: two zones of at most 12,000, three of at least 6,000.
    expect(found.certificates.counts).toEqual({ fewest: 2, most: 3 });
    expect(found.front.map(({ zones }) => zones.length)).toEqual([2, 3]);
    for (const proposal of [found, ...found.front, ...found.alternatives]) {
      expect(Object.keys(proposal.zoneOfBlock)).toHaveLength(48);
      expect(proposal.criteria.zones).toHaveLength(proposal.zones.length);
    }
  });

  test('a plan that adopts a proposal keeps its settings: its criteria speak of the same bounds', async () => {
    const found = await proposed({ settings: { effort: 0.1, inhabitants: { least: 5000, most: 9000 } } });
    const plan = await edit(await api.newPlan('empty'),
      { kind: 'adopt-zones', zones: found.zones.map(({ id, name }) => ({ id, name })), zoneOfBlock: found.zoneOfBlock },
      { kind: 'choose-delineation', settings: found.settings });
    expect(plan.plan.delineation).toEqual(found.settings);
    const { body: criteria } = await api.get<PlanCriteria>(`/api/plans/${plan.id}/zones`);
    expect(criteria.settings.inhabitants).toEqual({ least: 5000, most: 9000 });
    const { body: moves } = await api.get<readonly MovesOfZone[]>(`/api/plans/${plan.id}/moves`);
    expect(moves.map(({ zone }) => zone)).toEqual(plan.plan.zones.map(({ id }) => id));
  });

  test('locked zones of the plan stay in a new proposal', async () => {
    const first = await api.newPlan('engine');
    const [kept] = first.plan.zones;
    const plan = await edit(first, { kind: 'name-zone', zone: kept!.id, name: 'Vast' }, { kind: 'lock-zone', zone: kept!.id });
    const found = await proposed({ settings: { effort: 0.1, seed: 3 }, plan: plan.id });
    const before = Object.entries(plan.plan.zoneOfBlock).filter(([, zone]) => zone === kept!.id).map(([block]) => block);
    expect(found.zones.find(({ id }) => id === kept!.id)).toMatchObject({ name: 'Vast', blocks: before });
    await edit(plan, { kind: 'adopt-zones', zones: found.zones.map(({ id, name }) => ({ id, name })), zoneOfBlock: found.zoneOfBlock });
  });

  test('a plan beside an existing division: everybody counted once, and an unknown division is refused', async () => {
    const plan = await api.newPlan('division:wijken');
    const { body } = await api.get<ComparisonReply>(`/api/plans/${plan.id}/comparison/division:wijken`);
    expect(body.comparison.overlap.inhabitants.flat().reduce((sum, count) => sum + count, 0)).toBe(smallTownInhabitants);
    expect(body).toMatchObject({ comparison: { splitAreas: [], leftOut: 0, moves: [], overlap: { moved: 0, adjustedRand: 1, vMeasure: 1 } }, moved: { features: [] } });
    expect(body.areas.features.map(({ properties }) => properties.inhabitants)).toEqual([6 * 250 + 18 * 535, 24 * 535]);
    await api.fails('unknown-division', `/api/plans/${plan.id}/comparison/division:maan`);
    await api.fails('invalid-request', `/api/plans/${plan.id}/comparison/maan`);
  });

  test('a plan beside another plan: who moves from where to where, and the blocks that do', async () => {
    const plan = await api.newPlan('division:wijken');
    const copied = (await api.post<PlanReply>(`/api/plans/${plan.id}/copies`, { name: 'Anders' })).body;
    // Blocks 3-0 and 3-1 have 535 people each.
    const other = await edit(copied, { kind: 'assign-blocks', blocks: ['3-0', '3-1'], zone: 'zone-2' }, { kind: 'name-zone', zone: 'zone-1', name: 'West' });
    const { body } = await api.get<ComparisonReply>(`/api/plans/${plan.id}/comparison/plan:${other.id}`);
    expect(body).toMatchObject({ name: 'Anders', version: other.version });
    expect(body.comparison.moves).toMatchObject([{ from: 'zone-1', fromName: 'Links', to: 'zone-2', toName: 'Rechts', inhabitants: 2 * 535 }]);
    expect(body.moved.features.map(({ properties }) => properties)).toMatchObject([{ block: '3-0', from: 'zone-1', to: 'zone-2' }, { block: '3-1', from: 'zone-1', to: 'zone-2' }]);
    await api.fails('unknown-plan', `/api/plans/${plan.id}/comparison/plan:00000000-0000-4000-8000-000000000000`);
  });

  test('a plan beside what the engine proposes, as long as the server remembers it', async () => {
    const plan = await api.newPlan('division:wijken');
    const { body: { job } } = await api.post<AcceptedJob>(`/api/municipalities/${smallDataset.hash}/delineations`, { settings: { effort: 0.1, seed: 3 } });
    const done = await api.ended(job);
    if (done.kind !== 'delineate' || done.result === undefined) throw new Error('The engine proposes zones.');
    const { body } = await api.get<ComparisonReply>(`/api/plans/${plan.id}/comparison/proposal:${job}.0`);
    expect(body.areas.features.map(({ properties }) => [properties.id, properties.inhabitants])).toEqual(done.result.zones.map(({ id, inhabitants }) => [id, inhabitants]));
    await api.fails('unknown-job', `/api/plans/${plan.id}/comparison/proposal:${job}.999`);
  });

  test('kernen are added, named and dropped in the plan, and the map shows it', async () => {
    const plan = await api.newPlan('engine');
    const kernen = async (): Promise<NucleusLayer['features']> => (await api.get<NucleusLayer>(`/api/plans/${plan.id}/kernen.geojson`)).body.features;
    const found = await kernen();
    const { x, y } = found[0]!.properties;
    const named = await edit(plan, { kind: 'add-nucleus', nucleus: 'eigen', name: 'Plein', place: { x: x + 500, y } }, { kind: 'name-nucleus', nucleus: found[0]!.properties.id, name: 'Markt' });
    const now = await kernen();
    expect(now).toHaveLength(found.length + 1);
    expect(now.map(({ properties }) => [properties.name, properties.origin])).toEqual(expect.arrayContaining([['Plein', 'added'], ['Markt', 'found']]));
    await edit(named, { kind: 'drop-nucleus', nucleus: found[0]!.properties.id });
    expect(await kernen()).toHaveLength(found.length);
  });

  test('blocks that are too coarse become finer in a dataset of their own; fine ones stay as they are', async () => {
    const coarse = datasetOf(paperTown({ columns: 3, rows: 1, sizeMetres: 1000, inhabitants: () => 6000 }));
    await api.services.store.addDataset(coarse);
    const { body: finer } = await api.post<FinerBlocks>(`/api/municipalities/${coarse.hash}/finer-blocks`, {});
    expect(finer.hash).not.toBe(coarse.hash);
    const { body: town } = await api.get<MunicipalityReply>(`/api/municipalities/${finer.hash}`);
    expect([town.inhabitants, town.counts.blocks]).toEqual([18_000, finer.blocks]);
    expect((await api.post<FinerBlocks>(`/api/municipalities/${smallDataset.hash}/finer-blocks`, {})).body).toEqual({ hash: smallDataset.hash, known: true, blocks: 48 });
  });
});

test('starts spread over threads give the answer of one thread, to the byte', { timeout: 60_000 }, async () => {
  const town = paperTown({ columns: 21, rows: 20, sizeMetres: 300, inhabitants: (column, row) => 40 + ((column * 7 + row * 13) % 90) });
  const settings = { ...usualSettings(town), inhabitants: { least: persons(6000), most: persons(12_000) }, effort: 0.05 };
  const told: number[] = [];
  const inThreads = await delineateInThreads(town, settings, null, 2, (done, of) => told.push(done / of));
  expect(inThreads).toEqual(delineate(town, settings));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect([told[0], told.at(-1)]).toEqual([0, 1]);
});
