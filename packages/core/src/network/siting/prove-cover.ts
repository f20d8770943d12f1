import { coveredWeight, improveCover } from './cover-search.ts';
import { narrowed, type CoverSets } from './cover-sets.ts';
import { ProgramDraft, type MixedProgram, type ProgramSolver, type RelaxedOutcome } from './mixed-program.ts';
import { areWhole, provenWithin } from './siting.ts';

/** A choice of candidates (as positions), and what no choice covers more than. */
export interface CoverProof {
  readonly chosen: readonly number[];
  readonly bound: number;
}

/** Questions put to the solver by our own branching; what is then still open is handed to the solver whole. */
const mostNodes = 500;

/** Columns nearer to 0 or 1 than this are taken for whole. */
const noise = 1e-6;

/**
 * The best choice, proven within the time, from a good one. Solved as fractions first: what a candidate would take away from that
 * optimum shows that most of them are in no better choice (2,000 come down to 200), and with those gone ever more homes
 * are covered alike. What is left is branched on candidate by candidate, each time solved as fractions and narrowed in the same
 * way; that bound is so near that some tens of nodes suffice, where cuts and heuristics of a general solver take ten times as long.
 */
export function proveCover(sets: CoverSets, most: number, start: readonly number[], solver: ProgramSolver, seconds: number): CoverProof {
  const isWhole = areWhole(sets.groupWeight);
  let chosen = start, best = coveredWeight(sets, start);
  const isWorse = (bound: number): boolean => bound - best < provenWithin(isWhole, best);
  const offer = (choice: readonly number[]): void => {
    const weight = coveredWeight(sets, choice);
    if (weight <= best) return;
    best = weight;
    chosen = choice;
  };
  const root = solveOnce(sets, most, solver, seconds);
  if (root.outcome === null) return { chosen, bound: Infinity };
  const { objective, values } = root.outcome;
  if (!isWorse(objective)) offer(improveCover(sets, largest(values, sets.candidates.length, most)));
  if (isWorse(objective)) return { chosen, bound: Math.max(objective, best) };

  const state = new Int8Array(sets.candidates.length);
  settle(state, root.outcome, isWorse);
  const keep = Array.from(state.keys()).filter((c) => state[c] !== out);
  const few = narrowed(sets, keep);
  const program = coverProgram(few, most);
  const relaxation = solver.relax(program, seconds - root.seconds);
  const waiting: { readonly state: Int8Array; readonly bound: number }[] = [{ state: Int8Array.from(keep, (c) => state[c]!), bound: objective }];
  let isStopped = false;
  try {
    for (let nodes = 0; waiting.length > 0 && nodes < mostNodes && !isStopped; nodes++) {
      const node = waiting.at(-1)!;
      if (isWorse(node.bound)) {
        waiting.pop();
        continue;
      }
      const outcome = relaxation.solve(Float64Array.from(node.state, (is) => (is === inside ? 1 : 0)), Float64Array.from(node.state, (is) => (is === out ? 0 : 1)));
      isStopped = outcome === 'stopped';
      if (outcome === 'stopped') continue;
      waiting.pop();
      if (outcome === 'infeasible' || isWorse(outcome.objective)) continue;
      const branch = mostDivided(outcome.values, keep.length);
      if (branch === -1) {
        offer(keep.filter((_, c) => outcome.values[c]! > 0.5));
        continue;
      }
      settle(node.state, outcome, isWorse);
      for (const choice of [out, inside]) {
        const next = node.state.slice();
        next[branch] = choice;
        waiting.push({ state: next, bound: outcome.objective });
      }
    }
    const open = waiting.filter(({ bound }) => !isWorse(bound));
    if (open.length === 0) return { chosen, bound: best };
    const ownBound = Math.max(...open.map(({ bound }) => bound));
    const left = seconds - root.seconds - relaxation.seconds();
    if (left <= 0) return { chosen, bound: ownBound };
    const outcome = solver.solve(program, { seconds: left, absoluteGap: provenWithin(isWhole, best), start: null });
    if (outcome.values !== null) offer(keep.filter((_, c) => outcome.values![c]! > 0.5));
    return { chosen, bound: Math.max(best, Math.min(ownBound, outcome.bound)) };
  } finally {
    relaxation.close();
  }
}

/** What is known of a candidate: it is in every choice that may be better, in none of them, or neither (0). */
const inside = 1, out = -1;

/** Settles candidates that cannot change sides without the bound falling to what is there already. */
function settle(state: Int8Array, { objective, values, reducedCost }: RelaxedOutcome, isWorse: (bound: number) => boolean): void {
  for (let c = 0; c < state.length; c++) {
    if (state[c] !== 0) continue;
    if (values[c]! < noise && isWorse(objective + reducedCost[c]!)) state[c] = out;
    else if (values[c]! > 1 - noise && isWorse(objective - reducedCost[c]!)) state[c] = inside;
  }
}

/** The candidate that is most neither chosen nor not; -1 when all are one or the other. */
function mostDivided(values: Float64Array, candidates: number): number {
  let branch = -1, nearest = 0.5 - noise;
  for (let c = 0; c < candidates; c++) {
    const away = Math.abs(values[c]! - 0.5);
    if (away >= nearest) continue;
    nearest = away;
    branch = c;
  }
  return branch;
}

const largest = (values: Float64Array, candidates: number, most: number): number[] =>
  Array.from({ length: candidates }, (_, c) => c).sort((a, b) => values[b]! - values[a]! || a - b).slice(0, most);

function solveOnce(sets: CoverSets, most: number, solver: ProgramSolver, seconds: number): { readonly outcome: RelaxedOutcome | null; readonly seconds: number } {
  const relaxation = solver.relax(coverProgram(sets, most), seconds);
  try {
    const outcome = relaxation.solve(new Float64Array(), new Float64Array());
    return { outcome: outcome === 'stopped' || outcome === 'infeasible' ? null : outcome, seconds: relaxation.seconds() };
  } finally {
    relaxation.close();
  }
}

/** A column per candidate, yes or no; whether a group is covered follows from them and may stay a fraction. */
function coverProgram({ candidates, groupFirst, groupCandidates, groupWeight }: CoverSets, most: number): MixedProgram {
  const groups = groupWeight.length;
  // A group that one candidate alone covers is part of that candidate's own worth.
  const own = new Float64Array(candidates.length);
  const isSingle = (g: number): boolean => groupFirst[g + 1]! - groupFirst[g]! === 1;
  for (let g = 0; g < groups; g++) if (isSingle(g)) own[groupCandidates[groupFirst[g]!]!]! += groupWeight[g]!;
  const draft = new ProgramDraft();
  for (let c = 0; c < candidates.length; c++) draft.column(own[c]!, { whole: true });
  for (let c = 0; c < candidates.length; c++) draft.entry(c, 1);
  draft.closeRow(-Infinity, most);
  for (let g = 0; g < groups; g++) {
    if (isSingle(g) || groupWeight[g] === 0) continue;
    draft.entry(draft.column(groupWeight[g]!), 1);
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) draft.entry(groupCandidates[i]!, -1);
    draft.closeRow(-Infinity, 0);
  }
  return draft.done('maximize');
}
