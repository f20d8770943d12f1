import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGeometry } from './geometry.ts';

test('heights fall away, and an open ring is closed and counted', () => {
  expect(readGeometry({ type: 'Point', coordinates: [1, 2, 30] })).toEqual({ ok: true, value: { kind: 'point', x: 1, y: 2 } });
  expect(readGeometry({ type: 'Polygon', coordinates: [[[0, 0, 5], [1, 0, 5], [1, 1, 5]]] })).toEqual({
    ok: true, value: { kind: 'polygons', ringsClosed: 1, shape: [[Float64Array.of(0, 0, 1, 0, 1, 1, 0, 0)]] },
  });
});

test('a collection of geometries is of no kind that a role wants', () => {
  expect(readGeometry({ type: 'GeometryCollection', geometries: [] })).toEqual({ ok: false, error: 'wrong-geometry' });
});

test('rings of two points, positions of one number and empty lists are broken', () => {
  for (const geometry of [
    { type: 'Polygon', coordinates: [] }, { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 0]]] }, { type: 'Polygon', coordinates: [[[0, 0], [1, 1]]] },
    { type: 'MultiPolygon', coordinates: [] }, { type: 'MultiPolygon' }, { type: 'LineString', coordinates: [[0, 0]] }, { type: 'MultiLineString', coordinates: [] },
    { type: 'Point', coordinates: [1] }, { type: 'Point', coordinates: [] }, { type: 'Point', coordinates: ['1', '2'] }, { type: 'Point', coordinates: [1, null] }, {}, null, 7,
  ]) expect(readGeometry(geometry).ok, JSON.stringify(geometry)).toBe(false);
});

test('no JSON crashes the reader, and what it accepts is all finite', () => {
  const types = fc.constantFrom('Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection');
  fc.assert(
    fc.property(types, fc.jsonValue(), (type, coordinates) => {
      const read = readGeometry({ type, coordinates });
      if (read.ok && read.value.kind === 'polygons') expect(read.value.shape.flat().every((ring) => ring.every(Number.isFinite))).toBe(true);
    }),
  );
});
