import { expect, test } from 'vitest';
import { usualNeedSettings, type Facility, type Municipality, type NormSet } from '../../model/index.ts';
import { straightLineTimes } from '../../network/straight-line.ts';
import { analysePlan, prepareAnalysis } from '../analyse.ts';
import type { KernSheet } from '../kern-services.ts';
import { centresNorm, hoursNorm, paperFacility, paperTown, placesNorm, shopNorm } from '../paper-people.ts';
import { kernSheets, walkDaily } from '../kern-services.ts';
import type { Nucleus } from '../../zoning/index.ts';
import { kernPeopleOf } from './kern-roads.ts';
import { proposalsFor } from './propose.ts';
import type { Proposal } from './proposal.ts';

/**
 * West: homes at 100 (4 people) and 1500 (9 people, 4 of them 75+), Oost: homes at 2200 (10, 3 of 75+) and 3500 (6). Straight
 * lines without a detour, so that a walk is the difference of two places.
 */
const walk = straightLineTimes({ method: 'straight-line', detourFactor: 1, detourStatus: 'own', detourSource: null });

const kern = (id: string, name: string, x: number, block: string): Nucleus => ({
  id, name, x, y: 500, block, inhabitants: 1 as Nucleus['inhabitants'], topPerKm2: 1, radiusMetres: 1 as Nucleus['radiusMetres'], dailyFacilities: null, origin: 'found', saddleShare: 0 as Nucleus['saddleShare'],
});

function proposalsOn(facilities: readonly Facility[], norms: NormSet['norms'] = [placesNorm, centresNorm, hoursNorm, shopNorm], more: Partial<Municipality> = {}, nuclei: readonly Nucleus[] = [], circleOfAddress: readonly number[] = []) {
  const { municipality: town, plan } = paperTown(undefined, facilities);
  const municipality = { ...town, fictitious: false, ...more };
  const ground = prepareAnalysis(municipality, { id: 'proef', name: 'Proef', version: 1, norms }, facilities, { need: usualNeedSettings, walk });
  const circles = { circles: [], outside: 0 as never, counted: new Int32Array(), circleOfAddress: Int32Array.from(circleOfAddress) };
  const kernen: readonly KernSheet[] = kernSheets(municipality, ground.people.growth, walkDaily(municipality, ground.supply, walk), nuclei, circles, plan.zoneOfBlock);
  const given = { ground, plan, analysis: analysePlan(ground, plan), kernen, kernPeople: kernPeopleOf(ground, plan, nuclei, circles) };
  const found = proposalsFor(given);
  if (found === null) throw new Error('Got a stopped search.');
  return { given, proposals: found, by: (rule: Proposal['rule']) => found.filter((proposal) => proposal.rule === rule) };
}

test('a building that is there takes the function its zone lacks; where there is none, the neighbour’s centre serves both', () => {
  const { by } = proposalsOn([paperFacility('v1', 'ldc', 1600), paperFacility('v2', 'zorgloket', 1700)]);
  // West: 1600 is an LDC, 1700 a zorgloket (coördinatiepunt by its kind): West lacks the zorgkruispunt only, and no building takes that.
  expect(by('take-function')).toEqual([]);
  // Oost: at 2200 live 3 of 75+, at 3500 none: mean walk 600 m to the LDC, 500 m to the zorgloket.
  expect(by('share-centre').map(({ zone, facts }) => [zone, facts])).toEqual([
    ['o', { rule: 'share-centre', function: 'activiteitscentrum', facility: { id: 'v1', name: 'v1', zone: 'w', zoneName: 'West' }, forName: 'Oost', meanMetres: 600 }],
    ['o', { rule: 'share-centre', function: 'coordinatiepunt', facility: { id: 'v2', name: 'v2', zone: 'w', zoneName: 'West' }, forName: 'Oost', meanMetres: 500 }],
  ]);
});

