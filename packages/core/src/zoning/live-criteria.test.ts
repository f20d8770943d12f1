import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../model/plan.ts';
import { criteriaSettingsOf } from './criteria.ts';
import { delineationGround } from './delineate.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import { judgeZones } from './judge-zones.ts';
import { liveCriteria } from './live-criteria.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';

const [columns, rows] = [6, 5];
const town = {
  ...paperTown({
    columns, rows, sizeMetres: 400, inhabitants: (column, row) => (column === 3 && row === 2 ? 0 : 100 + ((37 * column + 53 * row) % 9) * 81),
    divisions: { wijken: (column, row) => `W${Math.floor(column / 2)}${Math.floor(row / 2)}` },
    barriers: [{ id: 'k', kind: 'kanaal', name: 'Kanaal', line: Float64Array.of(paperX + 1200, paperY - 10, paperX + 1200, paperY + 1500) }, { id: 's', kind: 'spoorweg', name: 'Spoor', line: Float64Array.of(paperX, paperY + 650, paperX + 2400, paperY + 750) }],
  }),
};
const settings = { ...defaultDelineationSettings, wijken: 'wijken' };
const ids = town.blocks.map(({ id }) => id);
const ground = delineationGround(town, settings, null);
const planOf = (zoneOf: ArrayLike<number>): Plan => ({
  dataset: 'd', normSet: 'n', name: 'p', zones: [0, 1, 2, 3].map((zone) => ({ id: `z${zone}`, name: `Z${zone}`, locked: false })),
  zoneOfBlock: Object.fromEntries(ids.flatMap((id, block): [string, string][] => (zoneOf[block] === -1 ? [] : [[id, `z${zoneOf[block]!}`]]))),
});

test('after any strokes the live criteria are those of the whole plan judged at once, to the last digit', () => {
  const stroke = fc.record({ blocks: fc.array(fc.nat(ids.length - 1), { minLength: 1, maxLength: 6 }), zone: fc.integer({ min: -1, max: 3 }) });
  fc.assert(fc.property(fc.array(fc.integer({ min: -1, max: 3 }), { minLength: ids.length, maxLength: ids.length }), fc.array(stroke, { maxLength: 12 }), (start, strokes) => {
    const live = liveCriteria(ground, settings, planOf(start));
    for (const { blocks, zone } of strokes) live.assign(blocks, zone);
    expect(live.criteria()).toEqual(judgeZones(town, ground.graph, planOf(live.zoneOf), ground.nuclei, criteriaSettingsOf(settings), ground.ways));
  }), { numRuns: 60 });
});

test('a stroke names the zones that gave and took, and no other zone is judged anew', () => {
  const live = liveCriteria(ground, settings, planOf(ids.map((_, block) => (block < 10 ? 0 : block < 20 ? 1 : 2))));
  const untouched = live.zone(2);
  expect(live.assign([9], 1)).toEqual([0, 1]);
  expect(live.assign([9], 1)).toEqual([]);
  expect(live.assign([19], -1)).toEqual([1]);
  expect(live.zone(2)).toBe(untouched);
  expect(live.criteria().unassignedBlocks).toEqual([ids[19]]);
});

test('ages are those of the people of the zone', () => {
  const live = liveCriteria(ground, settings, planOf(ids.map(() => 0)));
  expect(live.zone(0).ages).toEqual([{ from: 0, to: null, persons: town.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0) }]);
  expect(live.zone(1)).toMatchObject({ blocks: 0, ages: [{ from: 0, to: null, persons: 0 }], contiguity: { verdict: 'not-judged', pieces: 0, strayBlocks: [] } });
});
