import { describe, expect, test } from 'vitest';
import { answerReach, classOf, compareReach, dailyDistance, explain, isochrone, notReachedByStreet, personsOf, shareSupply, siteFacilities, withScenario, type ReachArea } from '@woonzorgzones/core/needs';
import { facilitiesOf, metres, seconds } from '@woonzorgzones/core/model';
import { anyWalker, Reason, reachGroundOf, UNREACHED } from '@woonzorgzones/core/network';
import { highsSolver } from '@woonzorgzones/files/solver';
import { collection, feature, importVillage, villageManifest, source } from '../village.ts';
import { driver, wheelchair } from '../travellers.ts';

/*
 * The village with streets, a canal and one bridge. Homes: Kerkstraat 1, 2, 3 at x 729 100, 200, 300 on y 683 100 (on the
 * street); Molenweg 1, 2, 3 at the same x on y 683 900; Statiestraat 1 to 4 at x 730 100 … 730 400, y 683 500: beside no
 * street, 400 m from the nearest. Three people each: nine, nine and twelve.
 *
 *   Molenweg    c(729 050, 683 900) ───────────────── d(730 500, 683 900)
 *   ~~~~~~~~~~~~~~~~~~ canal, y 683 500 ~~~~~~~~~~~~~~~~~~│ Dwarsstraat
 *   Kerkstraat  a(729 050, 683 100) ───────────────── b(730 500, 683 100)
 *
 * Pharmacy at Kerkstraat 1 (729 100, 683 100). Kerkstraat 1, 2, 3: 0, 100, 200 m.
 * Molenweg 1: 1400 + 800 + 1400 = 3600 m; 2: 3500; 3: 3400. Statiestraat 1 to 3: no street within 100 m; 4 is 100 m from the
 * Dwarsstraat, but stands on the line of the canal.
 */
const corners = { a: [729_050, 683_100], b: [730_500, 683_100], c: [729_050, 683_900], d: [730_500, 683_900] } as const;
type Corner = keyof typeof corners;
const street = (from: Corner, to: Corner, naam: string) => feature({ van: from, naar: to, naam, soort: 'straat' }, { type: 'LineString', coordinates: [corners[from], corners[to]] });
const files = {
  'straten.geojson': collection(street('a', 'b', 'Kerkstraat'), street('c', 'd', 'Molenweg'), street('b', 'd', 'Dwarsstraat')),
  'water.geojson': collection(feature({ soort: 'kanaal' }, { type: 'LineString', coordinates: [[728_000, 683_500], [731_500, 683_500]] })),
  'zorg.csv': 'soort,naam,x,y,plaatsen\napotheek,Apotheek,729100,683100,6\n',
};
const document = (withStreets: boolean) => ({
  ...villageManifest,
  files: [
    ...villageManifest.files,
    ...(withStreets ? [{ path: 'straten.geojson', role: 'streets' as const, format: 'geojson' as const, crs: 'EPSG:3812' as const, title: 'Straten', ...source, columns: { name: 'naam', class: 'soort', from: 'van', to: 'naar' } }] : []),
    { path: 'water.geojson', role: 'barriers' as const, format: 'geojson' as const, crs: 'EPSG:3812' as const, title: 'Water', ...source, columns: { kind: 'soort' } },
    { path: 'zorg.csv', role: 'facilities' as const, format: 'csv' as const, crs: 'EPSG:3812' as const, title: 'Zorg', ...source, columns: { category: 'soort', name: 'naam', x: 'x', y: 'y', capacity: 'plaatsen' } },
  ],
});

async function areaOf(withStreets: boolean): Promise<ReachArea> {
  const result = await importVillage(files, document(withStreets));
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  const { municipality } = result.value;
  return { municipality, facilities: facilitiesOf(municipality, {}), ground: reachGroundOf(municipality) };
}
const area = await areaOf(true), withoutStreets = await areaOf(false);
const question = { destination: 'apotheek', profile: anyWalker, limit: { metres: metres(200) } } as const;
const at = (id: string): number => area.municipality.addresses.ids.indexOf(id);
const everybody = personsOf(area.municipality, [...area.municipality.bands.keys()]);

