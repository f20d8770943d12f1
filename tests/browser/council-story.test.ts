import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptedJob, JobReply, PlanReply, WrittenStory } from '../../packages/api/src/schemas.ts';
import type { Chapter, Story } from '../../packages/core/src/model/index.ts';
import { desktop, runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
let folder: string;
beforeAll(async () => {
  app = await runApp();
  folder = await mkdtemp(join(tmpdir(), 'wzz-verhaal-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A plan of its own with a short story: opening, zones swiped from a division, two zones, closing. */
async function plannedStory(): Promise<{ readonly plan: PlanReply; readonly story: Story }> {
  const { dataset } = (await app.get<PlanReply>(`/plans/${app.plan}`)).plan;
  const plan = await app.post<PlanReply>('/plans', { dataset, name: 'Voor de raad', from: 'division:stadsdelen' });
  const ready = await app.get<Story>(`/plans/${plan.id}/ready-story`);
  const named = (id: string, notes = ''): Chapter => ({ ...ready.find((chapter) => chapter.id === id)!, notes });
  const story = [named('begin', 'Welkom heten.'), named('zones', 'Vertel van <Genk> & omstreken.'), named('zone-1'), named('zone-2'), named('slot')];
  return { plan: await app.post<PlanReply>(`/plans/${plan.id}/edits`, { version: plan.version, edits: [{ kind: 'choose-story', story }] }), story };
}

test('the planner orders, writes, adds and drops chapters by keyboard, undoes it, and the link holds the chapter', async () => {
  const { plan } = await plannedStory();
  const visit = await app.visit(desktop);
  const { page } = visit;
  await page.goto(`${app.url}/?deur=presenteren&plan=${plan.id}&hoofdstuk=zones`);
  const rows = page.getByRole('grid', { name: 'Hoofdstukken' }).getByRole('row');
  const order = async () => (await rows.allTextContents()).map((text) => text.replace(/^\D*\d+/, ''));
  const drawn = () => page.locator('.story-page[aria-busy=false] .story-slide svg').waitFor();
  const titled = (first: string) => page.waitForFunction((wanted) => document.querySelector('.story-item .story-title')?.textContent === wanted, first);
  await drawn();
  await rows.filter({ hasText: 'De woonzorgzones' }).waitFor();
  expect(await rows.count()).toBe(5);
  await visit.look('verhaal');

  // Alt and an arrow move the chapter that is shown; undo puts it back.
  await rows.nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await titled('De woonzorgzones');
  await page.getByText('De woonzorgzones staat nu op plaats 1 van 5.').waitFor();
  await page.keyboard.press('z');
  await titled('Woonzorgzones in Voorbeeldstad Genk 2008 (fictief)');

  // The grip takes a chapter up with Enter, the arrows say where, Enter puts it down.
  await rows.nth(1).getByRole('button', { name: /verslepen/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await titled('De woonzorgzones');
  await page.getByRole('button', { name: 'Naar achteren (Alt + pijl omlaag)' }).click();
  await titled('Woonzorgzones in Voorbeeldstad Genk 2008 (fictief)');

  // A text is kept when its field is left, and stands on the page.
  await page.getByLabel('Eén zin').fill('Acht delen worden zes zones.');
  await page.keyboard.press('Tab');
  await page.locator('.story-slide text', { hasText: 'Acht delen' }).waitFor();

  // What is added is a page like the others, asked for once the server has it; what is dropped comes back.
  await page.route('**/edits', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Toevoegen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'De drie stappen' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.story-item').length === 6);
  expect(new URL(page.url()).searchParams.get('hoofdstuk')).toBe('hoofdstuk-6');
  await page.getByText('Bewaard').first().waitFor();
  await page.unroute('**/edits');
  await drawn();
  await page.getByRole('button', { name: 'Blad weghalen (Delete)' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.story-item').length === 5);
  expect((await order())[1]).toBe('De woonzorgzones');

  // Dragged by a pointer, last comes first.
  await rows.nth(4).dragTo(rows.nth(0), { targetPosition: { x: 90, y: 3 } });
  await titled('Wat vragen we aan de raad?');
  await page.getByText('Bewaard').first().waitFor();
  const kept = await app.get<PlanReply>(`/plans/${plan.id}`);
  expect(kept.plan.story?.map(({ id }) => id)).toEqual(['slot', 'begin', 'zones', 'zone-1', 'zone-2']);
  expect(kept.plan.story?.[2]?.sentence).toBe('Acht delen worden zes zones.');
  await visit.close();
});

test('Start plays the story over the whole window: keys of a clicker, swipe, black screen, notes in a window of their own, Esc', async () => {
  const { plan } = await plannedStory();
  const visit = await app.visit(tablet);
  const { page } = visit;
  await page.goto(`${app.url}/?deur=presenteren&plan=${plan.id}`);
  await page.locator('.story-page[aria-busy=false] .story-slide svg').waitFor();
  await visit.look('verhaal');
  await page.locator('.story-bar').getByRole('button', { name: 'Start' }).click();
  const frame = page.frameLocator('.presenter-page');
  const shown = frame.locator('.slide:not([hidden])');
  await shown.first().waitFor();
  const at = async () => shown.first().getAttribute('id');
  expect(await at()).toBe('begin');

  const [notes] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('n')]);
  await notes.getByText('Welkom heten.').waitFor();
  await notes.locator('#beeld svg').waitFor();
  await notes.getByText(/^Straks: De woonzorgzones/).waitFor();
  await page.bringToFront();

  await page.keyboard.press('PageDown');
  await frame.locator('#zones:not([hidden])').waitFor();
  await notes.getByText('Vertel van <Genk> & omstreken.').waitFor();
  const seam = frame.locator('#zones input[type=range]');
  expect(await seam.inputValue()).toBe('100');
  await page.keyboard.press('ArrowRight');
  expect([await seam.inputValue(), await seam.getAttribute('aria-valuetext'), await at()]).toEqual(['0', 'Voorstel', 'zones']);
  await page.keyboard.press('ArrowLeft');
  expect([await seam.inputValue(), await at()]).toEqual(['100', 'zones']);
  await page.keyboard.press('b');
  await frame.locator('body.zwart').waitFor();
  await page.keyboard.press('b');
  await page.keyboard.press('End');
  await frame.locator('#slot:not([hidden])').waitFor();
  await page.keyboard.press('Home');
  await frame.locator('#begin:not([hidden])').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await page.locator('.presenter').waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('hoofdstuk')).toBe('slot');
  expect(notes.isClosed()).toBe(true);
  await visit.close();
});

test('the story as one file plays without server and network, flies from zone to zone, and keeps to WCAG 2.2 AA', async () => {
  const { plan, story } = await plannedStory();
  const { job } = await app.post<AcceptedJob>(`/plans/${plan.id}/story-files`, { form: 'html' });
  let state = await app.get<JobReply>(`/jobs/${job}`);
  while (state.state === 'queued' || state.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 200));
    state = await app.get<JobReply>(`/jobs/${job}`);
  }
  const { key } = (state as { readonly result: WrittenStory }).result;
  const file = join(folder, 'presentatie.html');
  await writeFile(file, Buffer.from(await (await fetch(`${app.url}/api/stories/${key}/files/presentatie.html`)).arrayBuffer()));

  const visit = await app.visit(desktop);
  const { page } = visit;
  await page.context().setOffline(true);
  await page.goto(`file://${file}`);
  await page.locator('#begin:not([hidden])').waitFor();
  expect(await page.locator('.slide').count()).toBe(story.length);
  for (const { id } of story) {
    await page.evaluate((chapter) => { location.hash = chapter; }, id);
    await page.locator(`#${id}:not([hidden])`).waitFor();
    expect(await page.locator(`#${id} > svg text`, { hasText: 'Fictieve gegevens' }).first().isVisible()).toBe(true);
    if (id !== 'begin' && id !== 'zones') continue;
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(tags).setLegacyMode().exclude('svg').analyze();
    expect(violations.map(({ id: rule, nodes }) => `${id} ${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }

  // The swipe by pointer: half of each is seen.
  await page.evaluate(() => { location.hash = 'zones'; });
  const seam = page.locator('#zones input[type=range]');
  await seam.focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft');
  expect(await seam.inputValue()).toBe('50');
  expect(await page.locator('#zones').getAttribute('data-side')).toBe('both');

  // From zone to zone by itself, until there are no more.
  await page.keyboard.press('z');
  await page.locator('#zone-1:not([hidden])').waitFor();
  await page.locator('#zone-2:not([hidden])').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.locator('#zone-1:not([hidden])').waitFor();
  expect(await page.locator('#rondvlucht').getAttribute('aria-pressed')).toBe('false');
  await visit.close();
});
