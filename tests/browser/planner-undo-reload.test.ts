import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('every step has its name and its time; one goes back to any of them after a reload, and back again; a copy is made from one', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  let plan = await planOfDivision(app, 'Stap voor stap');
  const [a, b, c] = plan.plan.zones;
  const begin = plan.plan;
  const gestures = [
    [{ kind: 'name-zone', zone: a!.id, name: 'Eerst' }],
    [{ kind: 'merge-zones', from: b!.id, into: a!.id }],
    [{ kind: 'assign-blocks', blocks: Object.keys(begin.zoneOfBlock).filter((block) => begin.zoneOfBlock[block] === c!.id).slice(0, 3), zone: null }],
  ];
  for (const edits of gestures) plan = await app.post<PlanNow>(`/plans/${plan.id}/edits`, { version: plan.version, by: 'An', edits });

  await page.goto(`${app.url}/?deur=afbakenen&plan=${plan.id}`);
  await page.getByRole('button', { name: 'Ongedaan maken: 3 bouwblokken losgemaakt' }).waitFor();
  await page.getByRole('button', { name: 'Stappen en kopieën' }).click();
  await page.getByRole('menuitem', { name: 'Ongedaan maken: 3 bouwblokken losgemaakt' }).waitFor();
  await page.getByRole('menuitem', { name: 'Alle stappen…' }).click();
  const steps = page.getByRole('list', { name: 'Alle stappen van dit plan' }).getByRole('listitem');
  await steps.nth(4).waitFor();
  expect(await steps.count()).toBe(5); // three gestures, the zones it began with, the beginning
  expect(await steps.nth(0).textContent()).toMatch(/3 bouwblokken losgemaakt.*versie 4 · .*\d\d:\d\d · An.*hier staat het plan/);
  await visit.look('alle-stappen');

  await steps.nth(2).getByRole('button', { name: 'Terug naar hier' }).click();
  await steps.nth(2).getByText('hier staat het plan').waitFor();
  const back = await app.get<PlanNow>(`/plans/${plan.id}`);
  expect(back.version).toBe(6); // two undos were added
  expect(back.plan.zones.map(({ name }) => name)).toContain('Eerst');
  expect(back.plan.zones).toHaveLength(begin.zones.length);

  await page.reload();
  await page.getByRole('button', { name: 'Opnieuw: zones samengevoegd' }).waitFor();
  await page.getByRole('button', { name: 'Stappen en kopieën' }).click();
  await page.getByRole('menuitem', { name: 'Alle stappen…' }).click();
  await steps.nth(0).getByRole('button', { name: 'Opnieuw tot hier' }).click();
  await steps.nth(0).getByText('hier staat het plan').waitFor();
  expect((await app.get<PlanNow>(`/plans/${plan.id}`)).plan).toEqual(plan.plan);

  await steps.nth(3).getByRole('button', { name: 'Kopie van hier' }).click();
  await page.getByLabel('Naam van het plan').fill('Van het begin');
  await page.getByRole('button', { name: 'Kopie maken' }).click();
  await page.getByRole('button', { name: 'Kopie van Stap voor stap, versie 1' }).waitFor();
  const copy = await app.get<PlanNow>(`/plans/${new URL(page.url()).searchParams.get('plan')!}`);
  expect(copy.plan).toEqual({ ...begin, name: 'Van het begin' });
  await visit.close();
});
