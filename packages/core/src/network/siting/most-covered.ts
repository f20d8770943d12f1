import { err, ok, type Result } from '../../model/result.ts';
import type { CostTable } from '../floating-catchment.ts';
import { coverBound, coveredWeight, coverGreedily, equalExchanges, improveCover } from './cover-search.ts';
import { coverSets, servedWithin } from './cover-sets.ts';
import { proveCover } from './prove-cover.ts';
import { areWhole, checkSiting, gapOf, provenWithin, type Siting, type SitingChoice, type SitingEffort, type SitingProblem } from './siting.ts';

/**
 * Where to open facilities so that most people (most weight) have one within the radius, inclusive; the objective is the weight
 * covered. The maximal covering location problem (Church and ReVelle 1974). Greedy is never under 63 % of the best; with
 * exchanges within 1 % on city data; exact for 30,000 addresses and 2,000 sites in seconds.
 */
export function mostCovered(table: CostTable, weight: Float64Array, choice: SitingChoice & { readonly radius: number }, effort: SitingEffort): Result<Siting, SitingProblem> {
  const checked = checkSiting(table, weight, choice);
  if (!checked.ok) return checked;
  if (!(choice.radius >= 0)) return err({ code: 'radius-is-no-number' });
  const fixed = checked.value;
  const most = choice.open - fixed.length;
  const sets = coverSets(table, weight, choice.radius, fixed);
  const greedy = coverGreedily(sets, most);
  let chosen: readonly number[] = effort.kind === 'greedy' ? greedy : improveCover(sets, greedy);
  let bound = coverBound(sets, greedy, most);
  const isProven = (): boolean => bound - coveredWeight(sets, chosen) < provenWithin(areWhole(weight), bound);
  if (effort.kind === 'exact' && !isProven()) {
    const proof = proveCover(sets, most, chosen, effort.solver, effort.seconds);
    chosen = proof.chosen;
    bound = Math.min(bound, proof.bound);
  }
  const added = coveredWeight(sets, chosen);
  if (isProven()) bound = added;
  const sites = [...fixed, ...chosen.map((c) => sets.candidates[c]!)].sort((a, b) => a - b);
  const objective = sets.fixedWeight + added;
  const gap = gapOf(objective, sets.fixedWeight + bound);
  return ok({
    sites, objective, bound: sets.fixedWeight + bound, gap, proven: gap === 0, equalExchanges: equalExchanges(sets, chosen),
    servedBy: servedWithin(table, weight.length, sites, choice.radius), outOfReach: sets.outOfReach,
  });
}
