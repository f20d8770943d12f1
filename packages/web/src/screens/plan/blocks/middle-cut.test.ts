import type { BlockLayer } from '@woonzorgzones/api/schemas';
import { fromLambert2008 } from '@woonzorgzones/core/geo';
import { expect, test } from 'vitest';
import { middleCut } from './middle-cut.ts';

/** A block of squares, each given by its south-west corner and its side in metres. */
const blockOf = (...squares: readonly (readonly [x: number, y: number, side: number])[]): BlockLayer['features'][number] => ({
  type: 'Feature',
  geometry: {
    type: 'MultiPolygon',
    coordinates: squares.map(([west, south, side]) => [
      [[0, 0], [side, 0], [side, side], [0, side], [0, 0]].map(([dx, dy]) => [...fromLambert2008('EPSG:4326', Float64Array.of(720_000 + west + dx!, 680_000 + south + dy!))] as [number, number]),
    ]),
  },
  properties: { id: 'b', name: 'B', inhabitants: 0 },
});

test('a square falls into two either way', () => {
  expect(middleCut(blockOf([0, 0, 100]), 'north-south')).toMatchObject({ kind: 'split-block', block: 'b', parts: 2 });
  expect(middleCut(blockOf([0, 0, 100]), 'west-east')).toMatchObject({ kind: 'split-block', block: 'b', parts: 2 });
});

test('a piece that the line misses makes no part of its own: it stays with the largest, as on the server', () => {
  const withIsland = blockOf([0, 0, 100], [0, 150, 20]);
  expect(middleCut(withIsland, 'north-south')).toMatchObject({ parts: 2 });
});

test('a line that passes between the two pieces of a block cuts nothing', () => {
  const apart = blockOf([0, 0, 100], [200, 0, 100]);
  expect(middleCut(apart, 'west-east')).toBeNull();
  expect(middleCut(apart, 'north-south')).toMatchObject({ parts: 4 });
});
