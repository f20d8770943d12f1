import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planReport, type PrintedPlan } from '@woonzorgzones/api';
import { parseNormSet, type Municipality, type Plan } from '@woonzorgzones/core/model';
import { layOutReport, reportPaper, tablesOf, type Mark } from '@woonzorgzones/core/report';
import { printTools, reportForms, writeReport, type ReportForm, type WrittenReport } from '@woonzorgzones/files';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { smallTown } from '../api/small-town.ts';
import { readLayer } from '../read-layer.ts';

const parsed = parseNormSet(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'norms', 'genk-2008.json'), 'utf8')));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const norms = parsed.value;

/** The blocks of the small town dealt out over zones with these names, one after the other. */
function planOf(names: readonly string[]): Plan {
  const zones = names.map((name, index) => ({ id: `z${index}`, name, locked: false }));
  return { dataset: '0'.repeat(64), normSet: norms.id, name: 'Proef', zones, zoneOfBlock: zones.length === 0 ? {} : Object.fromEntries(smallTown.blocks.map(({ id }, index) => [id, `z${index % zones.length}`])) };
}
const printed = (plan: Plan, municipality: Municipality = smallTown): PrintedPlan => ({ municipality, plan, version: 1, norms });
const reportOf = (plan: Plan, municipality?: Municipality) => planReport(printed(plan, municipality), { language: 'nl', against: [], years: [], shipped: new Map() }, '2026-11-22', () => undefined);

async function written(report: WrittenReport, form: ReportForm): Promise<Uint8Array> {
  const [file] = await writeReport(report, form, true);
  return Buffer.from(file!.content);
}

const odd = ['x'.repeat(80), '"Zone" <b>&\'s', '=cmd|\'/C calc\'!A0', 'Zon 😀', 'שלום עולם'];

test('names of any kind are told as they are, and are never run', async () => {
  const report = reportOf(planOf(odd));
  const html = (await written(report, 'html')).toString();
  expect(html).toContain('&quot;Zone&quot; &lt;b&gt;&amp;');
  expect(html).not.toContain('<b>&');
  expect(html).toContain('שלום עולם');
  const book = unzipSync(await written(report, 'xlsx'));
  const sheets = Object.entries(book).filter(([name]) => name.startsWith('xl/worksheets/')).map(([, bytes]) => Buffer.from(bytes).toString());
  expect(sheets.flatMap((sheet) => [...sheet.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula!)).filter((formula) => !/^SUM\([A-Z]+2:[A-Z]+\d+\)$/.test(formula))).toEqual([]);
  const [figures] = tablesOf(report.document);
  const read = await readLayer({ 'a.xlsx': await written(report, 'xlsx') }, 'a.xlsx', { layer: figures!.title });
  expect(read.rows.slice(0, odd.length).map(({ values }) => Object.values(values)[0])).toEqual(odd);
  const csv = Buffer.from(unzipSync(await written(report, 'csv'))['kerncijfers.csv']!).toString();
  expect(csv).toContain("'=cmd|");
  expect(csv).not.toMatch(/^=|;=/m);
  const zones = await readLayer({ 'a.gpkg': await written(report, 'gpkg') }, 'a.gpkg', { layer: 'zone_cijfers' });
  expect(zones.rows.map(({ values }) => values['naam'])).toEqual(odd);
  expect((await written(report, 'pdf')).subarray(-6).toString()).toContain('%%EOF');
}, 60_000);

test('no zones, one zone and no facilities each give a whole report that says so', async () => {
  const none = reportOf(planOf([]));
  expect(JSON.stringify(none.document.sections[0])).toContain('Er zijn nog geen zones.');
  const one = reportOf(planOf(['Alles']));
  expect(one.document.sections.filter(({ depth }) => depth === 2).map(({ heading }) => heading)).toEqual(['Alles']);
  const bare = reportOf(planOf(['A', 'B']), { ...smallTown, facilities: [], inventoried: [] });
  expect(JSON.stringify(bare.document.sections)).toContain('In deze zone liggen geen voorzieningen die de gegevens noemen.');
  for (const report of [none, one, bare]) {
    for (const form of reportForms) for (const { content } of await writeReport(report, form, true)) expect(Buffer.byteLength(content)).toBeGreaterThan(100);
  }
}, 60_000);

test('a year that the data do not know is told in the summary, and the report is made', () => {
  const { document } = planReport(printed(planOf(['A', 'B'])), { language: 'nl', against: [], years: [1950], shipped: new Map() }, '2026-11-22', () => undefined);
  expect(JSON.stringify(document.sections[0])).toContain('1950: Van 1950 zijn er geen leeftijden');
  expect(document.sections.some(({ id }) => id.startsWith('vergelijking'))).toBe(false);
});

test('sixty zones stand each in the contents and in the tables, and no text leaves the page', () => {
  const names = Array.from({ length: 60 }, (_, index) => `Zone ${index + 1}`);
  const { document } = reportOf(planOf(names));
  expect(document.sections.filter(({ depth }) => depth === 2)).toHaveLength(60);
  const pages = layOutReport(document, printTools.measureText);
  const listed = pages.flatMap(({ pieces }) => pieces.flatMap(({ leadsTo }) => (leadsTo === undefined ? [] : [leadsTo.section])));
  expect(listed).toEqual(document.sections.map(({ id }) => id));
  const beyond = pages.flatMap(({ pieces }) => pieces.flatMap(({ role, marks }) => (role.kind === 'figure' ? [] : marks.filter(leavesPage))));
  expect(beyond).toEqual([]);
}, 60_000);

function leavesPage(mark: Mark): boolean {
  if (mark.kind !== 'text') return false;
  const width = printTools.measureText(mark.text, mark.sizeMm, mark.weight);
  const left = mark.anchor === 'start' ? mark.xMm : mark.anchor === 'middle' ? mark.xMm - width / 2 : mark.xMm - width;
  return left < 0 || left + width > reportPaper.widthMm || mark.yMm > reportPaper.heightMm || mark.yMm < 0;
}
