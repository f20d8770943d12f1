import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { metres } from '@woonzorgzones/core/model';
import {
  buildStreetGraph, findRoute, indexBarriers, indexStreets, linkPlaces, toPlane, travelNetwork, type StreetGraph, type TravelProfile,
} from '@woonzorgzones/core/network';
import { readOsm } from '@woonzorgzones/files/osm';
import { sharedFile, sharedPresent } from '../shared.ts';

const plain = (mode: 'foot' | 'bike'): TravelProfile => ({
  id: mode, mode, label: { nl: mode, en: mode }, speed: { value: 1, status: 'own', source: 'lengths only' }, slopes: [], slopeSource: null, avoids: { steps: false, highKerbs: false }, speedByClass: null,
});

type Row = readonly [fromLat: number, fromLon: number, toLat: number, toLon: number, metres: number];

describe.skipIf(!sharedPresent)('walking and cycling in Monaco as GraphHopper measures it', () => {
  let graph: StreetGraph;
  let expected: { readonly foot_shortest_2D: readonly Row[]; readonly bike: readonly Row[] };
  beforeAll(() => {
    const streets = readOsm(readFileSync(sharedFile('reference/graphhopper_monaco/monaco.osm.gz')), { plane: 'local', box: null, basemap: false, placeOf: null });
    if (!streets.ok) throw new Error(streets.error.code);
    const built = buildStreetGraph(streets.value.streets);
    if (!built.ok) throw new Error(built.error.code);
    graph = built.value;
    expected = JSON.parse(readFileSync(sharedFile('reference/graphhopper_monaco/expected_routes.json'), 'utf8')) as typeof expected;
  });

  /** Over the streets alone: GraphHopper puts a point on the nearest street and does not count the way to it. */
  function streetMetres(profile: TravelProfile, [fromLat, fromLon, toLat, toLon]: Row): number {
    const network = travelNetwork(graph, profile, 'from');
    const places = toPlane(graph.plane, Float64Array.of(fromLon, fromLat, toLon, toLat));
    const links = linkPlaces(network, indexStreets(network), places, { maxConnector: metres(500), barriers: indexBarriers([]) });
    const route = findRoute(network, links, 0, links, 1);
    return route.ok ? route.value.streetMillimetres / 1000 : NaN;
  }

  test('four walks agree to the metre', () => {
    for (const row of expected.foot_shortest_2D) expect(Math.abs(streetMetres(plain('foot'), row) - row[4])).toBeLessThanOrEqual(1);
  });

  test('four rides agree to 2 percent, one-way streets kept', () => {
    for (const row of expected.bike) expect(Math.abs(streetMetres(plain('bike'), row) / row[4] - 1)).toBeLessThanOrEqual(0.02);
  });
});
