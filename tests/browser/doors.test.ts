import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const doors = ['start', 'gegevens', 'afbakenen', 'leemten', 'presenteren'] as const;

for (const size of [desktop, tablet]) {
  describe(`on a screen of ${size.width} by ${size.height}`, () => {
    test('every door opens, draws its map, says that the town is fictitious, and meets WCAG 2.2 AA', async () => {
      const visit = await app.visit(size);
      const { page } = visit;
      await page.goto(`${app.url}/?plan=${app.plan}`);
      for (const door of doors) {
        await page.getByRole('button', { name: new RegExp(`^${door}$`, 'i') }).click();
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.getByText('fictieve gegevens').first().waitFor();
        await page.waitForFunction(() => document.title.includes('fictieve gegevens'));
        if (door !== 'start' && door !== 'presenteren') {
          await visit.settled();
          // A drawn town shows ground, green, zones or classes, outlines and symbols; a blank canvas one colour or two.
          expect(await visit.mapColours(), door).toBeGreaterThanOrEqual(6);
        }
        await visit.look(door);
      }
      await visit.close();
    });
  });
}

test('zones are filled with colours that differ between neighbours and carry their names', async () => {
  const visit = await app.visit(desktop);
  await visit.open(`/?deur=afbakenen&plan=${app.plan}&lagen=zones`);
  // #56b4e9 #f0e442 #0072b2 #d55e00 at 60 % over the ground #f5f4f0: 0,6 × fill + 0,4 × ground.
  const fills = [[150, 206, 236], [242, 234, 136], [98, 166, 203], [226, 154, 96]] as const;
  const shares = await visit.mapSharesNear(fills);
  expect(shares.filter((share) => share > 0.01).length).toBeGreaterThanOrEqual(3);
  expect(await visit.mapLabelPixels()).toBeGreaterThan(500);

  await visit.open(`/?deur=afbakenen&plan=${app.plan}&lagen=`);
  expect(await visit.mapLabelPixels()).toBeLessThan(50);
  await visit.close();
});

test('the planner’s map comes first and whole; what stands around it comes after, and no answer is asked for twice', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      const map = document.querySelector('.map-view[aria-busy=false]');
      if (map === null) return;
      seen.disconnect();
      const { width, height } = map.getBoundingClientRect();
      Object.assign(window, { firstPicture: { isAlone: document.querySelector('.panel-body, .draw-tools, .rail') === null, width, height, mark: document.querySelector('.top-bar')?.textContent } });
    });
    seen.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  });
  await visit.open(`/?deur=afbakenen&plan=${app.plan}`);
  expect(await visit.mapColours()).toBeGreaterThanOrEqual(6);
  for (const around of ['.zone-strip li', '.panel-body table', '.draw-tools', '.rail', '.legend']) await page.locator(around).first().waitFor();
  const { width, height } = (await page.locator('.map-view').boundingBox())!;
  expect(await page.evaluate(() => (window as unknown as { readonly firstPicture: object }).firstPicture)).toEqual({ isAlone: true, width, height, mark: 'fictieve gegevens' });
  for (const part of ['', '/zones.geojson', '/kernen.geojson', '/register']) expect(asked.filter((path) => path === `/api/plans/${app.plan}${part}`), part).toHaveLength(1);
  for (const ground of [/^\/api\/municipalities\/[0-9a-f]{64}$/, /\/layers\/blocks\.geojson$/]) expect(asked.filter((path) => ground.test(path)), ground.source).toHaveLength(1);
  await visit.close();
});

test('the planner walks through the doors by keyboard alone', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await page.goto(`${app.url}/?plan=${app.plan}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [index, door] of doors.entries()) {
    await page.keyboard.press(String(index + 1));
    await page.waitForURL((url) => url.searchParams.get('deur') === door);
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await visit.look('hulp');
  await page.getByText('Letters en cijfers als toets gebruiken').click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('2');
  expect(new URL(page.url()).searchParams.get('deur')).toBe('presenteren');
  await visit.close();
});

test('English is one click away and stays after a reload', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}`);
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await page.getByRole('heading', { name: /^Gaps in / }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.reload();
  await visit.settled();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await visit.look('leemten-english');
  await visit.close();
});

test('a link to a plan that is not there says so and leads on', async () => {
  const visit = await app.visit(desktop);
  await visit.page.goto(`${app.url}/?deur=afbakenen&plan=00000000-0000-4000-8000-000000000000`);
  await visit.page.getByText('Dit plan bestaat niet.').waitFor();
  await visit.look('geen-plan');
  visit.expectComplaint(/404/);
  await visit.close();
});
