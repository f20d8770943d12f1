import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MeasureText, Weight } from '@woonzorgzones/core/report';
import { woffToSfnt } from './woff-to-sfnt.ts';

/** Noto Sans as @fontsource packs it (SIL Open Font License 1.1): by script, so that a file is read only when a text asks for it. */
const scripts = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese', 'devanagari'] as const;
type Script = (typeof scripts)[number];

const weights: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };
const { resolve } = createRequire(import.meta.url);

/** What stands for a letter that no file holds: U+FFFD, "there was something here". */
const replacement = '\ufffd';

/** A stretch of text that one font file sets. */
export interface TextRun {
  /** Names the font file: 'latin bold'. */
  readonly font: string;
  readonly text: string;
}

const bytesOf = oncePer((name: string): Buffer => {
  const [script, weight] = name.split(' ') as [Script, Weight];
  return woffToSfnt(readFileSync(resolve(`@fontsource/noto-sans/files/noto-sans-${script}-${weights[weight]}-normal.woff`)));
});

const fontOf = oncePer((name: string): Font => {
  const font = create(bytesOf(name));
  if (!('layout' in font)) throw new Error(`Got a collection of fonts for ${name} when expected one font.`);
  return font;
});

/** The bytes of a font that a run names. */
export const fontBytes = bytesOf;

/** A text cut into runs by the font files that hold its letters; a letter that none holds becomes the replacement sign. */
export function runsOf(text: string, weight: Weight): readonly TextRun[] {
  const runs: { font: string; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0)!;
    const last = runs.at(-1);
    // What the last font also holds, such as a space, stays with it: fewer runs, better spacing.
    const script = last !== undefined && fontOf(last.font).hasGlyphForCodePoint(code) ? null : scripts.find((one) => fontOf(`${one} ${weight}`).hasGlyphForCodePoint(code));
    const set = script === undefined ? replacement : letter;
    const font = script === null ? last!.font : `${script ?? 'latin'} ${weight}`;
    if (last?.font === font) last.text += set;
    else runs.push({ font, text: set });
  }
  return runs;
}

/** Word by word: Noto Sans kerns nothing against a space, and a report measures the same words thousands of times. */
export const measureText: MeasureText = (text, sizeMm, weight) => {
  const words = text.split(' ');
  let em = (words.length - 1) * emWidth(' ', weight);
  for (const word of words) if (word !== '') em += emWidth(word, weight);
  return em * sizeMm;
};

/** Words whose width is remembered; beyond it all are forgotten, so that a long-running server does not grow. */
const mostRemembered = 50_000;
const widths: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() };

function emWidth(word: string, weight: Weight): number {
  const known = widths[weight].get(word);
  if (known !== undefined) return known;
  if (widths[weight].size === mostRemembered) widths[weight].clear();
  const width = runsOf(word, weight).reduce((sum, run) => sum + runWidth(run, 1), 0);
  widths[weight].set(word, width);
  return width;
}

export const runWidth = ({ font, text }: TextRun, sizeMm: number): number => {
  const face = fontOf(font);
  return (face.layout(text).advanceWidth / face.unitsPerEm) * sizeMm;
};

/** The outlines of a text as path data, its baseline beginning at this place. */
export function textOutlines(text: string, sizeMm: number, weight: Weight, xMm: number, yMm: number): string {
  let x = xMm;
  return runsOf(text, weight).flatMap(({ font, text: run }) => {
    const face = fontOf(font);
    const scale = sizeMm / face.unitsPerEm;
    const { glyphs, positions } = face.layout(run);
    return glyphs.map((glyph, index) => {
      const { xAdvance, xOffset, yOffset } = positions[index]!;
      const d = outlineOf(glyph.path.commands, scale, x + xOffset * scale, yMm - yOffset * scale);
      x += xAdvance * scale;
      return d;
    });
  }).join('');
}

interface Command {
  readonly command: string;
  readonly args: readonly number[];
}

const letterOf: Readonly<Record<string, string>> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

/** Fonts count upwards, the page downwards. */
const outlineOf = (commands: readonly Command[], scale: number, x: number, y: number): string =>
  commands.map(({ command, args }) => letterOf[command]! + args.map((value, index) => thousandth(index % 2 === 0 ? x + value * scale : y - value * scale)).join(' ')).join('');

const thousandth = (value: number): string => String(Math.round(value * 1000) / 1000);

function oncePer<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    made.set(name, value);
    return value;
  };
}
