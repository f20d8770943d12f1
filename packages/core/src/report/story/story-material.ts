import type { Facility, Language, Municipality, NormSet, Plan, Result, ScenarioProblem, Story, StoryView } from '../../model/index.ts';
import type { PlanAnalysis, ScenarioAnalysisProblem } from '../../needs/index.ts';
import type { NamedPlace } from '../sheet/map-marks.ts';
import type { SheetProblem } from '../sheet/sheet-problem.ts';

/** What one view of a chapter is drawn from: the plan as it stands, a division in its place, or what a scenario makes of it. */
export interface ViewGround {
  readonly municipality: Municipality;
  readonly plan: Plan;
  /** Those of the plan, or what a scenario makes of them. */
  readonly facilities: readonly Facility[];
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet;
  /** Kernen to be named on the map. */
  readonly nuclei: readonly NamedPlace[];
}

export type StoryProblem =
  | SheetProblem
  | { readonly code: 'unknown-division'; readonly division: string; readonly known: readonly string[] }
  | ScenarioProblem
  | ScenarioAnalysisProblem
  | { readonly code: 'unknown-norm-set'; readonly normSet: string; readonly normSets: readonly string[] };

/** A proposal as anybody may be told of it. */
export interface StoryProposal {
  readonly id: string;
  readonly sentence: string;
  /** Whom it serves, with what it counts; null where nothing is counted, or too few to be told. */
  readonly figure: { readonly value: string; readonly caption: string } | null;
  /** What it would open, to stand on the map as planned. */
  readonly opens: readonly Facility[];
}

/** Everything a story is told from; nothing is looked up elsewhere. */
export interface StoryMaterial {
  /** The plan as it stands. */
  readonly base: ViewGround;
  readonly groundOf: (view: StoryView) => Result<ViewGround, StoryProblem>;
  readonly proposals: readonly StoryProposal[];
  /** The story itself: its last page gathers what the pages before it proposed. */
  readonly story: Story;
  /** The number of lines of the plan's log. */
  readonly planVersion: number;
  readonly language: Language;
  /** The day it is told, as an ISO date. */
  readonly date: string;
}
