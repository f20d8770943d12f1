import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dissolve, sharedBorders } from './coverage.ts';
import { areaM2, perimeterMetres, signedAreaM2 } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';

/** Unit squares of a board, row by row from the south-west. */
const board = (columns: number, rows: number): MultiPolygon[] =>
  Array.from({ length: columns * rows }, (_, cell) => {
    const x = cell % columns;
    const y = Math.floor(cell / columns);
    return [[Float64Array.of(x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y)]];
  });

test('four squares in two by two: four borders of one metre, none across the middle point', () => {
  const { borders, outerMetres } = sharedBorders(board(2, 2));
  expect(borders).toEqual([
    { a: 0, b: 1, lengthMetres: 1 },
    { a: 0, b: 2, lengthMetres: 1 },
    { a: 1, b: 3, lengthMetres: 1 },
    { a: 2, b: 3, lengthMetres: 1 },
  ]);
  expect([...outerMetres]).toEqual([2, 2, 2, 2]);
});

test('a ring of eight squares has a hole, which is the ninth', () => {
  const groupOf = Int32Array.from({ length: 9 }, (_, cell) => (cell === 4 ? 1 : 0));
  const [ring, middle] = dissolve(board(3, 3), groupOf, 2);
  expect(ring).toHaveLength(1);
  expect(ring![0]!.map(signedAreaM2)).toEqual([9, -1]);
  expect(middle![0]!.map(signedAreaM2)).toEqual([1]);
});

test('squares that touch in a point are two parts, not one', () => {
  const [diagonal] = dissolve(board(2, 2), Int32Array.of(0, -1, -1, 0), 1);
  expect(diagonal!.map((part) => part.map(signedAreaM2))).toEqual([[1], [1]]);
});

test('a hole that touches the outline in a point is a hole still', () => {
  // 4 × 3 board; cell 0 (corner) and cell 5 (inside) are left out: they touch in the point (1, 1).
  const groupOf = Int32Array.from({ length: 12 }, (_, cell) => (cell === 0 || cell === 5 ? -1 : 0));
  const [shape] = dissolve(board(4, 3), groupOf, 1);
  expect(shape).toHaveLength(1);
  expect(shape![0]!.map(signedAreaM2)).toEqual([11, -1]);
});

test('an islet within a lake within a land is a part of its own, and the largest part comes first', () => {
  const groupOf = Int32Array.from({ length: 25 }, (_, cell) => {
    const x = cell % 5;
    const y = Math.floor(cell / 5);
    return x === 0 || y === 0 || x === 4 || y === 4 || cell === 12 ? 0 : 1;
  });
  const [land, lake] = dissolve(board(5, 5), groupOf, 2);
  expect(land!.map((part) => part.map(signedAreaM2))).toEqual([[25, -9], [1]]);
  expect(lake!.map((part) => part.map(signedAreaM2))).toEqual([[9, -1]]);
});

test('a group without shapes has an empty outline', () => {
  expect(dissolve(board(1, 1), Int32Array.of(1), 2)[0]).toEqual([]);
});

test('however a board is divided, outlines hold its surface, and cut lengths its borders', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 30, maxLength: 30 }), (groups) => {
      const shapes = board(6, 5);
      const groupOf = Int32Array.from(groups);
      const outlines = dissolve(shapes, groupOf, 4);
      const { borders, outerMetres } = sharedBorders(shapes);
      for (let group = 0; group < 4; group++) {
        expect(areaM2(outlines[group]!)).toBe(groups.filter((g) => g === group).length);
        let perimeter = 0;
        for (const [cell, metres] of outerMetres.entries()) if (groups[cell] === group) perimeter += metres;
        for (const { a, b, lengthMetres } of borders) if ((groups[a] === group) !== (groups[b] === group)) perimeter += lengthMetres;
        expect(perimeterMetres(outlines[group]!)).toBe(perimeter);
        for (const part of outlines[group]!) {
          for (const [place, ring] of part.entries()) {
            expect(Math.sign(signedAreaM2(ring))).toBe(place === 0 ? 1 : -1);
            const points = new Set(Array.from({ length: ring.length / 2 - 1 }, (_, i) => `${ring[2 * i]!} ${ring[2 * i + 1]!}`));
            expect(points.size, 'a ring meets itself nowhere').toBe(ring.length / 2 - 1);
          }
        }
      }
    }),
  );
});
