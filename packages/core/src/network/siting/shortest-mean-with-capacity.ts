import { err, ok, type Result } from '../../model/result.ts';
import type { CostTable } from '../floating-catchment.ts';
import { assign, assignmentCosts, type Assignment, type AssignmentCosts } from './assignment.ts';
import { bySite, interchange, openGreedily } from './interchange.ts';
import { LagrangeSearch } from './lagrange.ts';
import { ProgramDraft, type ProgramSolver } from './mixed-program.ts';
import { nearSites } from './near-sites.ts';
import { areWhole, checkSiting, gapOf, provenWithin, raisedBound, type Siting, type SitingChoice, type SitingEffort, type SitingProblem } from './siting.ts';

/** How much each demand asks of its one site, and how much each site has. */
export interface Capacities {
  readonly quantity: Float64Array;
  readonly capacity: Float64Array;
  /** Whether existing sites must be filled to the last place, so that nothing new is opened while there is room. */
  readonly fillFixed: boolean;
}

/**
 * Where to open facilities, and who goes where, so that people walk least in all while no site takes more than it has room
 * for; each demand goes to one site. The capacitated p-median. Without a solver the bound is that of the same question without
 * capacities, so a gap then need not be a fault of the answer.
 */
export function shortestMeanWithCapacity(table: CostTable, weight: Float64Array, choice: SitingChoice & Capacities, effort: SitingEffort): Result<Siting, SitingProblem> {
  const checked = checkSiting(table, weight, choice);
  if (!checked.ok) return checked;
  const { quantity, capacity, fillFixed } = choice;
  if (quantity.length !== weight.length || capacity.length !== table.first.length - 1) return err({ code: 'table-does-not-fit' });
  for (const values of [quantity, capacity]) {
    const row = values.findIndex((value) => !(value >= 0 && value < Infinity));
    if (row >= 0) return err({ code: 'weight-is-no-number', row });
  }
  const fixed = checked.value;
  const most = Math.min(choice.open, capacity.length);
  const costs = assignmentCosts(table, weight, quantity, capacity);
  const canServe = new Uint8Array(weight.length);
  for (const d of table.demand) canServe[d] = 1;
  const who = Array.from(canServe.keys()).filter((d) => canServe[d] === 1);
  const outOfReach = Array.from(canServe.keys()).filter((d) => canServe[d] === 0);
  const needed = who.reduce((sum, d) => sum + quantity[d]!, 0);
  const largest = Array.from(capacity.keys()).filter((s) => !fixed.includes(s)).sort((a, b) => capacity[b]! - capacity[a]! || a - b);
  const available = [...fixed, ...largest.slice(0, most - fixed.length)].reduce((sum, s) => sum + capacity[s]!, 0);
  if (available < needed * (1 - 1e-9)) return err({ code: 'capacity-too-small', capacity: available, needed });

  const unreachedCost = 2 * table.cost.reduce((largestCost, cost) => Math.max(largestCost, cost), 0) + 1;
  const near = nearSites(table, weight, unreachedCost);
  const pairs = bySite(near);
  const free = openGreedily(near, pairs, fixed, most);
  const uncapacitated = interchange(near, pairs, free, fixed);
  const start = withRoom(costs, effort.kind === 'greedy' ? free : uncapacitated, fixed, most, needed, largest);
  const serve = fillFixed ? (sites: readonly number[]) => assignFilling(costs, sites, fixed, who) : (sites: readonly number[]) => assign(costs, sites, who);
  let best: Plan = { sites: start, assignment: serve(start) };
  if (effort.kind !== 'greedy') best = exchangeSites(costs, best, fixed, who, serve);

  const whole = areWhole(costs.cost.map((value) => (value < Infinity ? value : 0)));
  const within = provenWithin(whole, best.assignment.total);
  let { bound } = new LagrangeSearch(near, uncapacitated, fixed, most, within, (chosen) => chosen).proof;
  bound -= outOfReach.reduce((sum, d) => sum + near.unserved[d]!, 0);
  if (effort.kind === 'exact') {
    const solved = solveAssignment(costs, most, fixed, fillFixed, who, best.assignment.unserved === 0 ? best : null, within, effort.solver, effort.seconds);
    if (solved.isImpossible) return err({ code: 'no-plan-found' });
    bound = Math.max(bound, solved.bound);
    if (solved.found !== null && (best.assignment.unserved > 0 || solved.found.assignment.total < best.assignment.total)) best = solved.found;
  }
  if (best.assignment.unserved > 0) return err({ code: 'no-plan-found' });
  const objective = best.assignment.total;
  bound = objective - bound < within ? objective : raisedBound(bound, whole);
  const gap = gapOf(objective, bound);
  return ok({ sites: [...best.sites].sort((a, b) => a - b), objective, bound, gap, proven: gap === 0, equalExchanges: null, servedBy: best.assignment.servedBy, outOfReach });
}

interface Plan {
  readonly sites: readonly number[];
  readonly assignment: Assignment;
}

/** Gives up the smallest chosen sites for the largest others until there is room for everybody. */
function withRoom({ capacity }: AssignmentCosts, chosen: readonly number[], fixed: readonly number[], most: number, needed: number, largest: readonly number[]): readonly number[] {
  const sites = [...chosen];
  const total = (): number => sites.reduce((sum, s) => sum + capacity[s]!, 0);
  for (const site of largest) {
    if (total() >= needed) break;
    if (sites.includes(site)) continue;
    if (sites.length < most) {
      sites.push(site);
      continue;
    }
    const removable = sites.filter((s) => !fixed.includes(s)).sort((a, b) => capacity[a]! - capacity[b]! || b - a);
    if (removable[0] === undefined || capacity[removable[0]]! >= capacity[site]!) break;
    sites[sites.indexOf(removable[0])] = site;
  }
  return sites;
}

