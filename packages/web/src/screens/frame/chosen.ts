import { useMunicipality, usePlan } from '../../state/queries.ts';
import { useView } from '../../state/view.ts';

/** What the visitor is looking at: the plan of the address, and its municipality (or the one of the address, without plan). */
export function useChosen() {
  const planId = useView((view) => view.plan);
  const linked = useView((view) => view.municipality);
  const plan = usePlan(planId);
  const hash = planId === null ? linked : (plan.data?.plan.dataset ?? linked);
  const municipality = useMunicipality(hash);
  return { planId, plan, hash, municipality };
}
