import type { Line } from './shapes.ts';

/** Length of a row of straight segments. */
export function lineLengthMetres(line: Line): number {
  let total = 0;
  for (let i = 0; i + 3 < line.length; i += 2) total += Math.hypot(line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!);
  return total;
}

/** How far along the segment a→b its point nearest to p lies: 0 at a, 1 at b. 0 for a segment without length. */
export function shareAlongSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  if (square === 0) return 0;
  return Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square));
}

export function distanceToSegmentMetres(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const share = shareAlongSegment(px, py, ax, ay, bx, by);
  return Math.hypot(px - (ax + share * (bx - ax)), py - (ay + share * (by - ay)));
}

/** Distance from a point to the nearest place on a line; Infinity for a line without points. */
export function distanceToLineMetres(px: number, py: number, line: Line): number {
  if (line.length === 2) return Math.hypot(px - line[0]!, py - line[1]!);
  let nearest = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    nearest = Math.min(nearest, distanceToSegmentMetres(px, py, line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!));
  }
  return nearest;
}

/** Positive when c lies left of the line from a to b, 0 on it. Twice the surface of the triangle. */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/**
 * Where the segments a→b and c→d cut through each other, as the share along a→b; null when they do not.
 * Segments that only touch with an end, or lie along each other, do not cut through.
 */
export function segmentCrossing(
  ax: number, ay: number, bx: number, by: number,
  cx: number, cy: number, dx: number, dy: number,
): number | null {
  const c = turn(ax, ay, bx, by, cx, cy);
  const d = turn(ax, ay, bx, by, dx, dy);
  if (!((c > 0 && d < 0) || (c < 0 && d > 0))) return null;
  const a = turn(cx, cy, dx, dy, ax, ay);
  const b = turn(cx, cy, dx, dy, bx, by);
  if (!((a > 0 && b < 0) || (a < 0 && b > 0))) return null;
  return a / (a - b);
}
