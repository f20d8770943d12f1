import { endOfList, QueuedVertices } from './queued-vertices.ts';
import { farthestCost, UNREACHED, type Arcs } from './travel-network.ts';

/** Where searches begin: a vertex, the cost to get on it, and whose start it is. */
export interface Seeds {
  readonly vertex: Int32Array;
  readonly cost: Uint32Array;
  readonly label: Int32Array;
}

/** For every vertex the cost from the nearest start, UNREACHED where there is none, and whose start that is, or -1. */
export interface NearestField {
  readonly cost: Uint32Array;
  readonly label: Int32Array;
}

/** Vertices that are searched together, as a power of two: what 16,384 of them keep lies within 128 kB, near the processor. */
const groupBits = 14;

/** Buckets of one slice of cost. */
const buckets = 64;

/**
 * The nearest start for every vertex at once, and whose it is; of equally near ones the lowest label. Costs above `limit` stay
 * unreached, the limit itself is within reach.
 * A bucket queue over whole numbers (Dial 1969) that goes through the costs in slices, and within a slice through the vertices
 * group by group along the Hilbert curve they are numbered by: taken strictly by cost, vertices of thousands of places follow
 * each other and each waits for memory, which costs three times as much at the size of Flanders. A vertex that improves after
 * it was taken is taken again, so the answer is exact. Cost V + E: 5 ms for 74,000 vertices, 0.3 s for 2.7 million.
 */
export function searchNearest({ firstArc, arcs, meanCost }: Arcs, seeds: Seeds, limit: number = farthestCost): NearestField {
  const vertices = firstArc.length - 1;
  const beyond = Math.min(Math.max(-1, Math.floor(limit)), farthestCost) + 1;
  // Half the mean arc: narrower buckets are mostly empty, in wider ones more vertices are taken twice.
  const shift = Math.max(0, Math.floor(Math.log2(Math.max(1, meanCost / 2))));
  const slice = buckets * 2 ** shift;
  const queue = new QueuedVertices();
  const bucket = new Int32Array(buckets).fill(endOfList);
  const groups = ((vertices - 1) >> groupBits) + 1;
  /** By group: what waits within the slice, and beyond it. */
  const due = new Int32Array(groups).fill(endOfList), later = new Int32Array(groups).fill(endOfList);
  const best = new Uint32Array(vertices).fill(beyond), whose = new Int32Array(vertices).fill(-1);
  let least = Infinity;
  for (let i = 0; i < seeds.vertex.length; i++) {
    const vertex = seeds.vertex[i]!, cost = seeds.cost[i]!, label = seeds.label[i]!;
    const old = best[vertex]!;
    if (cost > old || cost === beyond || (cost === old && label >= whose[vertex]!)) continue;
    best[vertex] = cost;
    whose[vertex] = label;
    const group = vertex >> groupBits;
    later[group] = queue.put(vertex, cost, later[group]!);
    if (cost < least) least = cost;
  }
  while (least < Infinity) {
    const begin = least, end = begin + slice;
    least = Infinity;
    let waiting = false;
    for (let group = 0; group < groups; group++) {
      let kept = endOfList;
      for (let entry = later[group]!; entry !== endOfList;) {
        const next = queue.next(entry), cost = queue.cost(entry);
        if (cost < end) {
          due[group] = queue.move(entry, due[group]!);
          waiting = true;
        } else {
          kept = queue.move(entry, kept);
          if (cost < least) least = cost;
        }
        entry = next;
      }
      later[group] = kept;
    }
    while (waiting) {
      waiting = false;
      for (let group = 0; group < groups; group++) {
        if (due[group] === endOfList) continue;
        for (let entry = due[group]!; entry !== endOfList;) {
          const next = queue.next(entry), at = (queue.cost(entry) - begin) >> shift;
          bucket[at] = queue.move(entry, bucket[at]!);
          entry = next;
        }
        due[group] = endOfList;
        for (let at = 0; at < buckets; at++) {
          for (let entry = bucket[at]!; entry !== endOfList; entry = bucket[at]!) {
            const vertex = queue.vertex(entry), cost = queue.cost(entry);
            bucket[at] = queue.next(entry);
            queue.letGo(entry);
            // Improved since it was queued: it waits, or was taken, at that cost.
            if (cost !== best[vertex]) continue;
            const label = whose[vertex]!;
            for (let a = 2 * firstArc[vertex]!, last = 2 * firstArc[vertex + 1]!; a < last; a += 2) {
              const to = arcs[a]!, reach = (cost + arcs[a + 1]!) >>> 0;
              const old = best[to]!;
              if (reach > old || (reach === old && label >= whose[to]!)) continue;
              best[to] = reach;
              whose[to] = label;
              // A dead end leads back only, where nothing can get better.
              const onward = firstArc[to]!;
              if (firstArc[to + 1]! - onward === 1 && arcs[2 * onward] === vertex) continue;
              const toGroup = to >> groupBits;
              if (reach >= end) {
                later[toGroup] = queue.put(to, reach, later[toGroup]!);
                if (reach < least) least = reach;
              } else if (toGroup === group) {
                const toBucket = (reach - begin) >> shift;
                bucket[toBucket] = queue.put(to, reach, bucket[toBucket]!);
              } else {
                due[toGroup] = queue.put(to, reach, due[toGroup]!);
                waiting = true;
              }
            }
          }
        }
      }
    }
  }
  for (let v = 0; v < vertices; v++) if (best[v] === beyond) best[v] = UNREACHED;
  return { cost: best, label: whose };
}
