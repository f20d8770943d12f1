import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('the council sees one map, one sentence and one figure, and another when another service is chosen', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=presenteren&vel=kaart&plan=${app.plan}`);
  const sentence = page.locator('figcaption');
  expect(await sentence.textContent()).toMatch(/^\d+\s%\svan de .* woont binnen .* van een .*\.$/);
  expect(await page.getByRole('complementary', { name: 'Legende' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(5);
  const before = { sentence: await sentence.textContent(), map: await visit.mapPicture() };

  await page.getByRole('button', { name: /Voorziening/ }).click();
  await page.getByRole('option', { name: 'Woonzorgcentrum' }).click();
  await page.getByText(/heeft 473 van de 71[2-8] plaatsen die de norm vraagt\./).waitFor();
  await visit.settled();
  await page.getByText('100 % en meer: de norm is gehaald').waitFor();
  expect(await sentence.textContent()).not.toBe(before.sentence);
  expect((await visit.mapPicture()).equals(before.map)).toBe(false);
  await visit.look('presenteren-woonzorgcentrum');

  await page.locator('.present-zone').first().click();
  expect(await sentence.textContent()).not.toMatch(/heeft 473 van/);
  await visit.close();
});

test('a phone can read what the council sees', async () => {
  const visit = await app.visit({ width: 390, height: 844 });
  await visit.open(`/?deur=presenteren&vel=kaart&plan=${app.plan}`);
  await visit.look('presenteren');
  const { scrollWidth, clientWidth } = await visit.page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  await visit.close();
});
