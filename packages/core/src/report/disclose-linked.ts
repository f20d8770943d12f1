import { disclosureFloor, hidden, type Count } from '../model/index.ts';
import { disclose } from './disclose.ts';
import { givenAway } from './other-figures.ts';

/** Positions of counts that add up: the parts, and what they add up to. */
export interface Sum {
  readonly parts: readonly number[];
  readonly whole: number;
}

export interface HidingRule {
  readonly floor?: number;
  /** Positions that are hidden whatever they count, since other figures would tell of few persons beside them. */
  readonly gone?: ReadonlySet<number>;
  /** Positions that stand nowhere and can only be reckoned out: they go first. */
  readonly unprinted?: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/**
 * Counts of persons in several tables that add up in several ways, as they may leave the planner's own screen together: primary
 * suppression of what is under the floor, then secondary suppression until nobody can reckon a hidden count from all sums
 * together, neither exactly nor as fewer than the floor. First each sum by itself: those hidden in it are at least two, and leave
 * room for the floor. Then all sums at once (`givenAway`). The smallest counts that are left go with the small ones, ties to the
 * first; what is printed nowhere goes before them, a whole last; nobody (zero) is always told. Sums with a part that is unknown guard nothing.
 * O(sums × counts hidden) where sums by themselves suffice, else that of `givenAway` for each count hidden after it.
 */
export function discloseLinked(counts: readonly Count[], sums: readonly Sum[], { floor = disclosureFloor, gone = none, unprinted = none }: HidingRule = {}): readonly Count[] {
  const shown = counts.map((count, at) => (gone.has(at) && count.kind === 'known' && count.value > 0 ? hidden : disclose(count, floor)));
  const guarded = sums.filter(({ parts, whole }) => [...parts, whole].every((at) => counts[at]!.kind === 'known'));
  const figures: Figures = { valueAt: (at) => (counts[at] as { readonly value: number }).value, unprinted };
  for (;;) {
    if (!hideWithinSums(figures, shown, guarded, floor) && !hideAcrossSums(figures, shown, guarded, floor)) return shown;
  }
}

interface Figures {
  readonly valueAt: (position: number) => number;
  readonly unprinted: ReadonlySet<number>;
}

/** Whether a count had to go for the sake of one sum. */
function hideWithinSums(figures: Figures, shown: Count[], sums: readonly Sum[], floor: number): boolean {
  const before = shown.filter(({ kind }) => kind === 'hidden').length;
  for (const sum of sums) {
    for (let goes = nextToHide(figures, shown, sum, floor); goes !== null; goes = nextToHide(figures, shown, sum, floor)) shown[goes] = hidden;
  }
  return shown.filter(({ kind }) => kind === 'hidden').length > before;
}

/** Whether a count had to go for the sake of all sums together. */
function hideAcrossSums(figures: Figures, shown: Count[], sums: readonly Sum[], floor: number): boolean {
  let changed = false;
  for (const group of linkedGroups(shown, sums)) {
    const indexOf = new Map(group.positions.map((position, index) => [position, index]));
    const own = group.sums.map(({ parts, whole }) => ({ parts: parts.flatMap((at) => indexOf.get(at) ?? []), whole: indexOf.get(whole) ?? null }));
    const told = givenAway({ values: group.positions.map((at) => figures.valueAt(at)), sums: own }, floor);
    for (const index of told) {
      const position = group.positions[index]!;
      const near = group.sums.filter(({ parts, whole }) => whole === position || parts.includes(position));
      const goes = smallestLeft(figures, shown, near) ?? smallestLeft(figures, shown, group.sums);
      if (goes === null) continue;
      shown[goes] = hidden;
      changed = true;
      // What goes for one often guards others too.
      break;
    }
  }
  return changed;
}

/** Hidden counts that stand in sums together, directly or by way of others. */
function linkedGroups(shown: readonly Count[], sums: readonly Sum[]): readonly { readonly positions: readonly number[]; readonly sums: readonly Sum[] }[] {
  const hiddenOf = new Map(sums.map((sum) => [sum, [...sum.parts, sum.whole].filter((at) => shown[at]!.kind === 'hidden')]));
  const sumsAt = new Map<number, Sum[]>();
  for (const [sum, positions] of hiddenOf) for (const at of positions) sumsAt.set(at, [...(sumsAt.get(at) ?? []), sum]);
  const seen = new Set<Sum>();
  return sums.flatMap((first) => {
    if (seen.has(first) || hiddenOf.get(first)!.length === 0) return [];
    seen.add(first);
    const group = [first];
    const positions = new Set<number>();
    for (const sum of group) {
      for (const at of hiddenOf.get(sum)!) {
        if (positions.has(at)) continue;
        positions.add(at);
        for (const other of sumsAt.get(at)!) {
          if (seen.has(other)) continue;
          seen.add(other);
          group.push(other);
        }
      }
    }
    return [{ positions: [...positions].sort((a, b) => a - b), sums: group }];
  });
}

/** The count of this sum that must go too, or null when what is hidden cannot be reckoned out of it. */
function nextToHide(figures: Figures, shown: readonly Count[], { parts, whole }: Sum, floor: number): number | null {
  const isHidden = (at: number): boolean => shown[at]!.kind === 'hidden';
  const gone = parts.filter(isHidden);
  if (isHidden(whole)) return gone.length > 0 ? null : smallest(figures, parts.filter((at) => figures.valueAt(at) > 0));
  if (gone.length === 0) return null;
  // Each of them is at least one person: what is left of the rest is the most that any can be.
  const most = gone.reduce((sum, at) => sum + figures.valueAt(at), 0) - (gone.length - 1);
  if (gone.length > 1 && most >= floor) return null;
  return smallest(figures, parts.filter((at) => !isHidden(at) && figures.valueAt(at) > 0)) ?? whole;
}

/** The smallest count told in these sums, a whole only where no part is left. */
function smallestLeft(figures: Figures, shown: readonly Count[], sums: readonly Sum[]): number | null {
  const isLeft = (at: number): boolean => shown[at]!.kind === 'known' && figures.valueAt(at) > 0;
  return smallest(figures, sums.flatMap(({ parts }) => parts.filter(isLeft))) ?? smallest(figures, sums.flatMap(({ whole }) => (isLeft(whole) ? [whole] : [])));
}

/** Unprinted ones first, then by size; ties to the first. */
const smallest = ({ valueAt, unprinted }: Figures, positions: readonly number[]): number | null => positions.reduce<number | null>((best, at) => {
  if (best === null || unprinted.has(at) !== unprinted.has(best)) return best === null || unprinted.has(at) ? at : best;
  return valueAt(at) < valueAt(best) ? at : best;
}, null);

/** Parts of a whole, and the whole, as they may be shown together. */
export interface Disclosed {
  readonly parts: readonly Count[];
  readonly whole: Count;
}

/** Counts that add up to one whole, as they may leave the planner's own screen. */
export function discloseParts(parts: readonly Count[], whole: Count): Disclosed {
  const told = discloseLinked([...parts, whole], [{ parts: [...parts.keys()], whole: parts.length }]);
  return { parts: told.slice(0, -1), whole: told.at(-1)! };
}
