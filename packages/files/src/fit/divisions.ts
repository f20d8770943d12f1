import { findOverlaps, indexAreas, selfIntersection, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { Division, DivisionArea } from '@woonzorgzones/core/model';
import type { FileLedger } from '../read/file-ledger.ts';
import type { Placed } from '../read/place.ts';
import type { NamedRow } from '../take/areas.ts';
import { byText } from '../take/ids.ts';

/** The areas of a division, sorted by id; several rows with one id and name are parts of one area. A crossed outline is refused. */
export function divisionAreas(rows: readonly Placed<NamedRow, MultiPolygon>[], ledger: FileLedger): readonly DivisionArea[] {
  const sound = rows.filter(({ geometry, place, record }) => {
    if (selfIntersection(geometry) === null) return true;
    ledger.refuseTaken(place, null, record.id, 'self-intersecting');
    return false;
  });
  return [...Map.groupBy(sound, ({ record }) => record.id)]
    .map(([id, parts]) => ({ id, name: parts[0]!.record.name, shape: parts.flatMap(({ geometry }) => geometry) }))
    .sort((a, b) => byText(a.id, b.id));
}

/** The area with most of the shape's surface, -1 when none touches it. */
function areaWithMostSurface(shape: MultiPolygon, areas: readonly MultiPolygon[]): number {
  let best = -1;
  let most = 0;
  for (const { a, b, areaM2 } of findOverlaps([shape, ...areas], 0)) {
    if (a === 0 && areaM2 > most) {
      most = areaM2;
      best = b - 1;
    }
  }
  return best;
}

/** A division with, per block, the area that holds most of its addresses; of its surface where it has none. */
export function fitDivision(
  division: { readonly id: string; readonly name: string }, areas: readonly DivisionArea[], blocks: readonly MultiPolygon[],
  addresses: readonly { readonly x: number; readonly y: number; readonly block: number }[],
): Division {
  const shapes = areas.map(({ shape }) => shape);
  const index = indexAreas(shapes);
  const counts = new Int32Array(blocks.length * areas.length);
  for (const { x, y, block } of addresses) {
    const area = index.locate(x, y);
    if (area !== -1) counts[block * areas.length + area]! += 1;
  }
  const areaOfBlock = Int32Array.from(blocks, (shape, block) => {
    let best = -1;
    let most = 0;
    for (let area = 0; area < areas.length; area++) {
      const count = counts[block * areas.length + area]!;
      if (count > most) {
        most = count;
        best = area;
      }
    }
    return best === -1 ? areaWithMostSurface(shape, shapes) : best;
  });
  return { ...division, areas, areaOfBlock };
}
