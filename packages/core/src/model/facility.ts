import type { CategoryId } from './categories.ts';

export type FacilityFunction = 'activiteitscentrum' | 'coordinatiepunt' | 'zorgkruispunt';

/** A place that offers a service, at an address. */
export interface Facility {
  readonly id: string;
  readonly category: CategoryId;
  readonly name: string;
  readonly address: string | null;
  /** Lambert 2008 metres. */
  readonly x: number;
  readonly y: number;
  /** In the unit of the category; null when nobody gave it. */
  readonly capacity: number | null;
  /** Recognised by the Flemish government; null when unknown or not applicable. */
  readonly recognised: boolean | null;
  readonly functions: readonly FacilityFunction[];
  /** ISO dates (or years) from and until which the facility is open; null when not given. */
  readonly opened: string | null;
  readonly closed: string | null;
  /** Index into `Municipality.sources`. */
  readonly source: number;
  readonly fictitious: boolean;
}
