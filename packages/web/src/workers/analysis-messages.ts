import type { NormSet, Plan, ScenarioProblem, ScenarioStep } from '@woonzorgzones/core/model';
import type { PlanAnalysis, ScenarioAnalysisProblem } from '@woonzorgzones/core/needs';

/** Everything the figures beside those of the plan depend on. */
export interface AnalysisAsk {
  /** A later ask makes an earlier one stale. */
  readonly number: number;
  /** Of the dataset. */
  readonly hash: string;
  readonly plan: Plan;
  /** The norms the plan is held to, and the shipped ones a step may name. */
  readonly norms: NormSet;
  readonly shipped: readonly NormSet[];
  /** Null: the plan as it stands, in another year. */
  readonly scenario: string | null;
  readonly year: number | null;
  /** What is being tried and not kept yet: a facility under the pointer. */
  readonly pending: ScenarioStep | null;
}

export type AnalysisReply =
  | { readonly number: number; readonly kind: 'done'; readonly analysis: PlanAnalysis }
  | { readonly number: number; readonly kind: 'refused'; readonly problem: ScenarioAnalysisProblem | ScenarioProblem }
  /** The dataset could not be had. */
  | { readonly number: number; readonly kind: 'lost' };
