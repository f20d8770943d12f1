import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  known, noRegisterChanges, notApplicable, unknown, usualNeedSettings, type AmountNorm, type DistanceNorm, type Facility, type Municipality, type Norm, type Plan, type RegisterChanges,
} from '../model/index.ts';
import { straightLineTimes } from '../network/straight-line.ts';
import { analyse, analysePlan, prepareAnalysis } from './analyse.ts';
import type { AreaAnalysis, PlanAnalysis } from './analysis.ts';

const square = (x: number) => [[Float64Array.of(x, 0, x + 1000, 0, x + 1000, 1000, x, 1000, x, 0)]];

interface Home {
  readonly x: number;
  readonly block: number;
  /** Under 60, 60 to 74, 75 and older. */
  readonly persons: readonly [number, number, number];
}

/**
 * Four blocks in a row, 1 km wide each: a1 and a2 in A, b1 in B, c1 in C; in D ten people without an address.
 * At addresses: 10 under 60, 4 of 60 to 74, 5 of 75 and older. D by the same proportions: 10 × 10/19 = 5.26, 2.11 and
 * 2.63, so 5, 2 and 2, and the tenth by largest remainder to 75+: 5, 2, 3. Together 15, 6, 8: 29 people.
 */
const homes: readonly Home[] = [
  { x: 100, block: 0, persons: [2, 1, 1] }, { x: 900, block: 0, persons: [3, 0, 0] },
  { x: 1500, block: 1, persons: [0, 2, 4] }, { x: 2500, block: 2, persons: [5, 1, 0] },
];

const facility = (id: string, category: Facility['category'], x: number, more: Partial<Facility> = {}): Facility => ({
  id, category, name: id, address: null, x, y: 500, position: { by: 'source', metres: null }, capacity: null, recognised: null, functions: [], opened: null, closed: null, source: 2, referenceDate: null, fictitious: true, ...more,
});

const source = (role: string) => ({ file: `${role}.csv`, role, sha256: '', crs: null, title: role, licence: null, attribution: null, referenceDate: '2020' });

function village(more: Partial<Municipality> = {}, at: readonly Home[] = homes): Municipality {
  const inBlock = (block: number) => at.filter((home) => home.block === block).reduce((sum, { persons: [a, b, c] }) => sum + a + b + c, 0);
  return {
    code: 'dorp', name: 'Dorp', fictitious: true, boundary: [],
    blocks: ['A', 'B', 'C', 'D'].map((id, index) => ({ id, name: id, shape: square(1000 * index), inhabitants: id === 'D' ? 10 : inBlock(index) })),
    bands: [{ from: 0, to: 59 }, { from: 60, to: 74 }, { from: 75, to: null }],
    addresses: {
      ids: at.map((_, i) => `h${i}`), streets: at.map(() => 'Straat'), numbers: at.map((_, i) => String(i)),
      xy: Float64Array.from(at.flatMap(({ x }) => [x, 500])), block: Int32Array.from(at, ({ block }) => block),
      dwellings: Uint16Array.from(at, () => 1), persons: Uint16Array.from(at.flatMap(({ persons }) => persons)),
    },
    population: { year: 2020, totals: 'spread-from-municipality', spreadBy: 'dwellings', ages: 'municipal-structure', householdSpread: 0.6, seed: 1, note: '' },
    draws: [],
    ageTables: [{ year: 2025, brackets: [{ from: 0, to: 59 }, { from: 60, to: 74 }, { from: 75, to: null }], persons: [12, 8, 16] }],
    facilities: [], unplaced: [], inventoried: [], divisions: [], nuclei: [], barriers: [], crossings: [],
    streets: null, basemap: { streets: [], water: [], green: [], buildings: [] },
    sources: [source('addresses'), source('ages'), source('facilities')],
    ...more,
  };
}

const plan: Plan = {
  dataset: 'd1', normSet: 'proef', name: 'Proef',
  zones: [{ id: 'w', name: 'West', locked: false }, { id: 'o', name: 'Oost', locked: false }],
  zoneOfBlock: { A: 'w', B: 'w', C: 'o' },
};

const base = { label: { nl: '', en: '' }, status: 'own', source: { title: 'Proef', url: null, place: null, year: null }, validFrom: null, validTo: null, note: null } as const;

