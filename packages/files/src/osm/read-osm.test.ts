import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { areaM2, containsPoint } from '@woonzorgzones/core/geo';
import { Access, Trait } from '@woonzorgzones/core/network';
import { writePbf, writeXml, type OsmSketch } from '../../../../tests/osm-file.ts';
import type { Tags } from './osm-source.ts';
import { readOsm, type OsmExtract, type OsmWishes } from './read-osm.ts';

/* A street with a bollard, crossed by nothing; a rail line; a river drawn as an area of two ways; a way that leaves the extract. */
const sketch: OsmSketch = {
  nodes: [
    { id: 1, lon: 5.5, lat: 50.96 }, { id: 2, lon: 5.501, lat: 50.96, tags: { barrier: 'bollard' } }, { id: 3, lon: 5.502, lat: 50.96 },
    { id: 4, lon: 5.503, lat: 50.961, tags: { name: 'no gate, just a name & a "quote"' } }, { id: 10, lon: 5.51, lat: 50.95 }, { id: 11, lon: 5.51, lat: 50.97 },
    { id: 12, lon: 5.52, lat: 50.97 }, { id: 8_000_000_001, lon: 5.5025, lat: 50.962 },
  ],
  ways: [
    { id: 102, nodes: [3, 4, 8_000_000_001, 77, 78], tags: { highway: 'footway', surface: 'paved' } },
    { id: 101, nodes: [1, 2, 3], tags: { highway: 'residential', name: 'Sint-Martinus & "Kerk"straat', maxspeed: '30' } },
    { id: 103, nodes: [10, 11], tags: { railway: 'rail', name: 'Spoorlijn 21A' } },
    { id: 104, nodes: [10, 11], tags: { railway: 'rail', tunnel: 'yes' } },
    { id: 105, nodes: [11, 12], tags: {} },
    { id: 106, nodes: [1, 3], tags: { highway: 'construction', construction: 'residential' } },
  ],
  relations: [{ id: 900, ways: [105], tags: { type: 'multipolygon', natural: 'water', water: 'canal' } }],
};

const streetsOnly = { plane: 'lambert2008', box: null, basemap: false, placeOf: null } as const;

