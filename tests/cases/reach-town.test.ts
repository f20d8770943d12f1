import { expect, test } from 'vitest';
import { metres, seconds, type Metres } from '@woonzorgzones/core/model';
import {
  Access, buildStreetGraph, catchments, changeStreets, costTable, coverage, findRoute, indexBarriers, indexStreets, linkPlaces, nearestFacilities, Reason,
  serviceAreaLines, serviceAreas, supplyInReach, Trait, travelNetwork, weightedDistance, type StreetGraph, type TravelNetwork, type TravelProfile,
} from '@woonzorgzones/core/network';
import { footOnly, sketchStreets } from '../street-sketch.ts';
import { driver, walker } from '../travellers.ts';

/*
 * A town on both sides of a canal, worked out on paper. Metres; the canal lies at y = 20; there is one bridge, far east.
 *
 *   J(200,300) ── K(400,300)
 *   │             │
 *   A(0,100) ─ B(200,100) ─ C(400,100) ─ D(600,100)       Noordkaai
 *                                        │  Kanaalbrug, 100 m
 *  ~~~~~~~~~~~~~~~~ canal, y = 20 ~~~~~~~~│~~~~~~~~~~
 *   E(0,0)  ── F(200,0)  ── G(400,0)  ── H(600,0)         Zuidkaai, one way east for cars
 *
 * Homes:      0 north  (100,110): 10 m from the Noordkaai at x = 100, 30 persons
 *             1 south  (300,-20): 20 m from the Zuidkaai at x = 300, 10 persons
 *             2 quay   (100, 30): 30 m from the Zuidkaai but across the canal, 70 m from the Noordkaai, 0 persons
 *             3 far    (3000,3000)
 * Pharmacy:   (100,-10): 10 m from the Zuidkaai at x = 100.
 *
 * north: 10 + 500 (x 100→600) + 100 + 500 (x 600→100) + 10 = 1120; as the crow flies 120.
 * south: 20 + 200 + 10 = 230.    quay: 70 + 500 + 100 + 500 + 10 = 1180.
 */
const nodes = { A: [0, 100], B: [200, 100], C: [400, 100], D: [600, 100], E: [0, 0], F: [200, 0], G: [400, 0], H: [600, 0], J: [200, 300], K: [400, 300] } as const;
const ways = [
  { over: 'A B C D', name: 'Noordkaai' }, { over: 'B J K C', name: 'Lus' },
  { over: 'E F', name: 'Zuidkaai', access: 63 & ~Access.carBackward }, { over: 'F G H', name: 'Zuidkaai', access: 63 & ~Access.carBackward },
];
const bridge = { over: 'D H', name: 'Kanaalbrug', traits: Trait.bridge };
const canal = [Float64Array.of(-100, 20, 700, 20)];
const homes = Float64Array.of(100, 110, 300, -20, 100, 30, 3000, 3000);
const persons = Uint16Array.of(30, 10, 0, 5);
const pharmacy = Float64Array.of(100, -10);

const graphOf = (...all: readonly { readonly over: string }[]): StreetGraph => {
  const built = buildStreetGraph(sketchStreets(nodes, all));
  if (!built.ok) throw new Error(built.error.code);
  return built.value;
};
const town = graphOf(...ways, bridge);

function linked(network: TravelNetwork, places: Float64Array, maxConnector: Metres = metres(100)) {
  return linkPlaces(network, indexStreets(network), places, { maxConnector, barriers: indexBarriers(canal) });
}

function nearest(graph: StreetGraph, profile: TravelProfile, towards: 'from' | 'to' = 'to') {
  const network = travelNetwork(graph, profile, towards);
  return { network, addresses: linked(network, homes), facilities: linked(network, pharmacy), ...nearestFacilities(network, linked(network, pharmacy), linked(network, homes)) };
}

test('the canal makes 120 m as the crow flies 1,120 m on foot', () => {
  const { cost, facility, reason } = nearest(town, walker);
  expect([...cost.subarray(0, 3)]).toEqual([1_120_000, 230_000, 1_180_000]);
  expect([...facility]).toEqual([0, 0, 0, -1]);
  expect([...reason]).toEqual([Reason.reached, Reason.reached, Reason.reached, Reason.farFromStreet]);
});

