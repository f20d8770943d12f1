import { describe, expect, test } from 'vitest';
import { known, metres, notApplicable } from '@woonzorgzones/core/model';
import {
  Access, buildStreetGraph, catchments, costTable, coverage, findRoute, nearestFacilities, Reason, reachGround, serviceAreaLines, serviceAreas, supplyInReach, UNREACHED, vertexCount,
} from '@woonzorgzones/core/network';
import { sketchStreets } from '../street-sketch.ts';
import { walker } from '../travellers.ts';

type Nodes = Parameters<typeof sketchStreets>[0];

/** Everything that reach answers about homes and shops, so that no part of it can hold what is no number unseen. */
function everyAnswer(nodes: Nodes, overs: readonly string[], homes: readonly number[], shops: readonly number[]) {
  const built = buildStreetGraph(sketchStreets(nodes, overs.map((over) => ({ over }))));
  if (!built.ok) throw new Error(built.error.code);
  const { network, addresses, link } = reachGround(built.value, [], Float64Array.from(homes)).traveller(walker, 'to');
  const facilities = link(Float64Array.from(shops));
  const { cost, facility, reason } = nearestFacilities(network, facilities, addresses, { k: 2 });
  const reach = catchments(network, facilities, addresses, { metres: metres(1000) });
  if (!reach.ok) throw new Error(reach.error.code);
  const persons = new Float64Array(homes.length / 2).fill(2);
  const places = Array.from({ length: shops.length / 2 }, () => 4);
  const supply = supplyInReach(costTable(network, reach.value, 'metres'), persons, places, { method: 'two-step', decay: { kind: 'gaussian', sigma: 250 }, maxCost: 1000 });
  if (!supply.ok) throw new Error(supply.error.code);
  const areas = serviceAreas(network, facilities, [{ metres: metres(0) }, { metres: metres(1000) }]);
  const lines = areas.map((area) => serviceAreaLines(network, area));
  const route = findRoute(network, addresses, 0, facilities, 0);
  const line = route.ok ? route.value.line : new Float64Array();
  expect([...lines.flat().flatMap((one) => [...one]), ...line, ...supply.value.perPerson].every(Number.isFinite)).toBe(true);
  return { vertices: vertexCount(built.value), cost: [...cost], facility: [...facility], reason: [...reason], perPerson: [...supply.value.perPerson], route: route.ok ? route.value.cost : null };
}

describe('a graph of one node', () => {
  /* A ring of 400 m that no other street touches: one vertex, wherever on the ring it is put, and one edge to itself. */
  const ring = { a: [0, 0], b: [100, 0], c: [100, 100], d: [0, 100] } as const;

  test('round the corner is 10 + 10 + 10 + 10 m, to the other side half the ring: 10 + 200 + 10 m', () => {
    const round = everyAnswer(ring, ['a b c d a'], [10, -10, 50, -10], [-10, 10, 50, 110]);
    expect(round.vertices).toBe(1);
    // From (10, 0): 20 m to (0, 10) by a; 10 + 100 + 50 m to (50, 100) by a and d. From (50, 0): 60 m, and 200 m either way.
    expect(round.cost).toEqual([40_000, 180_000, 80_000, 220_000]);
    expect(round.facility).toEqual([0, 1, 0, 1]);
    expect(round.route).toBe(40_000);
  });

  test('a street of one node is no street, and says so', () => {
    for (const over of ['a', 'a a']) expect(buildStreetGraph(sketchStreets(ring, [{ over }]))).toEqual({ ok: false, error: { code: 'no-streets' } });
    expect(buildStreetGraph(sketchStreets({}, []))).toEqual({ ok: false, error: { code: 'no-streets' } });
  });
});

