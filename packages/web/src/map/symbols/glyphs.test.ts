import { expect, test } from 'vitest';
import { glyphs } from './glyphs.ts';

/** How many numbers one go of each command of a path takes (SVG 2, 9.3); the last two are where it ends. */
const numbersOf: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** The ends of all pieces of a path. */
function endsOf(d: string): readonly (readonly [x: number, y: number])[] {
  const ends: [number, number][] = [];
  let x = 0, y = 0, startX = 0, startY = 0;
  for (const [, command, text] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const name = command!.toLowerCase(), isRelative = name === command, takes = numbersOf[name]!;
    // The two flags of an arc are one digit each and may stand against what follows.
    const spaced = name === 'a' ? text!.replaceAll(/((?:[-+]?[\d.]+[\s,]*){3})([01])[\s,]*([01])[\s,]*/g, '$1 $2 $3 ') : text!;
    const numbers = [...spaced.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    if (name === 'z') [x, y] = [startX, startY];
    for (let at = 0; takes > 0 && at + takes <= numbers.length; at += takes) {
      const last = numbers[at + takes - 1]!, before = numbers[at + takes - 2] ?? 0;
      const fromX = isRelative ? x : 0, fromY = isRelative ? y : 0;
      if (name !== 'v') x = fromX + (name === 'h' ? last : before);
      if (name !== 'h') y = fromY + last;
      if (name === 'm' && at === 0) [startX, startY] = [x, y];
      ends.push([x, y]);
    }
  }
  return ends;
}

test('the ends of a path, absolute and relative', () => {
  expect(endsOf('M1 2h3v-1l1,1zm1 1a2 2 0 013 4')).toEqual([[1, 2], [4, 2], [4, 1], [5, 2], [2, 3], [5, 7]]);
});

test('every sign lies within its square, and fills at least half of it', () => {
  for (const [category, glyph] of Object.entries(glyphs)) {
    if (glyph.kind === 'letters') continue;
    const ends = endsOf(glyph.d);
    const all = ends.flat();
    // Maki's pharmacy sticks out by four hundredths of a unit.
    const hair = glyph.grid / 100;
    expect([category, Math.min(...all) >= -hair, Math.max(...all) <= glyph.grid + hair]).toEqual([category, true, true]);
    const [xs, ys] = [ends.map(([x]) => x), ends.map(([, y]) => y)];
    const side = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    expect([category, side >= glyph.grid / 2]).toEqual([category, true]);
  }
});

test('the sign of the physiotherapist is drawn on 50 units', () => {
  expect(glyphs.kinesist).toMatchObject({ kind: 'path', grid: 50 });
});

test('every kind of facility that core gives an icon has its file', () => {
  for (const glyph of Object.values(glyphs)) if (glyph.kind === 'path') expect(glyph.d).toMatch(/^[Mm]/);
});
