import { allotZones, barrierCells } from '../cells.ts';
import type { Terrain } from '../division.ts';
import { partsOf } from '../graph.ts';
import type { Ground } from '../ground.ts';
import type { Random } from '../random.ts';
import { SpanningTree } from './spanning-tree.ts';

/** Trees tried for a cut that leaves both sides divisible within bounds. */
const treesPerCut = 12;

/** Up to so many areas every pair that touches is tried before one is joined. */
const mostAreasTried = 40;

/**
 * A division into zones cut out of random spanning trees, inside areas that no barrier crosses as far as the bounds allow:
 * barrier cells too small for a zone are first joined to a neighbour over the least closed border. Within an area a tree
 * is cut where both sides can still be divided within bounds, so that no last zone takes all the error (population debt,
 * GerryChain #317). Null when the terrain has more separate parts than zones.
 */
export function treeStart(terrain: Terrain, zones: number, random: Random): Int32Array | null {
  const areas = joinedCells(terrain, zones, random);
  const { persons, units } = tally(terrain, areas.partOf, areas.count);
  const allotment = allotZones(persons, units, zones, terrain.bounds);
  if (allotment === null) return null;
  const zoneOf = new Int32Array(terrain.graph.n);
  const tree = new SpanningTree(terrain);
  let next = 0;
  for (let area = 0; area < areas.count; area++) {
    const members = Int32Array.from(areas.partOf.keys()).filter((i) => areas.partOf[i] === area);
    next = splitByTrees(terrain, tree, members, allotment.zones[area]!, zoneOf, next, random);
  }
  return zoneOf;
}

function tally({ graph, persons }: Terrain, areaOf: Int32Array, count: number): { persons: Float64Array; units: Int32Array } {
  const sums = { persons: new Float64Array(count), units: new Int32Array(count) };
  for (let i = 0; i < graph.n; i++) {
    sums.persons[areaOf[i]!]! += persons[i]!;
    sums.units[areaOf[i]!]!++;
  }
  return sums;
}

/** Cuts `members`, which hang together, into so many zones, numbered from `first`; returns the next free number. */
export function splitByTrees(terrain: Terrain, tree: SpanningTree, members: Int32Array, zones: number, zoneOf: Int32Array, first: number, random: Random): number {
  if (zones === 1) {
    for (const unit of members) zoneOf[unit] = first;
    return first + 1;
  }
  const { lower, upper } = terrain.bounds;
  const short = (persons: number, count: number): number => Math.max(0, lower * count - persons, persons - upper * count);
  let total = 0;
  for (const unit of members) total += terrain.persons[unit]!;
  const mean = total / zones;
  let best = Infinity;
  let side: Int32Array = members;
  let other: Int32Array = members;
  let sideZones = 1;
  for (let attempt = 0; attempt < treesPerCut && !(best < mean * 0.02); attempt++) {
    if (!tree.grow(members, members.length, 1, random)) throw new Error('Got members that do not hang together.');
    let cut = -1;
    let count = 1;
    for (let p = 1; p < members.length; p++) {
      const under = tree.last[p]! - p + 1;
      const persons = tree.personsUnder[p]!;
      const nearest = Math.min(zones - 1, Math.max(1, Math.round(persons / mean)));
      if (under < nearest || members.length - under < zones - nearest) continue;
      // Within bounds first; then near to even parts, blurred so that not every start cuts at the same place.
      const cost = 10 * (short(persons, nearest) + short(total - persons, zones - nearest)) + Math.abs(persons - nearest * mean) * random.next();
      if (cost < best) {
        best = cost;
        cut = p;
        count = nearest;
      }
    }
    if (cut === -1) continue;
    side = tree.order.slice(cut, tree.last[cut]! + 1);
    other = Int32Array.from([...tree.order.subarray(0, cut), ...tree.order.subarray(tree.last[cut]! + 1, members.length)]);
    sideZones = count;
  }
  if (best === Infinity) {
    // Too few units for a tree cut that leaves enough on both sides: a leaf always can go.
    side = tree.order.slice(members.length - 1, members.length);
    other = tree.order.slice(0, members.length - 1);
  }
  return splitByTrees(terrain, tree, other, zones - sideZones, zoneOf, splitByTrees(terrain, tree, side, sideZones, zoneOf, first, random), random);
}

