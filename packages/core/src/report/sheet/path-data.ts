import { boundsOf } from '../../geo/polygon.ts';
import type { Bounds, Line, MultiPolygon } from '../../geo/shapes.ts';
import { mm } from './drawing.ts';
import type { PageProjection } from './page-projection.ts';

/** Vertices nearer than this to the one before are left out: half the width of the thinnest line, so nobody can see it. */
const toleranceMm = 0.06;

/** A line as path data; '' where it lies outside what is shown. */
export function linePath(line: Line, projection: PageProjection, closed = false): string {
  if (!meets(boundsOf([[line]]), projection.shown)) return '';
  const parts: string[] = [];
  let keptX = Infinity;
  let keptY = Infinity;
  const end = closed ? line.length - 2 : line.length;
  for (let i = 0; i < end; i += 2) {
    const x = projection.x(line[i]!);
    const y = projection.y(line[i + 1]!);
    const isLast = !closed && i + 2 >= end;
    if (!isLast && Math.abs(x - keptX) < toleranceMm && Math.abs(y - keptY) < toleranceMm) continue;
    parts.push(`${mm(x)} ${mm(y)}`);
    keptX = x;
    keptY = y;
  }
  // Two points make a line, a surface takes three.
  return parts.length < (closed ? 3 : 2) ? '' : `M${parts.join('L')}${closed ? 'Z' : ''}`;
}

/** Surfaces as one piece of path data, holes left open by the even-odd rule; '' where none is shown. */
export const shapePath = (shape: MultiPolygon, projection: PageProjection): string =>
  shape.map((polygon) => polygon.map((ring) => linePath(ring, projection, true)).join('')).join('');

const meets = ([minX, minY, maxX, maxY]: Bounds, [west, south, east, north]: Bounds): boolean => minX <= east && maxX >= west && minY <= north && maxY >= south;
