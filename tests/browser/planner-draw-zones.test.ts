import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable, blocksOfPlan, newPlan, planNow } from './drawing-table.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('a planner draws six zones from nothing: rectangles, a lasso and the brush; every block ends in one zone', async () => {
  const id = await newPlan(app, 'Zes zones uit niets', 'empty');
  const blocks = await blocksOfPlan(app, id);
  const [lons, lats] = [blocks.map(({ lon }) => lon), blocks.map(({ lat }) => lat)];
  const room = 0.004;
  const [west, east, south, north] = [Math.min(...lons) - room, Math.max(...lons) + room, Math.min(...lats) - room, Math.max(...lats) + room];
  const column = (at: number): number => west + ((east - west) * at) / 3;
  const middle = (south + north) / 2;

  const visit = await app.visit(desktop);
  const { page } = visit;
  // All of the town in view, beside and below the tools.
  const table = await atTable(app, visit, id, { zoom: 10.6, lon: (west + east) / 2 - 0.02, lat: middle + 0.012 }, null);

  // A tool that has nowhere to paint to says so, and what to do; nothing is kept.
  await table.take('r');
  await table.drag([[column(0), south], [column(1), middle]]);
  await page.getByText('Dit plan heeft nog geen zones.', { exact: false }).last().waitFor();
  await page.getByRole('button', { name: 'Nieuwe zone' }).click();
  await table.drag([[west - 0.01, north], [west - 0.008, north + 0.001]]);
  await page.getByText('Geen enkel bouwblok heeft zijn midden hierin.', { exact: false }).waitFor();
  await page.keyboard.press('k');
  await page.getByText('Alleen het penseel en de grens hebben een grootte.', { exact: false }).waitFor();
  await table.take('g');
  await table.drag([[blocks[0]!.lon, blocks[0]!.lat], [blocks[0]!.lon + 0.002, blocks[0]!.lat]]);
  await page.getByText('Hier ligt geen grens tussen twee zones.', { exact: false }).waitFor();
  expect((await planNow(app, id)).version).toBe(0);
  // The strip has its room before its first zone: the map does not move under the hand that draws it.
  await page.getByText('Hier komt elke zone te staan', { exact: false }).waitFor();
  const mapBox = () => page.locator('.map-view').boundingBox();
  const mapBefore = await mapBox();

  // Four with a rectangle each, the fifth with a lasso.
  const corners = (at: number) => ({ left: column(at % 3), right: column((at % 3) + 1), low: at < 3 ? south : middle, high: at < 3 ? middle : north });
  for (const at of [0, 1, 2, 3]) {
    await table.take('t');
    if (at === 0) await table.take('r');
    const { left, right, low, high } = corners(at);
    await table.drag([[left, low], [right, high]]);
    await table.saved(at + 1);
  }
  expect(await mapBox()).toEqual(mapBefore);
  await table.take('t');
  await table.take('l');
  const { left, right, low, high } = corners(4);
  await table.drag([[left, low], [right, low], [right, high], [left, high], [left, low]]);
  await table.saved(5);
  // The last by painting what is left, to and fro with a broad brush.
  await table.take('t');
  await table.take('v');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  const rows = [0.2, 0.5, 0.8].map((share) => middle + (north - middle) * share);
  await table.drag(rows.flatMap((row, i) => (i % 2 === 0 ? [[column(2) + 0.01, row], [east - 0.005, row]] : [[east - 0.005, row], [column(2) + 0.01, row]]) as (readonly [number, number])[]));
  await table.saved(6);
  const before = await planNow(app, id);
  expect(before.undoLabel?.nl).toMatch(/^Ongedaan maken: nieuwe zone Zone 6: \d+ bouwblokken$/);

  // What it missed is painted too.
  const missing = async () => {
    const { version, plan: { zoneOfBlock } } = await planNow(app, id);
    return { version, missed: blocks.filter((block) => zoneOfBlock[block.id] === undefined) };
  };
  let now = await missing();
  expect(now.missed.length).toBeLessThan(10);
  while (now.missed.length > 0) {
    const { lon, lat } = now.missed[0]!;
    await table.drag([[lon, lat], [lon + 0.002, lat]]);
    await table.saved(now.version + 1);
    now = await missing();
  }
  await visit.settled();
  await visit.look('zes-zones-getekend');

  const { plan } = await planNow(app, id);
  expect(plan.zones.map(({ name }) => name)).toEqual(['Zone 1', 'Zone 2', 'Zone 3', 'Zone 4', 'Zone 5', 'Zone 6']);
  const held = new Set(Object.values(plan.zoneOfBlock));
  expect(held.size).toBe(6);
  expect(Object.keys(plan.zoneOfBlock).length).toBe(blocks.length);
  // The strip shows all six, with the inhabitants of each.
  expect(await page.locator('.zone-strip-item').count()).toBe(6);
  const people = blocks.filter((block) => plan.zoneOfBlock[block.id] === plan.zones[0]!.id).reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  await page.locator('.zone-strip-item').first().getByText(people.toLocaleString('nl-BE')).waitFor();

  // Erasing is painting to no zone.
  await table.take('c');
  await table.take('w');
  const first = blocks.toSorted((a, b) => a.inhabitants - b.inhabitants || (a.id < b.id ? -1 : 1)).at(-1);
  await table.click(first!.lon, first!.lat);
  await page.getByRole('button', { name: /Ongedaan maken: gewist: \d+ bouwblok/ }).waitFor();

  // A tick in the legend is no text: the letters still work from there.
  const { version } = await planNow(app, id);
  await page.getByRole('checkbox', { name: 'Kernen' }).click({ force: true });
  await page.keyboard.press('z');
  await table.saved(version + 1);
  expect((await planNow(app, id)).plan).toEqual(plan);
  await visit.close();
});
