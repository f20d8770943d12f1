import type { CostTable } from '../floating-catchment.ts';

/**
 * Who would be covered by which site, with demands that the same sites cover taken together: 30,000 addresses become some
 * thousands of groups, and a solver proves in seconds what it else does not finish.
 */
export interface CoverSets {
  /** The sites that may be added, by row of the table, ascending. */
  readonly candidates: Int32Array;
  /** Candidates (as positions) of group g: groupCandidates[groupFirst[g]] up to groupCandidates[groupFirst[g + 1]], ascending. */
  readonly groupFirst: Int32Array;
  readonly groupCandidates: Int32Array;
  readonly groupWeight: Float64Array;
  /** Groups of candidate c, ascending. */
  readonly candidateFirst: Int32Array;
  readonly candidateGroups: Int32Array;
  /** What the fixed sites cover already. */
  readonly fixedWeight: number;
  readonly outOfReach: readonly number[];
}

/** Cost: the pairs within the radius, and sorting nothing. */
export function coverSets({ first, demand, cost }: CostTable, weight: Float64Array, radius: number, fixed: readonly number[]): CoverSets {
  const sites = first.length - 1, demands = weight.length;
  const isFixed = new Uint8Array(sites), done = new Uint8Array(demands);
  let fixedWeight = 0;
  for (const site of fixed) {
    isFixed[site] = 1;
    for (let i = first[site]!; i < first[site + 1]!; i++) {
      if (cost[i]! > radius || done[demand[i]!] === 1) continue;
      done[demand[i]!] = 1;
      fixedWeight += weight[demand[i]!]!;
    }
  }
  const candidates = Int32Array.from({ length: sites }, (_, site) => site).filter((site) => isFixed[site] === 0);
  const start = new Int32Array(demands + 1);
  for (const site of candidates) {
    for (let i = first[site]!; i < first[site + 1]!; i++) if (cost[i]! <= radius && done[demand[i]!] === 0) start[demand[i]! + 1]!++;
  }
  for (let d = 0; d < demands; d++) start[d + 1]! += start[d]!;
  const next = start.slice(0, demands);
  const covering = new Int32Array(start[demands]!);
  candidates.forEach((site, position) => {
    for (let i = first[site]!; i < first[site + 1]!; i++) if (cost[i]! <= radius && done[demand[i]!] === 0) covering[next[demand[i]!]!++] = position;
  });
  const outOfReach: number[] = [];
  const { groupFirst, groupCandidates, groupWeight } = mergeEqualSets(start, covering, weight, (row) => {
    if (done[row] === 0) outOfReach.push(row);
  });
  return { candidates, groupFirst, groupCandidates, groupWeight, fixedWeight, outOfReach, ...turnedRound(groupFirst, groupCandidates, candidates.length) };
}

/** The same question with only some of the candidates, given as positions: groups that these cover alike fall together. */
export function narrowed(sets: CoverSets, keep: readonly number[]): CoverSets {
  const { candidates, groupFirst, groupCandidates, groupWeight } = sets;
  const place = new Int32Array(candidates.length).fill(-1);
  keep.forEach((candidate, position) => (place[candidate] = position));
  const start = [0], covering: number[] = [];
  for (let g = 0; g < groupWeight.length; g++) {
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) if (place[groupCandidates[i]!] !== -1) covering.push(place[groupCandidates[i]!]!);
    start.push(covering.length);
  }
  const merged = mergeEqualSets(Int32Array.from(start), Int32Array.from(covering), groupWeight, () => undefined);
  return {
    ...merged, candidates: Int32Array.from(keep, (candidate) => candidates[candidate]!), fixedWeight: sets.fixedWeight, outOfReach: sets.outOfReach,
    ...turnedRound(merged.groupFirst, merged.groupCandidates, keep.length),
  };
}

function mergeEqualSets(start: Int32Array, covering: Int32Array, weight: Float64Array, uncovered: (row: number) => void) {
  const firstOf: number[] = [0], members: number[] = [], weights: number[] = [];
  const groupsByHash = new Map<number, number[]>();
  for (let d = 0; d + 1 < start.length; d++) {
    const begin = start[d]!, size = start[d + 1]! - begin;
    if (size === 0) {
      uncovered(d);
      continue;
    }
    let hash = size;
    for (let i = begin; i < begin + size; i++) hash = Math.imul(hash ^ covering[i]!, 0x9e3779b1) + 0x7f4a7c15;
    let alike = groupsByHash.get(hash);
    if (alike === undefined) groupsByHash.set(hash, (alike = []));
    const group = alike.find((g) => {
      if (firstOf[g + 1]! - firstOf[g]! !== size) return false;
      for (let i = 0; i < size; i++) if (members[firstOf[g]! + i] !== covering[begin + i]) return false;
      return true;
    });
    if (group !== undefined) {
      weights[group]! += weight[d]!;
      continue;
    }
    alike.push(weights.push(weight[d]!) - 1);
    for (let i = begin; i < begin + size; i++) members.push(covering[i]!);
    firstOf.push(members.length);
  }
  return { groupFirst: Int32Array.from(firstOf), groupCandidates: Int32Array.from(members), groupWeight: Float64Array.from(weights) };
}

/** Groups by candidate from candidates by group. */
function turnedRound(groupFirst: Int32Array, groupCandidates: Int32Array, candidates: number) {
  const candidateFirst = new Int32Array(candidates + 1);
  for (const candidate of groupCandidates) candidateFirst[candidate + 1]!++;
  for (let c = 0; c < candidates; c++) candidateFirst[c + 1]! += candidateFirst[c]!;
  const next = candidateFirst.slice(0, candidates);
  const candidateGroups = new Int32Array(groupCandidates.length);
  for (let g = 0; g + 1 < groupFirst.length; g++) {
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) candidateGroups[next[groupCandidates[i]!]!++] = g;
  }
  return { candidateFirst, candidateGroups };
}

/** The cheapest open site for each demand within the radius, ties to the lower row; -1 for none. */
export function servedWithin({ first, demand, cost }: CostTable, demands: number, sites: readonly number[], radius: number): Int32Array {
  const servedBy = new Int32Array(demands).fill(-1);
  const least = new Float64Array(demands).fill(Infinity);
  for (const site of sites) {
    for (let i = first[site]!; i < first[site + 1]!; i++) {
      const d = demand[i]!;
      if (cost[i]! > radius || cost[i]! >= least[d]!) continue;
      least[d] = cost[i]!;
      servedBy[d] = site;
    }
  }
  return servedBy;
}
