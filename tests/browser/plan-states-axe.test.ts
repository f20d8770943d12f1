import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, tablet, type RunningApp, type Visit } from './running-app.ts';

let app: RunningApp;
let filled: PlanNow;
let empty: PlanNow;
let token: string;
beforeAll(async () => {
  app = await runApp();
  filled = await planOfDivision(app, 'Alle staten');
  empty = await app.post<PlanNow>('/plans', { dataset: filled.plan.dataset, name: 'Leeg', from: 'empty' });
  const [zone] = filled.plan.zones;
  ({ token } = await app.post<{ readonly token: string }>(`/plans/${filled.id}/witness-links`, { name: 'Wijkraad', expiresAt: null }));
  const sent = await fetch(`${app.url}/api/witness/remarks`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ author: 'Jos', theme: 'mobiliteit', opinion: 'twijfel', text: 'Niet veilig.', pin: { kind: 'zone', zone: zone!.id } }),
  });
  expect(sent.status).toBe(201);
});
afterAll(() => app.close());

const english = ({ page }: Visit) => page.addInitScript(() => localStorage.setItem('woonzorgzones.taal', 'en'));

test.each([['nl', desktop], ['en', tablet]] as const)('every state of Afbakenen can be used by everybody, in %s', async (language, size) => {
  const visit = await app.visit(size);
  if (language === 'en') await english(visit);
  const { page } = visit;
  const words = language === 'nl'
    ? { blocks: 'Bouwblokken in een lijst', remarks: /^Opmerkingen van getuigen/, links: 'Links voor getuigen', files: 'Meenemen en binnenhalen', bring: 'Zones uit een bestand halen', steps: 'Stappen en kopieën', copy: 'Plan kopiëren…', rename: 'Plan hernoemen…', propose: 'Zones laten voorstellen' }
    : { blocks: 'Blocks in a list', remarks: /^Remarks of witnesses/, links: 'Links for witnesses', files: 'Take along and bring in', bring: 'Bring zones in from a file', steps: 'Steps and copies', copy: 'Copy plan…', rename: 'Rename plan…', propose: 'Have zones proposed' };
  const state = (name: string) => visit.look(`afbakenen-${language}-${name}`);

  await visit.open(`/?deur=afbakenen&plan=${empty.id}`);
  await state('leeg');
  await visit.open(`/?deur=afbakenen&plan=${filled.id}`);
  await state('zones');
  await page.keyboard.press('v');
  await state('kwast');
  await page.keyboard.press('s');
  await state('splitsen');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await state('afwijking');
  for (const [dialog, name] of [[words.copy, 'kopie'], [words.rename, 'hernoemen']] as const) {
    await page.getByRole('button', { name: words.steps }).click();
    await page.getByRole('menuitem', { name: dialog }).click();
    await page.getByRole('dialog').waitFor();
    await state(name);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: words.propose }).click();
  await page.getByRole('dialog').waitFor();
  await state('voorstel-vragen');
  await page.keyboard.press('Escape');
  await visit.open(`/?deur=afbakenen&plan=${filled.id}&zone=${filled.plan.zones[0]!.id}`);
  await page.keyboard.press('o');
  await state('zone-vergrendeld');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.remarks }).click();
  await state('opmerkingen');
  await page.getByRole('button', { name: words.links }).click();
  await state('links');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.files }).click();
  await page.getByRole('button', { name: words.bring }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'z.csv', mimeType: 'text/csv', buffer: Buffer.from(`blok;zone\n${Object.keys(filled.plan.zoneOfBlock)[0]!};A\nniets;B\n`) });
  await page.getByRole('dialog').getByRole('grid').nth(1).waitFor();
  await state('bestand');
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await page.getByRole('grid').nth(1).waitFor();
  await state('blokken');
  await page.keyboard.press('?');
  await state('toetsen');
  await page.keyboard.press('Escape');
  await visit.close();
});

test.each([['nl', desktop], ['en', tablet]] as const)('the page of a witness can be used by everybody, in %s', async (language, size) => {
  const visit = await app.visit(size);
  if (language === 'en') await english(visit);
  const { page } = visit;
  const state = (name: string) => visit.look(`getuige-${language}-${name}`);
  await page.goto(`${app.url}/getuige#${token}`);
  await visit.settled();
  await state('eerst');
  await page.getByRole('button', { name: language === 'nl' ? 'Opmerking versturen' : 'Send remark' }).click();
  await state('onvolledig');
  await page.getByRole('button', { name: language === 'nl' ? 'Wijzigen' : 'Change' }).click();
  await state('wijzigen');
  await page.goto(`${app.url}/getuige`);
  await page.getByRole('alert').waitFor();
  await state('zonder-geheim');
  await page.goto(`${app.url}/getuige#${token.slice(0, -3)}AAA`);
  await page.getByRole('alert').waitFor();
  await state('verkeerd-geheim');
  visit.expectComplaint(/403/);
  await visit.close();
});
