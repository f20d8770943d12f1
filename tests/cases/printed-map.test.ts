import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNormSet, type Municipality, type NormSet, type Plan } from '@woonzorgzones/core/model';
import { analyse, type PlanAnalysis } from '@woonzorgzones/core/needs';
import { drawingToSvg, drawSheet, pageIds, type Drawing, type Mark, type SheetInput, type TextMark } from '@woonzorgzones/core/report';
import { drawingsToPdf, importMunicipality, openFolder, printTools, readManifest } from '@woonzorgzones/files';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let municipality: Municipality;
let norms: NormSet;
let plan: Plan;
let analysis: PlanAnalysis;

beforeAll(async () => {
  const folder = join(root, 'data', 'sample');
  const manifest = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(folder));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  ({ municipality } = imported.value);
  const parsed = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'genk-2008.json'), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  norms = parsed.value;
  plan = planOn('stadsdelen');
  plan = { ...plan, dataset: imported.value.hash };
  analysis = analyse(municipality, plan, norms);
}, 120_000);

/** Zones that are the areas of an existing division. */
function planOn(id: string): Plan {
  const division = municipality.divisions.find((one) => one.id === id)!;
  return {
    dataset: '', normSet: norms.id, name: 'Stadsdelen',
    zones: division.areas.map((area) => ({ id: area.id, name: area.name, locked: false })),
    zoneOfBlock: Object.fromEntries(municipality.blocks.flatMap(({ id: block }, index) => (division.areaOfBlock[index]! < 0 ? [] : [[block, division.areas[division.areaOfBlock[index]!]!.id]]))),
  };
}

function drawn(change: Partial<SheetInput> = {}): Drawing {
  const sheet = drawSheet({
    municipality, plan, planVersion: 12, analysis, norms, nuclei: municipality.nuclei, layer: { kind: 'zones' }, zone: null, page: 'A4-liggend',
    language: 'nl', date: '2026-11-22', maker: 'Woonzorgzones', ...change,
  }, printTools);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  return sheet.value;
}

