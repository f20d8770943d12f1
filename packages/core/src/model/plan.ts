import type { DelineationSettings, NucleusChange } from './delineation-settings.ts';
import type { NeedSettings } from './need-settings.ts';
import type { NormSet } from './norm.ts';
import type { OwnProfile } from './own-profile.ts';
import type { RegisterChanges } from './register-changes.ts';
import type { Judgement, Scenario } from './scenario.ts';
import type { Story } from './story.ts';

/** Woonzorgzone in a plan: an id that never changes and a name that may. */
export interface CareZone {
  readonly id: string;
  readonly name: string;
  readonly locked: boolean;
}

/**
 * A block that the planner cut along a line: its parts `<block>/1`, `<block>/2`, … take its place. People follow their
 * addresses. The dataset keeps the whole block; `blocksOf` (core/zoning) gives the parts.
 */
export interface BlockSplit {
  readonly block: string;
  /** Lambert 2008 metres, [x0, y0, x1, y1, …]. */
  readonly line: readonly number[];
  /** How many parts the line makes, 2 to 9. */
  readonly parts: number;
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
  /** Blocks that were cut, ascending by id, so that a part that was cut again comes after its whole; absent when none. */
  readonly splits?: readonly BlockSplit[];
  /** The plan's own copy of a set, which then applies instead of the shipped one; `normSetOf` gives what applies. */
  readonly norms?: NormSet;
  /** What need is reckoned by; absent, the usual settings. */
  readonly need?: NeedSettings;
  /** How people move where the municipality says so itself, ascending by profile; absent when it says nothing. */
  readonly travel?: readonly OwnProfile[];
  /** "Wat als", ascending by id; absent when there is none. `scenarioOf` gives what one comes to. */
  readonly scenarios?: readonly Scenario[];
  /** Per proposal what was decided about it, by its id; absent when nothing. */
  readonly judgements?: Readonly<Record<string, Judgement>>;
  /** What is told the council; absent when nothing was made yet. */
  readonly story?: Story;
}
