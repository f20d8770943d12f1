import { disclosureFloor, hidden, type Count } from '../model/index.ts';
import { disclose } from './disclose.ts';

/** Positions of counts that add up: the parts, and what they add up to. */
export interface Sum {
  readonly parts: readonly number[];
  readonly whole: number;
}

/**
 * Counts of persons in several tables that add up in several ways, as they may leave the planner's own screen together. Of
 * every sum that holds a hidden count, the hidden ones are at least two, and the hidden parts together reach the floor where
 * the whole is told: no subtraction within one sum gives away fewer than five persons. The smallest counts that are left go
 * with the small ones, ties to the first; a whole goes last. Sums with a part that is unknown guard nothing. O(sums × counts hidden).
 */
export function discloseLinked(counts: readonly Count[], sums: readonly Sum[], floor: number = disclosureFloor): readonly Count[] {
  const shown = counts.map((count) => disclose(count, floor));
  const guarded = sums.filter(({ parts, whole }) => [...parts, whole].every((at) => counts[at]!.kind === 'known'));
  for (let changed = true; changed;) {
    changed = false;
    for (const sum of guarded) {
      const goes = nextToHide(counts, shown, sum, floor);
      if (goes === null) continue;
      shown[goes] = hidden;
      changed = true;
    }
  }
  return shown;
}

/** The count of this sum that must go too, or null when what is hidden cannot be reckoned out. */
function nextToHide(counts: readonly Count[], shown: readonly Count[], { parts, whole }: Sum, floor: number): number | null {
  const isHidden = (at: number): boolean => shown[at]!.kind === 'hidden';
  const valueOf = (at: number): number => (counts[at] as { readonly value: number }).value;
  const gone = parts.filter(isHidden);
  if (isHidden(whole)) return gone.length > 0 ? null : (smallest(parts.filter((at) => valueOf(at) > 0), valueOf));
  if (gone.length === 0) return null;
  if (gone.length > 1 && gone.reduce((sum, at) => sum + valueOf(at), 0) >= floor) return null;
  return smallest(parts.filter((at) => !isHidden(at) && valueOf(at) > 0), valueOf) ?? whole;
}

const smallest = (positions: readonly number[], valueOf: (at: number) => number): number | null =>
  positions.reduce<number | null>((best, at) => (best === null || valueOf(at) < valueOf(best) ? at : best), null);
