import type { Address } from './addresses.ts';
import { apportion } from './apportion.ts';
import { inhabitants2007, persons2009 } from './published-figures.ts';
import type { Random } from './random.ts';

/** Persons in a house with a garden and in a flat: an assumption; only their ratio counts, the total is published. */
const personsPerDwelling = { house: 2.8, flat: 1.9 } as const;

/** Inhabitants of each block: by its dwellings, a little more or less from block to block, together the published total. */
export function inhabitantsOfBlocks(addresses: readonly Address[], blockCount: number, random: Random): number[] {
  const weights = Array.from({ length: blockCount }, () => 0);
  for (const { block, dwellings } of addresses) weights[block]! += dwellings * (dwellings > 1 ? personsPerDwelling.flat : personsPerDwelling.house);
  return apportion(inhabitants2007, weights.map((weight) => weight * (0.92 + 0.16 * random())));
}

/** The age structure of 2009 on the inhabitants of the base year. */
export const personsInBaseYear = (): number[] => apportion(inhabitants2007, persons2009);
