import type { NormSet, Plan, ScenarioProblem, ScenarioStep } from '@woonzorgzones/core/model';
import type { AddressBehind, KernSheet, PlanAnalysis, Proposal, ScenarioAnalysisProblem } from '@woonzorgzones/core/needs';

/** A plan as it is looked at: as it stands, after a scenario, in another year. */
export interface PlanQuestion {
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

export type PlanProblem = ScenarioAnalysisProblem | ScenarioProblem;

/** Everything the figures beside those of the plan depend on; a later ask makes an earlier one stale. */
export interface AnalysisAsk extends PlanQuestion {
  readonly number: number;
  /** Id of the gap whose addresses are asked for. */
  readonly gap: string | null;
}

/** An address behind a gap and where it lies, in WGS84. */
export interface PlacedBehind extends AddressBehind {
  readonly lon: number;
  readonly lat: number;
}

export type AnalysisReply =
  | { readonly number: number; readonly kind: 'done'; readonly analysis: PlanAnalysis; readonly base: PlanAnalysis | null; readonly behind: readonly PlacedBehind[] | null }
  | { readonly number: number; readonly kind: 'refused'; readonly problem: PlanProblem }
  /** The dataset could not be had. */
  | { readonly number: number; readonly kind: 'lost' };

export interface ProposalsAsk extends PlanQuestion {
  readonly number: number;
}

export type ProposalsReply =
  | { readonly number: number; readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly number: number; readonly kind: 'done'; readonly proposals: readonly Proposal[]; readonly kernen: readonly KernSheet[] }
  | { readonly number: number; readonly kind: 'refused'; readonly problem: PlanProblem }
  | { readonly number: number; readonly kind: 'lost' };
