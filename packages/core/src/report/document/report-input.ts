import type { Language, Municipality, NormSet, Plan } from '../../model/index.ts';
import type { KernSheet, PlanAnalysis, Proposal } from '../../needs/index.ts';
import type { Nucleus, PlanCriteria } from '../../zoning/index.ts';
import type { ComparedPlan } from '../sheet/sheet-input.ts';
import type { NamedPlace } from '../sheet/map-marks.ts';

/** Everything a report is made of; it works out no figure itself. */
export interface ReportInput {
  readonly municipality: Municipality;
  readonly plan: Plan;
  /** The number of lines of the plan's log. */
  readonly planVersion: number;
  readonly analysis: PlanAnalysis;
  readonly criteria: PlanCriteria;
  readonly norms: NormSet;
  /** Kernen as the plan has them. */
  readonly nuclei: readonly Nucleus[];
  /** Kernen to be named on the maps. */
  readonly places: readonly NamedPlace[];
  /** The services of every day around each kern. */
  readonly kernen: readonly KernSheet[];
  /** What could be done about the gaps. */
  readonly proposals: readonly Proposal[];
  /** Plans, years or scenarios that it is compared with. */
  readonly against: readonly ComparedPlan[];
  /** What it should have been compared with but could not be, in a sentence each. */
  readonly notCompared: readonly string[];
  readonly language: Language;
  /** The day it was made, as an ISO date. */
  readonly date: string;
  readonly maker: string;
}
