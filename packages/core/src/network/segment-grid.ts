/**
 * Straight pieces of lines by the square of a grid they pass through, so that what lies near a place is found without looking
 * at the rest. Coordinates in whole millimetres.
 */
export interface SegmentGrid {
  /** [x1, y1, x2, y2] per segment. */
  readonly ends: Int32Array;
  readonly left: number;
  readonly bottom: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Segments of square s are items[first[s]] up to items[first[s + 1]]. */
  readonly first: Int32Array;
  readonly items: Int32Array;
}

/** Squares of 100 m: measured best for addresses in a town; wider where few lines lie over a wide land. */
const cellMillimetres = 100_000;

export function gridSegments(ends: Int32Array): SegmentGrid {
  const count = ends.length / 4;
  let left = Infinity, bottom = Infinity, right = -Infinity, top = -Infinity;
  for (let i = 0; i < ends.length; i += 2) {
    left = Math.min(left, ends[i]!);
    right = Math.max(right, ends[i]!);
    bottom = Math.min(bottom, ends[i + 1]!);
    top = Math.max(top, ends[i + 1]!);
  }
  if (count === 0) left = bottom = right = top = 0;
  const squaresAtMost = 4 * count + 4096;
  const cell = Math.max(cellMillimetres, Math.sqrt(((right - left + 1) * (top - bottom + 1)) / squaresAtMost), (right - left) / squaresAtMost, (top - bottom) / squaresAtMost);
  const columns = Math.floor((right - left) / cell) + 1, rows = Math.floor((top - bottom) / cell) + 1;
  const shape = { ends, left, bottom, cell, columns, rows };
  const first = new Int32Array(columns * rows + 1);
  forEachSquare(shape, count, (square) => first[square + 1]!++);
  for (let s = 0; s < columns * rows; s++) first[s + 1]! += first[s]!;
  const next = first.slice(0, columns * rows);
  const items = new Int32Array(first[columns * rows]!);
  forEachSquare(shape, count, (square, segment) => (items[next[square]!++] = segment));
  return { ...shape, first, items };
}

type Shape = Omit<SegmentGrid, 'first' | 'items'>;

/** The squares each segment passes through, column by column; a square more than needed does no harm. */
function forEachSquare({ ends, left, bottom, cell, columns, rows }: Shape, count: number, visit: (square: number, segment: number) => void): void {
  for (let segment = 0; segment < count; segment++) {
    let x1 = (ends[4 * segment]! - left) / cell, y1 = (ends[4 * segment + 1]! - bottom) / cell;
    let x2 = (ends[4 * segment + 2]! - left) / cell, y2 = (ends[4 * segment + 3]! - bottom) / cell;
    if (x1 > x2) [x1, y1, x2, y2] = [x2, y2, x1, y1];
    const firstColumn = Math.floor(x1), lastColumn = Math.min(columns - 1, Math.floor(x2));
    const slope = x2 === x1 ? 0 : (y2 - y1) / (x2 - x1);
    for (let column = firstColumn; column <= lastColumn; column++) {
      const yIn = column === firstColumn ? y1 : y1 + slope * (column - x1);
      const yOut = column === lastColumn ? y2 : y1 + slope * (column + 1 - x1);
      const low = Math.max(0, Math.floor(Math.min(yIn, yOut))), high = Math.min(rows - 1, Math.floor(Math.max(yIn, yOut)));
      for (let row = low; row <= high; row++) visit(row * columns + column, segment);
    }
  }
}
