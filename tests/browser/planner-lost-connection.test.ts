import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision, renameZone, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const zonePage = (plan: PlanNow, zone: string) => `/?deur=afbakenen&plan=${plan.id}&zone=${zone}`;

test('an answer that is lost on its way makes no second gesture', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const plan = await planOfDivision(app, 'Antwoord weg');
  const [zone] = plan.plan.zones;
  await page.goto(app.url + zonePage(plan, zone!.id));
  let swallowed = 0;
  // The server has it; the page does not hear so.
  await page.route('**/edits', async (route) => {
    if (swallowed > 0) {
      await route.continue();
      return;
    }
    swallowed += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await renameZone(page, 'Eén keer');
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  expect(swallowed).toBe(1);
  expect((await app.get<PlanNow>(`/plans/${plan.id}`)).version).toBe(plan.version + 1);
  visit.expectComplaint(/ERR_CONNECTION_RESET/);
  await visit.close();
});
