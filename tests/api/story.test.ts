import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptedJob, JobReply, PlanReply, StoryChoices, ToldStory, WrittenStory } from '../../packages/api/src/schemas.ts';
import type { Chapter, Story } from '../../packages/core/src/model/index.ts';
import { other, pictureDifference, pixelsOf } from '../other-programs.ts';
import { villageFiles, villageManifest } from '../village.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { wzz } from './wzz.ts';

let api: RunningApi;
let place: TemporaryPlace;
let folder: string;
let manifest: string;

beforeAll(async () => {
  api = await runApi('sqlite');
  place = await temporaryPlace('sqlite');
  folder = await mkdtemp(join(tmpdir(), 'wzz-verhaal-'));
  manifest = join(folder, 'manifest.json');
  await writeFile(manifest, JSON.stringify(villageManifest));
  for (const [path, content] of Object.entries(villageFiles)) await writeFile(join(folder, path), content);
});
afterAll(async () => {
  await api.close();
  await place.remove();
  await rm(folder, { recursive: true, force: true });
});

/** A plan that has taken over the ready-made story. */
async function toldPlan(): Promise<{ readonly plan: PlanReply; readonly story: Story }> {
  const plan = await api.newPlan('division:wijken');
  const { body: story } = await api.get<Story>(`/api/plans/${plan.id}/ready-story`);
  const { body } = await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version: plan.version, edits: [{ kind: 'choose-story', story }] });
  return { plan: body, story };
}

test('the ready-made story is taken over as one step, told in words and drawn as slides', async () => {
  const { plan, story } = await toldPlan();
  expect(plan.undoLabel?.nl).toBe(`Ongedaan maken: verhaal met ${story.length} hoofdstukken overgenomen`);
  const { body: told } = await api.get<ToldStory>(`/api/plans/${plan.id}/story`);
  expect(told.map(({ id }) => id)).toEqual(story.map(({ id }) => id));
  expect(told.every(({ problem }) => problem === null)).toBe(true);
  // Six blocks of 250 and eighteen of 535 people lie in the first wijk: 1,500 + 9,630 = 11,130.
  expect(told.find(({ id }) => id === 'zone-1')).toMatchObject({ title: 'Links', figure: { value: '11.130' } });
  for (const state of ['after', 'before']) {
    const svg = await (await fetch(`${api.url}/api/plans/${plan.id}/story/zones.svg?state=${state}`)).text();
    expect(svg).toMatch(/^<svg .*viewBox="0 0 338.67 190.5"/);
  }
  await api.fails('unknown-chapter', `/api/plans/${plan.id}/story/weg.svg`);
  await api.fails('unknown-plan', `/api/plans/${randomUUID()}/story`);
  await api.fails('invalid-request', `/api/plans/${plan.id}/story?language=fr`);
});

test('a chapter goes its own way through the log: written, moved, dropped and undone; a plan without a story tells nothing', async () => {
  const { plan, story } = await toldPlan();
  const ids = async () => (await api.get<ToldStory>(`/api/plans/${plan.id}/story`)).body.map(({ id }) => id);
  const edit = async (version: number, ...edits: readonly object[]) => (await api.post<PlanReply>(`/api/plans/${plan.id}/edits`, { version, edits })).body.version;
  const closing: Chapter = { ...story.at(-1)!, title: 'Wat wij u vragen', notes: 'Rustig aan.' };
  const moved = await edit(plan.version, { kind: 'put-chapter', chapter: closing, at: 0 });
  expect((await ids())[0]).toBe('slot');
  const dropped = await edit(moved, { kind: 'drop-chapter', chapter: 'methode' });
  expect(await ids()).not.toContain('methode');
  const { body: undone } = await api.post<PlanReply>(`/api/plans/${plan.id}/undo`, { version: dropped, steps: 3 });
  expect(await ids()).toEqual([]);
  expect(undone.plan.story).toBeUndefined();
  await api.failsToPost('invalid-request', `/api/plans/${plan.id}/edits`, { version: undone.version, edits: [{ kind: 'put-chapter', chapter: { ...closing, id: '../weg' }, at: null }] });
});

test('what a chapter can be about are the gaps and proposals that may be told', async () => {
  const { plan } = await toldPlan();
  const { body } = await api.get<StoryChoices>(`/api/plans/${plan.id}/story-choices`);
  expect(body.gaps.length).toBeGreaterThan(5);
  expect(body.gaps.every(({ name }) => name.endsWith('.'))).toBe(true);
  expect(new Set(body.proposals.map(({ id }) => id)).size).toBe(body.proposals.length);
});

