import { expect, test } from 'vitest';
import { fitPadding } from './fit-padding.ts';

/** About as wide as high on the map: at 51° a degree of latitude is drawn 1/cos 51° = 1,59 times as long as one of longitude. */
const town = [5.42, 50.91, 5.58, 51.01];

test('on a wide map the municipality stands beside the legend', () => {
  expect(fitPadding(town, { width: 960, height: 780 }, { width: 240, height: 400 })).toMatchObject({ left: 268, bottom: 28 });
});

test('on a narrow, high map it stands above the legend', () => {
  expect(fitPadding(town, { width: 440, height: 800 }, { width: 240, height: 220 })).toMatchObject({ left: 28, bottom: 248 });
});

test('on a map without a legend nothing is kept free', () => {
  expect(fitPadding(town, { width: 600, height: 600 }, { width: 0, height: 0 })).toEqual({ top: 28, right: 28, bottom: 28, left: 28 });
});

test('a map too small for any room gives all it has', () => {
  expect(fitPadding(town, { width: 40, height: 40 }, { width: 240, height: 400 })).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
});
