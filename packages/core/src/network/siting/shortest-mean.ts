import { err, ok, type Result } from '../../model/result.ts';
import type { CostTable } from '../floating-catchment.ts';
import { bySite, equalInterchanges, interchange, openGreedily } from './interchange.ts';
import { lagrangeProof, type LagrangeProof } from './lagrange.ts';
import { ProgramDraft, type ProgramSolver } from './mixed-program.ts';
import { nearSites, openSites, servingSites, totalCost, type NearSites } from './near-sites.ts';
import { areWhole, checkSiting, gapOf, provenWithin, type Siting, type SitingChoice, type SitingEffort, type SitingProblem } from './siting.ts';

/** Columns of a program beyond which the solver is not asked: it would not finish in a sitting, and the bound stands without it. */
const columnsAtMost = 150_000;

/**
 * Where to open facilities so that people walk least in all (weight times cost to the nearest open one, summed): the p-median.
 * Who can reach no open site counts `costWhenUnreached`. Without a solver the bound still comes from Lagrange multipliers, so
 * the gap is known; with it, what multipliers leave undecided is proven.
 */
export function shortestMean(table: CostTable, weight: Float64Array, choice: SitingChoice & { readonly costWhenUnreached: number }, effort: SitingEffort): Result<Siting, SitingProblem> {
  const checked = checkSiting(table, weight, choice);
  if (!checked.ok) return checked;
  if (!(choice.costWhenUnreached >= 0 && choice.costWhenUnreached < Infinity)) return err({ code: 'radius-is-no-number' });
  const fixed = checked.value;
  const most = Math.min(choice.open, table.first.length - 1);
  const near = nearSites(table, weight, choice.costWhenUnreached);
  const pairs = bySite(near);
  const greedy = openGreedily(near, pairs, fixed, most);
  const start = effort.kind === 'greedy' ? greedy : interchange(near, pairs, greedy, fixed);
  const within = provenWithin(areWhole(near.cost) && areWhole(near.unserved), totalCost(near, openSites(near.sites, start)));
  const keep = (chosen: readonly number[]): readonly number[] => chosen;
  const proof = lagrangeProof(near, start, fixed, most, within, effort.kind === 'greedy' ? keep : (chosen) => interchange(near, pairs, chosen, fixed));
  // Greedy is greedy: what the multipliers come across is not its merit.
  let sites = effort.kind === 'greedy' ? greedy : proof.best;
  let { bound } = proof;
  if (effort.kind === 'exact' && proof.bestTotal - bound >= within) {
    const solved = solveUndecided(near, proof, most, within, effort.solver, effort.seconds);
    if (solved.sites !== null && totalCost(near, openSites(near.sites, solved.sites)) < proof.bestTotal) sites = solved.sites;
    bound = Math.max(bound, solved.bound);
  }
  sites = [...sites].sort((a, b) => a - b);
  const open = openSites(near.sites, sites);
  const objective = totalCost(near, open);
  if (objective - bound < within) bound = objective;
  const gap = gapOf(objective, bound);
  const outOfReach = Array.from(weight.keys()).filter((d) => near.first[d] === near.first[d + 1]);
  return ok({ sites, objective, bound, gap, proven: gap === 0, equalExchanges: equalInterchanges(near, pairs, sites, fixed), servedBy: servingSites(near, open), outOfReach });
}

/**
 * The part the multipliers left open, as a program with a column per site and one per step of each demand's distances
 * (Elloumi 2010): "not served within the k-th nearest" costs what the next step adds.
 */
function solveUndecided(near: NearSites, { best, bestTotal, mustOpen, mustClose }: LagrangeProof, most: number, within: number, solver: ProgramSolver, seconds: number): { sites: readonly number[] | null; bound: number } {
  const { sites, demands, first, site, cost, unserved } = near;
  const draft = new ProgramDraft();
  const column = new Int32Array(sites).fill(-1);
  const opened: number[] = [];
  for (let s = 0; s < sites; s++) {
    if (mustClose[s] === 1) continue;
    column[s] = draft.column(0, { whole: true, lower: mustOpen[s]! });
    opened.push(s);
  }
  for (const s of opened) draft.entry(column[s]!, 1);
  draft.closeRow(-Infinity, most);
  const begin: number[] = opened.map((s) => (best.includes(s) ? 1 : 0));
  const isBest = openSites(sites, best);
  let constant = 0;
  for (let d = 0; d < demands; d++) {
    let before = -1, served = false;
    let i = first[d]!;
    const end = first[d + 1]!;
    while (i < end && mustClose[site[i]!] === 1) i++;
    constant += i < end ? cost[i]! : unserved[d]!;
    while (i < end) {
      const level = cost[i]!;
      const row: number[] = [];
      let sure = false;
      for (; i < end && cost[i] === level; i++) {
        if (column[site[i]!] === -1) continue;
        row.push(column[site[i]!]!);
        sure ||= mustOpen[site[i]!] === 1;
        served ||= isBest[site[i]!] === 1;
      }
      if (sure) break;
      while (i < end && mustClose[site[i]!] === 1) i++;
      const next = i < end ? cost[i]! : unserved[d]!;
      const later = draft.column(next - level, {});
      if (draft.columns > columnsAtMost) return { sites: null, bound: -Infinity };
      begin.push(served ? 0 : 1);
      draft.entry(later, 1);
      for (const c of row) draft.entry(c, 1);
      if (before === -1) draft.closeRow(1, Infinity);
      else {
        draft.entry(before, -1);
        draft.closeRow(0, Infinity);
      }
      before = later;
    }
  }
  const { status, values, bound } = solver(draft.done('minimize'), { seconds, absoluteGap: within, start: Float64Array.from(begin) });
  // Fixing sites keeps every choice better than the best known, so what the program proves is proven up to that one.
  const proven = Math.min(bestTotal, status === 'infeasible' ? bestTotal : bound + constant);
  return { sites: values === null ? null : opened.filter((s) => values[column[s]!]! > 0.5), bound: proven };
}
