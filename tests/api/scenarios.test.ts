import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edit } from '../../packages/core/src/edit/index.ts';
import type { BlockHousing, KernSheet, PlanAnalysis, Proposal } from '../../packages/core/src/needs/index.ts';
import type { PlanReply } from '../../packages/api/src/schemas.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { engines } from './temporary-store.ts';

/** f1 is a woonzorgcentrum of 60 places, f2 a dienstencentrum, f3 a stop; 23,970 people. */
describe.each(engines)('scenarios, proposals and kernen of a plan on %s', (engine) => {
  let api: RunningApi;
  let plan: PlanReply;

  beforeAll(async () => {
    api = await runApi(engine);
    plan = await api.newPlan('engine');
  });
  afterAll(() => api.close());

  const edit = async (...edits: Edit[]) => {
    const { body } = await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version: plan.version, edits });
    plan = body;
  };
  const known = (count: { readonly kind: string; readonly value?: number }): number | string => count.value ?? count.kind;

  test('a scenario is kept with the plan and changes nothing about it; its analysis stands against its base, along the chain', async () => {
    await edit(
      { kind: 'add-scenario', scenario: { id: 'groter', name: 'Groter', base: null, steps: [{ kind: 'enlarge', facility: 'f1', capacity: 80 }] } },
      { kind: 'add-scenario', scenario: { id: 'dicht', name: 'Dicht', base: 'groter', steps: [{ kind: 'close', facility: 'f1' }] } },
    );
    const capacity = (analysis: PlanAnalysis) => known(analysis.municipality.facilities.find(({ category }) => category === 'wzc')!.capacity.count);
    const { body: today } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`);
    const { body: larger } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis?scenario=groter`);
    const { body: closed } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis?scenario=dicht`);
    expect([capacity(today), capacity(larger), capacity(closed)]).toEqual([60, 80, 0]);
    expect([today.against, today.provenance.scenario]).toEqual([undefined, undefined]);
    expect(larger.provenance.scenario).toEqual({ id: 'groter', name: 'Groter' });
    const change = (analysis: PlanAnalysis) => analysis.against!.areas.at(-1)!.needs.find(({ norm }) => norm === 'wzc')!.present;
    // Against the plan 60 → 80; against the scenario it rests on 80 → 0.
    expect([change(larger).difference, change(closed).before, change(closed).after]).toEqual([{ kind: 'known', value: 20 }, { kind: 'known', value: 80 }, { kind: 'known', value: 0 }]);
    // Everybody who could walk to it loses their way.
    expect(closed.against!.ways.find(({ category, kind }) => category === 'wzc' && kind === 'municipality')?.longer.persons).toBe(23_970);
  });

  test('what cannot be reckoned is said: a scenario that is not there, a circle, a year without ages, a facility that is gone', async () => {
    await api.fails('unknown-scenario', `/api/plans/${plan.id}/analysis?scenario=weg`);
    await api.fails('year-without-ages', `/api/plans/${plan.id}/proposals?year=2090`);
    await api.failsToPost('scenario-circular', `/api/plans/${plan.id}/edits`, {
      version: plan.version, edits: [{ kind: 'change-scenario', scenario: { id: 'groter', name: 'Groter', base: 'dicht', steps: [] } }],
    });
    await edit({ kind: 'add-scenario', scenario: { id: 'niets', name: 'Niets', base: 'dicht', steps: [{ kind: 'enlarge', facility: 'f1', capacity: 5 }] } });
    await api.fails('scenario-facility-unknown', `/api/plans/${plan.id}/analysis?scenario=niets`);
  });

  test('proposals come with reason, effect, conditions and doubts; a judgement is kept and taken back', async () => {
    const { body: proposals } = await api.get<readonly Proposal[]>(`/api/plans/${plan.id}/proposals`);
    const { body: again } = await api.get<readonly Proposal[]>(`/api/plans/${plan.id}/proposals`);
    expect(again).toEqual(proposals);
    expect(proposals.length).toBeGreaterThan(0);
    const [first] = proposals;
    expect(first!.conditions.length).toBeGreaterThan(0);
    await edit({ kind: 'judge-proposal', proposal: first!.id, judgement: { verdict: 'accepted', note: 'Eerst met de uitbater spreken.' } });
    expect(plan.plan.judgements).toEqual({ [first!.id]: { verdict: 'accepted', note: 'Eerst met de uitbater spreken.' } });
    const { body: undone } = await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, { version: plan.version });
    expect(undone.plan.judgements).toBeUndefined();
    plan = undone;
  });

  test('while proposals are reckoned through, the server goes on answering', async () => {
    const order: string[] = [];
    const asked = async (name: string, path: string) => {
      await api.get(path);
      order.push(name);
    };
    await edit({ kind: 'add-scenario', scenario: { id: 'leeg', name: 'Leeg', base: null, steps: [] } });
    await Promise.all([asked('proposals', `/api/plans/${plan.id}/proposals?scenario=leeg`), asked('kernen', `/api/plans/${plan.id}/kern-services`), asked('health', '/api/health')]);
    expect(order.at(-1)).toBe('proposals');
  });

  test('every block tells its dwellings and its room; where no file does, both are unknown', async () => {
    const { body: blocks } = await api.get<readonly BlockHousing[]>(`/api/plans/${plan.id}/block-housing`);
    expect(blocks.length).toBeGreaterThan(0);
    for (const { dwellings, bySuitability, reserve } of blocks) expect([dwellings.kind, bySuitability.levenslang.kind, reserve.kind]).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('every kern tells which daily services are near, and for how many', async () => {
    const { body: kernen } = await api.get<readonly KernSheet[]>(`/api/plans/${plan.id}/kern-services`);
    for (const { level, of, services } of kernen) {
      expect(level).toBeLessThanOrEqual(of);
      expect(services.filter(({ state }) => state === 'unknown').map(({ service }) => service)).toEqual(['winkel', 'bank-post', 'huisarts', 'apotheek']);
    }
  });
});
