import { ok, type NormSet, type Result } from '@woonzorgzones/core/model';
import type { ComparedPlan } from '@woonzorgzones/core/report';
import { analysisOf, lookedAnalysis, type Looked, type LookProblem } from './analyses.ts';
import type { PrintedPlan } from './plan-sheet.ts';

/** Another plan as it stands beside this one, judged by the norms of this one. */
export const planBeside = ({ municipality, plan, version }: PrintedPlan, norms: NormSet): ComparedPlan =>
  ({ label: `${plan.name} (${version})`, municipality, plan, analysis: analysisOf(municipality, norms, plan) });

/** A plan beside itself: in a scenario, in another year, or both. `shipped`: the norm sets that scenarios may name. */
export function lookBeside({ municipality, plan, norms }: PrintedPlan, looked: Looked, shipped: ReadonlyMap<string, NormSet>): Result<ComparedPlan, LookProblem> {
  const found = lookedAnalysis(municipality, norms, plan, looked, shipped);
  return found.ok ? ok({ label: lookLabel(plan, looked), municipality, plan, analysis: found.value }) : found;
}

/** "Scenario A, 2030": what a look is called on paper. */
export const lookLabel = ({ scenarios = [] }: PrintedPlan['plan'], { scenario, year }: Looked): string =>
  [scenario === null ? null : (scenarios.find(({ id }) => id === scenario)?.name ?? scenario), year].filter((part) => part !== null).join(', ');
