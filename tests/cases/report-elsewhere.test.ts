import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { lookBeside, planReport, planSheet, type PrintedPlan } from '@woonzorgzones/api';
import { parseNormSet, type Norm, type Plan } from '@woonzorgzones/core/model';
import { drawingToSvg, formatFor, layOutReport, pageDrawing, tablesOf, toldAreas, type GroupMark, type Mark, type ReportTable, type TextMark } from '@woonzorgzones/core/report';
import { drawingsToPdf, importMunicipality, openFolder, printTools, readManifest, reportForms, writeReport, type WrittenReport } from '@woonzorgzones/files';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withTextAsPaths } from '../../packages/files/src/print/text-to-paths.ts';
import { cellsOf, other, pictureDifference, pixelsOf } from '../other-programs.ts';

const root = join(import.meta.dirname, '..', '..');
const date = '2026-11-22';
let folder: string;
let printed: PrintedPlan;
let report: WrittenReport;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wzz-verslag-'));
  const home = join(root, 'data', 'sample');
  const manifest = readManifest(readFileSync(join(home, 'manifest.json'), 'utf8'));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(home));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const norms = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'genk-2008.json'), 'utf8')));
  if (!norms.ok) throw new Error(JSON.stringify(norms.error));
  const { municipality, hash } = imported.value;
  const { areas, areaOfBlock } = municipality.divisions.find(({ id }) => id === 'stadsdelen')!;
  const plan: Plan = {
    dataset: hash, normSet: norms.value.id, name: 'Stadsdelen', zones: areas.map(({ id, name }) => ({ id, name, locked: false })),
    zoneOfBlock: Object.fromEntries(municipality.blocks.flatMap(({ id }, index) => (areaOfBlock[index]! < 0 ? [] : [[id, areas[areaOfBlock[index]!]!.id]]))),
    scenarios: [{ id: 's1', name: 'Eén centrum minder', base: null, steps: [{ kind: 'close', facility: municipality.facilities.find(({ category }) => category === 'ldc')!.id }] }],
  };
  printed = { municipality, plan, version: 12, norms: norms.value };
  report = planReport(printed, { language: 'nl', against: [], years: [2025], shipped: new Map() }, date, () => undefined);
  for (const form of reportForms) {
    for (const { name, content } of await writeReport(report, form, false)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
  }
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const table = (id: string): ReportTable => tablesOf(report.document).find((one) => one.id === id)!;
const inFolder = (name: string): string => join(folder, name);
const known = (cell: ReportTable['rows'][number]['cells'][number]): number => (typeof cell !== 'string' && cell.kind === 'known' ? cell.value : NaN);
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

// Other people's programs take their time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe('the layers, as GDAL reads them', () => {
  test('the GeoPackage is in Lambert 2008, holds every zone, block and facility, and its inhabitants add up', async () => {
    const said = await other('ogrinfo', '-ro', '-so', '-al', inFolder('verslag.gpkg'));
    expect(said).toContain('ID["EPSG",3812]');
    expect(said).not.toMatch(/Warning|ERROR/);
    const { zones } = printed.plan;
    const told = await other('ogrinfo', '-ro', '-q', inFolder('verslag.gpkg'), '-sql', 'SELECT COUNT(*) AS zones, SUM(inwoners) AS inwoners FROM zone_cijfers');
    expect(told).toContain(`zones (Integer) = ${zones.length}`);
    expect(told).toContain(`inwoners (Integer) = ${sumOf(table('kerncijfers').rows.filter(({ isTotal }) => !isTotal).slice(0, zones.length).map(({ cells }) => known(cells[1]!)))}`);
    for (const [layer, count] of [['bouwblokken', printed.municipality.blocks.length], ['voorzieningen', printed.municipality.facilities.length], ['woonzorgzones', zones.length]] as const) {
      expect(said).toMatch(new RegExp(`Layer name: ${layer}\\n(?:[^\\n]*\\n){1,3}Feature Count: ${count}\\n`));
    }
    expect(await other('ogrinfo', '-ro', '-q', inFolder('verslag.gpkg'), '-sql', "SELECT COUNT(*) AS stijlen FROM layer_styles WHERE f_table_name = 'zone_cijfers' AND styleQML LIKE '%graduatedSymbol%'"))
      .toContain(`stijlen (Integer) = ${printed.norms.norms.length}`);
  });

  test('GeoJSON is in WGS84, with the same counts and sums, and a style beside it', async () => {
    const said = await other('ogrinfo', '-ro', '-so', '-al', inFolder('geojson/zone_cijfers.geojson'));
    expect(said).toContain('WGS 84');
    expect(said).toContain(`Feature Count: ${printed.plan.zones.length}`);
    const told = await other('ogrinfo', '-ro', '-q', inFolder('geojson/zone_cijfers.geojson'), '-sql', 'SELECT SUM(inwoners) AS inwoners FROM zone_cijfers');
    expect(told).toContain(`inwoners (Integer) = ${sumOf(table('kerncijfers').rows.slice(0, printed.plan.zones.length).map(({ cells }) => known(cells[1]!)))}`);
    expect(await readdir(inFolder('geojson'))).toContain('zone_cijfers.qml');
  });
});

