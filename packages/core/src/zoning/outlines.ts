import { dissolveMesh } from '../geo/coverage.ts';
import type { MultiPolygon } from '../geo/shapes.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { blockMesh } from './block-mesh.ts';

/** What a zone looks like on the map. */
export interface ZoneOutline {
  /** Id of the zone. */
  readonly zone: string;
  /** Lambert 2008; empty for a zone without blocks. Neighbours share their borders vertex by vertex. */
  readonly shape: MultiPolygon;
}

/** The outline of every zone of a plan, in its order. Blocks are joined by their shared borders: no gaps, no slivers. Linear in the vertices of the blocks. */
export function zoneOutlines(municipality: Municipality, { zones, zoneOfBlock }: Pick<Plan, 'zoneOfBlock'> & { readonly zones: readonly Pick<Plan['zones'][number], 'id'>[] }): readonly ZoneOutline[] {
  const index = new Map(zones.map(({ id }, place) => [id, place]));
  const groupOf = Int32Array.from(municipality.blocks, ({ id }) => index.get(zoneOfBlock[id] ?? '') ?? -1);
  const shapes = dissolveMesh(blockMesh(municipality), groupOf, zones.length);
  return zones.map(({ id }, place) => ({ zone: id, shape: shapes[place]! }));
}
