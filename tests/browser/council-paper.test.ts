import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptedJob, JobReply, WrittenReport } from '../../packages/api/src/schemas.ts';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
let folder: string;
beforeAll(async () => {
  app = await runApp();
  folder = await mkdtemp(join(tmpdir(), 'wzz-papier-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test('somebody prints a map: chooses what it shows and the sheet, sees it as it will be, and keeps it as PDF', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=presenteren&vel=kaart&plan=${app.plan}`);
  await page.getByRole('button', { name: 'Afdrukken' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Een kaart op papier' });
  await dialog.getByRole('group', { name: /^Voorbeeld van het blad: / }).waitFor();
  await dialog.getByRole('button', { name: /Wat toont de kaart/ }).click();
  await page.getByRole('option', { name: 'Bereik per soort, naast elkaar' }).click();
  const sheet = dialog.getByRole('group', { name: /het best bereikbaar/ });
  await sheet.waitFor();
  // The finding stands in the drawing as text, set in the type of the page.
  expect(await sheet.locator('text').first().evaluate((text) => getComputedStyle(text).fontFamily)).toContain('Noto Sans');
  await dialog.getByRole('button', { name: /Stand/ }).click();
  await page.getByRole('option', { name: 'Staand' }).click();
  await expect.poll(() => sheet.locator('svg').getAttribute('viewBox')).toBe('0 0 210 297');
  await visit.look('afdrukken');
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: 'PDF' }).click()]);
  const file = join(folder, 'kaart.pdf');
  await download.saveAs(file);
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  await page.setViewportSize(tablet);
  await visit.look('afdrukken-tablet');
  await visit.close();
});

test('the manual opens with ? at the chapter of the screen, with its pictures and its PDF', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}`);
  await page.keyboard.press('?');
  const manual = page.getByRole('dialog').getByRole('article', { name: 'Handleiding van Woonzorgzones' });
  const chapter = manual.getByRole('heading', { name: 'Voor de analist: leemten' });
  await expect.poll(() => chapter.evaluate((heading) => Math.abs(heading.getBoundingClientRect().top - heading.closest('article')!.getBoundingClientRect().top))).toBeLessThan(60);
  const picture = manual.getByRole('img', { name: 'Leemten: de matrix van zones en wat er ontbreekt' });
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(600);
  // The list of keys stays in sight beside it.
  await page.getByRole('dialog').getByText('Letters en cijfers als toets gebruiken').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), manual.getByRole('link', { name: 'De handleiding als PDF' }).click()]);
  const file = join(folder, 'handleiding.pdf');
  await download.saveAs(file);
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  await visit.look('handleiding');
  await visit.close();
});

test('the report as a page opens from a file without a network and keeps to WCAG 2.2 AA', async () => {
  const { job } = await app.post<AcceptedJob>(`/plans/${app.plan}/reports`, { language: 'nl' });
  let state = await app.get<JobReply>(`/jobs/${job}`);
  while (state.state === 'queued' || state.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 300));
    state = await app.get<JobReply>(`/jobs/${job}`);
  }
  const written = (state as { readonly result: WrittenReport }).result;
  const file = join(folder, 'verslag.html');
  await writeFile(file, Buffer.from(await (await fetch(`${app.url}/api/reports/${written.key}/verslag.html`)).arrayBuffer()));
  const visit = await app.visit(desktop);
  await visit.page.context().setOffline(true);
  await visit.page.goto(`file://${file}`);
  await visit.page.getByRole('heading', { level: 1, name: /^Leemten en voorzieningen in / }).waitFor();
  expect(await visit.page.evaluate(async () => (await document.fonts.load('16px "Noto Sans"')).length)).toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page: visit.page }).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).setLegacyMode().exclude('figure svg').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await visit.close();
});