describe('the PDF, as poppler reads it', () => {
  test('its fonts are embedded, it is tagged, and its text is there to be searched', async () => {
    const fonts = (await other('pdffonts', inFolder('verslag.pdf'))).trimEnd().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/NotoSans\S* +CID TrueType +\S+ +yes yes yes/);
    expect(await other('pdfinfo', inFolder('verslag.pdf'))).toMatch(/Tagged: +yes/);
    const text = await other('pdftotext', '-layout', inFolder('verslag.pdf'), '-');
    for (const { heading } of report.document.sections) expect(text).toContain(heading);
    const whole = toldAreas(report.analysis, 'public').at(-1)!;
    expect(text).toContain(formatFor('nl').count(whole.people.inhabitants));
    expect(text).toContain('Fictieve gegevens');
    // Every page says which it is.
    const pages = Number(/Pages: +(\d+)/.exec(await other('pdfinfo', inFolder('verslag.pdf')))![1]);
    expect([...text.matchAll(/(\d+) \/ (\d+)\n/g)].map(([, page, of]) => [Number(page), Number(of)])).toEqual(Array.from({ length: pages }, (_, index) => [index + 1, pages]));
  });

  test('the heads of a table come again on its next page, and no row is cut', () => {
    const pages = layOutReport(report.document, printTools.measureText);
    const heads = pages.filter(({ pieces }) => pieces.some(({ role, marks }) => role.kind === 'decoration' && marks.some((mark) => mark.kind === 'text' && mark.weight === 'bold')));
    expect(heads.length).toBeGreaterThan(0);
    for (const { pieces } of pages) {
      for (const { marks } of pieces) for (const mark of marks) if (mark.kind === 'text') expect(mark.yMm).toBeLessThan(297 - 6);
      // A row of a table is one piece for each cell; all stand on the page on which it begins.
    }
    const pagesOfRow = new Map<string, Set<number>>();
    for (const [page, { pieces }] of pages.entries()) for (const { role } of pieces) if (role.kind === 'cell') pagesOfRow.set(`${role.table} ${role.row}`, (pagesOfRow.get(`${role.table} ${role.row}`) ?? new Set()).add(page));
    expect([...pagesOfRow].filter(([, on]) => on.size > 1)).toEqual([]);
  });

  test('its pages look as the drawing of the same page looks', async () => {
    const pages = layOutReport(report.document, printTools.measureText);
    for (const page of [1, 3]) {
      await other('pdftoppm', '-r', '50', '-f', String(page), '-l', String(page), '-singlefile', inFolder('verslag.pdf'), inFolder('blad'));
      const shown = pixelsOf(await readFile(inFolder('blad.ppm')));
      const image = new Resvg(drawingToSvg(withTextAsPaths(pageDrawing(pages[page - 1]!, report.document))), { fitTo: { mode: 'width', value: shown.width }, font: { loadSystemFonts: false } }).render();
      // Asked for once: each asking copies the whole image.
      const { width, height, pixels } = image;
      const drawn = { width, height, data: Uint8Array.from({ length: width * height * 3 }, (_, at) => pixels[Math.floor(at / 3) * 4 + (at % 3)]!) };
      // Two programs smooth letters and thin lines in their own way: about two hundredths. An empty page or another one is further off.
      const difference = pictureDifference(shown, drawn);
      expect(difference).toBeLessThan(0.025);
      const blank = { ...drawn, data: new Uint8Array(drawn.data.length).fill(255) };
      expect(pictureDifference(shown, blank)).toBeGreaterThan(2 * difference);
    }
  });
});

