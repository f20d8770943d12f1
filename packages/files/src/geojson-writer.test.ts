import { toLambert2008 } from '@woonzorgzones/core/geo';
import { expect, test } from 'vitest';
import { boundsInDegrees, featureCollection, lineToGeoJson, pointToGeoJson, shapeToGeoJson } from './geojson-writer.ts';

test('a place in Lambert 2008 is written as longitude, latitude with seven decimals', () => {
  // Test vector of domain.md 6.1: 730352.9375, 683037.25 is 50.95194981251408, 5.512353424817076.
  expect(pointToGeoJson(730_352.9375, 683_037.25)).toEqual({ type: 'Point', coordinates: [5.5123534, 50.9519498] });
});

test('what is written reads back to within a centimetre', () => {
  const line = Float64Array.of(729_000.123, 683_000.456, 731_234.567, 684_321.987);
  const written = lineToGeoJson(line);
  const back = toLambert2008('EPSG:4326', Float64Array.from(written.coordinates.flat()));
  for (const [i, value] of back.entries()) expect(Math.abs(value - line[i]!)).toBeLessThan(0.01);
});

test('a shape keeps its parts and holes, and its first point closes it', () => {
  const ring = (x: number, side: number) => Float64Array.of(x, 683_000, x + side, 683_000, x + side, 683_000 + side, x, 683_000);
  const { coordinates } = shapeToGeoJson([[ring(729_000, 900), ring(729_600, 100)], [ring(732_000, 50)]]);
  expect(coordinates.map((polygon) => polygon.length)).toEqual([2, 1]);
  expect(coordinates[0]![0]!.at(-1)).toEqual(coordinates[0]![0]![0]);
});

test('the box in degrees holds all corners of the box in metres', () => {
  const [west, south, east, north] = boundsInDegrees([729_000, 683_000, 731_000, 684_000]);
  for (const [x, y] of [[729_000, 683_000], [731_000, 684_000], [729_000, 684_000]] as const) {
    const [longitude, latitude] = pointToGeoJson(x, y).coordinates;
    expect(longitude >= west && longitude <= east && latitude >= south && latitude <= north).toBe(true);
  }
});

test('a collection carries ids and properties', () => {
  expect(featureCollection([{ id: 'W', geometry: null, properties: { name: 'West' } }])).toEqual({
    type: 'FeatureCollection', features: [{ type: 'Feature', id: 'W', geometry: null, properties: { name: 'West' } }],
  });
});