function value<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('coverage', () => {
  const answer = value(answerReach(area, question));

  test('distances along the streets, over the bridge; who has no street says so', () => {
    expect(['kerkstraat-1', 'kerkstraat-2', 'kerkstraat-3', 'molenweg-1', 'molenweg-3'].map((id) => answer.cost[at(id)]! / 1000)).toEqual([0, 100, 200, 3600, 3400]);
    expect(answer.cost[at('statiestraat-1')]).toBe(UNREACHED);
    expect(answer.reason[at('statiestraat-1')]).toBe(Reason.farFromStreet);
    expect(answer.basis.method).toBe('measured');
  });

  test('nine of thirty within 200 m, the limit included; nine beyond it, nine without a street, three in the canal', () => {
    const { all } = answer.coverage;
    expect([all.within, all.persons]).toEqual([9, 30]);
    expect([all.byReason[Reason.beyondLimit], all.byReason[Reason.farFromStreet], all.byReason[Reason.behindBarrier]]).toEqual([9, 9, 3]);
    expect(answer.coverage.bands.reduce((sum, band) => sum + band.within, 0)).toBe(9);
  });

  test('classes break at half the limit, the limit, one and a half and twice the limit', () => {
    const classes = classOf(answer);
    expect(['kerkstraat-1', 'kerkstraat-2', 'kerkstraat-3', 'molenweg-1', 'statiestraat-1'].map((id) => classes[at(id)])).toEqual([0, 0, 1, 4, 5]);
  });

  test('without streets: straight lines with a detour, marked so; the canal is not seen', () => {
    const straight = value(answerReach(withoutStreets, question));
    expect(straight.basis).toMatchObject({ method: 'straight-line', detourFactor: 1.22 });
    // Molenweg 1 lies 800 m north: 976 m.
    expect(straight.cost[at('molenweg-1')]).toBe(976_000);
  });

  test('people who are not reached, by street', () => {
    expect(notReachedByStreet(area.municipality, answer, everybody).map(({ street: name, persons, farthest, byReason }) => [name, persons, farthest, byReason.map(({ reason }) => reason)])).toEqual([
      ['Statiestraat', 12, null, ['far-from-street', 'behind-barrier']], ['Molenweg', 9, 3600, ['beyond-limit']],
    ]);
  });
});

describe('bad input gives a reason', () => {
  test.each([
    ['a negative limit', { ...question, limit: { metres: metres(-1) } }, 'limit-not-usable'],
    ['a limit that is no number', { ...question, limit: { seconds: seconds(NaN) } }, 'limit-not-usable'],
    ['a speed of 0', { ...question, profile: { ...anyWalker, speed: { ...anyWalker.speed, value: 0 } } }, 'speed-not-usable'],
    ['a negative speed', { ...question, profile: { ...anyWalker, speed: { ...anyWalker.speed, value: -1 } } }, 'speed-not-usable'],
    ['a car measured in metres', { ...question, profile: driver }, 'limit-in-metres'],
  ])('%s', (_, asked, code) => {
    expect(answerReach(area, asked)).toMatchObject({ ok: false, error: { code } });
  });

  test('a wheelchair in straight lines', () => {
    expect(answerReach(withoutStreets, { ...question, profile: wheelchair })).toMatchObject({ ok: false, error: { code: 'streets-needed' } });
  });

  test('a limit of 0 reaches who lives at the door only', () => {
    expect(value(answerReach(area, { ...question, limit: { metres: metres(0) } })).coverage.all.within).toBe(3);
  });

  test('no facility: everybody is unreached, each with a reason', () => {
    const { coverage, facility } = value(answerReach(area, { ...question, destination: 'huisarts' }));
    expect(coverage.all.byReason[Reason.noFacility]).toBe(18);
    expect(new Set(facility)).toEqual(new Set([-1]));
    expect(value(answerReach(withoutStreets, { ...question, destination: 'huisarts' })).coverage.all.byReason[Reason.noFacility]).toBe(30);
  });
});

