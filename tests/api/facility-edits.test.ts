import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edit } from '../../packages/core/src/edit/index.ts';
import type { PlanAnalysis } from '../../packages/core/src/needs/index.ts';
import { paperX, paperY } from '../../packages/core/src/zoning/paper-town.ts';
import type { PlanLog, PlanReply, Register } from '../../packages/api/src/schemas.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { engines } from './temporary-store.ts';

const nieuw = {
  id: 'eigen-1', category: 'wzc', name: 'Ter Hooie', address: null, x: paperX + 2500, y: paperY + 500, capacity: 40, recognised: null, functions: [], opened: null, closed: null,
} as const;

/** f1 is a woonzorgcentrum of 60 places, in the dataset; f2 a dienstencentrum; f3 a stop. */
describe.each(engines)('facilities of a plan on %s', (engine) => {
  let api: RunningApi;
  let plan: PlanReply;

  beforeAll(async () => {
    api = await runApi(engine);
  });
  afterAll(() => api.close());

  const edit = async (...edits: Edit[]) => {
    const { body } = await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version: plan.version, edits });
    plan = body;
    return body;
  };
  const places = async () => {
    const { body } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`);
    const { count } = body.municipality.facilities.find(({ category }) => category === 'wzc')!.capacity;
    return count.kind === 'known' ? count.value : count.kind;
  };

  test('each change counts in the analysis at once, and each is taken back by one step of undo', async () => {
    plan = await api.newPlan('empty');
    const steps: readonly (readonly [Edit, number | string])[] = [
      [{ kind: 'add-facility', facility: nieuw }, 100],
      [{ kind: 'change-facility', facility: 'f1', change: { capacity: 70 } }, 110],
      [{ kind: 'close-facility', facility: 'f1', on: '1990-01-01' }, 40],
      [{ kind: 'reopen-facility', facility: 'f1' }, 110],
      [{ kind: 'merge-facilities', keep: 'eigen-1', drop: 'f1' }, 40],
      [{ kind: 'split-facility', facility: 'f1' }, 110],
      [{ kind: 'restore-facility', facility: 'f1', override: null }, 100],
      [{ kind: 'remove-facility', facility: 'eigen-1' }, 60],
    ];
    expect(await places()).toBe(60);
    for (const [change, expected] of steps) {
      await edit(change);
      expect(await places(), change.kind).toBe(expected);
    }
    expect(plan.plan.register).toBeUndefined();
    for (const expected of [100, 110, 40, 110, 40, 110, 100, 60]) {
      const { body } = await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, { version: plan.version });
      plan = body;
      expect(await places()).toBe(expected);
    }
    const { body: log } = await api.get<PlanLog>(`/api/plans/${plan.id}/log`);
    expect(log.lines).toHaveLength(16);
    expect(log.lines[0]?.label.nl).toBe('voorziening Ter Hooie toegevoegd');
  });

  test('a pair that is kept apart is not proposed again', async () => {
    plan = await api.newPlan('empty');
    await edit({ kind: 'add-facility', facility: { ...nieuw, name: 'Voorziening f1', x: paperX + 505, y: paperY + 500 } });
    const doubles = async () => (await api.get<Register>(`/api/plans/${plan.id}/register`)).body.duplicates;
    expect(await doubles()).toHaveLength(1);
    await edit({ kind: 'keep-apart', one: 'f1', other: 'eigen-1' });
    expect(await doubles()).toEqual([]);
  });

  test('what cannot be done is refused with a Dutch sentence, and nothing of its gesture is done', async () => {
    plan = await api.newPlan('empty');
    const refused = (code: Parameters<RunningApi['fails']>[0], ...edits: readonly unknown[]) =>
      api.failsToPost(code, `/api/plans/${plan.id}/edits`, { version: plan.version, edits });
    await refused('unknown-facility', { kind: 'rename-plan', name: 'Anders' }, { kind: 'close-facility', facility: 'f9', on: '2030' });
    await refused('facility-of-file', { kind: 'remove-facility', facility: 'f1' });
    await refused('facility-id-taken', { kind: 'add-facility', facility: { ...nieuw, id: 'f1' } });
    await refused('facility-with-itself', { kind: 'merge-facilities', keep: 'f1', drop: 'f1' });
    await refused('facility-not-merged', { kind: 'split-facility', facility: 'f1' });
    const merge = { kind: 'merge-facilities', keep: 'f1', drop: 'f2' };
    await refused('facility-merged', merge, { kind: 'close-facility', facility: 'f2', on: '2030' });
    await refused('facility-stands-for-others', { kind: 'add-facility', facility: nieuw }, { ...merge, keep: 'eigen-1' }, { kind: 'remove-facility', facility: 'eigen-1' });
    // Degrees are no Lambert metres, a year has no month 13, a category is one of the tree, a name is not blank.
    await refused('invalid-request', { kind: 'move-facility', facility: 'f1', x: 5.5, y: 50.9 });
    await refused('invalid-request', { kind: 'close-facility', facility: 'f1', on: '2030-13' });
    await refused('invalid-request', { kind: 'change-facility', facility: 'f1', change: { category: 'kapper' } });
    await refused('invalid-request', { kind: 'change-facility', facility: 'f1', change: { name: ' ' } });
    expect((await api.get<PlanReply>(`/api/plans/${plan.id}`)).body).toMatchObject({ version: plan.version, plan: { name: plan.plan.name } });
  });
});
