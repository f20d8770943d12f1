import type { PlanReply } from '@woonzorgzones/api/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

test('a set of norms is copied and a rate changed; what is wrong stands at its line and is not kept', async () => {
  const { id } = await planOfDivision(app, 'Normen');
  const visit = await app.visit(desktop);
  const { page } = visit;
  await visit.open(`/?deur=leemten&blad=normen&plan=${id}`);
  await page.getByRole('button', { name: 'Kopiëren om aan te passen' }).click();
  await page.getByText(/^Dit zijn de eigen normen van dit plan/).waitFor();
  await page.getByRole('button', { name: /^Woonzorgcentrum: plaatsen/ }).click();
  await page.getByRole('button', { name: 'Aanpassen' }).click();
  const rate = page.getByRole('textbox', { name: 'aantal, regel 1' });
  await rate.fill('130');
  await page.getByText(/is meer dan iedereen \(over 100 %\)/).waitFor();
  expect(await page.getByRole('button', { name: 'Bewaren', exact: true }).isDisabled()).toBe(true);
  await visit.look('norm-fout');
  await rate.fill('1,5');
  await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await expect.poll(async () => {
    const norm = (await app.get<PlanReply>(`/plans/${id}`)).plan.norms?.norms.find((one) => one.id === 'wzc');
    return norm?.kind === 'amount' && norm.rule.kind === 'per-age' ? [norm.status, norm.rule.rates[0]?.count] : null;
  }).toEqual(['own', 1.5]);
  await visit.look('normen');
  await visit.close();
});
