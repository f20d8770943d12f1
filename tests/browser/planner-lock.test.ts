import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable, blocksOfPlan, newPlan, planNow, sharedSides } from './drawing-table.ts';
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
  const isLocked = (block: (typeof blocks)[number]): boolean => first.plan.zoneOfBlock[block.id] === locked!.id;
  const inside = blocks.find(isLocked)!;
  const { lon, lat } = inside;
  const visit = await app.visit(desktop);
  const { page } = visit;
  const table = await atTable(app, visit, id, { zoom: 13, lon, lat }, locked!.id);

  await page.keyboard.press('o');
  await table.saved(first.version + 1);
  await page.locator('.zone-strip-item').first().getByText('vergrendeld').waitFor({ state: 'attached' });
  await visit.settled();
  await visit.look('zone-op-slot');
  const held = (plan: typeof first): readonly string[] => Object.entries(plan.plan.zoneOfBlock).filter(([, zone]) => zone === locked!.id).map(([block]) => block);

  const note = page.getByText(`${locked!.name} is vergrendeld en blijft zoals ze is.`);
  /** Whether it is said that the locked zone stays: by this stroke, not by the one before. */
  const isSaid = async (key: string, stroke: () => Promise<void>): Promise<void> => {
    await table.take(key);
    await note.waitFor({ state: 'detached' });
    await stroke();
    await note.waitFor();
  };
  const click = () => table.click(lon, lat);
  const corners = [[lon - 0.003, lat - 0.002], [lon + 0.003, lat - 0.002], [lon + 0.003, lat + 0.002], [lon - 0.003, lat + 0.002]] as const;

  // Painting over it, to another zone and to none, clicking in it, a rectangle and a lasso over it.
  await page.locator('.zone-strip-item').filter({ hasText: free!.name }).first().click();
  await isSaid('v', () => table.drag([[lon - 0.001, lat], [lon + 0.001, lat]]));
  await visit.look('slot-gemeld');
  await isSaid('c', click);
  await isSaid('w', click);
  await page.keyboard.press('w');
  await isSaid('r', () => table.drag([corners[0], corners[2]]));
  await isSaid('l', () => table.drag([...corners, corners[0]]));
  // Its border, pulled inward; a line right through one of its blocks.
  const away = (place: { readonly lon: number; readonly lat: number }): number => Math.hypot(place.lon - lon, place.lat - lat);
  const [border] = sharedSides(blocks).filter(({ between: [one, other] }) => isLocked(one) !== isLocked(other)).sort((a, b) => away(a) - away(b));
  await isSaid('g', () => table.drag([[border!.lon, border!.lat], [lon, lat]]));
  const lats = inside.shape.flat().flatMap((ring) => [...ring].filter((_, i) => i % 2 === 1));
  await isSaid('s', () => table.drag([[lon, Math.min(...lats) - 0.0003], [lon, Math.max(...lats) + 0.0003]]));
  // Paint from outside to the locked zone itself.
  await page.locator('.zone-strip-item').first().click();
  const outside = blocks.find((block) => !isLocked(block) && away(block) < 0.02)!;
  await isSaid('v', () => table.click(outside.lon, outside.lat));
  const after = await planNow(app, id);
  expect(held(after)).toEqual(held(first));
  expect(after.plan.splits ?? []).toEqual([]);

  // Unlocked by the same letter, the very same click takes effect.
  await page.keyboard.press('o');
  // The strip shows what lies on the drawing table.
  await page.locator('.zone-strip-item').first().getByText('vergrendeld').waitFor({ state: 'detached' });
  await page.locator('.zone-strip-item').filter({ hasText: free!.name }).first().click();
  await table.take('c');
  await click();
  await expect.poll(async () => (await planNow(app, id)).plan.zoneOfBlock[inside.id], { timeout: 30_000 }).toBe(free!.id);
  await visit.close();
});
