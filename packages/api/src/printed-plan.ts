import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { PrintedPlan } from './plan-sheet.ts';
import type { Failure } from './problem.ts';
import type { Services } from './services.ts';

/** A kept plan with all that print and export ask for. */
export async function printedPlan({ plans, datasets, norms }: Services, id: string): Promise<Result<PrintedPlan, Failure>> {
  const opened = await plans.open(id);
  if (!opened.ok) return opened;
  const { plan, entries } = opened.value.history;
  const municipality = await datasets.municipality(plan.dataset);
  if (!municipality) return err({ code: 'unknown-municipality', hash: plan.dataset });
  const normSet = norms.get(plan.normSet);
  if (!normSet) return err({ code: 'unknown-norm-set', normSet: plan.normSet, normSets: [...norms.keys()] });
  return ok({ municipality, plan, version: entries.length, norms: normSet });
}

/** A name for a file that any system takes. */
export const fileName = (name: string, ending: string): string => `${name.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase() || 'plan'}.${ending}`;

/** Today, as it stands on what is printed. */
export const today = (): string => new Date().toISOString().slice(0, 10);
