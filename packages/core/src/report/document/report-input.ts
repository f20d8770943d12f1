import type { Language, Municipality, NormSet, Plan } from '../../model/index.ts';
import type { PlanAnalysis } from '../../needs/index.ts';
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
  /** Plans, years or scenarios that it is compared with. */
  readonly against: readonly ComparedPlan[];
  readonly language: Language;
  /** The day it was made, as an ISO date. */
  readonly date: string;
  readonly maker: string;
}
