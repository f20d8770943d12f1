import { expect, test } from 'vitest';
import type { Barrier, Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { metres, persons, share } from '../model/units.ts';
import { blockGraph } from './block-graph.ts';
import type { ZoneCriteria } from './criteria.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import type { Nucleus } from './nuclei.ts';
import { judgeZones } from './judge-zones.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { serviceWays } from './service-flows.ts';

const planOf = (zones: Readonly<Record<string, readonly string[]>>): Plan => ({
  dataset: 'd', normSet: 'n', name: 'Proef',
  zones: Object.keys(zones).map((id) => ({ id, name: id, locked: false })),
  zoneOfBlock: Object.fromEntries(Object.entries(zones).flatMap(([zone, blocks]) => blocks.map((block) => [block, zone]))),
});
const judge = (town: Municipality, plan: Plan, nuclei: readonly Nucleus[] = []) => judgeZones(town, blockGraph(town), plan, nuclei, defaultDelineationSettings, serviceWays(town, town.facilities));
const first = (town: Municipality, ...blocks: string[]): ZoneCriteria => judge(town, planOf({ z: blocks })).zones[0]!;

// Three columns, two rows, squares of 1 km, 2,025 people each (225 addresses of nine).
const town = paperTown({ columns: 3, rows: 2, sizeMetres: 1000, inhabitants: () => 2025 });

test('three squares hold 6,075 people, within 6,000 to 12,000; two hold 4,050, 1,950 too few', () => {
  expect(first(town, '0-0', '1-0', '2-0').inhabitants).toEqual({ verdict: 'met', inhabitants: 6075, least: 6000, most: 12_000 });
  const plan = judge(town, planOf({ z: ['0-0', '1-0'] }));
  expect(plan.zones[0]!.inhabitants.verdict).toBe('not-met');
  expect(plan.outOfBounds).toBe(1950);
  expect(plan.unassignedBlocks).toEqual(['0-1', '1-1', '2-0', '2-1']);
  expect(plan.unassignedInhabitants).toBe(4 * 2025);
});

test('squares that touch in a corner only are two pieces, and the smaller is told', () => {
  expect(first(town, '0-0', '1-0', '2-1').contiguity).toEqual({ verdict: 'not-met', pieces: 2, strayBlocks: ['2-1'], strayInhabitants: 2025 });
  expect(first(town, '0-0', '1-0', '1-1').contiguity.verdict).toBe('met');
});

test('compactness of three squares in a row, worked out', () => {
  const { compactness } = first(town, '0-0', '1-0', '2-0');
  // 3 km² with an outline of 8 km: 4π·3/64.
  expect(compactness.areaM2).toBe(3_000_000);
  expect(compactness.perimeterMetres).toBe(8000);
  expect(compactness.polsbyPopper).toBeCloseTo((4 * Math.PI * 3) / 64, 12);
  // Addresses stand 1/15 km apart, 15 across and 45 along: variances (15² − 1)/12 and (45² − 1)/12 of that squared.
  const step = 1_000_000 / 225;
  const across = ((15 ** 2 - 1) / 12) * step;
  const along = ((45 ** 2 - 1) / 12) * step;
  expect(compactness.elongation).toBeCloseTo(Math.sqrt(across / along), 9);
  expect(compactness.radiusMetres).toBeCloseTo(Math.sqrt(across + along), 6);
  expect(compactness.verdict).toBe('not-met');
});

test('a square is round enough: 4π/16, and as wide as long', () => {
  const { compactness } = first(town, '0-0', '1-0', '0-1', '1-1');
  expect(compactness.polsbyPopper).toBeCloseTo(Math.PI / 4, 12);
  expect(compactness.elongation).toBeCloseTo(1, 12);
  expect(compactness.verdict).toBe('met');
});

const canal: Barrier = { id: 'kanaal', kind: 'kanaal', name: 'Albertkanaal', line: Float64Array.of(paperX + 2000, paperY, paperX + 2000, paperY + 2000) };

test('a canal between the second and third column cuts off the people beyond it', () => {
  const cut = paperTown({ columns: 3, rows: 2, sizeMetres: 1000, inhabitants: () => 2025, barriers: [canal] });
  const { barriers } = first(cut, '0-0', '1-0', '2-0');
  expect(barriers.insideMetres).toBeCloseTo(1000, 6);
  expect(barriers.names).toEqual(['Albertkanaal']);
  expect([barriers.severedInhabitants, barriers.severedShare, barriers.verdict]).toEqual([2025, 1 / 3, 'not-met']);
  expect(first(cut, '0-0', '1-0').barriers).toMatchObject({ insideMetres: 0, severedInhabitants: 0, verdict: 'met' });
});

test('a canal that ends half-way cuts nobody off who can go round it', () => {
  const half = { ...canal, line: Float64Array.of(paperX + 2000, paperY, paperX + 2000, paperY + 1000) };
  const cut = paperTown({ columns: 3, rows: 2, sizeMetres: 1000, inhabitants: () => 2025, barriers: [half] });
  expect(first(cut, '1-0', '1-1', '2-0', '2-1').barriers).toMatchObject({ severedInhabitants: 0, verdict: 'met' });
  expect(first(cut, '1-0', '1-1', '2-0', '2-1').barriers.insideMetres).toBeCloseTo(1000, 6);
});

test('a railway through a single block is told apart: no choice of blocks can mend it', () => {
  const through = paperTown({
    columns: 3, rows: 1, sizeMetres: 1000, inhabitants: () => 2025,
    barriers: [{ id: 'spoor', kind: 'spoorweg', name: 'Lijn 21', line: Float64Array.of(paperX + 500, paperY - 100, paperX + 500, paperY + 1100) }],
  });
  const { barriers } = first(through, '0-0', '1-0');
  expect(barriers.withinBlocksMetres).toBeCloseTo(1000, -2);
  expect(barriers.insideMetres).toBe(barriers.withinBlocksMetres);
  expect(barriers.severedInhabitants).toBe(0);
});

test('a wijk over two zones is split for both; a fringe under a tenth is not', () => {
  const divided = paperTown({
    columns: 3, rows: 2, sizeMetres: 1000, inhabitants: (column, row) => (column === 2 && row === 1 ? 9 : 2025),
    divisions: { wijken: (column) => (column < 2 ? 'Kolderbos' : 'Langerlo') },
  });
  const { zones, splitWijken } = judge(divided, planOf({ a: ['0-0', '0-1', '1-0', '2-1'], b: ['1-1', '2-0'] }));
  // Kolderbos: 6,075 in a, 2,025 in b. Langerlo: 9 in a, 2,025 in b: no split worth the name.
  expect(zones[0]!.wijken.split).toEqual([{ area: 'Kolderbos', name: 'Kolderbos', inside: 6075, elsewhere: 2025 }]);
  expect(zones[1]!.wijken.split).toEqual([{ area: 'Kolderbos', name: 'Kolderbos', inside: 2025, elsewhere: 6075 }]);
  expect(splitWijken).toBe(1);
});

test('without a division or kernen nothing is judged by them; with kernen a zone without one has no centre', () => {
  expect(first(town, '0-0').wijken.verdict).toBe('not-judged');
  expect(first(town, '0-0').nuclei.verdict).toBe('not-judged');
  const kern = (id: string, inhabitants: number): Nucleus => ({ id, name: id, x: 0, y: 0, block: '0-0', inhabitants: persons(inhabitants), topPerKm2: 0, radiusMetres: metres(0), dailyFacilities: null, origin: 'found', saddleShare: share(0) });
  const { zones } = judge(town, planOf({ a: ['0-0'], b: ['1-0'] }), [kern('klein', 700), kern('groot', 2000)]);
  expect(zones.map(({ nuclei }) => nuclei)).toEqual([{ verdict: 'met', nuclei: ['groot', 'klein'], mostKernen: null }, { verdict: 'not-met', nuclei: [], mostKernen: null }]);
});

test('a zone without blocks, and one without inhabitants, are judged by what they have', () => {
  const empty = paperTown({ columns: 2, rows: 1, sizeMetres: 1000, inhabitants: () => 0 });
  const { zones } = judge(empty, planOf({ leeg: [], stil: ['0-0'] }));
  expect(zones[0]).toMatchObject({ blocks: 0, contiguity: { verdict: 'not-judged', pieces: 0 }, barriers: { verdict: 'not-judged' }, compactness: { verdict: 'not-judged', polsbyPopper: 0 } });
  expect(zones[1]).toMatchObject({ blocks: 1, contiguity: { verdict: 'met' }, compactness: { verdict: 'not-judged', radiusMetres: 0 } });
  // No division by nothing: a number that is none would become null.
  expect(JSON.stringify(zones.map((zone) => ({ ...zone, ages: [], nuclei: [], ownServices: [] })))).not.toContain('null');
});

test('zones that meet everything are counted, and settings decide', () => {
  const plan = planOf({ a: ['0-0', '0-1', '1-0', '1-1'], b: ['2-0', '2-1'] });
  expect(judge(town, plan).zonesMet).toBe(1);
  const mild = { ...defaultDelineationSettings, inhabitants: { least: persons(4000), most: persons(9000) } };
  expect(judgeZones(town, blockGraph(town), plan, [], mild, serviceWays(town, [])).zonesMet).toBe(2);
});

test('of the ways to one shop in the west and one school in the east, half stay at either end and none in between', () => {
  const facility = (id: string, category: 'school' | 'winkel', column: number): Municipality['facilities'][number] => ({
    id, category, name: id, address: null, x: paperX + column * 1000 + 500, y: paperY + 500, position: { by: 'source', metres: null }, capacity: null, recognised: null, functions: [],
    opened: null, closed: null, source: 0, referenceDate: '2026', fictitious: true,
  });
  const served = { ...town, facilities: [facility('s', 'school', 2), facility('w', 'winkel', 0)] };
  // Everybody goes to the one shop and the one school: who lives in the west stays for the shop, in the east for the school.
  const { zones } = judge(served, planOf({ west: ['0-0', '0-1'], middle: ['1-0', '1-1'], east: ['2-0', '2-1'] }));
  expect(zones.map(({ ownServices }) => ownServices)).toEqual([
    { verdict: 'not-judged', ownShare: 0.5 }, { verdict: 'not-judged', ownShare: 0 }, { verdict: 'not-judged', ownShare: 0.5 },
  ]);
  expect(judge(served, planOf({ all: ['0-0', '0-1', '1-0', '1-1', '2-0', '2-1'], none: [] })).zones.map(({ ownServices }) => ownServices.ownShare)).toEqual([1, null]);
});
