import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable, blocksOfPlan, newPlan, planNow } from './drawing-table.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

interface Criteria {
  readonly outOfBounds: number;
  readonly zones: readonly { readonly zone: string; readonly inhabitants: { readonly verdict: string; readonly inhabitants: number } }[];
}

test('a failing criterion says why and offers repairs; one is shown, refused, shown again and accepted as one step', async () => {
  const id = await newPlan(app, 'Herstellen', 'division');
  const before = await planNow(app, id);
  const criteria = await app.get<Criteria>(`/plans/${id}/zones`);
  const failing = criteria.zones.find(({ inhabitants }) => inhabitants.verdict === 'not-met' && inhabitants.inhabitants > 5000 && inhabitants.inhabitants < 6000)!;
  const middle = (await blocksOfPlan(app, id)).filter((block) => before.plan.zoneOfBlock[block.id] === failing.zone)[0]!;
  const visit = await app.visit(desktop);
  const { page } = visit;
  const table = await atTable(app, visit, id, { zoom: 12, lon: middle.lon, lat: middle.lat }, failing.zone);

  await page.getByText(/ te weinig/).first().waitFor();
  const repairs = page.getByRole('list', { name: 'Zo kan het' }).first();
  await repairs.getByText(/lost het op\./).first().waitFor();
  expect(await repairs.getByRole('listitem').count()).toBeLessThanOrEqual(3);
  await repairs.getByRole('button', { name: 'Tonen' }).first().click();
  const proposal = page.getByRole('region', { name: 'Voorstel' });
  await visit.settled();
  await visit.look('herstelvoorstel');
  // Refused, it leaves no trace.
  await proposal.getByRole('button', { name: 'Weigeren' }).click();
  await proposal.waitFor({ state: 'detached' });
  expect((await planNow(app, id)).version).toBe(before.version);

  await repairs.getByRole('button', { name: 'Tonen' }).first().click();
  await proposal.getByRole('button', { name: 'Aanvaarden' }).click();
  await table.saved(before.version + 1);
  await page.getByRole('button', { name: 'Ongedaan maken: herstelvoorstel aanvaard' }).waitFor();
  const after = await app.get<Criteria>(`/plans/${id}/zones`);
  expect(after.zones.find(({ zone }) => zone === failing.zone)!.inhabitants.verdict).toBe('met');
  expect(after.outOfBounds).toBeLessThan(criteria.outOfBounds);

  // After a stroke that upsets things, "Herstel" brings the surroundings back within bounds, and keeps what was painted.
  const target = before.plan.zones.find((zone) => zone.id !== failing.zone)!;
  const blocks = (await blocksOfPlan(app, id)).filter((block) => block.inhabitants > 0);
  const now = await planNow(app, id);
  const taken = blocks.filter((block) => now.plan.zoneOfBlock[block.id] === failing.zone).slice(0, 3);
  await page.locator('.zone-strip-item').filter({ hasText: target.name }).first().click();
  await table.take('c');
  await table.drag(taken.map(({ lon, lat }): readonly [number, number] => [lon, lat]));
  await table.saved(before.version + 2);
  const upset = await app.get<Criteria>(`/plans/${id}/zones`);
  const painted = await planNow(app, id);
  await page.keyboard.press('h');
  await proposal.getByRole('button', { name: 'Aanvaarden' }).waitFor({ timeout: 60_000 });
  await proposal.getByRole('button', { name: 'Aanvaarden' }).click();
  await table.saved(before.version + 3);
  const healed = await planNow(app, id);
  expect((await app.get<Criteria>(`/plans/${id}/zones`)).outOfBounds).toBeLessThan(upset.outOfBounds);
  for (const block of blocks) {
    const wasPainted = painted.plan.zoneOfBlock[block.id] !== now.plan.zoneOfBlock[block.id];
    if (wasPainted) expect(healed.plan.zoneOfBlock[block.id]).toBe(painted.plan.zoneOfBlock[block.id]);
  }
  await visit.close();
});
