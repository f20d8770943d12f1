import { expect, test } from 'vitest';
import { known, unknown, usualNeedSettings, type Facility, type LocalNeedRule, type NormSet } from '../model/index.ts';
import { straightLineTimes } from '../network/straight-line.ts';
import { addressesBehind } from './addresses-behind.ts';
import { analysePlan, prepareAnalysis, yearsOf } from './analyse.ts';
import { changeFacilities } from './change-facilities.ts';
import { centresNorm, hoursNorm, paperFacility, paperTown, placesNorm, shopNorm } from './paper-people.ts';
import { analyseScenario, groundOfScenario } from './scenario-analysis.ts';
import { facilitiesAfter } from './scenario-facilities.ts';
import { wayChanges } from './way-changes.ts';

/**
 * West: 4 people at 100 (one of 75-79), 9 at 1500 (2 of 75-79, 2 of 80+). Oost: 10 at 2200 (2 of 75-79, 1 of 80+), 6 at 3500
 * (none of 75+). So 5 of 75+ in West, 2 of them 80+; 3 in Oost, 1 of them 80+. Straight lines without a detour.
 */
const settings = { need: usualNeedSettings, walk: straightLineTimes({ method: 'straight-line', detourFactor: 1, detourStatus: 'own', detourSource: null }) };
const norms: NormSet = { id: 'proef', name: 'Proef', version: 1, norms: [placesNorm, centresNorm, hoursNorm, shopNorm] };
const { municipality, plan } = paperTown();
const groundWith = (facilities: readonly Facility[]) => prepareAnalysis(municipality, norms, facilities, settings);
const analysed = (facilities: readonly Facility[]) => analysePlan(groundWith(facilities), plan);
const gapOf = (analysis: ReturnType<typeof analysed>, id: string) => analysis.gaps.find((gap) => gap.id === id);

test('an amount short of its norm: units, share, and the persons behind it by 75 and 80', () => {
  // West asks 5 × 1/2 = 2.5 places and has 1: 1.5 short, 60 %. 60 % of 5 of 75+ is 3, of 2 of 80+ is 1.2, so 1.
  const gap = gapOf(analysed([paperFacility('v2', 'wzc', 1600, { capacity: 1 })]), 'w/plaatsen');
  expect(gap).toMatchObject({ kind: 'amount', required: 2.5, present: 1, missing: 1.5, missingShare: 0.6, affected: known(3), affected75: known(3), affected80: known(1) });
});

test('what people reach on the other side of the border stands beside what stands inside it', () => {
  // A residence of 8 in West, everybody within 5 km: shared out by what each asks, 2.5 : 1.5 of 4, so 5 for West and 3 for Oost.
  const { zones: [west, east] } = analysed([paperFacility('v2', 'wzc', 1600, { capacity: 8 })]);
  expect(west!.needs[0]!.reachable).toMatchObject({ amount: known(5), fromElsewhere: known(0), usedByOthers: known(3), withinMetres: 5000, status: 'unconfirmed', norm: null });
  expect(east!.needs[0]!.reachable).toMatchObject({ amount: known(3), fromElsewhere: known(3), usedByOthers: known(0) });
  expect([east!.needs[0]!.present.count, east!.needs[0]!.missing.count]).toEqual([known(0), known(1.5)]);
});

test('care that is brought home is there where people live, not where its office stands', () => {
  // 80 hours from an office in West; asked 10 hours for each of 75+: 50 in West, 30 in Oost.
  const { zones: [west, east], municipality: town } = analysed([paperFacility('g1', 'gezinszorg', 1500, { capacity: 80 })]);
  expect([west!, east!, town].map(({ needs }) => [needs[2]!.present.count, needs[2]!.missing.count])).toEqual([[known(50), known(0)], [known(30), known(0)], [known(80), known(0)]]);
});

