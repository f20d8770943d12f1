import { expect, test } from 'vitest';
import type { Barrier } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { delineationGround } from './delineate.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import { liveCriteria } from './live-criteria.ts';
import { paperTown, paperX, paperY, type PaperTown } from './paper-town.ts';
import { repairsFor, type RepairableCriterion } from './repairs.ts';

const settings = { ...defaultDelineationSettings, wijken: 'wijken' };

/** Zones by letter: rows from north to south, '.' for no zone; small letters are locked. */
function drawn(rows: readonly string[], inhabitants: PaperTown['inhabitants'], more: Partial<PaperTown> = {}) {
  const town = paperTown({ columns: rows[0]!.length, rows: rows.length, sizeMetres: 1000, inhabitants, ...more });
  const letters = [...new Set(rows.join('').replaceAll('.', ''))].sort();
  const plan: Plan = {
    dataset: 'd', normSet: 'n', name: 'p', zones: letters.map((letter) => ({ id: letter, name: letter, locked: letter === letter.toLowerCase() })),
    zoneOfBlock: Object.fromEntries(rows.flatMap((row, fromNorth) => Array.from(row).flatMap((letter, column): [string, string][] => (letter === '.' ? [] : [[`${column}-${rows.length - 1 - fromNorth}`, letter]])))),
  };
  const ground = delineationGround(town, settings, plan);
  const live = liveCriteria(ground, settings, plan);
  const before = [...live.zoneOf];
  const repairs = (letter: string, criterion: RepairableCriterion) => {
    const found = repairsFor({ live, graph: ground.graph, nuclei: [], zones: plan.zones, held: new Set() }, letters.indexOf(letter), criterion);
    // Looking for repairs leaves the plan as it was.
    expect([...live.zoneOf]).toEqual(before);
    return found;
  };
  return { repairs };
}

test('570 too few: the neighbouring block of 612 solves it, alone', () => {
  // A holds 5,430 in two blocks; of B’s blocks only 2-0 borders it. B keeps 2 × 3,600 of 7,812.
  const people: Record<string, number> = { '0-0': 2700, '1-0': 2730, '2-0': 612, '3-0': 3600, '4-0': 3600 };
  const { repairs } = drawn(['AABBB'], (column, row) => people[`${column}-${row}`]!);
  const [first] = repairs('A', 'inhabitants');
  expect(first).toMatchObject({
    criterion: 'inhabitants', solves: true, inhabitantsAfter: 6042,
    shifts: [{ blocks: [{ id: '2-0', name: '2-0' }], inhabitants: 612, from: { id: 'B' }, to: { id: 'A' } }],
  });
  expect(first!.notMetAfter).toBeLessThan(first!.notMetBefore);
});

test('several blocks where one is not enough, taken from no zone as well as from a neighbour', () => {
  // 3,600 short by 2,400: two blocks of 1,600.
  const { repairs } = drawn(['AA..', 'AA..'], (column) => (column < 2 ? 900 : 1600));
  const [first] = repairs('A', 'inhabitants');
  expect(first).toMatchObject({ solves: true, inhabitantsAfter: 6800 });
  expect(first!.shifts).toHaveLength(1);
  expect(first!.shifts[0]).toMatchObject({ from: null, to: { id: 'A' }, inhabitants: 3200 });
});

test('a locked zone neither gives nor takes, and a locked zone is not repaired', () => {
  const people: Record<string, number> = { '0-0': 2700, '1-0': 2730, '2-0': 612, '3-0': 3600, '4-0': 3600 };
  expect(drawn(['AAbbb'], (column, row) => people[`${column}-${row}`]!).repairs('A', 'inhabitants')).toEqual([]);
  expect(drawn(['aaBBB'], (column, row) => people[`${column}-${row}`]!).repairs('a', 'inhabitants')).toEqual([]);
});

test('a stray block goes to the zone around it', () => {
  // The A in the east lies within B; both zones hold enough without or with it.
  const { repairs } = drawn(['AABBB', 'AABBA'], () => 2025);
  const [first] = repairs('A', 'contiguity');
  expect(first).toMatchObject({ solves: true, shifts: [{ blocks: [{ id: '4-0' }], from: { id: 'A' }, to: { id: 'B' } }] });
});

test('who lives beyond the canal goes to the zone on that side', () => {
  const canal: Barrier = { id: 'k', kind: 'kanaal', name: 'Kanaal', line: Float64Array.of(paperX + 2000, paperY, paperX + 2000, paperY + 2000) };
  const { repairs } = drawn(['AAABB', 'AAABB'], () => 2025, { barriers: [canal] });
  const [first] = repairs('A', 'barriers');
  expect(first).toMatchObject({ solves: true, inhabitantsAfter: 8100 });
  expect(first!.shifts[0]!.blocks.map(({ id }) => id).sort()).toEqual(['2-0', '2-1']);
  expect(first!.shifts[0]).toMatchObject({ to: { id: 'B' }, inhabitants: 4050 });
});

test('a split wijk is made whole, and a met criterion has no repairs', () => {
  // The wijk of the third column lies half in A, half in B.
  const { repairs } = drawn(['AAABB', 'AABBB'], () => 1600, { divisions: { wijken: (column) => (column === 2 ? 'Midden' : column < 2 ? 'West' : 'Oost') } });
  const found = repairs('A', 'wijken');
  expect(found.map(({ solves, shifts }) => [solves, shifts.map(({ blocks, to }) => [blocks.map(({ id }) => id), to?.id])])).toEqual([
    [true, [[['2-0'], 'A']]], [true, [[['2-1'], 'B']]],
  ]);
  expect(repairs('B', 'contiguity')).toEqual([]);
});

test('a long zone of five blocks in a row becomes rounder by giving an end or taking along its side', () => {
  const { repairs } = drawn(['AAAAAA', 'BBBBBB', 'BBBBBB'], () => 1600);
  const found = repairs('A', 'compactness');
  expect(found.length).toBeGreaterThan(0);
  for (const { notMetBefore, notMetAfter } of found) expect(notMetAfter).toBeLessThanOrEqual(notMetBefore);
});