/** Half a place for everyone of 75 and older. */
const places: AmountNorm = {
  ...base, id: 'plaatsen', kind: 'amount', category: 'wzc', measure: 'capacity', unit: 'plaatsen', rounding: 'up', minimum: 0, level: 'gemeente', projectionOffset: 0,
  rule: { kind: 'per-age', rates: [{ from: 75, to: null, count: 50, per: 100 }] },
};
const centres: AmountNorm = { ...places, id: 'centra', category: 'ldc', measure: 'facilities', unit: 'centra', rounding: 'begun-slice', rule: { kind: 'per-slice', inhabitants: 20 } };
const shopNear: DistanceNorm = { ...base, id: 'winkel', kind: 'distance', category: 'winkel', withinMetres: 400, ages: null };

const bareLine = straightLineTimes({ method: 'straight-line', detourFactor: 1, detourStatus: 'own', detourSource: null });
const judge = (municipality: Municipality, norms: readonly Norm[], on: Plan = plan): PlanAnalysis =>
  analyse(municipality, on, { id: 'proef', name: 'Proef', version: 3, norms }, { need: usualNeedSettings, walk: bareLine });

const need = (area: AreaAnalysis) => area.needs[0]!;
const reach = (area: AreaAnalysis) => area.coverage[0]!;
const codes = (of: { readonly reservations: readonly { readonly code: string }[] }) => of.reservations.map(({ code }) => code);

test('people are added up per zone; those without an address keep the ages of the municipality', () => {
  const { municipality, zones: [west, east], unassigned } = judge(village(), []);
  expect(west?.byBand).toEqual([known(5), known(3), known(5)]);
  expect(east?.byBand).toEqual([known(5), known(1), known(0)]);
  expect(unassigned.byBand).toEqual([known(5), known(2), known(3)]);
  expect(municipality.inhabitants.count).toEqual(known(29));
  expect([west?.addresses, unassigned.addresses, unassigned.blocks]).toEqual([3, 0, 1]);
});

test('a modelled number of inhabitants says how far it may be off; a counted one does not', () => {
  // West: 13 people at 3 addresses, 13 × 0.6 / √3 = 4.503.
  const { zones: [west], municipality } = judge(village(), []);
  expect(west?.inhabitantsDeviation).toBeCloseTo(4.503, 3);
  expect([west?.inhabitants.method, municipality.inhabitants.method, municipality.inhabitantsDeviation]).toEqual(['modelled', 'measured', 0]);
  const counted = village({ population: { ...village().population, totals: 'measured-per-block' } });
  expect(judge(counted, []).zones[0]).toMatchObject({ inhabitantsDeviation: 0, inhabitants: { method: 'measured' } });
});

test('the requirement of the municipality is shared out by where the people concerned live', () => {
  // 8 × 0.5 = 4; West has 5 of the 8, the unassigned rest 3.
  const { municipality, zones: [west, east], unassigned } = judge(village(), [places]);
  expect(need(municipality).required.count).toEqual(known(4));
  expect([west!, east!, unassigned].map((area) => need(area).required.count)).toEqual([known(2.5), known(0), known(1.5)]);
  expect(need(west!).derivation).toEqual({
    yearAsked: 2020, yearUsed: 2020, split: 'ages', exact: 2.5, raisedTo: null, rounding: 'up',
    lines: [{ from: 75, to: null, count: 50, per: 100, persons: 5, amount: 2.5 }],
  });
});

test('a norm for later years uses the ages of that year, spread as people live now', () => {
  // In 2025 there are 16 of 75 and older: 8 places; West keeps 5/8 of them: 5. Today it would be 4 and 2.5.
  const { municipality, zones: [west] } = judge(village(), [{ ...places, projectionOffset: 5 }]);
  expect(need(municipality)).toMatchObject({ required: { count: known(8), year: 2025 }, requiredNow: { count: known(4), year: 2020 } });
  expect(need(west!)).toMatchObject({ required: { count: known(5) }, requiredNow: { count: known(2.5) } });
});

