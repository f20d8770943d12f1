import type { Municipality } from '../model/municipality.ts';

/** A block of a finer division: which block it was, or was cut from, and whether what cannot be divided goes with it. */
interface PartOfBlock {
  readonly from: number;
  readonly isMain: boolean;
}

/**
 * What files say of a block without saying where in it, for its parts: they keep the figures of their whole; its dwellings and
 * plots stay with its main part, so that no sum changes. O(parts × indicators + dwellings).
 */
export function factsOfParts({ indicators, dwellings, housingReserve }: Municipality, parts: readonly PartOfBlock[]): Partial<Municipality> {
  const placeOf = new Map(parts.flatMap(({ from, isMain }, place) => (isMain ? [[from, place] as const] : [])));
  const moved = <T extends { readonly block: number }>(rows: readonly T[]): readonly T[] => rows.map((row) => ({ ...row, block: placeOf.get(row.block) ?? -1 }));
  return {
    ...(indicators && { indicators: indicators.map((indicator) => ({ ...indicator, values: parts.map(({ from }) => indicator.values[from] ?? null) })) }),
    ...(dwellings && { dwellings: moved(dwellings) }),
    ...(housingReserve && { housingReserve: moved(housingReserve) }),
  };
}
