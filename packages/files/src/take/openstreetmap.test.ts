import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromLambert2008, toLambert2008 } from '@woonzorgzones/core/geo';
import { greatCircleMetres } from '@woonzorgzones/core/network';
import { sharedFile, sharedPresent } from '../../../../tests/shared.ts';
import { fitStreets } from '../fit/streets.ts';
import { boxAround, drawnWays, placeKinds, readExtract } from './openstreetmap.ts';

test('the box holds the boundary and 2 km around it, and hardly more', () => {
  const [west, south, east, north] = boxAround([[Float64Array.of(730_000, 683_000, 731_000, 683_000, 731_000, 684_000, 730_000, 684_000, 730_000, 683_000)]]);
  const corners = fromLambert2008('EPSG:4326', Float64Array.of(728_000, 681_000, 733_000, 681_000, 733_000, 686_000, 728_000, 686_000));
  for (let i = 0; i < 8; i += 2) expect(corners[i]! >= west && corners[i]! <= east && corners[i + 1]! >= south && corners[i + 1]! <= north).toBe(true);
  // Lambert is turned against the meridians by about 1° here: 5 km becomes at most 5.1 km.
  expect(greatCircleMetres(west, south, east, south)).toBeLessThan(5_150);
  expect(greatCircleMetres(west, south, west, north)).toBeLessThan(5_150);
});

test('the rule that asks most decides what a place is', () => {
  const kindOf = placeKinds({ 'amenity=social_facility': 'buurthuis', 'amenity=social_facility + social_facility=nursing_home': 'wzc', 'amenity=pharmacy': 'apotheek' });
  expect([
    kindOf({ amenity: 'social_facility', social_facility: 'nursing_home' }), kindOf({ amenity: 'social_facility' }), kindOf({ amenity: 'pharmacy', name: 'A' }), kindOf({ shop: 'yes' }),
  ]).toEqual(['wzc', 'buurthuis', 'apotheek', null]);
});

describe.skipIf(!sharedPresent)('Wechelderzande, a village as OpenStreetMap has it', () => {
  /* A square of 3 km round the church, 51.264 N 4.785 E, stands for its boundary. */
  const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(4.785, 51.264));
  const square = [[Float64Array.of(x! - 1500, y! - 1500, x! + 1500, y! - 1500, x! + 1500, y! + 1500, x! - 1500, y! + 1500, x! - 1500, y! - 1500)]];
  const read = () => readExtract(readFileSync(sharedFile('data/osm/wechelderzande_be.osm.pbf')), square, { 'highway=bus_stop': 'halte' });

  test('streets that hang together, buildings, stops and a drawn line per way', () => {
    const extract = read();
    if (!extract.ok) throw new Error(extract.error.code);
    const { streets, barriers, buildings, places, counts } = extract.value;
    const fitted = fitStreets(streets, barriers, [], buildings.length);
    if (!fitted.ok) throw new Error(fitted.error.code);
    const { facts } = fitted.value.notice;
    expect(facts).toMatchObject({ buildings: buildings.length });
    expect(buildings.length).toBeGreaterThan(1000);
    expect(places.filter(({ kind }) => kind === 'halte')).toHaveLength(12);
    // A way that has one node in the extract is kept and cannot be drawn.
    expect(drawnWays(streets).length / counts.ways).toBeGreaterThan(0.95);
    expect((facts as { largestPartShare: number }).largestPartShare).toBeGreaterThan(0.9);
  });

  test('an extract of another region says so', () => {
    const far = [[Float64Array.of(730_000, 683_000, 731_000, 683_000, 731_000, 684_000, 730_000, 683_000)]];
    expect(readExtract(readFileSync(sharedFile('data/osm/wechelderzande_be.osm.pbf')), far, undefined)).toMatchObject({ ok: false, error: { code: 'osm-nothing-here' } });
  });
});