test('each age band grows as in the municipality, so a zone of the very old grows with them', () => {
  // Of 60 to 74 there are 6 now and 8 in 2025; of 75 and older 8 and 16. West has 3 and 5: 3 × 8/6 + 5 × 16/8 = 4 + 10 = 14 of 24.
  const from60: AmountNorm = { ...places, projectionOffset: 5, rule: { kind: 'per-age', rates: [{ from: 60, to: null, count: 50, per: 100 }] } };
  const { municipality, zones: [west], unassigned } = judge(village(), [from60]);
  expect(need(municipality).derivation?.lines[0]).toMatchObject({ persons: 24, amount: 12 });
  expect(need(west!).derivation?.lines[0]?.persons).toBeCloseTo(14, 9);
  expect(need(west!).required.count).toMatchObject({ kind: 'known', value: 7 });
  // Under 60 there are 15 now and 12 then; West has 5 of them, the rest 5.
  expect(west!.projections).toEqual([{ year: 2025, inhabitants: 18, byBand: [4, 4, 10] }]);
  expect(unassigned.projections[0]!.byBand.map((persons) => Math.round(persons * 100) / 100)).toEqual([4, 2.67, 6]);
  expect(municipality.projections[0]!.inhabitants).toBeCloseTo(36, 9);
});

test('a later year whose ages cut the bands is left out, and requirements go by where people live now', () => {
  const cut = village({ ageTables: [{ year: 2025, brackets: [{ from: 0, to: 69 }, { from: 70, to: null }], persons: [20, 16] }] });
  const { zones: [west] } = judge(cut, [{ ...places, projectionOffset: 5, rule: { kind: 'per-age', rates: [{ from: 0, to: null, count: 1, per: 10 }] } }]);
  expect(west!.projections).toEqual([]);
  // 36 people then, of whom West has 13 of 29: 16.1.
  expect(need(west!).derivation?.lines[0]?.persons).toBeCloseTo((36 * 13) / 29, 9);
});

test('other draws of who lives where show as a band around a modelled figure', () => {
  // West is blocks A and B, with 5, 3, 5 by band and 13 in all; the draws give 6, 2, 4 (12) and 4, 3, 7 (14).
  const draws = [
    { seed: 2, persons: Int32Array.of(4, 1, 1, 2, 1, 3, 4, 2, 1, 5, 2, 3) }, { seed: 3, persons: Int32Array.of(2, 1, 3, 2, 2, 4, 6, 1, 0, 5, 2, 1) },
  ];
  const { zones: [west], municipality } = judge(village({ draws }), []);
  expect(west!.spread).toEqual({
    inhabitants: { low: 12, high: 14 }, byBand: [{ low: 4, high: 6 }, { low: 2, high: 3 }, { low: 4, high: 7 }], from75: { low: 4, high: 7 },
  });
  expect(municipality.spread?.inhabitants).toEqual({ low: 29, high: 29 });
  expect(judge(village(), []).municipality.spread).toBeNull();
});

test('without ages for the year asked nothing is required, missing or filled; it is unknown, and today is told', () => {
  const { municipality } = judge(village({ facilities: [facility('w1', 'wzc', 1200, { capacity: 3 })] }), [{ ...places, projectionOffset: 6 }]);
  expect(need(municipality)).toMatchObject({
    required: { count: unknown, year: 2026 }, requiredNow: { count: known(4) }, present: { count: known(3) }, missing: { count: unknown }, filledShare: unknown,
    derivation: null, reservations: [{ code: 'year-not-given', year: 2026, given: [2020, 2025] }],
  });
});

test('shared out by inhabitants, every zone asks the same per head', () => {
  const { zones: [west, east] } = analyse(village(), plan, { id: 'p', name: 'P', version: 1, norms: [places] }, { need: { ...usualNeedSettings, split: 'inhabitants' }, walk: bareLine });
  // 4 × 13/29 and 4 × 6/29
  expect(need(west!).derivation?.exact).toBeCloseTo(52 / 29, 12);
  expect(need(east!).derivation?.exact).toBeCloseTo(24 / 29, 12);
});

test('begun slices are counted for the municipality; its zones share the exact number', () => {
  // 29 / 20 = 1.45, so 2 centres; West 13/20 = 0.65.
  const { municipality, zones: [west] } = judge(village(), [centres]);
  expect(need(municipality).required.count).toEqual(known(2));
  expect(need(west!).required.count).toEqual(known(0.65));
});

