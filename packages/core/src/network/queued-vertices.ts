/** The end of a list of queued vertices. */
export const endOfList = -1;

/** Numbers of an entry: the next one of its list, its vertex, and the cost it was queued at. */
const nextAt = 0, vertexAt = 1, costAt = 2, width = 3;

/**
 * Vertices waiting in any number of linked lists that share one column of numbers; an entry that is let go is the first to be
 * used again, so the column stays as small as the front of the search and nothing is allocated per entry.
 */
export class QueuedVertices {
  #rows = new Int32Array(width * 4096);
  #used = 0;
  #free = endOfList;

  /** A new entry at the head of a list; returns the head. */
  put(vertex: number, cost: number, head: number): number {
    let entry = this.#free;
    if (entry !== endOfList) this.#free = this.#rows[entry + nextAt]!;
    else {
      entry = this.#used;
      this.#used += width;
      if (this.#used > this.#rows.length) this.#grow();
    }
    const rows = this.#rows;
    rows[entry + nextAt] = head;
    rows[entry + vertexAt] = vertex;
    rows[entry + costAt] = cost;
    return entry;
  }

  next(entry: number): number {
    return this.#rows[entry + nextAt]!;
  }

  vertex(entry: number): number {
    return this.#rows[entry + vertexAt]!;
  }

  cost(entry: number): number {
    return this.#rows[entry + costAt]!;
  }

  /** Puts an entry at the head of another list; returns the head. */
  move(entry: number, head: number): number {
    this.#rows[entry + nextAt] = head;
    return entry;
  }

  letGo(entry: number): void {
    this.#rows[entry + nextAt] = this.#free;
    this.#free = entry;
  }

  #grow(): void {
    const more = new Int32Array(2 * this.#rows.length);
    more.set(this.#rows);
    this.#rows = more;
  }
}
