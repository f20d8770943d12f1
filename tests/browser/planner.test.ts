import { containsPoint, type MultiPolygon } from '@woonzorgzones/core/geo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, type RunningApp, type Visit } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

interface PlanNow {
  readonly version: number;
  readonly plan: {
    readonly dataset: string;
    readonly zones: readonly { readonly id: string; readonly name: string }[];
    readonly zoneOfBlock: Readonly<Record<string, string>>;
  };
}
interface Blocks {
  readonly features: readonly { readonly properties: { readonly id: string; readonly name: string }; readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number][])[])[] } }[];
}

/** A plan of the test's own, with the existing division of the sample town as its zones. */
async function newPlan(name: string): Promise<string> {
  const { plan: { dataset } } = await app.get<PlanNow>(`/plans/${app.plan}`);
  const { divisions: [division] } = await app.get<{ readonly divisions: readonly { readonly id: string }[] }>(`/municipalities/${dataset}`);
  return (await app.post<{ readonly id: string }>('/plans', { dataset, name, from: `division:${division!.id}` })).id;
}

const planNow = (id: string) => app.get<PlanNow>(`/plans/${id}`);

/** A block whose middle lies in it, in the first zone of the plan: something to click on. */
async function someBlock({ plan }: PlanNow) {
  const { features } = await app.get<Blocks>(`/municipalities/${plan.dataset}/layers/blocks.geojson`);
  for (const { properties, geometry } of features) {
    if (plan.zoneOfBlock[properties.id] !== plan.zones[0]!.id) continue;
    const shape: MultiPolygon = geometry.coordinates.map((polygon) => polygon.map((ring) => Float64Array.from(ring.flat())));
    const ring = geometry.coordinates[0]![0]!;
    const lon = ring.reduce((sum, [x]) => sum + x, 0) / ring.length;
    const lat = ring.reduce((sum, [, y]) => sum + y, 0) / ring.length;
    if (containsPoint(shape, lon, lat)) return { ...properties, lon, lat };
  }
  throw new Error('The first zone has no block with its middle inside it');
}

/** Presses Tab until the focus is on, or in a table of, this name. */
async function tabTo({ page }: Visit, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      const named = focused?.closest('[role="grid"]') ?? focused;
      return named?.getAttribute('aria-label') ?? named?.textContent ?? '';
    });
    if (label === name) return;
  }
  throw new Error(`No Tab leads to ${name}`);
}

test('a block picked on the map moves to another zone; undo takes it back and survives a reload', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const id = await newPlan('Eén blok');
  const before = await planNow(id);
  const block = await someBlock(before);
  const from = before.plan.zones[0]!;
  const to = before.plan.zones[1]!;

  await visit.open(`/?deur=afbakenen&plan=${id}&lagen=zones.bouwblokken&kaart=14/${block.lat}/${block.lon}`);
  const map = (await page.locator('.map-view').boundingBox())!;
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await page.getByRole('heading', { name: `Bouwblok ${block.name}` }).waitFor();
  expect(new URL(page.url()).searchParams.get('zone')).toBe(from.id);
  await page.getByRole('row', { selected: true }).filter({ hasText: from.name }).waitFor();
  await visit.look('bouwblok-gekozen');

  await page.getByRole('button', { name: /Verplaatsen naar/ }).click();
  await page.getByRole('option', { name: to.name, exact: true }).click();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  await page.getByText(`nu in ${to.name}`).waitFor();
  const moved = await planNow(id);
  expect(moved.version).toBe(before.version + 1);
  expect(moved.plan.zoneOfBlock[block.id]).toBe(to.id);

  await page.getByRole('button', { name: /Ongedaan maken: 1 bouwblok toegewezen/ }).click();
  await page.getByText(`nu in ${from.name}`).waitFor();
  await visit.settled();
  await page.reload();
  await page.getByRole('button', { name: /Opnieuw: 1 bouwblok toegewezen/ }).waitFor();
  const back = await planNow(id);
  expect(back.version).toBe(before.version + 2);
  expect(back.plan.zoneOfBlock).toEqual(before.plan.zoneOfBlock);
  await visit.close();
});

test('a planner without a mouse chooses a zone, renames it and moves a block', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const id = await newPlan('Zonder muis');
  await page.goto(`${app.url}/?deur=start&plan=${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('3');
  await visit.settled();
  await page.keyboard.press('n');
  const zone = new URL(page.url()).searchParams.get('zone')!;

  await tabTo(visit, 'Naam wijzigen');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Hoevenzavel');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hoevenzavel' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naam wijzigen');

  await tabTo(visit, 'Bouwblokken van deze zone');
  await page.keyboard.press('Enter');
  await tabTo(visit, 'Bouwblokken van deze zone');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('region', { name: /^Bouwblok / }).waitFor();
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByText('1 bouwblok is nog niet toegewezen', { exact: false }).waitFor();
  await visit.look('zone-gekozen');

  const { plan } = await planNow(id);
  expect(plan.zones.find((one) => one.id === zone)?.name).toBe('Hoevenzavel');
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await page.getByText('1 bouwblok is nog niet toegewezen', { exact: false }).waitFor({ state: 'detached' });
  await visit.close();
});

test('a new plan comes from the engine, with its progress, from an existing division, or from nothing', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await page.goto(`${app.url}/?deur=start&plan=${app.plan}`);
  const makePlan = async (name: string, from: RegExp) => {
    await page.getByRole('article').filter({ hasText: 'Voorbeeldstad' }).getByRole('button', { name: 'Nieuw plan' }).click();
    await page.getByLabel('Naam van het plan').fill(name);
    await page.getByRole('button', { name: /Beginnen van/ }).click();
    await page.getByRole('option', { name: from }).click();
    await page.getByRole('button', { name: 'Plan maken' }).click();
  };
  await makePlan('Van de rekenmotor', /voorstel van het programma/);
  await page.getByRole('progressbar').waitFor();
  await visit.look('plan-in-de-maak');
  await page.getByRole('heading', { name: 'Zones van Van de rekenmotor' }).waitFor({ timeout: 90_000 });
  await page.getByRole('grid').getByRole('rowheader').nth(4).waitFor();

  await page.keyboard.press('1');
  await makePlan('Van de stadsdelen', /indeling.*tadsdelen/i);
  await page.getByRole('heading', { name: 'Zones van Van de stadsdelen' }).waitFor();
  await page.keyboard.press('1');
  await makePlan('Van niets', /leeg plan/);
  await page.getByText('Dit plan heeft nog geen zones.').waitFor();
  await visit.look('leeg-plan');
  await visit.close();
});
