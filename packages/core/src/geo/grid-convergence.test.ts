import { describe, expect, test } from 'vitest';
import { gridConvergenceDegrees } from './grid-convergence.ts';

describe('where grid north points', () => {
  // Measured with pyproj. By hand: (longitude − 4.35922°) × sin 50.5°, the cone of EPSG:3812 lying midway its parallels of 49° 50′ and 51° 10′:
  // Genk 1.1414° × 0.7716 = 0.881°, Gent −0.6342° × 0.7716 = −0.489°, Oostende −1.4412° × 0.7716 = −1.112°.
  test.each([
    ['Genk', 729_503.98, 684_531.68, 0.881],
    ['Gent', 604_860.69, 693_950.57, -0.489],
    ['Oostende', 548_663.96, 714_317.71, -1.112],
  ])('in %s', (_, x, y, degrees) => {
    expect(gridConvergenceDegrees(x, y)).toBeCloseTo(degrees, 2);
  });

  test('true north and grid north are one on the central meridian', () => {
    expect(gridConvergenceDegrees(649_328, 680_000)).toBeCloseTo(0, 6);
  });
});
