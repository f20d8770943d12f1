import { CostHeap } from './cost-heap.ts';
import { farthestCost, UNREACHED, type Arcs } from './travel-network.ts';

/**
 * Searches that stop at a limit and leave no trace: made once, then used for each facility in turn. A search costs what it
 * reaches, not what the network holds; for a walk of 1,500 m some tens of microseconds.
 */
export class BoundedSearch {
  readonly #arcs: Arcs;
  readonly #heap = new CostHeap();
  /** Cost per vertex of the search that ran last, UNREACHED elsewhere. */
  readonly cost: Uint32Array;
  /** The arc each vertex was reached by, -1 at a start. */
  readonly #arcTo: Int32Array;
  #reached: Int32Array = new Int32Array(1024);
  #count = 0;

  constructor(arcs: Arcs) {
    this.#arcs = arcs;
    this.cost = new Uint32Array(arcs.firstArc.length - 1).fill(UNREACHED);
    this.#arcTo = new Int32Array(this.cost.length);
  }

  /** The vertices within the limit of the last search, in the order they were first met. */
  get reached(): Int32Array {
    return this.#reached.subarray(0, this.#count);
  }

  /** The arc a reached vertex was entered by, or -1 where the search began. */
  arcTo(vertex: number): number {
    return this.#arcTo[vertex]!;
  }

  /** Forgets the last search and begins a new one. */
  clear(): void {
    for (let i = 0; i < this.#count; i++) this.cost[this.#reached[i]!] = UNREACHED;
    this.#count = 0;
    this.#heap.clear();
  }

  start(vertex: number, cost: number, limit: number): void {
    this.#meet(vertex, cost, limit, -1);
  }

  #meet(vertex: number, cost: number, limit: number, arc: number): void {
    const old = this.cost[vertex]!;
    if (cost > limit || cost >= old) return;
    if (old === UNREACHED) {
      if (this.#count === this.#reached.length) {
        const more = new Int32Array(2 * this.#count);
        more.set(this.#reached);
        this.#reached = more;
      }
      this.#reached[this.#count++] = vertex;
    }
    this.cost[vertex] = cost;
    this.#arcTo[vertex] = arc;
    this.#heap.push(cost, vertex, vertex);
  }

  /** Goes on until everything within the limit is settled. */
  run(limit: number = farthestCost): void {
    const heap = this.#heap;
    const { firstArc, arcs } = this.#arcs;
    while (heap.size > 0) {
      const by = heap.leastCost, vertex = heap.leastItem;
      heap.pop();
      if (by !== this.cost[vertex]) continue;
      for (let a = firstArc[vertex]!, end = firstArc[vertex + 1]!; a < end; a++) {
        const reach = by + arcs[2 * a + 1]!;
        if (reach <= limit) this.#meet(arcs[2 * a]!, reach, limit, a);
      }
    }
  }
}
