import type { NearestField, Seeds } from './nearest-search.ts';
import { CostHeap } from './cost-heap.ts';
import { farthestCost, UNREACHED, type Arcs } from './travel-network.ts';

/**
 * The k nearest starts for every vertex, nearest first, each start once: row-major with k columns. Equal costs by label.
 * Costs above `limit` stay unreached. Cost k (V + E) log(k V).
 */
export function searchKNearest({ firstArc, arcs }: Arcs, seeds: Seeds, k: number, limit: number = farthestCost): NearestField {
  const vertices = firstArc.length - 1;
  const cost = new Uint32Array(vertices * k).fill(UNREACHED), label = new Int32Array(vertices * k).fill(-1);
  const settled = new Int32Array(vertices);
  const heap = new CostHeap();
  const knows = (vertex: number, start: number): boolean => {
    for (let j = vertex * k, end = j + settled[vertex]!; j < end; j++) if (label[j] === start) return true;
    return false;
  };
  for (let i = 0; i < seeds.vertex.length; i++) if (seeds.cost[i]! <= limit) heap.push(seeds.cost[i]!, seeds.label[i]!, seeds.vertex[i]!);
  while (heap.size > 0) {
    const by = heap.leastCost, start = heap.leastTie, vertex = heap.leastItem;
    heap.pop();
    if (settled[vertex] === k || knows(vertex, start)) continue;
    const slot = vertex * k + settled[vertex]!++;
    cost[slot] = by;
    label[slot] = start;
    for (let a = 2 * firstArc[vertex]!, end = 2 * firstArc[vertex + 1]!; a < end; a += 2) {
      const w = arcs[a]!, reach = by + arcs[a + 1]!;
      if (reach <= limit && settled[w]! < k && !knows(w, start)) heap.push(reach, start, w);
    }
  }
  return { cost, label };
}
