import { fromLambert2008 } from '@woonzorgzones/core/geo';
import { metres } from '@woonzorgzones/core/model';
import { buildStreetGraph, encodeStreetGraph } from '@woonzorgzones/core/network';
import { expect, test } from 'vitest';
import { smallTown } from '../../../../tests/api/small-town.ts';
import { sketchStreets } from '../../../../tests/street-sketch.ts';
import { walker } from '../../../../tests/travellers.ts';
import { drawReach } from './draw-reach.ts';
import type { ReachScenario } from './reach-messages.ts';

/* One street through the small town, from west to east, over the railway at its crossing "brug". */
const { x, y } = smallTown.crossings[0]!;
const built = buildStreetGraph(sketchStreets({ west: [x - 1600, y], east: [x + 1600, y] }, [{ over: 'west east' }]));
if (!built.ok) throw new Error(built.error.code);
const town = { ...smallTown, streets: new Uint8Array(encodeStreetGraph(built.value)) };

const drawn = (scenario: Partial<ReachScenario>) => drawReach(town, {
  number: 1, hash: '', about: { kind: 'nearest' }, zoning: null, destination: 'wzc', profile: walker, limit: { metres: metres(500) }, ages: null, facility: null, address: null, facilities: [],
  scenario: { moved: {}, paths: [], closedCrossings: [], ...scenario },
});

test('a crossing that is closed is drawn where it lies; without one there is nothing to draw', () => {
  const [lon, lat] = fromLambert2008('EPSG:4326', Float64Array.of(x, y));
  const closed = drawn({ closedCrossings: ['brug'] });
  expect(closed.ok && closed.value.closed).toMatchObject({ features: [{ properties: { id: 'brug' }, geometry: { coordinates: [expect.closeTo(lon!, 6), expect.closeTo(lat!, 6)] } }] });
  const open = drawn({});
  expect(open.ok && open.value.closed).toBeNull();
});

test('a crossing that is not there is refused', () => {
  expect(drawn({ closedCrossings: ['geen'] })).toMatchObject({ ok: false, error: { code: 'unknown-crossing', crossing: 'geen' } });
});
