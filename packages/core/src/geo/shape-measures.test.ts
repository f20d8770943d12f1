import { expect, test } from 'vitest';
import type { MultiPolygon } from './shapes.ts';
import { shapeMeasures } from './shape-measures.ts';

const polygon = (...xy: number[]): MultiPolygon => [[Float64Array.from([...xy, xy[0]!, xy[1]!])]];
const circle = (corners: number): MultiPolygon => polygon(...Array.from({ length: corners }, (_, i) => (2 * Math.PI * i) / corners).flatMap((angle) => [1000 + 50 * Math.cos(angle), 2000 + 50 * Math.sin(angle)]));

// Fixtures of zoning.md 3, to 1e-6.
test('a square', () => {
  const square = shapeMeasures(polygon(0, 0, 10, 0, 10, 10, 0, 10))!;
  expect(square.polsbyPopper).toBeCloseTo(0.785398, 6);
  expect(square.schwartzberg).toBeCloseTo(1.128379, 6);
  expect(square.reock).toBeCloseTo(0.63662, 6);
  expect(square.hullRatio).toBeCloseTo(1, 12);
  expect(square.lengthWidth).toBeCloseTo(1, 12);
  expect(square.inertiaRatio).toBeCloseTo(0.95493, 6);
});

test('a rectangle of two by one, also when it stands askew and far from the origin', () => {
  const level = shapeMeasures(polygon(0, 0, 2, 0, 2, 1, 0, 1))!;
  expect(level.polsbyPopper).toBeCloseTo(0.698132, 6);
  expect(level.lengthWidth).toBeCloseTo(0.5, 12);
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const askew = shapeMeasures(polygon(...[0, 0, 2, 0, 2, 1, 0, 1].flatMap((_, i, xy) => (i % 2 === 0 ? [7e5 + c * xy[i]! - s * xy[i + 1]!, 7e5 + s * xy[i]! + c * xy[i + 1]!] : []))))!;
  expect(askew.lengthWidth).toBeCloseTo(0.5, 6);
  expect(askew.polsbyPopper).toBeCloseTo(0.698132, 6);
  // The circle around it has half the diagonal √5 as radius: 2 / (π · 5/4).
  expect(askew.reock).toBeCloseTo(2 / (1.25 * Math.PI), 6);
});

test('a regular hexagon, and nearly a disc', () => {
  expect(shapeMeasures(circle(6))!.polsbyPopper).toBeCloseTo(0.9069, 6);
  const disc = shapeMeasures(circle(2000))!;
  expect(disc.polsbyPopper).toBeCloseTo(1, 5);
  expect(disc.reock).toBeCloseTo(1, 5);
  expect(disc.inertiaRatio).toBeCloseTo(1, 5);
});

test('a corner cut out of a square: three quarters of the surface, seven eighths of the hull', () => {
  const { hullRatio } = shapeMeasures(polygon(0, 0, 10, 0, 10, 5, 5, 5, 5, 10, 0, 10))!;
  expect(hullRatio).toBeCloseTo(0.75 / 0.875, 12);
});

test('an outline without surface has no measures', () => {
  expect(shapeMeasures([])).toBeNull();
});
