import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPlan, planNow } from './drawing-table.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';
import { tabTo } from './tab-to.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

interface Criteria {
  readonly zones: readonly { readonly zone: string; readonly inhabitants: { readonly verdict: string; readonly inhabitants: number } }[];
}

test('without a mouse a planner repairs a zone, takes it back, splits a block and compares with the stadsdelen', async () => {
  const id = await newPlan(app, 'Herstel met toetsen', 'division');
  const before = await planNow(app, id);
  const { zones } = await app.get<Criteria>(`/plans/${id}/zones`);
  const failing = zones.find(({ inhabitants: { inhabitants, verdict } }) => verdict === 'not-met' && inhabitants > 5000)!;
  const visit = await app.visit(desktop);
  const { page } = visit;
  const until = (version: number) => expect.poll(async () => (await planNow(app, id)).version, { timeout: 60_000 }).toBe(version);
  await visit.open(`/?deur=afbakenen&plan=${id}&zone=${failing.zone}`);

  // A repair is shown, accepted as one step, and taken back.
  await page.getByText(/ lost het op\./).first().waitFor();
  await tabTo(visit, /^Tonen$/);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Voorstel' }).waitFor();
  await tabTo(visit, /^Aanvaarden$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await until(before.version + 1);
  const mended = await app.get<Criteria>(`/plans/${id}/zones`);
  expect(mended.zones.find(({ zone }) => zone === failing.zone)!.inhabitants.verdict).toBe('met');
  await page.keyboard.press('z');
  await until(before.version + 2);
  expect((await planNow(app, id)).plan.zoneOfBlock).toEqual(before.plan.zoneOfBlock);

  // A block of the zone is chosen in its list and cut in two.
  await tabTo(visit, /^Bouwblokken van deze zone$/);
  await page.keyboard.press('Enter');
  await tabTo(visit, /^Bouwblokken van deze zone/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('region', { name: /^Bouwblok / }).waitFor();
  await page.keyboard.press('m');
  await tabTo(visit, /^Splits in noord en zuid$/);
  await page.keyboard.press('Enter');
  await until(before.version + 3);
  expect((await planNow(app, id)).plan.splits).toHaveLength(1);

  // The zone is joined to its first neighbour, and taken back.
  await page.keyboard.press('u');
  await page.getByRole('menuitem', { name: /^Samenvoegen met / }).first().waitFor();
  await page.keyboard.press('Enter');
  await until(before.version + 4);
  expect((await planNow(app, id)).plan.zones).toHaveLength(before.plan.zones.length - 1);
  await page.keyboard.press('z');
  await until(before.version + 5);

  // Laid beside the stadsdelen: who moves stands in a table, and the map shows both.
  await tabTo(visit, /Vergelijken met/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('tegen')?.startsWith('division:') === true);
  await tabTo(visit, /^Naast elkaar$/);
  await page.keyboard.press('Enter');
  await page.locator('.map-view').nth(1).waitFor();
  await visit.close();
});
