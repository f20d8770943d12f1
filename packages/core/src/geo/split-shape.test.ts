import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaM2, containsPoint } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';
import { splitShape } from './split-shape.ts';

/** A square of 100 m with its south-west corner at the origin. */
const square: MultiPolygon = [[Float64Array.of(0, 0, 100, 0, 100, 100, 0, 100, 0, 0)]];
/** The same with a courtyard of 20 m in its middle. */
const courtyard: MultiPolygon = [[square[0]![0]!, Float64Array.of(40, 40, 40, 60, 60, 60, 60, 40, 40, 40)]];
const areas = (pieces: readonly MultiPolygon[]): number[] => pieces.map((piece) => Math.round(areaM2(piece))).sort((a, b) => a - b);

test('a line across cuts a square in two', () => {
  expect(areas(splitShape(square, [Float64Array.of(30, -10, 30, 110)]))).toEqual([3000, 7000]);
});

test('a line that ends inside, or passes by, cuts nothing', () => {
  expect(areas(splitShape(square, [Float64Array.of(30, -10, 30, 50)]))).toEqual([10_000]);
  expect(areas(splitShape(square, [Float64Array.of(130, -10, 130, 110)]))).toEqual([10_000]);
  expect(areas(splitShape(square, []))).toEqual([10_000]);
});

test('two lines that cross make four pieces', () => {
  expect(areas(splitShape(square, [Float64Array.of(30, -10, 30, 110), Float64Array.of(-10, 20, 110, 20)]))).toEqual([600, 1400, 2400, 5600]);
});

test('a line through a corner and along a side cuts once', () => {
  // From corner to corner: two triangles; along the south side: nothing.
  expect(areas(splitShape(square, [Float64Array.of(0, 0, 100, 100)]))).toEqual([5000, 5000]);
  expect(areas(splitShape(square, [Float64Array.of(-10, 0, 110, 0)]))).toEqual([10_000]);
});

test('a line through a courtyard leaves two halves; one beside it keeps the courtyard whole', () => {
  expect(areas(splitShape(courtyard, [Float64Array.of(50, -10, 50, 110)]))).toEqual([4800, 4800]);
  expect(areas(splitShape(courtyard, [Float64Array.of(20, -10, 20, 110)]))).toEqual([2000, 7600]);
});

test('a line that leaves through the east side and comes back makes three pieces', () => {
  // South-east 50 by 20, north-east 50 by 70, and the west half with the strip of 10 m between.
  expect(areas(splitShape(square, [Float64Array.of(50, -10, 50, 20, 120, 20, 120, 30, 50, 30, 50, 110)]))).toEqual([1000, 3500, 5500]);
});

test('whatever the lines: the pieces are the shape, no more and no less, and no two hold the same place', () => {
  const point = fc.tuple(fc.integer({ min: -20, max: 120 }), fc.integer({ min: -20, max: 120 }));
  const line = fc.array(point, { minLength: 2, maxLength: 5 }).map((points) => Float64Array.from(points.flat()));
  fc.assert(fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom(square, courtyard), (lines, shape) => {
    const pieces = splitShape(shape, lines);
    expect(pieces.reduce((sum, piece) => sum + areaM2(piece), 0)).toBeCloseTo(areaM2(shape), 3);
    for (let x = 1.37; x < 100; x += 9.1) {
      for (let y = 2.71; y < 100; y += 8.3) {
        expect(pieces.filter((piece) => containsPoint(piece, x, y)).length).toBe(containsPoint(shape, x, y) ? 1 : 0);
      }
    }
  }), { numRuns: 150 });
});
