import { err, ok, type Result } from '../../model/result.ts';
import type { CostTable } from '../floating-catchment.ts';
import { equalExchanges } from './cover-search.ts';
import { coverSets, servedWithin } from './cover-sets.ts';
import { leastCover } from './fewest-sites.ts';
import { checkSiting, gapOf, type Siting, type SitingChoice, type SitingEffort, type SitingProblem } from './siting.ts';

/**
 * Where to open facilities so that nobody is farther from one than need be: the p-center; the objective is the largest cost.
 * The least cost within which few enough sites cover everybody, found by halving over the costs that occur (Minieka 1970).
 * Who no site can serve is listed and left out.
 */
export function shortestWorst(table: CostTable, demands: number, choice: SitingChoice, effort: SitingEffort): Result<Siting, SitingProblem> {
  const weight = new Float64Array(demands).fill(1);
  const checked = checkSiting(table, weight, choice);
  if (!checked.ok) return checked;
  const fixed = checked.value;
  const most = choice.open - fixed.length;
  const nearest = nearestCost(table, demands);
  const reachable = Array.from(nearest.keys()).filter((d) => nearest[d]! < Infinity);
  if (reachable.length === 0 && demands > 0) return err({ code: 'nothing-in-reach' });
  // No choice does better than the largest of everybody's nearest.
  const least = reachable.reduce((worst, d) => Math.max(worst, nearest[d]!), 0);
  const radii = Float64Array.from(new Set(table.cost.filter((cost) => cost >= least))).sort();

  let seconds = effort.kind === 'exact' ? effort.seconds : 0;
  const outOfReach = Array.from(nearest.keys()).filter((d) => nearest[d] === Infinity);
  const covers = (radius: number): { readonly sites: readonly number[] | null; readonly impossible: boolean } => {
    const sets = coverSets(table, weight, radius, fixed);
    if (sets.outOfReach.length > outOfReach.length) return { sites: null, impossible: true };
    const quick = leastCover(sets, { kind: 'swap' });
    let { chosen, bound } = quick;
    if (chosen.length > most && bound <= most && effort.kind === 'exact' && seconds > 0) {
      const solved = leastCover(sets, { ...effort, seconds });
      seconds -= solved.seconds;
      ({ chosen, bound } = solved);
    }
    return { sites: chosen.length <= most ? [...fixed, ...chosen.map((c) => sets.candidates[c]!)] : null, impossible: bound > most };
  };
  // Every radius below `low` is proven impossible; `found` covers within radii[high].
  let low = 0, high = radii.length, unproven = 0;
  let found: readonly number[] | null = null;
  while (low + unproven < high) {
    const middle = (low + unproven + high) >> 1;
    const tried = covers(radii[middle]!);
    if (tried.sites !== null) {
      found = tried.sites;
      high = middle;
    } else if (tried.impossible) {
      low = middle + 1;
      unproven = 0;
    } else unproven = middle + 1 - low;
  }
  if (found === null) return err({ code: 'nothing-in-reach' });
  const sites = [...found].sort((a, b) => a - b);
  const servedBy = servedWithin(table, demands, sites, Infinity);
  const objective = radii[high]!;
  const bound = radii[Math.min(low, high)]!;
  const sets = coverSets(table, weight, objective, fixed);
  const position = new Map(Array.from(sets.candidates, (site, c) => [site, c]));
  const chosen = sites.filter((site) => position.has(site)).map((site) => position.get(site)!);
  const gap = gapOf(objective, bound);
  return ok({ sites, objective, bound, gap, proven: gap === 0, equalExchanges: equalExchanges(sets, chosen), servedBy, outOfReach });
}

/** What the cheapest of all sites costs each demand. */
function nearestCost({ demand, cost }: CostTable, demands: number): Float64Array {
  const nearest = new Float64Array(demands).fill(Infinity);
  for (let i = 0; i < demand.length; i++) if (cost[i]! < nearest[demand[i]!]!) nearest[demand[i]!] = cost[i]!;
  return nearest;
}
