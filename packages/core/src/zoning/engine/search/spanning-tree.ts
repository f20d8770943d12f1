import type { Terrain } from '../division.ts';
import type { Random } from '../random.ts';

/**
 * A random spanning tree over some units, hung from its first, and what hangs under each. Edges get a random weight and
 * a surcharge where they cross a barrier, so that the tree runs along barriers and its cuts fall on them (the region
 * surcharge of GerryChain's ReCom). Kruskal, O(m log m) over the edges inside.
 */
export class SpanningTree {
  /** The units in the order in which the tree reaches them: a unit comes after the one it hangs from. */
  readonly order: Int32Array;
  /** Position in `order` of the unit a position hangs from; -1 for the first. */
  readonly parent: Int32Array;
  /** Position of the last one that hangs under a position: those under p are p … last[p]. */
  readonly last: Int32Array;
  readonly personsUnder: Float64Array;
  count = 0;
  private readonly terrain: Terrain;
  private readonly place: Int32Array;
  private readonly root: Int32Array;
  private readonly keys: Float64Array;
  private readonly firstLink: Int32Array;
  private readonly nextLink: Int32Array;
  private readonly linkTo: Int32Array;
  private readonly stack: Int32Array;

  constructor(terrain: Terrain) {
    const { n, m } = terrain.graph;
    this.terrain = terrain;
    this.order = new Int32Array(n);
    this.parent = new Int32Array(n);
    this.last = new Int32Array(n);
    this.personsUnder = new Float64Array(n);
    this.place = new Int32Array(n).fill(-1);
    this.root = new Int32Array(n);
    this.keys = new Float64Array(m);
    this.firstLink = new Int32Array(n);
    this.nextLink = new Int32Array(2 * n);
    this.linkTo = new Int32Array(2 * n);
    this.stack = new Int32Array(n);
  }

  /** Grows a tree over the first `count` of `units`, which must hang together; false when they do not. */
  grow(units: Int32Array, count: number, surcharge: number, random: Random): boolean {
    const { graph, persons, barrier } = this.terrain;
    const { place, root, keys, firstLink, nextLink, linkTo, order, parent, last, personsUnder, stack } = this;
    for (let i = 0; i < count; i++) place[units[i]!] = i;
    let edges = 0;
    for (let i = 0; i < count; i++) {
      const unit = units[i]!;
      root[i] = i;
      firstLink[i] = -1;
      for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
        const j = place[graph.to[p]!]!;
        if (j <= i) continue;
        const e = graph.edge[p]!;
        // The weight in the high part of the key and the edge in the low part: sorting the keys sorts the edges.
        const weight = (random.next() + surcharge * Math.min(1, barrier[e]!)) / (1 + surcharge);
        keys[edges++] = Math.floor(weight * 1073741824) * 4194304 + e;
      }
    }
    const sorted = keys.subarray(0, edges).sort();
    const find = (start: number): number => {
      let i = start;
      while (root[i] !== i) {
        root[i] = root[root[i]!]!;
        i = root[i]!;
      }
      return i;
    };
    let links = 0;
    for (let s = 0; s < edges && links < 2 * (count - 1); s++) {
      const e = sorted[s]! % 4194304;
      const i = place[graph.u[e]!]!;
      const j = place[graph.v[e]!]!;
      const a = find(i);
      const b = find(j);
      if (a === b) continue;
      root[a] = b;
      linkTo[links] = j;
      nextLink[links] = firstLink[i]!;
      firstLink[i] = links++;
      linkTo[links] = i;
      nextLink[links] = firstLink[j]!;
      firstLink[j] = links++;
    }
    const whole = links === 2 * (count - 1);
    if (whole) {
      // Depth first, so that what hangs under a position follows it without gaps.
      let depth = 0;
      let reached = 0;
      const open = (local: number, from: number): void => {
        order[reached] = units[local]!;
        parent[reached] = from;
        personsUnder[reached] = persons[units[local]!]!;
        root[local] = reached;
        stack[depth++] = local;
        reached++;
      };
      open(0, -1);
      while (depth > 0) {
        const local = stack[depth - 1]!;
        const here = root[local]!;
        const link = firstLink[local]!;
        if (link < 0) {
          depth--;
          last[here] = reached - 1;
          const up = parent[here]!;
          if (up >= 0) personsUnder[up]! += personsUnder[here]!;
          continue;
        }
        firstLink[local] = nextLink[link]!;
        const next = linkTo[link]!;
        if (parent[here]! < 0 || order[parent[here]!] !== units[next]) open(next, here);
      }
      this.count = count;
    }
    for (let i = 0; i < count; i++) place[units[i]!] = -1;
    return whole;
  }
}
