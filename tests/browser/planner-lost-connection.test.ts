import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable, blocksOfPlan, planNow } from './drawing-table.ts';
import { planOfDivision, renameZone, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const zonePage = (plan: PlanNow, zone: string) => `/?deur=afbakenen&plan=${plan.id}&zone=${zone}`;

/** The line between this page and the API: while it is cut nothing gets through. */
const lineOf = (page: Page) => ({
  cut: () => page.route('**/api/**', (route) => route.abort('connectionreset')),
  mend: () => page.unroute('**/api/**'),
});

test('a connection lost in the middle of a stroke: the stroke is shown as not saved, and is kept once when the line is back', async () => {
  const plan = await planOfDivision(app, 'Zonder lijn');
  const blocks = await blocksOfPlan(app, plan.id);
  const [from, to] = plan.plan.zones;
  const [block] = blocks.filter(({ id }) => plan.plan.zoneOfBlock[id] === from!.id);
  const visit = await app.visit(desktop);
  const { page } = visit;
  const table = await atTable(app, visit, plan.id, { zoom: 13, lon: block!.lon, lat: block!.lat }, to!.id);
  const figure = page.locator('.zone-strip-item').nth(1).locator('.zone-strip-figure');
  const figureBefore = await figure.textContent();
  await table.take('c');
  const line = lineOf(page);
  await table.drag([[block!.lon, block!.lat], [block!.lon + 0.0004, block!.lat]], async () => {
    await expect.poll(() => figure.textContent()).not.toBe(figureBefore);
    await line.cut();
  });
  const mark = page.getByRole('button', { name: 'Niet bewaard: 1 wijziging wacht op de server' });
  await mark.waitFor();
  // What was drawn stays drawn, and more can be drawn on top of it.
  expect(await figure.textContent()).not.toBe(figureBefore);
  await page.keyboard.press('f');
  await renameZone(page, 'Ook zonder lijn');
  await page.getByRole('button', { name: 'Niet bewaard: 2 wijzigingen wachten op de server' }).click();
  await page.getByRole('dialog').getByText('zone hernoemd tot Ook zonder lijn').waitFor();
  await page.getByText('Wat wacht, staat in deze browser.', { exact: false }).waitFor();
  await visit.look('niet-bewaard');
  await page.keyboard.press('Escape');
  expect((await planNow(app, plan.id)).version).toBe(plan.version);

  await line.mend();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  const after = await planNow(app, plan.id);
  expect(after.version).toBe(plan.version + 2);
  expect(after.plan.zoneOfBlock[block!.id]).toBe(to!.id);
  expect(after.plan.zones[1]!.name).toBe('Ook zonder lijn');
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

test('a window that is closed before the answer came claims nothing unsaved when it opens again: the server has it', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const plan = await planOfDivision(app, 'Te vroeg gesloten');
  const [zone] = plan.plan.zones;
  await visit.open(zonePage(plan, zone!.id));
  let answers = 0;
  // The server has it; the page is gone before it hears so.
  await page.route('**/edits', async (route) => {
    await route.fetch();
    answers += 1;
  });
  await renameZone(page, 'Toch bewaard');
  await expect.poll(() => answers).toBe(1);
  const leftBehind = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('woonzorgzones.wacht')).length);
  expect(await leftBehind()).toBe(1);
  await page.unroute('**/edits');
  await visit.open(zonePage(plan, zone!.id));
  await page.getByRole('heading', { name: 'Toch bewaard' }).waitFor();
  await expect.poll(leftBehind).toBe(0);
  expect(await page.getByText(/nog niet bewaard$/).count()).toBe(0);
  expect((await app.get<PlanNow>(`/plans/${plan.id}`)).version).toBe(plan.version + 1);
  await visit.close();
});

test('what waits can be thrown away without an answer of the server, and the next step is kept when it is back', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const plan = await planOfDivision(app, 'Weggegooid');
  const [zone] = plan.plan.zones;
  await visit.open(zonePage(plan, zone!.id));
  const line = lineOf(page);
  await line.cut();
  await renameZone(page, 'Weg ermee');
  await page.getByRole('button', { name: 'Niet bewaard: 1 wijziging wacht op de server' }).click();
  await page.getByRole('button', { name: 'Weggooien' }).click();
  await page.getByRole('heading', { name: zone!.name }).waitFor();
  await line.mend();
  await renameZone(page, 'Daarna');
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  await expect.poll(async () => (await planNow(app, plan.id)).plan.zones[0]!.name).toBe('Daarna');
  expect((await planNow(app, plan.id)).version).toBe(plan.version + 1);
  visit.expectComplaint(/ERR_CONNECTION_RESET/);
  await visit.close();
});

test('a drawing table whose code does not come says so, and comes with the next tool', async () => {
  const plan = await planOfDivision(app, 'Zonder code');
  const [block] = await blocksOfPlan(app, plan.id);
  const visit = await app.visit(desktop);
  const { page } = visit;
  const code = ['**/assets/table-worker*.js', '**/assets/gestures*.js'];
  for (const files of code) await page.route(files, (route) => route.abort('connectionrefused'));
  const table = await atTable(app, visit, plan.id, { zoom: 13, lon: block!.lon, lat: block!.lat }, null);
  await page.getByText('De tekentafel is er niet', { exact: false }).waitFor();
  await page.keyboard.press('c');
  await page.getByText('Het tekengereedschap kon niet geladen worden', { exact: false }).waitFor();
  await page.locator('.draw-options').waitFor({ state: 'detached' });
  for (const files of code) await page.unroute(files);
  await table.take('c');
  await page.keyboard.press('w');
  await table.click(block!.lon, block!.lat);
  await table.saved(plan.version + 1);
  expect((await planNow(app, plan.id)).plan.zoneOfBlock[block!.id]).toBeUndefined();
  visit.expectComplaint(/ERR_CONNECTION_REFUSED|dynamically imported module/);
  await visit.close();
});
