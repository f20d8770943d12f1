import type { BlockLayer } from '@woonzorgzones/api/schemas';
import type { Edit } from '@woonzorgzones/core/edit';
import { boundsOf, centroid, toLambert2008, type MultiPolygon } from '@woonzorgzones/core/geo';
import { partsOfCut } from '@woonzorgzones/core/zoning';

/** So far beyond the block its cutting line runs, in metres. */
const beyond = 10;

/** The step that cuts a block through its middle; null where the line leaves it whole, as between the two pieces of one block. */
export function middleCut({ geometry, properties: { id } }: BlockLayer['features'][number], into: 'north-south' | 'west-east'): Edit | null {
  const shape: MultiPolygon = geometry.coordinates.map((polygon) => polygon.map((ring) => toLambert2008('EPSG:4326', Float64Array.from(ring.flat()))));
  const [minX, minY, maxX, maxY] = boundsOf(shape);
  const [x, y] = centroid(shape);
  const line = into === 'north-south' ? [minX - beyond, y, maxX + beyond, y] : [x, minY - beyond, x, maxY + beyond];
  const parts = partsOfCut({ blocks: [{ id, shape }] }, id, line).length;
  return parts === 1 ? null : { kind: 'split-block', block: id, line, parts };
}
