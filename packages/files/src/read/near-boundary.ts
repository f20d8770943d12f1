import { boundsOf, crsCodes, fromLambert2008, type Bounds, type Line, type MultiPolygon, type Points } from '@woonzorgzones/core/geo';
import type { FileGeometry } from './geometry.ts';

/** A geometry as a file gives it, in whatever system. */
export type ReadGeometry = 'none' | { readonly x: number; readonly y: number } | readonly Line[] | MultiPolygon | FileGeometry;

export type NearTest = (geometry: ReadGeometry) => boolean;

const isShape = (geometry: readonly Line[] | MultiPolygon): geometry is MultiPolygon => Array.isArray(geometry[0]);

function runsOf(geometry: Exclude<ReadGeometry, 'none'>): readonly Points[] {
  if ('x' in geometry) return [Float64Array.of(geometry.x, geometry.y)];
  if (!('kind' in geometry)) return isShape(geometry) ? geometry.flat() : geometry;
  return geometry.kind === 'lines' ? geometry.lines : geometry.shape.flat();
}

/** Points along each side of a rectangle, so that it holds in a system in which its sides are bent. */
const stepsPerSide = 8;

/** The rectangle in Lambert 2008, as the rectangle round it in another system. */
function inSystem([minX, minY, maxX, maxY]: Bounds, crs: (typeof crsCodes)[number]): Bounds {
  const positions: number[] = [];
  for (let i = 0; i <= stepsPerSide; i++) {
    for (let j = 0; j <= stepsPerSide; j++) positions.push(minX + ((maxX - minX) * i) / stepsPerSide, minY + ((maxY - minY) * j) / stepsPerSide);
  }
  const projected = fromLambert2008(crs, Float64Array.from(positions));
  const xs = projected.filter((_, i) => i % 2 === 0), ys = projected.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * Whether something touches the rectangle round the municipality and its margin, told while a file streams by and before
 * its system is known: the rectangle is laid out in every system, and in Belgium the numbers of no two of them overlap.
 */
export function nearBoundary(boundary: MultiPolygon, marginMetres: number): NearTest {
  const [minX, minY, maxX, maxY] = boundsOf(boundary);
  const around: Bounds = [minX - marginMetres, minY - marginMetres, maxX + marginMetres, maxY + marginMetres];
  const boxes = crsCodes.map((crs) => inSystem(around, crs));
  return (geometry) => {
    if (geometry === 'none') return true;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const run of runsOf(geometry)) {
      for (let i = 0; i < run.length; i += 2) {
        west = Math.min(west, run[i]!);
        east = Math.max(east, run[i]!);
        south = Math.min(south, run[i + 1]!);
        north = Math.max(north, run[i + 1]!);
      }
    }
    return boxes.some(([boxWest, boxSouth, boxEast, boxNorth]) => west <= boxEast && east >= boxWest && south <= boxNorth && north >= boxSouth);
  };
}