test('a connector does not step across the canal to a nearer street, and is told apart', () => {
  const { addresses, network } = nearest(town, walker);
  expect([...addresses.connector.subarray(0, 3)]).toEqual([10_000, 20_000, 70_000]);
  expect(network.graph.names[network.graph.edgeName[addresses.edge[2]!]!]).toBe('Noordkaai');
});

test('who can only reach a street across the canal is behind a barrier', () => {
  const network = travelNetwork(town, walker, 'to');
  expect(linked(network, homes, metres(50)).reason[2]).toBe(Reason.behindBarrier);
});

test('the pharmacy in the middle of the canal stands on no street', () => {
  const network = travelNetwork(town, walker, 'to');
  expect(linked(network, Float64Array.of(100, 20)).reason[0]).toBe(Reason.behindBarrier);
});

test('without the bridge the north side has no pharmacy, and says that it is cut off', () => {
  const { cost, reason } = nearest(graphOf(...ways), walker);
  expect([...reason]).toEqual([Reason.otherPart, Reason.reached, Reason.otherPart, Reason.farFromStreet]);
  expect(cost[0]).toBe(0xffffffff);
});

test('a second bridge at B-F shortens the walk by exactly the detour: 800 m; closing it again gives them back', () => {
  const network = travelNetwork(town, walker, 'to');
  const ends = linked(network, Float64Array.of(200, 100, 200, 0));
  const place = (i: number) => ({ edge: ends.edge[i]!, along: ends.along[i]! });
  const changed = changeStreets(town, {
    added: [{ from: place(0), to: place(1), via: new Float64Array(), access: footOnly, traits: Trait.bridge, roadClass: 17, name: 'Voetgangersbrug' }], closed: [],
  });
  if (!changed.ok) throw new Error(changed.error.code);
  const after = travelNetwork(changed.value.graph, walker, 'to');
  const homesThere = changed.value.moveLinks(linked(network, homes)), pharmacyThere = changed.value.moveLinks(linked(network, pharmacy));
  // north: 10 + 100 + 100 + 100 + 10.
  expect([...nearestFacilities(after, pharmacyThere, homesThere).cost.subarray(0, 3)]).toEqual([320_000, 230_000, 380_000]);
  const bridgeEdge = changed.value.graph.edgeName.findIndex((name) => changed.value.graph.names[name] === 'Voetgangersbrug');
  const closed = changeStreets(changed.value.graph, { added: [], closed: [{ edge: bridgeEdge, access: footOnly }] });
  if (!closed.ok) throw new Error(closed.error.code);
  expect([...nearestFacilities(travelNetwork(closed.value.graph, walker, 'to'), pharmacyThere, homesThere).cost.subarray(0, 3)]).toEqual([1_120_000, 230_000, 1_180_000]);
});

test('coverage counts persons, the limit included, and everybody once', () => {
  const { network, ...found } = nearest(town, walker);
  const at = (limit: number) => coverage(network, found, persons, 1, { metres: metres(limit) }).all;
  expect(at(229.999)).toMatchObject({ within: 0, persons: 45, share: { kind: 'known', value: 0 } });
  expect(at(230)).toMatchObject({ within: 10, share: { kind: 'known', value: 10 / 45 } });
  expect(at(1119.999).within).toBe(10);
  expect(at(1120).within).toBe(40);
  expect(at(1120).byReason).toEqual([40, 0, 5, 0, 0, 0, 0, 0]);
  expect(at(0).byReason).toEqual([0, 0, 5, 0, 0, 0, 0, 40]);
});

test('coverage of nobody does not apply; it is not 100 percent', () => {
  const { network, ...found } = nearest(town, walker);
  expect(coverage(network, found, new Uint16Array(4), 1, { metres: metres(500) }).all.share).toEqual({ kind: 'not-applicable' });
});