test('the least for a municipality is shared out as the rest would have been', () => {
  // 4 is raised to 10: West 5/8 of it.
  const { municipality, zones: [west, east] } = judge(village(), [{ ...places, minimum: 10 }]);
  expect(need(municipality)).toMatchObject({ required: { count: known(10) }, derivation: { raisedTo: 10, exact: 10 } });
  expect(need(west!)).toMatchObject({ required: { count: known(6.25) }, derivation: { raisedTo: 6.25 } });
  expect(need(east!).required.count).toEqual(known(0));
});

test('a norm for zones is rounded zone by zone, and the municipality asks what its zones ask', () => {
  // 2.5, 0 and 1.5 places, each rounded up: 3 + 0 + 2.
  const { municipality, zones: [west] } = judge(village(), [{ ...places, level: 'zone' }]);
  expect(need(west!).required.count).toEqual(known(3));
  expect(need(municipality).required.count).toEqual(known(5));
});

test('places that are there fill the requirement; what lies over it in one zone is not missing in another', () => {
  const facilities = [facility('w1', 'wzc', 1200, { capacity: 5 }), facility('w2', 'wzc', 2200, { capacity: 0 })];
  const { municipality, zones: [west, east], unassigned } = judge(village({ facilities }), [places]);
  expect(need(west!)).toMatchObject({ present: { count: known(5) }, missing: { count: known(0) }, filledShare: known(2) });
  expect(need(east!)).toMatchObject({ present: { count: known(0) }, missing: { count: known(0) }, filledShare: notApplicable });
  expect(need(unassigned)).toMatchObject({ present: { count: known(0) }, missing: { count: known(1.5) }, filledShare: known(0) });
  expect(need(municipality)).toMatchObject({ present: { count: known(5) }, missing: { count: known(0) } });
});

test('a capacity nobody gave makes every sum it is in unknown', () => {
  const facilities = [facility('w1', 'wzc', 1200, { capacity: 5 }), facility('w2', 'wzc', 2200)];
  const { municipality, zones: [west, east] } = judge(village({ facilities }), [places]);
  expect(need(west!).present.count).toEqual(known(5));
  expect(need(east!)).toMatchObject({ present: { count: unknown }, missing: { count: unknown }, reservations: [{ code: 'capacity-unknown', facilities: 1 }] });
  expect(need(municipality).present.count).toEqual(unknown);
  expect(municipality.facilities.find(({ category }) => category === 'wzc')).toMatchObject({ facilities: { count: known(2) }, capacity: { count: unknown }, withoutCapacity: 1 });
});

test('none of a category is zero only where the files list it in full', () => {
  const silent = judge(village(), [places]).municipality;
  expect([need(silent).present.count, need(silent).missing.count, codes(need(silent))]).toEqual([unknown, unknown, ['category-not-given']]);
  const listed = judge(village({ inventoried: ['wzc'] }), [places]).municipality;
  expect([need(listed).present.count, need(listed).missing.count, codes(need(listed))]).toEqual([known(0), known(4), []]);
});

test('a facility that is known to be unrecognised fills no norm, and that is said', () => {
  const facilities = [facility('w1', 'wzc', 1200, { capacity: 5, recognised: true }), facility('w2', 'wzc', 1300, { capacity: 7, recognised: false })];
  const { zones: [west] } = judge(village({ facilities }), [places]);
  expect(need(west!)).toMatchObject({ present: { count: known(5) }, reservations: [{ code: 'not-recognised', facilities: 1 }] });
  expect(west!.facilities.find(({ category }) => category === 'wzc')?.facilities.count).toEqual(known(2));
});

test('what opens after the reference year or has closed in it does not count yet or any more', () => {
  const years: readonly [string | null, string | null, number][] = [
    [null, null, 1], ['2020-11-01', null, 1], ['2021', null, 0], [null, '2020-02', 0], [null, '2021-01-01', 1], ['2001', '2019', 0],
  ];
  for (const [opened, closed, count] of years) {
    const open = judge(village({ facilities: [facility('w1', 'wzc', 1200, { capacity: 1, opened, closed })] }), [places]);
    expect([opened, closed, need(open.municipality).present.count]).toEqual([opened, closed, known(count)]);
  }
});