test('a size nobody gave stays unknown through every sum, and is no gap', () => {
  const { zones: [west, east], municipality: town, gaps } = analysed([paperFacility('v2', 'wzc', 1600)]);
  for (const { needs } of [west!, town]) expect([needs[0]!.present.count, needs[0]!.missing.count, needs[0]!.reachable.amount]).toEqual([unknown, unknown, unknown]);
  expect(east!.needs[0]!.reachable.amount).toEqual(unknown);
  expect(gaps.filter(({ norm, zone }) => norm === 'plaatsen' && zone === 'w')).toEqual([]);
  // A size of 0 is a size: nothing is there.
  expect(analysed([paperFacility('v2', 'wzc', 1600, { capacity: 0 })]).zones[0]!.needs[0]!.missing.count).toEqual(known(2.5));
});

test('persons beyond a distance, and the addresses behind them', () => {
  // A shop at 300, within 400 m of the 4 at 100 alone: in West the 9 at 1500 are beyond, 4 of them 75+, 2 of 80+.
  const ground = groundWith([paperFacility('v1', 'winkel', 300)]);
  const gap = gapOf(analysePlan(ground, plan), 'w/winkel-400m')!;
  expect(gap).toMatchObject({ kind: 'distance', required: 13, present: 4, missing: 9, affected: known(9), affected75: known(4), affected80: known(2) });
  expect(addressesBehind(ground, plan, gap)).toEqual([{ address: 'h1', persons: 9, from75: 4, metres: 1200 }]);
});

test('a function nobody fulfils in a zone is a gap for all who live there; where nothing is known of any function, it is not', () => {
  const withCentre = analysed([paperFacility('v3', 'ldc', 1500)]);
  expect(gapOf(withCentre, 'o/functie-activiteitscentrum')).toMatchObject({ kind: 'function', affected: known(16), affected75: known(3), affected80: known(1) });
  expect(gapOf(withCentre, 'w/functie-activiteitscentrum')).toBeUndefined();
  // From 2200 to 1500: 700 m for the 3 of 75+ of Oost.
  expect(withCentre.zones[1]!.functions.functions[0]).toEqual({ function: 'activiteitscentrum', state: 'elsewhere', at: [], nearest: { facility: 'v3', meanMetres: 700 } });
  expect(analysed([paperFacility('v1', 'winkel', 300)]).gaps.filter(({ kind }) => kind === 'function')).toEqual([]);
});

test('where the kind of a building tells one function and no file tells any, the others are not known, and no gap', () => {
  const { zones: [west, east], gaps } = analysed([paperFacility('v1', 'ldc', 1600)]);
  expect([west!, east!].map(({ functions }) => functions.functions.map(({ state }) => state))).toEqual([['present', 'unknown', 'unknown'], ['elsewhere', 'unknown', 'unknown']]);
  expect(gaps.filter(({ kind }) => kind === 'function').map(({ id }) => id)).toEqual(['o/functie-activiteitscentrum']);
});

test('three functions in one building, spread over several, or incomplete', () => {
  const all = ['activiteitscentrum', 'coordinatiepunt', 'zorgkruispunt'] as const;
  const arrangement = (facilities: readonly Facility[]) => analysed(facilities).zones[0]!.functions.arrangement;
  expect(arrangement([paperFacility('a', 'ldc', 1500, { functions: all })])).toBe('one-building');
  expect(arrangement([paperFacility('a', 'ldc', 1500, { functions: ['activiteitscentrum'] }), paperFacility('b', 'wzc', 100, { functions: ['coordinatiepunt', 'zorgkruispunt'] })])).toBe('spread');
  expect(arrangement([paperFacility('a', 'ldc', 1500)])).toBe('incomplete');
});

test('what will open or close later is told with its year, and counts from then', () => {
  const facilities = [
    paperFacility('v2', 'wzc', 1600, { capacity: 10, recognised: true, closed: '2024-06-01' }), paperFacility('v4', 'wzc', 1700, { capacity: 6, opened: '2023' }),
    paperFacility('v5', 'wzc', 100, { capacity: 4, recognised: false }),
  ];
  expect(analysed(facilities).zones[0]!.supplyByDate).toEqual([{
    category: 'wzc', recognised: known(10), notRecognised: known(4), recognitionUnknown: known(0),
    opening: [{ facility: 'v4', year: 2023, capacity: known(6) }], closing: [{ facility: 'v2', year: 2024, capacity: known(10) }],
  }]);
});

