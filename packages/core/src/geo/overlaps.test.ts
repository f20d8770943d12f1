import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOverlaps, selfIntersection } from './overlaps.ts';
import { containsPoint } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';

const polygon = (...values: number[]): MultiPolygon => [[Float64Array.from([...values, values[0]!, values[1]!])]];

test('two squares that share a corner of 2 by 3', () => {
  const [overlap, ...others] = findOverlaps([polygon(0, 0, 10, 0, 10, 10, 0, 10), polygon(8, 7, 20, 7, 20, 20, 8, 20)], 1);
  expect(others).toEqual([]);
  expect(overlap!.areaM2).toBeCloseTo(6, 9);
  expect([overlap!.x, overlap!.y]).toEqual([9, 8.5]);
});

test('neighbours that share a border, and a block in the hole of another, do not overlap', () => {
  const withHole: MultiPolygon = [[Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10, 0, 0), Float64Array.of(2, 2, 2, 8, 8, 8, 8, 2, 2, 2)]];
  expect(findOverlaps([withHole, polygon(2, 2, 8, 2, 8, 8, 2, 8), polygon(10, 0, 20, 0, 20, 10, 10, 10)], 1e-9)).toEqual([]);
});

test('one block within another, and the same block twice', () => {
  const overlaps = findOverlaps([polygon(0, 0, 10, 0, 10, 10, 0, 10), polygon(1, 1, 3, 1, 2, 3), polygon(0, 0, 10, 0, 10, 10, 0, 10)], 0.5);
  expect(overlaps.map(({ a, b, areaM2 }) => [a, b, Math.round(areaM2 * 1e6) / 1e6])).toEqual([[0, 1, 2], [0, 2, 100], [1, 2, 2]]);
});

test('the common surface of two triangles agrees with counting points, and its point lies in both', () => {
  const corner = fc.integer({ min: 0, max: 12 });
  const triangle = fc.tuple(corner, corner, corner, corner, corner, corner);
  fc.assert(
    fc.property(triangle, triangle, (one, other) => {
      const a = polygon(...one.map((v) => v * 100));
      const b = polygon(...other.map((v) => v * 100));
      const [overlap] = findOverlaps([a, b], 500);
      let counted = 0;
      for (let x = 5; x < 1200; x += 10) for (let y = 5; y < 1200; y += 10) if (containsPoint(a, x, y) && containsPoint(b, x, y)) counted += 100;
      // Counting errs by at most the cells the outlines pass through: 2 · 3 sides of at most 1,700 m, 10 m wide.
      expect(Math.abs((overlap?.areaM2 ?? 0) - counted)).toBeLessThan(25_000);
      if (overlap !== undefined) expect(containsPoint(a, overlap.x, overlap.y) && containsPoint(b, overlap.x, overlap.y)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a bow tie crosses itself in the middle', () => {
  expect(selfIntersection(polygon(0, 0, 4, 4, 4, 0, 0, 4))).toEqual({ x: 2, y: 2 });
});

test('a bow tie knotted at a vertex, or at a vertex that lies on another side', () => {
  expect(selfIntersection(polygon(0, 0, 2, 2, 4, 4, 4, 0, 2, 2, 0, 4))).toEqual({ x: 2, y: 2 });
  expect(selfIntersection(polygon(0, 0, 4, 4, 4, 0, 2, 2, 0, 4))).toEqual({ x: 2, y: 2 });
});

test('a shape that touches itself in a point, has a hole, or has two parts, is sound', () => {
  expect(selfIntersection(polygon(0, 0, 4, 0, 2, 2, 4, 4, 0, 4, 2, 2))).toBeNull();
  expect(selfIntersection([[Float64Array.of(0, 0, 9, 0, 9, 9, 0, 9, 0, 0), Float64Array.of(0, 0, 3, 6, 6, 3, 0, 0)]])).toBeNull();
  expect(selfIntersection([...polygon(0, 0, 1, 0, 1, 1), ...polygon(2, 0, 3, 0, 3, 1)])).toBeNull();
});

test('a hole that sticks out of its outline cuts through it', () => {
  expect(selfIntersection([[Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4, 0, 0), Float64Array.of(2, 1, 2, 3, 6, 2, 2, 1)]])).toEqual({ x: 4, y: 2.5 });
});
