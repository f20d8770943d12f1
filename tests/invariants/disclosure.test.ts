import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { planReport, type PrintedPlan } from '@woonzorgzones/api';
import { bandsWithin, known, parseNormSet, type Count, type Plan } from '@woonzorgzones/core/model';
import type { MixedProgram, ProgramSolver } from '@woonzorgzones/core/network';
import { discloseLinked, tablesOf, toldAreas, toldKernen, type Sum } from '@woonzorgzones/core/report';
import { importMunicipality, openFolder, readManifest, type WrittenReport } from '@woonzorgzones/files';
import { highsSolver } from '@woonzorgzones/files/solver';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { toldLater } from '../../packages/core/src/report/told-later.ts';
import { reportLayers } from '../../packages/files/src/write/report-layers.ts';
import { reportToWorkbook } from '../../packages/files/src/write/report-workbook.ts';

/** What an attacker knows: sums of unknown persons (column → how often) that lie between two numbers. */
interface Knowledge {
  readonly width: number;
  readonly rows: readonly { readonly of: ReadonlyMap<number, number>; readonly from: number; readonly to: number }[];
}

const floor = 5;
let solver: ProgramSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** The most (or least) that something can be, given all that is known; `lower` is what each column is at least. */
function bound(sense: MixedProgram['sense'], { width, rows }: Knowledge, of: ReadonlyMap<number, number>, lower: Float64Array): number {
  const entries = rows.map((row) => [...row.of]);
  const rowFirst = new Int32Array(rows.length + 1);
  for (const [index, row] of entries.entries()) rowFirst[index + 1] = rowFirst[index]! + row.length;
  const program: MixedProgram = {
    sense, cost: Float64Array.from({ length: width }, (_, column) => of.get(column) ?? 0), lower, upper: new Float64Array(width).fill(1e6), whole: new Uint8Array(width),
    rowFirst, rowColumn: Int32Array.from(entries.flatMap((row) => row.map(([column]) => column))), rowValue: Float64Array.from(entries.flatMap((row) => row.map(([, times]) => times))),
    rowLower: Float64Array.from(rows.map(({ from }) => from)), rowUpper: Float64Array.from(rows.map(({ to }) => to)),
  };
  const { status, values } = solver.solve(program, { seconds: 20, absoluteGap: 0, start: null });
  if (status !== 'optimal' || values === null) throw new Error(`The attacker found ${status}.`);
  return [...of].reduce((sum, [column, times]) => sum + times * values[column]!, 0);
}

const exactly = (of: ReadonlyMap<number, number>, value: number) => ({ of, from: value, to: value });

/** Neither known to be fewer than the floor, nor found out exactly: it may be more than it is, or else less. */
function expectSafe(truth: number, knowledge: Knowledge, of: ReadonlyMap<number, number>, lower: Float64Array, what: string): void {
  const most = bound('maximize', knowledge, of, lower);
  expect(most, `${what} is at most`).toBeGreaterThanOrEqual(floor - 1e-6);
  if (most < truth + 1e-3) expect(bound('minimize', knowledge, of, lower), `${what} is at least`).toBeLessThan(truth - 1e-6);
}

describe('tables of any figures', () => {
  test('whatever the figures: an attacker with all sums at once narrows no hidden count to a number, nor to under five', () => {
    // Areas × ages, with the young and the old as totals between and everybody beside them, and each column added up below.
    const figure = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 90 }));
    const tables = fc.array(fc.array(figure, { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 5 });
    fc.assert(fc.property(tables, (rows) => {
      const wide = rows.map((row) => [...row, row[0]! + row[1]! + row[2]!, row[3]! + row[4]!, row.reduce((a, b) => a + b, 0)]);
      const cells = [...wide, wide[0]!.map((_, column) => wide.reduce((sum, row) => sum + row[column]!, 0))].flat();
      const at = (row: number, column: number): number => row * 8 + column;
      const sums: readonly Sum[] = [
        ...[...rows, []].flatMap((_, row): readonly Sum[] => [
          { parts: [0, 1, 2].map((column) => at(row, column)), whole: at(row, 5) }, { parts: [3, 4].map((column) => at(row, column)), whole: at(row, 6) }, { parts: [at(row, 5), at(row, 6)], whole: at(row, 7) },
        ]),
        ...Array.from({ length: 8 }, (_, column): Sum => ({ parts: rows.map((_row, row) => at(row, column)), whole: at(rows.length, column) })),
      ];
      const told = discloseLinked(cells.map(known), sums);
      const knowledge: Knowledge = {
        width: cells.length,
        rows: [
          ...sums.map(({ parts, whole }) => exactly(new Map([...parts.map((part): [number, number] => [part, 1]), [whole, -1]]), 0)),
          ...told.flatMap((count, position) => (count.kind === 'known' ? [exactly(new Map([[position, 1]]), count.value)] : [])),
        ],
      };
      const lower = Float64Array.from(told, ({ kind }) => (kind === 'hidden' ? 1 : 0));
      for (const [position, { kind }] of told.entries()) {
        if (kind === 'hidden') expectSafe(cells[position]!, knowledge, new Map([[position, 1]]), lower, `cell ${position} of ${JSON.stringify(rows)}`);
        else expect(cells[position]! > 0 && cells[position]! < floor).toBe(false);
      }
    }), { seed: 8, numRuns: 15 });
  }, 60_000);
});

