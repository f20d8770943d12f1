import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
let plan: string;
beforeAll(async () => {
  app = await runApp();
  const { plan: { dataset } } = await app.get<{ plan: { dataset: string } }>(`/plans/${app.plan}`);
  plan = (await app.post<{ id: string }>('/plans', { dataset, name: 'Beste plaatsen', from: 'empty' })).id;
});
afterAll(() => app.close());

test('two places are looked for, and what is proven is read; supply in reach and the everyday way stand per zone on a tablet; a pace of the plan’s own is kept, marked, and undone', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&plan=${plan}&blad=bereik&bereik=plaatsen`);
  await page.getByLabel('Nieuwe plaatsen, hoogstens').fill('niets');
  await page.getByText('Vul bij elk getal een bruikbare waarde in').waitFor();
  await page.getByLabel('Nieuwe plaatsen, hoogstens').fill('2');
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
  await page.getByRole('heading', { name: 'Gevonden plaatsen' }).waitFor();
  await page.getByText('Bewezen: geen andere keuze is beter.').waitFor();
  const rows = page.getByRole('grid', { name: 'Gevonden plaatsen' }).getByRole('row');
  expect(await rows.nth(1).textContent()).toContain('Nieuwe plaats 1');
  expect(await rows.nth(2).textContent()).toContain('Nieuwe plaats 2');
  await visit.settled();
  await visit.look('beste-plaatsen');

  const part = (name: string) => page.locator('.reach-pages').getByRole('button', { name, exact: true });
  await part('Profielen').click();
  await page.getByRole('row', { name: /Met de rolstoel/ }).click();
  await page.getByLabel('Tempo (m/s)').fill('0');
  await page.getByRole('button', { name: 'Bewaren in dit plan' }).click();
  await page.getByText('Vul een getal in groter dan 0.').waitFor();
  await page.getByLabel('Tempo (m/s)').fill('0,6');
  await page.getByRole('button', { name: 'Bewaren in dit plan' }).click();
  await page.getByRole('row', { name: /Met de rolstoel \(eigen\)/ }).waitFor();
  await expect.poll(async () => (await app.get<{ plan: { travel?: readonly { metresPerSecond: number }[] } }>(`/plans/${plan}`)).plan.travel?.[0]?.metresPerSecond).toBe(0.6);
  await page.getByRole('button', { name: 'Terug naar het meegeleverde profiel' }).click();
  await expect.poll(async () => (await app.get<{ plan: { travel?: unknown } }>(`/plans/${plan}`)).plan.travel).toBeUndefined();

  await page.setViewportSize(tablet);
  await part('Aanbod in bereik').click();
  await page.getByRole('grid', { name: 'Aanbod in bereik, per zone' }).waitFor();
  await page.getByRole('button', { name: /Methode/ }).click();
  await page.getByRole('option', { name: /gauss/ }).click();
  await page.getByText('een eigen keuze van dit programma').waitFor();
  await page.getByLabel('Breedte σ').fill('-3');
  await page.getByText('elke afstand moet een getal zijn groter dan 0').waitFor();
  await part('Alledaagse weg').click();
  await page.getByRole('grid', { name: 'Alledaagse weg, per zone' }).waitFor();
  await visit.settled();
  await visit.look('alledaagse-weg');
  await visit.close();
});
