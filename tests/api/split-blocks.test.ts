import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlockLayer, PlanLog, PlanReply } from '../../packages/api/src/schemas.ts';
import type { PlanAnalysis } from '../../packages/core/src/needs/index.ts';
import type { PlanCriteria } from '../../packages/core/src/zoning/index.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { smallTown, smallTownInhabitants } from './small-town.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi('sqlite');
});
afterAll(() => api.close());

const edit = (plan: PlanReply, ...edits: object[]) => api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version: plan.version, edits });
/** A line through the middle of a block, from south to north. */
function through(block: string): readonly number[] {
  const ring = smallTown.blocks.find(({ id }) => id === block)!.shape[0]![0]!;
  const [x, y] = [ring[0]!, ring[1]!];
  return [x + 200, y - 20, x + 200, y + 420];
}

test('a block that is cut is its parts in every layer and figure of the plan, and whole again when it is undone', async () => {
  const plan = await api.newPlan('division:wijken');
  const { body: cut } = await edit(plan, { kind: 'split-block', block: '3-2', line: through('3-2'), parts: 2 });
  expect(cut.plan.splits).toEqual([{ block: '3-2', line: through('3-2'), parts: 2 }]);
  const { body: layer } = await api.get<BlockLayer>(`/api/plans/${plan.id}/blocks.geojson`);
  const parts = layer.features.map(({ properties }) => properties).filter(({ id }) => id.startsWith('3-2'));
  expect(parts.map(({ id }) => id)).toEqual(['3-2/1', '3-2/2']);
  expect(parts.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(535);

  // One part over to the other zone: its people go with it, and only they.
  const [left, right] = cut.plan.zones;
  const { body: moved } = await edit(cut, { kind: 'assign-blocks', blocks: ['3-2/2'], zone: right!.id, gesture: 'painted' });
  // Columns 0 to 3: 6 × 250 + 18 × 535 = 11,130.
  const { body: criteria } = await api.get<PlanCriteria>(`/api/plans/${plan.id}/zones`);
  expect(criteria.zones.map(({ inhabitants }) => inhabitants.inhabitants)).toEqual([11_130 - parts[1]!.inhabitants, smallTownInhabitants - 11_130 + parts[1]!.inhabitants]);
  const { body: analysis } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`);
  expect(analysis.zones.find(({ zone }) => zone === left!.id)!.inhabitants.count).toEqual({ kind: 'known', value: 11_130 - parts[1]!.inhabitants });
  const { body: log } = await api.get<PlanLog>(`/api/plans/${plan.id}/log`);
  expect(log.lines.map(({ label }) => label.nl).slice(1)).toEqual(['bouwblok gesplitst', `geverfd: 1 bouwblok naar ${right!.name}`]);

  const { body: back } = await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, { version: moved.version });
  const { body: whole } = await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, { version: back.version });
  expect(whole.plan).toEqual(plan.plan);
});

test('a line that does not cut, or into another number of parts, is refused with what to do', async () => {
  const plan = await api.newPlan('division:wijken');
  const [x, y] = through('3-2');
  const refusal = (line: readonly number[], parts: number) =>
    api.failsToPost('line-does-not-split', `/api/plans/${plan.id}/edits`, { version: plan.version, edits: [{ kind: 'split-block', block: '3-2', line, parts }] });
  for (const refused of [await refusal([x!, y!, x!, y! + 100], 2), await refusal(through('3-2'), 3)]) {
    expect(refused.facts).toEqual({ block: '3-2' });
    expect(refused.detail).toContain('Teken ze van rand tot rand');
  }
});