describe('duplicated points', () => {
  test('homes and shops all at one door: 0 m, the first shop first, each home its share', () => {
    const all = everyAnswer({ a: [0, 0], b: [100, 0] }, ['a b'], [50, 0, 50, 0], [50, 0, 50, 0]);
    expect(all.cost).toEqual([0, 0, 0, 0]);
    expect(all.facility).toEqual([0, 1, 0, 1]);
    // Two shops of 4 places, four people at no distance from either: 4/4 + 4/4.
    expect(all.perPerson).toEqual([2, 2]);
    expect(all.route).toBe(0);
  });

  test('a street without length between two nodes at one place is passed at no cost', () => {
    // a ── b=b2 ── c with side streets at b and b2, so that b b2 is an edge of its own; the second home stands 4 m off a b, 6 m before that place.
    const nodes = { a: [0, 0], b: [100, 0], b2: [100, 0], c: [200, 0], e: [100, 80], f: [100, -80] } as const;
    const passed = everyAnswer(nodes, ['a b', 'b b2', 'b2 c', 'b e', 'b2 f'], [10, 0, 94, 4], [190, 0, 190, 0]);
    expect(passed.cost).toEqual([180_000, 180_000, 100_000, 100_000]);
    expect(passed.reason).toEqual([Reason.reached, Reason.reached]);
  });

  test('the same street drawn twice is as long as once; a shop on a street that meets none is cut off', () => {
    for (const overs of [['a b'], ['a b', 'a b'], ['a b', 'b a']]) {
      const drawn = everyAnswer({ a: [0, 0], b: [100, 0] }, overs, [10, 0], [90, 0, 90, 0]);
      expect([drawn.cost, drawn.facility, drawn.route]).toEqual([[80_000, 80_000], [0, 1], 80_000]);
    }
    const apart = everyAnswer({ a: [0, 0], b: [100, 0], p: [0, 300], q: [100, 300] }, ['a b', 'p q'], [10, 0], [90, 300]);
    expect([apart.cost, apart.facility, apart.reason]).toEqual([[UNREACHED, UNREACHED], [-1, -1], [Reason.otherPart]]);
  });
});

describe('places no street leads to, and streets one cannot take', () => {
  const street = { a: [0, 0], b: [1000, 0] } as const;

  test('an address 3 km from any street, one without a place, and one on an island each say why', () => {
    const nodes = { ...street, p: [0, 900], q: [400, 900] } as const;
    const homes = [500, 3000, Number.NaN, 0, 200, 900, 900, 0];
    const all = everyAnswer(nodes, ['a b', 'p q'], homes, [100, 0]);
    expect(all.reason).toEqual([Reason.farFromStreet, Reason.noPosition, Reason.otherPart, Reason.reached]);
    expect(all.cost.filter((_, i) => i % 2 === 0)).toEqual([UNREACHED, UNREACHED, UNREACHED, 800_000]);
    expect(all.perPerson).toEqual([0, 0, 0, 2]);
    expect(all.route).toBeNull();
  });

  test('a shop in the canal is a shop nobody can go to', () => {
    const built = buildStreetGraph(sketchStreets(street, [{ over: 'a b' }]));
    if (!built.ok) throw new Error(built.error.code);
    // The canal runs 30 m north of the street; the shop stands on its line.
    const { network, addresses, link } = reachGround(built.value, [Float64Array.of(-100, 30, 1100, 30)], Float64Array.of(100, 0)).traveller(walker, 'to');
    const shop = link(Float64Array.of(500, 30));
    expect([shop.edge[0], shop.reason[0]]).toEqual([-1, Reason.behindBarrier]);
    expect([...nearestFacilities(network, shop, addresses).reason]).toEqual([Reason.noFacility]);
  });

  test('against one-way traffic there is no way, and that is the reason', () => {
    const built = buildStreetGraph(sketchStreets(street, [{ over: 'a b', access: Access.footForward }]));
    if (!built.ok) throw new Error(built.error.code);
    const { network, addresses, link } = reachGround(built.value, [], Float64Array.of(900, 0, 100, 0)).traveller(walker, 'to');
    const { cost, reason } = nearestFacilities(network, link(Float64Array.of(500, 0)), addresses);
    expect([[...cost], [...reason]]).toEqual([[UNREACHED, 400_000], [Reason.againstOneWay, Reason.reached]]);
  });

  test('no shop, nobody, and a limit of 0 leave no figure that is no number', () => {
    const none = everyAnswer(street, ['a b'], [100, 0], []);
    expect([none.reason, none.perPerson]).toEqual([[Reason.noFacility], [0]]);
    const built = buildStreetGraph(sketchStreets(street, [{ over: 'a b' }]));
    if (!built.ok) throw new Error(built.error.code);
    const { network, addresses, link } = reachGround(built.value, [], Float64Array.of(100, 0)).traveller(walker, 'to');
    const found = nearestFacilities(network, link(Float64Array.of(100, 0)), addresses);
    expect(coverage(network, found, Float64Array.of(0), 1, { metres: metres(0) }).all).toMatchObject({ within: 0, persons: 0, share: notApplicable });
    expect(coverage(network, found, Float64Array.of(2), 1, { metres: metres(0) }).all).toMatchObject({ within: 2, persons: 2, share: known(1) });
    expect(coverage(network, found, Float64Array.of(2), 1, { metres: metres(-1) }).all).toMatchObject({ within: 0, persons: 2 });
  });
});
