import type { Line, MultiPolygon, Ring } from '@woonzorgzones/core/geo';
import { err, ok, type Result } from '@woonzorgzones/core/model';

/** The geometry of a feature, still in the coordinates of its file. */
export type FileGeometry =
  | { readonly kind: 'point'; readonly x: number; readonly y: number }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'polygons'; readonly shape: MultiPolygon; readonly ringsClosed: number };

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

function line(list: unknown): Line | null {
  const points = positions(list);
  return points !== null && points.length >= 4 ? points : null;
}

function ring(list: unknown): { readonly points: Ring; readonly wasOpen: boolean } | null {
  const points = positions(list);
  if (points === null || points.length < 6) return null;
  const end = points.length - 2;
  if (points[0] === points[end] && points[1] === points[end + 1]) return points.length < 8 ? null : { points, wasOpen: false };
  const closed = new Float64Array(points.length + 2);
  closed.set(points);
  closed.set(points.subarray(0, 2), points.length);
  return { points: closed, wasOpen: true };
}

function polygons(list: readonly unknown[]): Result<FileGeometry, GeometryReason> {
  let ringsClosed = 0;
  const shape: Ring[][] = [];
  for (const polygon of list) {
    if (!isList(polygon) || polygon.length === 0) return err('broken-geometry');
    const rings: Ring[] = [];
    for (const given of polygon) {
      const found = ring(given);
      if (found === null) return err('broken-geometry');
      if (found.wasOpen) ringsClosed += 1;
      rings.push(found.points);
    }
    shape.push(rings);
  }
  return shape.length === 0 ? err('broken-geometry') : ok({ kind: 'polygons', shape, ringsClosed });
}

function lines(list: readonly unknown[]): Result<FileGeometry, GeometryReason> {
  const found: Line[] = [];
  for (const given of list) {
    const points = line(given);
    if (points === null) return err('broken-geometry');
    found.push(points);
  }
  return found.length === 0 ? err('broken-geometry') : ok({ kind: 'lines', lines: found });
}

/** Reads a GeoJSON geometry object. Open rings are closed; anything else that does not fit is a reason. */
export function readGeometry(geometry: unknown): Result<FileGeometry, GeometryReason> {
  if (typeof geometry !== 'object' || geometry === null) return err('broken-geometry');
  const { type, coordinates } = geometry as { readonly type?: unknown; readonly coordinates?: unknown };
  switch (type) {
    case 'Point': {
      const point = positions([coordinates]);
      return point === null ? err('broken-geometry') : ok({ kind: 'point', x: point[0]!, y: point[1]! });
    }
    case 'LineString':
      return lines([coordinates]);
    case 'MultiLineString':
      return isList(coordinates) ? lines(coordinates) : err('broken-geometry');
    case 'Polygon':
      return polygons([coordinates]);
    case 'MultiPolygon':
      return isList(coordinates) ? polygons(coordinates) : err('broken-geometry');
    default:
      return err('wrong-geometry');
  }
}