describe('why', () => {
  const answer = value(answerReach(area, question));

  test('the route of Molenweg 2: along three streets, from door to door', () => {
    const why = value(explain(area, answer, 'molenweg-2'));
    expect(why.streets).toEqual([{ name: 'Molenweg', metres: 1300 }, { name: 'Dwarsstraat', metres: 800 }, { name: 'Kerkstraat', metres: 1400 }]);
    expect(why).toMatchObject({ cost: 3500, reason: 'beyond-limit', connectors: { address: 0, facility: 0 }, facility: { name: 'Apotheek' } });
    expect([...why.line.slice(0, 2), ...why.line.slice(-2)]).toEqual([729_200, 683_900, 729_100, 683_100]);
  });

  test('who has no way hears why; an unknown address is named', () => {
    expect(value(explain(area, answer, 'statiestraat-2'))).toMatchObject({ facility: null, cost: null, reason: 'far-from-street' });
    expect(explain(area, answer, 'nergens-1')).toEqual({ ok: false, error: { code: 'address-not-found', address: 'nergens-1' } });
  });

  test('in straight lines the way is the line', () => {
    expect([...value(explain(withoutStreets, value(answerReach(withoutStreets, question)), 'molenweg-1')).line]).toEqual([729_100, 683_900, 729_100, 683_100]);
  });
});

test('an isochrone is cut exactly at the limit and does not cross the canal', () => {
  // From x 729 100 on the Kerkstraat: 50 m west to its end, and east 100, 200, 300, 400 m.
  const bands = value(isochrone(area, question, null));
  expect(bands.map(({ limit, lines }) => ['metres' in limit && limit.metres, lines.map((line) => [line[0], line.at(-2)])])).toEqual(
    [100, 200, 300, 400].map((reach) => [reach, [[729_050, 729_100 + reach]]]));
  expect(isochrone(area, question, 'nergens')).toMatchObject({ ok: false, error: { code: 'facility-not-found' } });
});

describe('a scenario', () => {
  const today = value(answerReach(area, { ...question, limit: { metres: metres(1000) } }));

  test('a footbridge between the two ends in the west: the Molenweg comes within 1 km', () => {
    const scenario = value(withScenario(area, { paths: [Float64Array.of(729_050, 683_900, 729_050, 683_100)], closedCrossings: [] }));
    const answer = value(answerReach(scenario, today.question));
    // Molenweg 1: 50 + 800 + 50.
    expect(answer.cost[at('molenweg-1')]).toBe(900_000);
    // Neither: the Statiestraat and Molenweg 3 (1 100 m); gained: Molenweg 1 and 2; both: the Kerkstraat.
    expect(compareReach(today, answer, everybody).persons).toEqual([15, 0, 6, 9]);
  });

  test('a closed crossing leaves the north without a way', () => {
    const [crossing] = area.municipality.crossings;
    const scenario = value(withScenario(area, { paths: [], closedCrossings: [crossing!.id] }));
    expect(value(answerReach(scenario, today.question)).reason[at('molenweg-1')]).toBe(Reason.otherPart);
    expect(value(answerReach(area, today.question)).cost[at('molenweg-1')]).toBe(3_600_000);
  });

  test('a path that ends nowhere, an unknown crossing, and no streets are refused by name', () => {
    expect(withScenario(area, { paths: [Float64Array.of(729_050, 683_900, 735_000, 690_000)], closedCrossings: [] })).toMatchObject({ ok: false, error: { code: 'path-joins-no-street', path: 0 } });
    expect(withScenario(area, { paths: [], closedCrossings: ['brug'] })).toMatchObject({ ok: false, error: { code: 'unknown-crossing' } });
    expect(withScenario(withoutStreets, { paths: [], closedCrossings: [] })).toMatchObject({ ok: false, error: { code: 'streets-needed-for-scenario' } });
  });
});

test('six places shared by the nine people within 200 m: two thirds each; the others have none', () => {
  const shared = value(shareSupply(area, question, { method: 'two-step', decay: { kind: 'none' }, ages: null }));
  expect(shared.perPerson[at('kerkstraat-2')]).toBeCloseTo(2 / 3, 12);
  expect(shared).toMatchObject({ persons: 30, supply: 6, without: 21, idle: [], unknown: [] });
});

