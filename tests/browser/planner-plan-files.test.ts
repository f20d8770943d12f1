import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
let folder: string;
beforeAll(async () => {
  app = await runApp();
  folder = await mkdtemp(join(tmpdir(), 'wzz-plan-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test('a list of blocks comes in with a verdict, is taken as one step and undone; the plan file opens again with its log', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const before = await planOfDivision(app, 'Met bestanden');
  const { id } = before;
  const planNow = (plan: string) => app.get<PlanNow>(`/plans/${plan}`);
  const [a, b] = before.plan.zones;
  const blocks = Object.entries(before.plan.zoneOfBlock);
  const nameOf = new Map(before.plan.zones.map(({ id: zone, name }) => [zone, name]));
  // As it went out, with the first zone joined to the second, and one line that is no block.
  const csv = ['id;zone_naam', ...blocks.map(([block, zone]) => `${block};${nameOf.get(zone === a!.id ? b!.id : zone)!}`), 'Q000;Nergens'].join('\r\n');

  await visit.open(`/?deur=afbakenen&plan=${id}`);
  await page.getByRole('button', { name: 'Meenemen en binnenhalen' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Planbestand/ }).click()]);
  expect(download.suggestedFilename()).toBe('met-bestanden.gpkg');
  const planFile = join(folder, 'plan.gpkg');
  await download.saveAs(planFile);

  await page.getByRole('button', { name: 'Zones uit een bestand halen' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'zones.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('1 regels niet overgenomen').waitFor();
  await page.getByText('Dit bouwblok bestaat niet in deze gemeente.').waitFor();
  await visit.look('zones-uit-bestand');
  await page.getByRole('button', { name: 'Overnemen in dit plan' }).click();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  const after = await planNow(id);
  expect(after.version).toBe(before.version + 1);
  expect(after.plan.zones.map(({ name }) => name)).toEqual(before.plan.zones.slice(1).map(({ name }) => name));
  await page.getByRole('button', { name: /^Ongedaan maken: indeling/ }).click();
  await page.getByRole('button', { name: /^Opnieuw: indeling/ }).waitFor();
  expect((await planNow(id)).plan.zoneOfBlock).toEqual(before.plan.zoneOfBlock);

  await page.keyboard.press('1');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Planbestand openen' }).click()]);
  await chooser.setFiles(planFile);
  await page.waitForURL((url) => url.searchParams.get('deur') === 'afbakenen' && url.searchParams.get('plan') !== id);
  const opened = await planNow(new URL(page.url()).searchParams.get('plan')!);
  expect(opened.plan).toEqual(before.plan);
  expect(opened.version).toBe(before.version);
  await visit.close();
});
