import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playedStory, proposeHere, type PrintedPlan } from '@woonzorgzones/api';
import { parseNormSet, type Chapter, type Municipality, type Plan } from '@woonzorgzones/core/model';
import { slideSize, type Drawing, type Mark, type PlayedSlide, type TextMark } from '@woonzorgzones/core/report';
import { printTools, writeStory } from '@woonzorgzones/files';
import { expect, test } from 'vitest';
import { smallTown } from '../api/small-town.ts';

const parsed = parseNormSet(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'norms', 'genk-2008.json'), 'utf8')));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const norms = parsed.value;
const shipped = new Map([[norms.id, norms]]);
const choice = { shipped, language: 'nl', date: '2026-11-22', propose: proposeHere(shipped) } as const;

/** The blocks of the small town dealt out over zones with these names, one after the other. */
function planOf(names: readonly string[]): Plan {
  const zones = names.map((name, index) => ({ id: `z${index}`, name, locked: false }));
  return { dataset: '0'.repeat(64), normSet: norms.id, name: 'Proef', zones, zoneOfBlock: zones.length === 0 ? {} : Object.fromEntries(smallTown.blocks.map(({ id }, index) => [id, `z${index % zones.length}`])) };
}

function played(plan: Plan, municipality: Municipality = smallTown): Promise<readonly PlayedSlide[]> {
  const printed: PrintedPlan = { municipality, plan, version: 1, norms };
  return playedStory(printed, choice, () => undefined);
}

const textsOf = (marks: readonly Mark[]): readonly TextMark[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' && mark.at === undefined ? textsOf(mark.marks) : []));
const wordsOf = ({ marks }: Drawing): string => textsOf(marks).map(({ text }) => text).join(' ');

/** Words that begin at the left and run or hang over the edge of the slide. */
const overflowOf = ({ marks }: Drawing): readonly string[] => textsOf(marks)
  .filter(({ anchor, xMm, yMm, text, sizeMm, weight }) => anchor === 'start' && (xMm + printTools.measureText(text, sizeMm, weight) > slideSize.widthMm || yMm > slideSize.heightMm))
  .map(({ text }) => text);

const map = (id: string, change: Partial<Chapter> = {}): Chapter =>
  ({ id, page: 'map', title: null, sentence: null, figure: null, view: { layer: { kind: 'zones' }, zone: null, division: null, scenario: null, extent: null }, before: null, notes: '', ...change });

test('zones with names of 80 letters, with quotes and signs of a page, with emoji and from right to left are told whole and on the slide', async () => {
  const odd = ['Zonderlingenheidsbevorderingsplaatsnaam'.padEnd(80, 'x'), '"Zone" <b>&\'s</b>', 'Zon 😀', 'שלום עולם'];
  const slides = await played(planOf(odd));
  expect(slides.flatMap(({ after }) => overflowOf(after.drawing))).toEqual([]);
  const html = String(await writeStory(slides, 'html', odd[1]!, 'nl', choice.date));
  expect(html).toContain('<title>&quot;Zone&quot; &lt;b&gt;&amp;');
  expect(html).not.toContain('<b>&');
  expect(html).toContain('שלום עולם');
  expect(html).toContain('Zon 😀');
  const pdf = Buffer.from(await writeStory(slides, 'pdf', 'Proef', 'nl', choice.date));
  expect([pdf.subarray(0, 5).toString(), pdf.subarray(-6).toString().trim()]).toEqual(['%PDF-', '%%EOF']);
}, 60_000);

test('no zones, one zone and no facilities still make a story from the opening to the closing slide', async () => {
  const none = await played(planOf([]));
  expect(none.map(({ id }) => id).slice(0, 3)).toEqual(['begin', 'methode', 'zones']);
  expect(wordsOf(none.find(({ id }) => id === 'zones')!.after.drawing)).toContain('heeft nog geen woonzorgzones');
  expect(none.some(({ isOfZone }) => isOfZone)).toBe(false);
  expect((await played(planOf(['Alles']))).filter(({ isOfZone }) => isOfZone).map(({ id }) => id)).toEqual(['zone-1']);
  const bare = await played(planOf(['A', 'B']), { ...smallTown, facilities: [], inventoried: [] });
  expect(bare.at(-1)!.id).toBe('slot');
  for (const slides of [none, bare]) expect(slides.flatMap(({ after }) => overflowOf(after.drawing))).toEqual([]);
}, 60_000);

test('sixty zones each get a slide, in the order of the plan, also those that have no blocks yet', async () => {
  const slides = await played(planOf(Array.from({ length: 60 }, (_, index) => `Zone ${index + 1}`)));
  const zones = slides.filter(({ isOfZone }) => isOfZone);
  expect(zones.map(({ after }) => after.drawing.title.split(':')[0])).toEqual(Array.from({ length: 60 }, (_, index) => `Zone ${index + 1}`));
  expect(wordsOf(slides.find(({ id }) => id === 'zones')!.after.drawing)).toContain('telt 60 woonzorgzones');
}, 60_000);

test('a chapter whose scenario, division or norm has gone says so, and the rest of the story goes on', async () => {
  const view = { layer: { kind: 'zones' }, zone: null, division: null, scenario: null, extent: null } as const;
  const slides = await played({ ...planOf(['A', 'B']), story: [
    map('eerst'), map('scenario', { view: { ...view, scenario: 'weg' } }), map('indeling', { before: { ...view, division: 'weg' } }), map('norm', { view: { ...view, layer: { kind: 'norm', norm: 'weg' } } }), map('laatst'),
  ] });
  const said = (id: string, state: 'after' | 'before' = 'after') => wordsOf(slides.find((slide) => slide.id === id)![state]!.drawing);
  expect(said('scenario')).toContain('Het scenario van deze bladzijde staat niet meer in het plan.');
  expect(said('indeling', 'before')).toContain('De indeling “weg” staat niet in de gegevens.');
  expect(said('norm')).toContain('De normen van dit plan kennen “weg” niet.');
  for (const id of ['eerst', 'laatst', 'indeling']) expect(said(id)).toContain('telt 2 woonzorgzones');
});

test('today and the proposal lie under one swipe: the division of today with its own zones, and the plan without the scenario', async () => {
  const view = { layer: { kind: 'category', category: 'wzc' }, zone: null, division: null, scenario: 'dicht', extent: null } as const;
  const plan: Plan = {
    ...planOf(['A', 'B']), scenarios: [{ id: 'dicht', name: 'Dicht', base: null, steps: [{ kind: 'close', facility: 'f1' }] }],
    story: [map('wijken', { before: { ...view, layer: { kind: 'zones' }, scenario: null, division: 'wijken' } }), map('dicht', { view, before: { ...view, scenario: null } })],
  };
  const [wijken, dicht] = await played(plan);
  expect(wordsOf(wijken!.before!.drawing)).toContain('Links');
  expect(wordsOf(wijken!.after.drawing)).not.toContain('Links');
  // Of the one residence nothing is left in the scenario.
  expect([wordsOf(dicht!.before!.drawing), wordsOf(dicht!.after.drawing)].map((words) => /Woonzorgcentrum in \S+(?: \S+)*?: (\d)/.exec(words)?.[1])).toEqual(['1', '0']);
});

test('the same plan gives the same bytes', async () => {
  const bytes = async () => [String(await writeStory(await played(planOf(['A', 'B'])), 'html', 'Proef', 'nl', choice.date)), Buffer.from(await writeStory(await played(planOf(['A', 'B'])), 'pdf', 'Proef', 'nl', choice.date)).toString('latin1')];
  expect(await bytes()).toEqual(await bytes());
});
