import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketchStreets, type SketchedWay } from '../../../../tests/street-sketch.ts';
import { walker } from '../../../../tests/travellers.ts';
import { distanceToLineMetres } from '../geo/line.ts';
import { metres } from '../model/units.ts';
import { indexBarriers, segmentsMeet } from './barrier-index.ts';
import { buildStreetGraph } from './build-graph.ts';
import { indexStreets, linkPlaces, type Links } from './link.ts';
import { Reason } from './reasons.ts';
import { edgeLine, edgeStretch } from './street-graph.ts';
import { Access, Trait } from './street-input.ts';
import { travelNetwork, UNREACHED, type TravelNetwork } from './travel-network.ts';

const noBarriers = indexBarriers([]);

function networkOf(nodes: Parameters<typeof sketchStreets>[0], ways: readonly SketchedWay[]): TravelNetwork {
  const built = buildStreetGraph(sketchStreets(nodes, ways));
  if (!built.ok) throw new Error(built.error.code);
  return travelNetwork(built.value, walker, 'to');
}

const link = (network: TravelNetwork, places: readonly number[], maxConnector = 100, barriers = noBarriers): Links =>
  linkPlaces(network, indexStreets(network), Float64Array.from(places), { maxConnector: metres(maxConnector), barriers });

const street = { a: [0, 0], b: [200, 0], c: [0, 60], d: [200, 60] } as const;

test('a house is put on the nearest street at its foot, with its connector', () => {
  const network = networkOf(street, [{ over: 'a b' }, { over: 'c d' }]);
  const links = link(network, [50, 20]);
  const at = edgeStretch(network.graph, links.edge[0]!, links.along[0]!, links.along[0]!);
  expect([at[0], at[1], links.connector[0], links.reason[0]]).toEqual([50, 0, 20_000, Reason.reached]);
});

test('the longest connector counts: 100.000 m is linked, 100.001 m is not', () => {
  const network = networkOf(street, [{ over: 'a b' }]);
  expect([...link(network, [50, -100, 50, -100.001]).reason]).toEqual([Reason.reached, Reason.farFromStreet]);
  expect([...link(network, [50, 0, 50, 1], 0).reason]).toEqual([Reason.reached, Reason.farFromStreet]);
});

test.each([[-1], [NaN]])('a longest connector of %d links nobody', (maxConnector) => {
  expect([...link(networkOf(street, [{ over: 'a b' }]), [50, 0], maxConnector).reason]).toEqual([Reason.farFromStreet]);
});

test('a house without position, and one 3 km from any street, have no street and say why', () => {
  const links = link(networkOf(street, [{ over: 'a b' }]), [NaN, 0, 0, Infinity, 3000, 3000, 1e9, -1e9]);
  expect([...links.reason]).toEqual([Reason.noPosition, Reason.noPosition, Reason.farFromStreet, Reason.farFromStreet]);
  expect([...links.edge, ...links.connector]).toEqual([-1, -1, -1, -1, UNREACHED, UNREACHED, UNREACHED, UNREACHED]);
});

test('nobody steps onto a bridge or into a tunnel', () => {
  for (const traits of [Trait.bridge, Trait.tunnel]) {
    const network = networkOf(street, [{ over: 'a b', traits }, { over: 'c d' }]);
    expect(link(network, [50, 20]).connector[0]).toBe(40_000);
  }
});

test('a street closed to walkers is no street to a walker', () => {
  expect(link(networkOf(street, [{ over: 'a b', access: Access.carForward }, { over: 'c d' }]), [50, 20]).connector[0]).toBe(40_000);
});

test('a yard drawn without its exit is passed over for a real street, and taken where there is none', () => {
  // The street grid: 60 corners; the yard: two.
  const nodes: Record<string, readonly [number, number]> = { p: [0, -30], q: [100, -30] };
  const ways: SketchedWay[] = [{ over: 'p q' }];
  for (let i = 0; i < 30; i++) {
    nodes[`s${i}`] = [i * 20, 0];
    nodes[`t${i}`] = [i * 20, 15];
    ways.push({ over: `s${i} t${i}` });
    if (i > 0) ways.push({ over: `s${i - 1} s${i}` });
  }
  const network = networkOf(nodes, ways);
  expect(link(network, [50, -28]).connector[0]).toBe(28_000);
  expect(link(network, [50, -28], 10).connector[0]).toBe(2000);
});

test('a barrier that is only touched is not crossed over: who stands on it is on neither side', () => {
  expect(segmentsMeet(0, 0, 0, 10, -5, 0, 5, 0)).toBe(true);
  expect(segmentsMeet(0, 1, 0, 10, -5, 0, 5, 0)).toBe(false);
  expect(segmentsMeet(0, 0, 0, 0, -5, 0, 5, 0)).toBe(true);
  expect(segmentsMeet(0, 5, 10, 5, 20, 5, 30, 5)).toBe(false);
  expect(segmentsMeet(0, 5, 25, 5, 20, 5, 30, 5)).toBe(true);
});

test('places are linked as by looking at every street and every barrier', () => {
  const place = fc.tuple(fc.integer({ min: -300, max: 1300 }), fc.integer({ min: -300, max: 1300 }));
  const line = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }))
    .filter(([, , dx, dy]) => dx !== 0 || dy !== 0);
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.array(line, { maxLength: 6 }), fc.array(place, { maxLength: 10 }), (streets, walls, places) => {
    const nodes: Record<string, readonly [number, number]> = {};
    streets.forEach(([x, y, dx, dy], i) => {
      nodes[`a${i}`] = [x, y];
      nodes[`b${i}`] = [x + dx, y + dy];
    });
    const network = networkOf(nodes, streets.map((_, i) => ({ over: `a${i} b${i}` })));
    const barriers = walls.map(([x, y, dx, dy]) => Float64Array.of(x, y, x + dx, y + dy));
    const links = link(network, places.flat(), 250, indexBarriers(barriers));
    places.forEach(([x, y], i) => {
      const onEdge = Array.from(network.graph.edgeFrom.keys()).map((e) => {
        const shape = edgeLine(network.graph, e);
        const [ax, ay, bx, by] = [...shape] as [number, number, number, number];
        const share = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
        const foot = [ax + share * (bx - ax), ay + share * (by - ay)] as const;
        const blocked = barriers.some((wall) => segmentsMeet(x, y, foot[0], foot[1], wall[0]!, wall[1]!, wall[2]!, wall[3]!));
        return { away: distanceToLineMetres(x, y, shape), blocked };
      }).filter(({ away }) => away <= 250);
      const free = onEdge.filter(({ blocked }) => !blocked);
      // Every street here is a part of two corners; the largest of equal parts counts as the town, the others as islands.
      if (free.length === 0) expect(links.reason[i]).toBe(onEdge.length > 0 ? Reason.behindBarrier : Reason.farFromStreet);
      else {
        expect(links.reason[i]).toBe(Reason.reached);
        const all = free.map(({ away }) => away);
        expect([...all, links.connector[i]! / 1000].some((away) => Math.abs(away - links.connector[i]! / 1000) < 1e-3)).toBe(true);
        const isMain = network.part[network.graph.edgeFrom[links.edge[i]!]!] === 0;
        if (!isMain) expect(links.connector[i]! / 1000).toBeCloseTo(Math.min(...all), 2);
      }
    });
  }), { numRuns: 300, seed: 11 });
});
