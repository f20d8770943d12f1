import { expect, test } from 'vitest';
import { searchKNearest } from './k-nearest-search.ts';
import { searchNearest, type Seeds } from './nearest-search.ts';
import { meanCostOf, UNREACHED, type Arcs } from './travel-network.ts';

/** A grid of streets whose lengths run from nothing to far more than the queue has buckets for. */
function grid(side: number, lengths: readonly number[]): Arcs {
  const firstArc = [0], arcs: number[] = [];
  const length = (a: number, b: number): number => lengths[(Math.min(a, b) * 7919 + Math.max(a, b) * 104729) % lengths.length]!;
  for (let v = 0; v < side * side; v++) {
    const near = [v % side > 0 ? v - 1 : -1, v % side < side - 1 ? v + 1 : -1, v - side, v + side < side * side ? v + side : -1];
    for (const w of near) if (w >= 0) arcs.push(w, length(v, w));
    firstArc.push(arcs.length / 2);
  }
  const columns = Int32Array.from(arcs);
  return { firstArc: Int32Array.from(firstArc), arcs: columns, meanCost: meanCostOf(columns) };
}

const seeds: Seeds = { vertex: Int32Array.of(17, 900, 1590, 900), cost: Uint32Array.of(0, 250_000, 7, 250_000), label: Int32Array.of(3, 2, 1, 0) };

test.each([
  ['even', [100_000]],
  ['mixed', [0, 1, 900, 35_000, 120_000, 4_000_000]],
  ['with one of 2,000 km', [12_000, 15_000, 90_000, 30_000, 2_000_000_000]],
])('streets of %s lengths: the bucket queue finds what the heap finds, whose it is included', (_, lengths) => {
  const arcs = grid(40, lengths);
  for (const limit of [undefined, 3_000_000]) expect(searchNearest(arcs, seeds, limit)).toEqual(searchKNearest(arcs, seeds, 1, limit));
});

test('a start beyond the limit starts nothing, one at the limit stands alone', () => {
  const arcs = grid(3, [1000]);
  const from = (cost: number) => searchNearest(arcs, { vertex: Int32Array.of(4), cost: Uint32Array.of(cost), label: Int32Array.of(0) }, 5000).cost;
  expect(from(5001).every((cost) => cost === UNREACHED)).toBe(true);
  expect([...from(5000)].filter((cost) => cost !== UNREACHED)).toEqual([5000]);
});

test('no starts, one vertex without streets: nothing is reached and nothing fails', () => {
  const lonely: Arcs = { firstArc: Int32Array.of(0, 0), arcs: new Int32Array(), meanCost: 0 };
  expect([...searchNearest(lonely, { vertex: new Int32Array(), cost: new Uint32Array(), label: new Int32Array() }).cost]).toEqual([UNREACHED]);
  expect([...searchNearest(lonely, { vertex: Int32Array.of(0), cost: Uint32Array.of(0), label: Int32Array.of(0) }).cost]).toEqual([0]);
});

test('one-way streets lead on from where only one street leaves; a dead end is reached and leads back only', () => {
  /* 0 → 1 → 2 of 10 m each, and a dead end 3 of 4 m at 2: each corner has one way out. */
  const arcs: Arcs = { firstArc: Int32Array.of(0, 1, 2, 3, 4), arcs: Int32Array.of(1, 10_000, 2, 10_000, 3, 4_000, 2, 4_000), meanCost: 7_000 };
  const from = (vertex: number) => [...searchNearest(arcs, { vertex: Int32Array.of(vertex), cost: Uint32Array.of(0), label: Int32Array.of(0) }).cost];
  expect(from(0)).toEqual([0, 10_000, 20_000, 24_000]);
  expect(from(3)).toEqual([UNREACHED, UNREACHED, 4_000, 0]);
});
