import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Register } from '../../packages/api/src/schemas/register.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('the analyst sees who gets where, along the streets, asks otherwise, and why a street is not reached', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}`);
  await page.getByRole('button', { name: 'Bereik', exact: true }).click();
  const headline = page.locator('.reach-headline');
  await headline.waitFor();
  expect(await headline.textContent()).toMatch(/^\d+\s%\s?woont binnen de grens: [\d.]+ van [\d.]+ personen$/);
  // The sample town has streets: nothing is measured in straight lines.
  expect(await page.getByText('hemelsbreed').count()).toBe(0);
  await page.getByText('tot 500 m (de grens)').waitFor();
  await visit.settled();
  const before = await headline.textContent();
  await visit.look('bereik');

  await page.getByLabel('Grens (meter)').fill('1200');
  await page.getByText('tot 1,2 km (de grens)').waitFor();
  expect(await headline.textContent()).not.toBe(before);

  await page.getByLabel('Grens (meter)').fill('-5');
  await page.getByText('De grens moet een getal zijn van 0 of meer.').waitFor();

  await page.getByLabel('Grens (meter)').fill('500');
  await page.getByText('tot 500 m (de grens)').waitFor();
  await page.getByRole('grid', { name: 'Niet bereikt, per straat' }).getByRole('row').nth(1).click();
  await page.getByRole('heading', { name: 'Waarom' }).waitFor();
  expect(await page.locator('.reach-why li').count()).toBeGreaterThan(2);
  await visit.close();
});

test('a pharmacy that is dragged away draws at once who gains and who loses one, and leaves the plan as it was', async () => {
  const register = () => app.get<Register>(`/plans/${app.plan}/register`);
  const before = await register();
  const [lon, lat] = before.facilities.features.find(({ properties }) => properties.category === 'apotheek')!.geometry.coordinates as [number, number];
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}&blad=bereik&naar=apotheek&kaart=14.50/${lat.toFixed(5)}/${lon.toFixed(5)}`);
  const headline = page.locator('.reach-headline');
  await headline.waitFor();
  await visit.settled();
  const box = (await page.locator('.map-view').boundingBox())!;
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.click(...middle);
  await visit.settled();
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] - 90, middle[1] + 120, { steps: 5 });
  // Still held: the map tells already what the move does.
  await page.getByRole('complementary', { name: 'Legende' }).getByText('alleen in het scenario').waitFor();
  await page.mouse.up();
  await visit.settled();
  expect(await page.locator('.reach-change').textContent()).toMatch(/alleen in het scenario[\d.]+alleen vandaag[\d.]+/);
  await visit.look('bereik-verplaatst');
  await page.getByRole('button', { name: 'Terug naar vandaag' }).click();
  await page.getByText('tot 500 m (de grens)').waitFor();
  expect(await register()).toEqual(before);
  await visit.close();
});
