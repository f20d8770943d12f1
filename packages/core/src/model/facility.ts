import type { CategoryId } from './categories.ts';

export const facilityFunctions = ['activiteitscentrum', 'coordinatiepunt', 'zorgkruispunt'] as const;

export type FacilityFunction = (typeof facilityFunctions)[number];

/**
 * How a facility came to its place: its file gave coordinates; its address was found in the address list; another number of
 * its street was the nearest, or only the street was found; a person put it there.
 */
export type PositionBasis = 'source' | 'address' | 'nearest-number' | 'street-middle' | 'hand';

export interface FacilityPosition {
  readonly by: PositionBasis;
  /** How far off the place may be, in metres, as far as the address list can tell; null where nothing can. */
  readonly metres: number | null;
}

/** A place that offers a service, at an address. */
export interface Facility {
  readonly id: string;
  readonly category: CategoryId;
  readonly name: string;
  readonly address: string | null;
  /** Lambert 2008 metres. */
  readonly x: number;
  readonly y: number;
  readonly position: FacilityPosition;
  /** In the unit of the category; null when nobody gave it. */
  readonly capacity: number | null;
  /** Recognised by the Flemish government; null when unknown or not applicable. */
  readonly recognised: boolean | null;
  readonly functions: readonly FacilityFunction[];
  /** ISO dates (or years) from and until which the facility is open; null when not given. */
  readonly opened: string | null;
  readonly closed: string | null;
  /** Index into `Municipality.sources`; null for one that the planner added. */
  readonly source: number | null;
  /** The date its data speak of: its own where the file gives one, else that of the file. ISO date or year. */
  readonly referenceDate: string | null;
  readonly fictitious: boolean;
}

/** Why a facility without coordinates could not be given a place without a person. */
export type UnplacedReason = 'no-address' | 'street-unknown' | 'street-ambiguous' | 'number-unknown' | 'quality-too-low';

/** A facility that waits for a person to say where it is; it counts nowhere until then. */
export interface UnplacedFacility extends Omit<Facility, 'x' | 'y' | 'position'> {
  readonly reason: UnplacedReason;
  /** The best place found, in Lambert 2008 metres; null where there is none. */
  readonly guess: { readonly x: number; readonly y: number; readonly position: FacilityPosition } | null;
}
