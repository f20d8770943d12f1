import { expect, test } from 'vitest';
import { fromZoomOfBreadth, fromZoomOfMost } from './from-zoom.ts';

const square = (side: number, lat = 0) => {
  const [low, high] = [lat - side / 2, lat + side / 2];
  return { coordinates: [[[[0, low], [side, low], [side, high], [0, high], [0, low]]]] };
};

test('an area of 45 degrees on the equator is 64 pixels broad where the world is 512, and twice that a zoom nearer', () => {
  expect(fromZoomOfBreadth(square(45), 64)).toBeCloseTo(0, 1);
  expect(fromZoomOfBreadth(square(0.001), 128) - fromZoomOfBreadth(square(0.001), 64)).toBeCloseTo(1, 9);
});

test('at 60 degrees north a degree of latitude is drawn twice as high: half a zoom sooner', () => {
  expect(fromZoomOfBreadth(square(0.001, 0), 64) - fromZoomOfBreadth(square(0.001, 60), 64)).toBeCloseTo(0.5, 3);
});

test('lines come when half of the blocks are broad enough, whatever one large wood does', () => {
  const [small, large] = [square(0.001), square(0.1)];
  expect(fromZoomOfMost([small, large, small], 40)).toBe(fromZoomOfBreadth(small, 40));
  expect(fromZoomOfMost([], 40)).toBe(Infinity);
});

test('an area of no breadth is never broad enough', () => {
  expect(fromZoomOfBreadth(square(0), 40)).toBe(Infinity);
});
