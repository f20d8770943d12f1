import { allotZones } from '../cells.ts';
import { partsOf } from '../graph.ts';
import type { Ground } from '../ground.ts';
import type { Random } from '../random.ts';
import { SpanningTree } from './spanning-tree.ts';

export interface ReferenceStart {
  readonly zoneOf: Int32Array;
  /** Per zone the zone of the reference that it carries on; -1 for a new one. */
  readonly carriesOn: Int32Array;
  /** Units that were to stay in a zone of which no way leads to them: the lock could not be kept. */
  readonly unreachable: readonly number[];
}

/** Trees drawn to split a zone whose fixed units must stay on one side. */
const treesPerSplit = 20;

/**
 * An existing division made into a start: pieces that do not hang together with their zone are given to the neighbour with
 * the fewest inhabitants, except that fixed units are reached by the shortest way; the smallest zones are dissolved where
 * there are too many, the largest split where there are too few. Null when the number asked for cannot be had.
 */
export function referenceStart(ground: Ground, zones: number, random: Random): ReferenceStart | null {
  const { graph, persons, reference, settled, n } = ground;
  const labelOf = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    if (settled[i] !== -1) labelOf[i] = settled[i]!;
    else if (reference) {
      let most = -1;
      for (let p = reference.start[i]!; p < reference.start[i + 1]!; p++) {
        if (reference.amount[p]! > most) {
          most = reference.amount[p]!;
          labelOf[i] = reference.key[p]!;
        }
      }
    }
  }
  const unreachable = keepMainPieces(ground, labelOf);

  // Separate parts of the ground in which no zone of the reference lies need a zone of their own.
  const labels = [...new Set(labelOf)].filter((label) => label >= 0).sort((a, b) => a - b);
  const zoneOf = labelOf.map((label) => labels.indexOf(label));
  const carriesOn = labels.slice();
  const parts = partsOf(graph, () => true);
  for (let part = 0; part < parts.count; part++) {
    const members = unitsWhere(n, (i) => parts.partOf[i] === part);
    if (members.some((i) => zoneOf[i] !== -1)) continue;
    for (const i of members) zoneOf[i] = carriesOn.length;
    carriesOn.push(-1);
  }

  const sumOf = (zone: number): number => zoneOf.reduce((sum, z, i) => (z === zone ? sum + persons[i]! : sum), 0);
  const dissolved = new Set<number>();
  while (carriesOn.length - dissolved.size > zones) {
    const free = Array.from(carriesOn.keys()).filter((zone) => !dissolved.has(zone) && !settled.some((label, i) => label !== -1 && zoneOf[i] === zone));
    const smallest = free.filter((zone) => touchesOther(ground, zoneOf, zone)).sort((a, b) => sumOf(a) - sumOf(b) || a - b)[0];
    if (smallest === undefined) return null;
    dissolved.add(smallest);
    for (let i = 0; i < n; i++) if (zoneOf[i] === smallest) zoneOf[i] = -1;
    fill(ground, zoneOf, carriesOn.length);
  }
  fill(ground, zoneOf, carriesOn.length);
  while (carriesOn.length - dissolved.size < zones) if (!splitLargest(ground, zoneOf, carriesOn, random)) return null;

  const left = Array.from(carriesOn.keys()).filter((zone) => !dissolved.has(zone));
  return { zoneOf: zoneOf.map((zone) => left.indexOf(zone)), carriesOn: Int32Array.from(left, (zone) => carriesOn[zone]!), unreachable };
}

const unitsWhere = (n: number, holds: (unit: number) => boolean): Int32Array => Int32Array.from({ length: n }, (_, i) => i).filter(holds);

/** Per label only one piece keeps it: the one with fixed units, else with most inhabitants. Fixed units elsewhere are joined to it by the shortest way. */
function keepMainPieces({ graph, persons, settled, n }: Ground, labelOf: Int32Array): number[] {
  const unreachable: number[] = [];
  const labels = [...new Set(labelOf)].filter((label) => label >= 0).sort((a, b) => a - b);
  for (const label of labels) {
    const pieces = partsOf(graph, (e) => labelOf[graph.u[e]!] === label && labelOf[graph.v[e]!] === label);
    const weight = new Map<number, number>();
    for (let i = 0; i < n; i++) {
      if (labelOf[i] !== label) continue;
      weight.set(pieces.partOf[i]!, (weight.get(pieces.partOf[i]!) ?? 0) + persons[i]! + (settled[i] === label ? 1e12 : 1e-6));
    }
    const main = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
    for (let i = 0; i < n; i++) if (labelOf[i] === label && pieces.partOf[i] !== main && settled[i] !== label) labelOf[i] = -1;
    for (let i = 0; i < n; i++) {
      if (settled[i] !== label || joinToPiece(graph, labelOf, settled, label, i, (j) => pieces.partOf[j] === main)) continue;
      unreachable.push(i);
      labelOf[i] = -1;
    }
  }
  return unreachable;
}

