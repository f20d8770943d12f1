import type { Edit } from '@woonzorgzones/core/edit';
import { usualNeedSettings, type AmountNorm, type NormFile, type NormSet } from '@woonzorgzones/core/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanReply } from '../../packages/api/src/schemas.ts';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let plan: PlanReply;

beforeAll(async () => {
  api = await runApi('sqlite');
  plan = await api.newPlan('engine');
});
afterAll(() => api.close());

const edit = async (...edits: Edit[]): Promise<PlanReply> => {
  const { body: now } = await api.get<PlanReply>(`/api/plans/${plan.id}`);
  return (await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version: now.version, edits })).body;
};
const analysis = async () => (await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`)).body;

test('the norms of a plan are those of its year, as a file that is read back', async () => {
  const { body: file } = await api.get<NormFile>(`/api/plans/${plan.id}/norms`);
  const { body: checked } = await api.post<NormSet>('/api/norms/check', file);
  const { body: shipped } = await api.get<NormSet>('/api/norms/vlaanderen');
  expect(checked).toEqual(shipped);
  await api.fails('unknown-plan', '/api/plans/00000000-0000-4000-8000-000000000000/norms');
});

test('a file that is no set of norms is refused with each fault and where it stands', async () => {
  const problem = await api.failsToPost('norms-refused', '/api/norms/check', { format: 'woonzorgzones-norms', formatVersion: 2, id: 'x', name: 'X', version: 1, norms: [{ kind: 'amount' }] });
  expect(problem.detail).toContain('norms[0]');
  expect(problem.detail).toContain('ontbreekt');
});

test('a plan takes a copy of its norms, changes one, and its figures go by that; back to the shipped set they are as before', async () => {
  const before = await analysis();
  const { body: shipped } = await api.get<NormSet>('/api/norms/vlaanderen');
  const centre = shipped.norms.find(({ id }) => id === 'ldc') as AmountNorm;
  await edit({ kind: 'copy-norm-set', set: { ...shipped, id: 'eigen', name: 'Eigen normen' } });
  await edit({ kind: 'set-norm', norm: { ...centre, status: 'own', rule: { kind: 'per-slice', inhabitants: 5000 } } });
  const own = await analysis();
  expect(own.provenance.normSet).toEqual({ id: 'eigen', name: 'Eigen normen', version: shipped.version + 1, own: true });
  const required = (of: PlanAnalysis) => of.municipality.needs.find(({ norm }) => norm === 'ldc')!;
  // 6 × 250 + 42 × 535 = 23,970 people: 2 begun slices of 15,000, 5 of 5,000. The table of five years ahead is not there.
  expect([required(before).requiredNow.count, required(own).requiredNow.count]).toEqual([{ kind: 'known', value: 2 }, { kind: 'known', value: 5 }]);
  expect(required(own).status).toBe('own');
  await edit({ kind: 'choose-norm-set', normSet: 'vlaanderen' });
  expect(await analysis()).toEqual(before);
});

test('a norm that cannot be is refused, and without a copy nothing can be changed', async () => {
  const { body: shipped } = await api.get<NormSet>('/api/norms/vlaanderen');
  const norm = shipped.norms[0]!;
  const { version } = (await api.get<PlanReply>(`/api/plans/${plan.id}`)).body;
  const refused = async (edits: Edit[]) => api.failsToPost(edits.length === 1 ? 'no-own-norms' : 'norms-refused', `/api/plans/${plan.id}/edits`, { version, edits });
  expect((await refused([{ kind: 'set-norm', norm }])).detail).toContain('eigen kopie');
  const withoutSource = { ...norm, source: { ...norm.source, title: ' ' } };
  expect((await refused([{ kind: 'copy-norm-set', set: shipped }, { kind: 'set-norm', norm: withoutSource }])).detail).toContain('zonder bron');
});

test('who shares the need out by inhabitants sees it in the derivation', async () => {
  await edit({ kind: 'choose-need', settings: { ...usualNeedSettings, split: 'inhabitants', urbanClass: 'regionaalstedelijk' } });
  const { provenance, zones, municipality } = await analysis();
  expect(provenance.need).toMatchObject({ split: 'inhabitants', urbanClass: 'regionaalstedelijk' });
  const index = municipality.needs.findIndex(({ norm }) => norm === 'huisarts');
  expect(zones[0]!.needs[index]!.derivation?.split).toBe('inhabitants');
  expect(municipality.needs.find(({ norm }) => norm === 'groen-regionaalstedelijk')!.required.count.kind).toBe('known');
  await edit({ kind: 'choose-need', settings: null });
});
