import type { Municipality, Plan } from '../../model/index.ts';

/** A figure of addresses put together for a zone, or for what is in none. */
export interface ZoneFigure {
  /** Null is whoever lives in no zone. */
  readonly zone: string | null;
  readonly persons: number;
  /** Over the persons who have the figure; null where nobody has. */
  readonly mean: number | null;
  /** Persons without the figure. */
  readonly without: number;
}

/**
 * The mean of a figure over the persons of each zone, in the order of the plan, those in no zone last and only where there
 * are any. `figure` and `persons` have an entry per address; NaN in `figure` is a person without one and never comes out.
 * `municipality` has the blocks as the plan has them. O(addresses).
 */
export function figurePerZone({ addresses, blocks }: Pick<Municipality, 'addresses' | 'blocks'>, { zones, zoneOfBlock }: Pick<Plan, 'zones' | 'zoneOfBlock'>, figure: Float64Array, persons: Float64Array): readonly ZoneFigure[] {
  const rows = new Map<string | null, { sum: number; having: number; persons: number }>([...zones.map(({ id }) => id), null].map((zone) => [zone, { sum: 0, having: 0, persons: 0 }]));
  for (let i = 0; i < figure.length; i++) {
    const row = rows.get(zoneOfBlock[blocks[addresses.block[i]!]!.id] ?? null)!;
    const here = persons[i]!, value = figure[i]!;
    row.persons += here;
    if (Number.isNaN(value)) continue;
    row.having += here;
    row.sum += here * value;
  }
  return [...rows].filter(([zone, row]) => zone !== null || row.persons > 0)
    .map(([zone, { sum, having, persons: all }]) => ({ zone, persons: all, mean: having > 0 ? sum / having : null, without: all - having }));
}
