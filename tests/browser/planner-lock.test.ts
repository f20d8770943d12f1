import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable, blocksOfPlan, newPlan, planNow } from './drawing-table.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('a locked zone looks locked and stays as it is under every tool, and the screen says so', async () => {
  const id = await newPlan(app, 'Op slot', 'division');
  const blocks = await blocksOfPlan(app, id);
  const first = await planNow(app, id);
  const [locked, free] = first.plan.zones;
  const inLocked = blocks.filter((block) => first.plan.zoneOfBlock[block.id] === locked!.id);
  const inside = inLocked[0]!;
  const visit = await app.visit(desktop);
  const { page } = visit;
  const table = await atTable(app, visit, id, { zoom: 13, lon: inside.lon, lat: inside.lat }, locked!.id);

  await page.keyboard.press('o');
  await table.saved(first.version + 1);
  await page.locator('.zone-strip-item').first().getByText('vergrendeld').waitFor({ state: 'attached' });
  await visit.settled();
  await visit.look('zone-op-slot');
  const held = (plan: typeof first): readonly string[] => Object.entries(plan.plan.zoneOfBlock).filter(([, zone]) => zone === locked!.id).map(([block]) => block);

  // Painting over it, to another zone and to none, clicking in it, a rectangle over it.
  await page.locator('.zone-strip-item').filter({ hasText: free!.name }).first().click();
  const note = page.getByText(`${locked!.name} is vergrendeld en blijft zoals ze is.`);
  await table.take('v');
  await table.drag([[inside.lon - 0.001, inside.lat], [inside.lon + 0.001, inside.lat]]);
  await note.waitFor();
  await visit.look('slot-gemeld');
  await table.take('c');
  await table.click(inside.lon, inside.lat);
  await table.take('w');
  await table.click(inside.lon, inside.lat);
  await note.waitFor();
  await page.keyboard.press('w');
  await table.take('r');
  await table.drag([[inside.lon - 0.003, inside.lat - 0.002], [inside.lon + 0.003, inside.lat + 0.002]]);
  await note.waitFor();
  // A split, and paint to the locked zone itself.
  await table.take('s');
  await table.drag([[inside.lon, inside.lat - 0.02], [inside.lon, inside.lat + 0.02]]);
  await page.waitForTimeout(600);
  await page.locator('.zone-strip-item').first().click();
  await table.take('v');
  const outside = blocks.find((block) => first.plan.zoneOfBlock[block.id] !== locked!.id && Math.hypot(block.lon - inside.lon, block.lat - inside.lat) < 0.02)!;
  await table.click(outside.lon, outside.lat);
  await page.waitForTimeout(600);
  expect(held(await planNow(app, id))).toEqual(held(first));

  // Unlocked by the same letter, the very same click takes effect.
  await page.keyboard.press('o');
  // The strip shows what lies on the drawing table.
  await page.locator('.zone-strip-item').first().getByText('vergrendeld').waitFor({ state: 'detached' });
  await page.locator('.zone-strip-item').filter({ hasText: free!.name }).first().click();
  await table.take('c');
  await table.click(inside.lon, inside.lat);
  await expect.poll(async () => (await planNow(app, id)).plan.zoneOfBlock[inside.id], { timeout: 30_000 }).toBe(free!.id);
  await visit.close();
});
