import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edit } from '../../packages/core/src/edit/index.ts';
import { toLambert2008 } from '../../packages/core/src/geo/index.ts';
import type { Plan } from '../../packages/core/src/model/index.ts';
import type { PlanAnalysis } from '../../packages/core/src/needs/index.ts';
import { usualSettings, type PlanCriteria } from '../../packages/core/src/zoning/index.ts';
import type { CircleLayer, NucleusLayer, PlanLog, PlanReply, PlanSummary, ZoneLayer } from '../../packages/api/src/schemas.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { smallDataset, smallTown, smallTownInhabitants } from './small-town.ts';
import { engines } from './temporary-store.ts';

const railwayX = smallTown.barriers[0]!.line[0]!;
const unknownPlan = '00000000-0000-4000-8000-000000000000';

describe.each(engines)('plans on %s', (engine) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await runApi(engine);
  });
  afterAll(() => api.close());

  const edit = async (plan: PlanReply, ...edits: Edit[]): Promise<PlanReply> =>
    (await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version: plan.version, edits })).body;

  describe('a plan of the engine', () => {
    let plan: PlanReply;
    beforeAll(async () => {
      plan = await api.newPlan('engine');
    });

    test('begins as one edit that can be undone', () => {
      expect(plan.version).toBe(1);
      expect(plan.canUndo).toBe(true);
      expect(plan.undoLabel?.nl).toBe(`Ongedaan maken: indeling met ${plan.plan.zones.length} zones overgenomen`);
      expect(plan.plan.normSet).toBe('vlaanderen');
      expect(plan.plan.delineation).toEqual(usualSettings(smallTown));
      expect(Object.keys(plan.plan.zoneOfBlock)).toHaveLength(48);
    });

    test('its zones hold everybody, each within 6,000 to 12,000', async () => {
      const { body: criteria } = await api.get<PlanCriteria>(`/api/plans/${plan.id}/zones`);
      expect(criteria.zones.map(({ zone }) => zone)).toEqual(plan.plan.zones.map(({ id }) => id));
      expect(criteria.zones.map(({ inhabitants }) => inhabitants.verdict)).toEqual(plan.plan.zones.map(() => 'met'));
      expect(criteria.zones.reduce((sum, { inhabitants }) => sum + inhabitants.inhabitants, 0)).toBe(smallTownInhabitants);
      expect(criteria.settings.wijken).toBe('wijken');
      expect(criteria.unassignedBlocks).toEqual([]);
    });

    test('table and map show the same inhabitants', async () => {
      const { body: criteria } = await api.get<PlanCriteria>(`/api/plans/${plan.id}/zones`);
      const { body: zones } = await api.get<ZoneLayer>(`/api/plans/${plan.id}/zones.geojson`);
      const { body: analysis } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`);
      const figures = criteria.zones.map(({ zone, inhabitants }) => [zone, inhabitants.inhabitants]);
      expect(zones.features.map(({ id, properties }) => [id, properties.inhabitants])).toEqual(figures);
      expect(analysis.zones.map(({ zone, inhabitants }) => [zone, inhabitants.count.kind === 'known' ? inhabitants.count.value : null])).toEqual(figures);
      expect(zones.features.every(({ geometry }) => geometry.coordinates.length === 1)).toBe(true);
    });

    test('its kernen lie in its zones, each with a circle that stops at the railway', async () => {
      const { body: nuclei } = await api.get<NucleusLayer>(`/api/plans/${plan.id}/kernen.geojson`);
      const { body: circles } = await api.get<CircleLayer>(`/api/plans/${plan.id}/circles.geojson`);
      expect(nuclei.features.length).toBeGreaterThan(0);
      const ids = plan.plan.zones.map(({ id }) => id);
      for (const { properties } of nuclei.features) expect(ids).toContain(properties.zone);
      expect(circles.features.map(({ id }) => id)).toEqual(nuclei.features.map(({ id }) => id));
      for (const [i, { geometry, properties }] of circles.features.entries()) {
        const side = Math.sign(nuclei.features[i]!.properties.x - railwayX);
        const corners = toLambert2008('EPSG:4326', Float64Array.from(geometry.coordinates[0]![0]!.flat()));
        // Seven decimals of a degree are a centimetre.
        for (let corner = 0; corner < corners.length; corner += 2) expect((corners[corner]! - railwayX) * side).toBeGreaterThan(-0.02);
        expect(properties.within).toBeGreaterThan(0);
      }
    });

    test('stands in the list, the one changed last first', async () => {
      const younger = await api.newPlan('empty');
      await edit(plan, { kind: 'rename-plan', name: 'Weer de jongste' });
      const { body } = await api.get<PlanSummary[]>('/api/plans');
      expect(body.slice(0, 2)).toMatchObject([
        { id: plan.id, name: 'Weer de jongste', municipality: 'Papierstad', version: 2, zones: plan.plan.zones.length },
        { id: younger.id, name: 'Proef', zones: 0, version: 0 },
      ]);
    });
  });

  test('an empty plan has nothing to undo', async () => {
    const plan = await api.newPlan('empty');
    expect(plan).toMatchObject({ version: 0, canUndo: false, canRedo: false, undoLabel: null, redoLabel: null });
    await api.failsToPost('nothing-to-undo', `/api/plans/${plan.id}/undo`, { version: 0 });
    await api.failsToPost('nothing-to-redo', `/api/plans/${plan.id}/redo`, { version: 0 });
    const { body: criteria } = await api.get<PlanCriteria>(`/api/plans/${plan.id}/zones`);
    expect(criteria.unassignedInhabitants).toBe(smallTownInhabitants);
    const { body: zones } = await api.get<ZoneLayer>(`/api/plans/${plan.id}/zones.geojson`);
    expect(zones.features).toEqual([]);
    await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`);
  });

  test('a plan from a division has a zone for each area, under its name', async () => {
    const plan = await api.newPlan('division:wijken');
    expect(plan.plan.zones.map(({ name }) => name)).toEqual(['Links', 'Rechts']);
    // Links is columns 0 to 3: 6 × 250 + 18 × 535; Rechts columns 4 to 7: 24 × 535.
    const { body: zones } = await api.get<ZoneLayer>(`/api/plans/${plan.id}/zones.geojson`);
    expect(zones.features.map(({ properties }) => properties.inhabitants)).toEqual([6 * 250 + 18 * 535, 24 * 535]);
  });

  test('what a plan is made from must be there', async () => {
    const body = { dataset: smallDataset.hash, name: 'x', from: 'division:stadsdelen' };
    const problem = await api.failsToPost('unknown-division', '/api/plans', body);
    expect(problem.facts).toEqual({ division: 'stadsdelen', divisions: ['wijken'] });
    await api.failsToPost('unknown-municipality', '/api/plans', { ...body, dataset: '0'.repeat(64) });
    await api.failsToPost('unknown-norm-set', '/api/plans', { ...body, from: 'empty', normSet: 'mars' });
    await api.failsToPost('invalid-request', '/api/plans', { ...body, from: 'magie' });
    await api.failsToPost('invalid-request', '/api/plans', { ...body, from: 'empty', name: '   ' });
    for (const path of ['', '/log', '/zones', '/zones.geojson', '/kernen.geojson', '/circles.geojson', '/analysis']) {
      await api.fails('unknown-plan', `/api/plans/${unknownPlan}${path}`);
    }
    await api.failsToPost('unknown-plan', `/api/plans/${unknownPlan}/edits`, { version: 0, edits: [{ kind: 'rename-plan', name: 'x' }] });
  });

  test('one gesture is one line in the log and one step of undo, however many edits it holds', async () => {
    const empty = await api.newPlan('empty');
    const drawn = await edit(empty, { kind: 'add-zone', zone: { id: 'n', name: 'Noord' }, at: null }, { kind: 'assign-blocks', blocks: ['0-0', '0-1'], zone: 'n' });
    expect(drawn).toMatchObject({ version: 1, plan: { zones: [{ id: 'n', name: 'Noord', locked: false }], zoneOfBlock: { '0-0': 'n', '0-1': 'n' } } });

    const { body: undone } = await api.post<PlanReply>(`/api/plans/${empty.id}/undo`, { version: 1 });
    expect(undone).toMatchObject({ version: 2, canUndo: false, canRedo: true, plan: { zones: [], zoneOfBlock: {} } });
    const { body: redone } = await api.post<PlanReply>(`/api/plans/${empty.id}/redo`, { version: 2 });
    expect(redone.plan).toEqual(drawn.plan);

    const { body: log } = await api.get<PlanLog>(`/api/plans/${empty.id}/log`);
    expect(log.version).toBe(3);
    expect(log.lines.map(({ version, entry }) => [version, entry.kind])).toEqual([[1, 'edits'], [2, 'undo'], [3, 'redo']]);
    expect(new Set(log.lines.map(({ label }) => label.nl)).size).toBe(1);
  });

  test('an edit that changes nothing adds no line', async () => {
    const plan = await api.newPlan('empty');
    const same = await edit(plan, { kind: 'rename-plan', name: 'Proef' });
    expect(same).toEqual(plan);
  });

  test('each thing an edit can be refused for has its own code, and leaves the plan as it was', async () => {
    let plan = await api.newPlan('division:wijken');
    plan = await edit(plan, { kind: 'lock-zone', zone: 'zone-1' });
    const refusals: readonly (readonly [Parameters<RunningApi['fails']>[0], Edit])[] = [
      ['unknown-zone', { kind: 'assign-blocks', blocks: ['0-0'], zone: 'zuid' }],
      ['unknown-block', { kind: 'assign-blocks', blocks: ['9-9'], zone: 'zone-2' }],
      ['zone-locked', { kind: 'remove-zone', zone: 'zone-1' }],
      ['zone-id-taken', { kind: 'add-zone', zone: { id: 'zone-2', name: 'Nieuw' }, at: null }],
      ['zone-name-taken', { kind: 'name-zone', zone: 'zone-2', name: 'Links' }],
      ['position-outside', { kind: 'add-zone', zone: { id: 'z', name: 'Z' }, at: 7 }],
      ['merge-with-itself', { kind: 'merge-zones', from: 'zone-2', into: 'zone-2' }],
      ['unknown-norm-set', { kind: 'choose-norm-set', normSet: 'mars' }],
    ];
    for (const [code, refused] of refusals) {
      await api.failsToPost(code, `/api/plans/${plan.id}/edits`, { version: plan.version, edits: [{ kind: 'rename-plan', name: 'mee geweigerd' }, refused] });
    }
    expect((await api.get<PlanReply>(`/api/plans/${plan.id}`)).body).toEqual(plan);
  });

  test('a write on an old version is refused with both versions', async () => {
    const plan = await api.newPlan('empty');
    await edit(plan, { kind: 'rename-plan', name: 'Eerst' });
    for (const [path, body] of [['edits', { edits: [{ kind: 'rename-plan', name: 'Te laat' }] }], ['undo', {}], ['redo', {}]] as const) {
      const problem = await api.failsToPost('version-conflict', `/api/plans/${plan.id}/${path}`, { version: 0, ...body });
      expect(problem.facts).toEqual({ yours: 0, current: 1 });
      expect(problem.detail).toContain('versie 0');
      expect(problem.detail).toContain('versie 1');
    }
    await api.failsToPost('version-conflict', `/api/plans/${plan.id}/edits`, { version: 5, edits: [{ kind: 'rename-plan', name: 'Te vroeg' }] });
  });

  test('a write that is sent again because its answer was lost is kept once, and whoever wrote since is heard', async () => {
    const plan = await api.newPlan('division:wijken');
    const gesture = randomUUID();
    const write = { version: 1, gesture, by: 'An', edits: [{ kind: 'name-zone', zone: 'zone-1', name: 'Noord' }] };
    const { body: first } = await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, write);
    const { body: again } = await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, write);
    expect(again).toEqual(first);
    await edit(first, { kind: 'name-zone', zone: 'zone-2', name: 'Zuid' });
    const { body: later } = await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, write);
    expect(later).toMatchObject({ version: 3, plan: { zones: [{ name: 'Noord' }, { name: 'Zuid' }] } });
    // An undo that is sent twice takes back one gesture, not two.
    const back = { version: 3, gesture: randomUUID() };
    await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, back);
    const { body: undone } = await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, back);
    expect(undone).toMatchObject({ version: 4, plan: { zones: [{ name: 'Noord' }, { name: 'Rechts' }] } });
    await api.failsToPost('version-conflict', `/api/plans/${plan.id}/undo`, { version: 3, gesture: randomUUID() });
    const { body: log } = await api.get<PlanLog>(`/api/plans/${plan.id}/log`);
    expect(log.lines.map(({ by }) => by)).toEqual([undefined, 'An', undefined, undefined]);
    // By its name a sender sees whether a gesture that got no answer was kept.
    expect(log.lines.map(({ gesture }) => gesture)).toEqual([undefined, write.gesture, undefined, back.gesture]);
  });

  test('going back several steps appends a line for each, or none when there are not so many', async () => {
    let plan = await api.newPlan('empty');
    for (const name of ['een', 'twee', 'drie']) plan = await edit(plan, { kind: 'rename-plan', name });
    await api.failsToPost('nothing-to-undo', `/api/plans/${plan.id}/undo`, { version: 3, steps: 4 });
    const { body: back } = await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, { version: 3, steps: 2 });
    expect(back).toMatchObject({ version: 5, plan: { name: 'een' } });
    const { body: forth } = await api.post<PlanReply>(`/api/plans/${plan.id}/redo`, { version: 5, steps: 2 });
    expect(forth).toMatchObject({ version: 7, plan: { name: 'drie' }, canRedo: false });
  });

  test('a copy has the log up to a version, its own name, and says what it was made of', async () => {
    let plan = await api.newPlan('division:wijken');
    plan = await edit(plan, { kind: 'name-zone', zone: 'zone-1', name: 'Noord' });
    plan = await edit(plan, { kind: 'remove-zone', zone: 'zone-2' });
    const { body: copy } = await api.post<PlanReply>(`/api/plans/${plan.id}/copies`, { name: 'Mijn versie', version: 2 });
    expect(copy).toMatchObject({ version: 2, origin: { plan: plan.id, name: 'Proef', version: 2 }, plan: { name: 'Mijn versie', zones: [{ name: 'Noord' }, { name: 'Rechts' }] } });
    const { body: whole } = await api.post<PlanReply>(`/api/plans/${plan.id}/copies`, { name: 'Proef' });
    expect(whole).toMatchObject({ version: 3, origin: { version: 3 }, plan: plan.plan });
    // Undo goes back through what was taken over, and the plan it came from stays as it is.
    const { body: undone } = await api.post<PlanReply>(`/api/plans/${copy.id}/undo`, { version: 2 });
    expect(undone.plan).toMatchObject({ name: 'Mijn versie', zones: [{ name: 'Links' }, { name: 'Rechts' }] });
    // Where the log names the plan, the name of the copy is a line of its own.
    const renamed = await edit(plan, { kind: 'rename-plan', name: 'Hernoemd' });
    const { body: other } = await api.post<PlanReply>(`/api/plans/${plan.id}/copies`, { name: 'Nog een' });
    expect(other).toMatchObject({ version: 5, origin: { name: 'Hernoemd', version: 4 }, plan: { name: 'Nog een' } });
    expect((await api.get<PlanReply>(`/api/plans/${plan.id}`)).body).toEqual(renamed);
    const { body: list } = await api.get<PlanSummary[]>('/api/plans');
    expect(list.find(({ id }) => id === copy.id)?.origin).toEqual({ plan: plan.id, name: 'Proef', version: 2 });
    await api.failsToPost('version-conflict', `/api/plans/${plan.id}/copies`, { name: 'Te vroeg', version: 9 });
    await api.failsToPost('unknown-plan', `/api/plans/${unknownPlan}/copies`, { name: 'x' });
  });

  test('of twenty edits at once exactly one is kept for each version', async () => {
    const plan = await api.newPlan('empty');
    for (let version = 0; version < 3; version++) {
      const statuses = await Promise.all(Array.from({ length: 20 }, async (_, i) => {
        const response = await fetch(`${api.url}/api/plans/${plan.id}/edits`, {
          method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ version, edits: [{ kind: 'rename-plan', name: `Poging ${version}.${i}` }] }),
        });
        await response.arrayBuffer();
        return response.status;
      }));
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    }
    const { body: log } = await api.get<PlanLog>(`/api/plans/${plan.id}/log`);
    expect(log.lines).toHaveLength(3);
  });

  test('what another process wrote is seen at once', async () => {
    const plan = await api.newPlan('empty');
    const after = { ...plan.plan, name: 'Van elders' } as unknown as Plan;
    const entry = { kind: 'edits', edits: [{ kind: 'rename-plan', name: 'Van elders' }] } as const;
    await api.services.store.append({ plan: plan.id, version: 0, lines: [{ at: '2026-03-01T00:00:00.000Z', entry }], after });
    const { body } = await api.get<PlanReply>(`/api/plans/${plan.id}`);
    expect(body).toMatchObject({ version: 1, plan: { name: 'Van elders' } });
  });
});
