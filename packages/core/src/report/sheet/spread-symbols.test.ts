import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from './drawing.ts';
import { spreadSymbols, type SymbolWish } from './spread-symbols.ts';

const frame: Box = { xMm: 0, yMm: 0, widthMm: 100, heightMm: 100 };
const corner: Box = { xMm: 0, yMm: 80, widthMm: 30, heightMm: 20 };
const wish = (id: string, xMm: number, yMm: number, kind = 'apotheek', order = 0): SymbolWish => ({ id, kind, xMm, yMm, order });

describe('spreading signs', () => {
  test('a sign alone stays where it is', () => {
    expect(spreadSymbols([wish('a', 50, 50)], 4, frame, corner)).toEqual([{ id: 'a', kind: 'apotheek', xMm: 50, yMm: 50, places: [[50, 50]] }]);
  });

  test('of two at one place the first keeps it and the other moves aside, by no more than a sign and a bit', () => {
    const [first, second] = spreadSymbols([wish('b', 50, 50, 'ldc', 1), wish('a', 50, 50, 'wzc', 0)], 4, frame, corner);
    expect(first).toMatchObject({ id: 'a', xMm: 50, yMm: 50 });
    // The first ring with room is 1.1 signs away: 4.4 mm.
    expect(Math.hypot(second!.xMm - 50, second!.yMm - 50)).toBeCloseTo(4.4, 9);
    expect(second!.places).toEqual([[50, 50]]);
  });

  test('where there is no room, one sign stands for all of its kind', () => {
    const many = Array.from({ length: 200 }, (_, i) => wish(String(i).padStart(3, '0'), 50, 50));
    const placed = spreadSymbols(many, 4, frame, corner);
    expect(placed.length).toBeLessThan(40);
    expect(placed.reduce((sum, { places }) => sum + places.length, 0)).toBe(200);
  });

  test('signs touch neither each other nor the scale bar, none is lost, and the order given does not matter', () => {
    const place = fc.tuple(fc.integer({ min: 3, max: 97 }), fc.integer({ min: 3, max: 75 }));
    fc.assert(fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const wishes = places.map(([x, y], i) => wish(String(i).padStart(2, '0'), x, y));
      const placed = spreadSymbols(wishes, 4, frame, corner);
      expect(placed.reduce((sum, one) => sum + one.places.length, 0)).toBe(wishes.length);
      const touching = placed.filter((one, i) => placed.slice(i + 1).some((other) => Math.abs(one.xMm - other.xMm) < 4 - 1e-9 && Math.abs(one.yMm - other.yMm) < 4 - 1e-9));
      expect(touching).toEqual([]);
      expect(spreadSymbols(wishes.toReversed(), 4, frame, corner)).toEqual(placed);
    }), { numRuns: 40 });
  });
});
