import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision, renameZone, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const now = (plan: PlanNow) => app.get<PlanNow>(`/plans/${plan.id}`);
const namesOf = async (plan: PlanNow) => (await now(plan)).plan.zones.map(({ name }) => name);

/** Somebody else empties part of the first zone, while the page that is open knows nothing of it. */
async function theOther(plan: PlanNow): Promise<void> {
  const { version, plan: { zones, zoneOfBlock } } = await now(plan);
  const blocks = Object.keys(zoneOfBlock).filter((block) => zoneOfBlock[block] === zones[0]!.id).slice(0, 4);
  await app.post(`/plans/${plan.id}/edits`, { version, by: 'Bert', edits: [{ kind: 'assign-blocks', blocks, zone: zones[1]!.id }] });
}

test('two planners on one plan: the second sees both versions and keeps theirs, a copy, or both', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const plan = await planOfDivision(app, 'Met twee');
  const [first, , third] = plan.plan.zones;
  await page.goto(`${app.url}/?deur=afbakenen&plan=${plan.id}&zone=${third!.id}`);
  await page.getByRole('button', { name: 'Naam wijzigen' }).waitFor();

  // Both: mine on top of theirs.
  await theOther(plan);
  await renameZone(page, 'Van mij');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(/Bert: 4 bouwblokken toegewezen/).waitFor();
  await dialog.getByText('zone hernoemd tot Van mij').waitFor();
  await dialog.getByText('U werkte verder op versie 1; intussen is er versie 2.').waitFor();
  await dialog.getByRole('row').filter({ hasText: first!.name }).waitFor();
  await visit.look('botsing');
  await dialog.getByRole('button', { name: 'De mijne: voeg mijn stappen toe aan versie 2' }).click();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  expect((await now(plan)).version).toBe(3);
  expect(await namesOf(plan)).toContain('Van mij');

  // Theirs: mine is let go.
  await theOther(plan);
  await renameZone(page, 'Valt weg');
  await dialog.getByRole('button', { name: 'De andere: laat mijn stappen vallen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('versie 4', { exact: true }).waitFor();
  expect((await now(plan)).version).toBe(4);

  // A step back over what stood already takes back nothing of the other; in a copy it does what it was meant to.
  const before = await now(plan);
  await theOther(plan);
  await page.keyboard.press('z');
  await dialog.getByText('1 stap terug of vooruit slaat op wat er in versie 4 al stond.', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'De mijne: voeg mijn stappen toe aan versie 5' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('versie 5', { exact: true }).waitFor();
  const after = await now(plan);
  expect(after.version).toBe(5);
  expect(after.plan.zoneOfBlock).not.toEqual(before.plan.zoneOfBlock);
  await theOther(plan);
  await page.keyboard.press('z');
  await dialog.getByRole('button', { name: 'Kopie: zet mijn stappen in een eigen plan' }).click();
  await page.getByRole('button', { name: 'Kopie van Met twee, versie 5' }).waitFor();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  expect((await app.get<PlanNow>(`/plans/${new URL(page.url()).searchParams.get('plan')!}`)).plan.zoneOfBlock).toEqual(before.plan.zoneOfBlock);
  await page.goto(`${app.url}/?deur=afbakenen&plan=${plan.id}&zone=${third!.id}`);
  await page.getByText('versie 6', { exact: true }).waitFor();

  // A copy: theirs stays as it is, mine goes on in a plan of its own.
  await theOther(plan);
  await renameZone(page, 'In de kopie');
  await dialog.getByRole('button', { name: 'Kopie: zet mijn stappen in een eigen plan' }).click();
  await page.getByRole('button', { name: 'Kopie van Met twee, versie 6' }).waitFor();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  const copy = await app.get<PlanNow>(`/plans/${new URL(page.url()).searchParams.get('plan')!}`);
  expect(copy.plan.name).toMatch(/^Met twee \(mijn stappen van \d\d:\d\d\)$/);
  expect(copy.plan.zones.map(({ name }) => name)).toContain('In de kopie');
  expect(await namesOf(plan)).not.toContain('In de kopie');
  expect((await now(plan)).version).toBe(7);
  visit.expectComplaint(/409/);
  await visit.close();
});
