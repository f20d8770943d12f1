import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mapStyle, sourceIds, type SourceId } from './map-style.ts';

beforeAll(() => vi.stubGlobal('location', new URL('http://127.0.0.1/')));
afterAll(() => vi.unstubAllGlobals());

const everySource = (data: object | string | null) => Object.fromEntries(sourceIds.map((id) => [id, data])) as Readonly<Record<SourceId, object | string | null>>;
const area = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[[[5, 50], [6, 50], [6, 51], [5, 50]]]] } }] };

// The map itself does not check the style it starts with.
test.each([['nothing', null], ['layers by address', 'http://127.0.0.1/api/layer.geojson'], ['layers themselves', area]])('the style of the map is a style, with %s in its sources', (_, data) => {
  const style = mapStyle(everySource(data), new Set());
  expect(style.layers.length).toBeGreaterThan(20);
  expect(validateStyleMin(style)).toEqual([]);
});

test('the check knows a wrong style', () => {
  const style = mapStyle(everySource(null), new Set());
  const [first, ...rest] = style.layers;
  expect(validateStyleMin({ ...style, layers: [{ ...first!, paint: { 'background-color': 'no colour' } } as typeof first & object, ...rest] })).toHaveLength(1);
});
