import type { NormSet } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { useAnalysis, useNormSet } from '../../state/queries.ts';
import { useChosen } from '../frame/chosen.ts';

interface ShownAnalysis {
  /** Of the plan, or of the scenario and the year that are chosen; null until it has come. */
  readonly analysis: PlanAnalysis | null;
  /** The plan as it stands, where something else is shown. */
  readonly base: PlanAnalysis | null;
  readonly norms: NormSet | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The figures Leemten shows, on the map and in its pages alike. */
export function useShownAnalysis(): ShownAnalysis {
  const { planId, plan } = useChosen();
  const analysis = useAnalysis(planId);
  const shipped = useNormSet(plan.data?.plan.normSet ?? null).data;
  const norms = plan.data?.plan.norms ?? shipped;
  return { analysis: analysis.data ?? null, base: null, norms, error: analysis.error, retry: () => void analysis.refetch() };
}