test('another year: its people, what is open then, what the norms ask then; a year without ages is told', () => {
  // In 2025 twice as many of 75-79 and of 80+ as now: 10 of 75+ in West, who ask 5 places; v2 is closed by then.
  const table = { year: 2025, brackets: municipality.bands, persons: [15, 6, 10, 6] };
  const later = { ...municipality, ageTables: [table] };
  const ground = prepareAnalysis(later, norms, [paperFacility('v2', 'wzc', 1600, { capacity: 10, closed: '2024' })], { ...settings, year: 2025 });
  const { zones: [west], provenance } = analysePlan(ground, plan);
  expect([west!.from75.count, west!.needs[0]!.required.count, west!.needs[0]!.present.count, provenance.referenceYear]).toEqual([known(10), known(5), known(0), 2025]);
  expect(yearsOf(later)).toEqual([2020, 2025]);
  const today = prepareAnalysis(later, norms, [], settings);
  expect(groundOfScenario(today, { scenarios: [], steps: [], normSet: null, year: 2031 })).toEqual({ ok: false, error: { code: 'year-without-ages', year: 2031, given: [2020, 2025] } });
});

test('closing a shop: who walks further, how far, and that nobody gains', () => {
  // Shops at 300 and 2300. Without the second the 10 at 2200 go from 100 to 1900 m, the 6 at 3500 from 1200 to 3200 m and the 9
  // at 1500 from 800 to 1200 m: 25 people, (1000 + 7200 + 7200) / 25 = 616 before, (19000 + 19200 + 10800) / 25 = 1960 after.
  const before = groundWith([paperFacility('s1', 'winkel', 300), paperFacility('s2', 'winkel', 2300)]);
  const after = changeFacilities(before, [paperFacility('s1', 'winkel', 300)]);
  const ways = wayChanges(before, after, plan);
  expect(ways.find(({ kind }) => kind === 'municipality')).toMatchObject({
    category: 'winkel', longer: { persons: 25, from75: known(7), from80: known(3), meanMetresBefore: 616, meanMetresAfter: 1960, farthestMetresAfter: 3200, withoutWay: 0 }, shorter: { persons: 0 },
  });
  expect(ways.map(({ zone, longer }) => [zone, longer.persons])).toEqual([['w', 9], ['o', 16], [null, 25]]);
});

test('a scenario of one step stands beside its base, figure by figure', () => {
  const base = groundWith([paperFacility('v2', 'wzc', 1600, { capacity: 1 })]);
  const then = groundOfScenario(base, { scenarios: [], steps: [{ kind: 'enlarge', facility: 'v2', capacity: 2 }], normSet: null, year: null });
  if (!then.ok) throw new Error(then.error.code);
  const { against, provenance } = analyseScenario(base, then.value, plan, { id: 's', name: 'Groter' });
  expect(provenance.scenario).toEqual({ id: 's', name: 'Groter' });
  expect(against!.areas[0]!.needs[0]).toMatchObject({ norm: 'plaatsen', missing: { before: known(1.5), after: known(0.5), difference: known(-1) }, present: { difference: known(1) } });
});

test('steps that do not fit say which: nothing is opened twice, nothing that is gone is changed', () => {
  const one = paperFacility('v1', 'winkel', 300);
  const opened = { id: 'v1', category: 'winkel', name: 'v1', address: null, x: 300, y: 500, capacity: null, recognised: null, functions: [], opened: null, closed: null } as const;
  expect(facilitiesAfter([one], [{ kind: 'open', facility: opened }], true)).toEqual({ ok: false, error: { code: 'scenario-facility-taken', step: 0, facility: 'v1' } });
  expect(facilitiesAfter([one], [{ kind: 'close', facility: 'v1' }, { kind: 'move', facility: 'v1', x: 0, y: 0 }], true)).toEqual({ ok: false, error: { code: 'scenario-facility-unknown', step: 1, facility: 'v1' } });
});

