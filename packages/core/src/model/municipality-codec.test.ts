import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMunicipality, encodeMunicipality } from './municipality-codec.ts';
import type { Municipality } from './municipality.ts';

const square = (x: number, y: number, side: number) => [[Float64Array.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y)]];

const village: Municipality = {
  code: 'dorp',
  name: 'Sint-Andriës-aan-de-Äa',
  fictitious: true,
  boundary: square(700_000, 650_000, 200),
  blocks: [
    { id: 'a', name: 'West', shape: [[square(700_000, 650_000, 200)[0]![0]!, Float64Array.of(1, 2, 3, 4, 5, 6, 1, 2)]], inhabitants: 5 },
    { id: 'b', name: '', shape: [], inhabitants: 0 },
  ],
  bands: [{ from: 0, to: 64 }, { from: 65, to: null }],
  addresses: {
    ids: ['x', 'y'],
    streets: ['Kerkstraat', 'Kerkstraat'],
    numbers: ['1', '2 bus 3'],
    xy: Float64Array.of(700_010.125, 650_010, 700_020, 650_020),
    block: Int32Array.of(0, 0),
    dwellings: Uint16Array.of(1, 65_535),
    persons: Uint16Array.of(1, 1, 3, 0),
  },
  population: {
    year: 2015, totals: 'measured-per-block', spreadBy: 'dwellings', ages: 'municipal-structure', householdSpread: 0, seed: 1, note: 'gemodelleerd',
  },
  draws: [{ seed: 2, persons: Int32Array.of(1, 4, 0, 0) }],
  ageTables: [{ year: 2015, brackets: [{ from: 0, to: 64 }, { from: 65, to: null }], persons: [4, 1] }],
  facilities: [
    {
      id: 'f', category: 'wzc', name: 'Huis', address: null, x: 700_001, y: 650_001, position: { by: 'street-middle', metres: 120 }, capacity: null, recognised: true,
      functions: ['zorgkruispunt'], opened: '2009', closed: null, source: 0, referenceDate: '2015-06', fictitious: true,
    },
  ],
  unplaced: [
    {
      id: 'g', category: 'halte', name: 'Markt', address: 'Markt', capacity: 3.5, recognised: null, functions: [], opened: null, closed: null, source: 0,
      referenceDate: null, fictitious: true, reason: 'quality-too-low', guess: { x: 700_002, y: 650_002, position: { by: 'street-middle', metres: 900 } },
    },
    {
      id: 'h', category: 'bank', name: 'Bank', address: null, capacity: null, recognised: null, functions: [], opened: null, closed: null, source: 0,
      referenceDate: null, fictitious: true, reason: 'no-address', guess: null,
    },
  ],
  inventoried: ['wzc'],
  divisions: [{ id: 'wijken', name: 'Wijken', areas: [{ id: 'w', name: 'W', shape: square(700_000, 650_000, 100) }], areaOfBlock: Int32Array.of(0, -1) }],
  nuclei: [{ id: 'k', name: 'Kern', x: 700_050, y: 650_050, shape: null }, { id: 'l', name: 'Kern 2', x: 1, y: 2, shape: square(0, 0, 1) }],
  barriers: [{ id: 'k', kind: 'kanaal', name: 'Kanaal', line: Float64Array.of(0, 0, 5, 5, 9, 9) }],
  crossings: [{ id: 'c', name: 'Brug', x: 5, y: 5 }],
  streets: Uint8Array.of(1, 2, 3, 4, 5),
  basemap: { streets: [{ name: 'Kerkstraat', class: 'straat', line: Float64Array.of(0, 0, 1, 1) }], water: [square(3, 3, 1)], green: [], buildings: [square(7, 7, 2)] },
  sources: [
    { file: 'a.csv', role: 'addresses', sha256: '00', crs: 'EPSG:3812', title: 'A', licence: null, attribution: null, referenceDate: '2015' },
  ],
};

test('what is written is read back to the last digit, and gives the same bytes again', () => {
  const bytes = encodeMunicipality(village);
  const read = decodeMunicipality(bytes);
  expect(read).toEqual({ ok: true, value: village });
  if (read.ok) expect(encodeMunicipality(read.value)).toEqual(bytes);
});

test('a municipality without a street graph is read back without one', () => {
  const without = { ...village, streets: null };
  expect(decodeMunicipality(encodeMunicipality(without))).toEqual({ ok: true, value: without });
});

test('figures of blocks, dwellings and housing reserve are read back; a dataset without them keeps the bytes it had', () => {
  const facts = { type: 'appartement', builtYear: 1974, ownership: 'sociale-huur', lift: true, oneFloor: true, groundFloor: false, stepFree: null, wheelchair: null } as const;
  const told: Municipality = {
    ...village,
    indicators: [{ id: 'vt', name: 'Verhoogde tegemoetkoming', unit: 'percent', year: 2014, basis: 'area', values: [12.5, null], source: 0 }],
    dwellings: [{ block: 0, dwellings: 12, ...facts, source: 0 }],
    housingReserve: [{ id: 'p', name: 'Project', kind: 'project', block: 1, dwellings: null, year: 2030, form: 'aanleunwonen', source: 0 }],
  };
  const bytes = encodeMunicipality(told);
  expect(decodeMunicipality(bytes)).toEqual({ ok: true, value: told });
  expect([bytes[8], encodeMunicipality(village)[8]]).toEqual([3, 2]);
});

test('bytes that stand somewhere inside a larger buffer are read alike', () => {
  const bytes = encodeMunicipality(village);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(decodeMunicipality(shifted.subarray(3))).toEqual({ ok: true, value: village });
});

test('the order in which an object was put together does not change the bytes', () => {
  const turned = { ...village, facilities: village.facilities.map((facility) => Object.fromEntries(Object.entries(facility).reverse())) };
  expect(encodeMunicipality(turned as unknown as Municipality)).toEqual(encodeMunicipality(village));
});

test('a version of later, another file and a cut-off file are refused, each by its reason', () => {
  const bytes = encodeMunicipality(village);
  const later = bytes.slice();
  later[8] = 4;
  expect(decodeMunicipality(later)).toEqual({ ok: false, error: 'unknown-version' });
  expect(decodeMunicipality(new TextEncoder().encode('PK\u0003\u0004 something else entirely'))).toEqual({ ok: false, error: 'not-a-municipality' });
  expect(decodeMunicipality(bytes.subarray(0, bytes.length - 2))).toEqual({ ok: false, error: 'damaged' });
  expect(decodeMunicipality(new Uint8Array())).toEqual({ ok: false, error: 'not-a-municipality' });
});

test('no bytes behind the right magic crash the reader', () => {
  const bytes = encodeMunicipality(village);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 17), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
      const mutated = bytes.slice();
      for (const [at, value] of changes) mutated[16 + at] = value;
      const read = decodeMunicipality(mutated);
      if (!read.ok) expect(read.error).toBe('damaged');
    }),
    { numRuns: 500 },
  );
});
