import { rewind, toLambert2008, type Crs, type Line, type MultiPolygon, type Points } from '@woonzorgzones/core/geo';
import type { ImportPlace } from '@woonzorgzones/core/model';
import type { FileLedger } from './file-ledger.ts';
import { isInBelgium, isNullPosition } from './reference-system.ts';

/** Something read from a row, with its geometry still in the coordinates of the file. */
export interface Read<T, G> {
  readonly record: T;
  readonly place: ImportPlace;
  readonly geometry: G;
}

/** The same in Lambert 2008 metres. `fileX` and `fileY` are a point as the file wrote it. */
export interface PlacedPoint<T> {
  readonly record: T;
  readonly place: ImportPlace;
  readonly x: number;
  readonly y: number;
  readonly fileX: number;
  readonly fileY: number;
}

export interface Placed<T, G> {
  readonly record: T;
  readonly place: ImportPlace;
  readonly geometry: G;
}

type PositionReason = 'null-position' | 'outside-belgium';

function judge(from: Points, to: Points, i: number): PositionReason | null {
  if (isNullPosition(from[i]!, from[i + 1]!, to[i]!, to[i + 1]!)) return 'null-position';
  return isInBelgium(to[i]!, to[i + 1]!) ? null : 'outside-belgium';
}

export const positionText = (x: number, y: number): string => `${x}, ${y}`;

/** Points in Lambert 2008; those without a position or outside Belgium are refused. */
export function placePoints<T>(crs: Crs, rows: readonly Read<T, { readonly x: number; readonly y: number }>[], ledger: FileLedger): PlacedPoint<T>[] {
  const from = new Float64Array(rows.length * 2);
  for (const [i, { geometry }] of rows.entries()) {
    from[2 * i] = geometry.x;
    from[2 * i + 1] = geometry.y;
  }
  const to = toLambert2008(crs, from);
  return rows.flatMap(({ record, place, geometry }, row) => {
    const reason = judge(from, to, 2 * row);
    if (reason !== null) {
      ledger.refuseTaken(place, null, positionText(geometry.x, geometry.y), reason);
      return [];
    }
    return [{ record, place, x: to[2 * row]!, y: to[2 * row + 1]!, fileX: geometry.x, fileY: geometry.y }];
  });
}

/** Rows of points in Lambert 2008, or the first of their points that cannot be. */
function placeLine(crs: Crs, line: Line): { readonly line: Line } | { readonly reason: PositionReason; readonly x: number; readonly y: number } {
  const to = toLambert2008(crs, line);
  for (let i = 0; i < line.length; i += 2) {
    const reason = judge(line, to, i);
    if (reason !== null) return { reason, x: line[i]!, y: line[i + 1]! };
  }
  return { line: to };
}

/** Lines or rings in Lambert 2008; a row of which one point has no place in Belgium is refused whole. */
function placeRows<T, G, P>(
  rows: readonly Read<T, G>[], ledger: FileLedger, linesOf: (geometry: G) => readonly Line[], crs: Crs, make: (lines: readonly Line[], geometry: G) => P,
): Placed<T, P>[] {
  return rows.flatMap(({ record, place, geometry }) => {
    const placed: Line[] = [];
    for (const line of linesOf(geometry)) {
      const found = placeLine(crs, line);
      if ('reason' in found) {
        ledger.refuseTaken(place, null, positionText(found.x, found.y), found.reason);
        return [];
      }
      placed.push(found.line);
    }
    return [{ record, place, geometry: make(placed, geometry) }];
  });
}

export const placeLines = <T>(crs: Crs, rows: readonly Read<T, readonly Line[]>[], ledger: FileLedger): Placed<T, readonly Line[]>[] =>
  placeRows(rows, ledger, (lines) => lines, crs, (lines) => lines);

/** Shapes in Lambert 2008, wound the project's way. */
export const placeShapes = <T>(crs: Crs, rows: readonly Read<T, MultiPolygon>[], ledger: FileLedger): Placed<T, MultiPolygon>[] =>
  placeRows(rows, ledger, (shape) => shape.flat(), crs, (rings, shape) => {
    const left = [...rings];
    return rewind(shape.map((polygon) => left.splice(0, polygon.length)));
  });
