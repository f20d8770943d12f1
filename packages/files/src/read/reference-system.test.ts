import { toLambert2008, type Crs } from '@woonzorgzones/core/geo';
import { expect, test } from 'vitest';
import { isNullPosition, namedSystem, recogniseSystem } from './reference-system.ts';

/** The pharmacy at Sledderloweg 26 in Genk in each system (domain.md 6.1). */
const genk: Readonly<Record<Crs, readonly [number, number]>> = {
  'EPSG:3812': [730_352.9375, 683_037.25],
  'EPSG:31370': [230_355.4535, 183_027.3721],
  'EPSG:4326': [5.512353424817076, 50.95194981251408],
  'EPSG:3857': [613_632.4, 6_609_930],
};

const at = (crs: Crs) => Float64Array.from(genk[crs]);

test('each system is recognised by its coordinates alone', () => {
  for (const crs of Object.keys(genk) as Crs[]) expect(recogniseSystem(null, null, at(crs))).toEqual({ ok: true, value: { code: crs, by: 'coordinates' } });
});

test('Lambert 72 read as Lambert 2008 is 500 km off, and the other way round; both are told with the likely system', () => {
  expect(recogniseSystem('EPSG:3812', null, at('EPSG:31370'))).toMatchObject({
    ok: false, error: { code: 'wrong-crs', facts: { given: 'EPSG:3812', likely: 'EPSG:31370', example: { x: 230_355.4535, y: 183_027.3721 } } },
  });
  expect(recogniseSystem('EPSG:31370', null, at('EPSG:3812'))).toMatchObject({ ok: false, error: { facts: { likely: 'EPSG:3812' } } });
});

test('latitude before longitude is told as exchanged, not repaired', () => {
  const swapped = Float64Array.of(50.9519, 5.5123, 50.96, 5.49);
  expect(recogniseSystem('EPSG:4326', null, swapped)).toMatchObject({ ok: false, error: { code: 'swapped-axes', facts: { crs: 'EPSG:4326' } } });
  expect(recogniseSystem(null, null, swapped)).toMatchObject({ ok: false, error: { code: 'swapped-axes' } });
});

test('positions that were never filled in say nothing about the system', () => {
  const mostlyNull = Float64Array.of(0, 0, 0, 0, 0, 0, ...genk['EPSG:31370']);
  expect(recogniseSystem(null, null, mostlyNull)).toMatchObject({ ok: true, value: { code: 'EPSG:31370' } });
});

test('degrees read as Lambert 72 lie beside its null, and are still told as degrees', () => {
  expect(recogniseSystem('EPSG:31370', null, at('EPSG:4326'))).toMatchObject({ ok: false, error: { code: 'wrong-crs', facts: { likely: 'EPSG:4326' } } });
});

test('one stray row does not make a file wrong', () => {
  const rows = Float64Array.of(...genk['EPSG:4326'], ...genk['EPSG:4326'], 4.9, 52.37);
  expect(recogniseSystem('EPSG:4326', null, rows)).toMatchObject({ ok: true });
});

test('Amsterdam lies nowhere in Belgium', () => {
  expect(recogniseSystem('EPSG:4326', null, Float64Array.of(4.9, 52.37))).toMatchObject({ ok: false, error: { code: 'positions-nowhere' } });
});

test('the null of Lambert 72 is known in every system: 49.2933, 2.3067 in WGS84', () => {
  const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(2.30668956214, 49.2933351651));
  expect(isNullPosition(2.30668956214, 49.2933351651, x!, y!)).toBe(true);
  expect(isNullPosition(0, 0, 1e7, 1e7)).toBe(true);
  expect(isNullPosition(5.5, 50.9, 730_352, 683_037)).toBe(false);
});

test('the names that GeoJSON files give their system', () => {
  const named = (name: string) => namedSystem({ type: 'name', properties: { name } });
  expect(named('urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual({ ok: true, value: 'EPSG:4326' });
  expect(named('urn:ogc:def:crs:EPSG::31370')).toEqual({ ok: true, value: 'EPSG:31370' });
  expect(named('EPSG:3812')).toEqual({ ok: true, value: 'EPSG:3812' });
  expect(namedSystem(undefined)).toEqual({ ok: true, value: null });
  expect(named('EPSG:28992')).toMatchObject({ ok: false, error: { code: 'crs-not-known', facts: { named: 'EPSG:28992' } } });
});

test('a manifest and a file that contradict each other are both quoted', () => {
  expect(recogniseSystem('EPSG:4326', 'EPSG:31370', at('EPSG:31370'))).toMatchObject({
    ok: false, error: { code: 'crs-contradicts', facts: { given: 'EPSG:4326', named: 'EPSG:31370' } },
  });
});
