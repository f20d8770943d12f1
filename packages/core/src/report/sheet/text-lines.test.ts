import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasureText } from './drawing.ts';
import { balancedText, wrapText } from './text-lines.ts';

/** A typewriter: every letter is half its size wide. */
const typewriter: MeasureText = (text, sizeMm) => Array.from(text).length * sizeMm * 0.5;

describe('breaking text into lines', () => {
  const lines = (text: string, letters: number, atMost = 9) => wrapText(text, 2, 'regular', letters, atMost, typewriter);

  test('at spaces, as many words to a line as fit', () => {
    expect(lines('drie korte woorden', 10)).toEqual(['drie korte', 'woorden']);
  });

  test('a word wider than the line is cut', () => {
    expect(lines('woonzorgzone', 5)).toEqual(['woonz', 'orgzo', 'ne']);
  });

  test('what does not fit ends in an ellipsis', () => {
    expect(lines('een twee drie vier', 8, 2)).toEqual(['een twee', 'drie vi…']);
  });

  test('a figure and its unit stay together', () => {
    expect(lines('binnen 400\u00a0m van', 10)).toEqual(['binnen', '400\u00a0m van']);
  });

  test('a heading has lines about equally long', () => {
    const heading = 'een twee drie vier vijf zes';
    expect(wrapText(heading, 2, 'bold', 24, 3, typewriter)).toEqual(['een twee drie vier vijf', 'zes']);
    expect(balancedText(heading, 2, 'bold', 24, 3, typewriter)).toEqual(['een twee drie', 'vier vijf zes']);
  });

  test('nothing gives no lines', () => {
    expect(lines('  ', 5)).toEqual([]);
  });

  test('no line is wider than asked, whatever the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 3, max: 40 }), fc.integer({ min: 1, max: 4 }), (text, letters, atMost) => {
      const found = lines(text, letters, atMost);
      expect(found.length).toBeLessThanOrEqual(atMost);
      for (const line of found) expect(Array.from(line).length).toBeLessThanOrEqual(letters);
    }), { numRuns: 50 });
  });
});
