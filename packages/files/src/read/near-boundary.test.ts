import { crsCodes, fromLambert2008 } from '@woonzorgzones/core/geo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearBoundary } from './near-boundary.ts';

/** A square kilometre at 729000, 683000, with two kilometres round it. */
const isNear = nearBoundary([[Float64Array.of(729_000, 683_000, 730_000, 683_000, 730_000, 684_000, 729_000, 684_000, 729_000, 683_000)]], 2000);
const pointIn = (x: number, y: number, crs: (typeof crsCodes)[number]) => {
  const [a, b] = fromLambert2008(crs, Float64Array.of(x, y));
  return { x: a!, y: b! };
};

test('whatever system a file is in, what lies within the margin is near and what lies 5 km off is not', () => {
  fc.assert(fc.property(fc.constantFrom(...crsCodes), fc.double({ min: -1999, max: 2999, noNaN: true }), fc.double({ min: -1999, max: 2999, noNaN: true }), (crs, dx, dy) => {
    expect(isNear(pointIn(729_000 + dx, 683_000 + dy, crs))).toBe(true);
    expect(isNear(pointIn(729_000 + dx, 683_000 + dy + 8000, crs))).toBe(false);
    expect(isNear(pointIn(729_000 + dx - 8000, 683_000 + dy, crs))).toBe(false);
  }));
});

test('a street that passes through is near, though both its ends are far', () => {
  expect(isNear([Float64Array.of(700_000, 683_500, 760_000, 683_500)])).toBe(true);
  expect(isNear([Float64Array.of(700_000, 690_000, 760_000, 690_000)])).toBe(false);
});

test('a shape that lies round the municipality is near; what has no place is not judged', () => {
  expect(isNear([[Float64Array.of(700_000, 650_000, 760_000, 650_000, 760_000, 710_000, 700_000, 650_000)]])).toBe(true);
  expect(isNear({ kind: 'polygons', shape: [[Float64Array.of(700_000, 650_000, 701_000, 650_000, 701_000, 651_000, 700_000, 650_000)]], ringsClosed: 0 })).toBe(false);
  expect(isNear('none')).toBe(true);
});