test('on a printed map the scale bar measures what it says at the scale that is told, to half a per cent, as poppler draws it', async () => {
  const sheet = planSheet(printed, { layer: 'zones', zone: null, page: 'A3-liggend', language: 'nl' }, date);
  if (!sheet.ok) throw new Error(sheet.error.code);
  const file = inFolder('kaart.pdf');
  await writeFile(file, await drawingsToPdf([sheet.value], date));
  const text = (await other('pdftotext', '-layout', file, '-')).replaceAll('\u00a0', ' ');
  const denominator = Number(/Schaal 1 : ([\d.]+)/.exec(text)![1]!.replaceAll('.', ''));
  const bar = groupOf(sheet.value.marks, 'scale-bar')!;
  const kilometres = Number(/^([\d,]+) km$/.exec(textsOf([bar]).at(-1)!.text.replaceAll('\u00a0', ' '))![1]!.replace(',', '.'));
  const [x, y, width, height] = /^M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/.exec(bar.marks.find((mark) => mark.kind === 'path')!.d)!.slice(1).map(Number) as [number, number, number, number];
  const [dots, around] = [600 / 25.4, 2];
  await other('pdftoppm', '-r', '600', '-x', String(Math.round((x - around) * dots)), '-y', String(Math.round((y + height / 2) * dots)), '-W', String(Math.round((4 * width + 2 * around) * dots)), '-H', '1', '-singlefile', file, inFolder('balk'));
  const { data } = pixelsOf(await readFile(inFolder('balk.ppm')));
  const dark = Array.from({ length: data.length / 3 }, (_, pixel) => pixel).filter((pixel) => data[pixel * 3]! < 128);
  // Its outline of 0.15 mm lies half outside at either end.
  const millimetres = (dark.at(-1)! - dark[0]! + 1) / dots - 0.15;
  expect(Math.abs((millimetres * denominator) / 1e6 / kilometres - 1)).toBeLessThan(0.005);
});

