import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestStraightMetres, straightLineTimes, straightLineWalk } from './straight-line.ts';

const points = (most: number) => fc.array(fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 })), { maxLength: most })
  .map((pairs) => Float64Array.from(pairs.flat()));

const bruteForce = (from: Float64Array, to: Float64Array) => Float64Array.from({ length: from.length / 2 }, (_, i) => {
  let nearest = Infinity;
  for (let j = 0; j < to.length; j += 2) nearest = Math.min(nearest, Math.sqrt((to[j]! - from[2 * i]!) ** 2 + (to[j + 1]! - from[2 * i + 1]!) ** 2));
  return nearest;
});

test('a 3-4-5 triangle: 500 m straight, 610 m with a detour of 1.22', () => {
  const home = Float64Array.of(730_000, 683_000);
  const shop = Float64Array.of(730_300, 683_400);
  expect(nearestStraightMetres(home, shop)).toEqual(Float64Array.of(500));
  expect(straightLineWalk.walks(home, shop).metres).toEqual(Float64Array.of(610));
});

test('with nowhere to go, every home is infinitely far', () => {
  expect(nearestStraightMetres(Float64Array.of(0, 0, 1, 1), new Float64Array())).toEqual(Float64Array.of(Infinity, Infinity));
});

test('the tree finds what looking at every place finds', () => {
  fc.assert(fc.property(points(20), points(300), (from, to) => {
    expect(nearestStraightMetres(from, to)).toEqual(bruteForce(from, to));
  }));
});

test('many places on one spot or one line are no trap', () => {
  const row = Float64Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 100 : Math.floor(i / 200)));
  const from = Float64Array.of(0, 0, 100, 3, 250, 40);
  expect(nearestStraightMetres(from, row)).toEqual(bruteForce(from, row));
});

test('one more place never makes anyone walk further', () => {
  fc.assert(fc.property(points(20), points(60), fc.integer({ min: -5000, max: 5000 }), (from, to, at) => {
    const before = nearestStraightMetres(from, to);
    const after = nearestStraightMetres(from, Float64Array.from([...to, at, -at]));
    expect(after.every((metres, i) => metres <= before[i]!)).toBe(true);
  }));
});

test('the order of the places changes nothing', () => {
  fc.assert(fc.property(points(20), points(60), (from, to) => {
    const reversed = Float64Array.from({ length: to.length }, (_, i) => to[to.length - 2 - i + 2 * (i % 2)]!);
    expect(nearestStraightMetres(from, reversed)).toEqual(nearestStraightMetres(from, to));
  }));
});

test('a bare straight line has no detour', () => {
  const bare = straightLineTimes({ method: 'straight-line', detourFactor: 1, detourStatus: 'own', detourSource: null });
  expect(bare.walks(Float64Array.of(0, 0), Float64Array.of(0, 7)).metres).toEqual(Float64Array.of(7));
});