test('"kan dienstencentrum mee zorgcoördinatie opnemen?": the centre keeps what it does and takes the function, and the gap is gone', () => {
  const { by } = proposalsOn([paperFacility('v1', 'ldc', 1600), paperFacility('v2', 'zorgloket', 2300)]);
  const [first] = by('take-function');
  expect(first).toMatchObject({
    id: 'take-function/w/coordinatiepunt', zone: 'w', steps: [{ kind: 'give-functions', facility: 'v1', functions: ['activiteitscentrum', 'coordinatiepunt'] }],
    // All 13 of West, 5 of them 75+ (1 at 100, 4 at 1500), 2 of 80+.
    effect: { persons: { value: 13 }, from75: { value: 5 }, from80: { value: 2 }, missingBefore: 1, missingAfter: 0 },
    conditions: ['owner-agrees', 'room-in-building', 'staff'], confidence: 'middle', doubts: ['straight-line'],
  });
});

test('a residence grows by what its zone is short of, in whole places', () => {
  // One place for two of 75+: 8 × 0.5 = 4 in town, West 5 × 0.5 = 2.5, Oost 1.5. There are 2 in West and 1 in Oost: short 0.5 and 0.5.
  expect(proposalsOn([paperFacility('v2', 'wzc', 1600, { capacity: 2 }), paperFacility('v4', 'wzc', 2300, { capacity: 1 })]).by('enlarge')).toEqual([]);
  // With 1 in West: short 1.5, so 2 more; its 5 of 75+ × 1.5 / 2.5 = 3 people go short no longer.
  const [west] = proposalsOn([paperFacility('v2', 'wzc', 1600, { capacity: 1 }), paperFacility('v4', 'wzc', 2300, { capacity: 1 })]).by('enlarge');
  expect(west).toMatchObject({
    id: 'enlarge/w/plaatsen', facts: { facility: { id: 'v2' }, from: 1, by: 2, unit: 'plaatsen' }, steps: [{ kind: 'enlarge', facility: 'v2', capacity: 3 }],
    effect: { persons: { value: 3 }, from75: { value: 3 }, places: 2, missingBefore: 1.5, missingAfter: 0 }, doubts: ['own-norm'], confidence: 'middle',
  });
});

test('nothing grows where the town has enough, and nothing of unknown size', () => {
  // 4 asked in town; 9 in West: Oost is short of 1.5 and has a residence, but the town is not.
  expect(proposalsOn([paperFacility('v2', 'wzc', 1600, { capacity: 9 }), paperFacility('v4', 'wzc', 2300, { capacity: 0 })]).by('enlarge')).toEqual([]);
  expect(proposalsOn([paperFacility('v2', 'wzc', 1600)]).by('enlarge')).toEqual([]);
});

test('transport for a service too far to walk to, with who has a stop near', () => {
  // 21 people of 75+ at 1500, no doctor within 400 m; a stop at 1600 is within 300 m of them.
  const homes = Uint16Array.from([2, 1, 1, 0, 3, 2, 12, 9, 5, 2, 2, 1, 5, 1, 0, 0]);
  const { municipality } = paperTown();
  const addresses = { ...municipality.addresses, persons: homes };
  const doctorNorm = { ...shopNorm, id: 'huisarts-400m', category: 'huisarts' as const };
  const { by } = proposalsOn([paperFacility('d1', 'huisarts', 3500), paperFacility('h1', 'halte', 1600)], [doctorNorm], { addresses });
  // West: 4 + 26 = 30 people beyond, 22 of 75+; 26 of them within 300 m of the stop.
  expect(by('transport').map(({ facts }) => facts)).toEqual([{ rule: 'transport', category: 'huisarts', withinMetres: 400, beyond: 30, nearStop: { kind: 'known', value: 26 }, stopMetres: 300 }]);
});

