import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { persons } from '../model/units.ts';
import { blockGraph } from './block-graph.ts';
import type { DelineationSettings } from '../model/delineation-settings.ts';
import { criteriaSettingsOf } from './criteria.ts';
import { judgeZones } from './judge-zones.ts';
import { delineate, type Delineation } from './delineate.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { serviceWays } from './service-flows.ts';

/** Squares on paper are few: a thirtieth of the usual search finds what there is. */
const quick: DelineationSettings = { ...defaultDelineationSettings, effort: 0.03 };

function delineated(town: Municipality, settings: Partial<DelineationSettings> = {}): Delineation {
  const result = delineate(town, { ...quick, ...settings });
  if (!result.ok) throw new Error(`Got ${result.error.code} when expected zones`);
  return result.value;
}
const refusal = (town: Municipality, settings: Partial<DelineationSettings> = {}): string => {
  const result = delineate(town, { ...quick, ...settings });
  return result.ok ? 'zones' : result.error.code;
};
const planOf = ({ zones, zoneOfBlock }: Delineation): Plan => ({
  dataset: 'd', normSet: 'n', name: 'p', zones: zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock,
});
const codes = ({ problems }: Delineation): string[] => problems.map(({ code }) => code);

const even = (columns: number, rows: number, each: number): Municipality => paperTown({ columns, rows, sizeMetres: 500, inhabitants: () => each });

test('24 squares of 1,000 inhabitants become zones of 6,000 to 12,000, each in one piece', () => {
  const town = even(6, 4, 1000);
  const found = delineated(town);
  expect(found.zones.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(24_000);
  for (const zone of judgeZones(town, blockGraph(town), planOf(found), found.nuclei, criteriaSettingsOf(found.settings), serviceWays(town, town.facilities)).zones) {
    expect([zone.inhabitants.verdict, zone.contiguity.verdict]).toEqual(['met', 'met']);
  }
  expect(codes(found).filter((code) => code !== 'no-kernen')).toEqual([]);
  // ⌈24,000 / 12,000⌉ = 2 up to ⌊24,000 / 6,000⌋ = 4 zones.
  expect(found.front.map(({ zones }) => zones.length)).toEqual([2, 3, 4]);
});

test('a canal with 12,000 inhabitants on either side stays a border', () => {
  const town = paperTown({
    columns: 6, rows: 4, sizeMetres: 500, inhabitants: () => 1000,
    barriers: [{ id: 'k', kind: 'kanaal', name: 'Albertkanaal', line: Float64Array.of(paperX + 1500, paperY, paperX + 1500, paperY + 2000) }],
  });
  const found = delineated(town);
  const { zones } = judgeZones(town, blockGraph(town), planOf(found), found.nuclei, criteriaSettingsOf(found.settings), serviceWays(town, town.facilities));
  expect(zones.map(({ barriers }) => barriers.insideMetres)).toEqual(zones.map(() => 0));
});

test('two dense villages in a thin land each get their own zone, with their kern in it', () => {
  const town = paperTown({
    columns: 10, rows: 5, sizeMetres: 500,
    inhabitants: (column, row) => (Math.abs(row - 2) <= 1 && (Math.abs(column - 2) <= 1 || Math.abs(column - 7) <= 1) ? 900 : 40),
  });
  const found = delineated(town, { zoneCount: 2 });
  expect(found.nuclei).toHaveLength(2);
  expect(found.zones.map(({ name, nuclei }) => [name, nuclei.length])).toEqual([['Oost', 1], ['West', 1]]);
  expect(codes(found)).toEqual([]);
  expect(found.circles.map(({ nucleus }) => nucleus)).toEqual(found.nuclei.map(({ id }) => id));
  for (let column = 1; column <= 3; column++) for (let row = 1; row <= 3; row++) expect(found.zoneOfBlock[`${column}-${row}`]).toBe('zone-2');
});

test('a town in nine parts is named by where they lie', () => {
  const town = paperTown({ columns: 6, rows: 6, sizeMetres: 500, inhabitants: () => 2025 });
  const found = delineated(town, { zoneCount: 9, inhabitants: { least: persons(8100), most: persons(8100) } });
  expect(found.zones.map(({ name }) => name)).toEqual(['Centrum', 'Noord', 'Noordoost', 'Oost', 'Zuidoost', 'Zuid', 'Zuidwest', 'West', 'Noordwest']);
  expect(found.zones.map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, i) => `zone-${i + 1}`));
});

