import type { PlanReply } from '@woonzorgzones/api/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('a set of norms is copied and a rate changed, what is wrong stands at its line and is not kept; a proposal reads what, why, on what condition and how sure, and a judgement and its note stay with the plan', async () => {
  const { id } = await planOfDivision(app, 'Normen en voorstellen');
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&blad=normen&plan=${id}`);
  await page.getByRole('button', { name: 'Kopiëren om aan te passen' }).click();
  await page.getByText(/^Dit zijn de eigen normen van dit plan/).waitFor();
  await page.getByRole('button', { name: /^Woonzorgcentrum: plaatsen/ }).click();
  await page.getByRole('button', { name: 'Aanpassen' }).click();
  const rate = page.getByRole('textbox', { name: 'aantal, regel 1' });
  const save = page.getByRole('button', { name: 'Bewaren', exact: true });
  await rate.fill('130');
  await page.getByText(/is meer dan iedereen \(over 100 %\)/).waitFor();
  expect(await save.isDisabled()).toBe(true);
  await rate.fill('1,5');
  await page.getByRole('textbox', { name: 'tot en met, regel 1' }).fill('77');
  await page.getByText(/overlappen of staan niet op volgorde/).waitFor();
  await page.getByRole('textbox', { name: 'tot en met, regel 1' }).fill('74');
  const source = page.getByRole('textbox', { name: 'Bron', exact: true });
  const title = await source.inputValue();
  await source.fill(' ');
  await page.getByText(/^Een norm zonder bron telt niet/).waitFor();
  expect(await save.isDisabled()).toBe(true);
  await visit.look('norm-fout');
  await source.fill(title);
  await save.click();
  await page.getByRole('button', { name: 'Aanpassen' }).waitFor();
  await expect.poll(async () => {
    const norm = (await app.get<PlanReply>(`/plans/${id}`)).plan.norms?.norms.find((one) => one.id === 'wzc');
    return norm?.kind === 'amount' && norm.rule.kind === 'per-age' ? [norm.status, norm.rule.rates[0]?.count] : null;
  }, { timeout: 30_000 }).toEqual(['own', 1.5]);

  const asked = await app.get<readonly { readonly id: string }[]>(`/plans/${id}/proposals`);
  await page.getByRole('navigation', { name: 'Leemten' }).getByRole('button', { name: 'Voorstellen' }).click();
  await page.getByText(`Voorstel – van ${asked.length}`).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Op voorwaarde dat' }).waitFor();
  await page.getByRole('heading', { name: /^Hoe zeker: / }).waitFor();
  await page.getByRole('button', { name: 'Verwerpen' }).click();
  await page.getByText('verworpen').waitFor();
  await page.getByLabel('Nota').fill('Te ver van de halte.');
  await page.getByRole('button', { name: 'Nota bewaren' }).click();
  await expect.poll(async () => (await app.get<PlanReply>(`/plans/${id}`)).plan.judgements, { timeout: 30_000 }).toEqual({ [asked[0]!.id]: { verdict: 'rejected', note: 'Te ver van de halte.' } });
  await visit.settled();
  await visit.look('voorstel');
  await visit.close();
});
