import type { Line, MultiPolygon, Points, Ring } from '@woonzorgzones/core/geo';
import { err, ok, type Result } from '@woonzorgzones/core/model';

/** The geometry of a feature, still in the coordinates of its file. */
export type FileGeometry =
  | { readonly kind: 'point'; readonly x: number; readonly y: number }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'polygons'; readonly shape: MultiPolygon; readonly ringsClosed: number };

/** The geometry of a row, read when it is asked for. `type` is what its format calls it. */
export interface RowGeometry {
  readonly type: string;
  /** Null where it is there but empty. */
  read(): Result<FileGeometry | null, GeometryReason>;
}

export type GeometryReason = 'wrong-geometry' | 'broken-geometry';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Positions as [x0, y0, x1, y1, …]; null when one is no pair of finite numbers. Heights fall away. */
function positions(list: unknown): Float64Array | null {
  if (!isList(list)) return null;
  const out = new Float64Array(list.length * 2);
  for (const [i, position] of list.entries()) {
    if (!isList(position)) return null;
    const [x, y] = position;
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    out[2 * i] = x;
    out[2 * i + 1] = y;
  }
  return out;
}

/** The points of a ring, closed; null when there are too few. */
function ring(points: Points): { readonly points: Ring; readonly wasOpen: boolean } | null {
  if (points.length < 6) return null;
  const end = points.length - 2;
  if (points[0] === points[end] && points[1] === points[end + 1]) return points.length < 8 ? null : { points, wasOpen: false };
  const closed = new Float64Array(points.length + 2);
  closed.set(points);
  closed.set(points.subarray(0, 2), points.length);
  return { points: closed, wasOpen: true };
}

/** Areas of one row; null stands for points that could not be read. */
export function polygonsOf(list: readonly (readonly (Points | null)[])[]): Result<FileGeometry, GeometryReason> {
  let ringsClosed = 0;
  const shape: Ring[][] = [];
  for (const polygon of list) {
    if (polygon.length === 0) return err('broken-geometry');
    const rings: Ring[] = [];
    for (const points of polygon) {
      if (points === null) return err('broken-geometry');
      const found = ring(points);
      if (found === null) return err('broken-geometry');
      if (found.wasOpen) ringsClosed += 1;
      rings.push(found.points);
    }
    shape.push(rings);
  }
  return shape.length === 0 ? err('broken-geometry') : ok({ kind: 'polygons', shape, ringsClosed });
}

/** Lines of one row; null stands for points that could not be read. */
export function linesOf(list: readonly (Points | null)[]): Result<FileGeometry, GeometryReason> {
  const lines: Line[] = [];
  for (const points of list) {
    if (points === null || points.length < 4) return err('broken-geometry');
    lines.push(points);
  }
  return lines.length === 0 ? err('broken-geometry') : ok({ kind: 'lines', lines });
}

/** A point of one row; several points are a place only where they are one. */
export function pointOf(points: Points | null): Result<FileGeometry, GeometryReason> {
  if (points === null || points.length === 0) return err('broken-geometry');
  return points.length === 2 ? ok({ kind: 'point', x: points[0]!, y: points[1]! }) : err('wrong-geometry');
}

/** Reads a GeoJSON geometry object. Open rings are closed; anything else that does not fit is a reason. */
export function readGeometry(geometry: unknown): Result<FileGeometry, GeometryReason> {
  if (typeof geometry !== 'object' || geometry === null) return err('broken-geometry');
  const { type, coordinates } = geometry as { readonly type?: unknown; readonly coordinates?: unknown };
  switch (type) {
    case 'Point':
      return pointOf(positions([coordinates]));
    case 'MultiPoint':
      return pointOf(positions(coordinates));
    case 'LineString':
      return linesOf([positions(coordinates)]);
    case 'MultiLineString':
      return isList(coordinates) ? linesOf(coordinates.map(positions)) : err('broken-geometry');
    case 'Polygon':
      return isList(coordinates) ? polygonsOf([coordinates.map(positions)]) : err('broken-geometry');
    case 'MultiPolygon':
      return isList(coordinates) ? polygonsOf(coordinates.map((polygon) => (isList(polygon) ? polygon.map(positions) : []))) : err('broken-geometry');
    default:
      return err('wrong-geometry');
  }
}

/** The geometry member of a GeoJSON feature. */
export function geoJsonGeometry(geometry: unknown): RowGeometry | null {
  if (geometry === null || geometry === undefined) return null;
  const { type } = geometry as { readonly type?: unknown };
  return { type: typeof type === 'string' ? type : '', read: () => readGeometry(geometry) };
}
