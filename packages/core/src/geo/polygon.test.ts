import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaM2, boundsOf, centroid, containsPoint, perimeterMetres, pointInside, rewind, signedAreaM2 } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';

const ring = (...values: number[]): Float64Array => Float64Array.from(values);

// A field of 4 by 3 with a pond of 1 by 1 in it, and an islet of 2 by 1 beside it.
const field: MultiPolygon = [
  [ring(0, 0, 4, 0, 4, 3, 0, 3, 0, 0), ring(1, 1, 1, 2, 2, 2, 2, 1, 1, 1)],
  [ring(6, 0, 8, 0, 8, 1, 6, 1, 6, 0)],
];

test('a field with a pond and an islet', () => {
  expect(areaM2(field)).toBe(4 * 3 - 1 + 2);
  expect(perimeterMetres(field)).toBe(14 + 4 + 6);
  expect(boundsOf(field)).toEqual([0, 0, 8, 3]);
  // (12·(2, 1.5) − 1·(1.5, 1.5) + 2·(7, 0.5)) / 13
  expect(centroid(field)[0]).toBeCloseTo((24 - 1.5 + 14) / 13, 12);
  expect(centroid(field)[1]).toBeCloseTo((18 - 1.5 + 1) / 13, 12);
});

test('in the field, in the pond, on the islet, between them', () => {
  expect(containsPoint(field, 0.5, 0.5)).toBe(true);
  expect(containsPoint(field, 1.5, 1.5)).toBe(false);
  expect(containsPoint(field, 7, 0.5)).toBe(true);
  expect(containsPoint(field, 5, 0.5)).toBe(false);
});

test('far coordinates cost no digits', () => {
  const far = field.map((polygon) => polygon.map((r) => r.map((value, i) => value + (i % 2 === 0 ? 730_000 : 683_000))));
  expect(areaM2(far)).toBeCloseTo(13, 9);
  expect(centroid(far)[0] - 730_000).toBeCloseTo((24 - 1.5 + 14) / 13, 9);
});

test('rings are closed and turned the way the project keeps them', () => {
  const careless: MultiPolygon = [[ring(0, 0, 0, 3, 4, 3, 4, 0), ring(1, 1, 2, 1, 2, 2, 1, 2, 1, 1)]];
  const [outer, hole] = rewind(careless)[0]!;
  expect(signedAreaM2(outer!)).toBe(12);
  expect(signedAreaM2(hole!)).toBe(-1);
  expect([outer![0], outer![1]]).toEqual([outer!.at(-2), outer!.at(-1)]);
  expect(areaM2(careless.map((polygon) => [rewind([polygon])[0]![0]!]))).toBe(12);
});

test('a shape without surface has the middle of its vertices as centre and no point inside', () => {
  const flat: MultiPolygon = [[ring(0, 0, 2, 0, 0, 0)]];
  expect(centroid(flat)[0]).toBeCloseTo(2 / 3, 12);
  expect(pointInside(flat)[0]).toBeNaN();
});

test('the point for a name lies inside a horseshoe, whose centre does not', () => {
  const horseshoe: MultiPolygon = [[ring(0, 0, 10, 0, 10, 10, 8, 10, 8, 1, 2, 1, 2, 10, 0, 10, 0, 0)]];
  expect(containsPoint(horseshoe, ...centroid(horseshoe))).toBe(false);
  expect(containsPoint(horseshoe, ...pointInside(horseshoe))).toBe(true);
});

test('every point of a square cut by any broken line falls in exactly one of the two halves, points on the cut too', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (ys, along) => {
      const step = 10 / (ys.length - 1);
      const cut = ys.flatMap((y, i) => [i * step, y]);
      const back: number[] = [];
      for (let i = cut.length - 2; i >= 0; i -= 2) back.push(cut[i]!, cut[i + 1]!);
      const below: MultiPolygon = [[ring(0, 0, 10, 0, ...back, 0, 0)]];
      const above: MultiPolygon = [[ring(...cut, 10, 10, 0, 10, cut[0]!, cut[1]!)]];
      const segment = Math.min(ys.length - 2, Math.floor(along * (ys.length - 1)));
      const share = along * (ys.length - 1) - segment;
      const x = Math.min(9.999, (segment + share) * step);
      const y = ys[segment]! + share * (ys[segment + 1]! - ys[segment]!);
      expect(Number(containsPoint(below, x, y)) + Number(containsPoint(above, x, y))).toBe(1);
    }),
  );
});