describe('the workbook, as LibreOffice opens it', () => {
  let sheets: ReadonlyMap<string, readonly (readonly string[])[]>;
  beforeAll(async () => {
    // Tokens of LibreOffice's CSV filter: semicolon, quote, UTF-8, from line 1, …, values as they are, every sheet in a file of its own.
    await other('soffice', '--headless', `-env:UserInstallation=file://${inFolder('lo')}`, '--convert-to', 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1', '--outdir', inFolder('boek'), inFolder('verslag.xlsx'));
    const files = (await readdir(inFolder('boek'))).filter((name) => name.endsWith('.csv'));
    sheets = new Map(await Promise.all(files.map(async (name) => [name.replace(/^verslag-|\.csv$/g, ''), cellsOf(await readFile(join(inFolder('boek'), name), 'utf8'))] as const)));
  }, 180_000);

  test('every table is a sheet, and totals are worked out as they are told', () => {
    expect(sheets.size).toBe(tablesOf(report.document).length + 1);
    const { title, rows } = table('kerncijfers');
    const total = sheets.get(title)!.at(-1)!;
    expect(Number(total[1])).toBe(known(rows.at(-1)!.cells[1]!));
    expect(Number(total[2])).toBe(known(rows.at(-1)!.cells[2]!));
    const ages = table('leeftijden');
    const read = sheets.get(ages.title)!;
    for (const [index, cell] of ages.rows.at(-1)!.cells.entries()) if (index > 0) expect(Number(read.at(-1)![index])).toBe(known(cell));
  });

  test('a figure is the same in map, table, CSV, workbook, PDF, layer and analysis', async () => {
    const norm = printed.norms.norms.find((one): one is Norm => one.kind === 'distance' && one.id === 'ldc-1500m')!;
    const place = printed.norms.norms.filter(({ kind }) => kind === 'distance').indexOf(norm);
    const { title, rows } = table('bereik');
    const own = rows.filter(({ cells }) => cells[0] === norm.label.nl);
    const csv = cellsOf((await readFile(inFolder('csv/bereik.csv'), 'utf8')).replace('\uFEFF', '')).filter(([name]) => name === norm.label.nl);
    const book = sheets.get(title)!.filter(([name]) => name === norm.label.nl);
    const layer = (JSON.parse(await readFile(inFolder('geojson/zone_cijfers.geojson'), 'utf8')) as { readonly features: readonly { readonly properties: Readonly<Record<string, number | string>> }[] }).features;
    // A hard space and a space are one sign of the font, and come out as either.
    const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');
    const pdf = spaced(await other('pdftotext', '-layout', inFolder('verslag.pdf'), '-'));
    const sheet = planSheet(printed, { layer: norm.id, zone: null, page: 'A4-liggend', language: 'nl' }, date);
    const labels = sheet.ok ? textsOf(sheet.value.marks).map(({ text }) => text) : [];
    expect(own).toHaveLength(printed.plan.zones.length + 1);
    for (const [index, zone] of report.analysis.zones.entries()) {
      const { share } = zone.coverage[place]!;
      if (share.kind !== 'known') throw new Error(`Got ${share.kind} when expected the sample town to know who is near a service centre.`);
      const { value } = share;
      expect([own[index]!.cells[1], known(own[index]!.cells[2]!)]).toEqual([zone.name, value]);
      expect(Number(csv[index]![2]!.replace(',', '.'))).toBeCloseTo(value * 100, 3);
      // LibreOffice writes a share as the percentage it shows, in full.
      expect(book[index]![2]).toMatch(/%$/);
      expect(Number(book[index]![2]!.slice(0, -1)) / 100).toBeCloseTo(value, 6);
      expect(layer[index]!.properties).toMatchObject({ naam: zone.name, ldc_1500m_deel: value });
      expect(labels).toContain(formatFor('nl').percent(value as never));
      expect(pdf).toContain(spaced(formatFor('nl').percent(value as never, 1)));
    }
  });
});

test('local need, forms of living, kernen and proposals stand in CSV and layers as the analysis has them', async () => {
  const { zones, municipality } = report.analysis;
  const rule = printed.norms.local!.findIndex(({ unit }) => unit === 'personen');
  const { label, id } = printed.norms.local![rule]!;
  const csv = cellsOf((await readFile(inFolder('csv/lokale-nood-per-zone.csv'), 'utf8')).replace('\uFEFF', '')).filter(([name]) => name === label.nl);
  const layer = (JSON.parse(await readFile(inFolder('geojson/zone_cijfers.geojson'), 'utf8')) as { readonly features: readonly { readonly properties: Readonly<Record<string, number>> }[] }).features;
  for (const [index, { localNeeds }] of zones.entries()) {
    const { low, middle, high } = localNeeds[rule]!.estimate;
    for (const [column, level, word] of [[3, low, 'laag'], [4, middle, 'midden'], [5, high, 'hoog']] as const) {
      const { value } = level.count as { readonly value: number };
      expect(Number(csv[index]![column]!.replace(',', '.'))).toBeCloseTo(value, 3);
      expect(layer[index]!.properties[`nood_${id.replaceAll('-', '_')}_${word}`]).toBeCloseTo(value, 6);
    }
  }
  // Parts of an estimate add up to the whole, in the file as in the analysis.
  const whole = municipality.localNeeds[rule]!.estimate.middle.count as { readonly value: number };
  expect(sumOf(csv.slice(0, -1).map((row) => Number(row[4]!.replace(',', '.'))))).toBeCloseTo(whole.value, 1);
  expect(table('woonvormen').rows).toHaveLength(municipality.housing.forms.length * (zones.length + 1));
  expect(table('kernen').rows.map(({ cells }) => cells[0])).toEqual(report.kernen.map(({ name }) => name));
  expect(table('voorstellen').rows.length).toBeGreaterThan(0);
  for (const { cells } of table('voorstellen').rows) for (const place of [1, 2, 3, 6]) expect(cells[place]).not.toBe('');
  const said = await other('ogrinfo', '-ro', '-so', '-al', inFolder('verslag.gpkg'));
  expect(said).toMatch(new RegExp(`Layer name: kern_diensten\\n(?:[^\\n]*\\n){1,3}Feature Count: ${report.kernen.length}\\n`));
  for (const name of ['voorstellen', 'vergelijking_1', 'vergelijking_2']) expect(said).toContain(`Layer name: ${name}`);
  // Every proposal that may be told, those about a whole zone at a point inside that zone.
  expect(said).toMatch(new RegExp(`Layer name: voorstellen\\n(?:[^\\n]*\\n){1,3}Feature Count: ${table('voorstellen').rows.length}\\n`));
  expect(await other('ogrinfo', '-ro', '-q', inFolder('verslag.gpkg'), '-dialect', 'SQLite', '-sql', "SELECT COUNT(*) AS buiten FROM voorstellen v JOIN woonzorgzones z ON z.naam = v.zone_naam WHERE v.ligging = 'hele zone' AND NOT ST_Contains(z.geom, v.geom)")).toContain('buiten (Integer) = 0');
  expect(await other('ogrinfo', '-ro', '-q', inFolder('geojson/voorstellen.geojson'), '-sql', "SELECT COUNT(*) AS hele FROM voorstellen WHERE ligging = 'hele zone'")).toMatch(/hele \(Integer\) = [1-9]/);
});

test('a scenario and another year stand beside the plan: their difference is what they say, and small differences are not told', () => {
  expect(report.document.sections.filter(({ id }) => id.startsWith('vergelijking')).map(({ heading }) => heading)).toEqual(['Vergelijking met Eén centrum minder', 'Vergelijking met 2025']);
  const [scenario, year] = report.against;
  const lost = scenario!.analysis.against!.areas.find(({ kind }) => kind === 'municipality')!.coverage.filter(({ within: { difference } }) => difference.kind === 'known' && difference.value < 0);
  expect(lost.length).toBeGreaterThan(0);
  for (const { cells } of [...table('vergelijking-1-bereik').rows, ...table('vergelijking-2-mensen').rows]) {
    const [base, next, difference] = cells.slice(2).map(known) as [number, number, number];
    if (!Number.isNaN(next)) expect(difference).toBeCloseTo(next - base, 9);
  }
  const people = table('vergelijking-2-mensen').rows.find(({ isTotal }) => isTotal)!;
  expect(known(people.cells[3]!)).toBe((year!.analysis.municipality.inhabitants.count as { readonly value: number }).value);
  for (const { cells } of table('vergelijking-2-mensen').rows) expect([1, 2, 3, 4]).not.toContain(Math.abs(known(cells[4]!)));
});

test('a map of a norm beside its scenario: two maps in the classes of the plan, with the figures of both', () => {
  const beside = lookBeside(printed, { scenario: 's1', year: null }, new Map());
  if (!beside.ok) throw new Error(beside.error.code);
  const sheet = planSheet(printed, { layer: 'ldc-1500m', zone: null, page: 'A4-liggend', language: 'nl', against: beside.value }, date);
  if (!sheet.ok) throw new Error(sheet.error.code);
  const texts = textsOf(sheet.value.marks).map(({ text }) => text);
  const place = printed.norms.norms.filter(({ kind }) => kind === 'distance').findIndex(({ id }) => id === 'ldc-1500m');
  const shares = [report.analysis, beside.value.analysis].map((one) => toldAreas(one, 'public').at(-1)!.coverage[place]!.share);
  for (const [index, label] of ['Stadsdelen', 'Eén centrum minder'].entries()) {
    expect(texts.some((text) => text.startsWith(label) && text.endsWith(formatFor('nl').countPercent(shares[index]!)))).toBe(true);
  }
  // One strip of classes for both.
  expect(texts.filter((text) => text === '80 % en meer' || text.startsWith('80')).length).toBe(1);
});

test('nothing in any table tells of one to four persons', () => {
  for (const id of ['kerncijfers', 'leeftijden', 'bereik', 'later', 'kernen', 'kern-diensten', 'vergelijking-2-mensen']) {
    const { columns, rows } = table(id);
    for (const { cells } of rows) {
      for (const [index, cell] of cells.entries()) {
        if (columns[index]!.form !== 'count' || ['blocks', 'not-met', 'gaps', 'level', 'of'].includes(columns[index]!.key)) continue;
        const value = known(cell);
        expect(value >= 1 && value < 5).toBe(false);
      }
    }
  }
});

test('the page holds each large shape once, and every place that draws it points to one that is there', async () => {
  const html = await readFile(inFolder('verslag.html'), 'utf8');
  const large = [...html.matchAll(/(?<!<clipPath id="[^"]*">)<path(?: id="[^"]*")? d="([^"]{200,})"/g)].map(([, d]) => d);
  expect(large.length).toBeGreaterThan(10);
  expect(new Set(large).size).toBe(large.length);
  const names = new Set([...html.matchAll(/<path id="([^"]+)"/g)].map(([, id]) => id));
  const pointers = [...html.matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id!);
  expect(pointers.length).toBeGreaterThan(names.size);
  expect(pointers.filter((id) => !names.has(id))).toEqual([]);
});

test('the same plan gives the same bytes in every form', async () => {
  for (const form of ['xlsx', 'csv', 'gpkg', 'geojson'] as const) {
    const [first, second] = [await writeReport(report, form, true), await writeReport(report, form, true)];
    expect(first.map(({ content }, index) => Buffer.from(content).equals(Buffer.from(second[index]!.content)))).toEqual([true]);
  }
});

function groupOf(marks: readonly Mark[], name: string): GroupMark | undefined {
  for (const mark of marks) {
    if (mark.kind !== 'group') continue;
    const found = mark.name === name ? mark : groupOf(mark.marks, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textsOf(marks: readonly Mark[]): readonly TextMark[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textsOf(mark.marks) : []));
}
