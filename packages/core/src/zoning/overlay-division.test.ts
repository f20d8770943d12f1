import { expect, test } from 'vitest';
import type { MultiPolygon } from '../geo/shapes.ts';
import { overlayAreas } from './overlay-division.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';

/** A rectangle in metres from the corner of the paper. */
const box = (minX: number, minY: number, maxX: number, maxY: number): MultiPolygon =>
  [[Float64Array.of(paperX + minX, paperY + minY, paperX + maxX, paperY + minY, paperX + maxX, paperY + maxY, paperX + minX, paperY + maxY, paperX + minX, paperY + minY)]];

/** Four blocks of 100 m in a row; the third has no inhabitants. */
const town = paperTown({ columns: 4, rows: 1, sizeMetres: 100, inhabitants: (column) => (column === 2 ? 0 : 100) });
const whole = { ...town, addresses: { ...town.addresses, ids: [], streets: [], numbers: [], xy: new Float64Array(0), block: new Int32Array(0), dwellings: new Uint16Array(0), persons: new Uint16Array(0) } };

test('areas along the borders of blocks take whole blocks, and nothing is cut', () => {
  const { areaOfBlock, cut, overlaps, uncoveredM2 } = overlayAreas(town, [box(0, 0, 200, 100), box(200, 0, 400, 100)]);
  expect([...areaOfBlock]).toEqual([0, 0, 1, 1]);
  expect([cut, overlaps]).toEqual([[], []]);
  expect(uncoveredM2).toBeCloseTo(0, 6);
});

test('a block without addresses goes by its surface, and its shares are told', () => {
  // The border at 230 m: 30 % of the third block lies left of it.
  const { areaOfBlock, cut } = overlayAreas(whole, [box(0, 0, 230, 100), box(230, 0, 400, 100)]);
  expect([...areaOfBlock]).toEqual([0, 0, 1, 1]);
  expect(cut).toHaveLength(1);
  expect(cut[0]).toMatchObject({ block: 2, by: 'surface', shares: [{ area: 1 }, { area: 0 }] });
  expect(cut[0]!.shares.map(({ share }) => share.toFixed(3))).toEqual(['0.700', '0.300']);
});

test('people decide before surface: a sliver with all of them takes the block', () => {
  // One house, in the middle of the first block, at 50 m: inside the strip from 45 to 55 m.
  const house = { ...whole.addresses, ids: ['a'], streets: ['Straat'], numbers: ['1'], xy: Float64Array.of(paperX + 50, paperY + 50), block: Int32Array.of(0), dwellings: Uint16Array.of(1), persons: Uint16Array.of(100) };
  const { areaOfBlock, cut } = overlayAreas({ ...whole, addresses: house }, [box(0, 0, 45, 100), box(45, 0, 55, 100), box(55, 0, 400, 100)]);
  expect(areaOfBlock[0]).toBe(1);
  expect(cut).toEqual([{ block: 0, by: 'inhabitants', shares: [{ area: 1, share: 1 }] }]);
});

test('what lies in no area is told, and a block that mostly does goes to none', () => {
  // 30 m of the fourth block: 3,000 of its 10,000 m² is covered.
  const { areaOfBlock, cut, uncoveredM2 } = overlayAreas(whole, [box(0, 0, 330, 100)]);
  expect([...areaOfBlock]).toEqual([0, 0, 0, -1]);
  expect(uncoveredM2).toBeCloseTo(7000, 6);
  expect(cut.map(({ block, shares }) => [block, ...shares.map(({ area }) => area)])).toEqual([[3, -1, 0]]);
});

test('areas that lie over each other are told with their surface', () => {
  const { overlaps } = overlayAreas(whole, [box(0, 0, 210, 100), box(200, 0, 400, 100)]);
  expect(overlaps.map(({ a, b, areaM2 }) => [a, b, Math.round(areaM2)])).toEqual([[0, 1, 1000]]);
});

test('without areas every block goes to none', () => {
  expect([...overlayAreas(whole, []).areaOfBlock]).toEqual([-1, -1, -1, -1]);
});
