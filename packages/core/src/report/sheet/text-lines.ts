import type { MeasureText, Weight } from './drawing.ts';

const ellipsis = '…';

/**
 * Text broken into lines no wider than `widthMm`, at spaces where it can be and inside a word where it must; what does not
 * fit in `atMost` lines ends in an ellipsis. Hard spaces hold.
 */
export function wrapText(text: string, sizeMm: number, weight: Weight, widthMm: number, atMost: number, measure: MeasureText): readonly string[] {
  const fits = (line: string): boolean => measure(line, sizeMm, weight) <= widthMm;
  const lines: string[] = [];
  let line = '';
  const pieces = text.split(/[ \t\r\n]+/).filter((word) => word !== '').flatMap((word) => splitToFit(word, fits));
  for (const word of pieces) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= atMost) return lines;
  return [...lines.slice(0, atMost - 1), shortened(`${lines[atMost - 1]!} ${lines[atMost]!}`, fits)];
}

/** The same number of lines as needed, but about equally long: for a heading, where one word alone on the last line looks lost. */
export function balancedText(text: string, sizeMm: number, weight: Weight, widthMm: number, atMost: number, measure: MeasureText): readonly string[] {
  const lines = wrapText(text, sizeMm, weight, widthMm, atMost, measure);
  if (lines.length < 2) return lines;
  const narrower = [0.55, 0.65, 0.75, 0.85].map((share) => wrapText(text, sizeMm, weight, widthMm * share, atMost + 1, measure));
  return narrower.find((found) => found.length === lines.length) ?? lines;
}

/** A word in pieces that each fit on a line; letters of more than one unit are not cut. */
function splitToFit(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function shortened(text: string, fits: (text: string) => boolean): string {
  const letters = Array.from(text);
  while (letters.length > 0 && !fits(letters.join('').trimEnd() + ellipsis)) letters.pop();
  return letters.join('').trimEnd() + ellipsis;
}
