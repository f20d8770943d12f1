import type { Mark, MeasureText } from './drawing.ts';
import { mapColours } from '../map-colours.ts';
import { wrapText } from './text-lines.ts';

/** One line of a legend: what it looks like on the map, and what that is. */
export interface LegendRow {
  /** Draws the sign in a box of this size, its upper left corner at this place; null for text alone. */
  readonly sign: ((xMm: number, yMm: number, widthMm: number, heightMm: number) => readonly Mark[]) | null;
  readonly text: string;
  /** A figure at the right edge. */
  readonly figure?: string;
  readonly bold?: boolean;
}

export interface LegendSection {
  readonly heading: string;
  readonly rows: readonly LegendRow[];
  /** Left out first where the page has no room, since the map itself says it too. */
  readonly dispensable?: boolean;
}

export interface LaidOutLegend {
  readonly heightMm: number;
  /** The marks with the legend's upper left corner at this place. */
  readonly at: (xMm: number, yMm: number) => readonly Mark[];
}

interface LegendRoom {
  readonly columns: number;
  readonly columnWidthMm: number;
  readonly gapMm: number;
  readonly heightMm: number;
  readonly enlargement: number;
}

/** One thing that goes under another in a column. */
interface Piece {
  readonly heightMm: number;
  /** Room above it, but not at the top of a column. */
  readonly leadMm: number;
  readonly keepWithNext: boolean;
  /** Position of its section. */
  readonly section: number;
  readonly draw: (xMm: number, yMm: number) => readonly Mark[];
}

/** From roomy to tight: smaller than seven tenths nobody reads. */
const tightness = [1, 0.9, 0.8, 0.7];
const signWidthMm = 6;

/** The sections in columns, as large as there is room for, in the least height. What does not fit even then is left out, dispensable sections first. */
export function layOutLegend(sections: readonly LegendSection[], room: LegendRoom, measure: MeasureText): LaidOutLegend {
  const given = sections.filter(({ rows }) => rows.length > 0);
  const withoutDispensable = given.filter(({ dispensable }) => dispensable !== true);
  for (const kept of given.length === withoutDispensable.length ? [given] : [given, withoutDispensable]) {
    for (const tight of tightness) {
      const pieces = piecesOf(kept, room, room.enlargement * tight, measure);
      const columns = flow(pieces, room);
      if (columns !== null) return drawnIn(columns, room);
    }
  }
  const pieces = piecesOf(withoutDispensable, room, room.enlargement * tightness.at(-1)!, measure);
  return drawnIn(cutOff(pieces, room), room);
}

function piecesOf(sections: readonly LegendSection[], { columnWidthMm }: LegendRoom, scale: number, measure: MeasureText): readonly Piece[] {
  return sections.flatMap(({ heading, rows }, place) => [
    ...wrapText(heading, 3 * scale, 'bold', columnWidthMm, 2, measure).map((line, index): Piece => ({
      heightMm: 4.6 * scale,
      leadMm: index === 0 && place > 0 ? 2.6 * scale : 0,
      keepWithNext: true,
      section: place,
      draw: (xMm, yMm) => [text(xMm, yMm + 3 * scale, line, 3 * scale, true)],
    })),
    ...rows.map((row) => rowPiece(row, place, columnWidthMm, scale, measure)),
  ]);
}

function rowPiece({ sign, text: words, figure, bold = false }: LegendRow, section: number, columnWidthMm: number, scale: number, measure: MeasureText): Piece {
  const size = 2.5 * scale;
  const lineHeight = 3.3 * scale;
  const weight = bold ? 'bold' : 'regular';
  const left = sign === null ? 0 : (signWidthMm + 1.8) * scale;
  const figureWidth = figure === undefined ? 0 : measure(figure, size, weight) + 2 * scale;
  const lines = wrapText(words, size, weight, columnWidthMm - left - figureWidth, sign === null ? 9 : 3, measure);
  const heightMm = Math.max(lines.length * lineHeight, 3.3 * scale) + 1.1 * scale;
  return {
    heightMm, leadMm: 0, keepWithNext: false, section,
    draw: (xMm, yMm) => [
      ...(sign === null ? [] : sign(xMm, yMm + 0.2 * scale, signWidthMm * scale, 3.3 * scale)),
      ...lines.map((line, index) => text(xMm + left, yMm + (index + 0.82) * lineHeight, line, size, bold)),
      ...(figure === undefined ? [] : [{ ...text(xMm + columnWidthMm, yMm + 0.82 * lineHeight, figure, size, bold), anchor: 'end' as const }]),
    ],
  };
}

const text = (xMm: number, yMm: number, words: string, sizeMm: number, bold: boolean): Mark =>
  ({ kind: 'text', xMm, yMm, text: words, sizeMm, weight: bold ? 'bold' : 'regular', anchor: 'start', colour: mapColours.label });

/** The pieces over the columns in the least height that holds them, sections whole where they can be; null where even the whole room does not hold them. */
function flow(pieces: readonly Piece[], { columns, heightMm }: LegendRoom): readonly (readonly Piece[])[] | null {
  const total = columnHeight(pieces);
  for (const whole of [true, false]) {
    for (let height = total / columns; height < heightMm + 1; height += 1) {
      const found = filled(pieces, Math.min(height, heightMm), whole);
      if (found.length <= columns && found.every((column) => columnHeight(column) <= heightMm)) return found;
    }
  }
  return null;
}

function filled(pieces: readonly Piece[], heightMm: number, whole: boolean): readonly (readonly Piece[])[] {
  const columns: Piece[][] = [[]];
  let used = 0;
  for (const [index, piece] of pieces.entries()) {
    const isFirst = pieces[index - 1]?.section !== piece.section;
    const needed = whole && isFirst
      ? piece.leadMm + columnHeight(pieces.filter(({ section }) => section === piece.section))
      : piece.leadMm + piece.heightMm + (piece.keepWithNext ? (pieces[index + 1]?.heightMm ?? 0) : 0);
    if (used > 0 && (!whole || isFirst) && used + needed > heightMm + 1e-9) {
      columns.push([]);
      used = 0;
    }
    used += piece.heightMm + (used > 0 ? piece.leadMm : 0);
    columns.at(-1)!.push(piece);
  }
  return columns;
}

const columnHeight = (column: readonly Piece[]): number => column.reduce((sum, { heightMm, leadMm }, index) => sum + heightMm + (index > 0 ? leadMm : 0), 0);

const cutOff = (pieces: readonly Piece[], { columns, heightMm }: LegendRoom): readonly (readonly Piece[])[] => filled(pieces, heightMm, false).slice(0, columns);

function drawnIn(columns: readonly (readonly Piece[])[], { columnWidthMm, gapMm }: LegendRoom): LaidOutLegend {
  return {
    heightMm: Math.max(0, ...columns.map(columnHeight)),
    at: (xMm, yMm) => columns.flatMap((column, index) => {
      let y = yMm;
      return column.flatMap((piece, row) => {
        y += row > 0 ? piece.leadMm : 0;
        const marks = piece.draw(xMm + index * (columnWidthMm + gapMm), y);
        y += piece.heightMm;
        return marks;
      });
    }),
  };
}
