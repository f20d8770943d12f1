import { expect, test } from 'vitest';
import type { Municipality } from '../../model/index.ts';
import { figurePerZone } from './zone-figures.ts';

/* Four addresses: two in b1 (noord), one in b2 (zuid), one in b3, which is in no zone. */
const municipality = { blocks: [{ id: 'b1' }, { id: 'b2' }, { id: 'b3' }], addresses: { block: Int32Array.of(0, 0, 1, 2) } } as unknown as Municipality;
const zones = ['noord', 'zuid', 'oost'].map((id) => ({ id, name: id, locked: false }));
const plan = { zones, zoneOfBlock: { b1: 'noord', b2: 'zuid' } };

test('the mean is over persons who have the figure; an empty zone has none, and nobody is lost', () => {
  // Noord: 3 persons at 100 m and 1 at 500 m: 800 / 4. Zuid: 2 persons without a way.
  expect(figurePerZone(municipality, plan, Float64Array.of(100, 500, Number.NaN, 50), Float64Array.of(3, 1, 2, 4))).toEqual([
    { zone: 'noord', persons: 4, mean: 200, without: 0 },
    { zone: 'zuid', persons: 2, mean: null, without: 2 },
    { zone: 'oost', persons: 0, mean: null, without: 0 },
    { zone: null, persons: 4, mean: 50, without: 0 },
  ]);
});

test('where all live in a zone there is no row for the others', () => {
  const rows = figurePerZone(municipality, { zones, zoneOfBlock: { b1: 'noord', b2: 'zuid', b3: 'oost' } }, new Float64Array(4), new Float64Array(4).fill(1));
  expect(rows.map(({ zone }) => zone)).toEqual(['noord', 'zuid', 'oost']);
});