test('new dwellings where there is room, and no more than there is room for; unknown room is said', () => {
  // 13 people in West; the form asks 1 dwelling for every 4 of 75+: 5 / 4 = 1.25 in West, none there; reserve 1 in block A.
  const local = [{
    kind: 'local' as const, id: 'aanleunwonen', label: { nl: 'Aanleunwonen', en: 'Sheltered' }, need: 'aanleunwonen' as const, unit: 'woningen' as const, status: 'own' as const,
    source: { title: 'Proef', url: null, place: null, year: null }, note: null, weighted: false, rates: [{ from: 75, to: null, per: 4, low: 1, middle: 1, high: 1 }],
  }];
  const build = (reserve: Municipality['housingReserve']) => {
    const { municipality: town, plan } = paperTown(undefined, [paperFacility('s1', 'seniorenwoning', 5000, { capacity: 0 }), paperFacility('g1', 'gaw', 5000, { capacity: 0 })]);
    const municipality: Municipality = { ...town, fictitious: false, ...(reserve === undefined ? {} : { housingReserve: reserve }) };
    const ground = prepareAnalysis(municipality, { id: 'proef', name: 'Proef', version: 1, norms: [placesNorm], local }, municipality.facilities, { need: usualNeedSettings, walk });
    const circles = { circles: [], outside: 0 as never, counted: new Int32Array(), circleOfAddress: new Int32Array() };
    return proposalsFor({ ground, plan, analysis: analysePlan(ground, plan), kernen: [], kernPeople: kernPeopleOf(ground, plan, [], circles) })!.filter(({ rule }) => rule === 'new-housing');
  };
  const plot = { id: 'k1', name: 'Kavel', kind: 'kavel' as const, block: 0, dwellings: 1, year: null, form: null, source: 0 };
  expect(build([plot]).find(({ zone }) => zone === 'w')).toMatchObject({ facts: { missing: 2, atMost: 1, reserve: { value: 1 } }, effect: { places: 1, missingBefore: 1.25, missingAfter: 0.25 }, conditions: ['plots-free', 'step-free', 'owner-agrees'] });
  expect(build(undefined).find(({ zone }) => zone === 'w')).toMatchObject({ facts: { missing: 2, atMost: null }, effect: { places: null, missingAfter: null }, doubts: ['own-norm', 'capacity-unknown'], confidence: 'low' });
  expect(build([{ ...plot, dwellings: 0 }]).filter(({ zone }) => zone === 'w')).toEqual([]);
});

test('places beyond the norm turn to the lighter dwellings that are missing, and no more than either', () => {
  const local = [{
    kind: 'local' as const, id: 'verzorgd', label: { nl: 'Verzorgd', en: 'Care' }, need: 'verzorgd-wonen' as const, unit: 'woningen' as const, status: 'own' as const,
    source: { title: 'Proef', url: null, place: null, year: null }, note: null, weighted: false, rates: [{ from: 75, to: null, per: 2, low: 1, middle: 1, high: 1 }],
  }];
  // West asks 2.5 places and has 6: 3 whole places over. It asks 2.5 dwellings and has none: 3. So 3 places turn.
  const { municipality, plan } = paperTown(undefined, [paperFacility('v2', 'wzc', 1600, { capacity: 6 }), paperFacility('g1', 'gaw', 5000, { capacity: 0 })]);
  const ground = prepareAnalysis(municipality, { id: 'proef', name: 'Proef', version: 1, norms: [placesNorm], local }, municipality.facilities, { need: usualNeedSettings, walk });
  const circles = { circles: [], outside: 0 as never, counted: new Int32Array(), circleOfAddress: new Int32Array() };
  const found = proposalsFor({ ground, plan, analysis: analysePlan(ground, plan), kernen: [], kernPeople: kernPeopleOf(ground, plan, [], circles) })!.filter(({ rule }) => rule === 'reorganise');
  expect(found.map(({ zone, facts, steps, effect }) => [zone, facts, steps, effect.places, effect.missingAfter])).toEqual([[
    'w', { rule: 'reorganise', category: 'wzc', unit: 'plaatsen', facility: { id: 'v2', name: 'v2', zone: 'w', zoneName: 'West' }, surplus: 3, form: 'verzorgd-wonen', dwellingsMissing: 2.5 },
    [{ kind: 'enlarge', facility: 'v2', capacity: 3 }], 3, 0,
  ]]);
});

