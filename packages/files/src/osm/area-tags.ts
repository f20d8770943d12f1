import type { Tags } from './osm-source.ts';

/** What an area is to the quiet ground of the map. */
export type AreaKind = 'water' | 'green' | 'building';

const greenLeisure = new Set(['park', 'garden', 'nature_reserve', 'common', 'dog_park']);
const greenUse = new Set(['forest', 'village_green', 'recreation_ground', 'cemetery', 'allotments', 'meadow', 'grass', 'orchard']);
const greenNature = new Set(['wood', 'heath', 'scrub', 'grassland', 'wetland']);
const waterUse = new Set(['reservoir', 'basin']);

/** What a closed way or multipolygon is drawn as; null for what the ground does not show. (domain notes 6.6) */
export function readAreaTags(tags: Tags): AreaKind | null {
  const building = tags['building'];
  if (building !== undefined && building !== 'no') return 'building';
  const { natural, landuse, leisure, waterway } = tags;
  if (natural === 'water' || waterway === 'riverbank' || waterway === 'dock' || waterUse.has(landuse ?? '')) return 'water';
  return greenLeisure.has(leisure ?? '') || greenUse.has(landuse ?? '') || greenNature.has(natural ?? '') ? 'green' : null;
}