test('a facility outside every block is in no sum, is listed apart, and can still be walked to', () => {
  const analysis = judge(village({ facilities: [facility('s1', 'winkel', -100), facility('w1', 'wzc', 9000, { capacity: 4 })] }), [places, shopNear]);
  expect(need(analysis.municipality).present.count).toEqual(known(0));
  expect(analysis.facilitiesOutside.filter(({ facilities }) => facilities.count.kind === 'known' && facilities.count.value > 0).map(({ category }) => category)).toEqual(['wzc', 'winkel']);
  expect(reach(analysis.zones[0]!).within.count).toEqual(known(4)); // the household at 100, 200 m away
});

test('the facilities of a plan count as the plan has them: closed, moved, merged, added or placed by hand', () => {
  // By the file: w1 (5 places) in West, w2 (3) in East, w3 (4) waits for a place.
  const facts = { category: 'wzc', address: null, recognised: null, functions: [], opened: null, closed: null } as const;
  const given = village({
    facilities: [facility('w1', 'wzc', 1200, { capacity: 5 }), facility('w2', 'wzc', 2200, { capacity: 3 })],
    unplaced: [{ ...facts, id: 'w3', name: 'w3', capacity: 4, source: 2, referenceDate: null, fictitious: true, reason: 'street-unknown', guess: null }],
  });
  const present = (changes: Partial<RegisterChanges>) => {
    const { zones, municipality } = judge(given, [places], { ...plan, register: { ...noRegisterChanges, ...changes } });
    return [...zones, municipality].map((area) => need(area).present.count);
  };
  expect(present({})).toEqual([known(5), known(3), known(8)]);
  expect(present({ overrides: { w2: { closed: '2020-06-30' } } })).toEqual([known(5), known(0), known(5)]);
  expect(present({ overrides: { w2: { closed: '2021' } } })).toEqual([known(5), known(3), known(8)]);
  expect(present({ overrides: { w1: { x: 2100, y: 500 } } })).toEqual([known(0), known(8), known(8)]);
  expect(present({ overrides: { w3: { x: 2100, y: 500 } } })).toEqual([known(5), known(7), known(12)]);
  expect(present({ overrides: { w2: { capacity: 10 } } })).toEqual([known(5), known(10), known(15)]);
  expect(present({ merged: { w2: 'w1' } })).toEqual([known(5), known(0), known(5)]);
  expect(present({ added: [{ ...facts, id: 'w4', name: 'w4', x: 900, y: 500, capacity: 1 }] })).toEqual([known(6), known(3), known(9)]);
});

test('coverage is a share of persons, the distance itself included', () => {
  // A shop at 1,300: a2 at 900 is exactly 400 m away, b1 at 1,500 is 200 m. West: 3 + 6 of 13; east: none of 6.
  const { zones: [west, east], municipality, unassigned } = judge(village({ facilities: [facility('s1', 'winkel', 1300)] }), [shopNear]);
  expect(reach(west!)).toMatchObject({ persons: { count: known(13) }, within: { count: known(9) }, beyond: { count: known(4) }, share: known(9 / 13) });
  expect(reach(east!)).toMatchObject({ within: { count: known(0) }, share: known(0) });
  expect(reach(municipality)).toMatchObject({ persons: { count: known(19), method: 'straight-line' }, reservations: [{ code: 'without-address', persons: 10 }] });
  expect(reach(unassigned)).toMatchObject({ persons: { count: known(0) }, share: notApplicable });
});

test('a distance for the old is measured for the old', () => {
  // 75 and older: 1 at 100, 4 at 1,500. The shop at 1,300 is near the 4.
  const { municipality } = judge(village({ facilities: [facility('s1', 'winkel', 1300)] }), [{ ...shopNear, ages: { from: 75, to: null } }]);
  expect(reach(municipality).share).toEqual(known(4 / 5));
});

test('a zone without inhabitants has no coverage, not full coverage', () => {
  const empty: Plan = { ...plan, zones: [...plan.zones, { id: 'n', name: 'Niets', locked: false }] };
  const nothing = judge(village({ facilities: [facility('s1', 'winkel', 1300)] }), [places, shopNear], empty).zones[2]!;
  expect(reach(nothing)).toMatchObject({ persons: { count: known(0) }, share: notApplicable, reservations: [{ code: 'nobody-concerned' }] });
  expect(need(nothing)).toMatchObject({ required: { count: notApplicable }, missing: { count: notApplicable }, filledShare: notApplicable });
});