describe('the sample town cut into zones of a few blocks', () => {
  const root = join(import.meta.dirname, '..', '..');
  let printed: PrintedPlan;
  let report: WrittenReport;
  beforeAll(async () => {
    const home = join(root, 'data', 'sample');
    const manifest = readManifest(readFileSync(join(home, 'manifest.json'), 'utf8'));
    if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
    const imported = await importMunicipality(manifest.value, openFolder(home));
    const norms = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'genk-2008.json'), 'utf8')));
    if (!imported.ok || !norms.ok) throw new Error('The sample town cannot be read.');
    const { municipality, hash } = imported.value;
    // The emptiest blocks where anybody lives, each a zone, and the rest in one; the two next ones in none.
    const smallest = municipality.blocks.filter(({ inhabitants }) => inhabitants > 0).sort((a, b) => a.inhabitants - b.inhabitants || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
    const small = new Map(smallest.slice(0, 4).map((id, place) => [id, `z${place}`]));
    const none = new Set(smallest.slice(4, 6));
    const plan: Plan = {
      dataset: hash, normSet: norms.value.id, name: 'Kleine zones',
      zones: [...[...small.values(), 'rest'].map((id) => ({ id, name: `Zone ${id}`, locked: false }))],
      zoneOfBlock: Object.fromEntries(municipality.blocks.flatMap(({ id }) => (none.has(id) ? [] : [[id, small.get(id) ?? 'rest']]))),
    };
    printed = { municipality, plan, version: 1, norms: norms.value };
    report = planReport(printed, { language: 'nl', against: [], years: [], shipped: new Map() }, '2026-11-22', () => undefined);
  }, 120_000);

  test('ages, people near a facility, later years and what norms ask, taken together, give away nobody', () => {
    const { analysis } = report;
    const { bands, municipality } = analysis;
    const areas = toldAreas(analysis, 'public');
    const parts = areas.length - 1;
    const norms = municipality.coverage;
    const width = parts * (bands.length + norms.length * 2);
    const person = (row: number, band: number): number => row * bands.length + band;
    const within = (row: number, norm: number): number => parts * bands.length + row * norms.length + norm;
    const unreached = (row: number, norm: number): number => parts * (bands.length + norms.length) + row * norms.length + norm;
    /** The last area is all parts together. */
    const ofArea = (row: number, column: (part: number) => readonly (readonly [number, number])[]): ReadonlyMap<number, number> =>
      new Map((row < parts ? [row] : [...Array(parts).keys()]).flatMap((part) => column(part).map(([at, times]): [number, number] => [at, times])));
    const agesOf = (row: number, inside: readonly number[], times: (band: number) => number = () => 1) => ofArea(row, (part) => inside.map((band) => [person(part, band), times(band)]));
    const every = [...bands.keys()];
    const old = every.filter((band) => bands[band]!.from >= 75);
    const published: { readonly of: ReadonlyMap<number, number>; readonly count: Count; readonly truth: number; readonly slack: number; readonly what: string }[] = [];
    const publish = (what: string, count: Count, truth: Count, of: ReadonlyMap<number, number>, slack = 0): void => { published.push({ what, count, truth: truth.kind === 'known' ? truth.value : NaN, of, slack }); };
    for (const [row, { people, coverage, name, area, needs }] of areas.entries()) {
      publish(`${name} inhabitants`, people.inhabitants, area.inhabitants.count, agesOf(row, every));
      publish(`${name} 75+`, people.from75, area.from75.count, agesOf(row, old));
      for (const band of every) publish(`${name} ${bands[band]!.from}`, people.byBand[band]!, area.byBand[band]!, agesOf(row, [band]));
      for (const [norm, told] of coverage.entries()) {
        const inside = norms[norm]!.ages === null ? every : bandsWithin(bands, norms[norm]!.ages);
        if (inside === null || told.persons.kind === 'unknown') continue;
        publish(`${name} ${norms[norm]!.norm} persons`, told.persons, area.coverage[norm]!.persons.count, ofArea(row, (part) => [...inside.map((band) => [person(part, band), 1] as const), [unreached(part, norm), -1]]));
        publish(`${name} ${norms[norm]!.norm} within`, told.within, area.coverage[norm]!.within.count, ofArea(row, (part) => [[within(part, norm), 1]]));
        publish(`${name} ${norms[norm]!.norm} beyond`, told.beyond, area.coverage[norm]!.beyond.count, ofArea(row, (part) => [...inside.map((band) => [person(part, band), 1] as const), [unreached(part, norm), -1], [within(part, norm), -1]]));
      }
      for (const [norm, told] of needs.entries()) {
        const { derivation } = area.needs[norm]!;
        if (derivation === null || derivation.yearUsed !== analysis.provenance.referenceYear || derivation.split !== municipality.needs[norm]!.derivation?.split || told.required.kind !== 'known') continue;
        const rate = (band: number): number => derivation.lines.reduce((sum, { from, to, count, per }) => sum + (bands[band]!.from >= from && bands[band]!.from <= (to ?? Infinity) ? count / per : 0), 0);
        const amount = known(derivation.lines.reduce((sum, line) => sum + line.amount, 0));
        publish(`${name} needs`, amount, amount, agesOf(row, every, rate), 1e-6);
      }
    }
    for (const { year, byBand: grown } of municipality.projections) {
      const growth = every.map((band) => { const now = municipality.byBand[band]!; return now.kind === 'known' && now.value > 0 ? grown[band]! / now.value : 0; });
      for (const [row, told] of toldLater(analysis, year).entries()) {
        const then = areas[row]!.area.projections.find((one) => one.year === year);
        publish(`${areas[row]!.name} in ${year}`, told.inhabitants, known(then?.inhabitants ?? NaN), agesOf(row, every, (band) => growth[band]!), 0.5);
        publish(`${areas[row]!.name} 75+ in ${year}`, told.from75, known(old.reduce((sum, band) => sum + (then?.byBand[band] ?? NaN), 0)), agesOf(row, old, (band) => growth[band]!), 0.5);
      }
    }
    const knowledge: Knowledge = {
      width,
      rows: [
        ...published.flatMap(({ of, count, slack }) => (count.kind === 'known' ? [{ of, from: count.value - slack, to: count.value + slack }] : count.kind === 'hidden' ? [{ of, from: slack > 0 ? 0 : 1, to: 1e6 }] : [])),
      ],
    };
    const hiddenOnes = published.filter(({ count }) => count.kind === 'hidden');
    expect(hiddenOnes.length).toBeGreaterThan(20);
    const lower = new Float64Array(width);
    for (const { what, of, count } of published) if (count.kind === 'known') expect(of.size > 0 && count.value > 0 && count.value < floor && !what.includes('needs'), what).toBe(false);
    for (const { what, of, truth } of hiddenOnes) expectSafe(truth, knowledge, of, lower, what);
  }, 120_000);

  test('every way out hides the same: layers, workbook and tables; a total beside a hidden part is no formula', async () => {
    const areas = toldAreas(report.analysis, 'public');
    const isHidden = areas.map(({ people }) => people.inhabitants.kind === 'hidden');
    expect(isHidden.filter(Boolean).length).toBeGreaterThan(1);
    const { tables } = reportLayers(report);
    for (const layer of ['woonzorgzones', 'zone_cijfers']) {
      const { columns, rows } = tables.find(({ name }) => name === layer)!;
      const [value, status] = ['inwoners', 'inwoners_status'].map((wanted) => columns.findIndex(({ name }) => name === wanted)) as [number, number];
      for (const [row, { values }] of rows.entries()) expect([values[value] === null, values[status]]).toEqual([isHidden[row], isHidden[row] ? 'verborgen' : 'bekend']);
    }
    const kerncijfers = tablesOf(report.document).find(({ id }) => id === 'kerncijfers')!;
    expect(kerncijfers.rows.map(({ cells }) => (cells[1] as Count).kind === 'hidden')).toEqual(isHidden);
    const book = unzipSync(await reportToWorkbook(report.document));
    const sheets = Object.entries(book).filter(([name]) => name.includes('worksheets/')).map(([, bytes]) => strFromU8(bytes));
    const formulas = sheets.flatMap((sheet) => [...sheet.matchAll(/<f>SUM\(([A-Z]+)2:[A-Z]+(\d+)\)<\/f>/g)].map(([, column, last]) => ({ sheet, column, last: Number(last) })));
    expect(formulas.length).toBeGreaterThan(0);
    for (const { sheet, column, last } of formulas) for (let row = 2; row <= last; row += 1) expect(sheet).toMatch(new RegExp(`<c r="${column}${row}"[^>]*>(<v>|<f>)`));
  });

  test('a kern beside the zones and the municipality tells of no few people outside it', () => {
    const areas = toldAreas(report.analysis, 'public');
    const kernen = toldKernen(report.kernen, areas);
    for (const { sheet, persons } of kernen) {
      for (const { kind, zone, people } of areas) if ((kind === 'municipality' || zone === sheet.zone) && persons.kind === 'known' && people.inhabitants.kind === 'known') expect([1, 2, 3, 4]).not.toContain(Math.abs(people.inhabitants.value - persons.value));
    }
  });
});
