import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { facilitiesOf, parseNormSet, type Chapter, type Municipality, type NormSet, type Plan, type Story, type StoryView } from '@woonzorgzones/core/model';
import { analyse } from '@woonzorgzones/core/needs';
import { drawSlide, readyStory, slideSize, storyToHtml, tellChapter, type Drawing, type Mark, type StoryMaterial, type TextMark, type ViewGround } from '@woonzorgzones/core/report';
import { importMunicipality, openFolder, printTools, readManifest } from '@woonzorgzones/files';
import { beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let municipality: Municipality;
let story: Story;
let material: StoryMaterial;

/** The sample town with its wijken as zones; its first division is what a swipe begins from. */
beforeAll(async () => {
  const folder = join(root, 'data', 'sample');
  const manifest = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(folder));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  ({ municipality } = imported.value);
  const norms = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'genk-2008.json'), 'utf8')));
  if (!norms.ok) throw new Error(JSON.stringify(norms.error));
  const base = groundOf('wijken', norms.value);
  const before = groundOf(municipality.divisions[0]!.id, norms.value);
  story = readyStory(municipality, base.plan, base.analysis, base.norms, []);
  material = { base, proposals: [], story, planVersion: 12, language: 'nl', date: '2026-11-22', groundOf: ({ division }) => ({ ok: true, value: division === null ? base : before }) };
}, 120_000);

function groundOf(id: string, norms: NormSet): ViewGround {
  const division = municipality.divisions.find((one) => one.id === id)!;
  const plan: Plan = {
    dataset: '0', normSet: norms.id, name: 'Zoals vandaag',
    zones: division.areas.map((area) => ({ id: area.id, name: area.name, locked: false })),
    zoneOfBlock: Object.fromEntries(municipality.blocks.flatMap(({ id: block }, index) => (division.areaOfBlock[index]! < 0 ? [] : [[block, division.areas[division.areaOfBlock[index]!]!.id]]))),
  };
  return { municipality, plan, facilities: facilitiesOf(municipality, plan), analysis: analyse(municipality, plan, norms), norms, nuclei: municipality.nuclei };
}

function slide(chapter: Chapter, state: 'after' | 'before' = 'after'): Drawing {
  const drawn = drawSlide(chapter, state, { number: 3, of: 9 }, material, printTools);
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  return drawn.value.drawing;
}

const chapterOf = (id: string): Chapter => story.find((one) => one.id === id)!;
const textsOf = (marks: readonly Mark[]): readonly TextMark[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' && mark.at === undefined ? textsOf(mark.marks) : []));
const wordsOf = (drawing: Drawing): string => textsOf(drawing.marks).map(({ text }) => text).join(' ');

/** What stands beside the map and under it: none of it may touch. */
function boxesBeside({ marks }: Drawing) {
  return textsOf(marks).filter(({ xMm, anchor }) => anchor === 'start' && xMm >= 236).map(({ xMm, yMm, text, sizeMm, weight }) =>
    ({ text, left: xMm, right: xMm + printTools.measureText(text, sizeMm, weight), top: yMm - sizeMm * 0.75, bottom: yMm + sizeMm * 0.2 }));
}

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const touchingIn = (boxes: readonly TextBox[]): readonly (readonly string[])[] =>
  boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map((b) => [a.text, b.text]));

test('the story of any plan: the three steps, the zones, each zone, what there is, the five largest gaps, what is asked', () => {
  const zones = material.base.plan.zones.map((_, index) => `zone-${index + 1}`);
  expect(story.map(({ id }) => id)).toEqual(['begin', 'methode', 'zones', ...zones, 'aanbod', 'leemte-1', 'leemte-2', 'leemte-3', 'leemte-4', 'leemte-5', 'slot']);
  expect(chapterOf('zones').before?.division).toBe(municipality.divisions[0]!.id);
  const told = new Set(story.flatMap(({ figure }) => (figure?.kind === 'gap' ? [figure.gap] : [])));
  expect(told.size).toBe(5);
});

