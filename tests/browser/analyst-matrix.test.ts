import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

/** Figures as a Dutch reader writes them: none but whole or fractional numbers, so that a cell can be held against the API. */
const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d,.-]/g, '').replaceAll('.', '').replace(',', '.'));

test('the matrix tells the figures of the API, with their mark; it is walked with the arrow keys, Enter opens how a figure came about, and the link brings it back', async () => {
  const analysis = await app.get<PlanAnalysis>(`/plans/${app.plan}/analysis`);
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}&cijfer=aanwezig`);
  const matrix = page.getByRole('grid', { name: 'Zones en wat ze nodig hebben' });
  for (const area of analysis.zones) {
    const present = area.needs.find(({ norm }) => norm === 'wzc')!.present.count;
    const cell = matrix.getByRole('button', { name: new RegExp(`^${area.name}, Woonzorgcentrum: plaatsen, Aanwezig: .*onbevestigde norm$`) });
    expect(present.kind).toBe('known');
    expect(numberIn(await cell.locator('.matrix-figure').textContent())).toBe(present.kind === 'known' ? present.value : NaN);
    expect(await cell.textContent()).toContain('◊');
  }
  // The deck: 473 places in residential care in Genk in 2008.
  expect(numberIn(await matrix.getByRole('row', { name: /^Hele gemeente/ }).locator('.matrix-total').first().textContent())).toBe(473);
  await visit.look('matrix');

  const first = matrix.locator('[data-cell="1:1"]');
  await first.focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.dataset.cell')).toBe('2:1');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByText(/personen van 60 tot en met 74 jaar × 1 per 100 = /).waitFor();
  await page.getByText('◊ onbevestigd').waitFor();
  await page.getByText(/^Bestanden: /).waitFor();
  await visit.settled();
  await visit.look('afleiding');
  await page.reload();
  await page.getByText(/personen van 60 tot en met 74 jaar × 1 per 100 = /).waitFor();
  // The sample town has streets: no distance is a straight line.
  expect(await page.getByText('hemelsbreed').count()).toBe(0);
  await visit.close();
});

test('on a tablet every act of the matrix can be hit with a finger', async () => {
  const visit = await app.visit(tablet);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${app.plan}`);
  const matrix = page.getByRole('grid', { name: 'Zones en wat ze nodig hebben' });
  await matrix.waitFor();
  for (const act of await page.locator('.panel-body').getByRole('button').all()) {
    const box = await act.boundingBox();
    if (box !== null) expect(box.height).toBeGreaterThanOrEqual(44);
  }
  await visit.look('matrix-tablet');
  await visit.close();
});
