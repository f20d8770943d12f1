import { CostHeap } from '../cost-heap.ts';
import type { CoverSets } from './cover-sets.ts';

/**
 * Candidates (as positions) one by one, each time the one that covers most weight not yet covered, ties to the lower; ends at
 * `most` of them, or when nothing is left to cover. Gains only shrink, so old ones are upper bounds and few are counted anew.
 */
export function coverGreedily({ candidates, candidateFirst, candidateGroups, groupWeight }: CoverSets, most: number): number[] {
  const covered = new Uint8Array(groupWeight.length);
  const gainOf = (candidate: number): number => {
    let gain = 0;
    for (let i = candidateFirst[candidate]!; i < candidateFirst[candidate + 1]!; i++) if (covered[candidateGroups[i]!] === 0) gain += groupWeight[candidateGroups[i]!]!;
    return gain;
  };
  const heap = new CostHeap();
  for (let c = 0; c < candidates.length; c++) {
    const gain = gainOf(c);
    if (gain > 0) heap.push(-gain, c, c);
  }
  const chosen: number[] = [];
  while (chosen.length < most && heap.size > 0) {
    const candidate = heap.leastItem;
    heap.pop();
    const gain = gainOf(candidate);
    if (gain <= 0) continue;
    if (heap.size > 0 && (-gain > heap.leastCost || (-gain === heap.leastCost && candidate > heap.leastItem))) {
      heap.push(-gain, candidate, candidate);
      continue;
    }
    chosen.push(candidate);
    for (let i = candidateFirst[candidate]!; i < candidateFirst[candidate + 1]!; i++) covered[candidateGroups[i]!] = 1;
  }
  return chosen;
}

/** How often each group is covered by a choice. */
export function coverCounts({ candidateFirst, candidateGroups, groupWeight }: CoverSets, chosen: readonly number[]): Int32Array {
  const count = new Int32Array(groupWeight.length);
  for (const c of chosen) for (let i = candidateFirst[c]!; i < candidateFirst[c + 1]!; i++) count[candidateGroups[i]!]!++;
  return count;
}

export function coveredWeight(sets: CoverSets, chosen: readonly number[]): number {
  return coverCounts(sets, chosen).reduce((sum, count, g) => (count > 0 ? sum + sets.groupWeight[g]! : sum), 0);
}

/** What each exchange of a chosen candidate for another changes; calls `visit` for all of them, candidates ascending. */
function visitExchanges(sets: CoverSets, chosen: readonly number[], visit: (out: number, candidate: number, change: number) => void): void {
  const { candidates, candidateFirst, candidateGroups, groupWeight } = sets;
  const count = coverCounts(sets, chosen);
  const place = new Int32Array(candidates.length).fill(-1);
  chosen.forEach((c, i) => (place[c] = i));
  // The one chosen candidate that covers a group alone, and what would be lost with it.
  const alone = new Int32Array(groupWeight.length).fill(-1);
  const loss = new Float64Array(chosen.length);
  chosen.forEach((c, p) => {
    for (let i = candidateFirst[c]!; i < candidateFirst[c + 1]!; i++) {
      const g = candidateGroups[i]!;
      if (count[g] !== 1) continue;
      alone[g] = p;
      loss[p]! += groupWeight[g]!;
    }
  });
  const kept = new Float64Array(chosen.length);
  for (let c = 0; c < candidates.length; c++) {
    if (place[c] !== -1) continue;
    kept.fill(0);
    let gain = 0;
    for (let i = candidateFirst[c]!; i < candidateFirst[c + 1]!; i++) {
      const g = candidateGroups[i]!;
      if (count[g] === 0) gain += groupWeight[g]!;
      else if (alone[g] !== -1) kept[alone[g]!]! += groupWeight[g]!;
    }
    for (let p = 0; p < chosen.length; p++) visit(p, c, gain + kept[p]! - loss[p]!);
  }
}

/** Exchanges one candidate for another, the best exchange each time, until none covers more. */
export function improveCover(sets: CoverSets, start: readonly number[]): number[] {
  const chosen = [...start];
  const noise = 1e-9 * sets.groupWeight.reduce((sum, weight) => sum + weight, 0);
  for (;;) {
    let best = noise, bestOut = -1, bestIn = -1;
    visitExchanges(sets, chosen, (out, candidate, change) => {
      if (change <= best) return;
      best = change;
      bestOut = out;
      bestIn = candidate;
    });
    if (bestOut === -1) return chosen;
    chosen[bestOut] = bestIn;
  }
}

/** Exchanges that cover exactly as much. */
export function equalExchanges(sets: CoverSets, chosen: readonly number[]): number {
  const noise = 1e-9 * sets.groupWeight.reduce((sum, weight) => sum + weight, 0);
  let equal = 0;
  visitExchanges(sets, chosen, (_, __, change) => {
    if (Math.abs(change) <= noise) equal++;
  });
  return equal;
}

/**
 * What no choice of `most` candidates covers more than. For every choice made so far, the best is at most what it covers plus
 * the largest further gains (coverage has diminishing returns); the least of those over the steps of a greedy choice.
 */
export function coverBound(sets: CoverSets, greedy: readonly number[], most: number): number {
  const { candidates, candidateFirst, candidateGroups, groupWeight } = sets;
  const covered = new Uint8Array(groupWeight.length);
  let weight = 0;
  let bound = groupWeight.reduce((sum, value) => sum + value, 0);
  for (let step = 0; step <= greedy.length; step++) {
    const gains = new Float64Array(candidates.length);
    for (let c = 0; c < candidates.length; c++) {
      for (let i = candidateFirst[c]!; i < candidateFirst[c + 1]!; i++) if (covered[candidateGroups[i]!] === 0) gains[c]! += groupWeight[candidateGroups[i]!]!;
    }
    gains.sort();
    let further = 0;
    for (let i = 1; i <= Math.min(most, gains.length); i++) further += gains[gains.length - i]!;
    bound = Math.min(bound, weight + further);
    const next = greedy[step];
    if (next === undefined) break;
    for (let i = candidateFirst[next]!; i < candidateFirst[next + 1]!; i++) {
      const g = candidateGroups[i]!;
      if (covered[g] === 0) weight += groupWeight[g]!;
      covered[g] = 1;
    }
  }
  return bound;
}
