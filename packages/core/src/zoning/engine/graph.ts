/**
 * Units and which of them touch, in compressed rows: the neighbours of unit i are `to[start[i]] … to[start[i + 1] - 1]`,
 * reached over the edges of the same positions in `edge`.
 */
export interface Graph {
  readonly n: number;
  readonly m: number;
  readonly u: Int32Array;
  readonly v: Int32Array;
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly edge: Int32Array;
}

export function graphOf(n: number, u: Int32Array, v: Int32Array): Graph {
  const m = u.length;
  const start = new Int32Array(n + 1);
  for (let e = 0; e < m; e++) {
    start[u[e]! + 1]!++;
    start[v[e]! + 1]!++;
  }
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const next = start.slice(0, n);
  const to = new Int32Array(2 * m);
  const edge = new Int32Array(2 * m);
  for (let e = 0; e < m; e++) {
    const a = u[e]!;
    const b = v[e]!;
    to[next[a]!] = b;
    edge[next[a]!++] = e;
    to[next[b]!] = a;
    edge[next[b]!++] = e;
  }
  return { n, m, u, v, start, to, edge };
}

/** The connected parts left when only the edges for which `open` holds may be used; parts are numbered by their first unit. */
export function partsOf(graph: Graph, open: (edge: number) => boolean): { readonly partOf: Int32Array; readonly count: number } {
  const partOf = new Int32Array(graph.n).fill(-1);
  const queue = new Int32Array(graph.n);
  let count = 0;
  for (let first = 0; first < graph.n; first++) {
    if (partOf[first] !== -1) continue;
    partOf[first] = count;
    queue[0] = first;
    for (let head = 0, tail = 1; head < tail; head++) {
      const i = queue[head]!;
      for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
        const j = graph.to[p]!;
        if (partOf[j] === -1 && open(graph.edge[p]!)) {
          partOf[j] = count;
          queue[tail++] = j;
        }
      }
    }
    count++;
  }
  return { partOf, count };
}

/** How many separate pieces the zones of a division lie in, summed over the zones; equal to their number when each is whole. */
export function countPieces(graph: Graph, zoneOf: Int32Array): number {
  return partsOf(graph, (e) => zoneOf[graph.u[e]!] === zoneOf[graph.v[e]!]).count;
}

/** Units whose loss would break the part they lie in (Tarjan's low points, without recursion). O(n + m). */
export function articulationUnits(graph: Graph): Int32Array {
  const { n, start, to } = graph;
  const seen = new Int32Array(n);
  const low = new Int32Array(n);
  const parent = new Int32Array(n).fill(-1);
  const cursor = start.slice(0, n);
  const breaks = new Uint8Array(n);
  const stack = new Int32Array(n);
  let clock = 0;
  for (let root = 0; root < n; root++) {
    if (seen[root] !== 0) continue;
    let depth = 0;
    let rootChildren = 0;
    stack[0] = root;
    seen[root] = low[root] = ++clock;
    while (depth >= 0) {
      const i = stack[depth]!;
      if (cursor[i]! < start[i + 1]!) {
        const j = to[cursor[i]!++]!;
        if (seen[j] === 0) {
          parent[j] = i;
          if (i === root) rootChildren++;
          seen[j] = low[j] = ++clock;
          stack[++depth] = j;
        } else if (j !== parent[i]) low[i] = Math.min(low[i]!, seen[j]!);
        continue;
      }
      depth--;
      const up = parent[i]!;
      if (up !== -1) {
        low[up] = Math.min(low[up]!, low[i]!);
        if (up !== root && low[i]! >= seen[up]!) breaks[up] = 1;
      }
    }
    if (rootChildren > 1) breaks[root] = 1;
  }
  return Int32Array.from(breaks.keys()).filter((i) => breaks[i] === 1);
}
