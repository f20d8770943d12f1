import type { Facility } from './facility.ts';

type FacilityFacts = Pick<Facility, 'category' | 'name' | 'address' | 'capacity' | 'recognised' | 'functions' | 'opened' | 'closed'>;

/** What a planner knows better than the file; what is left out stays as it is. */
export type FacilityChange = { readonly [K in keyof FacilityFacts]?: FacilityFacts[K] | undefined };

/** A facility that the planner adds, with the place it was put at (Lambert 2008 metres). */
export type NewFacility = FacilityFacts & Pick<Facility, 'id' | 'x' | 'y'>;

/** Everything a plan says of one facility otherwise than its file. A place put by hand has both x and y. */
export type FacilityOverride = FacilityChange & { readonly x?: number | undefined; readonly y?: number | undefined };

/** Two facilities that look like one and are not; `one` is the smaller id. */
export interface FacilityPair {
  readonly one: string;
  readonly other: string;
}

/** What a plan changes to the facilities of its dataset. Keys and lists are sorted, so that equal changes are equal bytes. */
export interface RegisterChanges {
  readonly added: readonly NewFacility[];
  readonly overrides: Readonly<Record<string, FacilityOverride>>;
  /** Per facility that is the same as another: the one that stands for both. */
  readonly merged: Readonly<Record<string, string>>;
  /** Pairs a planner looked at and keeps apart. */
  readonly apart: readonly FacilityPair[];
}

export const noRegisterChanges: RegisterChanges = { added: [], overrides: {}, merged: {}, apart: [] };