function read(bytes: Uint8Array): OsmExtract {
  const found = readOsm(bytes, streetsOnly);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

test('streets, gates and barriers of a small extract', () => {
  const { streets, barriers, counts } = read(writeXml(sketch));
  expect(counts).toEqual({ ways: 2, barriers: 2, missingNodes: 2 });
  expect(streets.names).toEqual(['Sint-Martinus & "Kerk"straat']);
  // By ascending id, whatever the order in the file; the footway stops where the extract does.
  expect([...streets.ways.start]).toEqual([0, 3, 6]);
  expect([...streets.ways.maxSpeedKmh]).toEqual([30, 0]);
  expect(streets.gates.node).toHaveLength(1);
  expect(streets.gates.access[0]! & (Access.carForward | Access.carBackward)).toBe(0);
  expect(barriers.map(({ id, kind, name }) => [id, kind, name])).toEqual([['way/103', 'spoorweg', 'Spoorlijn 21A'], ['way/105', 'kanaal', '']]);
  // One thousandth of a degree of longitude at 50.96 N on the ellipsoid: 70.2 m.
  expect(streets.ways.stepMetres[0]).toBeCloseTo(70.23, 1);
});

describe('the same extract in every form gives the same streets', () => {
  const expected = read(writeXml(sketch));
  test.each([
    ['XML, zipped', gzipSync(writeXml(sketch))],
    ['binary', writePbf(sketch)],
    ['binary, zstandard', writePbf(sketch, { compression: 'zstd' })],
    ['binary, not compressed', writePbf(sketch, { compression: 'none' })],
    ['binary, nodes one by one', writePbf(sketch, { dense: false })],
  ])('%s', (_, bytes) => {
    expect(read(bytes)).toEqual(expected);
  });
  test('ways in another order', () => {
    const turned = read(writeXml({ ...sketch, ways: [...sketch.ways].reverse() }));
    expect([...turned.streets.ways.maxSpeedKmh]).toEqual([30, 0]);
    expect(turned.streets.names).toEqual(expected.streets.names);
  });
});

const codeOf = (bytes: Uint8Array): string => {
  const found = readOsm(bytes, streetsOnly);
  return found.ok ? 'ok' : found.error.code;
};

describe('what cannot be read says why', () => {
  test('an empty file, a picture, a web page', () => {
    expect(codeOf(new Uint8Array())).toBe('osm-empty');
    expect(codeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a))).toBe('osm-unknown-format');
    expect(codeOf(new TextEncoder().encode('<!DOCTYPE html><html lang="nl"><body>Niet gevonden</body></html>'))).toBe('osm-unknown-format');
    expect(codeOf(new TextEncoder().encode('<gpx></gpx>'))).toBe('osm-unknown-format');
  });

  test('a binary file cut anywhere: refused, unless the cut falls between two blobs, where nobody can see it', () => {
    const whole = writePbf(sketch);
    const codes = Array.from({ length: whole.length }, (_, length) => codeOf(whole.subarray(0, length)));
    expect(new Set(codes)).toEqual(new Set(['osm-empty', 'osm-unknown-format', 'osm-truncated', 'ok']));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(3);
  });

  test('XML cut anywhere, plain and zipped', () => {
    const whole = writeXml(sketch), zipped = gzipSync(whole);
    for (let length = 1; length < whole.length - 1; length++) expect(codeOf(whole.subarray(0, length))).not.toBe('ok');
    for (let length = 1; length < zipped.length; length++) expect(codeOf(zipped.subarray(0, length))).not.toBe('ok');
  });

  test('a byte changed anywhere in a binary file never makes it fail without saying so', () => {
    const whole = writePbf(sketch);
    for (let at = 0; at < whole.length; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const bytes = whole.slice();
        bytes[at]! ^= flip;
        expect(() => codeOf(bytes)).not.toThrow();
      }
    }
  });

  test('a feature or a compression that is not known is named', () => {
    expect(readOsm(writePbf(sketch, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] }), streetsOnly)).toEqual({ ok: false, error: { code: 'osm-needs-feature', feature: 'HistoricalInformation' } });
    expect(readOsm(writePbf(sketch, { compression: 'lzma' }), streetsOnly)).toEqual({ ok: false, error: { code: 'osm-compression-unknown', compression: 'lzma' } });
  });

  test('broken XML says where', () => {
    expect(readOsm(new TextEncoder().encode('<osm><node id=1 lat="2" lon="3"/></osm>'), streetsOnly)).toMatchObject({ ok: false, error: { code: 'osm-damaged', atByte: 5 } });
    expect(readOsm(new TextEncoder().encode('<osm><way id="x"></way></osm>'), streetsOnly)).toMatchObject({ ok: false, error: { code: 'osm-damaged' } });
  });
});

test('a file without streets is read, and has none', () => {
  expect(read(writePbf({ nodes: sketch.nodes, ways: [] })).counts).toEqual({ ways: 0, barriers: 0, missingNodes: 0 });
});

test('a kerb and steps are kept for who cannot take them', () => {
  const { streets } = read(writeXml({
    nodes: [{ id: 1, lon: 5.5, lat: 50.96 }, { id: 2, lon: 5.501, lat: 50.96, tags: { kerb: 'raised' } }, { id: 3, lon: 5.502, lat: 50.96 }],
    ways: [{ id: 1, nodes: [1, 2, 3], tags: { highway: 'footway' } }, { id: 2, nodes: [3, 1], tags: { highway: 'steps' } }],
  }));
  expect(streets.gates.traits[0]).toBe(Trait.highKerb);
  expect([...streets.ways.traits]).toEqual([0, Trait.steps]);
});

