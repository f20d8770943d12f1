import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';
import { planOfDivision, type PlanNow } from './planner-plans.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

interface Remark {
  readonly author: string;
  readonly pin: { readonly kind: string };
  readonly handled: boolean;
  readonly answer: string | null;
}

test('a witness pins a remark on the map, the planner answers, the witness reads it, and the link is withdrawn', async () => {
  const { id, version } = await planOfDivision(app, 'Voor getuigen');

  const planner = await app.visit(desktop);
  await planner.open(`/?deur=afbakenen&plan=${id}`);
  await planner.page.getByRole('button', { name: 'Opmerkingen van getuigen' }).click();
  await planner.page.getByRole('button', { name: 'Links voor getuigen' }).click();
  await planner.page.getByLabel(/Voor wie is de link/).fill('Huisartsenkring');
  await planner.page.getByRole('button', { name: 'Link maken' }).click();
  const fresh = planner.page.locator('.link-fresh code');
  const lost = await fresh.textContent();
  // Lost and made again, it has another secret and ends on the same day.
  const links = () => app.get<readonly { readonly expiresAt: string | null }[]>(`/plans/${id}/witness-links`);
  const made = await links();
  expect(made).toMatchObject([{ expiresAt: expect.any(String) as string }]);
  await planner.page.getByRole('button', { name: 'Link voor Huisartsenkring opnieuw maken' }).click();
  await expect.poll(() => fresh.textContent()).not.toBe(lost);
  expect(await links()).toEqual(made);
  await planner.page.locator('.link-fresh').getByText(/werkt tot en met/).waitFor();
  const link = (await fresh.textContent())!;
  expect(link).toMatch(/\/getuige#[0-9a-f-]{36}\.[\w-]{43}$/);
  await planner.page.keyboard.press('Escape');

  const witness = await app.visit(tablet);
  await witness.page.goto(link);
  await witness.settled();
  await witness.page.getByRole('heading', { name: 'Opmerkingen bij Voor getuigen' }).waitFor();
  await witness.page.getByText('fictieve gegevens', { exact: true }).waitFor();
  const map = (await witness.page.locator('.map-view').boundingBox())!;
  await witness.page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await witness.page.getByText('Een plek op de kaart', { exact: true }).waitFor();
  await witness.page.getByRole('button', { name: 'Opmerking versturen' }).click();
  await witness.page.getByText('Schrijf uw opmerking.').waitFor();
  await witness.page.getByLabel('Oneens').check();
  await witness.page.getByLabel('Uw opmerking').fill('De grens loopt dwars door onze praktijk.');
  await witness.page.getByLabel(/Uw naam/).fill('Dr. An Peeters');
  await witness.page.getByRole('button', { name: 'Opmerking versturen' }).click();
  await witness.page.getByText('Uw opmerking is verstuurd.', { exact: false }).waitFor();

  const [remark] = await app.get<readonly Remark[]>(`/plans/${id}/remarks`);
  expect(remark).toMatchObject({ author: 'Dr. An Peeters', pin: { kind: 'place' }, handled: false });
  // Nothing a witness does is a change of the plan.
  expect((await app.get<PlanNow>(`/plans/${id}`)).version).toBe(version);

  await planner.page.reload();
  await planner.page.getByRole('button', { name: 'Opmerkingen van getuigen: 1 opmerking, 1 open' }).click();
  const card = planner.page.getByRole('listitem', { name: 'Opmerking 1 van Dr. An Peeters' });
  await card.getByLabel('Antwoord aan de getuige').fill('We verleggen de grens.');
  await card.getByText('Afgehandeld', { exact: true }).click();
  await planner.page.getByRole('button', { name: /1 opmerking, 0 open/ }).waitFor();
  await planner.settled();
  await planner.look('opmerking-van-getuige');

  await witness.page.reload();
  await witness.settled();
  await witness.page.getByText('We verleggen de grens.').waitFor();
  await witness.page.getByRole('button', { name: 'Wijzigen' }).click();
  await witness.page.getByLabel('Uw opmerking').fill('Dank u.');
  await witness.page.getByRole('button', { name: 'Wijziging bewaren' }).click();
  await witness.page.getByText('Uw wijziging is bewaard.').waitFor();
  await witness.look('getuige');
  expect((await app.get<readonly Remark[]>(`/plans/${id}/remarks`))[0]).toMatchObject({ handled: false, answer: 'We verleggen de grens.' });

  await planner.page.getByRole('button', { name: 'Links voor getuigen' }).click();
  await planner.page.getByRole('button', { name: 'Link voor Huisartsenkring intrekken' }).click();
  await planner.page.getByText(/ingetrokken op/).waitFor();
  await witness.page.reload();
  await witness.page.getByText('Deze link is ingetrokken.', { exact: false }).waitFor();
  await witness.look('getuige-ingetrokken');
  witness.expectComplaint(/410/);
  await planner.close();
  await witness.close();
});
