import { expect, test } from 'vitest';
import { distanceToLineMetres, distanceToSegmentMetres, lineLengthMetres, segmentCrossing, shareAlongSegment } from './line.ts';

test('a street with one bend', () => {
  const street = Float64Array.of(0, 0, 3, 4, 3, 10);
  expect(lineLengthMetres(street)).toBe(11);
  expect(distanceToLineMetres(6, 7, street)).toBe(3);
  expect(distanceToLineMetres(3, 12, street)).toBe(2);
  expect(distanceToLineMetres(0, 3, Float64Array.of(0, 0))).toBe(3);
  expect(distanceToLineMetres(0, 3, new Float64Array())).toBe(Infinity);
});

test('beside a segment, and past its end', () => {
  expect(distanceToSegmentMetres(5, 2, 0, 0, 10, 0)).toBe(2);
  expect(distanceToSegmentMetres(13, 4, 0, 0, 10, 0)).toBe(5);
  expect(shareAlongSegment(2.5, 9, 0, 0, 10, 0)).toBe(0.25);
  expect(distanceToSegmentMetres(3, 4, 0, 0, 0, 0)).toBe(5);
});

test('two roads cross at a quarter of the first; roads that touch or run along each other do not cross', () => {
  expect(segmentCrossing(0, 0, 8, 0, 2, -1, 2, 3)).toBe(0.25);
  expect(segmentCrossing(0, 0, 8, 0, 2, 0, 2, 3)).toBeNull();
  expect(segmentCrossing(0, 0, 8, 0, 4, 0, 12, 0)).toBeNull();
  expect(segmentCrossing(0, 0, 8, 0, 9, -1, 9, 1)).toBeNull();
});