const groupOf = (marks: readonly Mark[], name: string): readonly Mark[] => marks.flatMap((mark) => (mark.kind !== 'group' ? [] : mark.name === name ? mark.marks : groupOf(mark.marks, name)));
/** Text on the page itself; letters within a sign are in its own measures. */
const textsOf = (marks: readonly Mark[]): readonly TextMark[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' && mark.at === undefined ? textsOf(mark.marks) : []));
const wordsOf = (drawing: Drawing): string => textsOf(drawing.marks).map(({ text }) => text).join(' ');

/** The box a line of text takes, from 0.75 of its size above the baseline to 0.2 below it. */
function boxOf({ xMm, yMm, text, sizeMm, weight, anchor }: TextMark) {
  const width = printTools.measureText(text, sizeMm, weight);
  const left = anchor === 'start' ? xMm : anchor === 'middle' ? xMm - width / 2 : xMm - width;
  return { left, right: left + width, top: yMm - sizeMm * 0.75, bottom: yMm + sizeMm * 0.2 };
}
const touch = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the sample town on paper', () => {
  test('says what a sheet must say: finding, measure, year, sources, plan version, norms, scale, invented data', () => {
    const words = wordsOf(drawn());
    for (const part of ['Fictieve gegevens', 'Bronnen:', 'Plan “Stadsdelen”, versie 12', 'Normen: Genk 2008', 'Schaal 1 : ', 'Lambert 2008 (EPSG:3812)', '2026-11-22', '2008', 'gemeentegrens']) {
      expect(words).toContain(part);
    }
    expect(words).toContain(`telt ${municipality.divisions.find(({ id }) => id === 'stadsdelen')!.areas.length} woonzorgzones`);
  });

  test('the figures are those of the analysis', () => {
    const words = wordsOf(drawn());
    for (const { name, inhabitants } of analysis.zones) {
      expect(words).toContain(name);
      if (inhabitants.count.kind === 'known') expect(words).toContain(`${new Intl.NumberFormat('nl-BE').format(inhabitants.count.value)} inwoners`);
    }
  });

  test('a norm that was not read in its source is marked, and so is what is modelled', () => {
    const unconfirmed = norms.norms.find(({ status, kind }) => status === 'unconfirmed' && kind === 'amount')!;
    const words = wordsOf(drawn({ layer: { kind: 'norm', norm: unconfirmed.id } }));
    expect(words).toContain('(onbevestigd)');
    expect(words).toContain('Onbevestigde norm');
    expect(words).toContain('berekend');
    expect(words).toContain('colorbrewer.org');
  });

  test.each(pageIds)('on %s no text touches another or leaves the paper, whatever is shown', (page) => {
    const layers: readonly SheetInput['layer'][] = [{ kind: 'zones' }, { kind: 'facilities' }, { kind: 'norm', norm: norms.norms.find(({ kind }) => kind === 'distance')!.id }];
    for (const layer of layers) {
      const drawing = drawn({ page, layer });
      for (const name of ['header', 'labels', 'legend', 'colophon']) {
        const boxes = textsOf(groupOf(drawing.marks, name)).filter(({ text }) => text !== '').map((text) => ({ text, ...boxOf(text) }));
        expect(boxes.length).toBeGreaterThan(1);
        for (const [index, one] of boxes.entries()) {
          expect([one.text.text, one.left >= 0 && one.right <= drawing.widthMm && one.top >= 0 && one.bottom <= drawing.heightMm]).toEqual([one.text.text, true]);
          expect([one.text.text, boxes.slice(index + 1).filter((other) => touch(one, other)).map(({ text }) => text.text)]).toEqual([one.text.text, []]);
        }
      }
    }
  });

  test('one zone: its name is in the title, and of the others only the name is told', () => {
    const { id, name } = plan.zones[0]!;
    const drawing = drawn({ zone: id });
    expect(drawing.title).toContain(name);
    const told = textsOf(groupOf(drawing.marks, 'labels')).map(({ text }) => text).filter((text) => text.endsWith(' inwoners'));
    expect(told).toEqual([drawing.title.replace(/^.* telt /, '')]);
  });

  test('an unknown norm or zone is told with what there is', () => {
    const ask = (change: Partial<SheetInput>) => drawSheet({
      municipality, plan, planVersion: 0, analysis, norms, nuclei: [], layer: { kind: 'zones' }, zone: null, page: 'A4-liggend', language: 'nl', date: '2026-11-22', maker: '', ...change,
    }, printTools);
    expect(ask({ zone: 'weg' })).toEqual({ ok: false, error: { code: 'unknown-zone', zone: 'weg', known: plan.zones.map(({ id }) => id) } });
    expect(ask({ layer: { kind: 'norm', norm: 'weg' } })).toEqual({ ok: false, error: { code: 'unknown-norm', norm: 'weg', known: norms.norms.map(({ id }) => id) } });
  });

  test('no count of one to four persons is told', () => {
    // Of four persons in the first zone three live within the distance: told as 75 % it would give them away.
    const norm = norms.norms.find(({ kind }) => kind === 'distance')!;
    const few = { ...analysis, zones: analysis.zones.map((zone, index) => (index > 0 ? zone : {
      ...zone, coverage: zone.coverage.map((one) => (one.norm !== norm.id ? one : {
        ...one, within: { ...one.within, count: { kind: 'known' as const, value: 3 } }, persons: { ...one.persons, count: { kind: 'known' as const, value: 4 } }, share: { kind: 'known' as const, value: 0.75 },
      })),
    })) };
    const words = wordsOf(drawn({ analysis: few, layer: { kind: 'norm', norm: norm.id } }));
    expect(words).toContain('verborgen');
    const labels = textsOf(groupOf(drawn({ analysis: few, layer: { kind: 'norm', norm: norm.id } }).marks, 'labels')).map(({ text }) => text);
    expect(labels.filter((text) => /^[1-4]$/.test(text))).toEqual([]);
    expect(labels).not.toContain('75\u00a0%');
  });

  test('names of any kind give a whole sheet: long, quoted, a formula, emoji, right to left', async () => {
    const names = ['x'.repeat(80), '"Zone" <b>&', '=cmd|\'/C calc\'!A0', 'Zon 😀', 'שלום', ''];
    const odd = { ...plan, zones: plan.zones.map((zone, index) => ({ ...zone, name: names[index % names.length]! })) };
    const drawing = drawn({ plan: odd, analysis: { ...analysis, zones: analysis.zones.map((zone, index) => ({ ...zone, name: names[index % names.length]! })) } });
    expect(drawingToSvg(drawing)).toContain('&quot;Zone&quot; &lt;b&gt;&amp;');
    expect(Buffer.from(await drawingsToPdf([drawing], '2026-11-22')).subarray(-6).toString()).toContain('%%EOF');
  });

  test('no zones, one zone and no facilities each give a sheet', () => {
    const none: Plan = { ...plan, zones: [], zoneOfBlock: {} };
    expect(drawn({ plan: none, analysis: analyse(municipality, none, norms) }).title).toContain('heeft nog geen woonzorgzones');
    const one: Plan = { ...plan, zones: [{ id: 'z', name: 'Alles', locked: false }], zoneOfBlock: Object.fromEntries(municipality.blocks.map(({ id }) => [id, 'z'])) };
    expect(drawn({ plan: one, analysis: analyse(municipality, one, norms) }).title).toContain('is één woonzorgzone');
    const bare = { ...municipality, facilities: [], inventoried: [] };
    expect(drawn({ municipality: bare, analysis: analyse(bare, plan, norms), layer: { kind: 'facilities' } }).title).toContain('0 voorzieningen');
  });

  test('the same plan gives the same bytes', async () => {
    const [first, second] = [drawn(), drawn()];
    expect(drawingToSvg(first)).toBe(drawingToSvg(second));
    expect(await drawingsToPdf([first], '2026-11-22')).toEqual(await drawingsToPdf([second], '2026-11-22'));
  });
}, 60_000);
