import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, overlaps, type Box } from './drawing.ts';
import { placeLabels, type LabelWish } from './place-labels.ts';

const frame: Box = { xMm: 0, yMm: 0, widthMm: 100, heightMm: 80 };
const wish = (id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish =>
  ({ id, widthMm: 20, heightMm: 5, anchor: [x, y], spots: [[x, y]], mayLead: false, ...more });

describe('placing labels', () => {
  test('the first spot that is free is taken', () => {
    const [first, second] = placeLabels([wish('a', 50, 40), wish('b', 50, 40, { spots: [[50, 41], [50, 46]] })], [], frame);
    expect(first?.box).toEqual({ xMm: 40, yMm: 37.5, widthMm: 20, heightMm: 5 });
    // 41 would overlap by 4 mm; 46 leaves 1 mm.
    expect(second?.box).toEqual({ xMm: 40, yMm: 43.5, widthMm: 20, heightMm: 5 });
  });

  test('a label without room is left out, or led aside where it may', () => {
    const covered: Box = { xMm: 30, yMm: 30, widthMm: 40, heightMm: 20 };
    expect(placeLabels([wish('a', 50, 40)], [covered], frame)).toEqual([]);
    const [led] = placeLabels([wish('a', 50, 40, { mayLead: true })], [covered], frame);
    expect(overlaps(led!.box, covered)).toBe(false);
    expect(led!.leader?.slice(2)).toEqual([50, 40]);
  });

  test('no label overlaps another or an obstacle, and none leaves the frame', () => {
    const place = fc.record({ x: fc.integer({ min: -10, max: 110 }), y: fc.integer({ min: -10, max: 90 }), w: fc.integer({ min: 2, max: 30 }), h: fc.integer({ min: 2, max: 12 }), mayLead: fc.boolean() });
    fc.assert(fc.property(fc.array(place, { maxLength: 25 }), fc.array(place, { maxLength: 8 }), (wanted, covered) => {
      const obstacles = covered.map(({ x, y, w, h }): Box => ({ xMm: x, yMm: y, widthMm: w, heightMm: h }));
      const labels = placeLabels(wanted.map(({ x, y, w, h, mayLead }, i) => wish(String(i), x, y, { widthMm: w, heightMm: h, mayLead, spots: [[x, y], [x + 5, y], [x, y + 5]] })), obstacles, frame);
      for (const [i, { box, leader }] of labels.entries()) {
        expect(holds(frame, box)).toBe(true);
        expect(obstacles.some((other) => overlaps(box, other))).toBe(false);
        expect(labels.slice(i + 1).some((other) => overlaps(box, other.box))).toBe(false);
        if (leader === null) continue;
        // The leader begins on the edge of its own box.
        expect(leader[0]).toBeGreaterThanOrEqual(box.xMm);
        expect(leader[0]).toBeLessThanOrEqual(box.xMm + box.widthMm);
      }
    }), { numRuns: 60 });
  });
});
