/**
 * Numbers ids 0, 1, 2, … in the order they first come: an open hash table over typed arrays, because a Map holds at most
 * 2^24 entries and a street file of Flanders has more nodes.
 */
export class IdIndex {
  #keys = new Float64Array(1 << 12).fill(NaN);
  #rows = new Int32Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Row of the id, or -1. */
  find(id: number): number {
    const slot = this.#slot(id);
    return this.#keys[slot] === id ? this.#rows[slot]! : -1;
  }

  /** Row of the id, given a new one when it has none. */
  rowOf(id: number): number {
    let slot = this.#slot(id);
    if (this.#keys[slot] === id) return this.#rows[slot]!;
    if (2 * this.#size >= this.#keys.length) {
      this.#grow();
      slot = this.#slot(id);
    }
    this.#keys[slot] = id;
    this.#rows[slot] = this.#size;
    return this.#size++;
  }

  /** Where the id is, or would be put: empty slots hold NaN. */
  #slot(id: number): number {
    const mask = this.#keys.length - 1;
    let hash = Math.imul(id | 0, 0x9e3779b1) ^ Math.imul((id / 0x100000000) | 0, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (this.#keys[slot] !== id && !Number.isNaN(this.#keys[slot]!)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys, rows = this.#rows;
    this.#keys = new Float64Array(2 * keys.length).fill(NaN);
    this.#rows = new Int32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (Number.isNaN(keys[i]!)) continue;
      const slot = this.#slot(keys[i]!);
      this.#keys[slot] = keys[i]!;
      this.#rows[slot] = rows[i]!;
    }
  }
}
