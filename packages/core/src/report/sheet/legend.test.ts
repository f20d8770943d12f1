import { describe, expect, test } from 'vitest';
import type { MeasureText, TextMark } from './drawing.ts';
import { layOutLegend, type LegendSection } from './legend.ts';

const typewriter: MeasureText = (text, sizeMm) => Array.from(text).length * sizeMm * 0.5;
const section = (heading: string, rows: number, dispensable = false): LegendSection =>
  ({ heading, dispensable, rows: Array.from({ length: rows }, (_, i) => ({ sign: null, text: `${heading}${i}` })) });
const room = { columns: 3, columnWidthMm: 50, gapMm: 4, heightMm: 100, enlargement: 1 };
const textsOf = (sections: readonly LegendSection[], change: Partial<typeof room> = {}) =>
  layOutLegend(sections, { ...room, ...change }, typewriter).at(0, 0).filter((mark): mark is TextMark => mark.kind === 'text');

describe('a legend', () => {
  test('keeps each section whole in one column', () => {
    const texts = textsOf([section('a', 5), section('b', 1), section('c', 3), section('d', 4)]);
    for (const heading of ['a', 'b', 'c', 'd']) {
      const xs = texts.filter(({ text }) => text.startsWith(heading)).map(({ xMm }) => xMm);
      expect(new Set(xs).size).toBe(1);
    }
    expect(new Set(texts.map(({ xMm }) => xMm)).size).toBeGreaterThan(1);
  });

  test('breaks a section that is higher than the room, and loses no line of it', () => {
    // 25 lines of 4.4 mm and a heading make 114.6 mm: more than one column of 60, less than three.
    expect(textsOf([section('a', 25)], { heightMm: 60 })).toHaveLength(26);
  });

  test('grows smaller before it leaves out what the map itself says', () => {
    const sections = [section('a', 10), section('b', 10, true)];
    // 20 lines of 4.4 mm, two headings of 4.6 and 2.6 between them: 99.8 mm; at seven tenths 69.9 mm.
    expect(textsOf(sections, { columns: 1, heightMm: 75 })).toHaveLength(22);
    expect(textsOf(sections, { columns: 1, heightMm: 60 }).map(({ text }) => text)).not.toContain('b');
  });

  test('without sections takes no room', () => {
    expect(layOutLegend([], room, typewriter).heightMm).toBe(0);
  });
});