test('300 m from the pharmacy is 390 m of street, cut at x = 390', () => {
  const { network, facilities } = nearest(town, walker);
  const [near, all] = serviceAreas(network, facilities, [{ metres: metres(300) }, { metres: metres(5000) }]);
  const length = (area: typeof near): number => area!.from.reduce((sum, from, i) => sum + area!.to[i]! - from, 0);
  expect(length(near)).toBe(390_000);
  const spans = serviceAreaLines(network, near!).map((line) => [Math.min(line[0]!, line.at(-2)!), Math.max(line[0]!, line.at(-2)!)]);
  expect(spans).toEqual([[0, 390]]);
  // Every street: 600 + 600 + 100 + 600 (B J K C).
  expect(length(all)).toBe(1_900_000);
});

test('the route says why: along which streets, over which bridge', () => {
  const { network, addresses, facilities } = nearest(town, walker);
  const route = findRoute(network, addresses, 0, facilities, 0);
  if (!route.ok) throw new Error(String(route.error.reason));
  expect(route.value).toMatchObject({
    cost: 1_120_000, streetMillimetres: 1_100_000, startConnector: 10_000, endConnector: 10_000,
    streets: [{ name: 'Noordkaai', millimetres: 500_000 }, { name: 'Kanaalbrug', millimetres: 100_000 }, { name: 'Zuidkaai', millimetres: 500_000 }],
  });
  expect([...route.value.line]).toEqual([100, 100, 200, 100, 400, 100, 600, 100, 600, 0, 400, 0, 200, 0, 100, 0]);
});

test('places per person: 8 places for 10 people within 500 m, for 40 within 1,200 m', () => {
  const { network, addresses, facilities } = nearest(town, walker);
  const within = (limit: number) => {
    const reach = catchments(network, facilities, addresses, { metres: metres(limit) });
    if (!reach.ok) throw new Error(reach.error.code);
    const found = supplyInReach(costTable(network, reach.value, 'metres'), Float64Array.from(persons), [8], { method: 'two-step', decay: { kind: 'none' }, maxCost: limit });
    if (!found.ok) throw new Error(found.error.code);
    return [...found.value.perPerson];
  };
  expect(within(500)).toEqual([0, 0.8, 0, 0]);
  // The quay home holds nobody and still sees what it has in reach.
  expect(within(1200)).toEqual([0.2, 0.2, 0.2, 0]);
});

test('the 24-hour team drives 1,100 m at 10 m/s and walks 10 m at 1 m/s at both ends: 130 s', () => {
  const { network, cost, reason } = nearest(town, driver, 'from');
  // south, by car: 20 + 200/10 + 10 = 50 s, eastward with the traffic.
  expect([...cost.subarray(0, 2)]).toEqual([130_000, 50_000]);
  expect([...reason.subarray(0, 2)]).toEqual([Reason.reached, Reason.reached]);
  expect(coverage(network, { k: 1, cost, facility: new Int32Array(4), reason }, persons, 1, { seconds: seconds(60) }).all.within).toBe(10);
});

test('by car to the pharmacy the Zuidkaai is one way: nobody gets there, and the reason is said', () => {
  const { cost, reason } = nearest(town, driver, 'to');
  expect(cost[0]).toBe(0xffffffff);
  expect([...reason.subarray(0, 2)]).toEqual([Reason.againstOneWay, Reason.againstOneWay]);
});

test('daily life, weighted by visits: 12 a year to the pharmacy, 52 to a shop', () => {
  const network = travelNetwork(town, walker, 'to');
  const addresses = linked(network, homes);
  const found = (places: Float64Array) => nearestFacilities(network, linked(network, places), addresses);
  // A shop on the north side at (300,105), 5 m off: north 10 + 200 + 5 = 215; south 20 + 300 + 100 + 300 + 5 = 725.
  const index = weightedDistance([{ visitsPerYear: 12, nearest: found(pharmacy) }, { visitsPerYear: 52, nearest: found(Float64Array.of(300, 105)) }], 4);
  expect(index.cost[0]).toBe(Math.round((12 * 1_120_000 + 52 * 215_000) / 64));
  expect(index.cost[1]).toBe(Math.round((12 * 230_000 + 52 * 725_000) / 64));
  expect([index.cost[3], index.missing[3]]).toEqual([0xffffffff, 0]);
});
