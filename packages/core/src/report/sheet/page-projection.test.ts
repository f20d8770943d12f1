import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Mark, PathMark } from './drawing.ts';
import { fittingDenominator, projectTo } from './page-projection.ts';
import { northArrow, scaleBar, scaleBarMetres } from './scale-bar.ts';

const frame: Box = { xMm: 10, yMm: 20, widthMm: 200, heightMm: 150 };
const pathsOf = (mark: Mark): readonly PathMark[] => (mark.kind === 'group' ? mark.marks.flatMap(pathsOf) : mark.kind === 'path' ? [mark] : []);
const textsOf = (mark: Mark): readonly string[] => (mark.kind === 'group' ? mark.marks.flatMap(textsOf) : mark.kind === 'text' ? [mark.text] : []);

describe('a map at a scale', () => {
  test('the largest round scale at which everything fits', () => {
    // 8 km in 200 − 2 × 5 = 190 mm asks for 1 : 42,105; the next round one is 1 : 50,000. 5 km in 140 mm asks for less.
    expect(fittingDenominator([0, 0, 8000, 5000], frame, 5)).toBe(50_000);
    // Exactly: 1,900 m in 190 mm is 1 : 10,000.
    expect(fittingDenominator([0, 0, 1900, 100], frame, 5)).toBe(10_000);
    expect(fittingDenominator([0, 0, 1901, 100], frame, 5)).toBe(12_500);
  });

  test('a kilometre is 20 mm at 1 : 50 000, and north is up', () => {
    const { x, y, shown } = projectTo(frame, 50_000, [700_000, 680_000]);
    expect(x(701_000) - x(700_000)).toBeCloseTo(20, 9);
    expect(y(680_000) - y(681_000)).toBeCloseTo(20, 9);
    expect([x(700_000), y(680_000)]).toEqual([110, 95]);
    // 200 mm are 10 km, 150 mm are 7.5 km.
    expect(shown).toEqual([695_000, 676_250, 705_000, 683_750]);
  });
});

describe('the scale bar', () => {
  test('is the longest round distance that fits', () => {
    // 45 mm at 1 : 50 000 are 2,250 m.
    expect(scaleBarMetres(1000 / 50_000, 45)).toBe(2000);
    expect(scaleBarMetres(1000 / 5000, 45)).toBe(200);
  });

  test('measures on paper what it says, to half a per cent, at any scale', () => {
    fc.assert(fc.property(fc.integer({ min: 500, max: 500_000 }), (denominator) => {
      const mmPerMetre = 1000 / denominator;
      const barMetres = scaleBarMetres(mmPerMetre, 45);
      const drawn = scaleBar(30, 40, barMetres, mmPerMetre, 1, 'nl');
      const boxes = pathsOf(drawn).map(({ d }) => /^M([\d.]+) [\d.]+h([\d.]+)/.exec(d)!.slice(1).map(Number) as [number, number]);
      const [firstLeft] = boxes[0]!;
      const [lastLeft, lastWidth] = boxes.at(-1)!;
      const mmOnPaper = lastLeft + lastWidth - firstLeft;
      expect(Math.abs(mmOnPaper * denominator / 1000 - barMetres) / barMetres).toBeLessThan(0.005);
    }));
  });

  test('names its middle and its end', () => {
    expect(textsOf(scaleBar(0, 0, 2000, 0.02, 1, 'nl'))).toEqual(['0', '1\u00a0km', '2\u00a0km']);
    expect(textsOf(scaleBar(0, 0, 500, 0.08, 1, 'nl'))).toEqual(['0', '250\u00a0m', '500\u00a0m']);
  });
});

test('the north arrow leans left where grid north lies right of true north', () => {
  const tip = (degrees: number) => /^M(-?[\d.]+) (-?[\d.]+)/.exec(pathsOf(northArrow(100, 100, degrees, 1))[0]!.d)!.slice(1).map(Number) as [number, number];
  expect(tip(0)).toEqual([100, 95.8]);
  // 4.2 mm long from the middle: sin 1.1° × 4.2 = 0.08 mm to the left, cos 1.1° × 4.2 = 4.2 mm up.
  expect(tip(1.1)).toEqual([99.92, 95.8]);
  expect(tip(-1.1)).toEqual([100.08, 95.8]);
});
