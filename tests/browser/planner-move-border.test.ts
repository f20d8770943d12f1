import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable, blocksOfPlan, newPlan, planNow, sharedSides } from './drawing-table.ts';
import { runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('a border that is dragged moves both neighbours at once, live, as one step, and undo takes it back', async () => {
  const id = await newPlan(app, 'Grens verleggen', 'division');
  const blocks = await blocksOfPlan(app, id);
  const before = await planNow(app, id);
  const zoneOf = (block: { readonly id: string }): string => before.plan.zoneOfBlock[block.id]!;
  // Two blocks that share a side, on either side of a border between zones: hold it in the middle of that side.
  const { lon, lat, between: [into, beside] } = sharedSides(blocks).find(({ between: [one, other] }) => zoneOf(one) !== zoneOf(other))!;
  const to = zoneOf(beside);
  const from = zoneOf(into);

  const visit = await app.visit(tablet);
  const { page } = visit;
  const table = await atTable(app, visit, id, { zoom: 14, lon, lat }, to);
  const figure = (zone: string) => page.locator('.zone-strip-item').nth(before.plan.zones.findIndex((one) => one.id === zone)).locator('.zone-strip-figure').textContent();
  const [gaveBefore, tookBefore] = [await figure(from), await figure(to)];

  await table.take('g');
  // There and back in one go: nothing changed, so there is nothing to undo.
  await table.drag([[lon, lat], [into.lon, into.lat], [lon, lat]]);
  // While the border moves, both zones change; it is not kept until it is let go.
  await table.drag([[lon, lat], [into.lon, into.lat]], async () => {
    await expect.poll(() => figure(to)).not.toBe(tookBefore);
    expect(await figure(from)).not.toBe(gaveBefore);
    expect((await planNow(app, id)).version).toBe(before.version);
    await visit.look('grens-onderweg');
  });
  await table.saved(before.version + 1);
  await page.getByRole('button', { name: 'Ongedaan maken: grens verlegd' }).waitFor();
  const after = await planNow(app, id);
  const moved = blocks.filter((block) => after.plan.zoneOfBlock[block.id] !== zoneOf(block));
  expect(moved.map(({ id: block }) => block)).toContain(into.id);
  // All from the one zone to the other, and no third zone changed.
  expect(new Set(moved.map(zoneOf))).toEqual(new Set([from]));
  expect(new Set(moved.map((block) => after.plan.zoneOfBlock[block.id]))).toEqual(new Set([to]));

  await page.keyboard.press('z');
  await table.saved(before.version + 2);
  await expect.poll(() => figure(to)).toBe(tookBefore);
  await page.getByRole('button', { name: 'Klaar' }).click();
  await page.locator('.draw-options').waitFor({ state: 'detached' });
  await visit.close();
});

/** A plan of its own, seen from above one of its blocks, with another zone chosen for it to go to. */
async function aboveBlock(name: string) {
  const id = await newPlan(app, name, 'division');
  const blocks = await blocksOfPlan(app, id);
  const before = await planNow(app, id);
  const [block] = blocks as [(typeof blocks)[number]];
  const to = before.plan.zones.find((zone) => zone.id !== before.plan.zoneOfBlock[block.id])!.id;
  const visit = await app.visit(tablet);
  const { lon, lat } = block;
  const table = await atTable(app, visit, id, { zoom: 14, lon, lat }, to);
  return { id, before, block, to, visit, page: visit.page, table };
}

test('a stroke that is let go over the tools ends there: it is kept, the map stays, and nothing is painted on the way back', async () => {
  const { id, before, block, to, visit, page, table } = await aboveBlock('Losgelaten boven het gereedschap');
  const { lon, lat } = block;
  await table.take('v');
  const tools = (await page.locator('.draw-tools').boundingBox())!;
  const camera = new URL(page.url()).searchParams.get('kaart');
  await page.mouse.move(...table.pixel(lon, lat));
  await page.mouse.down();
  await page.mouse.move(tools.x + tools.width / 2, tools.y + tools.height - 12, { steps: 4 });
  await page.mouse.up();
  await table.saved(before.version + 1);
  const kept = await planNow(app, id);
  expect(kept.plan.zoneOfBlock[block.id]).toBe(to);
  await page.mouse.move(...table.pixel(lon + 0.01, lat - 0.005), { steps: 6 });
  await page.keyboard.press('z');
  await table.saved(before.version + 2);
  expect((await planNow(app, id)).plan.zoneOfBlock).toEqual(before.plan.zoneOfBlock);
  expect(new URL(page.url()).searchParams.get('kaart')).toBe(camera);
  await visit.close();
});

test('a tool that is put down with the button still down keeps what was painted, and lets the map be dragged; the right button paints nothing', async () => {
  const { id, before, block, to, visit, page, table } = await aboveBlock('Weggelegd onder het verven');
  const { lon, lat } = block;
  const camera = () => new URL(page.url()).searchParams.get('kaart');
  const cameraBefore = camera();
  const [x, y] = table.pixel(lon, lat);
  const sweep = async (button: 'left' | 'right', halfway?: () => Promise<void>): Promise<void> => {
    await page.mouse.move(x, y);
    await page.mouse.down({ button });
    await page.mouse.move(x + 20, y, { steps: 4 });
    await halfway?.();
    await page.mouse.move(x + 90, y, { steps: 4 });
    await page.mouse.up({ button });
  };
  await table.take('v');
  await sweep('left', () => page.keyboard.press('f'));
  await table.saved(before.version + 1);
  expect((await planNow(app, id)).plan.zoneOfBlock[block.id]).toBe(to);
  expect(camera()).toBe(cameraBefore);
  await sweep('left');
  await expect.poll(camera).not.toBe(cameraBefore);

  await page.keyboard.press('w');
  await sweep('right');
  await page.keyboard.press('z');
  await table.saved(before.version + 2);
  expect((await planNow(app, id)).plan.zoneOfBlock).toEqual(before.plan.zoneOfBlock);
  await visit.close();
});
