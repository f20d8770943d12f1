import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('the gaps are stepped through with one key, and the back button goes back', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&blad=leemten&plan=${app.plan}`);
  await page.keyboard.press('n');
  await page.getByText(/^Leemte 1 van \d+$/).waitFor();
  const first = page.url();
  await page.keyboard.press('n');
  await page.getByText(/^Leemte 2 van \d+$/).waitFor();
  await visit.settled();
  await visit.look('leemte-twee');
  await page.goBack();
  expect(page.url()).toBe(first);
  await page.getByText(/^Leemte 1 van \d+$/).waitFor();
  await visit.close();
});
