import type { ZoneCriteria } from './criteria.ts';

/** What is known for certain of a number of zones: that this division is the best, that none lies within bounds, or neither. */
export type ZoneProof = 'best' | 'none-within-bounds' | 'not-proven';

/** A division of the problem. */
export interface ZonePlan {
  /** Zones, frozen ones included. */
  readonly zones: number;
  /** Per unit its zone, 0 and up. */
  readonly zoneOf: Int32Array;
  /** Per zone the zone of the reference that it carries on; -1 for a new one. */
  readonly carriesOn: Int32Array;
  /** Inhabitants out of bounds, summed; a broken lock counts for a mean zone. */
  readonly excess: number;
  /** Weighed sum of the criteria: less is better, and only after `excess`. */
  readonly value: number;
  readonly criteria: ZoneCriteria;
  readonly proof: ZoneProof;
}
