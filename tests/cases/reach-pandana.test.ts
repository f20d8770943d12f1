import { beforeAll, describe, expect, test } from 'vitest';
import { BoundedSearch, searchKNearest, searchNearest, UNREACHED, weightedCatchment, type Arcs, type CostTable, type Decay } from '@woonzorgzones/core/network';
import { sharedFile, sharedPresent } from '../shared.ts';
import { readTable } from '../table.ts';

/** A step of this network costs 1, which here is 1,000 small units, as a metre is on a street. */
const unit = 1000;

function twoWay(vertices: number, from: readonly number[], to: readonly number[], cost: readonly number[]): Arcs {
  const out = Array.from({ length: vertices }, (): number[] => []);
  from.forEach((a, e) => {
    out[a]!.push(to[e]!, cost[e]!);
    out[to[e]!]!.push(a, cost[e]!);
  });
  const firstArc = new Int32Array(vertices + 1);
  out.forEach((arcs, v) => (firstArc[v + 1] = firstArc[v]! + arcs.length / 2));
  return { firstArc, arcs: Int32Array.from(out.flat()), meanCost: cost.reduce((a, b) => a + b, 0) / cost.length };
}

describe.skipIf(!sharedPresent)('the sample network of pandana: 1,498 nodes', () => {
  let ids: string[];
  let x: number[], y: number[];
  let arcs: Arcs;
  beforeAll(() => {
    const nodes = readTable(sharedFile('reference/pandana_sample/nodes.csv'));
    ids = nodes.map((row) => Object.values(row)[0]!);
    x = nodes.map((row) => Number(row['x']));
    y = nodes.map((row) => Number(row['y']));
    const row = new Map(ids.map((id, i) => [id, i]));
    const edges = readTable(sharedFile('reference/pandana_sample/edges.csv'));
    arcs = twoWay(ids.length, edges.map((e) => row.get(e['from']!)!), edges.map((e) => row.get(e['to']!)!), edges.map((e) => Number(e['weight']) * unit));
  });

  test('the five nearest of three places, two of them at one spot, with whose they are', () => {
    const places = [[-122.31, 47.6], [-122.31, 47.6], [-122.32, 47.61]] as const;
    const vertex = Int32Array.from(places, ([px, py]) => ids.reduce((best, _, i) => ((x[i]! - px) ** 2 + (y[i]! - py) ** 2 < (x[best]! - px) ** 2 + (y[best]! - py) ** 2 ? i : best), 0));
    const seeds = { vertex, cost: new Uint32Array(3), label: Int32Array.of(0, 1, 2) };
    const found = searchKNearest(arcs, seeds, 5, 2000 * unit);
    const one = searchNearest(arcs, seeds, 2000 * unit);
    const expected = readTable(sharedFile('reference/pandana_sample/expected_nearest_3pois_maxdist2000.csv'));
    expect(expected).toHaveLength(ids.length);
    for (const [i, row] of expected.entries()) {
      // pandana says 2000 for "none"; ours has no distance there.
      const costs = [1, 2, 3, 4, 5].map((k) => (Number(row[k]) === 2000 ? UNREACHED : Number(row[k]) * unit));
      expect([...found.cost.subarray(5 * i, 5 * i + 5)]).toEqual(costs);
      expect(one.cost[i]).toBe(costs[0]);
      // Which of two places at one distance comes first is pandana's accident and our rule (the lower row), so order within a distance is left aside.
      const byPlace = (labels: readonly number[]): readonly string[] => labels.map((label, k) => `${costs[k]!}: ${label}`).sort();
      const labels = [1, 2, 3, 4, 5].map((k) => (row[`poi${k}`] === '' ? -1 : Number(row[`poi${k}`])));
      expect(byPlace([...found.label.subarray(5 * i, 5 * i + 5)])).toEqual(byPlace(labels));
      if (costs[0] !== UNREACHED) expect(one.label[i]).toBe(found.label[5 * i]);
    }
  });

  test('sums, counts and means with flat, linear and exponential decay within 5, 10 and 20, limits included', () => {
    const search = new BoundedSearch(arcs);
    const weight = Float64Array.from(ids, (_, i) => (i % 7) + 1), ones = new Float64Array(ids.length).fill(1);
    const first = new Int32Array(ids.length + 1);
    const demand: number[] = [], cost: number[] = [];
    for (let v = 0; v < ids.length; v++) {
      search.clear();
      search.start(v, 0, 20 * unit);
      search.run(20 * unit);
      for (const w of search.reached) {
        demand.push(w);
        cost.push(search.cost[w]! / unit);
      }
      first[v + 1] = demand.length;
    }
    const table: CostTable = { first, demand: Int32Array.from(demand), cost: Float64Array.from(cost) };
    const expected = readTable(sharedFile('reference/pandana_sample/expected_aggregate.csv'));
    for (const reach of [5, 10, 20]) {
      const decays: Readonly<Record<string, Decay>> = { flat: { kind: 'none' }, linear: { kind: 'linear', reach }, exp: { kind: 'exponential', scale: reach } };
      for (const [name, decay] of Object.entries(decays)) {
        const sum = weightedCatchment(table, ids.length, weight, decay, reach);
        const count = weightedCatchment(table, ids.length, ones, { kind: 'none' }, reach);
        expected.forEach((row, i) => {
          const near = (value: number, column: string): void => {
            const given = Number(row[`${column}_${name}_${reach}`]);
            expect(Math.abs(value - given)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(given)));
          };
          near(sum[i]!, 'sum');
          near(count[i]!, 'count');
          near(sum[i]! / count[i]!, 'mean');
        });
      }
    }
  });
});
