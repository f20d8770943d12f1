/**
 * A figure that may be missing. Missing, hidden, zero and not applicable are four things:
 * - known: measured or modelled, zero included;
 * - hidden: known to the planner, but under the disclosure floor and therefore not told;
 * - unknown: nobody gave it;
 * - not-applicable: the question has no meaning here (capacity of a park).
 */
export type Count =
  | { readonly kind: 'known'; readonly value: number }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-applicable' };

export const known = (value: number): Count => ({ kind: 'known', value });
export const hidden: Count = { kind: 'hidden' };
export const unknown: Count = { kind: 'unknown' };
export const notApplicable: Count = { kind: 'not-applicable' };

/** Counts from 1 up to, not including, this floor are told to nobody but the planner (drempelwaarde 5; zero may be shown). */
export const disclosureFloor = 5;

/** A sum with an unknown part is unknown, with a hidden part hidden; parts that do not apply are left out. */
export function sumCounts(counts: Iterable<Count>): Count {
  let total = 0;
  let applies = false;
  let missing: Count | null = null;
  for (const count of counts) {
    if (count.kind === 'not-applicable') continue;
    applies = true;
    if (count.kind === 'known') total += count.value;
    else if (count.kind === 'unknown' || missing === null) missing = count;
  }
  if (!applies) return notApplicable;
  return missing ?? known(total);
}