test('every slide is 16 by 9, keeps its words on the page and off each other, and says that the town is fictitious', () => {
  // The zones after the second are drawn as those two are.
  for (const chapter of story.filter(({ id }) => !/^zone-([3-9]|\d\d)$/.test(id))) {
    const drawing = slide(chapter);
    expect(drawing.widthMm / drawing.heightMm).toBeCloseTo(16 / 9, 3);
    expect(wordsOf(drawing)).toContain('Fictieve gegevens');
    const boxes = boxesBeside(drawing);
    for (const { right, bottom, top } of boxes) expect([right <= slideSize.widthMm, top >= 0, bottom <= slideSize.heightMm]).toEqual([true, true, true]);
    expect(touchingIn(boxes)).toEqual([]);
  }
}, 60_000);

test('the figure of a zone is that of the analysis', () => {
  const { analysis } = material.base;
  const [first] = analysis.zones;
  if (first?.inhabitants.count.kind !== 'known') throw new Error('expected inhabitants');
  expect(wordsOf(slide(chapterOf('zone-1')))).toContain(new Intl.NumberFormat('nl-BE').format(first.inhabitants.count.value));
});

test('before and after lie on the same map at the same scale, each with its own zones', () => {
  const [before, after] = [slide(chapterOf('zones'), 'before'), slide(chapterOf('zones'))];
  const scaleOf = (drawing: Drawing) => /Schaal 1 : [\d.]+/.exec(wordsOf(drawing))?.[0];
  expect(scaleOf(before)).toBe(scaleOf(after));
  expect(scaleOf(after)).toMatch(/^Schaal/);
  expect(wordsOf(before)).toContain('Vandaag');
  expect(wordsOf(after)).toContain('Voorstel');
  expect(wordsOf(before)).not.toBe(wordsOf(after));
});

test('what the planner writes goes before what the program says', () => {
  const told = tellChapter({ ...chapterOf('zones'), title: 'Ons voorstel', sentence: 'Zes zones waarin niemand de spoorweg over moet.' }, material);
  expect(told.ok && [told.value.title, told.value.sentence]).toEqual(['Ons voorstel', 'Zes zones waarin niemand de spoorweg over moet.']);
});

test('a zone that has gone is said, and the map shows the whole', () => {
  const gone: StoryView = { layer: { kind: 'zones' }, zone: 'weg', division: null, scenario: null, extent: null };
  const told = tellChapter({ ...chapterOf('zones'), view: gone, figure: { kind: 'inhabitants', zone: 'weg' } }, material);
  expect(told.ok && [told.value.title, told.value.figure]).toEqual(['Deze zone staat niet meer in het plan.', null]);
});

test('a sentence of 400 letters in a story of long words still fits, off what stands around it', () => {
  const long = 'Woonzorgzonebeleidsplanning '.repeat(14).trim();
  for (const drawing of [slide({ ...chapterOf('leemte-1'), sentence: long }), slide({ ...chapterOf('slot'), title: long.slice(0, 150), sentence: long })]) {
    const boxes = textsOf(drawing.marks).filter(({ anchor, xMm }) => anchor === 'start' && (drawing.title.startsWith('Woonzorg') || xMm >= 236))
      .map(({ xMm, yMm, text, sizeMm, weight }) => ({ text, left: xMm, right: xMm + printTools.measureText(text, sizeMm, weight), top: yMm - sizeMm * 0.75, bottom: yMm + sizeMm * 0.2 }));
    expect(boxes.length).toBeGreaterThan(5);
    for (const { right, bottom } of boxes) expect([right <= slideSize.widthMm, bottom <= slideSize.heightMm]).toEqual([true, true]);
    expect(touchingIn(boxes)).toEqual([]);
  }
});

test('the story as one page holds every slide once with names of its own, asks for nothing outside it, and cannot be broken by notes', () => {
  const told = (chapter: Chapter, state: 'after' | 'before') => {
    const drawn = drawSlide(chapter, state, { number: 1, of: 3 }, material, printTools);
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
    return drawn.value;
  };
  const chapters = ['begin', 'zones', 'slot'].map(chapterOf);
  const page = storyToHtml(chapters.map((chapter) => ({ id: chapter.id, after: told(chapter, 'after'), before: chapter.before && told(chapter, 'before'), isOfZone: false, notes: '</script><b>"nota"</b>' })), 'Proef', 'nl', '');
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => ['begin', 'zones', 'slot'].includes(id!))).toEqual(['begin', 'zones', 'slot']);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/(src|href)="http/);
  expect(page).toContain('data-notes="&lt;/script&gt;&lt;b&gt;&quot;nota&quot;&lt;/b&gt;"');
});