test('fewer inhabitants than one zone: one zone of all, that says so', () => {
  const found = delineated(even(2, 2, 1000));
  expect(found.zones).toHaveLength(1);
  expect(found.zones[0]!.name).toBe('Papierstad');
  expect(found.problems).toContainEqual({ code: 'too-few-inhabitants', inhabitants: 4000, least: 6000 });
  expect(codes(found)).toContain('zone-out-of-bounds');
});

test('a block of 13,000 is more than a zone may hold, and is named', () => {
  const found = delineated(paperTown({ columns: 3, rows: 1, sizeMetres: 500, inhabitants: (column) => (column === 1 ? 13_000 : 6500) }));
  expect(found.problems).toContainEqual({ code: 'block-above-most', block: '1-0', name: '1-0', inhabitants: 13_000, most: 12_000 });
  expect(Object.keys(found.zoneOfBlock)).toHaveLength(3);
});

test('13,000 inhabitants fit no number of zones of 7,000 to 12,000', () => {
  const found = delineated(even(13, 1, 1000), { inhabitants: { least: persons(7000), most: persons(12_000) } });
  expect(found.problems).toContainEqual({ code: 'no-count-fits', inhabitants: 13_000, least: 7000, most: 12_000 });
  // One zone of 13,000 is 1,000 over; two of 6,000 and 7,000 are 1,000 short together.
  expect(found.front.map(({ zones, outOfBounds }) => [zones.length, outOfBounds])).toEqual([[1, 1000], [2, 1000]]);
});

test('a number of zones that cannot fit is made all the same, and says what would', () => {
  const found = delineated(even(6, 4, 1000), { zoneCount: 6 });
  expect(found.zones).toHaveLength(6);
  expect(found.problems[0]).toEqual({ code: 'count-cannot-fit', zoneCount: 6, inhabitants: 24_000, fewest: 2, most: 4 });
});

test('an exclave of 3,000 must share a zone with the mainland, and both are told', () => {
  // Columns 0 to 5 and, a column further, column 7.
  const town = paperTown({ columns: 8, rows: 3, sizeMetres: 500, inhabitants: (column) => (column === 6 ? null : 1000) });
  const found = delineated(town);
  expect(found.problems).toContainEqual({ code: 'part-below-least', block: '7-0', name: '7-0', blocks: 3, inhabitants: 3000, least: 6000, gapMetres: 500 });
  const inPieces = found.problems.filter((problem) => problem.code === 'zone-in-pieces');
  expect(inPieces.map(({ zone, pieces }) => [zone, pieces])).toEqual([[found.zoneOfBlock['7-0'], 2]]);
});

test('two parts that each hold enough for a zone get zones of their own', () => {
  const town = paperTown({ columns: 9, rows: 2, sizeMetres: 500, inhabitants: (column) => (column === 4 ? null : 1000) });
  const found = delineated(town);
  expect(codes(found).filter((code) => code !== 'no-kernen')).toEqual([]);
  const west = new Set(Object.entries(found.zoneOfBlock).flatMap(([block, zone]) => (block < '4' ? [zone] : [])));
  for (const [block, zone] of Object.entries(found.zoneOfBlock)) if (block > '4') expect(west.has(zone)).toBe(false);
});

test('nothing to divide, nobody to divide, bounds the wrong way round: refused with a code; more zones than blocks: as many as there are', () => {
  expect(refusal(paperTown({ columns: 1, rows: 1, sizeMetres: 500, inhabitants: () => null }))).toBe('no-blocks');
  expect(refusal(even(2, 2, 0))).toBe('no-inhabitants');
  expect(refusal(even(2, 2, 1000), { inhabitants: { least: persons(9000), most: persons(6000) } })).toBe('bounds-impossible');
  const many = delineated(even(2, 2, 1000), { zoneCount: 5 });
  expect([many.zones.length, many.problems[0]]).toEqual([4, { code: 'zone-count-impossible', zoneCount: 5, blocks: 4 }]);
  expect(codes(delineated(even(2, 2, 1000), { zoneCount: 1.5 }))).toContain('zone-count-impossible');
  expect(refusal(even(2, 2, 1000), { zoneCount: 4 })).toBe('zones');
});

