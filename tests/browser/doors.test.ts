import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const doors = ['start', 'gegevens', 'afbakenen', 'leemten', 'presenteren'] as const;
const withMap = doors.filter((door) => door !== 'start');

for (const size of [desktop, tablet]) {
  describe(`on a screen of ${size.width} by ${size.height}`, () => {
    test('every door opens, says that the town is fictitious, and meets WCAG 2.2 AA', async () => {
      const visit = await app.visit(size);
      for (const door of doors) {
        await visit.page.goto(`${app.url}/?deur=${door}&plan=${app.plan}`);
        await visit.page.getByRole('heading', { level: 1 }).waitFor();
        if (door !== 'start') await visit.settled();
        await visit.page.getByText('fictieve gegevens').first().waitFor();
        await visit.page.waitForFunction(() => document.title.includes('fictieve gegevens'));
        await visit.look(door);
      }
      await visit.close();
    });

    test('no map is blank', async () => {
      const visit = await app.visit(size);
      for (const door of withMap) {
        await visit.open(`/?deur=${door}&plan=${app.plan}`);
        // A drawn town shows ground, green, zones or classes, outlines and symbols; a blank canvas one colour or two.
        expect(await visit.mapColours(), door).toBeGreaterThanOrEqual(6);
      }
      await visit.close();
    });
  });
}

test('the planner walks through the doors by keyboard alone', async () => {
  const visit = await app.visit(desktop);
  await visit.page.goto(`${app.url}/?plan=${app.plan}`);
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  for (const [index, door] of doors.entries()) {
    await visit.page.keyboard.press(String(index + 1));
    await visit.page.waitForURL((url) => url.searchParams.get('deur') === door);
  }
  await visit.page.keyboard.press('?');
  await visit.page.getByRole('dialog').waitFor();
  await visit.look('hulp');
  await visit.page.keyboard.press('Escape');
  await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
  await visit.close();
});

test('English is one click away and stays after a reload', async () => {
  const visit = await app.visit(desktop);
  await visit.open(`/?deur=leemten&plan=${app.plan}`);
  await visit.page.getByRole('button', { name: 'Switch to English' }).click();
  expect(await visit.page.locator('html').getAttribute('lang')).toBe('en');
  await visit.page.reload();
  await visit.settled();
  expect(await visit.page.locator('html').getAttribute('lang')).toBe('en');
  await visit.look('leemten-english');
  await visit.close();
});
