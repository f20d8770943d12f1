import { hinge } from '../division.ts';
import type { Ground } from '../ground.ts';
import { countsThatFit } from '../problem.ts';
import type { Columns } from '../search/zone-pool.ts';

/**
 * Every zone there can be: each set of units that hangs together, has its inhabitants within bounds, keeps the locks, and
 * leaves parts that can still be divided by count. Null when more than `nodes` sets would have to be looked at (they grow
 * exponentially with the size of a zone; 30 wijken in zones of five take some ten thousand).
 * Each set is met once: ESU of Wernicke, IEEE/ACM Trans. Comput. Biol. Bioinf. 3(4), 2006.
 */
export function everyZone(ground: Pick<Ground, 'graph' | 'persons' | 'bounds' | 'ties' | 'settled'>, zoneCost: (members: Int32Array, count: number) => number, nodes: number): Columns | null {
  const { graph, persons, bounds } = ground;
  const { n } = graph;
  const tolerance = 1e-9 * Math.max(1, bounds.upper);
  const starts: number[] = [0];
  const units: number[] = [];
  const costs: number[] = [];
  const members = new Int32Array(n);
  /** How many units of the set a unit is or touches. */
  const touched = new Int32Array(n);
  const isIn = new Uint8Array(n);
  let left = nodes;

  const divides = dividesRest(ground, isIn);
  const keepsLocks = lockCheck(ground, isIn);
  const touch = (unit: number, by: number): void => {
    touched[unit]! += by;
    for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) touched[graph.to[p]!]! += by;
  };

  const extend = (root: number, size: number, sum: number, open: readonly number[]): boolean => {
    if (left-- <= 0) return false;
    if (hinge(sum, bounds) <= tolerance && keepsLocks(members, size) && divides()) {
      for (let i = 0; i < size; i++) units.push(members[i]!);
      starts.push(units.length);
      costs.push(zoneCost(members, size));
    }
    for (let next = open.length - 1; next >= 0; next--) {
      const unit = open[next]!;
      if (sum + persons[unit]! > bounds.upper + tolerance) continue;
      const further = open.slice(0, next);
      for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
        const j = graph.to[p]!;
        if (j > root && touched[j] === 0) further.push(j);
      }
      members[size] = unit;
      isIn[unit] = 1;
      touch(unit, 1);
      const isThrough = extend(root, size + 1, sum + persons[unit]!, further);
      touch(unit, -1);
      isIn[unit] = 0;
      if (!isThrough) return false;
    }
    return true;
  };

  for (let root = 0; root < n; root++) {
    if (persons[root]! > bounds.upper + tolerance) continue;
    members[0] = root;
    isIn[root] = 1;
    touch(root, 1);
    const open: number[] = [];
    for (let p = graph.start[root]!; p < graph.start[root + 1]!; p++) if (graph.to[p]! > root) open.push(graph.to[p]!);
    const isThrough = extend(root, 1, persons[root]!, open);
    touch(root, -1);
    isIn[root] = 0;
    if (!isThrough) return null;
  }
  return { units: n, count: costs.length, start: Int32Array.from(starts), unit: Int32Array.from(units), cost: Float64Array.from(costs) };
}

/** Whether what is left outside the set falls into parts that can each be divided within bounds, by count. */
function dividesRest({ graph, persons, bounds }: Pick<Ground, 'graph' | 'persons' | 'bounds'>, isIn: Uint8Array): () => boolean {
  const seen = new Int32Array(graph.n);
  const queue = new Int32Array(graph.n);
  let stamp = 0;
  return () => {
    stamp++;
    for (let first = 0; first < graph.n; first++) {
      if (isIn[first] === 1 || seen[first] === stamp) continue;
      let sum = 0;
      seen[first] = stamp;
      queue[0] = first;
      for (let head = 0, tail = 1; head < tail; head++) {
        const i = queue[head]!;
        sum += persons[i]!;
        for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
          const j = graph.to[p]!;
          if (isIn[j] === 1 || seen[j] === stamp) continue;
          seen[j] = stamp;
          queue[tail++] = j;
        }
      }
      const { fewest, most } = countsThatFit(sum, bounds.lower, bounds.upper);
      if (fewest > most) return false;
    }
    return true;
  };
}

/** Whether a zone keeps units together that must be, and apart that must be; units settled in one zone of the reference count as tied. */
function lockCheck({ ties, settled }: Pick<Ground, 'ties' | 'settled'>, isIn: Uint8Array): (members: Int32Array, size: number) => boolean {
  const settledCount = new Map<number, number>();
  for (const zone of settled) if (zone !== -1) settledCount.set(zone, (settledCount.get(zone) ?? 0) + 1);
  if (ties === null && settledCount.size === 0) return () => true;
  return (members, size) => {
    let zone = -1;
    let count = 0;
    for (let i = 0; i < size; i++) {
      const unit = members[i]!;
      if (settled[unit] !== -1) {
        if (zone !== -1 && zone !== settled[unit]) return false;
        zone = settled[unit]!;
        count++;
      }
      if (ties === null) continue;
      for (let p = ties.start[unit]!; p < ties.start[unit + 1]!; p++) if ((isIn[ties.other[p]!] === 1) !== (ties.together[p] === 1)) return false;
    }
    return zone === -1 || count === settledCount.get(zone);
  };
}
