import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bordering, colourAreas } from './four-colours.ts';

const square = (x: number, y: number, size = 1) => ({
  coordinates: [[[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]],
});

test('two squares side by side share a border; two that touch in a corner do not', () => {
  // (0,0) and (1,0) share the edge x = 1; (0,0) and (1,1) share the point (1,1) only.
  expect(bordering([square(0, 0), square(1, 0), square(1, 1)])).toEqual([[1], [0, 2], [1]]);
});

test('four zones that all touch each other get four colours', () => {
  const colours = colourAreas([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]]);
  expect(new Set(colours).size).toBe(4);
});

test('the colouring that greedy order misses is found by going back', () => {
  // A wheel of five spokes and a second centre outside is planar: three colours for the odd rim, a fourth for both centres.
  const rim = [0, 1, 2, 3, 4].map((i) => [(i + 1) % 5, (i + 4) % 5, 5, 6]);
  const neighbours = [...rim, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]];
  const colours = colourAreas(neighbours);
  for (const [area, around] of neighbours.entries()) for (const other of around) expect(colours[area]).not.toBe(colours[other]);
});

test('zones in parts that would need five colours still all get one', () => {
  const five = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].filter((j) => j !== i));
  expect(colourAreas(five).every((colour) => colour >= 0 && colour < 4)).toBe(true);
});

test('squares of a grid never look like their neighbours', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), (columns, rows) => {
    const squares = Array.from({ length: columns * rows }, (_, i) => square(i % columns, Math.floor(i / columns)));
    const neighbours = bordering(squares);
    const colours = colourAreas(neighbours);
    return neighbours.every((around, area) => around.every((other) => colours[other] !== colours[area]));
  }));
});
