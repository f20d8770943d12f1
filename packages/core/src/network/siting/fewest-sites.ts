import { err, ok, type Result } from '../../model/result.ts';
import type { CostTable } from '../floating-catchment.ts';
import { coverCounts, coverGreedily, equalExchanges } from './cover-search.ts';
import { coverSets, servedWithin, type CoverSets } from './cover-sets.ts';
import { ProgramDraft, type ProgramSolver } from './mixed-program.ts';
import { checkSiting, gapOf, type Siting, type SitingEffort, type SitingProblem } from './siting.ts';

/**
 * The least number of facilities with which everybody has one within the radius, inclusive, existing ones kept; the objective
 * is that number, the existing ones counted. The location set covering problem (Toregas 1971). Who no site can serve is listed
 * and left out. `demands` is the number of places to serve.
 */
export function fewestSites(table: CostTable, demands: number, choice: { readonly fixed: readonly number[]; readonly radius: number }, effort: SitingEffort): Result<Siting, SitingProblem> {
  const weight = new Float64Array(demands).fill(1);
  const checked = checkSiting(table, weight, { fixed: choice.fixed, open: Infinity });
  if (!checked.ok) return checked;
  if (!(choice.radius >= 0)) return err({ code: 'radius-is-no-number' });
  const fixed = checked.value;
  const sets = coverSets(table, weight, choice.radius, fixed);
  if (sets.outOfReach.length === demands && demands > 0) return err({ code: 'nothing-in-reach' });
  const { chosen, bound } = leastCover(sets, effort);
  const sites = [...fixed, ...chosen.map((c) => sets.candidates[c]!)].sort((a, b) => a - b);
  const gap = gapOf(sites.length, fixed.length + bound);
  return ok({
    sites, objective: sites.length, bound: fixed.length + bound, gap, proven: gap === 0, equalExchanges: equalExchanges(sets, chosen),
    servedBy: servedWithin(table, demands, sites, choice.radius), outOfReach: sets.outOfReach,
  });
}

/** Fewest candidates (as positions) that cover every group, and how few it can be at best. */
export function leastCover(sets: CoverSets, effort: SitingEffort): { readonly chosen: readonly number[]; readonly bound: number; readonly seconds: number } {
  const greedy = withoutSpare(sets, coverGreedily(sets, Infinity));
  const bound = packingBound(sets);
  if (effort.kind !== 'exact' || bound === greedy.length) return { chosen: greedy, bound, seconds: 0 };
  const solved = solveLeastCover(sets, greedy, effort.solver, effort.seconds);
  const chosen = solved.chosen !== null && solved.chosen.length < greedy.length ? solved.chosen : greedy;
  return { chosen, bound: Math.max(bound, Math.min(chosen.length, Math.ceil(solved.bound - 1e-6))), seconds: solved.seconds };
}

/** Drops candidates whose groups others cover too, the last chosen first. */
function withoutSpare(sets: CoverSets, chosen: readonly number[]): number[] {
  const { candidateFirst, candidateGroups } = sets;
  const count = coverCounts(sets, chosen);
  const kept: number[] = [];
  for (const c of [...chosen].reverse()) {
    const groups = candidateGroups.subarray(candidateFirst[c], candidateFirst[c + 1]);
    if (groups.every((g) => count[g]! > 1)) groups.forEach((g) => count[g]!--);
    else kept.push(c);
  }
  return kept.reverse();
}

/** Groups no two of which share a candidate need a site each: as many as can be found quickly, those with few candidates first. */
function packingBound({ candidates, groupFirst, groupCandidates, groupWeight }: CoverSets): number {
  const size = (g: number): number => groupFirst[g + 1]! - groupFirst[g]!;
  const order = Array.from(groupWeight.keys()).sort((a, b) => size(a) - size(b) || a - b);
  const used = new Uint8Array(candidates.length);
  let bound = 0;
  for (const g of order) {
    const own = groupCandidates.subarray(groupFirst[g], groupFirst[g + 1]);
    if (own.some((c) => used[c] === 1)) continue;
    own.forEach((c) => (used[c] = 1));
    bound++;
  }
  return bound;
}

function solveLeastCover(sets: CoverSets, start: readonly number[], solver: ProgramSolver, seconds: number): { chosen: readonly number[] | null; bound: number; seconds: number } {
  const { candidates, groupFirst, groupCandidates, groupWeight } = sets;
  const draft = new ProgramDraft();
  for (let c = 0; c < candidates.length; c++) draft.column(1, { whole: true });
  for (let g = 0; g < groupWeight.length; g++) {
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) draft.entry(groupCandidates[i]!, 1);
    draft.closeRow(1, Infinity);
  }
  const begin = new Float64Array(candidates.length);
  for (const c of start) begin[c] = 1;
  const outcome = solver.solve(draft.done('minimize'), { seconds, absoluteGap: 1 - 1e-6, start: begin });
  const { values } = outcome;
  return { chosen: values === null ? null : Array.from(candidates.keys()).filter((c) => values[c]! > 0.5), bound: outcome.bound, seconds: outcome.seconds };
}
