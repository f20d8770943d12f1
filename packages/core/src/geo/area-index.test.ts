import { expect, test } from 'vitest';
import { indexAreas } from './area-index.ts';
import type { MultiPolygon } from './shapes.ts';

const box = (x: number, y: number, size: number): MultiPolygon => [
  [Float64Array.of(x, y, x + size, y, x + size, y + size, x, y + size, x, y)],
];

test('a point lies in its area, on a shared border in one of the two, outside in none', () => {
  const { locate } = indexAreas([box(0, 0, 10), box(10, 0, 10)]);
  expect(locate(5, 5)).toBe(0);
  expect(locate(15, 5)).toBe(1);
  expect(locate(10, 5)).toBe(1);
  expect(locate(25, 5)).toBe(-1);
});

test('where areas overlap the first one counts, whatever the tree answers first', () => {
  const { locate } = indexAreas([...Array.from({ length: 40 }, (_, i) => box(i * 100, 0, 10)), box(3, 3, 4), box(0, 0, 10)]);
  expect(locate(5, 5)).toBe(0);
});

test('no areas, or an area without shape, hold nothing', () => {
  expect(indexAreas([]).locate(0, 0)).toBe(-1);
  expect(indexAreas([[], box(0, 0, 10)]).locate(5, 5)).toBe(1);
});
