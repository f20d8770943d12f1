import type { NormSet, Plan } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { askAnalysis, useLiveAnalysis } from '../../state/live-analysis.ts';
import { normSetQuery, useAnalysis, useNormSet, useNormSets } from '../../state/queries.ts';
import { usePendingStep } from '../../state/scenario-trial.ts';
import { useView } from '../../state/view.ts';
import type { AnalysisReply } from '../../workers/analysis-messages.ts';
import { useChosen } from '../frame/chosen.ts';

interface ShownAnalysis {
  /** Of the plan, or of the scenario and the year that are chosen; null until it has come. */
  readonly analysis: PlanAnalysis | null;
  /** The plan as it stands, where something else is shown. */
  readonly base: PlanAnalysis | null;
  readonly norms: NormSet | undefined;
  readonly error: unknown;
  /** Why what is tried cannot be reckoned; null where it can. */
  readonly problem: Extract<AnalysisReply, { kind: 'refused' }>['problem'] | null;
  readonly isLost: boolean;
  readonly isBusy: boolean;
  readonly retry: () => void;
}

/** Every norm set there is: a scenario may name any of them. */
function useShippedSets(): readonly NormSet[] {
  const list = useNormSets().data ?? [];
  return useQueries({ queries: list.map(({ id }) => normSetQuery(id)), combine: (results) => results.flatMap(({ data }) => data ?? []) });
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

/** Asks the worker for what is tried, whenever it changes; called once, by the screen that is open. */
export function useAskedAnalysis(): void {
  const { plan: { data: reply } } = useChosen();
  const isTrying = useIsTrying();
  const scenario = useView((view) => view.scenario);
  const year = useView((view) => view.year);
  const pending = usePendingStep();
  const norms = useShownNorms();
  const shipped = useShippedSets();
  const plan = reply?.plan;
  const tried = useMemo(() => JSON.stringify(pending), [pending]);
  useEffect(() => {
    if (!isTrying || plan === undefined || norms === undefined) return;
    askAnalysis({ hash: plan.dataset, plan: plan as Plan, norms, shipped, scenario, year, pending: JSON.parse(tried) as typeof pending });
  }, [isTrying, plan, norms, shipped, scenario, year, tried]);
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
  if (!isTrying) return { ...settled, analysis: analysis.data ?? null, base: null, norms: ofPlan, problem: null, isLost: false, isBusy: false };
  const isOfThis = answered !== null && answered.ask.hash === plan.data?.plan.dataset && answered.ask.scenario === scenario && answered.ask.year === year;
  const reply = isOfThis ? answered.reply : null;
  const live = reply?.kind === 'done' ? reply.analysis : null;
  const norms = live === null ? ofPlan : [ofPlan, ...shipped].find((set) => set?.id === live.provenance.normSet.id) ?? ofPlan;
  return {
    ...settled, norms, isBusy,
    analysis: live, base: analysis.data ?? null,
    problem: reply?.kind === 'refused' ? reply.problem : null, isLost: reply?.kind === 'lost',
  };
}
