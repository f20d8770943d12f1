import { known, notApplicable, unknown, type Count } from '../model/index.ts';

/** The blocks of an area, by index: a zone, the unassigned rest, or all of them. */
export type Area = readonly number[];

export function sumOver(area: Area, perBlock: ArrayLike<number>): number {
  let sum = 0;
  for (const block of area) sum += perBlock[block]!;
  return sum;
}

/** A part of a whole, 0 to 1 or above; where the whole is nothing the question does not apply. */
export function shareOf(part: Count, whole: Count): Count {
  if (part.kind === 'not-applicable' || whole.kind === 'not-applicable') return notApplicable;
  if (part.kind !== 'known' || whole.kind !== 'known') return unknown;
  return whole.value === 0 ? notApplicable : known(part.value / whole.value);
}
