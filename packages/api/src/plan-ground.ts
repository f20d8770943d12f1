import { err, ok, type Municipality, type Plan, type Result } from '@woonzorgzones/core/model';
import type { Failure } from './problem.ts';
import type { Services } from './services.ts';

/** A plan with the municipality it lies on. */
export interface PlanGround {
  readonly municipality: Municipality;
  readonly plan: Plan;
}

export async function planGround({ plans, datasets }: Pick<Services, 'plans' | 'datasets'>, id: string): Promise<Result<PlanGround, Failure>> {
  const opened = await plans.open(id);
  if (!opened.ok) return opened;
  const { plan } = opened.value.history;
  const municipality = await datasets.municipality(plan.dataset);
  return municipality ? ok({ municipality, plan }) : err({ code: 'unknown-municipality', hash: plan.dataset });
}
