import type { DelineationSettings, NucleusChange } from './delineation-settings.ts';
import type { RegisterChanges } from './register-changes.ts';

/** Woonzorgzone in a plan: an id that never changes and a name that may. */
export interface CareZone {
  readonly id: string;
  readonly name: string;
  readonly locked: boolean;
}

/**
 * A plan as it stands after its edits. It points at one dataset and one norm set; everything else is computed from it.
 * `zoneOfBlock` holds an entry for each block that is in a zone; a block without entry is "nog niet toegewezen".
 */
export interface Plan {
  /** Hash of the municipality. */
  readonly dataset: string;
  readonly normSet: string;
  readonly name: string;
  /** In order of drawing; ids are unique. */
  readonly zones: readonly CareZone[];
  readonly zoneOfBlock: Readonly<Record<string, string>>;
  /** What the planner changed about the facilities of the dataset, absent when nothing; `facilitiesOf` gives the result. */
  readonly register?: RegisterChanges | undefined;
  /** What its zones are drawn by and held to; absent, the usual settings. */
  readonly delineation?: DelineationSettings;
  /** What the planner changed about kernen, ascending by id; absent when nothing. */
  readonly nuclei?: readonly NucleusChange[];
}
