import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metres } from '@woonzorgzones/core/model';
import {
  BoundedSearch, catchments, changeStreets, costTable, coverage, decodeStreetGraph, encodeStreetGraph, findRoute, inSharedMemory, nearestFacilities, Reason,
  searchKNearest, searchNearest, serviceAreas, supplyInReach, travelNetwork, UNREACHED,
  type Catchments, type CostTable, type Decay, type FloatingMethod, type Links, type StreetGraph, type TravelNetwork,
} from '@woonzorgzones/core/network';
import { graphOfTown, randomTown, throwDarts, type RandomTown } from '../random-streets.ts';
import { slowCosts } from '../slow-reach.ts';
import { footOnly } from '../street-sketch.ts';
import { walker } from '../travellers.ts';

/** The town with no street of no length: where corners coincide, "the next stretch begins where this one ends" is hard to say. */
const stretched = (town: RandomTown): RandomTown => ({ ...town, ways: town.ways.map((way) => ({ ...way, steps: way.steps!.map((step) => step || 4) })) });

interface Ready {
  readonly graph: StreetGraph;
  readonly network: TravelNetwork;
  readonly facilities: Links;
  readonly addresses: Links;
}

const ready = (town: RandomTown, towards: 'from' | 'to' = 'from'): Ready | null => {
  const graph = graphOfTown(town);
  return graph && { graph, network: travelNetwork(graph, walker, towards), facilities: throwDarts(graph, town.facilities), addresses: throwDarts(graph, town.addresses) };
};

/** Runs the claim on towns that have streets. */
const holds = (claim: (of: Ready, town: RandomTown) => void, { oneWay = true, towards = 'from', runs = 300, towns = randomTown(oneWay) }: { readonly oneWay?: boolean; readonly towards?: 'from' | 'to'; readonly runs?: number; readonly towns?: fc.Arbitrary<RandomTown> } = {}): void =>
  fc.assert(fc.property(towns, (town) => {
    const of = ready(town, towards);
    if (of !== null) claim(of, town);
  }), { numRuns: runs, seed: 20081 });

