import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedFile, sharedPresent } from '../../../../tests/shared.ts';
import { toLambert2008 } from '../geo/lambert.ts';
import type { GivenNucleus, Municipality } from '../model/municipality.ts';
import { share } from '../model/units.ts';
import { defaultNucleusSettings, findNuclei, nucleiOfPlan } from './nuclei.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';

/** A town of one block of 10 by 10 km with these addresses. */
function townOf(addresses: readonly { readonly x: number; readonly y: number; readonly persons: number }[], given: readonly GivenNucleus[] = []): Municipality {
  const town = paperTown({ columns: 1, rows: 1, sizeMetres: 10_000, inhabitants: () => 0, nuclei: given });
  return {
    ...town,
    blocks: town.blocks.map((block) => ({ ...block, inhabitants: addresses.reduce((sum, { persons }) => sum + persons, 0) })),
    addresses: {
      ids: addresses.map((_, i) => String(i).padStart(6, '0')),
      streets: addresses.map(() => 'Dorpsstraat'),
      numbers: addresses.map((_, i) => String(i + 1)),
      xy: Float64Array.from(addresses.flatMap(({ x, y }) => [x, y])),
      block: new Int32Array(addresses.length),
      dwellings: new Uint16Array(addresses.length).fill(1),
      persons: Uint16Array.from(addresses, ({ persons }) => persons),
    },
  };
}

/** xorshift32 */
function randomFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

const planted = [
  { x: paperX + 2000, y: paperY + 2000, addresses: 1200 },
  { x: paperX + 5000, y: paperY + 2500, addresses: 700 },
  { x: paperX + 2500, y: paperY + 6000, addresses: 400 },
  { x: paperX + 7000, y: paperY + 7000, addresses: 900 },
];

/** Kernen of 500 m, densest in the middle, and 400 houses scattered over the land. */
function plantedTown(seed: number): { x: number; y: number; persons: number }[] {
  const random = randomFrom(seed);
  const homes: { x: number; y: number; persons: number }[] = [];
  for (const { x, y, addresses } of planted) {
    for (let i = 0; i < addresses; i++) {
      const radius = 500 * random();
      const angle = 2 * Math.PI * random();
      homes.push({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle), persons: 1 + Math.floor(4 * random()) });
    }
  }
  for (let i = 0; i < 400; i++) homes.push({ x: paperX + 9000 * random() + 500, y: paperY + 9000 * random() + 500, persons: 2 });
  return homes;
}

test('four planted kernen are found, no more and no fewer, each within 100 m', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const found = findNuclei(townOf(plantedTown(seed)));
    expect(found).toHaveLength(4);
    for (const { x, y } of planted) expect(Math.min(...found.map((nucleus) => Math.hypot(nucleus.x - x, nucleus.y - y)))).toBeLessThan(100);
  }
});

test('a tenth of the addresses fewer gives the same kernen, at most 100 m aside', () => {
  const homes = plantedTown(5);
  const whole = findNuclei(townOf(homes));
  const thinned = findNuclei(townOf(homes.filter((_, i) => i % 10 !== 3)));
  expect(thinned).toHaveLength(whole.length);
  for (const nucleus of whole) expect(Math.min(...thinned.map(({ x, y }) => Math.hypot(x - nucleus.x, y - nucleus.y)))).toBeLessThan(100);
});

test('the order of the addresses changes nothing, to the last bit', () => {
  const homes = plantedTown(2);
  const found = findNuclei(townOf(homes));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const random = randomFrom(seed);
      const keys = new Map(homes.map((home) => [home, random()]));
      expect(findNuclei(townOf(homes.toSorted((a, b) => keys.get(a)! - keys.get(b)!)))).toEqual(found);
    }),
    { numRuns: 8 },
  );
});

/** One household of many at one spot: its density is a single Epanechnikov hill. */
const spot = (east: number, persons: number) => ({ x: paperX + 5025 + east, y: paperY + 5025, persons });

test('one spot of 1,000 people: its top is 2 / (π · 0.4²) · 1,000 a km², and no saddle', () => {
  const [only, ...others] = findNuclei(townOf([spot(0, 1000)]));
  expect(others).toEqual([]);
  expect(only!.topPerKm2).toBeCloseTo((2 / (Math.PI * 0.16)) * 1000, 6);
  expect([only!.inhabitants, only!.saddleShare, only!.x - paperX, only!.y - paperY]).toEqual([1000, 0, 5025, 5025]);
});

test('two spots 600 m apart are two kernen: at 200 m from one, where the other begins, 1 − (1/2)² = 75 % of a top is left', () => {
  const homes = [spot(0, 1000), spot(600, 1000)];
  const found = findNuclei(townOf(homes));
  expect(found.map(({ inhabitants }) => inhabitants)).toEqual([1000, 1000]);
  expect(found.map(({ saddleShare }) => saddleShare).sort()).toEqual([0, 0.75]);
  expect(findNuclei(townOf(homes), { ...defaultNucleusSettings, saddleShare: share(0.7) })).toHaveLength(1);
});

test('two spots 500 m apart are one kern: at 100 m from one 1 − (1/4)² = 94 % is left', () => {
  expect(findNuclei(townOf([spot(0, 1000), spot(500, 1200)])).map(({ inhabitants }) => inhabitants)).toEqual([2200]);
});

