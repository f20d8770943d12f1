import { err, ok, type Result } from '../../model/result.ts';
import type { CostTable } from '../floating-catchment.ts';
import { bySite, equalInterchanges, interchange, openGreedily } from './interchange.ts';
import { LagrangeSearch, type LagrangeProof } from './lagrange.ts';
import { ProgramDraft, type ProgramSolver } from './mixed-program.ts';
import { nearSites, openSites, servingSites, totalCost, type NearSites } from './near-sites.ts';
import { areWhole, checkSiting, gapOf, provenWithin, raisedBound, type Siting, type SitingChoice, type SitingEffort, type SitingProblem } from './siting.ts';

/** Columns of a program that HiGHS settles in seconds, and beyond which it is not asked: it would not finish in a sitting. */
const smallProgram = 5_000;
const largestProgram = 150_000;
/** Enough for 900 demands and sites at any number of open ones (random graphs of the OR-Library's kind). */
const branchesAtMost = 3_000;

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
  const whole = areWhole(near.cost) && areWhole(near.unserved);
  const within = provenWithin(whole, totalCost(near, openSites(near.sites, start)));
  const improve = (chosen: readonly number[]): readonly number[] => interchange(near, pairs, chosen, fixed);
  // Greedy is greedy: what is come across while bounding it is not its merit.
  const search = new LagrangeSearch(near, start, fixed, most, within, effort.kind === 'greedy' ? (chosen) => chosen : improve);
  let { bound, best } = search.proof;
  if (effort.kind === 'greedy') best = start;
  if (effort.kind === 'exact') ({ bound, best } = prove(near, search, most, within, effort));
  const sites = [...best].sort((a, b) => a - b);
  const open = openSites(near.sites, sites);
  const objective = totalCost(near, open);
  bound = objective - bound < within ? objective : raisedBound(bound, whole);
  const gap = gapOf(objective, bound);
  const outOfReach = Array.from(weight.keys()).filter((d) => near.first[d] === near.first[d + 1]);
  return ok({ sites, objective, bound, gap, proven: gap === 0, equalExchanges: equalInterchanges(near, pairs, sites, fixed), servedBy: servingSites(near, open), outOfReach });
}

/** A small remainder goes to the solver, which is done with it at once; a large one is branched on first. */
function prove(near: NearSites, search: LagrangeSearch, most: number, within: number, { solver, seconds, goOn = () => true }: SitingEffort & { readonly kind: 'exact' }): { bound: number; best: readonly number[] } {
  const isProven = ({ bestTotal, bound }: LagrangeProof): boolean => bestTotal - bound < within;
  for (const columns of [smallProgram, largestProgram]) {
    if (isProven(search.proof)) break;
    if (columns === largestProgram) search.branch(branchesAtMost, goOn);
    const { proof } = search;
    if (isProven(proof)) break;
    const solved = solveUndecided(near, proof, most, within, columns, solver, seconds);
    if (solved === null) continue;
    const best = solved.sites !== null && totalCost(near, openSites(near.sites, solved.sites)) < proof.bestTotal ? solved.sites : proof.best;
    if (solved.isOptimal || columns === largestProgram) return { bound: Math.max(proof.bound, solved.bound), best };
  }
  return search.proof;
}

/**
 * What the multipliers left open, as a program with a column per site and one per step of each demand's distances
 * (Elloumi 2010): "not served within the k-th nearest" costs what the next step adds.
 */
function solveUndecided(near: NearSites, { best, bestTotal, mustOpen, mustClose }: LagrangeProof, most: number, within: number, columnsAtMost: number, solver: ProgramSolver, seconds: number): { sites: readonly number[] | null; bound: number; isOptimal: boolean } | null {
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
      if (draft.columns > columnsAtMost) return null;
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
  const { status, values, bound } = solver.solve(draft.done('minimize'), { seconds, absoluteGap: within, start: Float64Array.from(begin) });
  // Fixing sites keeps every choice better than the best known, so what the program proves is proven up to that one.
  const proven = Math.min(bestTotal, status === 'infeasible' ? bestTotal : bound + constant);
  return { sites: values === null ? null : opened.filter((s) => values[column[s]!]! > 0.5), bound: proven, isOptimal: status !== 'stopped' };
}
