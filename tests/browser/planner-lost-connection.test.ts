import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveProcess } from '../api/wzz.ts';
import { planOfDivision, renameZone, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const nameOf = async (plan: PlanNow, zone: string) => (await app.get<PlanNow>(`/plans/${plan.id}`)).plan.zones.find(({ id }) => id === zone)?.name;
const zonePage = (plan: PlanNow, zone: string) => `/?deur=afbakenen&plan=${plan.id}&zone=${zone}`;

/** Nothing of the API gets through from this page until the returned function is called. */
async function cut(page: Page): Promise<() => Promise<void>> {
  await page.route('**/api/**', (route) => route.abort('connectionreset'));
  return () => page.unroute('**/api/**');
}

test('a lost connection is told with what waits, and what was done meanwhile is kept once it is back', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const plan = await planOfDivision(app, 'Zonder lijn');
  const [zone] = plan.plan.zones;
  await page.goto(app.url + zonePage(plan, zone!.id));
  await page.getByRole('button', { name: 'Naam wijzigen' }).waitFor();
  const mend = await cut(page);
  await renameZone(page, 'Zonder verbinding');
  const mark = page.getByRole('button', { name: 'Niet bewaard: 1 wijziging wacht op de server' });
  await mark.click();
  await page.getByRole('dialog').getByText('zone hernoemd tot Zonder verbinding').waitFor();
  await page.getByText('Wat wacht, staat in deze browser.', { exact: false }).waitFor();
  await visit.look('niet-bewaard');
  // Trying at once does not help as long as the line is cut; once it is mended it is saved without asking.
  await page.getByRole('button', { name: 'Nu proberen' }).click();
  await mend();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  expect(await nameOf(plan, zone!.id)).toBe('Zonder verbinding');
  visit.expectComplaint(/ERR_CONNECTION_RESET/);
  await visit.close();
});

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

test('a tab that is closed with something unsaved gives it back when the plan is opened again', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const plan = await planOfDivision(app, 'Tab dicht');
  const [zone, other] = plan.plan.zones;
  await page.goto(app.url + zonePage(plan, zone!.id));
  const warned = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await warned()).toBe(false);
  await page.getByRole('button', { name: 'Naam wijzigen' }).waitFor();
  await cut(page);
  await renameZone(page, 'Nog niet bewaard');
  await page.getByRole('button', { name: 'Niet bewaard: 1 wijziging wacht op de server' }).waitFor();
  expect(await warned()).toBe(true);
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });

  await again.goto(app.url + zonePage(plan, other!.id));
  await again.getByText(/^1 stap van \d\d:\d\d nog niet bewaard$/).waitFor();
  expect(await nameOf(plan, zone!.id)).toBe(zone!.name);
  await again.getByRole('button', { name: 'Nu bewaren' }).click();
  await again.getByText(/Bewaard \d\d:\d\d/).waitFor();
  await again.getByText(/nog niet bewaard$/).waitFor({ state: 'detached' });
  expect(await nameOf(plan, zone!.id)).toBe('Nog niet bewaard');
  visit.expectComplaint(/ERR_CONNECTION_RESET/);
  await visit.close();
});

test('a server that is killed loses nothing that was shown as saved, and gets the rest when it is back', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wzz-killed-'));
  let server = await serveProcess({ dataFolder, databaseUrl: null });
  const visit = await app.visit(desktop);
  const { page } = visit;
  // The page speaks to this server, and to the one that comes after it.
  await page.route('**/api/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    try {
      await route.fulfill({ response: await route.fetch({ url: server.url + pathname + search }) });
    } catch {
      await route.abort('connectionrefused').catch(() => undefined);
    }
  });
  const [plan] = await (await fetch(`${server.url}/api/plans`)).json() as readonly [PlanNow];
  const { plan: { zones } } = await (await fetch(`${server.url}/api/plans/${plan.id}`)).json() as PlanNow;
  await page.goto(`${app.url}/?deur=afbakenen&plan=${plan.id}&zone=${zones[0]!.id}`);
  await renameZone(page, 'Bewaard voor de val');
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();

  await server.kill();
  await renameZone(page, 'Gemaakt na de val');
  await page.getByRole('button', { name: 'Niet bewaard: 1 wijziging wacht op de server' }).waitFor();
  server = await serveProcess({ dataFolder, databaseUrl: null });
  const kept = await (await fetch(`${server.url}/api/plans/${plan.id}`)).json() as PlanNow;
  expect(['Bewaard voor de val', 'Gemaakt na de val']).toContain(kept.plan.zones[0]!.name);
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  const after = await (await fetch(`${server.url}/api/plans/${plan.id}`)).json() as PlanNow;
  expect(after.plan.zones[0]!.name).toBe('Gemaakt na de val');
  expect(after.version).toBe(3);
  // Whatever asks for something while there is no server complains, and what the map's own worker asks goes round the route.
  visit.expectComplaint(/./);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await visit.close();
  await server.stop('SIGTERM');
  await rm(dataFolder, { recursive: true, force: true });
});
