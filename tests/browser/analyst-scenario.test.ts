import type { Register } from '@woonzorgzones/api/schemas';
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

test('what closing a service centre costs is one click away, and the figures of the browser are those of the server', async () => {
  const { id } = await planOfDivision(app, 'Scenario');
  const { facilities } = await app.get<Register>(`/plans/${id}/register`);
  const west = facilities.features.map(({ properties }) => properties).find(({ name }) => name === 'De Schalm')!;
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${id}&cijfer=aanwezig`);
  await page.getByRole('button', { name: 'Kant-en-klare vragen' }).click();
  await page.getByRole('button', { name: /^De Schalm/ }).click();
  await page.getByText(`sluit ${west.name}`).waitFor();
  await page.locator('.scenario-result').waitFor();
  // Whoever walked to it goes further now; nobody gains by a closing.
  await page.getByText(/^Hele gemeente: .* gaan verder naar lokaal dienstencentrum, gemiddeld /).first().waitFor();
  expect(await page.getByText(/gaan minder ver/).count()).toBe(0);

  const scenario = new URL(page.url()).searchParams.get('scenario')!;
  const analysis = await app.get<PlanAnalysis>(`/plans/${id}/analysis?scenario=${scenario}`);
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
