import { disclosureFloor, hidden, type Count } from '../model/index.ts';

/**
 * A count of persons as it may leave the planner's own screen: 1 up to the floor is hidden, zero may be shown
 * (drempelwaarde 5; domain: Provincies in Cijfers).
 */
export const disclose = (count: Count, floor: number = disclosureFloor): Count =>
  count.kind === 'known' && count.value > 0 && count.value < floor ? hidden : count;

/** Parts of a whole, and the whole, as they may be shown together. */
export interface Disclosed {
  readonly parts: readonly Count[];
  readonly whole: Count;
}

/**
 * Counts that add up, as they may leave the planner's own screen. Hiding the small ones is not enough: a whole beside its
 * other parts gives a hidden one away. So the smallest parts that are left go too, until those hidden are at least two and
 * together reach the floor; where no part is left to hide, the whole goes. Ties go to the first part.
 */
export function discloseParts(parts: readonly Count[], whole: Count, floor: number = disclosureFloor): Disclosed {
  const shown = parts.map((part) => disclose(part, floor));
  const mayShow = disclose(whole, floor);
  if (mayShow.kind !== 'known' || parts.some(({ kind }) => kind === 'unknown')) return { parts: shown, whole: mayShow };
  for (;;) {
    const gone = shown.flatMap((part, index) => (part.kind === 'hidden' ? [index] : []));
    if (gone.length === 0) return { parts: shown, whole: mayShow };
    const left = shown.flatMap((part, index) => (part.kind === 'known' && part.value > 0 ? [{ index, value: part.value }] : []));
    const together = mayShow.value - left.reduce((sum, { value }) => sum + value, 0);
    if (gone.length > 1 && together >= floor) return { parts: shown, whole: mayShow };
    const [smallest] = left.sort((a, b) => a.value - b.value || a.index - b.index);
    if (!smallest) return { parts: shown, whole: hidden };
    shown[smallest.index] = hidden;
  }
}
