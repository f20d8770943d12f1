import { expect, test } from 'vitest';
import type { Barrier } from '../model/municipality.ts';
import { crossingsByKind } from './crossings-by-kind.ts';

/* A canal at y 0 and a railway at y 100, both from x 0 to 1000, and a motorway at y 500 without a crossing. */
const barrier = (kind: Barrier['kind'], y: number): Barrier => ({ id: kind, kind, name: '', line: Float64Array.of(0, y, 1000, y) });
const barriers = [barrier('kanaal', 0), barrier('spoorweg', 100), barrier('autosnelweg', 500)];
const crossing = (x: number, y: number) => ({ id: `${x} ${y}`, name: '', x, y });

test('a crossing counts for the barrier nearest to it, between two equally near ones for the first', () => {
  expect(crossingsByKind(barriers, [crossing(100, 0), crossing(200, 10), crossing(300, 90), crossing(400, 50)])).toEqual({ kanaal: 3, spoorweg: 1, autosnelweg: 0 });
});

test('no barriers, nothing to cross; no crossings, every barrier is closed', () => {
  expect(crossingsByKind([], [crossing(0, 0)])).toEqual({});
  expect(crossingsByKind(barriers, [])).toEqual({ kanaal: 0, spoorweg: 0, autosnelweg: 0 });
});
