import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../api/wzz.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const sample = join(root, 'data', 'sample');
const sampleFiles = readdirSync(sample).filter((name) => !name.endsWith('.md')).map((name) => join(sample, name));

test('the table twin shows what the map shows, sorts it, and shares its choice', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=afbakenen&plan=${app.plan}`);
  await page.keyboard.press('b');
  await page.getByRole('columnheader', { name: /Inwoners/ }).click();
  const rows = page.getByRole('grid').getByRole('row').filter({ has: page.getByRole('rowheader') });
  const inhabitants = (await rows.getByRole('gridcell').filter({ hasText: /^[\d.]{5,6}$/ }).allTextContents()).map((text) => Number(text.replace('.', '')));
  const zones = await rows.count();
  expect(inhabitants.length).toBeGreaterThanOrEqual(zones);
  const perZone = await Promise.all(Array.from({ length: zones }, async (_, i) => Number((await rows.nth(i).getByRole('gridcell').first().textContent())!.replace('.', ''))));
  expect(perZone).toEqual(perZone.toSorted((a, b) => a - b));
  await rows.first().click();
  const name = await rows.first().getByRole('rowheader').textContent();
  await page.getByRole('button', { name: new RegExp(name!), pressed: true }).waitFor();
  await visit.settled();
  await visit.look('tabel');
  await visit.close();
});

test('the data screen says of each file what was taken of it', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=gegevens&plan=${app.plan}`);
  expect(await page.getByText(/^[\d.]+ van [\d.]+ rijen overgenomen$/).count()).toBe(sampleFiles.length - 1);
  await page.getByRole('heading', { name: 'Berekend', exact: true }).waitFor();
  await page.keyboard.press('b');
  await visit.settled();
  await visit.look('gegevens-breed');
  await visit.close();
});

test('an address is found by its beginning and shown on the map', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=afbakenen&plan=${app.plan}`);
  await page.keyboard.press('/');
  await page.keyboard.type('amber 2');
  await page.getByRole('option', { name: /amber/i }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => (url.searchParams.get('kaart') ?? '').startsWith('16.00/'));
  await visit.settled();
  await visit.look('adres-gevonden');
  await visit.close();
});