test('a facility outside every zone is in no zone, and people still walk to it; a zone without people has no gaps', () => {
  const { zones, facilitiesOutside } = analysed([paperFacility('v1', 'winkel', 4200)]);
  expect(facilitiesOutside.find(({ category }) => category === 'winkel')!.facilities.count).toEqual(known(1));
  expect(zones.map(({ facilities }) => facilities.find(({ category }) => category === 'winkel')!.facilities.count)).toEqual([known(0), known(0)]);
  const empty = { ...plan, zones: [...plan.zones, { id: 'leeg', name: 'Leeg', locked: false }] };
  expect(analysePlan(groundWith([]), empty).gaps.filter(({ zone }) => zone === 'leeg')).toEqual([]);
});

test('a size given as 0 counts as 0 and is said; a size not given leaves the sum unknown', () => {
  const { zones: [west, east] } = analysed([paperFacility('v2', 'wzc', 1600, { capacity: 0 }), paperFacility('v4', 'wzc', 1700, { capacity: 2 }), paperFacility('v5', 'wzc', 2600)]);
  expect(west!.needs[0]).toMatchObject({ present: { count: known(2) }, missing: { count: known(0.5) }, reservations: [{ code: 'capacity-zero', facilities: 1 }] });
  expect(east!.needs[0]).toMatchObject({ present: { count: unknown }, missing: { count: unknown }, reservations: [{ code: 'capacity-unknown', facilities: 1 }] });
});

test('a function given to a building closes that gap of its zone alone; both stand against the base', () => {
  // v3 in West is an activiteitscentrum by its kind; v2 there says it is a zorgkruispunt. Nobody is a coördinatiepunt.
  const base = groundWith([paperFacility('v2', 'wzc', 1600, { capacity: 1, functions: ['zorgkruispunt'] }), paperFacility('v3', 'ldc', 1500)]);
  const then = groundOfScenario(base, { scenarios: [], steps: [{ kind: 'give-functions', facility: 'v3', functions: ['activiteitscentrum', 'coordinatiepunt'] }], normSet: null, year: null });
  if (!then.ok) throw new Error(then.error.code);
  const { against } = analyseScenario(base, then.value, plan, { id: 's', name: 'Functie' });
  expect(against!.gapsClosed.map(({ id }) => id)).toEqual(['w/functie-coordinatiepunt']);
  expect(against!.gapsOpened).toEqual([]);
  expect(against!.areas.map(({ zone, functions }) => [zone, functions[1]])).toEqual([
    ['w', { function: 'coordinatiepunt', before: 'missing', after: 'present' }], ['o', { function: 'coordinatiepunt', before: 'missing', after: 'elsewhere' }],
    [null, { function: 'coordinatiepunt', before: 'missing', after: 'elsewhere' }], [null, { function: 'coordinatiepunt', before: 'missing', after: 'present' }],
  ]);
});

test('local need in another year stands against that of the base', () => {
  // One in five of 75 and older: West 5 × 0.2 = 1 now; in 2025 there are twice as many of 75-79 and as many of 80+: (3 × 2 + 2) × 0.2 = 1.6.
  const care: LocalNeedRule = {
    kind: 'local', id: 'zorg', label: { nl: 'Zorg', en: 'Care' }, need: 'zorgbehoefte', unit: 'personen', status: 'own', source: placesNorm.source, note: null, weighted: false,
    rates: [{ from: 75, to: null, per: 10, low: 1, middle: 2, high: 3 }],
  };
  const later = { ...municipality, ageTables: [{ year: 2025, brackets: municipality.bands, persons: [15, 6, 10, 3] }] };
  const base = prepareAnalysis(later, { ...norms, local: [care] }, [], settings);
  const then = groundOfScenario(base, { scenarios: [], steps: [], normSet: null, year: 2025 });
  if (!then.ok) throw new Error(then.error.code);
  const { rule, estimate } = analyseScenario(base, then.value, plan, { id: 's', name: '2025' }).against!.areas[0]!.localNeeds[0]!;
  expect([rule, estimate.before]).toEqual(['zorg', known(1)]);
  expect([estimate.after, estimate.difference].map((count) => (count.kind === 'known' ? Math.round(count.value * 1e9) / 1e9 : NaN))).toEqual([1.6, 0.6]);
});