test('coverage of something nobody listed is unknown, of something listed and absent it is nil', () => {
  expect(reach(judge(village(), [shopNear]).municipality)).toMatchObject({ share: unknown, reservations: [{ code: 'category-not-given', category: 'winkel' }] });
  expect(reach(judge(village({ inventoried: ['winkel'] }), [shopNear]).municipality).share).toEqual(known(0));
});

test('a norm that is not in force does not apply', () => {
  const analysis = judge(village({ inventoried: ['wzc', 'winkel'] }), [{ ...places, validTo: 2012 }, { ...shopNear, validFrom: 2021 }]);
  expect(need(analysis.municipality)).toMatchObject({ required: { count: notApplicable }, missing: { count: notApplicable }, reservations: [{ code: 'not-in-force', year: 2020, validTo: 2012 }] });
  expect(reach(analysis.municipality).share).toEqual(notApplicable);
  expect(analysis.gaps).toEqual([]);
});

test('a bracket that cuts an age band is not guessed at', () => {
  const cut: Norm[] = [{ ...places, rule: { kind: 'per-age', rates: [{ from: 80, to: null, count: 50, per: 100 }] } }, { ...shopNear, ages: { from: 80, to: null } }];
  const { municipality, zones: [west] } = judge(village({ inventoried: ['winkel'] }), cut);
  expect([need(municipality).required.count, need(west!).required.count]).toEqual([unknown, unknown]);
  expect(reach(west!)).toMatchObject({ share: unknown, reservations: [{ code: 'age-band-cut', bracket: { from: 80, to: null } }] });
});

test('gaps are ranked by persons of 75 and older who go short', () => {
  const facilities = [facility('s1', 'winkel', 2500), facility('w1', 'wzc', 1200, { capacity: 2 })];
  const { gaps } = judge(village({ facilities }), [places, shopNear]);
  // The shop is near c1 only: west has 13 beyond, 5 of them of 75 and older.
  // Places: west 2 of 2.5, so a fifth of its 5 goes short: 1; the rest has 0 of 1.5: all 3.
  expect(gaps.map(({ zone, norm, missing, affected, affected75 }) => [zone, norm, missing, affected, affected75])).toEqual([
    ['w', 'winkel', 13, known(13), known(5)],
    [null, 'plaatsen', 1.5, known(3), known(3)],
    ['w', 'plaatsen', 0.5, known(1), known(1)],
  ]);
});

test('every figure names its year and its files', () => {
  const facilities = [facility('w1', 'wzc', 1200, { capacity: 2 })];
  const { provenance, zones: [west] } = judge(village({ facilities }), [{ ...places, projectionOffset: 5 }, shopNear]);
  expect(provenance).toMatchObject({ dataset: 'd1', normSet: { id: 'proef', version: 3 }, referenceYear: 2020, distances: { method: 'straight-line', detourFactor: 1 } });
  expect(need(west!)).toMatchObject({
    status: 'own', required: { year: 2025, method: 'modelled', sources: [0, 1] }, present: { year: 2020, method: 'measured', sources: [2] }, missing: { sources: [0, 1, 2] },
  });
});

const anyHome = fc.record({
  x: fc.integer({ min: 0, max: 2999 }), persons: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
}).map(({ x, persons }): Home => ({ x, persons, block: Math.floor(x / 1000) }));
const anyHomes = fc.array(anyHome, { minLength: 1, maxLength: 30 });
const anyPlan = fc.array(fc.constantFrom('w', 'o', null), { minLength: 4, maxLength: 4 })
  .map((zones): Plan => ({ ...plan, zoneOfBlock: Object.fromEntries(['A', 'B', 'C', 'D'].flatMap((block, i) => (zones[i] ? [[block, zones[i]]] : []))) }));
const anyFacilities = fc.array(fc.tuple(fc.integer({ min: -500, max: 4500 }), fc.constantFrom('winkel' as const, 'wzc' as const), fc.nat(20)), { maxLength: 8 })
  .map((list) => list.map(([x, category, capacity], i) => facility(`f${i}`, category, x, { capacity })));

const valueOf = (count: { kind: string; value?: number }) => (count.kind === 'not-applicable' ? 0 : count.value!);
const partsOf = ({ zones, unassigned }: PlanAnalysis): readonly AreaAnalysis[] => [...zones, unassigned];
const total = (parts: readonly AreaAnalysis[], value: (area: AreaAnalysis) => number) => parts.reduce((sum, area) => sum + value(area), 0);

