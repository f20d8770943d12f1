import type { BarrierKind } from '@woonzorgzones/core/model';
import type { Tags } from './osm-source.ts';

const isSet = (value: string | undefined): boolean => value !== undefined && value !== 'no';

const canals = new Set(['canal', 'lock', 'moat', 'dock', 'harbour']);
const rivers = new Set(['river', 'oxbow', 'riverbank']);

/**
 * What a way or area keeps apart at ground level; null for what a walker can step over or under: a ditch or brook, a viaduct,
 * a culvert, a tunnel. The edge of a river or canal drawn as an area counts like its middle line. (domain notes 6.6)
 */
export function readBarrierTags(tags: Tags): BarrierKind | null {
  if (isSet(tags['tunnel']) || isSet(tags['bridge']) || isSet(tags['covered']) || Number(tags['layer'] ?? 0) < 0) return null;
  const railway = tags['railway'];
  if (railway === 'rail' || railway === 'light_rail' || railway === 'narrow_gauge') return tags['service'] === 'spur' || tags['usage'] === 'tourism' ? null : 'spoorweg';
  const water = tags['waterway'] ?? (tags['natural'] === 'water' ? tags['water'] : undefined);
  if (water !== undefined && canals.has(water)) return 'kanaal';
  if (water !== undefined && rivers.has(water)) return 'rivier';
  const highway = tags['highway'];
  if (highway === 'motorway') return 'autosnelweg';
  return highway === 'trunk' ? 'expresweg' : null;
}
