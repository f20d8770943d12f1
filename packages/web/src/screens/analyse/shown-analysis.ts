import type { NormSet, Plan, ScenarioStep } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { askAnalysis, useLiveAnalysis } from '../../state/live-analysis.ts';
import { normSetQuery, useAnalysis, useNormSet, useNormSets } from '../../state/queries.ts';
import { usePendingStep } from '../../state/scenario-trial.ts';
import { useView } from '../../state/view.ts';
import type { PlacedBehind, PlanProblem, PlanQuestion } from '../../workers/analysis-messages.ts';
import { useChosen } from '../frame/chosen.ts';

interface ShownAnalysis {
  /** Of the plan, or of the scenario and the year that are chosen; null until it has come. */
  readonly analysis: PlanAnalysis | null;
  /** What the figures are laid beside, where something else than the plan as it stands is shown: the scenario it rests on, else the plan. */
  readonly base: PlanAnalysis | null;
  readonly norms: NormSet | undefined;
  readonly error: unknown;
  /** Why what is tried cannot be reckoned; null where it can. */
  readonly problem: PlanProblem | null;
  readonly isLost: boolean;
  readonly isBusy: boolean;
  readonly retry: () => void;
}

const thoseThatCame = (results: readonly { readonly data: NormSet | undefined }[]): readonly NormSet[] => results.flatMap(({ data }) => data ?? []);

/** Every norm set there is: a scenario may name any of them. */
function useShippedSets(): readonly NormSet[] {
  const list = useNormSets().data ?? [];
  return useQueries({ queries: list.map(({ id }) => normSetQuery(id)), combine: thoseThatCame });
}

/** The norms the figures shown rest on: those of the scenario, else those of the plan. */
function useShownNorms(): NormSet | undefined {
  const { plan } = useChosen();
  const shipped = useNormSet(plan.data?.plan.normSet ?? null).data;
  return plan.data?.plan.norms ?? shipped;
}

/** Whether something else than the plan as it stands is looked at. */
const useIsTrying = (): boolean => {
  const scenario = useView((view) => view.scenario);
  const year = useView((view) => view.year);
  return useView((view) => view.door) === 'leemten' && (scenario !== null || year !== null);
};

/** What is looked at, as a question for a worker; null while the plan or its norms have not come. */
export function usePlanQuestion(): PlanQuestion | null {
  const { plan: { data: reply } } = useChosen();
  const scenario = useView((view) => view.scenario);
  const year = useView((view) => view.year);
  const pending = usePendingStep();
  const norms = useShownNorms();
  const shipped = useShippedSets();
  const plan = reply?.plan;
  const tried = JSON.stringify(pending);
  return useMemo(() => (plan === undefined || norms === undefined
    ? null
    : { hash: plan.dataset, plan: plan as unknown as Plan, norms, shipped, scenario, year, pending: JSON.parse(tried) as ScenarioStep | null }), [plan, norms, shipped, scenario, year, tried]);
}

/** Asks the worker for what is tried and for the addresses behind a gap, whenever they change; called once, by the screen that is open. */
export function useAskedAnalysis(): void {
  const isTrying = useIsTrying();
  const gap = useOpenGap();
  const question = usePlanQuestion();
  useEffect(() => {
    if (question !== null && (isTrying || gap !== null)) askAnalysis({ ...question, gap });
  }, [isTrying, question, gap]);
}

/** Id of the gap whose addresses are shown; null where none is open. */
function useOpenGap(): string | null {
  const isOpen = useView((view) => view.door === 'leemten' && view.gapPage === 'leemten');
  const norm = useView((view) => view.norm);
  const zone = useView((view) => view.zone);
  const { analysis } = useShownAnalysis();
  if (!isOpen || norm === null) return null;
  return analysis?.gaps.find((gap) => gap.norm === norm && gap.zone === zone)?.id ?? null;
}

/** The addresses behind the gap that is open, as points for the map; for the screen of the planner alone. */
export function useBehindGap(): readonly PlacedBehind[] | null {
  const gap = useOpenGap();
  const answered = useLiveAnalysis((live) => live.answered);
  return gap !== null && answered?.ask.gap === gap && answered.reply.kind === 'done' ? answered.reply.behind : null;
}

/** The figures Leemten shows, on the map and in its pages alike. */
export function useShownAnalysis(): ShownAnalysis {
  const { planId, plan } = useChosen();
  const analysis = useAnalysis(planId);
  const ofPlan = useShownNorms();
  const shipped = useShippedSets();
  const isTrying = useIsTrying();
  const { answered, isBusy } = useLiveAnalysis();
  const scenario = useView((view) => view.scenario);
  const year = useView((view) => view.year);
  const settled = { error: analysis.error, retry: () => void analysis.refetch() };
  const stands = analysis.data ?? null;
  if (!isTrying) return { ...settled, analysis: stands, base: null, norms: ofPlan, problem: null, isLost: false, isBusy: false };
  const isOfThis = answered !== null && answered.ask.hash === plan.data?.plan.dataset && answered.ask.scenario === scenario && answered.ask.year === year;
  const reply = isOfThis ? answered.reply : null;
  const live = reply?.kind === 'done' ? reply.analysis : null;
  const norms = live === null ? ofPlan : [ofPlan, ...shipped].find((set) => set?.id === live.provenance.normSet.id) ?? ofPlan;
  const problem = reply?.kind === 'refused' ? reply.problem : null;
  // Until the worker has answered the plan as it stands stays on screen.
  return { ...settled, norms, isBusy, analysis: problem === null ? live ?? stands : null, base: live === null ? null : (reply?.kind === 'done' ? reply.base : null) ?? stands, problem, isLost: reply?.kind === 'lost' };
}
