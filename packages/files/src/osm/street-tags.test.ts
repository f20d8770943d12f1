import { expect, test } from 'vitest';
import { Access, roadClasses, Trait } from '@woonzorgzones/core/network';
import { readBarrierTags } from './barrier-tags.ts';
import { readGateTags, readStreetTags } from './street-tags.ts';

/** "f" foot, "b" bicycle, "c" car; ">" only forward, "<" only backward. */
function spoken(access: number): string {
  const one = (letter: string, forward: number, backward: number): string =>
    (access & forward) !== 0 && (access & backward) !== 0 ? letter : (access & forward) !== 0 ? `${letter}>` : (access & backward) !== 0 ? `${letter}<` : '';
  return [one('f', Access.footForward, Access.footBackward), one('b', Access.bikeForward, Access.bikeBackward), one('c', Access.carForward, Access.carBackward)].filter((part) => part !== '').join(' ');
}

test.each<[string, Record<string, string>, string | null]>([
  ['a street in a village', { highway: 'residential' }, 'f b c'],
  ['a motorway', { highway: 'motorway' }, 'c>'],
  ['a Belgian autoweg', { highway: 'trunk' }, 'c'],
  ['an autoweg with a footway beside it', { highway: 'trunk', sidewalk: 'right' }, 'f c'],
  ['a road signed as motorroad', { highway: 'primary', motorroad: 'yes' }, 'c'],
  ['a footway', { highway: 'footway' }, 'f b'],
  ['a footway where cycling and pushing are forbidden', { highway: 'footway', bicycle: 'no' }, 'f'],
  ['a cycle path: a walker may where there is no footway', { highway: 'cycleway' }, 'f b'],
  ['a cycle path closed to walkers', { highway: 'cycleway', foot: 'no' }, 'b'],
  ['a bridleway', { highway: 'bridleway' }, null],
  ['a bridleway walkers may use', { highway: 'bridleway', foot: 'yes' }, 'f'],
  ['a track', { highway: 'track' }, 'f b'],
  ['a track open to cars', { highway: 'track', motor_vehicle: 'yes' }, 'f b c'],
  ['a footpath with access=yes is still no road', { highway: 'path', access: 'yes' }, 'f b'],
  ['a private drive', { highway: 'service', access: 'private' }, null],
  ['a private drive that walkers may use', { highway: 'service', access: 'private', foot: 'permissive' }, 'f'],
  ['a street for residents', { highway: 'residential', motor_vehicle: 'destination' }, 'f b c'],
  ['a one-way street', { highway: 'residential', oneway: 'yes' }, 'f b> c>'],
  ['one-way but for bicycles (SUL)', { highway: 'residential', oneway: 'yes', 'oneway:bicycle': 'no' }, 'f b c>'],
  ['one-way with a contraflow lane', { highway: 'residential', oneway: 'yes', 'cycleway:left': 'opposite_lane' }, 'f b c>'],
  ['one-way against its drawing', { highway: 'residential', oneway: '-1' }, 'f b< c<'],
  ['a roundabout', { highway: 'tertiary', junction: 'roundabout' }, 'f b> c>'],
  ['a platform', { railway: 'platform' }, 'f'],
  ['a building site', { highway: 'construction' }, null],
  ['a street being rebuilt', { highway: 'residential', construction: 'yes' }, null],
  ['a ferry', { route: 'ferry' }, null],
  ['a river', { waterway: 'river' }, null],
])('%s', (_, tags, access) => {
  const street = readStreetTags(tags);
  expect(street === null ? null : spoken(street.access)).toBe(access);
});

test.each<[Record<string, string>, number]>([
  [{ incline: '8%' }, 80], [{ incline: '-6,25 %' }, 63], [{ incline: '1:12' }, 83], [{ incline: '5°' }, 87], [{ incline: 'up' }, 0], [{ incline: '40%' }, 255], [{}, 0],
])('the slope %o', (tags, permille) => {
  expect(readStreetTags({ highway: 'footway', ...tags })?.inclinePermille).toBe(permille);
});

test.each<[Record<string, string>, number]>([
  [{ maxspeed: '30' }, 30], [{ maxspeed: '30 mph' }, 48], [{ maxspeed: 'BE-VLG:rural' }, 70], [{ maxspeed: 'walk' }, 6], [{ maxspeed: 'signals' }, 0], [{ maxspeed: '999' }, 255],
])('the speed limit %o', (tags, kmh) => {
  expect(readStreetTags({ highway: 'tertiary', ...tags })?.maxSpeedKmh).toBe(kmh);
});

test.each<[Record<string, string>, number]>([
  [{ highway: 'steps' }, Trait.steps], [{ highway: 'steps', 'ramp:wheelchair': 'yes' }, Trait.steps | Trait.wheelchairYes], [{ highway: 'footway', bridge: 'viaduct' }, Trait.bridge],
  [{ highway: 'footway', bridge: 'no' }, 0], [{ highway: 'footway', tunnel: 'yes' }, Trait.tunnel], [{ highway: 'footway', tunnel: 'building_passage' }, 0],
  [{ highway: 'path', smoothness: 'very_bad' }, Trait.roughSurface], [{ highway: 'path', smoothness: 'bad' }, 0], [{ highway: 'footway', wheelchair: 'no' }, Trait.wheelchairNo],
  [{ highway: 'footway', kerb: 'raised' }, Trait.highKerb], [{ highway: 'footway', kerb: 'raised', 'kerb:height': '2 cm' }, 0], [{ highway: 'footway', 'kerb:height': '0.03' }, Trait.highKerb],
])('what %o means to small wheels', (tags, traits) => {
  expect(readStreetTags(tags)?.traits).toBe(traits);
});

test.each<[string, Record<string, string>, string | null]>([
  ['a bollard stops cars', { barrier: 'bollard' }, 'f b'],
  ['a gate stops nobody unless it says so', { barrier: 'gate' }, null],
  ['a private gate stops everybody', { barrier: 'gate', access: 'private' }, ''],
  ['a private gate walkers may pass', { barrier: 'gate', access: 'private', foot: 'yes' }, 'f'],
  ['a kissing gate stops wheels', { barrier: 'kissing_gate' }, 'f'],
  ['a fence across the path stops everybody', { barrier: 'fence' }, ''],
  ['a street lamp is no gate', { highway: 'street_lamp' }, null],
])('%s', (_, tags, access) => {
  const gate = readGateTags(tags);
  expect(gate === null ? null : spoken(gate.access)).toBe(access);
});

test('the steps of a class are known to the graph', () => {
  expect(readStreetTags({ highway: 'steps' })?.roadClass).toBe(roadClasses.indexOf('steps'));
});

test.each<[Record<string, string>, string | null]>([
  [{ railway: 'rail' }, 'spoorweg'], [{ railway: 'rail', bridge: 'yes' }, null], [{ railway: 'rail', layer: '-1' }, null], [{ railway: 'tram' }, null],
  [{ waterway: 'canal' }, 'kanaal'], [{ waterway: 'river' }, 'rivier'], [{ waterway: 'river', tunnel: 'culvert' }, null], [{ waterway: 'ditch' }, null], [{ waterway: 'stream' }, null],
  [{ natural: 'water', water: 'canal' }, 'kanaal'], [{ natural: 'water', water: 'pond' }, null], [{ natural: 'water' }, null],
  [{ highway: 'motorway' }, 'autosnelweg'], [{ highway: 'motorway', bridge: 'yes' }, null], [{ highway: 'trunk' }, 'expresweg'],
])('%o as a barrier', (tags, kind) => {
  expect(readBarrierTags(tags)).toBe(kind);
});
