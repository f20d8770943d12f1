import { turn } from '../geo/line.ts';
import type { Line } from '../geo/shapes.ts';
import { gridSegments, type SegmentGrid } from './segment-grid.ts';

/** Lines no walker steps across except where a street does: railway, canal, river, motorway. */
export interface BarrierIndex {
  readonly grid: SegmentGrid;
}

/** Barriers ready to be asked about; lines in metres in the plane of the streets. A line with a point that is no number is left out there. */
export function indexBarriers(lines: readonly Line[]): BarrierIndex {
  const ends: number[] = [];
  for (const line of lines) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const x1 = line[i]!, y1 = line[i + 1]!, x2 = line[i + 2]!, y2 = line[i + 3]!;
      if (Number.isFinite(x1 + y1 + x2 + y2)) ends.push(Math.round(x1 * 1000), Math.round(y1 * 1000), Math.round(x2 * 1000), Math.round(y2 * 1000));
    }
  }
  return { grid: gridSegments(Int32Array.from(ends)) };
}

/** Whether a point lies between the ends of a segment it is in line with. */
const between = (ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean =>
  Math.min(ax, bx) <= px && px <= Math.max(ax, bx) && Math.min(ay, by) <= py && py <= Math.max(ay, by);

/** Whether two segments share a point, an end included: who stands in the canal is not past it. */
export function segmentsMeet(
  ax: number, ay: number, bx: number, by: number,
  cx: number, cy: number, dx: number, dy: number,
): boolean {
  const c = Math.sign(turn(ax, ay, bx, by, cx, cy)), d = Math.sign(turn(ax, ay, bx, by, dx, dy));
  const a = Math.sign(turn(cx, cy, dx, dy, ax, ay)), b = Math.sign(turn(cx, cy, dx, dy, bx, by));
  if (c * d < 0 && a * b < 0) return true;
  return (c === 0 && between(ax, ay, bx, by, cx, cy)) || (d === 0 && between(ax, ay, bx, by, dx, dy)) ||
    (a === 0 && between(cx, cy, dx, dy, ax, ay)) || (b === 0 && between(cx, cy, dx, dy, bx, by));
}

/** Whether the straight way from a to b, in millimetres, meets a barrier. */
export function meetsBarrier({ grid }: BarrierIndex, ax: number, ay: number, bx: number, by: number): boolean {
  const { ends, left, bottom, cell, columns, rows, first, items } = grid;
  const lowColumn = Math.max(0, Math.floor((Math.min(ax, bx) - left) / cell)), highColumn = Math.min(columns - 1, Math.floor((Math.max(ax, bx) - left) / cell));
  const lowRow = Math.max(0, Math.floor((Math.min(ay, by) - bottom) / cell)), highRow = Math.min(rows - 1, Math.floor((Math.max(ay, by) - bottom) / cell));
  for (let row = lowRow; row <= highRow; row++) {
    for (let column = lowColumn; column <= highColumn; column++) {
      const square = row * columns + column;
      for (let i = first[square]!; i < first[square + 1]!; i++) {
        const s = 4 * items[i]!;
        if (segmentsMeet(ax, ay, bx, by, ends[s]!, ends[s + 1]!, ends[s + 2]!, ends[s + 3]!)) return true;
      }
    }
  }
  return false;
}
