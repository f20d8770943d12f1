import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketchStreets } from '../../../../tests/street-sketch.ts';
import { areaM2, containsPoint } from '../geo/polygon.ts';
import type { Line } from '../geo/shapes.ts';
import { metres } from '../model/units.ts';
import { indexBarriers } from '../network/barrier-index.ts';
import { buildStreetGraph } from '../network/build-graph.ts';
import { encodeStreetGraph } from '../network/graph-file.ts';
import { circleOutlines } from './circle-outlines.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { sightFrom } from './sight.ts';

const town = paperTown({ columns: 10, rows: 1, sizeMetres: 100, inhabitants: () => 9 });
const kern = { x: paperX + 250, y: paperY + 50, radiusMetres: metres(200) };

const barrier = (...xy: readonly number[]) => ({ id: xy.join(), kind: 'kanaal' as const, name: 'Kanaal', line: Float64Array.from(xy, (value, i) => value + (i % 2 === 0 ? paperX : paperY)) });

const outlineWith = (...barriers: ReturnType<typeof barrier>[]) => circleOutlines({ ...town, barriers }, [kern])[0]!;
const holds = (outline: ReturnType<typeof outlineWith>, x: number, y: number) => containsPoint(outline, paperX + x, paperY + y);

test('a circle that nothing cuts is a disc of 64 corners', () => {
  // 64 triangles of ½ · 200² · sin(2π/64).
  const disc = outlineWith(barrier(460, -100, 460, 300));
  expect(disc[0]![0]).toHaveLength(2 * 65);
  expect(areaM2(disc)).toBeCloseTo(64 * 0.5 * 200 ** 2 * Math.sin(Math.PI / 32), 6);
});

test('a canal right through leaves the side of the kern', () => {
  // 150 m east of the kern: the disc less a segment of half-angle acos(0.75), r²(θ − sin θ cos θ) = 9,066 m².
  const west = outlineWith(barrier(400, -1000, 400, 1000));
  const angle = Math.acos(0.75);
  expect(areaM2(west) / (200 ** 2 * (Math.PI - angle + Math.sin(angle) * 0.75))).toBeCloseTo(1, 2);
  expect([holds(west, 399, 50), holds(west, 401, 50)]).toEqual([true, false]);
});

test('behind a canal that ends inside the circle lies a shadow, and beside it none', () => {
  // From 60 m below to 60 m above the kern, 150 m east of it: the sector of ±atan(60/150) ends at the canal, a triangle of 150 × 60.
  const outline = outlineWith(barrier(400, -10, 400, 110));
  const angle = Math.atan(60 / 150);
  expect(areaM2(outline) / (200 ** 2 * (Math.PI - angle) + 150 * 60)).toBeCloseTo(1, 2);
  // Straight behind; 80 m north of that, past the end of the canal.
  expect([holds(outline, 410, 50), holds(outline, 410, 130)]).toEqual([false, true]);
});

test('a kern on the canal itself reaches nobody and has no area', () => {
  expect(outlineWith(barrier(250, -1000, 250, 1000))).toEqual([]);
});

test('along a single street a circle is a lozenge: as much less far from the street as it takes to walk to it', () => {
  const street = buildStreetGraph(sketchStreets({ A: [paperX, paperY + 50], B: [paperX + 1000, paperY + 50] }, [{ over: 'A B' }]));
  if (!street.ok) throw new Error(street.error.code);
  const walked = { ...town, streets: new Uint8Array(encodeStreetGraph(street.value)) };
  const [lozenge] = circleOutlines(walked, [kern]);
  // |east| + |north| ≤ 200, less the tips further than 100 m from the street, whom no street serves: 80,000 − 2 · 10,000 m².
  expect(areaM2(lozenge!) / 60_000).toBeCloseTo(1, 1);
  // 190 m along the street; 150 m along and 90 m off it, 175 m as the crow flies.
  expect([holds(lozenge!, 440, 50), holds(lozenge!, 400, 140)]).toEqual([true, false]);
  const [cut] = circleOutlines({ ...walked, barriers: [barrier(350, -1000, 350, 1000)] }, [kern]);
  // A canal 100 m east takes the tip behind it, a triangle of 200 by 100 m, to half a square of 8 m.
  expect([holds(cut!, 340, 50), holds(cut!, 360, 50)]).toEqual([true, false]);
  expect(areaM2(cut!) / 50_000).toBeCloseTo(1, 1);
});

test('a circle in a field without streets, or of no radius, has no area', () => {
  const far = buildStreetGraph(sketchStreets({ A: [paperX, paperY + 5000], B: [paperX + 1000, paperY + 5000] }, [{ over: 'A B' }]));
  if (!far.ok) throw new Error(far.error.code);
  expect(circleOutlines({ ...town, streets: new Uint8Array(encodeStreetGraph(far.value)) }, [kern])).toEqual([[]]);
  expect(circleOutlines(town, [{ ...kern, radiusMetres: metres(0) }])).toEqual([[]]);
});

test('whatever barriers run through a circle, a place lies in its outline when it is counted: within the radius and in sight', () => {
  const at = fc.tuple(fc.integer({ min: -20, max: 520 }), fc.integer({ min: -220, max: 320 }));
  fc.assert(
    fc.property(fc.array(fc.array(at, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), fc.array(at, { minLength: 20, maxLength: 20 }), (lines, places) => {
      const barriers = lines.map((line) => barrier(...line.flat()));
      const sees = sightFrom(indexBarriers(barriers.map(({ line }): Line => line)), kern);
      const outline = outlineWith(...barriers);
      for (const [x, y] of places) {
        const away = Math.hypot(x - 250, y - 50);
        // Not on the border itself, nor between the arc and its 64 corners.
        const near = [[0, 0], [0.05, 0], [-0.05, 0], [0, 0.05], [0, -0.05]].map(([dx, dy]) => sees(paperX + x + dx!, paperY + y + dy!));
        if (near.some((isSeen) => isSeen !== near[0]) || (away > 199 && away < 201)) continue;
        expect(holds(outline, x, y)).toBe(near[0] === true && away < 200);
      }
    }),
  );
});
