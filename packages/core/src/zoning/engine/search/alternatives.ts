import { compareDivisions } from '../../compare.ts';

/** Divisions are clearly different from this distance on: variation of information in nats, by inhabitants; halving one zone of twelve is 0.06. */
const clearlyDifferent = 0.3;

export interface Candidate {
  readonly zoneOf: Int32Array;
  readonly zones: number;
}

/** From candidates, best first, at most `most` that differ clearly from each other; the first is always in. */
export function diverse<T extends Candidate>(persons: ArrayLike<number>, candidates: readonly T[], most: number): T[] {
  const chosen: T[] = [];
  for (const candidate of candidates) {
    if (chosen.length === most) break;
    if (chosen.every((other) => compareDivisions(persons, candidate.zoneOf, other.zoneOf).variationOfInformation >= clearlyDifferent)) chosen.push(candidate);
  }
  return chosen;
}
