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

/** The questions of the deck: the wijkcentrum in west "in overweging om te sluiten", "naar een invulling van de programmatienorm: 5 DC", and "kan dienstencentrum mee … zorgcoördinatie opnemen?". */
test('what closing Genk west costs and where the fifth dienstencentrum comes are one click away; a building is given a function by hand; the figures of the browser are those of the server', async () => {
  const { id } = await planOfDivision(app, 'Scenario');
  const visit = await app.visit(desktop);
  const { page } = visit;
  const chosen = (): string => new URL(page.url()).searchParams.get('scenario')!;
  const onServer = () => app.get<PlanAnalysis>(`/plans/${id}/analysis?scenario=${chosen()}`);
  const gapsOnScreen = async (): Promise<number> => numberIn(await page.locator('.scenario-result strong').textContent());
  await visit.open(`/?deur=leemten&plan=${id}&cijfer=aanwezig`);
  await page.getByRole('button', { name: 'Kant-en-klare vragen' }).click();
  await page.getByRole('button', { name: /^Wijkcentrum sociale dienst Genk west/ }).click();
  await page.getByText('sluit Wijkcentrum sociale dienst Genk west').waitFor();
  await page.locator('.scenario-result').waitFor();
  // Whoever walked to it goes further now; nobody gains by a closing.
  const line = page.getByText(/^Hele gemeente: .* gaan verder naar wijkcentrum sociale dienst, gemiddeld /).first();
  await line.waitFor();
  expect(await page.getByText(/gaan minder ver/).count()).toBe(0);
  const closed = await onServer();
  const way = closed.against!.ways.find(({ kind }) => kind === 'municipality')!;
  expect(numberIn((await line.textContent())!.split(' (')[0]!)).toBe(Math.round(way.longer.persons));
  expect(await gapsOnScreen()).toBe(closed.gaps.length);
  const matrix = page.getByRole('grid', { name: 'Zones en wat ze nodig hebben' });
  for (const zone of closed.zones) {
    const present = zone.needs.find(({ norm }) => norm === 'ldc')!.present.count;
    const cell = matrix.getByRole('button', { name: new RegExp(`^${zone.name.replaceAll(/[()]/g, "\\$&")}, Lokaal dienstencentrum: centra, Aanwezig`) });
    expect(numberIn(await cell.locator('.matrix-figure').textContent())).toBe(present.kind === 'known' ? present.value : NaN);
  }

  // From the plan to A to B: a second one rests on the first, and is laid beside it.
  await page.getByRole('button', { name: 'Verder bouwen' }).click();
  await page.getByRole('button', { name: /→ Scenario A/ }).waitFor();
  await page.getByText(/^tegenover: Zonder Wijkcentrum sociale dienst Genk west$/).waitFor();
  // A building takes a function: chosen from the list, given with one press, and no function of its kind can be taken away.
  await page.getByRole('button', { name: /Voorziening in dit scenario/ }).click();
  await page.getByRole('option', { name: /^De Halm – / }).click();
  expect(await page.getByRole('button', { name: 'activiteitscentrum' }).isDisabled()).toBe(true);
  const coordinates = page.getByRole('button', { name: 'coördinatiepunt', exact: true });
  expect(await coordinates.getAttribute('aria-pressed')).toBe('false');
  await coordinates.click();
  await page.getByText('De Halm wordt activiteitscentrum en coördinatiepunt').waitFor();
  await page.locator('button[aria-pressed=true]').filter({ hasText: 'coördinatiepunt' }).waitFor();
  await page.getByRole('button', { name: '1 leemte opgelost' }).click();
  await page.getByText(/: geen coördinatiepunt in de zone\. Er wonen /).waitFor();
  const given = await onServer();
  expect(given.against!.gapsClosed.map(({ function: role }) => role)).toEqual(['coordinatiepunt']);
  expect(await gapsOnScreen()).toBe(given.gaps.length);
  await visit.settled();
  await visit.look('scenario');
  // Taken back, the gap is there again, and nothing is left of the step but what it says.
  await coordinates.click();
  await page.getByText('De Halm wordt activiteitscentrum', { exact: true }).waitFor();
  await page.getByRole('button', { name: '1 leemte opgelost' }).waitFor({ state: 'detached' });
  expect(await gapsOnScreen()).toBe(closed.gaps.length);

  // Four dienstencentra stay, a fifth is sited.
  await page.getByRole('button', { name: /U bekijkt/ }).click();
  await page.getByRole('option', { name: 'Het plan zoals het is' }).click();
  await page.getByRole('button', { name: 'Kant-en-klare vragen' }).click();
  await page.getByRole('button', { name: 'Waar komt het vijfde lokaal dienstencentrum?' }).click();
  await page.getByText(/^Hele gemeente: .* gaan minder ver naar lokaal dienstencentrum, gemiddeld /).first().waitFor();
  expect(await page.getByText(/gaan verder/).count()).toBe(0);
  const centres = page.getByRole('button', { name: /, Lokaal dienstencentrum: centra, Aanwezig/ }).and(page.locator('.matrix-cell')).locator('.matrix-figure');
  expect((await centres.allTextContents()).reduce((sum, text) => sum + numberIn(text), 0)).toBe(5);
  await page.getByRole('button', { name: 'Naam, normen, jaar, weghalen' }).click();
  await page.getByRole('button', { name: /Jaar van dit scenario/ }).click();
  await page.getByRole('option', { name: '2013' }).click();
  await expect.poll(async () => (await app.get<PlanReply>(`/plans/${id}`)).plan.scenarios?.find((one) => one.id === chosen())?.steps.map(({ kind }) => kind), { timeout: 30_000 }).toEqual(['open', 'year']);
  await page.getByText(/inwoners en voorzieningen van 2013/).waitFor();
  await visit.settled();
  await visit.look('scenario-vijfde');
  await visit.close();
});
