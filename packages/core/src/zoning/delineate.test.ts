import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { persons } from '../model/units.ts';
import { blockGraph } from './block-graph.ts';
import type { DelineationSettings } from '../model/delineation-settings.ts';
import { criteriaSettingsOf, judgeZones } from './criteria.ts';
import { delineate, type Delineation } from './delineate.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';

function delineated(town: Municipality, settings: Partial<DelineationSettings> = {}): Delineation {
  const result = delineate(town, { ...defaultDelineationSettings, ...settings });
  if (!result.ok) throw new Error(`Got ${result.error.code} when expected zones`);
  return result.value;
}
const refusal = (town: Municipality, settings: Partial<DelineationSettings> = {}): string => {
  const result = delineate(town, { ...defaultDelineationSettings, ...settings });
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
  for (const zone of judgeZones(town, blockGraph(town), planOf(found), found.nuclei, criteriaSettingsOf(found.settings)).zones) {
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
  const { zones } = judgeZones(town, blockGraph(town), planOf(found), found.nuclei, criteriaSettingsOf(found.settings));
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

test('every block is in one zone, whole where the town is whole; the order of addresses and another run change nothing', () => {
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
    { numRuns: 8 },
  );
});
