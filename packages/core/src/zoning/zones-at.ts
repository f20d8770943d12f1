import { indexAreas } from '../geo/area-index.ts';
import type { Municipality, Plan } from '../model/index.ts';

/**
 * The zone of the plan each of these places lies in: that of the block that holds it; null outside every block and in blocks
 * that are not given to a zone. Places in Lambert 2008 metres.
 */
export function zonesAt({ blocks }: Pick<Municipality, 'blocks'>, { zoneOfBlock }: Pick<Plan, 'zoneOfBlock'>, places: readonly { readonly x: number; readonly y: number }[]): readonly (string | null)[] {
  const areas = indexAreas(blocks.map(({ shape }) => shape));
  return places.map(({ x, y }) => {
    const block = blocks[areas.locate(x, y)];
    return block === undefined ? null : (zoneOfBlock[block.id] ?? null);
  });
}