/* A park with a pond of two half rings, a house with a pharmacy, a bus stop, a street far to the west. */
const town: OsmSketch = {
  nodes: [
    { id: 1, lon: 5.5, lat: 50.96 }, { id: 2, lon: 5.504, lat: 50.96 }, { id: 3, lon: 5.504, lat: 50.962 }, { id: 4, lon: 5.5, lat: 50.962 },
    { id: 11, lon: 5.501, lat: 50.9605 }, { id: 12, lon: 5.502, lat: 50.9605 }, { id: 13, lon: 5.502, lat: 50.961 }, { id: 14, lon: 5.501, lat: 50.961 },
    { id: 21, lon: 5.505, lat: 50.96, tags: { highway: 'bus_stop', name: 'Kerk' } }, { id: 31, lon: 5.3, lat: 50.96 }, { id: 32, lon: 5.31, lat: 50.96 },
    { id: 33, lon: 5.35, lat: 50.96, tags: { highway: 'bus_stop' } },
  ],
  ways: [
    { id: 1, nodes: [1, 2, 3, 4, 1], tags: { leisure: 'park', name: 'Stadspark' } },
    { id: 2, nodes: [11, 12, 13], tags: {} }, { id: 3, nodes: [13, 14, 11], tags: {} },
    { id: 4, nodes: [11, 12, 13, 14, 11], tags: { building: 'yes', amenity: 'pharmacy', name: 'Apotheek' } },
    { id: 5, nodes: [31, 32], tags: { highway: 'residential' } }, { id: 6, nodes: [31, 1], tags: { highway: 'residential' } },
  ],
  relations: [{ id: 7, ways: [2, 3], tags: { type: 'multipolygon', natural: 'water' } }, { id: 8, ways: [2], tags: { type: 'multipolygon', natural: 'water' } }],
};
const placeOf = (tags: Tags): string | null => (tags['amenity'] === 'pharmacy' ? 'apotheek' : tags['highway'] === 'bus_stop' ? 'halte' : null);

function readWhole(bytes: Uint8Array, box: OsmWishes['box']): OsmExtract {
  const found = readOsm(bytes, { plane: 'lambert2008', box, basemap: true, placeOf });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

describe('the ground of the map and places in one go', () => {
  const { water, green, buildings, places } = readWhole(writePbf(town), null);

  test('a park, a house, and a pond of two halves; half a pond is not drawn', () => {
    expect([water.length, green.length, buildings.length]).toEqual([1, 1, 1]);
    // 0.001° × 0.0005° at 50.96 N: about 70.2 m × 55.6 m.
    expect(Math.abs(areaM2(water[0]!) - 3905)).toBeLessThan(20);
    expect(areaM2(buildings[0]!)).toBeCloseTo(areaM2(water[0]!), 6);
  });

  test('a pharmacy is where its building is, a stop at its node', () => {
    expect(places.map(({ id, kind, tags }) => [id, kind, tags['name']])).toEqual([
      ['node/21', 'halte', 'Kerk'], ['node/33', 'halte', undefined], ['way/4', 'apotheek', 'Apotheek'],
    ]);
    expect(containsPoint(buildings[0]!, places[2]!.x, places[2]!.y)).toBe(true);
  });
});

describe('cut to a box of 5.49 to 5.51 east', () => {
  const { streets, places, green } = readWhole(writeXml(town), [5.49, 50.95, 5.51, 50.97]);

  test('a street wholly outside is left, one that runs into the box is kept to its end', () => {
    expect(streets.ways.start).toHaveLength(2);
    expect(streets.ways.stepMetres[0]! / 1000).toBeCloseTo(14.05, 1);
  });

  test('places outside are left', () => {
    expect(places.map(({ id }) => id)).toEqual(['node/21', 'way/4']);
    expect(green).toHaveLength(1);
  });
});