test('every block is in one zone, whole where the town is whole; the order of addresses and another run change nothing', { timeout: 30_000 }, () => {
  const people = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 20, maxLength: 20 }).filter((all) => all.some((p) => p > 0));
  fc.assert(
    fc.property(people, fc.integer({ min: 0, max: 1000 }), (all, seed) => {
      const town = paperTown({ columns: 5, rows: 4, sizeMetres: 600, inhabitants: (column, row) => all[row * 5 + column]! });
      const settings = { seed, effort: 0.02 };
      const found = delineated(town, settings);
      expect(Object.keys(found.zoneOfBlock)).toEqual(town.blocks.map(({ id }) => id));
      expect(found.zones.flatMap(({ blocks }) => blocks).sort()).toEqual(town.blocks.map(({ id }) => id));
      expect(found.zones.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(all.reduce((sum, p) => sum + p, 0));
      expect(new Set(found.zones.map(({ name }) => name)).size).toBe(found.zones.length);
      expect(found.zones.flatMap(({ nuclei }) => nuclei).sort()).toEqual(found.nuclei.map(({ id }) => id).sort());
      expect(codes(found)).not.toContain('zone-in-pieces');
      const { ids, xy, block, persons: counts } = town.addresses;
      const order = [...ids.keys()].reverse();
      const shuffled: Municipality = {
        ...town,
        addresses: {
          ...town.addresses, ids: order.map((i) => ids[i]!), xy: Float64Array.from(order.flatMap((i) => [xy[2 * i]!, xy[2 * i + 1]!])),
          block: Int32Array.from(order, (i) => block[i]!), persons: Uint16Array.from(order, (i) => counts[i]!),
        },
      };
      expect(delineated(shuffled, settings)).toEqual(found);
    }),
    { numRuns: 5 },
  );
});

const standingOf = (found: Delineation, locked: readonly string[] = []): Plan => {
  const plan = planOf(found);
  return { ...plan, zones: plan.zones.map((zone) => ({ ...zone, locked: locked.includes(zone.id) })) };
};
const again = (town: Municipality, standing: Plan, settings: Partial<DelineationSettings> = {}): Delineation => {
  const result = delineate(town, { ...quick, ...settings }, standing);
  if (!result.ok) throw new Error(`Got ${result.error.code} when expected zones`);
  return result.value;
};
const locks = (given: Partial<DelineationSettings['locks']>): DelineationSettings['locks'] => ({ blocks: [], together: [], apart: [], ...given });

test('a locked zone keeps its id, name and blocks; the rest is divided around it', () => {
  const town = even(6, 4, 1000);
  const first = delineated(town, { zoneCount: 3 });
  const [kept] = first.zones;
  const next = again(town, standingOf({ ...first, zones: first.zones.map((zone) => (zone === kept ? { ...zone, name: 'Eigen naam' } : zone)) }, [kept!.id]), { zoneCount: 4, seed: 9 });
  expect(next.zones.find(({ id }) => id === kept!.id)).toMatchObject({ name: 'Eigen naam', blocks: kept!.blocks });
  expect(new Set(next.zones.map(({ id }) => id)).size).toBe(4);
});

test('a held block stays in its zone, tied blocks share one, parted blocks do not', () => {
  const town = even(6, 4, 1000);
  const first = delineated(town, { zoneCount: 3 });
  const zone = first.zoneOfBlock['0-0']!;
  const next = again(town, standingOf(first), { zoneCount: 3, seed: 5, locks: locks({ blocks: ['0-0'], together: [['2-0', '3-0']], apart: [['0-0', '0-1']] }) });
  expect(next.zoneOfBlock['0-0']).toBe(zone);
  expect(next.zoneOfBlock['2-0']).toBe(next.zoneOfBlock['3-0']);
  expect(next.zoneOfBlock['0-0']).not.toBe(next.zoneOfBlock['0-1']);
});

test('locks that contradict each other are set aside and named, and zones are made all the same', () => {
  const found = delineated(even(6, 4, 1000), { locks: locks({ together: [['0-0', '1-0']], apart: [['0-0', '1-0']] }) });
  expect(found.problems[0]).toEqual({ code: 'locks-contradict', blocks: [{ id: '0-0', name: '0-0' }, { id: '1-0', name: '1-0' }] });
  expect(Object.keys(found.zoneOfBlock)).toHaveLength(24);
});