test('the weighted way of daily life; a kind that is nowhere makes it unknown', () => {
  expect(value(dailyDistance(area, anyWalker, { apotheek: 12 })).cost[at('molenweg-1')]).toBe(3_600_000);
  const none = value(dailyDistance(area, anyWalker, { apotheek: 12, winkel: 52 }));
  expect([none.cost[at('kerkstraat-1')], none.categories[none.missing[at('kerkstraat-1')]!]]).toEqual([UNREACHED, 'winkel']);
});

describe('siting', () => {
  const asked = { ...question, newSites: 1, keepExisting: true, candidates: null, weights: [], capacityOfNew: 20 } as const;
  const watch = (): boolean => true;

  test('one more pharmacy reaches the Molenweg: eighteen persons, proven', async () => {
    const answer = value(siteFacilities(area, { ...asked, model: 'most-covered' }, { kind: 'exact', solver: await highsSolver(), seconds: 5 }, watch));
    expect(answer).toMatchObject({ objective: 18, bound: 18, gap: 0, proven: true, persons: 30, outOfReach: 12 });
    expect(answer.sites.map(({ facility, persons }) => [facility === null, persons])).toEqual([[false, 9], [true, 9]]);
  });

  /* Fewest: the pharmacy and one on the Molenweg; a candidate is the first address of each stretch, here Molenweg 1. Mean:
     3 × (0 + 100 + 200) on either side, 1 800 person-metres. Longest: 200 m. The Statiestraat, which nothing reaches, weighs nowhere. */
  test.each([['fewest', 2], ['shortest-mean', 1800], ['shortest-worst', 200]] as const)('%s is proven', async (model, objective) => {
    const answer = value(siteFacilities(area, { ...asked, model }, { kind: 'exact', solver: await highsSolver(), seconds: 5 }, watch));
    expect(answer).toMatchObject({ objective, bound: objective, proven: true });
    expect(answer.sites).toHaveLength(2);
  });

  /* The pharmacy has room for six: Kerkstraat 3 goes to a new place of its own beside the one on the Molenweg. */
  test('with room for six at the pharmacy, two new places are needed, and nobody walks further than to them', async () => {
    const effort = { kind: 'exact', solver: await highsSolver(), seconds: 5 } as const;
    const answer = value(siteFacilities(area, { ...asked, model: 'with-capacity', newSites: 2 }, effort, watch));
    expect(answer.sites.every(({ facility, persons }) => persons <= (facility === null ? 20 : 6))).toBe(true);
    expect(siteFacilities(area, { ...asked, model: 'with-capacity' }, effort, watch)).toMatchObject({ ok: false, error: { code: 'no-plan-found' } });
  });

  /* One place in all, within 200 m: nine persons on either street. The eighteen of their block are vulnerable, the twelve of the
     other are not: the mean over the thirty is 0.6, the deviation √(0.6 × 0.4); weighed 0.5 each counts 1 + 0.5 × 0.4 / √0.24. */
  test('where people are more vulnerable they count for more', () => {
    const { blocks, addresses } = area.municipality;
    const block = addresses.block[at('molenweg-1')]!;
    expect(blocks[block]!.inhabitants).toBe(18);
    const indicators = [{ id: 'alleen', name: 'Alleenwonend', unit: 'percent', year: null, basis: 'block', values: blocks.map((_, b) => (b === block ? 1 : 0)), source: 0 }] as const;
    const asked1 = { ...asked, model: 'most-covered', keepExisting: false, vulnerability: { on: true, weights: [{ indicator: 'alleen', weight: 0.5 }] } } as const;
    const answer = value(siteFacilities({ ...area, municipality: { ...area.municipality, indicators } }, asked1, { kind: 'swap' }, watch));
    expect(answer.objective).toBeCloseTo(9 * (1 + (0.5 * 0.4) / Math.sqrt(0.24)), 9);
    expect(answer.sites).toMatchObject([{ persons: 9 }]);
  });

  test('what is stopped says so', () => {
    expect(siteFacilities(area, { ...asked, model: 'most-covered' }, { kind: 'greedy' }, () => false)).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  test('weights of 0 leave nobody to serve', () => {
    expect(siteFacilities(area, { ...asked, model: 'most-covered', weights: [{ ages: { from: 0, to: null }, weight: 0 }] }, { kind: 'greedy' }, watch)).toMatchObject({ ok: false, error: { code: 'nobody-to-serve' } });
  });
});
