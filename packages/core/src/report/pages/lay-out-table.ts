import type { Language } from '../../model/index.ts';
import { mapColours } from '../map-colours.ts';
import { cellText, columnHead } from '../document/cell-text.ts';
import type { ReportTable } from '../document/report-document.ts';
import { mm, type Mark, type MeasureText } from '../sheet/drawing.ts';
import { wrapText } from '../sheet/text-lines.ts';
import { contentWidthMm, reportPaper } from './report-page.ts';

/** One row of a table, as high as its longest cell. */
export interface LaidOutRow {
  /** `isFirst` shows what is else told once. */
  readonly heightMm: (isFirst: boolean) => number;
  /** The marks of each cell with the row's upper edge at this height. */
  readonly cells: (yMm: number, isFirst: boolean) => readonly (readonly Mark[])[];
  readonly rule: (yMm: number) => Mark;
}

export interface LaidOutTable {
  readonly head: LaidOutRow;
  readonly rows: readonly LaidOutRow[];
}

const tightness = [1, 0.9, 0.8, 0.72];
const paddingMm = 1.2;
const mostNaturalMm = 62;
/** A column that is exactly as wide as its longest word must not break it by the last digit of a sum. */
const roundingMm = 0.01;

/** A table over the width of the page: columns as wide as what stands in them, type smaller where there are many. */
export function layOutTable({ columns, rows }: ReportTable, language: Language, measure: MeasureText): LaidOutTable {
  const heads = columns.map((column) => columnHead(column, language));
  const texts = rows.map(({ cells }) => cells.map((cell, index) => cellText(cell, columns[index]!, language)));
  const wishesAt = (sizeMm: number) => columns.map((_, index) => {
    const body = texts.map((row) => row[index]!);
    const widest = (items: readonly string[], weight: 'regular' | 'bold'): number => items.reduce((most, item) => Math.max(most, measure(item, sizeMm, weight)), 0);
    const words = [...new Set(body.flatMap((item) => item.split(' ')))];
    return {
      natural: Math.min(mostNaturalMm, Math.max(widest([...new Set(body)], 'bold'), widest(heads[index]!.split(' '), 'bold'))) + 2 * paddingMm,
      least: Math.min(24, Math.max(widest(words, 'bold'), widest(heads[index]!.split(' '), 'bold'))) + 2 * paddingMm,
    };
  });
  const tight = tightness.find((scale) => sum(wishesAt(2.75 * scale).map(({ least }) => least)) <= contentWidthMm) ?? tightness.at(-1)!;
  const sizeMm = 2.75 * tight;
  const widths = fitted(wishesAt(sizeMm));
  const lefts = widths.map((_, index) => reportPaper.marginMm + sum(widths.slice(0, index)));
  const lineMm = sizeMm * 1.28;
  const isText = columns.map(({ form }) => form === 'text');

  const row = (items: readonly string[], bold: boolean, previous: readonly string[] | null, lineWidth: number, colour: string): LaidOutRow => {
    const weight = bold ? 'bold' : 'regular';
    const lines = items.map((item, index) => wrapText(item, sizeMm, weight, widths[index]! - 2 * paddingMm + roundingMm, 12, measure));
    const told = (index: number, isFirst: boolean): boolean => isFirst || !columns[index]!.repeats || previous?.[index] !== items[index];
    return {
      heightMm: (isFirst) => Math.max(1, ...lines.map(({ length }, index) => (told(index, isFirst) ? length : 0))) * lineMm + 1.4,
      cells: (yMm, isFirst) => lines.map((cell, index) => (told(index, isFirst) ? cell : []).map((line, place): Mark => ({
        kind: 'text', xMm: isText[index] ? lefts[index]! + paddingMm : lefts[index]! + widths[index]! - paddingMm, yMm: yMm + 0.7 + (place + 0.8) * lineMm, text: line, sizeMm, weight,
        anchor: isText[index] ? 'start' : 'end', colour: mapColours.label,
      }))),
      rule: (yMm) => ({ kind: 'path', d: `M${mm(reportPaper.marginMm)} ${mm(yMm)}h${mm(sum(widths))}`, stroke: { colour, widthMm: lineWidth } }),
    };
  };
  return {
    head: row(heads, true, null, 0.35, mapColours.label),
    rows: rows.map(({ isTotal }, index) => row(texts[index]!, isTotal, texts[index - 1] ?? null, isTotal ? 0.3 : 0.1, isTotal ? mapColours.label : mapColours.noData)),
  };
}

/** Widths that fill the page where columns ask for more than it has, and no more than they ask for where not. */
function fitted(wishes: readonly { readonly natural: number; readonly least: number }[]): readonly number[] {
  const natural = sum(wishes.map((one) => one.natural));
  if (natural <= contentWidthMm) return wishes.map((one) => one.natural);
  const least = sum(wishes.map((one) => one.least));
  if (least >= contentWidthMm) return wishes.map((one) => (one.least * contentWidthMm) / least);
  const part = (contentWidthMm - least) / (natural - least);
  return wishes.map((one) => one.least + (one.natural - one.least) * part);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
