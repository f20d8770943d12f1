import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfDivision, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

interface Comparison {
  readonly comparison: { readonly moves: readonly { readonly fromName: string | null; readonly toName: string | null; readonly inhabitants: number; readonly from75: number | null }[] };
}

test('a plan is laid beside the stadsdelen and beside another plan: two maps, a swipe, what differs, who moves; the link brings it back', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const stadsdelen = await planOfDivision(app, 'Naast de stadsdelen');
  const copied = await app.post<PlanNow>(`/plans/${stadsdelen.id}/copies`, { name: 'Andere indeling' });
  const [a, b] = copied.plan.zones;
  const blocks = Object.keys(copied.plan.zoneOfBlock).filter((block) => copied.plan.zoneOfBlock[block] === a!.id).slice(0, 6);
  const other = await app.post<PlanNow>(`/plans/${copied.id}/edits`, { version: copied.version, edits: [{ kind: 'assign-blocks', blocks, zone: b!.id }] });

  await visit.open(`/?deur=afbakenen&plan=${stadsdelen.id}`);
  await page.getByRole('button', { name: /Vergelijken met/ }).click();
  await page.getByRole('option', { name: `Andere indeling, versie ${other.version}` }).click();
  const { comparison: { moves } } = await app.get<Comparison>(`/plans/${stadsdelen.id}/comparison/plan:${other.id}`);
  expect(moves).toMatchObject([{ fromName: a!.name, toName: b!.name }]);
  const figure = (count: number | null) => new Intl.NumberFormat('nl-BE').format(count ?? 0);
  const table = page.getByRole('table', { name: 'Wie verhuist van zone' });
  await table.getByRole('row').filter({ hasText: `${a!.name}${b!.name}${figure(moves[0]!.inhabitants)}${figure(moves[0]!.from75)}` }).waitFor();

  await page.getByRole('button', { name: 'Naast elkaar' }).click();
  const maps = page.locator('.map-view[aria-busy=false]');
  await maps.nth(1).waitFor();
  const views = () => page.locator('.map-view').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(await views()).toHaveLength(2);
  await visit.look('vergelijken-naast');

  await page.getByRole('button', { name: 'Schuif' }).click();
  const slider = page.getByRole('slider', { name: /Schuif tussen Dit plan/ });
  await slider.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
  expect(await slider.inputValue()).toBe('45');
  expect(await page.locator('.compare-other').evaluate((element) => element.style.clipPath)).toBe('inset(0px 0px 0px 45%)');

  await page.getByRole('button', { name: 'Verschil' }).click();
  await page.getByText('Verschil met Andere indeling', { exact: false }).waitFor();
  const link = new URL(page.url());
  expect(link.searchParams.get('tegen')).toBe(`plan:${other.id}`);
  expect(link.searchParams.get('wijze')).toBe('verschil');
  await page.goBack();
  await slider.waitFor();
  await page.goto(link.href);
  await page.getByText('Verschil met Andere indeling', { exact: false }).waitFor();
  await visit.look('vergelijken-verschil');
  await visit.close();
});

test('everything that fails is stepped through, what is not assigned first, and shown on the map', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const plan = await planOfDivision(app, 'Met afwijkingen');
  const [block] = Object.keys(plan.plan.zoneOfBlock).sort();
  await app.post(`/plans/${plan.id}/edits`, { version: plan.version, edits: [{ kind: 'assign-blocks', blocks: [block], zone: null }] });
  await visit.open(`/?deur=afbakenen&plan=${plan.id}`);
  const bar = page.getByRole('region', { name: 'Afwijkingen' });
  await bar.getByText(/^\d+ afwijkingen$/).waitFor();
  await page.keyboard.press('a');
  await bar.getByText(/^Afwijking 1 van \d+$/).waitFor();
  await bar.getByText(/nog niet toegewezen/).waitFor();
  await page.getByRole('region', { name: /^Bouwblok / }).waitFor();
  expect(new URL(page.url()).searchParams.get('kaart')).not.toBeNull();
  await bar.getByRole('button', { name: 'Volgende afwijking' }).click();
  await bar.getByText(/^Afwijking 2 van \d+$/).waitFor();
  expect(new URL(page.url()).searchParams.get('zone')).not.toBeNull();
  await page.keyboard.press('q');
  await bar.getByText(/^Afwijking 1 van \d+$/).waitFor();
  await visit.close();
});