/** Gives the units on the shortest way from a fixed unit to the main piece to its zone; false when other fixed units close every way. */
function joinToPiece(graph: Ground['graph'], labelOf: Int32Array, settled: Int32Array, label: number, from: number, isMain: (unit: number) => boolean): boolean {
  const cameFrom = new Map<number, number>([[from, -1]]);
  for (const i of cameFrom.keys()) {
    if (isMain(i) && labelOf[i] === label) {
      for (let at = i; at !== -1; at = cameFrom.get(at)!) labelOf[at] = label;
      return true;
    }
    for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
      const j = graph.to[p]!;
      if (!cameFrom.has(j) && (settled[j] === -1 || settled[j] === label)) cameFrom.set(j, i);
    }
  }
  return false;
}

function touchesOther({ graph }: Ground, zoneOf: Int32Array, zone: number): boolean {
  for (let e = 0; e < graph.m; e++) {
    const a = zoneOf[graph.u[e]!]!;
    const b = zoneOf[graph.v[e]!]!;
    if (a !== b && a !== -1 && b !== -1 && (a === zone || b === zone)) return true;
  }
  return false;
}

/** Gives units without a zone, one after another, to the zone with the fewest inhabitants that they touch. */
function fill({ graph, persons }: Ground, zoneOf: Int32Array, zones: number): void {
  const sums = new Float64Array(zones);
  for (let i = 0; i < graph.n; i++) if (zoneOf[i] !== -1) sums[zoneOf[i]!]! += persons[i]!;
  for (;;) {
    let unit = -1;
    let zone = -1;
    for (let e = 0; e < graph.m; e++) {
      const [a, b] = [graph.u[e]!, graph.v[e]!];
      if ((zoneOf[a] === -1) === (zoneOf[b] === -1)) continue;
      const candidate = zoneOf[a] === -1 ? zoneOf[b]! : zoneOf[a]!;
      if (zone !== -1 && sums[candidate]! >= sums[zone]!) continue;
      zone = candidate;
      unit = zoneOf[a] === -1 ? a : b;
    }
    if (unit === -1) return;
    zoneOf[unit] = zone;
    sums[zone]! += persons[unit]!;
  }
}

/** Cuts the most populous zone that can be cut in two; the half with its fixed units, else with more people, carries it on. */
function splitLargest(ground: Ground, zoneOf: Int32Array, carriesOn: number[], random: Random): boolean {
  const { persons, settled, n, bounds } = ground;
  const sums = carriesOn.map((_, zone) => zoneOf.reduce((sum, z, i) => (z === zone ? sum + persons[i]! : sum), 0));
  const tree = new SpanningTree(ground);
  for (const zone of Array.from(sums.keys()).sort((a, b) => sums[b]! - sums[a]! || a - b)) {
    const members = unitsWhere(n, (i) => zoneOf[i] === zone);
    if (members.length < 2) continue;
    const fixed = members.filter((i) => settled[i] !== -1).length;
    const worst = allotZones([sums[zone]!], [members.length], 2, bounds)?.excess ?? 0;
    let best = Infinity;
    let half: Int32Array | null = null;
    for (let attempt = 0; attempt < treesPerSplit && best > worst + sums[zone]! * 0.05; attempt++) {
      if (!tree.grow(members, members.length, 1, random)) break;
      for (let p = 1; p < members.length; p++) {
        const under = tree.order.subarray(p, tree.last[p]! + 1);
        const fixedUnder = under.reduce((count, i) => count + (settled[i] === -1 ? 0 : 1), 0);
        if (fixedUnder !== 0 && fixedUnder !== fixed) continue;
        const uneven = Math.abs(sums[zone]! - 2 * tree.personsUnder[p]!);
        if (uneven >= best) continue;
        best = uneven;
        const isNew = fixed > 0 ? fixedUnder === 0 : 2 * tree.personsUnder[p]! <= sums[zone]!;
        const inUnder = new Set(under);
        half = members.filter((i) => inUnder.has(i) === isNew);
      }
    }
    if (half === null) continue;
    for (const i of half) zoneOf[i] = carriesOn.length;
    carriesOn.push(-1);
    return true;
  }
  return false;
}
