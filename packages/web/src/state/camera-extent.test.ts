import { expect, test } from 'vitest';
import { cameraExtent } from './camera-extent.ts';

test('what is in sight lies around the middle of the map, as wide as its pixels are at that latitude', () => {
  // Genk at 5.5006, 50.9655 is 729503.98, 684531.68 in Lambert 2008, where 1 m of Web Mercator is 1/1.588 m of ground.
  const [minX, minY, maxX, maxY] = cameraExtent({ zoom: 12, lat: 50.9655, lon: 5.5006 }, 1000, 500);
  expect(Math.abs((minX + maxX) / 2 - 729504)).toBeLessThan(60);
  expect(Math.abs((minY + maxY) / 2 - 684532)).toBeLessThan(60);
  // 1,000 pixels of 2 × 20,037,508 m / (512 × 4,096) = 19.109 m each: 12,033 m of ground; the sides lean 0.88°: 0.0154 × 6,017 m more.
  expect(maxX - minX).toBeGreaterThan(12_000);
  expect(maxX - minX).toBeLessThan(12_200);
  expect(maxY - minY).toBeGreaterThan(6_000);
  expect(maxY - minY).toBeLessThan(6_280);
});