test('zones and what is not assigned add up to the municipality', () => {
  fc.assert(fc.property(anyHomes, anyPlan, anyFacilities, fc.constantFrom('ages' as const, 'inhabitants' as const), fc.nat(40), (at, on, facilities, split, minimum) => {
    const norms = { id: 'p', name: 'P', version: 1, norms: [{ ...places, minimum, projectionOffset: 5 }, shopNear] };
    const municipality = village({ facilities, inventoried: ['wzc', 'winkel'] }, at);
    const analysis = analyse(municipality, on, norms, { need: { ...usualNeedSettings, split }, walk: bareLine });
    const [parts, whole] = [partsOf(analysis), analysis.municipality];
    for (const value of [
      (area: AreaAnalysis) => valueOf(area.inhabitants.count),
      (area: AreaAnalysis) => valueOf(area.from75.count),
      (area: AreaAnalysis) => valueOf(need(area).present.count),
      (area: AreaAnalysis) => valueOf(reach(area).within.count),
      (area: AreaAnalysis) => valueOf(reach(area).beyond.count),
      (area: AreaAnalysis) => total([area], ({ facilities: all }) => all.reduce((sum, { facilities: { count } }) => sum + (count.kind === 'known' ? count.value : 0), 0)),
    ]) expect(total(parts, value)).toBe(value(whole));
    expect(total(parts, (area) => need(area).derivation?.exact ?? 0)).toBeCloseTo(need(whole).derivation!.exact, 9);
  }), { numRuns: 80 });
});

test('coverage never falls when the distance grows or a facility is added', () => {
  fc.assert(fc.property(anyHomes, anyFacilities, fc.integer({ min: -500, max: 4500 }), fc.nat(2000), fc.nat(500), (at, facilities, x, near, more) => {
    const within = (all: readonly Facility[], withinMetres: number) =>
      valueOf(reach(judge(village({ facilities: all, inventoried: ['winkel'] }, at), [{ ...shopNear, withinMetres: withinMetres + 1 }]).municipality).within.count);
    const before = within(facilities, near);
    expect(within(facilities, near + more)).toBeGreaterThanOrEqual(before);
    expect(within([...facilities, facility('nieuw', 'winkel', x)], near)).toBeGreaterThanOrEqual(before);
  }), { numRuns: 80 });
});

test('more supply never makes a gap larger', () => {
  let smaller = 0;
  fc.assert(fc.property(anyHomes, anyPlan, anyFacilities, fc.integer({ min: 0, max: 3999 }), fc.nat(20), (at, on, facilities, x, capacity) => {
    const missing = (all: readonly Facility[]) => partsOf(judge(village({ facilities: all, inventoried: ['wzc'] }, at), [places], on)).map((area) => valueOf(need(area).missing.count));
    const after = missing([...facilities, facility('nieuw', 'wzc', x, { capacity })]);
    for (const [index, before] of missing(facilities).entries()) {
      expect(after[index]).toBeLessThanOrEqual(before);
      if (after[index]! < before) smaller++;
    }
  }), { numRuns: 80 });
  // It is about something: a gap did grow smaller, time and again.
  expect(smaller).toBeGreaterThan(10);
});

test('the order of addresses and facilities changes nothing', () => {
  fc.assert(fc.property(anyHomes, anyPlan, anyFacilities, (at, on, facilities) => {
    const figures = (homesInOrder: readonly Home[], inOrder: readonly Facility[]) => judge(village({ facilities: inOrder, inventoried: ['wzc', 'winkel'] }, homesInOrder), [places, shopNear], on);
    expect(figures([...at].reverse(), [...facilities].reverse())).toEqual(figures(at, facilities));
  }), { numRuns: 40 });
});

test('prepared ground gives any plan the figures it would have had alone', () => {
  fc.assert(fc.property(anyHomes, fc.array(anyPlan, { maxLength: 4 }), (at, plans) => {
    const norms = { id: 'p', name: 'P', version: 1, norms: [places, shopNear] };
    const ground = prepareAnalysis(village({ inventoried: ['winkel'] }, at), norms, []);
    for (const on of plans) expect(analysePlan(ground, on)).toEqual(analyse(village({ inventoried: ['winkel'] }, at), on, norms));
  }), { numRuns: 20 });
});

