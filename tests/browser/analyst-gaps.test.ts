import { categories } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

/** The kinds of need that are looked at first. */
const first = new Set<string>(['zorg', 'wonen', 'welzijn']);

/** Figures as a Dutch reader writes them: none but whole or fractional numbers, so that a cell can be held against the API. */
const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d,.-]/g, '').replaceAll('.', '').replace(',', '.'));

test('a link brings a zone back in another year; its gaps are stepped through on the map with one key, and the back button goes back; the matrix tells the figures of the API, is walked by keyboard, and opens how each came about', async () => {
  const [then, analysis] = await Promise.all(['?year=2013', ''].map((year) => app.get<PlanAnalysis>(`/plans/${app.plan}/analysis${year}`))) as [PlanAnalysis, PlanAnalysis];
  const [zone] = then.zones;
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}&jaar=2013&blad=zone&zone=${zone!.zone}`);
  const told = await page.locator('.facts-row').filter({ hasText: '75-plussers (2013)' }).locator('dd').textContent();
  const { count } = zone!.from75;
  expect(count.kind).toBe('known');
  expect((told ?? '').replaceAll('.', '')).toMatch(new RegExp(`^${Math.round(count.kind === 'known' ? count.value : NaN)}\\b`));
  // Who lives there says by what it is known, and each local need how it came about: persons times rates, source, year and files.
  await page.getByRole('button', { name: 'Hoe dit cijfer ontstaat' }).click();
  await page.getByText(/^Inwoners: de som van \d+ bouwblokken met [\d.]+ adressen, berekend, 2013\.$/).waitFor();
  await page.getByRole('button', { name: 'Hoe dit bekend is' }).click();
  await page.getByText(/^Regel: elke zone heeft de drie functies/).first().waitFor();
  await page.getByRole('button', { name: /^Aanleunwonen/ }).first().click();
  const working = page.locator('.working-lines li').filter({ visible: true });
  await working.filter({ hasText: /^\d.* personen \(.*\).* × .* per / }).first().waitFor();
  await working.filter({ hasText: /^Bron: / }).waitFor();
  await visit.settled();
  await visit.look('zoneblad-2013');

  const pages = page.getByRole('navigation', { name: 'Leemten' });
  await pages.getByRole('button', { name: 'Leemten' }).click();
  const listed = then.gaps.filter(({ category }) => first.has(categories[category].group));
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

  await page.getByRole('button', { name: /^2013 Jaar|Jaar/ }).first().click();
  await page.getByRole('option', { name: '2008', exact: true }).click();
  await pages.getByRole('button', { name: 'Matrix' }).click();
  await page.getByRole('radio', { name: 'Aanwezig' }).click();
  const matrix = page.getByRole('grid', { name: 'Zones en wat ze nodig hebben' });
  for (const area of analysis.zones) {
    const present = area.needs.find(({ norm }) => norm === 'wzc')!.present.count;
    const cell = matrix.getByRole('button', { name: new RegExp(`^${area.name}, Woonzorgcentrum: plaatsen, Aanwezig: .*onbevestigde norm$`) });
    expect(present.kind).toBe('known');
    expect(numberIn(await cell.locator('.matrix-figure').textContent())).toBe(present.kind === 'known' ? present.value : NaN);
    expect(await cell.textContent()).toContain('◊');
  }
  // The deck: 473 places in residential care in Genk in 2008; the whole municipality opens its own working.
  const whole = matrix.getByRole('button', { name: /^Hele gemeente, Woonzorgcentrum: plaatsen, Aanwezig/ });
  expect(numberIn(await whole.textContent())).toBe(473);
  await whole.click();
  await page.getByRole('heading', { name: 'Hoe dit cijfer ontstaat: Hele gemeente, Woonzorgcentrum: plaatsen' }).waitFor();
  await page.getByText('9.338 personen van 60 tot en met 74 jaar × 1 per 100 = 93,4 plaatsen').waitFor();
  await page.getByRole('button', { name: /^Wat niet of niet zeker te zeggen is/ }).click();
  await page.getByText(/^Deze norm verschilt naar stedelijkheid/).first().waitFor();

  await matrix.locator('[data-cell="1:1"]').focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.dataset.cell')).toBe('2:1');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Hoe dit cijfer ontstaat: (?!Hele gemeente)/ }).waitFor();
  await page.getByText('◊ onbevestigd').waitFor();
  await page.getByText(/^Bestanden: /).waitFor();
  await visit.settled();
  await visit.look('afleiding');
  await page.reload();
  await page.getByText(/personen van 60 tot en met 74 jaar × 1 per 100 = /).waitFor();
  // The sample town has streets: no distance is a straight line.
  expect(await page.getByText('hemelsbreed').count()).toBe(0);

  // On a tablet every act of the matrix can be hit with a finger.
  await page.setViewportSize(tablet);
  await visit.settled();
  for (const act of await page.locator('.panel-body').getByRole('button').all()) {
    const box = await act.boundingBox();
    if (box !== null) expect(box.height).toBeGreaterThanOrEqual(44);
  }
  await visit.look('matrix-tablet');
  await visit.close();
});
