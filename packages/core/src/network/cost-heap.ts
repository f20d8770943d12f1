/** A binary heap of items by cost, then by a tie number: least first. Columns, so that nothing is allocated per entry. */
export class CostHeap {
  #cost = new Float64Array(1024);
  #tie = new Int32Array(1024);
  #item = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get leastCost(): number {
    return this.#cost[0]!;
  }

  get leastTie(): number {
    return this.#tie[0]!;
  }

  get leastItem(): number {
    return this.#item[0]!;
  }

  clear(): void {
    this.#size = 0;
  }

  push(cost: number, tie: number, item: number): void {
    if (this.#size === this.#cost.length) this.#grow();
    const costs = this.#cost, ties = this.#tie, items = this.#item;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = costs[parent]!;
      if (above < cost || (above === cost && ties[parent]! <= tie)) break;
      costs[at] = above;
      ties[at] = ties[parent]!;
      items[at] = items[parent]!;
      at = parent;
    }
    costs[at] = cost;
    ties[at] = tie;
    items[at] = item;
  }

  pop(): void {
    const costs = this.#cost, ties = this.#tie, items = this.#item;
    const size = --this.#size;
    if (size === 0) return;
    const cost = costs[size]!, tie = ties[size]!, item = items[size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (costs[child + 1]! < costs[child]! || (costs[child + 1] === costs[child] && ties[child + 1]! < ties[child]!))) child++;
      if (costs[child]! > cost || (costs[child] === cost && ties[child]! >= tie)) break;
      costs[at] = costs[child]!;
      ties[at] = ties[child]!;
      items[at] = items[child]!;
      at = child;
    }
    costs[at] = cost;
    ties[at] = tie;
    items[at] = item;
  }

  #grow(): void {
    const length = 2 * this.#cost.length;
    const cost = new Float64Array(length), tie = new Int32Array(length), item = new Int32Array(length);
    cost.set(this.#cost);
    tie.set(this.#tie);
    item.set(this.#item);
    this.#cost = cost;
    this.#tie = tie;
    this.#item = item;
  }
}
