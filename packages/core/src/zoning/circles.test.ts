import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metres, persons, share } from '../model/units.ts';
import { drawCircles } from './circles.ts';
import type { Nucleus } from './nuclei.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';

const nucleus = (id: string, x: number, y: number): Nucleus => ({
  id, name: id, x: paperX + x, y: paperY + y, block: '0-0', inhabitants: persons(0), topPerKm2: 0, radiusMetres: metres(0), dailyFacilities: null, origin: 'found', saddleShare: share(0),
});

// A row of ten squares of 100 m, nine people in the middle of each: at 50, 150, … 950 m.
const street = paperTown({ columns: 10, rows: 1, sizeMetres: 100, inhabitants: () => 9 });

test('a circle of 200 m around the house at 250 m holds five houses, those on its edge included', () => {
  const { circles, outside } = drawCircles(street, [nucleus('a', 250, 50)], { kind: 'metres', radiusMetres: metres(200) });
  expect(circles.map(({ radiusMetres, within, inhabitants }) => [radiusMetres, within, inhabitants])).toEqual([[200, 45, 45]]);
  expect(outside).toBe(45);
});

test('a circle that must hold 20 people reaches the houses on both sides', () => {
  const { circles } = drawCircles(street, [nucleus('a', 250, 50)], { kind: 'inhabitants', inhabitants: persons(20) });
  expect(circles.map(({ radiusMetres, within }) => [radiusMetres, within])).toEqual([[100, 27]]);
});

test('a circle that asks for more people than there are holds everybody', () => {
  const { circles, outside } = drawCircles(street, [nucleus('a', 250, 50)], { kind: 'inhabitants', inhabitants: persons(1000) });
  expect(circles.map(({ radiusMetres, within }) => [radiusMetres, within])).toEqual([[700, 90]]);
  expect(outside).toBe(0);
});

test('people in two circles count for the one whose border they are deepest inside', () => {
  // Radii 200 around 250 and around 550: houses 350 and 450 lie in both; 350 is 100² − 200² deep in a, 200² − 200² in b.
  const { circles, counted } = drawCircles(street, [nucleus('a', 250, 50), nucleus('b', 550, 50)], { kind: 'metres', radiusMetres: metres(200) });
  expect(circles.map(({ within, inhabitants }) => [within, inhabitants])).toEqual([[45, 36], [45, 36]]);
  expect([...counted.subarray(2 * 3, 2 * 5)]).toEqual([9, 0, 0, 9]);
});

test('no kernen, no circles: everybody is outside', () => {
  expect(drawCircles(street, []).outside).toBe(90);
});

test('whatever the kernen, every person counts once, and the order of drawing changes nothing', () => {
  const town = paperTown({ columns: 6, rows: 6, sizeMetres: 200, inhabitants: (column, row) => (column * 7 + row * 3) % 23 });
  const total = town.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  const at = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 1200 }));
  const settings = fc.oneof(
    fc.integer({ min: 0, max: 900 }).map((radius) => ({ kind: 'metres' as const, radiusMetres: metres(radius) })),
    fc.integer({ min: 0, max: 500 }).map((inhabitants) => ({ kind: 'inhabitants' as const, inhabitants: persons(inhabitants) })),
  );
  fc.assert(
    fc.property(fc.array(at, { maxLength: 6 }), settings, (places, choice) => {
      const nuclei = places.map(([x, y], i) => nucleus(`k${i}`, x, y));
      const drawn = drawCircles(town, nuclei, choice);
      expect(drawn.circles.reduce((sum, { inhabitants }) => sum + inhabitants, 0) + drawn.outside).toBe(total);
      expect(drawn.counted.reduce((sum, count) => sum + count, 0) + drawn.outside).toBe(total);
      const reversed = drawCircles(town, nuclei.toReversed(), choice);
      expect(reversed.circles.toReversed()).toEqual(drawn.circles);
    }),
  );
});

test('a circle stops at a canal, whatever its radius', () => {
  const canal = { id: 'k', kind: 'kanaal' as const, name: 'Kanaal', line: Float64Array.of(paperX + 400, paperY - 10, paperX + 400, paperY + 110) };
  const divided = { ...street, barriers: [canal] };
  const { circles, outside } = drawCircles(divided, [nucleus('a', 250, 50)], { kind: 'metres', radiusMetres: metres(100_000) });
  // Nine people a square of 100 m: four squares west of the canal, the others beyond it.
  expect(circles[0]!.inhabitants).toBe(36);
  expect(outside).toBe(street.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0) - 36);
  // Asked for more people than live on its side, it takes all who do.
  expect(drawCircles(divided, [nucleus('a', 250, 50)], { kind: 'inhabitants', inhabitants: persons(1000) }).circles[0]!.inhabitants).toBe(36);
});