test('a lock on a block that is not there, or in no zone, is told and left out', () => {
  const found = delineated(even(2, 2, 3000), { locks: locks({ blocks: ['0-0'], together: [['0-1', 'weg']] }) });
  expect(found.problems[0]).toEqual({ code: 'locks-without-ground', blocks: ['0-0', 'weg'] });
});

test('a locked zone that is too small says so, and what to do is to unlock it', () => {
  const town = even(6, 4, 1000);
  const standing: Plan = { ...planOf(delineated(town)), zones: [{ id: 'klein', name: 'Klein', locked: true }], zoneOfBlock: { '0-0': 'klein', '0-1': 'klein' } };
  expect(again(town, standing).problems).toContainEqual({ code: 'locked-zone-out-of-bounds', zone: 'klein', name: 'Klein', inhabitants: 2000, least: 6000, most: 12_000 });
});

test('a canal through a block is told with its length; splitting the block is the way out', () => {
  const town = paperTown({
    columns: 3, rows: 2, sizeMetres: 1000, inhabitants: () => 2025,
    barriers: [{ id: 'k', kind: 'kanaal', name: 'Albertkanaal', line: Float64Array.of(paperX + 500, paperY, paperX + 500, paperY + 2000) }],
  });
  const cut = delineated(town).problems.filter((problem) => problem.code === 'block-cut-by-barrier');
  expect(cut.map(({ block, barriers, lengthMetres }) => [block, barriers, Math.round(lengthMetres)])).toEqual([['0-0', ['Albertkanaal'], 1000], ['0-1', ['Albertkanaal'], 1000]]);
});

test('few people change zone against the plan when that is wished, and zones that fit keep their names', () => {
  const town = even(8, 4, 1000);
  const columns: Readonly<Record<string, string>> = Object.fromEntries(town.blocks.map(({ id }) => [id, Number(id[0]) < 2 ? 'w' : Number(id[0]) < 5 ? 'm' : 'o']));
  const standing: Plan = {
    ...planOf(delineated(town)), zoneOfBlock: columns,
    zones: [{ id: 'w', name: 'West', locked: false }, { id: 'm', name: 'Midden', locked: false }, { id: 'o', name: 'Oost', locked: false }],
  };
  // 8,000, 12,000 and 12,000 inhabitants: all within bounds, so nobody needs to move.
  const found = again(town, standing, { zoneCount: 3, wishes: { ...defaultDelineationSettings.wishes, leastChange: 'much' } });
  expect(found.zones.map(({ id, name }) => [id, name])).toEqual([['w', 'West'], ['m', 'Midden'], ['o', 'Oost']]);
  expect(found.zoneOfBlock).toEqual(Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1))));
});

test('the certificates of two banks of 12,000 and one of 3,000 beyond a canal: a crossing cannot be avoided', () => {
  const town = paperTown({
    columns: 5, rows: 3, sizeMetres: 1000, inhabitants: () => 1000,
    barriers: [{ id: 'k', kind: 'kanaal', name: 'Albertkanaal', line: Float64Array.of(paperX + 4000, paperY, paperX + 4000, paperY + 3000) }],
  });
  const { certificates } = delineated(town);
  expect(certificates.counts).toEqual({ fewest: 2, most: 2 });
  expect(certificates.cells.map(({ inhabitants, barriers, fewest, most }) => [inhabitants, barriers, fewest, most])).toEqual([[12_000, ['Albertkanaal'], 1, 2], [3000, ['Albertkanaal'], 1, 0]]);
  expect([certificates.uncrossed, certificates.crossingZones]).toEqual([null, 1]);
});

test('at most one kern in a zone, when that is asked for and can be had', () => {
  const town = paperTown({
    columns: 10, rows: 5, sizeMetres: 500,
    inhabitants: (column, row) => (Math.abs(row - 2) <= 1 && (Math.abs(column - 2) <= 1 || Math.abs(column - 7) <= 1) ? 900 : 40),
  });
  const { criteria } = delineated(town, { zoneCount: 2, mostKernenPerZone: 1 });
  expect(criteria.zones.map(({ nuclei }) => [nuclei.nuclei.length, nuclei.verdict])).toEqual([[1, 'met'], [1, 'met']]);
});
