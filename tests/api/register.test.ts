import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Facility } from '../../packages/core/src/model/index.ts';
import { paperX, paperY } from '../../packages/core/src/zoning/paper-town.ts';
import type { PlanReply, Register } from '../../packages/api/src/schemas.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { smallDataset } from './small-town.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi('sqlite');
});
afterAll(() => api.close());

const added: Pick<Facility, 'id' | 'category' | 'name' | 'address' | 'capacity' | 'recognised' | 'functions' | 'opened' | 'closed' | 'x' | 'y'> = {
  id: 'plan:1', category: 'wzc', name: 'Voorziening f1', address: null, capacity: null, recognised: true, functions: [], opened: null, closed: null, x: paperX + 510, y: paperY + 500,
};

test('the register of a plan holds what was added and moved, proposes what may be one, and forgets nothing when merged', async () => {
  const { body: plan } = await api.post<PlanReply>('/api/plans', { dataset: smallDataset.hash, name: 'Register', from: 'division:wijken' });
  const register = async () => (await api.get<Register>(`/api/plans/${plan.id}/register`)).body;
  const before = await register();
  // f1 at 500, 500 lies in the second column of blocks, in the left wijk; f2 at 2500, 1500 in the seventh, in the right one.
  expect(before.facilities.features.map(({ properties: { id, zone, said } }) => [id, plan.plan.zones.find((one) => one.id === zone)?.name, said]))
    .toEqual([['f1', 'Links', 'as-given'], ['f2', 'Rechts', 'as-given'], ['f3', 'Links', 'as-given']]);
  expect(before.waiting).toEqual([]);
  expect(before.duplicates).toEqual([]);

  await api.post(`/api/plans/${plan.id}/edits`, { version: plan.version, edits: [{ kind: 'add-facility', facility: added }, { kind: 'move-facility', facility: 'f3', x: paperX + 2500, y: paperY + 100 }] });
  const after = await register();
  expect(after.facilities.features.map(({ properties: { id, said, source } }) => [id, said, source]))
    .toEqual([['f1', 'as-given', 'Ruitjespapier'], ['f2', 'as-given', 'Ruitjespapier'], ['f3', 'changed', 'Ruitjespapier'], ['plan:1', 'added', null]]);
  expect(after.facilities.features[2]?.properties.zone).toBe(before.facilities.features[1]?.properties.zone);
  expect(after.duplicates).toMatchObject([{ one: 'f1', other: 'plan:1', metres: 10 }]);

  await api.post(`/api/plans/${plan.id}/edits`, { version: plan.version + 1, edits: [{ kind: 'merge-facilities', keep: 'f1', drop: 'plan:1' }] });
  const merged = await register();
  expect(merged.facilities.features).toHaveLength(3);
  expect(merged.facilities.features[0]?.properties).toMatchObject({ id: 'f1', recognised: true, standsFor: [{ id: 'plan:1', name: 'Voorziening f1', source: null }] });
  expect(merged.duplicates).toEqual([]);
});
