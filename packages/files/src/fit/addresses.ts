import { boundsOf, containsPoint, distanceToLineMetres, indexAreas, toLambert2008, type Bounds, type Crs, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { FileLedger } from '../read/file-ledger.ts';
import { positionText } from '../read/place.ts';
import type { FileProblem } from '../read/problem.ts';
import type { Address } from '../take/addresses.ts';

/** An address this near to a block that holds it not is in it: published borders are simplified (Genk: Torenlaan 375 lies 3 m outside). */
export const snapMetres = 10;

export interface LocatedAddress extends Address {
  /** Index of the block it lies in. */
  readonly block: number;
}

const isNear = ([minX, minY, maxX, maxY]: Bounds, x: number, y: number): boolean =>
  x > minX - snapMetres && x < maxX + snapMetres && y > minY - snapMetres && y < maxY + snapMetres;

/** Finds the block a point is nearest to, -1 when none is near enough. */
function nearestBlocks(shapes: readonly MultiPolygon[]): (x: number, y: number) => number {
  const boxes = shapes.map(boundsOf);
  return (x, y) => {
    let nearest = -1;
    let least: number = snapMetres;
    for (const [index, shape] of shapes.entries()) {
      if (!isNear(boxes[index]!, x, y)) continue;
      for (const ring of shape.flat()) {
        const metres = distanceToLineMetres(x, y, ring);
        if (metres < least) {
          least = metres;
          nearest = index;
        }
      }
    }
    return nearest;
  };
}

/** Addresses with the block each lies in; those outside the municipality or between blocks are refused. */
export function locateAddresses(addresses: readonly Address[], shapes: readonly MultiPolygon[], boundary: MultiPolygon, ledger: FileLedger): LocatedAddress[] {
  const areas = indexAreas(shapes);
  const nearest = nearestBlocks(shapes);
  return addresses.flatMap((address) => {
    const { x, y, row } = address;
    const inside = areas.locate(x, y);
    if (inside !== -1) return [{ ...address, block: inside }];
    const near = nearest(x, y);
    if (near !== -1) {
      ledger.repair('moved-into-block', row.place);
      return [{ ...address, block: near }];
    }
    ledger.refuseTaken(row.place, null, positionText(row.fileX, row.fileY), containsPoint(boundary, x, y) ? 'in-no-block' : 'outside-boundary');
    return [];
  });
}

/** Exchanged axes of a Lambert file stay in Belgium; that most addresses would lie in the municipality once put right gives them away. */
export function exchangedAxes(addresses: readonly Address[], boundary: MultiPolygon, crs: Crs): FileProblem | null {
  const inBoundary = (xy: Float64Array) => {
    let count = 0;
    for (let i = 0; i < xy.length; i += 2) if (containsPoint(boundary, xy[i]!, xy[i + 1]!)) count += 1;
    return count;
  };
  const stride = Math.max(1, Math.floor(addresses.length / 500));
  const sample = addresses.filter((_, i) => i % stride === 0);
  if (sample.length === 0) return null;
  const asRead = inBoundary(Float64Array.from(sample.flatMap(({ x, y }) => [x, y])));
  const exchanged = inBoundary(toLambert2008(crs, Float64Array.from(sample.flatMap(({ row }) => [row.fileY, row.fileX]))));
  if (asRead > 0 || exchanged * 2 <= sample.length) return null;
  return { code: 'swapped-axes', place: {}, facts: { crs, example: { x: sample[0]!.row.fileX, y: sample[0]!.row.fileY } } };
}
