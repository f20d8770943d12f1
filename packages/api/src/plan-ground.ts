import { err, ok, type Municipality, type Plan, type Result } from '@woonzorgzones/core/model';
import { blocksOf } from '@woonzorgzones/core/zoning';
import type { Failure } from './problem.ts';
import type { Services } from './services.ts';

/** A plan with the municipality it lies on, in the blocks that the plan has. */
export interface PlanGround {
  readonly municipality: Municipality;
  readonly plan: Plan;
  readonly version: number;
}

export async function planGround({ plans, datasets }: Pick<Services, 'plans' | 'datasets'>, id: string): Promise<Result<PlanGround, Failure>> {
  const opened = await plans.open(id);
  if (!opened.ok) return opened;
  const { version, history: { plan } } = opened.value;
  const municipality = await datasets.municipality(plan.dataset);
  return municipality ? ok({ municipality: blocksOf(municipality, plan), plan, version }) : err({ code: 'unknown-municipality', hash: plan.dataset });
}
