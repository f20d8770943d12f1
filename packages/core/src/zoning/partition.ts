import { bandsWithin } from '../model/age.ts';
import type { Division, Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { persons, type Persons } from '../model/units.ts';
import { overlapOf, type PlanComparison } from './compare.ts';
import type { Delineation, ZoneProposal } from './delineate.ts';

/** People divided over named classes address by address, so that plans that cut blocks otherwise can be compared exactly. */
export interface Partition {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Per address of the municipality; -1 for none. */
  readonly classOfAddress: Int32Array;
}

/** The zones of a plan, or of a proposal, on the blocks it speaks of (`blocksOf`). O(addresses). */
export function partitionOfZones(
  { blocks, addresses }: Pick<Municipality, 'blocks' | 'addresses'>, { zones, zoneOfBlock }: { readonly zones: readonly { readonly id: string; readonly name: string }[]; readonly zoneOfBlock: Plan['zoneOfBlock'] },
): Partition {
  const places = new Map(zones.map(({ id }, place) => [id, place]));
  const classOfBlock = blocks.map(({ id }) => places.get(zoneOfBlock[id] ?? '') ?? -1);
  return { ids: zones.map(({ id }) => id), names: zones.map(({ name }) => name), classOfAddress: addresses.block.map((block) => classOfBlock[block]!) };
}

/** The areas of an existing division, by whole blocks. O(addresses). */
export const partitionOfDivision = ({ addresses }: Pick<Municipality, 'addresses'>, { areas, areaOfBlock }: Division): Partition => ({
  ids: areas.map(({ id }) => id), names: areas.map(({ name }) => name), classOfAddress: addresses.block.map((block) => areaOfBlock[block]!),
});

/** What the engine found, in one order: the best, then the alternatives, then the best of each number of zones. */
export const proposalsOf = (found: Delineation): readonly ZoneProposal[] => [found, ...found.alternatives, ...found.front];

/** People who are in one class by the first and in one that is not its match by the second; null is none. */
export interface Move {
  readonly from: string | null;
  readonly fromName: string | null;
  readonly to: string | null;
  readonly toName: string | null;
  readonly inhabitants: Persons;
  /** Null when the ages of the dataset do not divide at 75. */
  readonly from75: Persons | null;
}

/** Two divisions of the people of a municipality beside each other. */
export interface PartitionComparison extends PlanComparison {
  /** Most inhabitants first; ties by name. Empty where both are the same but for the names. */
  readonly moves: readonly Move[];
}

/** How many people live in each class of a partition, in its order. O(addresses × bands). */
export function inhabitantsPerClass({ addresses, bands }: Pick<Municipality, 'addresses' | 'bands'>, { ids, classOfAddress }: Partition): readonly number[] {
  const sums = ids.map(() => 0);
  for (const [row, place] of classOfAddress.entries()) {
    if (place === -1) continue;
    for (let band = 0; band < bands.length; band++) sums[place]! += addresses.persons[row * bands.length + band]!;
  }
  return sums;
}

/** How two divisions lie over each other and who would change area, address by address. O(addresses × bands + classes³). */
export function comparePartitions({ addresses, bands }: Pick<Municipality, 'addresses' | 'bands'>, first: Partition, second: Partition): PartitionComparison {
  const old = bandsWithin(bands, { from: 75, to: null });
  const inhabitants = new Float64Array(addresses.ids.length);
  const older = new Float64Array(addresses.ids.length);
  for (let row = 0; row < inhabitants.length; row++) {
    for (let band = 0; band < bands.length; band++) inhabitants[row]! += addresses.persons[row * bands.length + band]!;
    for (const band of old ?? []) older[row]! += addresses.persons[row * bands.length + band]!;
  }
  const comparison = overlapOf(inhabitants, { ...first, classes: first.classOfAddress }, { ...second, classes: second.classOfAddress });
  const counts = new Map<string, { from: number; to: number; inhabitants: number; from75: number }>();
  for (let row = 0; row < inhabitants.length; row++) {
    const [from, to] = [first.classOfAddress[row]!, second.classOfAddress[row]!];
    if (from === to && from === -1) continue;
    if (from !== -1 && comparison.overlap.match[from] === to) continue;
    if (inhabitants[row] === 0) continue;
    const key = `${from}/${to}`;
    const count = counts.get(key) ?? { from, to, inhabitants: 0, from75: 0 };
    count.inhabitants += inhabitants[row]!;
    count.from75 += older[row]!;
    counts.set(key, count);
  }
  const moves = [...counts.values()].map(({ from, to, inhabitants: all, from75 }): Move => ({
    from: first.ids[from] ?? null, fromName: first.names[from] ?? null, to: second.ids[to] ?? null, toName: second.names[to] ?? null,
    inhabitants: persons(all), from75: old === null ? null : persons(from75),
  }));
  const nameOf = ({ fromName, toName, from, to }: Move): string => JSON.stringify([fromName, toName, from, to]);
  moves.sort((a, b) => b.inhabitants - a.inhabitants || (nameOf(a) < nameOf(b) ? -1 : 1));
  return { ...comparison, moves };
}

/** A block that, for most of its people, changes class. */
export interface MovedBlock {
  readonly block: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Which blocks lie in another class by the second than the match of their class by the first: what a difference map fills.
 * A block that the second cuts goes by where most of its addresses are. O(addresses).
 */
export function movedBlocks({ blocks, addresses }: Pick<Municipality, 'blocks' | 'addresses'>, first: Partition, second: Partition, match: readonly number[]): readonly MovedBlock[] {
  const mostIn = (partition: Partition): Int32Array => {
    const votes = blocks.map(() => new Map<number, number>());
    for (let row = 0; row < addresses.block.length; row++) {
      const own = votes[addresses.block[row]!]!;
      const place = partition.classOfAddress[row]!;
      own.set(place, (own.get(place) ?? 0) + 1);
    }
    return Int32Array.from(votes, (own) => [...own].sort(([a, one], [b, other]) => other - one || a - b)[0]?.[0] ?? -1);
  };
  const [before, after] = [mostIn(first), mostIn(second)];
  return blocks.flatMap(({ id }, block): MovedBlock[] => {
    const [from, to] = [before[block]!, after[block]!];
    if ((from === -1 && to === -1) || (from !== -1 && match[from] === to)) return [];
    return [{ block: id, from: first.ids[from] ?? null, to: second.ids[to] ?? null }];
  });
}