test('the story as one page and as slides is a job; the page runs one script of ours and can be framed by our screen only', async () => {
  const { plan, story } = await toldPlan();
  const made = async (form: 'html' | 'pdf'): Promise<WrittenStory> => {
    const { body: { job } } = await api.post<AcceptedJob>(`/api/plans/${plan.id}/story-files`, { form });
    const state = await api.ended(job);
    expect(state).toMatchObject({ state: 'done', kind: 'story', progress: { step: 'telling', of: story.length } });
    return (state as { readonly result: WrittenStory }).result;
  };
  const page = await made('html');
  const shown = await fetch(`${api.url}/api/stories/${page.key}/presentatie.html`);
  expect(shown.headers.get('content-type')).toContain('text/html');
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+'; .*frame-ancestors 'self'$/);
  const html = await shown.text();
  expect(Buffer.byteLength(html)).toBe(page.bytes);
  expect(html.match(/<section class="slide"/g)).toHaveLength(story.length);

  const slides = await made('pdf');
  const kept = await fetch(`${api.url}/api/stories/${slides.key}/files/presentatie.pdf?plan=${encodeURIComponent(plan.plan.name)}`);
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.pdf"$/);
  expect((await kept.arrayBuffer()).byteLength).toBe(slides.bytes);

  await api.fails('unknown-job', `/api/stories/${slides.key}/presentatie.html`);
  await api.fails('unknown-job', `/api/stories/${randomUUID()}/files/presentatie.pdf`);
  const { body: { job } } = await api.post<AcceptedJob>(`/api/plans/${plan.id}/story-files`, { form: 'pdf' });
  expect((await api.remove<JobReply>(`/api/jobs/${job}`)).body).toMatchObject({ state: 'cancelled' });
});

test('wzz story writes slides of 16 by 9 with real text in embedded type, one page a slide and two for a swipe', async () => {
  const out = join(folder, 'raad.pdf');
  const made = await wzz(['story', manifest, '--out', out], place);
  expect(made).toMatchObject({ code: 0, err: '' });
  const [, said] = /: (\d+) bladen\n/.exec(made.out)!;
  const info = await other('pdfinfo', out);
  const pages = Number(/Pages: +(\d+)/.exec(info)![1]);
  const text = await other('pdftotext', '-layout', out, '-');
  const swipes = text.split('\f').filter((page) => page.includes('Vandaag')).length;
  expect(pages).toBe(Number(said) + swipes);
  // 338.67 × 190.5 mm in points: 960 × 540.
  expect(info).toMatch(/Page size: +960(\.\d+)? x 540(\.\d+)? pts/);
  expect(text).toContain('De methode in drie stappen');
  expect(text).toContain('Wat vragen we aan de raad?');
  expect(text).toMatch(new RegExp(`${said} ?/ ?${said}`));
  const fonts = (await other('pdffonts', out)).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThanOrEqual(2);
  for (const font of fonts) expect(font).toMatch(/NotoSans.* yes yes yes /);
  // The page of poppler has the ink of the page: it is not blank, and two slides differ.
  await other('pdftoppm', '-r', '24', '-f', '1', '-l', '3', out, join(folder, 'blad'));
  const names = [1, 2, 3].map((number) => join(folder, `blad-${String(number).padStart(String(pages).length, '0')}.ppm`));
  const [first, second, third] = await Promise.all(names.map(async (name) => pixelsOf(await readFile(name))));
  // A pixel more where a page is a hundredth of a point wider than its pixels.
  expect(first!.width / first!.height).toBeCloseTo(16 / 9, 1);
  expect(pictureDifference(first!, second!)).toBeGreaterThan(0.01);
  expect(pictureDifference(second!, third!)).toBeGreaterThan(0.05);
});

test('wzz story says what it can write, and leaves nothing half-written', async () => {
  expect(await wzz(['story', manifest, '--out', 'raad.pptx'], place)).toMatchObject({ code: 2, err: expect.stringContaining('dat eindigt op .html of .pdf') as string });
  expect((await wzz(['story', manifest, '--taal', 'fr'], place)).err).toContain('Kies uit: nl, en.');
  const unwritable = await wzz(['story', manifest, '--out', join(manifest, 'raad.html')], place);
  expect(unwritable).toMatchObject({ code: 1, err: expect.stringContaining('kan niet geschreven worden') as string });
});
