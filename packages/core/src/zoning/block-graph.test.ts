import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Barrier, Crossing } from '../model/municipality.ts';
import { blockGraph, isClosed } from './block-graph.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';

const line = (...steps: number[]): Float64Array => Float64Array.from(steps, (step, i) => step + (i % 2 === 0 ? paperX : paperY));
const railway = (...steps: number[]): Barrier => ({ id: 'spoor', kind: 'spoorweg', name: 'Spoorlijn 21', line: line(...steps) });
const bridge = (x: number, y: number): Crossing => ({ id: 'brug', name: 'Brug', x: paperX + x, y: paperY + y });

test('four squares of 500 m: four borders, no barrier, one whole', () => {
  const graph = blockGraph(paperTown({ columns: 2, rows: 2, sizeMetres: 500, inhabitants: () => 36 }));
  // Sorted by id: 0-0, 0-1 (north of it), 1-0, 1-1.
  expect([...graph.u].map((u, e) => `${u}-${graph.v[e]!}`)).toEqual(['0-1', '0-2', '1-3', '2-3']);
  expect([...graph.borderMetres]).toEqual([500, 500, 500, 500]);
  expect([...graph.closedMetres]).toEqual([0, 0, 0, 0]);
  expect([...graph.areaM2]).toEqual([250_000, 250_000, 250_000, 250_000]);
  expect([...graph.perimeterMetres]).toEqual([2000, 2000, 2000, 2000]);
  expect([graph.partCount, ...graph.isBridge]).toEqual([1, 0, 0, 0, 0]);
  expect([graph.x[0]! - paperX, graph.y[0]! - paperY]).toEqual([250, 250]);
});

test('the spread of people in a block: 36 people at the four quarter points of 400 m', () => {
  const graph = blockGraph(paperTown({ columns: 1, rows: 1, sizeMetres: 400, inhabitants: () => 36 }));
  // Addresses at 100 and 300 m both ways, 9 people each: 36 · 100² along each axis, none across.
  expect([graph.spreadXX[0], graph.spreadXY[0], graph.spreadYY[0]]).toEqual([360_000, 0, 360_000]);
});

test('a railway along a border closes it; one through a block closes no border', () => {
  const along = blockGraph(paperTown({ columns: 2, rows: 1, sizeMetres: 1000, inhabitants: () => 9, barriers: [railway(1010, 0, 1010, 1000)] }));
  expect(along.closedMetres[0]).toBeCloseTo(1000, 6);
  expect(isClosed(along, 0)).toBe(true);
  const through = blockGraph(paperTown({ columns: 2, rows: 1, sizeMetres: 1000, inhabitants: () => 9, barriers: [railway(0, 500, 2000, 500)] }));
  expect([...through.closedMetres]).toEqual([0]);
  // It runs 1,000 m through each block, but for the stretch that has the other block beside it: none, sides lie straight above and below.
  expect([...through.barriers.a].map((a, row) => [a, through.barriers.b[row], Math.round(through.barriers.lengthMetres[row]!)])).toEqual([[0, 0, 1000], [1, 1, 1000]]);
});

test('an underpass in the middle leaves 60 % of the 600 m around it', () => {
  const graph = blockGraph(paperTown({
    columns: 2, rows: 1, sizeMetres: 1000, inhabitants: () => 9, barriers: [railway(1000, 0, 1000, 1000)], crossings: [bridge(1000, 500)],
  }));
  // 400 m whole, 600 m at 40 %: 640 m.
  expect(graph.closedMetres[0]).toBeCloseTo(640, 6);
});

test('an expressway counts for six tenths, and stays under half of the border beside a bridge', () => {
  const graph = blockGraph(paperTown({
    columns: 2, rows: 1, sizeMetres: 500, inhabitants: () => 9,
    barriers: [{ id: 'ring', kind: 'expresweg', name: 'Ring', line: line(500, 0, 500, 500) }], crossings: [bridge(500, 250)],
  }));
  expect(graph.closedMetres[0]).toBeCloseTo(500 * 0.6 * 0.4, 6);
  expect(isClosed(graph, 0)).toBe(false);
});

test('separate parts are joined where they come nearest, and the link is marked', () => {
  // Column 2 is missing: columns 0 and 1 lie 500 m from column 3.
  const graph = blockGraph(paperTown({ columns: 4, rows: 1, sizeMetres: 500, inhabitants: (column) => (column === 2 ? null : 9) }));
  expect(graph.partCount).toBe(2);
  expect([...graph.partOf]).toEqual([0, 0, 1]);
  const link = [...graph.isBridge].indexOf(1);
  expect([graph.u[link], graph.v[link], graph.gapMetres[link], graph.borderMetres[link]]).toEqual([1, 2, 500, 0]);
});

test('however many parts a town lies in, links make one whole of it, one fewer than parts', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }).filter((kept) => kept.includes(true)), (kept) => {
      const graph = blockGraph(paperTown({ columns: 5, rows: 4, sizeMetres: 300, inhabitants: (column, row) => (kept[row * 5 + column]! ? 1 : null) }));
      expect([...graph.isBridge].filter((bridge) => bridge === 1)).toHaveLength(graph.partCount - 1);
      const reached = new Set([0]);
      for (const block of reached) for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) reached.add(graph.to[p]!);
      expect(reached.size).toBe(graph.n);
    }),
    { numRuns: 40 },
  );
});
