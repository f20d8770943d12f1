/** The plain way of doing what the reach engine does: objects, maps and a heap of objects. Only to be measured against. */
import { greatCircleMetres, type Seeds, type TravelNetwork } from '../../packages/core/src/network/index.ts';
import { openOsm } from '../../packages/files/src/osm/open-osm.ts';

interface Arc { readonly to: number; readonly cost: number }

/** Every node of every street as a vertex, by id. */
export function objectStreets(bytes: Uint8Array): Map<number, { readonly lon: number; readonly lat: number; readonly arcs: { readonly to: number; readonly metres: number }[] }> {
  const opened = openOsm(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const nodes = new Map<number, { readonly lon: number; readonly lat: number; readonly arcs: { readonly to: number; readonly metres: number }[] }>();
  opened.value.visit({ node: (id, lon, lat) => void nodes.set(id, { lon, lat, arcs: [] }) });
  opened.value.visit({
    way(_, ids, tags) {
      if (tags['highway'] === undefined) return;
      for (let i = 1; i < ids.length; i++) {
        const a = nodes.get(ids[i - 1]!), b = nodes.get(ids[i]!);
        if (a === undefined || b === undefined) continue;
        const metres = greatCircleMetres(a.lon, a.lat, b.lon, b.lat);
        a.arcs.push({ to: ids[i]!, metres });
        b.arcs.push({ to: ids[i - 1]!, metres });
      }
    },
  });
  return nodes;
}

/** The network as lists of objects. */
export const objectGraph = ({ firstArc, arcs }: TravelNetwork): readonly (readonly Arc[])[] =>
  Array.from({ length: firstArc.length - 1 }, (_, v) => Array.from({ length: firstArc[v + 1]! - firstArc[v]! }, (__, i) => ({ to: arcs[2 * (firstArc[v]! + i)]!, cost: arcs[2 * (firstArc[v]! + i) + 1]! })));

/** Dijkstra from all seeds at once with a binary heap of objects. */
export function heapOnObjects(graph: readonly (readonly Arc[])[], seeds: Seeds): Float64Array {
  const cost = new Float64Array(graph.length).fill(Infinity);
  const heap: { readonly cost: number; readonly vertex: number }[] = [];
  const push = (item: { readonly cost: number; readonly vertex: number }): void => {
    let at = heap.push(item) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (heap[up]!.cost <= item.cost) break;
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = item;
  };
  const pop = (): { readonly cost: number; readonly vertex: number } => {
    const top = heap[0]!, last = heap.pop()!;
    if (heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && heap[down + 1]!.cost < heap[down]!.cost) down++;
      if (heap[down]!.cost >= last.cost) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = last;
    return top;
  };
  seeds.vertex.forEach((vertex, i) => {
    cost[vertex] = Math.min(cost[vertex]!, seeds.cost[i]!);
    push({ cost: seeds.cost[i]!, vertex });
  });
  while (heap.length > 0) {
    const { cost: by, vertex } = pop();
    if (by > cost[vertex]!) continue;
    for (const arc of graph[vertex]!) {
      const reach = by + arc.cost;
      if (reach >= cost[arc.to]!) continue;
      cost[arc.to] = reach;
      push({ cost: reach, vertex: arc.to });
    }
  }
  return cost;
}
