import { categories } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

/** The kinds of need that are looked at first. */
const first = new Set<string>(['zorg', 'wonen', 'welzijn']);

test('a link brings a zone back in another year; the gaps of that year are stepped through on the map with one key, and the back button goes back', async () => {
  const analysis = await app.get<PlanAnalysis>(`/plans/${app.plan}/analysis?year=2013`);
  const [zone] = analysis.zones;
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}&jaar=2013&blad=zone&zone=${zone!.zone}`);
  const told = await page.locator('.facts-row').filter({ hasText: '75-plussers (2013)' }).locator('dd').textContent();
  const { count } = zone!.from75;
  expect(count.kind).toBe('known');
  expect((told ?? '').replaceAll('.', '')).toMatch(new RegExp(`^${Math.round(count.kind === 'known' ? count.value : NaN)}\\b`));
  // Each local need opens how it came about: persons times rates, source, year and files.
  await page.getByRole('button', { name: /^Aanleunwonen/ }).first().click();
  const working = page.locator('.working-lines li').filter({ visible: true });
  await working.filter({ hasText: /^\d.* personen \(.*\).* × .* per / }).first().waitFor();
  await working.filter({ hasText: /^Bron: / }).waitFor();
  await visit.settled();
  await visit.look('zoneblad-2013');

  await page.getByRole('navigation', { name: 'Leemten' }).getByRole('button', { name: 'Leemten' }).click();
  const listed = analysis.gaps.filter(({ category }) => first.has(categories[category].group));
  const stepTo = async (number: number): Promise<void> => {
    await page.keyboard.press('n');
    await page.getByText(`Leemte ${number} van ${listed.length}`, { exact: true }).waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('zone'), searchParams.get('norm')]).toEqual([listed[number - 1]!.zone, listed[number - 1]!.norm]);
    await visit.settled();
  };
  await stepTo(1);
  const before = await visit.mapPicture();
  await stepTo(2);
  await stepTo(3);
  expect((await visit.mapPicture()).equals(before)).toBe(false);
  await visit.look('leemte-drie');
  await page.goBack();
  await page.getByText(`Leemte 2 van ${listed.length}`, { exact: true }).waitFor();
  await visit.close();
});
