import { UNREACHED } from './travel-network.ts';
import type { NearestFacilities } from './nearest.ts';

/** How often somebody goes to a kind of facility, and how far each address has to it. */
export interface VisitedCategory {
  readonly visitsPerYear: number;
  readonly nearest: NearestFacilities;
}

/** One figure per address for how far daily life lies, and where a category is out of reach, which. */
export interface WeightedDistance {
  /** Whole millimetres or milliseconds; UNREACHED where a category has no answer. */
  readonly cost: Uint32Array;
  /** Row of the first category without answer, -1 where all are in reach. Leaving it out would flatter the address. */
  readonly missing: Int16Array;
}

/**
 * The mean way to the facilities of daily life, weighted by visits a year: D = Σ w·d / Σ w (Geroscoop, domain notes 1.2).
 * Categories without visits do not count; without any that count, nothing is known.
 */
export function weightedDistance(categories: readonly VisitedCategory[], addresses: number): WeightedDistance {
  const cost = new Uint32Array(addresses).fill(UNREACHED), missing = new Int16Array(addresses).fill(-1);
  const counting = [...categories.entries()].filter(([, { visitsPerYear }]) => visitsPerYear > 0);
  const visits = counting.reduce((sum, [, { visitsPerYear }]) => sum + visitsPerYear, 0);
  if (visits === 0) return { cost, missing };
  for (let i = 0; i < addresses; i++) {
    let total = 0;
    for (const [row, { visitsPerYear, nearest }] of counting) {
      const way = nearest.cost[i * nearest.k]!;
      if (way === UNREACHED) {
        missing[i] = row;
        break;
      }
      total += visitsPerYear * way;
    }
    if (missing[i] === -1) cost[i] = Math.round(total / visits);
  }
  return { cost, missing };
}
