import type { Language, Municipality, NormSet, Plan } from '../../model/index.ts';
import type { PlanAnalysis } from '../../needs/index.ts';
import type { NamedPlace } from './map-marks.ts';
import type { PageId, ReportFrameId } from './page.ts';
import type { SheetLayer } from './sheet-problem.ts';

/** What a plan is compared with, as it is told on the map. */
export interface ComparedPlan {
  readonly label: string;
  readonly municipality: Municipality;
  readonly plan: Plan;
  readonly analysis: PlanAnalysis;
}

/** Everything a printed map is made of; nothing is looked up elsewhere. */
export interface SheetInput {
  readonly municipality: Municipality;
  readonly plan: Plan;
  /** The number of lines of the plan's log. */
  readonly planVersion: number;
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet;
  /** Kernen to be named on the map. */
  readonly nuclei: readonly NamedPlace[];
  /** What a norm or the ages are shown beside: another plan, year or scenario; its classes are those of this one. */
  readonly against?: ComparedPlan;
  readonly layer: SheetLayer;
  /** The zone the map is about; null is the whole municipality. */
  readonly zone: string | null;
  readonly page: PageId | ReportFrameId;
  readonly language: Language;
  /** The day it was made, as an ISO date. */
  readonly date: string;
  readonly maker: string;
}