test('an analysis is its own JSON', () => {
  const analysis = judge(village({ facilities: [facility('s1', 'winkel', 1300)] }), [places, shopNear]);
  expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
});

test('only parks known to be large enough count; who has but one of unknown size near leaves the figure unknown', () => {
  const parkNear: DistanceNorm = { ...shopNear, id: 'park', category: 'park', leastCapacity: 1 };
  const facilities = [facility('p1', 'park', 200, { capacity: 2 }), facility('p2', 'park', 1500, { capacity: 0.5 }), facility('p3', 'park', 2500)];
  const { municipality, zones: [west, east] } = judge(village({ facilities }), [parkNear]);
  // West: of the 7 in A the four at 100 m are within 400 m of p1; the 6 at 1,500 m stand in a park of half a hectare.
  expect(reach(west!)).toMatchObject({ persons: { count: known(13) }, within: { count: known(4) }, beyond: { count: known(9) } });
  // East: the six at 2,500 m stand in a park of which nobody knows the size.
  expect(reach(east!)).toMatchObject({ persons: { count: known(6) }, within: { count: unknown }, beyond: { count: unknown }, share: unknown, reservations: [{ code: 'size-unknown', persons: 6, leastCapacity: 1 }] });
  expect(reach(municipality).share).toEqual(unknown);
  expect(judge(village({ facilities }), [parkNear]).gaps.map(({ zone }) => zone)).toEqual(expect.not.arrayContaining(['o']));
});

test('a norm for a function counts facilities of any kind that have it; where no file speaks of functions it is unknown', () => {
  const hubNear: DistanceNorm = { ...shopNear, id: 'zorg-24', category: 'gezinszorg', function: 'zorgkruispunt' };
  const withHub = [facility('w1', 'wzc', 100, { functions: ['zorgkruispunt'] }), facility('l1', 'ldc', 2500, { functions: ['activiteitscentrum'] })];
  expect(reach(judge(village({ facilities: withHub }), [hubNear]).zones[0]!).within.count).toEqual(known(4));
  expect(codes(reach(judge(village({ facilities: [facility('w1', 'wzc', 100)] }), [hubNear]).municipality))).toEqual(['function-not-given']);
});

test('a norm for other towns does not apply; one that differs by class is unknown until somebody says which this is', () => {
  const forTowns = { ...places, condition: { kind: 'urban-class', classes: ['grootstedelijk'] } } as const;
  const as = (urbanClass: 'grootstedelijk' | 'buitengebied' | null) =>
    need(analyse(village(), { ...plan, need: { ...usualNeedSettings, urbanClass } }, { id: 'p', name: 'P', version: 1, norms: [forTowns] }).municipality);
  expect([as('grootstedelijk').required.count.kind, as('buitengebied').required.count.kind, as(null).required.count.kind]).toEqual(['known', 'not-applicable', 'unknown']);
  expect([codes(as('buitengebied'))[0], codes(as(null))[0]]).toEqual(['other-urban-class', 'urban-class-not-chosen']);
  // 29 people on 2 km² are 14.5 per km².
  const thin = village({ boundary: [[Float64Array.of(0, 0, 2000, 0, 2000, 1000, 0, 1000, 0, 0)]] });
  const dense = { ...places, condition: { kind: 'density', from: 125, below: null } } as const;
  expect(need(judge(thin, [dense]).municipality).reservations[0]).toEqual({ code: 'other-density', inhabitantsPerSquareKilometre: 14.5, from: 125, below: null });
  expect(need(judge(thin, [{ ...dense, condition: { kind: 'density', from: null, below: 125 } }]).municipality).required.count).toEqual(known(4));
});

test('a norm that is a share of another asks that share of each of its brackets', () => {
  // 8 people of 75 and older × 50 % × a quarter = 1, West 5/8 of it.
  const { municipality, zones: [west] } = judge(village(), [places, { ...places, id: 'kort', rule: { kind: 'share-of-norm', norm: 'plaatsen', share: 0.25 } }]);
  expect(municipality.needs[1]).toMatchObject({ required: { count: known(1) }, derivation: { lines: [{ from: 75, to: null, count: 12.5, per: 100, persons: 8, amount: 1 }] } });
  expect(west!.needs[1]!.required.count).toEqual(known(0.625));
});
