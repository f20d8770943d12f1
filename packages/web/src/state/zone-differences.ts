import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';

/** People who lie in one zone by the one plan and in another by the other; null is no zone. */
export interface ZoneDifference {
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly blocks: number;
  readonly inhabitants: number;
}

type Zones = Pick<PlanReply['plan'], 'zones' | 'zoneOfBlock'>;

/** Where two states of a plan differ, by the names of zones; most inhabitants first, then by name. O(blocks). */
export function zoneDifferences(blocks: BlockLayer['features'], mine: Zones, theirs: Zones): readonly ZoneDifference[] {
  const namer = ({ zones, zoneOfBlock }: Zones) => {
    const names = new Map(zones.map(({ id, name }) => [id, name]));
    return (block: string): string | null => names.get(zoneOfBlock[block] ?? '') ?? null;
  };
  const [inMine, inTheirs] = [namer(mine), namer(theirs)];
  const found = new Map<string, ZoneDifference>();
  for (const { properties: { id, inhabitants } } of blocks) {
    // The same zone under another name is no move.
    if (mine.zoneOfBlock[id] === theirs.zoneOfBlock[id]) continue;
    const [from, to] = [inMine(id), inTheirs(id)];
    const key = JSON.stringify([from, to]);
    const before = found.get(key) ?? { mine: from, theirs: to, blocks: 0, inhabitants: 0 };
    found.set(key, { ...before, blocks: before.blocks + 1, inhabitants: before.inhabitants + inhabitants });
  }
  return [...found].sort(([a, one], [b, other]) => other.inhabitants - one.inhabitants || (a < b ? -1 : 1)).map(([, difference]) => difference);
}