test('two kernen of one zone and a centre in one of them: it takes tasks for the other (Kolderbos for Sledderlo)', () => {
  // West: Kolderbos holds the 4 at 100 and its LDC at 150, Sledderlo the 9 at 1500 (4 of 75+, 2 of 80+), 1,350 m away from it.
  const { by } = proposalsOn([paperFacility('v1', 'ldc', 150)], [shopNorm], {}, [kern('k1', 'Kolderbos', 100, 'A'), kern('k2', 'Sledderlo', 1500, 'B')], [0, 1, -1, -1]);
  expect(by('share-centre').filter(({ zone }) => zone === 'w').map(({ id, facts, effect, steps }) => [id, facts, effect, steps])).toEqual([[
    'share-centre/w/k2', { rule: 'share-centre', function: 'activiteitscentrum', facility: { id: 'v1', name: 'v1', zone: 'w', zoneName: 'West' }, forName: 'Sledderlo', meanMetres: 1350 },
    { persons: { kind: 'known', value: 9 }, from75: { kind: 'known', value: 4 }, from80: { kind: 'known', value: 2 }, places: null, missingBefore: null, missingAfter: null, metresBefore: 1350, metresAfter: 1350 },
    [],
  ]]);
});

test('a small kern has two roads, each with its people-metres', () => {
  // Kern 1 at 1500 holds the 9 at 1500; kern 2 at 2200 the 10 there. A shop, a doctor and a meeting place stand at 2200.
  const facilities = [paperFacility('w1', 'winkel', 2200), paperFacility('d1', 'huisarts', 2200), paperFacility('b1', 'buurthuis', 2200)];
  const { by } = proposalsOn(facilities, [shopNorm], {}, [kern('k1', 'Eerste', 1500, 'B'), kern('k2', 'Tweede', 2200, 'C')], [-1, 0, 1, -1]);
  // Three services 700 m away: 9 people × 700 m × 3 = 18,900 people-metres. In its own middle they would be 0 m away; in Tweede too.
  expect(by('small-kern').map(({ facts }) => facts)).toEqual([{
    rule: 'small-kern', kern: 'k1', kernName: 'Eerste', persons: 9, level: 0, of: 3, services: ['winkel', 'huisarts', 'ontmoeting'],
    buildUp: { peopleMetresNow: 18_900, peopleMetresThen: 0, services: 3, persons: 9 }, move: { peopleMetresNow: 18_900, peopleMetresThen: 0, services: 3, persons: 9, toKern: 'Tweede' },
  }]);
});

test('the same plan gives the same list, worst gap first, with ids of its own', () => {
  const facilities = [paperFacility('v1', 'ldc', 1600), paperFacility('v2', 'wzc', 1700, { capacity: 1 })];
  const { given, proposals } = proposalsOn(facilities);
  expect(JSON.stringify(proposalsFor(given))).toBe(JSON.stringify(proposals));
  expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length);
  const rank = new Map(given.analysis.gaps.map(({ id }, place) => [id, place]));
  const worst = proposals.map(({ gaps }) => Math.min(Infinity, ...gaps.map((gap) => rank.get(gap)!)));
  expect(worst).toEqual(worst.toSorted((a, b) => a - b));
});

test('a search that is stopped gives nothing', () => {
  const { given } = proposalsOn([paperFacility('v1', 'ldc', 1600), paperFacility('v2', 'zorgloket', 2300)]);
  expect(proposalsFor(given, () => false)).toBeNull();
});
