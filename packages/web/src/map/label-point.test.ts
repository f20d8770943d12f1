import { expect, test } from 'vitest';
import { labelPoint } from './label-point.ts';

const ring = (...points: [number, number][]) => [...points, points[0]!];

test('the name of a square stands in its middle', () => {
  expect(labelPoint({ coordinates: [[ring([0, 0], [2, 0], [2, 2], [0, 2])]] })).toEqual([1, 1]);
});

test('the name of a U-shaped zone stands in the zone and not in its mouth', () => {
  // The mouth is x 1..3, y 1..4; the deepest points lie where the legs meet the base, about (0.5..0.6, 0.5..0.6).
  const [lon, lat] = labelPoint({ coordinates: [[ring([0, 0], [4, 0], [4, 4], [3, 4], [3, 1], [1, 1], [1, 4], [0, 4])]] });
  expect(lon > 1 && lon < 3 && lat > 1).toBe(false);
});

test('a zone in two parts carries its name in the larger', () => {
  const [lon] = labelPoint({ coordinates: [[ring([0, 0], [1, 0], [1, 1], [0, 1])], [ring([10, 0], [14, 0], [14, 4], [10, 4])]] });
  expect(lon).toBeCloseTo(12, 1);
});

test('a name keeps out of a hole', () => {
  const [lon, lat] = labelPoint({ coordinates: [[ring([0, 0], [9, 0], [9, 9], [0, 9]), ring([3, 3], [6, 3], [6, 6], [3, 6])]] });
  expect(lon > 3 && lon < 6 && lat > 3 && lat < 6).toBe(false);
});
