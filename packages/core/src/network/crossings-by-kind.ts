import { distanceToLineMetres } from '../geo/line.ts';
import type { Barrier, BarrierKind, Crossing } from '../model/municipality.ts';

/**
 * How many crossings each kind of barrier has; every kind that is there, 0 where nobody gets past it. A crossing counts once, for
 * the barrier nearest to it (of equally near ones the first). Nothing where there is no barrier. Cost: crossings times the points of the barriers.
 */
export function crossingsByKind(barriers: readonly Barrier[], crossings: readonly Crossing[]): Readonly<Partial<Record<BarrierKind, number>>> {
  const counts: Partial<Record<BarrierKind, number>> = {};
  for (const { kind } of barriers) counts[kind] = 0;
  for (const { x, y } of crossings) {
    let nearest = Infinity;
    let kind: BarrierKind | null = null;
    for (const barrier of barriers) {
      const metres = distanceToLineMetres(x, y, barrier.line);
      if (metres >= nearest) continue;
      nearest = metres;
      kind = barrier.kind;
    }
    if (kind !== null) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
