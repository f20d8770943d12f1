import { centroid, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { GivenNucleus } from '@woonzorgzones/core/model';
import type { FileLedger } from '../read/file-ledger.ts';
import type { Placed, PlacedPoint } from '../read/place.ts';
import type { NamedRow } from './areas.ts';
import { byText } from './ids.ts';

/** Kernen as given, sorted by id; a drawn one is at its centre of gravity. A second kern with the same id is refused. */
export function giveNuclei(
  points: readonly PlacedPoint<NamedRow>[], shapes: readonly Placed<NamedRow, MultiPolygon>[], ledger: FileLedger, idColumn: string | null,
): readonly GivenNucleus[] {
  const drawn = shapes.map(({ record, place, geometry }) => {
    const [x, y] = centroid(geometry);
    return { place, nucleus: { ...record, x, y, shape: geometry } };
  });
  const all = [...points.map(({ record, place, x, y }) => ({ place, nucleus: { ...record, x, y, shape: null } })), ...drawn];
  all.sort((a, b) => byText(a.nucleus.id, b.nucleus.id) || a.nucleus.x - b.nucleus.x || a.nucleus.y - b.nucleus.y);
  return all.flatMap(({ place, nucleus }, i) => {
    if (nucleus.id !== all[i - 1]?.nucleus.id) return [nucleus];
    ledger.refuseTaken(place, idColumn, nucleus.id, 'duplicate-id');
    return [];
  });
}
