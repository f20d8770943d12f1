import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';
import { partIds } from '@woonzorgzones/core/edit';

/** People who lie in one zone by the one plan and in another by the other; null is no zone. */
export interface ZoneDifference {
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly blocks: number;
  readonly inhabitants: number;
}

export interface ZoneDifferences {
  readonly told: readonly ZoneDifference[];
  /** Blocks that I cut otherwise, with parts in several zones: how many people live in each is known once the cut is kept. */
  readonly untold: number;
}

type Zones = Pick<PlanReply['plan'], 'zones' | 'zoneOfBlock' | 'splits'>;
type Split = NonNullable<Zones['splits']>[number];

const splitsByBlock = ({ splits = [] }: Zones): ReadonlyMap<string, Split> => new Map(splits.map((split) => [split.block, split]));

/** Where two states of a plan differ, by the names of zones; most inhabitants first, then by name. `blocks`: as `theirs` has them. O(blocks). */
export function zoneDifferences(blocks: BlockLayer['features'], mine: Zones, theirs: Zones): ZoneDifferences {
  const namer = ({ zones }: Zones) => {
    const names = new Map(zones.map(({ id, name }) => [id, name]));
    return (zone: string | undefined): string | null => names.get(zone ?? '') ?? null;
  };
  const [nameInMine, nameInTheirs] = [namer(mine), namer(theirs)];
  const [cutByMe, cutByThem] = [splitsByBlock(mine), splitsByBlock(theirs)];
  const cameFrom = new Map((theirs.splits ?? []).flatMap((split) => partIds(split).map((part) => [part, split.block] as const)));
  const partsInMine = (block: string): readonly string[] => {
    const split = cutByMe.get(block);
    return split === undefined ? [block] : partIds(split).flatMap(partsInMine);
  };
  /** The least that holds this block of theirs and that I have too: itself, what it was cut from, or what I cut otherwise. */
  const sharedWith = (block: string): string => {
    const before = cameFrom.get(block);
    if (before === undefined) return block;
    const shared = sharedWith(before);
    const [byMe, byThem] = [cutByMe.get(before), cutByThem.get(before)];
    return shared === before && byMe !== undefined && JSON.stringify(byMe.line) === JSON.stringify(byThem?.line) ? block : shared;
  };
  const found = new Map<string, ZoneDifference>();
  const untold = new Set<string>();
  for (const { properties: { id, inhabitants } } of blocks) {
    const shared = sharedWith(id);
    const [zone, ...others] = new Set(partsInMine(shared).map((part) => mine.zoneOfBlock[part]));
    if (others.length > 0) {
      untold.add(shared);
      continue;
    }
    // The same zone under another name is no move.
    if (zone === theirs.zoneOfBlock[id]) continue;
    const [from, to] = [nameInMine(zone), nameInTheirs(theirs.zoneOfBlock[id])];
    const key = JSON.stringify([from, to]);
    const before = found.get(key) ?? { mine: from, theirs: to, blocks: 0, inhabitants: 0 };
    found.set(key, { ...before, blocks: before.blocks + 1, inhabitants: before.inhabitants + inhabitants });
  }
  const told = [...found].sort(([a, one], [b, other]) => other.inhabitants - one.inhabitants || (a < b ? -1 : 1)).map(([, difference]) => difference);
  return { told, untold: untold.size };
}
