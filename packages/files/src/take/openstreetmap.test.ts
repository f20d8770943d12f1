import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fromLambert2008, toLambert2008 } from '@woonzorgzones/core/geo';
import { crossingsByKind, greatCircleMetres } from '@woonzorgzones/core/network';
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

/** The XML counted with plain expressions and a set of nodes per part, by none of the code of the import: what a walker may use, by the tags this town has. */
function plainCount(xml: string) {
  const nodes = new Map([...xml.matchAll(/<node id='(\d+)'[^>]* lat='([\d.]+)' lon='([\d.]+)'/g)].map(([, id, lat, lon]) => [id!, [Number(lon), Number(lat)] as const]));
  const arriving = new Map<string, number>();
  const partOf = new Map<string, Set<string>>();
  const onStreet = new Set<string>();
  let ways = 0, metres = 0, buildings = 0;
  for (const [way] of xml.matchAll(/<way id=.*?<\/way>/gs)) {
    const refs = [...way.matchAll(/<nd ref='(\d+)'/g)].map(([, ref]) => ref!);
    const tags = new Map([...way.matchAll(/<tag k='([^']*)' v='([^']*)'/g)].map(([, key, value]) => [key!, value!]));
    if (tags.has('building')) buildings++;
    const isPlatform = tags.get('railway') === 'platform' || tags.get('public_transport') === 'platform';
    if ((!tags.has('highway') && !isPlatform) || ['no', 'private'].includes(tags.get('access') ?? '')) continue;
    ways++;
    const isWalkable = !(tags.get('highway') ?? '').startsWith('trunk') || tags.has('foot');
    for (let i = 1; i < refs.length; i++) {
      const from = refs[i - 1]!, to = refs[i]!;
      metres += greatCircleMetres(...nodes.get(from)!, ...nodes.get(to)!);
      if (!isWalkable) continue;
      if (tags.has('highway') && tags.get('highway') !== 'platform') for (const end of [from, to]) onStreet.add(end);
      for (const end of [from, to]) arriving.set(end, (arriving.get(end) ?? 0) + 1);
      const one = partOf.get(from) ?? new Set([from]), other = partOf.get(to) ?? new Set([to]);
      const [small, large] = one.size < other.size ? [one, other] : [other, one];
      for (const id of small === large ? [] : [...small, from, to]) partOf.set(id, large.add(id));
    }
  }
  return { ways, kilometres: metres / 1000, buildings, parts: new Set([...partOf.values()].filter((part) => [...part].some((id) => onStreet.has(id)))).size, deadEnds: [...arriving.values()].filter((count) => count === 1).length };
}

describe.skipIf(!sharedPresent)('Krems, a town between a river and its railways as OpenStreetMap has it', () => {
  /* A square of 3 km in the middle of the extract, 48.4007 N 15.6353 E; 2 km around it holds all of it. */
  const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(15.6353, 48.4007));
  const square = [[Float64Array.of(x! - 1500, y! - 1500, x! + 1500, y! - 1500, x! + 1500, y! + 1500, x! - 1500, y! + 1500, x! - 1500, y! - 1500)]];

  test('ways, kilometres, parts, dead ends and buildings as a plain count has them; five pharmacies and six doctors', () => {
    const packed = readFileSync(sharedFile('data/osm/krems_at.osm.gz'));
    const extract = readExtract(packed, square, { 'amenity=pharmacy': 'apotheek', 'amenity=doctors': 'huisarts' });
    if (!extract.ok) throw new Error(extract.error.code);
    const { streets, barriers, buildings, places, counts } = extract.value;
    const fitted = fitStreets(streets, barriers, [], buildings.length);
    if (!fitted.ok) throw new Error(fitted.error.code);
    const { parts, deadEnds, kilometres } = fitted.value.notice.facts as Readonly<Record<string, number>>;
    const plain = plainCount(gunzipSync(packed).toString());
    expect({ ways: counts.ways, buildings: buildings.length, parts, deadEnds }).toEqual({ ways: plain.ways, buildings: plain.buildings, parts: plain.parts, deadEnds: plain.deadEnds });
    // Lambert 2008 is true at 49°50' and 51°10'; a degree and a half south of that the plane is a few thousandths longer than the ground.
    expect(Math.abs(kilometres! / plain.kilometres - 1)).toBeLessThan(0.005);
    const ofKind = (wanted: string) => places.filter(({ kind }) => kind === wanted).length;
    expect([ofKind('apotheek'), ofKind('huisarts')]).toEqual([5, 6]);
    // Railway, river and trunk road cut this town, and walkers get past each of them.
    const crossed = crossingsByKind(barriers, fitted.value.crossings);
    expect(Object.keys(crossed).sort()).toEqual(['expresweg', 'rivier', 'spoorweg']);
    expect(Math.min(...Object.values(crossed))).toBeGreaterThan(0);
  });
});