const reach = (network: TravelNetwork, facilities: Links, addresses: Links, limit = 1e6): Catchments => {
  const found = catchments(network, facilities, addresses, { metres: metres(limit) });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

const some = (links: Links, rows: readonly number[]): Links => ({
  edge: Int32Array.from(rows, (i) => links.edge[i]!), along: Uint32Array.from(rows, (i) => links.along[i]!),
  connector: Uint32Array.from(rows, (i) => links.connector[i]!), reason: Uint8Array.from(rows, (i) => links.reason[i]!),
});
const rowsOf = (links: Links): readonly number[] => Array.from(links.edge.keys());

describe('distances', () => {
  test.each(['from', 'to'] as const)('are those of the slow way, with whose they are, for one and for three nearest (%s)', (towards) => {
    holds(({ graph, network, facilities, addresses }) => {
      const slow = slowCosts(travelNetwork(graph, walker, 'from'), [facilities, addresses]);
      const count = facilities.edge.length;
      for (const k of [1, 3]) {
        const found = nearestFacilities(network, facilities, addresses, { k });
        rowsOf(addresses).forEach((i) => {
          const ways = rowsOf(facilities).map((f) => ({ f, cost: towards === 'from' ? slow[f]![count + i]! : slow[count + i]![f]! }));
          const best = ways.filter(({ cost }) => cost < Infinity).sort((a, b) => a.cost - b.cost || a.f - b.f).slice(0, k);
          const expected = Array.from({ length: k }, (_, j) => best[j] ?? { f: -1, cost: UNREACHED });
          expect(Array.from({ length: k }, (_, j) => ({ f: found.facility[i * k + j]!, cost: found.cost[i * k + j]! }))).toEqual(expected);
          expect(found.reason[i] === Reason.reached).toBe(best.length > 0);
        });
      }
    }, { towards });
  });

  test('in catchments are the same, and end at the limit, the limit included', () => {
    holds(({ network, facilities, addresses }) => {
      const slow = slowCosts(network, [facilities, addresses]);
      const count = facilities.edge.length;
      for (const limit of [0, 3, 10, 1e6]) {
        const found = reach(network, facilities, addresses, limit);
        rowsOf(facilities).forEach((f) => {
          const expected = rowsOf(addresses).map((i) => ({ i, cost: slow[f]![count + i]! })).filter(({ cost }) => cost <= limit * 1000);
          const pairs = Array.from(found.address.subarray(found.first[f], found.first[f + 1]), (i, j) => ({ i, cost: found.cost[found.first[f]! + j]! }));
          expect(pairs).toEqual(expected);
        });
      }
    });
  });

  test('of the bucket queue, the heap and the bounded search are the same numbers', () => {
    holds(({ graph, network }) => {
      const vertices = graph.vertexXy.length / 2;
      const seeds = { vertex: Int32Array.of(0, vertices - 1, vertices >> 1), cost: Uint32Array.of(0, 7, 7), label: Int32Array.of(2, 1, 0) };
      for (const limit of [undefined, 4000, 0]) {
        const bucket = searchNearest(network, seeds, limit), heap = searchKNearest(network, seeds, 1, limit);
        expect(bucket).toEqual(heap);
        const bounded = new BoundedSearch(network);
        seeds.vertex.forEach((vertex, i) => bounded.start(vertex, seeds.cost[i]!, limit ?? Infinity));
        bounded.run(limit);
        expect([...bounded.cost]).toEqual([...bucket.cost]);
      }
    });
  });

  test('obey the triangle', () => {
    holds(({ network, addresses }) => {
      // From street to street, so that no connector is walked twice.
      const onStreet: Links = { ...addresses, connector: new Uint32Array(addresses.edge.length) };
      const way = rowsOf(onStreet).map((a) => nearestFacilities(network, some(onStreet, [a]), onStreet).cost);
      for (const a of rowsOf(onStreet)) for (const b of rowsOf(onStreet)) for (const c of rowsOf(onStreet)) {
        if (way[a]![b] !== UNREACHED && way[b]![c] !== UNREACHED) expect(way[a]![c]).toBeLessThanOrEqual(way[a]![b]! + way[b]![c]!);
      }
    });
  });

  test('to the nearest are the least of those to each, whatever blocks the facilities are dealt in', () => {
    holds(({ network, facilities, addresses }) => {
      const all = nearestFacilities(network, facilities, addresses).cost;
      const half = rowsOf(facilities).filter((f) => f % 2 === 0), rest = rowsOf(facilities).filter((f) => f % 2 === 1);
      const parts = [half, rest].map((rows) => nearestFacilities(network, some(facilities, rows), addresses).cost);
      rowsOf(addresses).forEach((i) => expect(all[i]).toBe(Math.min(parts[0]![i]!, parts[1]![i]!)));
      const whole = reach(network, facilities, addresses);
      const dealt = [half, rest].map((rows) => reach(network, some(facilities, rows), addresses));
      rowsOf(facilities).forEach((f) => {
        const own = dealt[f % 2]!, row = f >> 1;
        expect([...own.cost.subarray(own.first[row], own.first[row + 1])]).toEqual([...whole.cost.subarray(whole.first[f], whole.first[f + 1])]);
      });
    });
  });

  test('never grow when a street or a facility is added', () => {
    holds(({ graph, network, facilities, addresses }, town) => {
      const before = nearestFacilities(network, facilities, addresses).cost;
      const more = throwDarts(graph, [...town.facilities, { street: 1, share: 0.5, connector: 1, linked: true }]);
      nearestFacilities(network, more, addresses).cost.forEach((cost, i) => expect(cost).toBeLessThanOrEqual(before[i]!));
      const edge = graph.edgeFrom.length - 1;
      const changed = changeStreets(graph, {
        added: [{ from: { edge: 0, along: Math.floor(graph.edgeLength[0]! / 3) }, to: { edge, along: Math.floor(graph.edgeLength[edge]! / 2) }, via: new Float64Array(), access: footOnly, traits: 0, roadClass: 0, name: null }],
        closed: [],
      });
      if (!changed.ok) throw new Error(changed.error.code);
      const after = nearestFacilities(travelNetwork(changed.value.graph, walker, 'from'), changed.value.moveLinks(facilities), changed.value.moveLinks(addresses)).cost;
      after.forEach((cost, i) => expect(cost).toBeLessThanOrEqual(before[i]!));
    });
  });

  test('stay when a street is added that nobody may use, and never shrink when one is closed', () => {
    holds(({ graph, network, facilities, addresses }) => {
      const before = nearestFacilities(network, facilities, addresses).cost;
      const useless = changeStreets(graph, {
        added: [{ from: { edge: 0, along: graph.edgeLength[0]! >> 1 }, to: { edge: 0, along: 0 }, via: new Float64Array(), access: 0, traits: 0, roadClass: 0, name: 'x' }], closed: [],
      });
      if (!useless.ok) throw new Error(useless.error.code);
      expect(nearestFacilities(travelNetwork(useless.value.graph, walker, 'from'), useless.value.moveLinks(facilities), useless.value.moveLinks(addresses)).cost).toEqual(before);
      const closed = changeStreets(graph, { added: [], closed: [{ edge: 0, access: footOnly }] });
      if (!closed.ok) throw new Error(closed.error.code);
      nearestFacilities(travelNetwork(closed.value.graph, walker, 'from'), facilities, addresses).cost.forEach((cost, i) => expect(cost).toBeGreaterThanOrEqual(before[i]!));
    });
  });

  test('do not depend on the order of nodes and streets in the file', () => {
    fc.assert(fc.property(randomTown(false), fc.integer(), ({ nodes, ways }, seed) => {
      const graph = graphOfTown({ nodes, ways });
      if (graph === null) return;
      const turn = <T>(list: readonly T[]): T[] => list.map((item, i) => ({ item, key: Math.imul(i + 1, seed | 1) >>> 0 })).sort((a, b) => a.key - b.key).map(({ item }) => item);
      const other = graphOfTown({ nodes: Object.fromEntries(turn(Object.entries(nodes))), ways: turn(ways) })!;
      const between = (of: StreetGraph): ReadonlyMap<string, number> => {
        const network = travelNetwork(of, walker, 'from');
        const name = (v: number): string => `${of.vertexXy[2 * v]!} ${of.vertexXy[2 * v + 1]!}`;
        const all = new Map<string, number>();
        for (let v = 0; v < of.vertexXy.length / 2; v++) {
          const { cost } = searchNearest(network, { vertex: Int32Array.of(v), cost: Uint32Array.of(0), label: Int32Array.of(0) });
          cost.forEach((by, w) => all.set(`${name(v)} → ${name(w)}`, by));
        }
        return all;
      };
      const first = between(graph), second = between(other);
      // A ring that nothing touches opens at a corner that may be another one; the corners both know must agree.
      for (const [pair, by] of first) if (second.has(pair)) expect(second.get(pair)).toBe(by);
    }), { numRuns: 200, seed: 3 });
  });

  test('are the same from a file, and from memory shared with other threads', () => {
    holds(({ graph, facilities, addresses, network }) => {
      const before = nearestFacilities(network, facilities, addresses);
      for (const into of ['file', 'shared-memory'] as const) {
        const read = decodeStreetGraph(encodeStreetGraph(graph, into));
        if (!read.ok) throw new Error(read.error.code);
        expect(nearestFacilities(travelNetwork(read.value, walker, 'from'), facilities, addresses)).toEqual(before);
      }
      expect(nearestFacilities(inSharedMemory(network), inSharedMemory(facilities), addresses)).toEqual(before);
    }, { runs: 100 });
  });
});

describe('routes', () => {
  test.each(['from', 'to'] as const)('are as long as the distance, and hang together (%s)', (towards) => {
    holds(({ graph, network, facilities, addresses }) => {
      const [starts, ends] = towards === 'from' ? [facilities, addresses] : [addresses, facilities];
      const slow = slowCosts(travelNetwork(graph, walker, 'from'), [starts, ends]);
      rowsOf(starts).slice(0, 3).forEach((a) => rowsOf(ends).slice(0, 3).forEach((b) => {
        const cost = slow[a]![starts.edge.length + b]!;
        const route = findRoute(network, starts, a, ends, b);
        expect(route.ok).toBe(cost < Infinity);
        if (!route.ok) return;
        expect(route.value.cost).toBe(cost);
        expect(route.value.streetMillimetres + route.value.startConnector + route.value.endConnector).toBe(cost);
        const vertexAt = (edge: number, at: number): number => (at === 0 ? graph.edgeFrom[edge]! : at === graph.edgeLength[edge] ? graph.edgeTo[edge]! : -1);
        route.value.stretches.forEach(({ edge, from, to }, i, all) => {
          expect(from <= to ? graph.edgeAccess[edge]! & 1 : graph.edgeAccess[edge]! & 2).not.toBe(0);
          const next = all[i + 1];
          if (next !== undefined) expect(vertexAt(next.edge, next.from)).toBe(vertexAt(edge, to));
        });
      }));
    }, { towards, towns: randomTown().map(stretched) });
  });
});

describe('coverage and service areas', () => {
  test('grow with the limit; a place is in the area exactly when its distance is within the limit', () => {
    holds(({ network, facilities, addresses }) => {
      const limits = [0, 1, 5, 12, 1000];
      const found = nearestFacilities(network, facilities, addresses);
      const persons = new Uint16Array(addresses.edge.length).fill(1);
      const shares = limits.map((limit) => coverage(network, found, persons, 1, { metres: metres(limit) }).all);
      shares.forEach((all, i) => {
        expect(all.byReason.reduce((a, b) => a + b, 0)).toBe(all.persons);
        if (i > 0) expect(all.within).toBeGreaterThanOrEqual(shares[i - 1]!.within);
      });
      const onStreet: Links = { ...addresses, connector: addresses.connector.map((value) => (value === UNREACHED ? value : 0)) };
      const street = nearestFacilities(network, facilities, onStreet).cost;
      serviceAreas(network, facilities, limits.map((limit) => ({ metres: metres(limit) }))).forEach((area, n) => {
        rowsOf(onStreet).forEach((i) => {
          const within = street[i]! <= limits[n]! * 1000;
          const inside = area.edge.some((edge, row) => edge === onStreet.edge[i] && area.from[row]! <= onStreet.along[i]! && onStreet.along[i]! <= area.to[row]!);
          if (inside) expect(within).toBe(true);
          // A single point has no stretch; anything more is drawn.
          if (within && street[i]! < limits[n]! * 1000) expect(inside).toBe(true);
        });
      });
    }, { oneWay: false });
  });
});

describe('supply in reach', () => {
  const decays: readonly Decay[] = [{ kind: 'none' }, { kind: 'steps', steps: [{ upTo: 5, weight: 1 }, { upTo: 20, weight: 0.4 }] }, { kind: 'gaussian', sigma: 8 }];
  const perPerson = (table: CostTable, people: Float64Array, supply: readonly number[], method: FloatingMethod, decay: Decay, maxCost = 20) => {
    const found = supplyInReach(table, people, supply, { method, decay, maxCost });
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };
  const given = (people: Float64Array, each: Float64Array): number => each.reduce((sum, value, i) => sum + value * people[i]!, 0);

  test('adds up to the supply that is not idle; the modified method gives out no more', () => {
    holds(({ network, facilities, addresses }) => {
      const table = costTable(network, reach(network, facilities, addresses), 'metres');
      const people = Float64Array.from(addresses.edge, (_, i) => 1 + (i % 4)), supply = rowsOf(facilities).map((f) => 2 + f);
      for (const decay of decays) {
        for (const method of ['two-step', 'three-step'] as const) {
          const { perPerson: each, idle } = perPerson(table, people, supply, method, decay);
          const offered = supply.reduce((sum, value, f) => (idle.includes(f) ? sum : sum + value), 0);
          expect(given(people, each)).toBeCloseTo(offered, 9);
        }
        const { perPerson: each, idle } = perPerson(table, people, supply, 'modified', decay);
        expect(given(people, each)).toBeLessThanOrEqual(supply.reduce((sum, value, f) => (idle.includes(f) ? sum : sum + value), 0) + 1e-9);
      }
    });
  });

  test('with one facility within reach of all is supply by persons; with c times the people it is a c-th', () => {
    holds(({ network, facilities, addresses }) => {
      const table = costTable(network, reach(network, facilities, addresses), 'metres');
      const people = Float64Array.from(addresses.edge, (_, i) => 1 + (i % 4)), supply = rowsOf(facilities).map((f) => 2 + f);
      for (const method of ['two-step', 'three-step', 'modified', 'balanced'] as const) {
        const once = perPerson(table, people, supply, method, decays[1]!), thrice = perPerson(table, people.map((value) => 3 * value), supply, method, decays[1]!);
        once.perPerson.forEach((value, i) => expect(thrice.perPerson[i]).toBeCloseTo(value / 3, 12));
      }
      if (facilities.edge.length === 0 || addresses.edge.length === 0) return;
      const one = costTable(network, reach(network, some(facilities, [0]), addresses), 'metres');
      if (one.demand.length < addresses.edge.length) return;
      const all = people.reduce((a, b) => a + b, 0);
      perPerson(one, people, [10], 'two-step', { kind: 'none' }, 1e9).perPerson.forEach((value) => expect(value).toBeCloseTo(10 / all, 12));
    });
  });
});
