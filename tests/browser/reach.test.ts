import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('the analyst sees who gets where, along the streets, and asks otherwise', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}`);
  await page.getByRole('button', { name: 'Bereik' }).click();
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
  await visit.close();
});

test('a street that is not reached leads to the way of one of its homes', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}`);
  await page.getByRole('button', { name: 'Bereik' }).click();
  await page.locator('.reach-headline').waitFor();
  await page.getByRole('grid', { name: 'Niet bereikt, per straat' }).getByRole('row').nth(1).click();
  await page.getByRole('heading', { name: 'Waarom' }).waitFor();
  expect(await page.locator('.reach-why li').count()).toBeGreaterThan(2);
  await visit.close();
});
