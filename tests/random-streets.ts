import fc from 'fast-check';
import { Access, buildStreetGraph, Reason, UNREACHED, type Links, type StreetGraph } from '@woonzorgzones/core/network';
import { footOnly, sketchStreets, type SketchedWay } from './street-sketch.ts';

/** A place on some street, chosen before the streets are known: which one, and how far along as a share. */
export interface Dart {
  readonly street: number;
  readonly share: number;
  readonly connector: number;
  readonly linked: boolean;
}

export interface RandomTown {
  readonly nodes: Readonly<Record<string, readonly [number, number]>>;
  readonly ways: readonly SketchedWay[];
  readonly facilities: readonly Dart[];
  readonly addresses: readonly Dart[];
}

const dart = fc.record({
  street: fc.nat(1000), share: fc.constantFrom(0, 0, 0.25, 0.5, 0.5, 1, 0.123), connector: fc.constantFrom(0, 0, 3, 40), linked: fc.constantFrom(true, true, true, true, true, false),
});

/** Towns of up to 14 corners: islands, loops, parallel streets, streets of no length, a few one-way footpaths, many equal lengths. */
export const randomTown = (oneWay = true): fc.Arbitrary<RandomTown> => fc.record({
  corners: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), { minLength: 1, maxLength: 14, selector: ([x, y]) => 100 * x + y }),
  streets: fc.array(fc.record({ a: fc.nat(1000), b: fc.nat(1000), length: fc.constantFrom(0, 1, 1, 2, 5, 10, 37), direction: fc.constantFrom(0, 0, 0, 0, 1, 2) }), { minLength: 1, maxLength: 22 }),
  facilities: fc.array(dart, { maxLength: 5 }),
  addresses: fc.array(dart, { maxLength: 8 }),
}).map(({ corners, streets, facilities, addresses }) => ({
  nodes: Object.fromEntries(corners.map(([x, y], i) => [`n${i}`, [10 * x, 10 * y] as const])),
  ways: streets.map(({ a, b, length, direction }) => ({
    over: `n${a % corners.length} n${b % corners.length}`, steps: [length],
    access: !oneWay || direction === 0 ? footOnly : direction === 1 ? Access.footForward : Access.footBackward,
  })),
  facilities, addresses,
}));

/** The streets of a town, or null where it has none. */
export function graphOfTown({ nodes, ways }: Pick<RandomTown, 'nodes' | 'ways'>): StreetGraph | null {
  const built = buildStreetGraph(sketchStreets(nodes, ways));
  return built.ok ? built.value : null;
}

/** Darts that hit a street; streets without length are gates, which nothing is linked to. */
export function throwDarts(graph: StreetGraph, darts: readonly Dart[]): Links {
  const streets = Array.from(graph.edgeFrom.keys()).filter((e) => graph.edgeLength[e]! > 0);
  const hit = darts.map(({ street, linked }) => (linked ? (streets[street % streets.length] ?? -1) : -1));
  return {
    edge: Int32Array.from(hit),
    along: Uint32Array.from(darts, ({ share }, i) => (hit[i]! < 0 ? 0 : Math.round(share * graph.edgeLength[hit[i]!]!))),
    connector: Uint32Array.from(darts, ({ connector }, i) => (hit[i]! < 0 ? UNREACHED : connector * 1000)),
    reason: Uint8Array.from(hit, (edge) => (edge < 0 ? Reason.farFromStreet : Reason.reached)),
  };
}
