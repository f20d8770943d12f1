import { expect, test } from 'vitest';
import { shapeBrush } from './shape-brush.ts';

const square = (x: number, y: number) => [[Float64Array.of(x, y, x + 10, y, x + 10, y + 10, x, y + 10, x, y)]];
// Three in a row, and one 5 m north of the last.
const brush = shapeBrush([square(0, 0), square(10, 0), square(20, 0), square(20, 15)]);

test('a point takes the shape it lies in, and with a radius those it reaches', () => {
  expect(brush.along(Float64Array.of(4, 5), 0)).toEqual([0]);
  expect(brush.along(Float64Array.of(4, 5), 5.9)).toEqual([0]);
  // 6 m to the next one.
  expect(brush.along(Float64Array.of(4, 5), 6)).toEqual([0, 1]);
  expect(brush.along(Float64Array.of(-3, -4), 4.9)).toEqual([]);
  // 5 m from the corner at 0, 0.
  expect(brush.along(Float64Array.of(-3, -4), 5)).toEqual([0]);
});

test('a line takes all it passes through, also without a corner in them', () => {
  expect(brush.along(Float64Array.of(5, 5, 25, 5), 0)).toEqual([0, 1, 2]);
  expect(brush.along(Float64Array.of(5, -5, 5, 30), 0)).toEqual([0]);
  expect(brush.along(Float64Array.of(-5, 12.5, 40, 12.5), 2.5)).toEqual([0, 1, 2, 3]);
});

test('an area takes the shapes whose middle it holds', () => {
  expect(brush.within([[Float64Array.of(4, 4, 16, 4, 16, 6, 4, 6, 4, 4)]])).toEqual([0, 1]);
  expect(brush.within([[Float64Array.of(6, 0, 14, 0, 14, 10, 6, 10, 6, 0)]])).toEqual([]);
  expect(brush.within([])).toEqual([]);
  expect(shapeBrush([]).along(Float64Array.of(1, 1), 5)).toEqual([]);
});
