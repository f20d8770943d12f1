import fc from 'fast-check';
import { expect, test } from 'vitest';
import { persons } from '../model/units.ts';
import { blockGraph, type BlockGraph } from './block-graph.ts';
import { partsOf } from './engine/graph.ts';
import { Random } from './engine/random.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { searchDivision, type SearchResult, type SearchTask } from './search.ts';

const bounds = { least: persons(6000), most: persons(12_000) };

/** The cost as the weights of the search say it, from the division alone. */
function costOf({ graph, zoneCount, homes, counted, wijkOf }: SearchTask, zoneOf: Int32Array): number {
  const zones = Array.from({ length: zoneCount }, () => ({ p: 0, x: 0, y: 0 }));
  const all = { p: 0, x: 0, y: 0 };
  const blocks = [...graph.inhabitants.keys()];
  for (const block of blocks) {
    const p = graph.inhabitants[block]!;
    for (const sums of [zones[zoneOf[block]!]!, all]) {
      sums.p += p;
      sums.x += p * graph.x[block]!;
      sums.y += p * graph.y[block]!;
    }
  }
  const inertiaTo = (at: (block: number) => { p: number; x: number; y: number }): number =>
    blocks.reduce((sum, block) => {
      const { p, x, y } = at(block);
      return p === 0 ? sum : sum + graph.inhabitants[block]! * ((graph.x[block]! - x / p) ** 2 + (graph.y[block]! - y / p) ** 2);
    }, 0);
  const whole = inertiaTo(() => all);
  let cost = whole === 0 ? 0 : (60 * inertiaTo((block) => zones[zoneOf[block]!]!)) / whole;
  for (const { p } of zones) {
    const h = Math.max(0, 6000 - p, p - 12_000) / 9000;
    cost += 200 * (h + 4 * h * h) + 3 * ((p - 9000) / 9000) ** 2;
  }
  const scale = Math.sqrt(64_000_000 / graph.areaM2.reduce((sum, area) => sum + area, 0)) / 1000;
  for (let e = 0; e < graph.m; e++) {
    const isInside = zoneOf[graph.u[e]!] === zoneOf[graph.v[e]!];
    cost += isInside ? 3 * scale * graph.closedMetres[e]! + 5 * graph.isBridge[e]! : scale * graph.borderMetres[e]!;
  }
  const total = counted.reduce((sum, count) => sum + count, 0);
  for (const block of blocks) {
    for (const [kern, home] of homes.entries()) {
      if (zoneOf[block] !== zoneOf[home]) cost += (30 * counted[block * homes.length + kern]!) / total;
    }
  }
  // The chance that two inhabitants of one wijk are in different zones, over all inhabitants of wijken.
  const inWijken = blocks.reduce((sum, block) => sum + (wijkOf[block] === -1 ? 0 : graph.inhabitants[block]!), 0);
  for (const wijk of new Set(wijkOf)) {
    const members = blocks.filter((block) => wijk !== -1 && wijkOf[block] === wijk);
    const all = members.reduce((sum, block) => sum + graph.inhabitants[block]!, 0);
    for (const a of members) {
      for (const b of members) if (zoneOf[a] !== zoneOf[b]) cost += (60 * graph.inhabitants[a]! * graph.inhabitants[b]!) / (all * inWijken);
    }
  }
  return cost;
}

const isWhole = (graph: BlockGraph, { zoneOf }: SearchResult): boolean =>
  partsOf(graph, (edge) => zoneOf[graph.u[edge]!] === zoneOf[graph.v[edge]!]).count === new Set(zoneOf).size;

test('whatever the town, zones are whole, none is empty, and the running sums end at the true cost', () => {
  const townOf = fc.record({
    people: fc.array(fc.option(fc.integer({ min: 0, max: 4000 }), { nil: null, freq: 8 }), { minLength: 24, maxLength: 24 })
      .filter((squares) => squares.filter((p) => p !== null).length >= 6 && squares.some((p) => (p ?? 0) > 0)),
    railway: fc.integer({ min: 1, max: 5 }),
    kernen: fc.array(fc.tuple(fc.nat(5), fc.nat(500)), { maxLength: 4 }),
    zoneCount: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(),
    isShaken: fc.boolean(),
  });
  fc.assert(
    fc.property(townOf, ({ people, railway, kernen, zoneCount, seed, isShaken }) => {
      const graph = blockGraph(paperTown({
        columns: 6, rows: 4, sizeMetres: 500, inhabitants: (column, row) => people[row * 6 + column]!,
        barriers: [{ id: 's', kind: 'spoorweg', name: 'Spoor', line: Float64Array.of(paperX + railway * 500, paperY, paperX + railway * 500, paperY + 2000) }],
      }));
      const homes = Int32Array.from(kernen, ([home]) => home);
      const counted = Int32Array.from({ length: graph.n * homes.length }, (_, i) => (i * 37 + (kernen[i % homes.length]?.[1] ?? 0)) % 211);
      const wijkOf = Int32Array.from({ length: graph.n }, (_, block) => ((block * 5 + seed) % 4) - 1);
      const task: SearchTask = { graph, zoneCount, bounds, homes, counted, wijkOf };
      const found = searchDivision(task, { steps: 2000, isShaken }, new Random(seed));
      expect(new Set(found.zoneOf).size).toBe(zoneCount);
      expect(isWhole(graph, found)).toBe(true);
      expect(found.cost).toBeCloseTo(costOf(task, found.zoneOf), 6);
      const sums = new Map<number, number>();
      for (const [block, zone] of found.zoneOf.entries()) sums.set(zone, (sums.get(zone) ?? 0) + graph.inhabitants[block]!);
      expect(found.excess).toBe([...sums.values()].reduce((sum, p) => sum + Math.max(0, 6000 - p, p - 12_000), 0));
      expect(searchDivision(task, { steps: 2000, isShaken }, new Random(seed))).toEqual(found);
    }),
    { numRuns: 60 },
  );
});

test('nine squares of 2,000 in three zones of three: the cost is the least of all ways', () => {
  const graph = blockGraph(paperTown({ columns: 3, rows: 3, sizeMetres: 1000, inhabitants: () => 2025 }));
  const task: SearchTask = { graph, zoneCount: 3, bounds: { least: persons(6075), most: persons(6075) }, homes: new Int32Array(), counted: new Int32Array(), wijkOf: new Int32Array(9).fill(-1) };
  // Every way to give nine squares three zones, three each, whole: 10 in all (zoning.md, Table C).
  let least = Infinity;
  let ways = 0;
  const zoneOf = new Int32Array(9);
  const fill = (block: number, sizes: readonly number[]): void => {
    if (block === 9) {
      if (!isWhole(graph, { zoneOf, excess: 0, cost: 0 })) return;
      ways += 1;
      least = Math.min(least, costOf(task, zoneOf));
      return;
    }
    for (let zone = 0; zone < 3; zone++) {
      // The first block of a new zone takes the next number, so that no division is counted twice.
      if (sizes[zone] === 3 || (zone > 0 && sizes[zone - 1] === 0)) continue;
      zoneOf[block] = zone;
      fill(block + 1, sizes.map((size, z) => (z === zone ? size + 1 : size)));
    }
  };
  fill(0, [0, 0, 0]);
  expect(ways).toBe(10);
  const found = searchDivision(task, { steps: 5000, isShaken: false }, new Random(1));
  expect(found.excess).toBe(0);
  expect(found.cost).toBeLessThan(least * 1.1);
});
