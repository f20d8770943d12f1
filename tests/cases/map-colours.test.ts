import { classFillOpacity, coverageRamp, differenceRamp, gapRamp, groupShapes, mapColours, zoneFillOpacity, zoneFills } from '@woonzorgzones/core/report';
import { describe, expect, test } from 'vitest';
import { ciede2000, colourDifference, contrast, laidOver, type Vision } from '../colour-vision.ts';

const visions: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];

function smallestDifference(colours: readonly string[], opacity: number, ground: string): number {
  const seen = colours.map((colour) => laidOver(colour, opacity, ground));
  return Math.min(...visions.flatMap((vision) => seen.flatMap((first, index) => seen.slice(index + 1).map((second) => colourDifference(first, second, vision)))));
}

test('the measure itself gives the published differences', () => {
  // Sharma, Wu, Dalal (2005), table 1, pairs 1, 7, 13, 17 and 25.
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(ciede2000([50, -0.001, 2.49], [50, 0.0009, -2.49])).toBeCloseTo(4.8045, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 4);
});

describe('colours of the maps', () => {
  test('the classes stay apart in every colour vision', () => {
    // 5 is what an eye tells apart side by side on a map without searching; red to green in five falls to 1.6.
    for (const ramp of [coverageRamp, gapRamp, differenceRamp]) expect(smallestDifference(ramp, classFillOpacity, mapColours.ground)).toBeGreaterThan(5);
    expect(smallestDifference(['#d7191c', '#fdae61', '#ffffbf', '#a6d96a', '#1a9641'], classFillOpacity, mapColours.ground)).toBeLessThan(3);
  });

  test('four zones stay apart in every colour vision', () => {
    expect(smallestDifference(zoneFills, zoneFillOpacity, mapColours.ground)).toBeGreaterThan(10);
  });

  test('names can be read on every fill with their halo, and outlines stand out from every fill', () => {
    expect(contrast(mapColours.label, mapColours.halo)).toBeGreaterThan(7);
    expect(contrast(mapColours.softLabel, mapColours.paper)).toBeGreaterThan(4.5);
    expect(contrast(mapColours.outline, mapColours.ground)).toBeGreaterThan(3);
    expect(contrast(mapColours.boundary, mapColours.outside)).toBeGreaterThan(3);
    // Where an outline lies on a dark class it has a lighter one at its other side or a white halo; zones are never that dark.
    for (const fill of zoneFills) expect(contrast(mapColours.outline, laidOver(fill, zoneFillOpacity, mapColours.ground))).toBeGreaterThan(3);
  });

  test('signs of facilities can be seen on the ground, and what stands in them can be read', () => {
    for (const { fill } of Object.values(groupShapes)) {
      expect(contrast(fill, mapColours.ground)).toBeGreaterThan(4.5);
      expect(contrast(fill, mapColours.paper)).toBeGreaterThan(4.5);
    }
  });

  test('no data and hidden are marked by a pattern that shows on paper', () => {
    for (const pattern of [mapColours.noData, mapColours.hidden]) expect(contrast(pattern, mapColours.paper)).toBeGreaterThan(3);
  });
});