/** Existing sites are filled first, the rest goes to the others; who is left over where a site does not come out full is unserved. */
function assignFilling(costs: AssignmentCosts, sites: readonly number[], fixed: readonly number[], who: readonly number[]): Assignment {
  const first = assign(costs, fixed, who);
  const left = costs.capacity.slice();
  for (const d of who) if (first.servedBy[d] !== -1) left[first.servedBy[d]!]! -= costs.quantity[d]!;
  const second = assign(costs, sites.filter((site) => !fixed.includes(site)), who.filter((d) => first.servedBy[d] === -1));
  const unfilled = fixed.filter((site) => left[site]! > 1e-9 * costs.capacity[site]!).length;
  return { servedBy: first.servedBy.map((site, d) => (site === -1 ? second.servedBy[d]! : site)), total: first.total + second.total, unserved: second.unserved + unfilled };
}

const isBetter = (a: Assignment, b: Assignment): boolean => a.unserved < b.unserved || (a.unserved === b.unserved && a.total < b.total - 1e-9);

/** Closed sites tried in the place of an open one: those that would serve its own people best. */
const triedPerSite = 12;

/** Exchanges an open site for a closed one as long as the plan gets better. */
function exchangeSites(costs: AssignmentCosts, start: Plan, fixed: readonly number[], who: readonly number[], serve: (sites: readonly number[]) => Assignment): Plan {
  const { sites, demands, cost, capacity } = costs;
  let best = start;
  for (let better = true; better;) {
    better = false;
    for (const out of best.sites.filter((site) => !fixed.includes(site))) {
      const own = who.filter((d) => best.assignment.servedBy[d] === out);
      const serves = (site: number): number => own.reduce((sum, d) => sum + Math.min(cost[site * demands + d]!, Number.MAX_VALUE / demands), 0);
      const closed = Array.from(capacity.keys()).filter((s) => s < sites && capacity[s]! > 0 && !best.sites.includes(s));
      const ranked = closed.map((site) => ({ site, serves: serves(site) })).sort((a, b) => a.serves - b.serves || a.site - b.site);
      for (const { site } of ranked.slice(0, triedPerSite)) {
        const tried = best.sites.map((s) => (s === out ? site : s));
        const assignment = serve(tried);
        if (!isBetter(assignment, best.assignment)) continue;
        best = { sites: tried, assignment };
        better = true;
        break;
      }
    }
  }
  return best;
}

function solveAssignment(
  { sites, demands, cost, quantity, capacity }: AssignmentCosts, most: number, fixed: readonly number[], fillFixed: boolean, who: readonly number[],
  start: Plan | null, within: number, solver: ProgramSolver, seconds: number,
): { readonly isImpossible: boolean; readonly found: Plan | null; readonly bound: number } {
  const draft = new ProgramDraft();
  for (let s = 0; s < sites; s++) draft.column(0, { whole: true, lower: fixed.includes(s) ? 1 : 0 });
  const pairs: { readonly site: number; readonly demand: number; readonly column: number }[] = [];
  for (const d of who) {
    for (let s = 0; s < sites; s++) {
      const own = cost[s * demands + d]!;
      if (own < Infinity && quantity[d]! <= capacity[s]! * (1 + 1e-9)) pairs.push({ site: s, demand: d, column: draft.column(own, { whole: true }) });
    }
  }
  for (let s = 0; s < sites; s++) draft.entry(s, 1);
  draft.closeRow(-Infinity, most);
  for (let i = 0; i < pairs.length;) {
    const { demand } = pairs[i]!;
    for (; pairs[i]?.demand === demand; i++) draft.entry(pairs[i]!.column, 1);
    draft.closeRow(1, 1);
  }
  const columnsOfSite = Array.from({ length: sites }, (): typeof pairs => []);
  for (const pair of pairs) columnsOfSite[pair.site]!.push(pair);
  columnsOfSite.forEach((own, s) => {
    for (const { demand, column } of own) if (quantity[demand]! > 0) draft.entry(column, quantity[demand]!);
    draft.entry(s, -capacity[s]!);
    draft.closeRow(fillFixed && fixed.includes(s) ? 0 : -Infinity, 0);
  });
  for (const { site, column } of pairs) {
    draft.entry(column, 1);
    draft.entry(site, -1);
    draft.closeRow(-Infinity, 0);
  }
  const assigned = new Set(pairs.map((pair) => pair.demand));
  if (assigned.size < who.length) return { isImpossible: true, found: null, bound: Infinity };
  let begin: Float64Array | null = null;
  if (start !== null) {
    begin = new Float64Array(draft.columns);
    for (const s of start.sites) begin[s] = 1;
    for (const { site, demand, column } of pairs) if (start.assignment.servedBy[demand] === site) begin[column] = 1;
  }
  const { status, values, bound } = solver.solve(draft.done('minimize'), { seconds, absoluteGap: within, start: begin });
  if (status === 'infeasible') return { isImpossible: true, found: null, bound };
  if (values === null) return { isImpossible: false, found: null, bound };
  const servedBy = new Int32Array(demands).fill(-1);
  let total = 0;
  for (const { site, demand, column } of pairs) {
    if (values[column]! <= 0.5) continue;
    servedBy[demand] = site;
    total += cost[site * demands + demand]!;
  }
  const used = Array.from({ length: sites }, (_, s) => s).filter((s) => values[s]! > 0.5);
  return { isImpossible: false, found: { sites: used, assignment: { servedBy, total, unserved: 0 } }, bound };
}