test('fewer people than a kern needs are none, and nobody is no kern either', () => {
  expect(findNuclei(townOf([spot(0, 499)]))).toEqual([]);
  expect(findNuclei(townOf([spot(0, 500)]))).toHaveLength(1);
  expect(findNuclei(townOf([]))).toEqual([]);
});

test('a found kern takes the name of the given one nearby, else of its wijk, else of its block', () => {
  const given = { id: 'g1', name: 'Zwartberg', x: paperX + 5325, y: paperY + 5025, shape: null };
  expect(findNuclei(townOf([spot(0, 1000)], [given]))[0]!.name).toBe('Zwartberg');
  expect(findNuclei(townOf([spot(0, 1000)], [{ ...given, x: given.x + 201 }]))[0]!.name).toBe('0-0');
  const wijk = paperTown({ columns: 1, rows: 1, sizeMetres: 10_000, inhabitants: () => 0, divisions: { wijken: () => 'Bret' } });
  const two = { ...townOf([spot(0, 1000), spot(2000, 900)]), divisions: wijk.divisions };
  expect(findNuclei(two).map(({ name }) => name)).toEqual(['Bret', 'Bret 2']);
});

test('people of a block without addresses count at its middle', () => {
  const town = paperTown({ columns: 1, rows: 1, sizeMetres: 500, inhabitants: () => 0 });
  const found = findNuclei({ ...town, blocks: town.blocks.map((block) => ({ ...block, inhabitants: 800 })) });
  expect(found.map(({ inhabitants, block }) => [inhabitants, block])).toEqual([[800, '0-0']]);
});

describe.skipIf(!sharedPresent)('real Genk', () => {
  // Centres of the provinces' kernen, Lambert 72 (domain.md 5.2).
  const kernen = Float64Array.of(
    225196, 183567, 225927, 184789, 231349, 185869, 232447, 184885, 229754, 184725, 229643, 182824, 231685, 180578,
    231910, 187034, 228914, 187252, 231315, 181525, 227553, 183240, 230691, 188283, 227842, 185419, 229745, 188825,
  );
  const homes = (): { x: number; y: number; persons: number }[] => {
    const rows = readFileSync(sharedFile('data/genk/genk_addresses_crab2013.csv'), 'utf8').trim().split('\n').slice(1).map((row) => row.split(','));
    const xy = toLambert2008('EPSG:31370', Float64Array.from(rows.flatMap((row) => [Number(row.at(-3)), Number(row.at(-2))])));
    return rows.map((_, i) => ({
      x: xy[2 * i]!,
      y: xy[2 * i + 1]!,
      persons: Math.floor(((i + 1) * 65_463) / rows.length) - Math.floor((i * 65_463) / rows.length),
    }));
  };

  test('most of the 14 kernen of the provinces are found within 500 m', () => {
    const found = findNuclei(townOf(homes()));
    const given = toLambert2008('EPSG:31370', kernen);
    const near = (x: number, y: number, points: readonly (readonly [number, number])[]): boolean => points.some(([px, py]) => Math.hypot(px - x, py - y) <= 500);
    const givenPoints = Array.from({ length: 14 }, (_, i) => [given[2 * i]!, given[2 * i + 1]!] as const);
    const recall = givenPoints.filter(([x, y]) => near(x, y, found.map((nucleus) => [nucleus.x, nucleus.y] as const))).length;
    const precise = found.filter(({ x, y }) => near(x, y, givenPoints)).length;
    expect(recall).toBeGreaterThanOrEqual(11);
    expect(precise / found.length).toBeGreaterThan(0.65);
  });
});

test('the planner drops, names, moves and adds kernen; the rest stay as they were found', () => {
  const village = (x: number): { x: number; y: number; persons: number }[] =>
    Array.from({ length: 400 }, (_, i) => ({ x: paperX + x + (i % 20) * 20, y: paperY + 2000 + Math.floor(i / 20) * 20, persons: 3 }));
  const town = townOf([...village(1000), ...village(5000), ...village(8000)]);
  const [one, two, three] = findNuclei(town);
  const change = { state: 'found' as const, place: null, name: null };
  const kept = nucleiOfPlan(town, defaultNucleusSettings, [
    { id: one!.id, ...change, state: 'dropped' },
    { id: two!.id, ...change, name: 'Markt' },
    { id: three!.id, ...change, place: { x: three!.x + 100, y: three!.y } },
    { id: 'eigen', state: 'added', place: { x: paperX + 100, y: paperY + 100 }, name: 'Leeg veld' },
    { id: 'kern-van-vroeger', ...change, name: 'Bestaat niet meer' },
  ]);
  expect(kept.map(({ id }) => id).sort()).toEqual([two!.id, three!.id, 'eigen'].sort());
  expect(kept.find(({ id }) => id === two!.id)).toEqual({ ...two!, name: 'Markt' });
  expect(kept.find(({ id }) => id === three!.id)).toMatchObject({ x: three!.x + 100, origin: 'moved', name: three!.name });
  // Nobody lives within 400 m of the empty field.
  expect(kept.find(({ id }) => id === 'eigen')).toMatchObject({ name: 'Leeg veld', origin: 'added', inhabitants: 0, radiusMetres: 0 });
  expect(nucleiOfPlan(town, defaultNucleusSettings, [])).toEqual(findNuclei(town));
});
