import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTable, blocksOfPlan, liesIn, newPlan, planNow } from './drawing-table.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('a line drawn through a block makes two of it; its people follow their addresses, and a part can be given away', async () => {
  const id = await newPlan(app, 'Blok splitsen', 'division');
  const blocks = await blocksOfPlan(app, id);
  const before = await planNow(app, id);
  const whole = blocks.toSorted((a, b) => b.inhabitants - a.inhabitants || (a.id < b.id ? -1 : 1))[0]!;
  const lats = whole.shape.flat(2).flatMap((ring) => [...ring].filter((_, i) => i % 2 === 1));
  const [south, north] = [Math.min(...lats), Math.max(...lats)];

  const visit = await app.visit(desktop);
  const { page } = visit;
  const table = await atTable(app, visit, id, { zoom: 14, lon: whole.lon, lat: (south + north) / 2 }, null);
  await table.take('s');
  await table.drag([[whole.lon, south - 0.0008], [whole.lon, north + 0.0008]]);
  await table.saved(before.version + 1);
  await page.getByRole('button', { name: 'Ongedaan maken: bouwblok gesplitst' }).waitFor();

  const { plan } = await planNow(app, id);
  const split = plan.splits!.find(({ block }) => block === whole.id)!;
  const parts = (await blocksOfPlan(app, id)).filter((block) => block.id.startsWith(`${whole.id}/`));
  expect(parts.map((part) => part.id)).toEqual(Array.from({ length: split.parts }, (_, part) => `${whole.id}/${part + 1}`));
  expect(parts.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(whole.inhabitants);
  expect(parts.every(({ id: part }) => plan.zoneOfBlock[part] === before.plan.zoneOfBlock[whole.id])).toBe(true);
  // Who lives in a part is counted at its addresses: none of the whole's is in two parts, or in none.
  interface Homes {
    readonly features: readonly { readonly properties: { readonly block: string }; readonly geometry: { readonly coordinates: readonly [number, number] } }[];
  }
  const { features } = await app.get<Homes>(`/municipalities/${plan.dataset}/layers/addresses.geojson`);
  const homes = features.filter(({ properties }) => properties.block === whole.id).map(({ geometry }) => parts.filter((part) => liesIn(part, ...geometry.coordinates)).length);
  expect(homes.length).toBeGreaterThan(0);
  expect(homes.filter((count) => count === 1).length).toBeGreaterThanOrEqual(homes.length - 1);

  // One part goes to another zone: by a click of the brush.
  const [part] = parts;
  const other = plan.zones.find(({ id: zone }) => zone !== plan.zoneOfBlock[part!.id])!;
  await page.locator('.zone-strip-item').filter({ hasText: other.name }).click();
  await table.take('c');
  await table.click(part!.lon, part!.lat);
  await table.saved(before.version + 2);
  expect((await planNow(app, id)).plan.zoneOfBlock[part!.id]).toBe(other.id);
  await visit.settled();
  await visit.look('blok-gesplitst');

  // A line that ends inside splits nothing, and says so.
  await table.take('s');
  await table.drag([[whole.lon, north + 0.0008], [whole.lon, north + 0.0004]]);
  await page.getByText('Deze lijn splitst geen bouwblok.', { exact: false }).waitFor();
  await visit.close();
});
