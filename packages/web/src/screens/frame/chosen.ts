import { useEffect } from 'react';
import { useMunicipalities, useMunicipality, usePlan, usePlans } from '../../state/queries.ts';
import { takePlan, useView } from '../../state/view.ts';

/** What the visitor is looking at: the plan of the address, and its municipality (or the one of the address, without plan). */
export function useChosen() {
  const planId = useView((view) => view.plan);
  const linked = useView((view) => view.municipality);
  const plan = usePlan(planId);
  const hash = planId === null ? linked : (plan.data?.plan.dataset ?? linked);
  const municipality = useMunicipality(hash);
  return { planId, plan, hash, municipality };
}

/** Whoever opens a door without having chosen a plan gets the one that was changed last. */
export function useLatestPlan(): void {
  const needsPlan = useView(({ door, plan, municipality }) => door !== 'start' && plan === null && municipality === null);
  const [latest] = usePlans().data ?? [];
  useEffect(() => {
    if (needsPlan && latest !== undefined) takePlan(latest.id, latest.dataset);
  }, [needsPlan, latest]);
}

/** Whose data the screen shows, for the mark of invented data: the chosen municipality, else the first invented one that is listed. */
export function useMarked(): { readonly name: string; readonly fictitious: boolean } | null {
  const { municipality } = useChosen();
  const listed = useMunicipalities().data ?? [];
  return municipality.data ?? listed.find(({ fictitious }) => fictitious) ?? null;
}
