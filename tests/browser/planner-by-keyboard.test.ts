import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';
import { tabTo } from './tab-to.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

interface Blocks {
  readonly features: readonly { readonly properties: { readonly id: string; readonly name: string } }[];
}

test('without a mouse a planner reads the keys, draws zones, moves a border and locks', async () => {
  const { plan: { dataset } } = await app.get<PlanNow>(`/plans/${app.plan}`);
  const { id } = await app.post<PlanNow>('/plans', { dataset, name: 'Met toetsen', from: 'empty' });
  const { features } = await app.get<Blocks>(`/municipalities/${dataset}/layers/blocks.geojson`);
  const now = () => app.get<PlanNow>(`/plans/${id}`);
  const until = async (holds: (plan: PlanNow) => boolean) => expect.poll(async () => holds(await now()), { timeout: 120_000 }).toBe(true);
  const heldBy = ({ plan: { zoneOfBlock } }: PlanNow, zone: string | undefined) => Object.values(zoneOfBlock).filter((one) => one === zone).length;

  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=afbakenen&plan=${id}`);

  // The list of keys says what there is, and closes again.
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Bouwblokken in een lijst').waitFor();
  await page.keyboard.press('Escape');

  // Two zones out of nothing: all blocks in one, then three of them in another.
  await page.keyboard.press('d');
  await page.getByRole('grid', { name: 'Bouwblokken van het plan' }).waitFor();
  await tabTo(visit, /^Alle .* kiezen$/);
  await page.keyboard.press('Enter');
  await tabTo(visit, /Naam van een nieuwe zone/);
  await page.keyboard.type('Groot');
  await tabTo(visit, /Nieuwe zone hiervan/);
  await page.keyboard.press('Enter');
  await until(({ plan: { zones, zoneOfBlock } }) => zones.length === 1 && Object.keys(zoneOfBlock).length === features.length);
  await tabTo(visit, /Bouwblokken van het plan/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 bouwblokken gekozen', { exact: false }).waitFor();
  await tabTo(visit, /Naam van een nieuwe zone/, 'Shift+Tab');
  await page.keyboard.type('Klein');
  await tabTo(visit, /Nieuwe zone hiervan/);
  await page.keyboard.press('Enter');
  await until(({ plan: { zones } }) => zones.length === 2);
  const [large, small] = (await now()).plan.zones;
  expect(heldBy(await now(), small?.id)).toBe(3);

  // The border moves: what lies along it goes over, in one step.
  await tabTo(visit, /Alleen langs een grens/, 'Shift+Tab');
  await page.keyboard.press('Space');
  await tabTo(visit, /Bouwblokken van het plan/);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText('1 bouwblok gekozen', { exact: false }).waitFor();
  const before = await now();
  await tabTo(visit, /Naar zone/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await tabTo(visit, /^Toewijzen$/);
  await page.keyboard.press('Enter');
  await until(({ version, plan: { zoneOfBlock } }) => version === before.version + 1 || JSON.stringify(zoneOfBlock) === JSON.stringify(before.plan.zoneOfBlock));

  // A zone is chosen and locked by single letters.
  await page.keyboard.press('d');
  await page.keyboard.press('n');
  await page.keyboard.press('o');
  await until(({ plan: { zones } }) => (zones as readonly { readonly locked?: boolean }[]).some(({ locked }) => locked === true));
  expect([large?.name, small?.name]).toEqual(['Groot', 'Klein']);
  await visit.close();
});