/** Barrier cells, joined over the most open borders until zones within bounds fit into them by count, as far as that can be. */
function joinedCells(terrain: Terrain, zones: number, random: Random): { partOf: Int32Array; count: number } {
  const { graph, barrier, bounds } = terrain;
  const cells = barrierCells(terrain);
  let areaOf = cells.cellOf;
  let count = cells.count;
  for (;;) {
    const { persons, units } = tally(terrain, areaOf, count);
    const allotment = allotZones(persons, units, zones, bounds);
    if (allotment !== null && allotment.excess < 1e-6) break;
    // Borders between areas: how much barrier a zone across them would hold.
    const between = new Map<number, { a: number; b: number; closed: number }>();
    for (let e = 0; e < graph.m; e++) {
      const a = Math.min(areaOf[graph.u[e]!]!, areaOf[graph.v[e]!]!);
      const b = Math.max(areaOf[graph.u[e]!]!, areaOf[graph.v[e]!]!);
      if (a === b) continue;
      const row = between.get(a * count + b) ?? { a, b, closed: 0 };
      row.closed += barrier[e]!;
      between.set(a * count + b, row);
    }
    const pairs = [...between.values()];
    if (pairs.length === 0) break;
    const smallest = pairs.filter(({ a, b }) => Math.min(persons[a]!, persons[b]!) < bounds.lower);
    const candidates = smallest.length > 0 ? smallest : pairs;
    let chosen = candidates[0]!;
    let least = Infinity;
    for (const pair of candidates) {
      let cost = (0.4 + random.next()) * pair.closed;
      if (smallest.length === 0 && count <= mostAreasTried) {
        const merged = persons.slice();
        merged[pair.a]! += merged[pair.b]!;
        const mergedUnits = units.slice();
        mergedUnits[pair.a]! += mergedUnits[pair.b]!;
        const keep = (_: number, area: number): boolean => area !== pair.b;
        const after = allotZones(merged.filter(keep), mergedUnits.filter(keep), zones, bounds);
        cost += after === null ? 1e9 : after.excess * 1e3;
      } else if (smallest.length === 0) cost += Math.min(persons[pair.a]!, persons[pair.b]!);
      if (cost < least) {
        least = cost;
        chosen = pair;
      }
    }
    const { a, b } = chosen;
    areaOf = areaOf.map((area) => (area === b ? a : area > b ? area - 1 : area));
    count--;
  }
  return { partOf: areaOf, count };
}

/**
 * A division grown from seeds drawn by lot, far apart and populous (k-means++): the zone with the fewest inhabitants
 * takes the nearest unit at its border, until all are taken: a capacitated Voronoi division on the graph.
 */
export function grownStart(ground: Ground, zones: number, random: Random): Int32Array | null {
  const { graph, persons, momentX, momentY } = ground;
  const parts = partsOf(graph, () => true);
  const { persons: partPersons, units } = tally(ground, parts.partOf, parts.count);
  const allotment = allotZones(partPersons, units, zones, ground.bounds);
  if (allotment === null) return null;
  const place = (unit: number): readonly [number, number] => (persons[unit]! > 0 ? [momentX[unit]! / persons[unit]!, momentY[unit]! / persons[unit]!] : [NaN, NaN]);
  const zoneOf = new Int32Array(graph.n).fill(-1);
  const seedX = new Float64Array(zones);
  const seedY = new Float64Array(zones);
  const zonePersons = new Float64Array(zones);
  let zone = 0;
  const far = new Float64Array(graph.n);
  for (let part = 0; part < parts.count; part++) {
    far.fill(Infinity);
    for (let s = 0; s < allotment.zones[part]!; s++) {
      let best = -1;
      let most = -1;
      for (let i = 0; i < graph.n; i++) {
        if (parts.partOf[i] !== part || zoneOf[i] !== -1) continue;
        const pull = Math.min(Number.isNaN(far[i]!) ? 0 : far[i]!, 1e12) * (persons[i]! + 1e-6) * random.next();
        if (pull > most) {
          most = pull;
          best = i;
        }
      }
      zoneOf[best] = zone;
      zonePersons[zone] = persons[best]!;
      [seedX[zone], seedY[zone]] = place(best) as [number, number];
      for (let i = 0; i < graph.n; i++) {
        const [x, y] = place(i);
        const d = (x - seedX[zone]!) ** 2 + (y - seedY[zone]!) ** 2;
        if (d < far[i]!) far[i] = d;
      }
      zone++;
    }
  }
  // Grow: fewest inhabitants first, nearest unit first.
  const isFull = new Uint8Array(zones);
  for (;;) {
    let least = -1;
    for (let z = 0; z < zones; z++) if (isFull[z] === 0 && (least === -1 || zonePersons[z]! < zonePersons[least]!)) least = z;
    if (least === -1) break;
    let nearest = -1;
    let distance = Infinity;
    for (let i = 0; i < graph.n; i++) {
      if (zoneOf[i] !== least) continue;
      for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
        const j = graph.to[p]!;
        if (zoneOf[j] !== -1) continue;
        const [x, y] = place(j);
        const away = (x - seedX[least]!) ** 2 + (y - seedY[least]!) ** 2;
        // A unit without people is nowhere in particular: it goes with the first zone that comes by.
        const d = Number.isNaN(away) ? 0 : away;
        if (d < distance) {
          distance = d;
          nearest = j;
        }
      }
    }
    if (nearest === -1) isFull[least] = 1;
    else {
      zoneOf[nearest] = least;
      zonePersons[least]! += persons[nearest]!;
    }
  }
  return zoneOf;
}
