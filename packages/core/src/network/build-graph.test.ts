import { expect, test } from 'vitest';
import { footOnly, sketchStreets, type SketchedGate, type SketchedWay } from '../../../../tests/street-sketch.ts';
import { wheelchair, walker } from '../../../../tests/travellers.ts';
import { buildStreetGraph } from './build-graph.ts';
import { searchNearest } from './nearest-search.ts';
import { edgeCount, edgeLine, edgeStretch, vertexCount, type StreetGraph } from './street-graph.ts';
import { Access, everyAccess, Trait } from './street-input.ts';
import { travelNetwork, UNREACHED } from './travel-network.ts';

const cross = { a: [0, 0], b: [100, 0], c: [200, 0], d: [300, 0], n: [100, 100], s: [100, -100] } as const;

function build(nodes: Parameters<typeof sketchStreets>[0], ways: readonly SketchedWay[], gates: readonly SketchedGate[] = []): StreetGraph {
  const built = buildStreetGraph(sketchStreets(nodes, ways, gates));
  if (!built.ok) throw new Error(built.error.code);
  return built.value;
}

const lengths = (graph: StreetGraph): readonly number[] => [...graph.edgeLength].sort((a, b) => a - b);

test('a street through points where nothing meets is one edge, its points kept as its shape', () => {
  const graph = build(cross, [{ over: 'a b c d' }]);
  expect([vertexCount(graph), edgeCount(graph), ...lengths(graph)]).toEqual([2, 1, 300_000]);
  expect([...edgeLine(graph, 0)].length).toBe(8);
});

test('streets that share a point meet there; the point is a vertex', () => {
  const graph = build(cross, [{ over: 'a b c' }, { over: 'n b s' }]);
  expect([vertexCount(graph), edgeCount(graph)]).toEqual([5, 4]);
});

test('streets that cross on the map without sharing a point do not meet: one is a bridge', () => {
  const graph = build(cross, [{ over: 'a c' }, { over: 'n s' }]);
  expect([vertexCount(graph), edgeCount(graph)]).toEqual([4, 2]);
});

test.each<[string, Partial<SketchedWay>, number]>([
  ['goes on in the next way of the same kind', {}, 1],
  ['becomes a bridge', { traits: Trait.bridge }, 2],
  ['gets another name', { name: 'Dorpsstraat' }, 2],
  ['closes to cars', { access: footOnly }, 2],
  ['gets steep', { inclinePermille: 80 }, 2],
])('a street that %s', (_, change, edges) => {
  expect(edgeCount(build(cross, [{ over: 'a b', name: 'Kerkstraat' }, { over: 'b c', name: 'Kerkstraat', ...change }]))).toBe(edges);
});

test('a one-way street drawn in two pieces, one of them backwards, keeps its direction', () => {
  const forward = Access.carForward, backward = Access.carBackward;
  expect(edgeCount(build(cross, [{ over: 'a b', access: forward }, { over: 'c b', access: backward }]))).toBe(1);
  expect(edgeCount(build(cross, [{ over: 'a b', access: forward }, { over: 'c b', access: forward }]))).toBe(2);
});

test('parallel streets and loops stay: they are ways of their own', () => {
  const graph = build({ a: [0, 0], b: [100, 0], p: [50, 50], q: [150, 50], r: [150, -50], z: [-50, 0] }, [{ over: 'z a b' }, { over: 'a p b' }, { over: 'b q r b' }]);
  expect(edgeCount(graph)).toBe(4);
  expect(graph.edgeFrom.some((from, e) => from === graph.edgeTo[e])).toBe(true);
});

test('a ring that nothing touches is one edge from a corner to itself', () => {
  const graph = build({ a: [0, 0], b: [100, 0], c: [0, 100] }, [{ over: 'a b c a' }]);
  expect([vertexCount(graph), edgeCount(graph)]).toEqual([1, 1]);
});

test('the same point twice in a row is no street', () => {
  expect(lengths(build(cross, [{ over: 'a b b c' }]))).toEqual([200_000]);
  const empty = buildStreetGraph(sketchStreets(cross, [{ over: 'a a' }]));
  expect(empty).toEqual({ ok: false, error: { code: 'no-streets' } });
});

test('two points at one place, far corners of a doubled drawing, stay apart and give no distance but their own', () => {
  const graph = build({ a: [0, 0], b: [100, 0], b2: [100, 0], c: [200, 0] }, [{ over: 'a b' }, { over: 'b2 c' }]);
  expect(vertexCount(graph)).toBe(4);
});

test('a gate lets through whom it lets through', () => {
  const graph = build(cross, [{ over: 'a b c' }], [{ at: 'b', access: everyAccess & ~(Access.carForward | Access.carBackward) }]);
  expect(lengths(graph)).toEqual([0, 100_000, 100_000]);
  const gate = graph.edgeLength.indexOf(0);
  expect(graph.edgeAccess[gate]! & (Access.carForward | Access.carBackward)).toBe(0);
  expect(graph.edgeAccess[gate]! & footOnly).toBe(footOnly);
});

test('a kerb stops a wheelchair and nobody else; at a corner, where it is unclear what it closes, it stops nobody', () => {
  const reachable = (gate: string, profile: typeof walker): boolean => {
    const graph = build(cross, [{ over: 'a b c' }, { over: 'c d' }, { over: 'c n' }], [{ at: gate, traits: Trait.highKerb }]);
    const network = travelNetwork(graph, profile, 'from');
    const at = (x: number): number => Array.from({ length: vertexCount(graph) }, (_, v) => v).find((v) => graph.vertexXy[2 * v] === x * 1000)!;
    return searchNearest(network, { vertex: Int32Array.of(at(0)), cost: Uint32Array.of(0), label: Int32Array.of(0) }).cost[at(300)] !== UNREACHED;
  };
  expect([reachable('b', walker), reachable('b', wheelchair), reachable('c', wheelchair)]).toEqual([true, false, true]);
});

test.each([
  ['a place that is no number', { b: [NaN, 0] as const }, undefined, { code: 'place-is-no-number', nodes: 1 }],
  ['a place 3,000 km away', { b: [3e6, 0] as const }, undefined, { code: 'place-outside-plane', nodes: 1 }],
  ['a length that is no number', {}, [NaN], { code: 'length-is-no-number', steps: 1 }],
  ['a negative length', {}, [-1], { code: 'length-is-no-number', steps: 1 }],
])('%s is refused', (_, change, steps, error) => {
  expect(buildStreetGraph(sketchStreets({ ...cross, ...change }, [{ over: 'a b', ...(steps && { steps }) }]))).toEqual({ ok: false, error });
});

test('a stretch of a street is cut where its length says, also backwards and where the plane stretches', () => {
  // 100 m along x, then 100 m along y; 200 m in the plane, 400 m over the ground.
  const graph = build({ a: [0, 0], b: [100, 0], c: [100, 100] }, [{ over: 'a b c', steps: [200, 200] }]);
  const from = graph.vertexXy[2 * graph.edgeFrom[0]!] === 0 ? [100_000, 300_000] : [300_000, 100_000];
  expect([...edgeStretch(graph, 0, from[0]!, from[1]!)]).toEqual([50, 0, 100, 0, 100, 50]);
  expect([...edgeStretch(graph, 0, from[1]!, from[0]!)]).toEqual([100, 50, 100, 0, 50, 0]);
  expect([...edgeStretch(graph, 0, from[0]!, from[0]!)]).toEqual([50, 0, 50, 0]);
});
