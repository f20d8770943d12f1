import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d,-]/g, '').replace(',', '.'));

/** The question of the deck: the wijkcentrum in west "in overweging om te sluiten". */
test('"wat kost het sluiten van Genk west?" is one click away: who goes further and how far, and the figures of the browser are those of the server', async () => {
  const { id } = await planOfDivision(app, 'Scenario');
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${id}&cijfer=aanwezig`);
  await page.getByRole('button', { name: 'Kant-en-klare vragen' }).click();
  await page.getByRole('button', { name: /^Wijkcentrum sociale dienst Genk west/ }).click();
  await page.getByText('sluit Wijkcentrum sociale dienst Genk west').waitFor();
  await page.locator('.scenario-result').waitFor();
  // Whoever walked to it goes further now; nobody gains by a closing.
  const line = page.getByText(/^Hele gemeente: .* gaan verder naar wijkcentrum sociale dienst, gemiddeld /).first();
  await line.waitFor();
  expect(await page.getByText(/gaan minder ver/).count()).toBe(0);

  const scenario = new URL(page.url()).searchParams.get('scenario')!;
  const analysis = await app.get<PlanAnalysis>(`/plans/${id}/analysis?scenario=${scenario}`);
  const way = analysis.against!.ways.find(({ kind }) => kind === 'municipality')!;
  expect(numberIn((await line.textContent())!.split(' (')[0]!)).toBe(Math.round(way.longer.persons));
  expect(numberIn(await page.locator('.scenario-result strong').textContent())).toBe(analysis.gaps.length);
  const matrix = page.getByRole('grid', { name: 'Zones en wat ze nodig hebben' });
  for (const zone of analysis.zones) {
    const present = zone.needs.find(({ norm }) => norm === 'ldc')!.present.count;
    const cell = matrix.getByRole('button', { name: new RegExp(`^${zone.name.replaceAll(/[()]/g, "\\$&")}, Lokaal dienstencentrum: centra, Aanwezig`) });
    expect(numberIn(await cell.locator('.matrix-figure').textContent())).toBe(present.kind === 'known' ? present.value : NaN);
  }
  await visit.settled();
  await visit.look('scenario');

  // From the plan to A to B: a second one rests on the first.
  await page.getByRole('button', { name: 'Verder bouwen' }).click();
  await page.getByRole('button', { name: /→ Scenario A/ }).waitFor();
  await visit.close();
});

test('"waar komt het vijfde lokaal dienstencentrum?": the four stay, a fifth is sited and tried; what it is tried in may be another year', async () => {
  const { id } = await planOfDivision(app, 'Vijfde');
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${id}&cijfer=aanwezig`);
  await page.getByRole('button', { name: 'Kant-en-klare vragen' }).click();
  await page.getByRole('button', { name: 'Waar komt het vijfde lokaal dienstencentrum?' }).click();
  await page.locator('.scenario-result').waitFor();
  await page.getByText(/^Hele gemeente: .* gaan minder ver naar lokaal dienstencentrum, gemiddeld /).first().waitFor();
  expect(await page.getByText(/gaan verder/).count()).toBe(0);
  const cells = await page.getByRole('button', { name: /, Lokaal dienstencentrum: centra, Aanwezig/ }).locator('.matrix-figure').allTextContents();
  expect(cells.reduce((sum, text) => sum + numberIn(text), 0)).toBe(5);

  await page.getByRole('button', { name: 'Naam, normen, jaar, weghalen' }).click();
  await page.getByRole('button', { name: /Jaar van dit scenario/ }).click();
  await page.getByRole('option', { name: '2013' }).click();
  await expect.poll(async () => (await app.get<PlanReply>(`/plans/${id}`)).plan.scenarios?.[0]?.steps.map(({ kind }) => kind)).toEqual(['open', 'year']);
  await page.getByText(/inwoners en voorzieningen van 2013/).waitFor();
  await visit.settled();
  await visit.look('scenario-vijfde');
  await visit.close();
});
