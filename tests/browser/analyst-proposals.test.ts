import type { PlanReply } from '@woonzorgzones/api/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('a proposal reads what, why, on what condition and how sure; a judgement and its note stay with the plan', async () => {
  const { id } = await planOfDivision(app, 'Voorstellen');
  const asked = await app.get<readonly { readonly id: string }[]>(`/plans/${id}/proposals`);
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&blad=voorstellen&plan=${id}`);
  await page.getByText(`Voorstel – van ${asked.length}`).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Op voorwaarde dat' }).waitFor();
  await page.getByRole('heading', { name: /^Hoe zeker: / }).waitFor();
  await page.getByRole('button', { name: 'Verwerpen' }).click();
  await page.getByText('verworpen').waitFor();
  await page.getByLabel('Nota').fill('Te ver van de halte.');
  await page.getByRole('button', { name: 'Nota bewaren' }).click();
  await expect.poll(async () => (await app.get<PlanReply>(`/plans/${id}`)).plan.judgements).toEqual({ [asked[0]!.id]: { verdict: 'rejected', note: 'Te ver van de halte.' } });
  await visit.settled();
  await visit.look('voorstel');
  await visit.close();
});
