import type { Terrain, Ties } from './division.ts';
import { graphOf, partsOf, type Graph } from './graph.ts';
import { locksOf, type ZoneProblem } from './problem.ts';

/** Rows by unit: unit i has `key[p]` with `amount[p]` for p from start[i] to start[i + 1]. */
export interface Incidence {
  readonly start: Int32Array;
  readonly key: Int32Array;
  readonly amount: Float64Array;
}

/**
 * A problem as the search sees it. Units stand in an order that follows from what they are (place, people, area) and not
 * from the rows they came in; units tied together have become one; frozen zones are taken out. Every sum that the
 * objective needs is gathered per unit and per edge.
 */
export interface Ground extends Terrain {
  readonly n: number;
  /** Per unit of the problem its unit here; -1 in a frozen zone. */
  readonly unitOf: Int32Array;
  readonly inhabitants: number;
  /** Inhabitants times place, measured from the middle of all. */
  readonly momentX: Float64Array;
  readonly momentY: Float64Array;
  /** Sum of inhabitants × squared distance to the middle of all, which is the inertia of one zone of all. */
  readonly inertia: number;
  readonly areaM2: number;
  readonly unitArea: Float64Array;
  /** Border of a unit all round, with the outside and with frozen zones too. */
  readonly perimeter: Float64Array;
  readonly lengthMetres: Float64Array;
  readonly closedMetres: Float64Array;
  /** Borders of the problem that an edge stands for. */
  readonly borderCount: Float64Array;
  readonly closedTotal: number;
  /** Barrier inside units that were made one, and so inside a zone whatever the division. */
  readonly closedWithin: number;
  readonly communities: (Incidence & { readonly count: number; readonly total: Float64Array }) | null;
  readonly nuclei: { readonly perUnit: Float64Array; readonly mostPerZone: number; readonly total: number } | null;
  readonly flows: (Incidence & { readonly total: number; readonly within: number }) | null;
  readonly attributes: { readonly count: number; readonly sums: Float64Array; readonly squares: number; readonly total: number } | null;
  /** Inhabitants by zone of the reference. */
  readonly reference: Incidence | null;
  /** Zone of the reference in which a unit must stay; -1 for none. */
  readonly settled: Int32Array;
}

/** Adds up rows (unit, key, amount) into an incidence, keys ascending. */
function incidence(n: number, rows: Iterable<readonly [unit: number, key: number, amount: number]>): Incidence {
  const perUnit = Array.from({ length: n }, () => new Map<number, number>());
  for (const [unit, key, amount] of rows) {
    const row = perUnit[unit]!;
    row.set(key, (row.get(key) ?? 0) + amount);
  }
  const start = new Int32Array(n + 1);
  const sorted = perUnit.map((row) => [...row].sort((a, b) => a[0] - b[0]));
  sorted.forEach((row, unit) => (start[unit + 1] = start[unit]! + row.length));
  const all = sorted.flat();
  return { start, key: Int32Array.from(all, ([key]) => key), amount: Float64Array.from(all, ([, amount]) => amount) };
}

/** The units of a problem from west to east, then by all else that tells them apart; ties keep their rows. */
function ownOrder({ n, x, y, persons, areaM2, outerMetres }: ZoneProblem): Int32Array {
  return Int32Array.from(Array.from({ length: n }, (_, i) => i).sort((i, j) =>
    x[i]! - x[j]! || y[i]! - y[j]! || persons[i]! - persons[j]! || areaM2[i]! - areaM2[j]! || outerMetres[i]! - outerMetres[j]! || i - j));
}

/** Lays a problem out for the search. O((n + m) log n). */
export function groundOf(problem: ZoneProblem): Ground {
  const { n, borders, reference } = problem;
  const locks = locksOf(problem);
  const frozen = new Set(locks.frozenZones);
  const inFrozen = (i: number): boolean => reference !== undefined && frozen.has(reference[i]!);
  const settledZone = new Int32Array(n).fill(-1);
  if (reference) for (const unit of locks.fixedUnits) settledZone[unit] = reference[unit]!;

  // Units become one where they are bound to one zone and touch, directly or through others bound with them.
  const bound = graphOf(n, Int32Array.from(locks.together, ([i]) => i), Int32Array.from(locks.together, ([, j]) => j));
  const bindingOf = partsOf(bound, () => true).partOf;
  const isBound = (i: number, j: number): boolean =>
    (bindingOf[i] === bindingOf[j] || (settledZone[i] !== -1 && settledZone[i] === settledZone[j])) && !inFrozen(i) && !inFrozen(j);
  const touching = graphOf(n, borders.u, borders.v);
  const { partOf } = partsOf(touching, (e) => isBound(borders.u[e]!, borders.v[e]!));

  const unitOf = new Int32Array(n).fill(-1);
  const place = new Map<number, number>();
  const order = ownOrder(problem);
  for (const i of order) {
    if (inFrozen(i)) continue;
    const part = partOf[i]!;
    if (!place.has(part)) place.set(part, place.size);
    unitOf[i] = place.get(part)!;
  }
  const count = place.size;
  const free = Array.from(order).filter((i) => unitOf[i] !== -1);

  const graph = edgesBetween(problem, unitOf, count);
  const persons = new Float64Array(count);
  const momentX = new Float64Array(count);
  const momentY = new Float64Array(count);
  let inhabitants = 0;
  let middleX = 0;
  let middleY = 0;
  for (const i of free) {
    inhabitants += problem.persons[i]!;
    middleX += problem.persons[i]! * problem.x[i]!;
    middleY += problem.persons[i]! * problem.y[i]!;
  }
  middleX /= inhabitants || 1;
  middleY /= inhabitants || 1;
  let inertia = 0;
  let areaM2 = 0;
  const unitArea = new Float64Array(count);
  const perimeter = new Float64Array(count);
  const settled = new Int32Array(count).fill(-1);
  for (const i of free) {
    const unit = unitOf[i]!;
    const dx = problem.x[i]! - middleX;
    const dy = problem.y[i]! - middleY;
    persons[unit]! += problem.persons[i]!;
    momentX[unit]! += problem.persons[i]! * dx;
    momentY[unit]! += problem.persons[i]! * dy;
    inertia += problem.persons[i]! * (dx * dx + dy * dy);
    areaM2 += problem.areaM2[i]!;
    unitArea[unit]! += problem.areaM2[i]!;
    perimeter[unit]! += problem.outerMetres[i]!;
    if (settledZone[i] !== -1) settled[unit] = settledZone[i]!;
  }
  for (let e = 0; e < borders.u.length; e++) {
    const a = unitOf[borders.u[e]!]!;
    const b = unitOf[borders.v[e]!]!;
    if (a === b) continue;
    if (a !== -1) perimeter[a]! += borders.lengthMetres[e]!;
    if (b !== -1) perimeter[b]! += borders.lengthMetres[e]!;
  }
  // What is tied to a settled unit is settled with it, also where they do not touch.
  const zoneOfBinding = new Map<number, number>();
  for (const i of free) if (settledZone[i] !== -1) zoneOfBinding.set(bindingOf[i]!, settledZone[i]!);
  for (const i of free) settled[unitOf[i]!] = zoneOfBinding.get(bindingOf[i]!) ?? settled[unitOf[i]!]!;

  return {
    n: count,
    ...graph,
    unitOf,
    persons,
    bounds: { lower: problem.lower, upper: problem.upper },
    inhabitants,
    momentX,
    momentY,
    inertia,
    areaM2,
    unitArea,
    perimeter,
    communities: communitiesOf(problem, unitOf, count),
    nuclei: nucleiOf(problem, unitOf, count),
    flows: flowsOf(problem, unitOf, count),
    attributes: attributesOf(problem, unitOf, count, free),
    reference: reference ? incidence(count, free.filter((i) => reference[i]! >= 0).map((i) => [unitOf[i]!, reference[i]!, problem.persons[i]!])) : null,
    settled,
    fixed: Uint8Array.from(settled, (zone) => (zone === -1 ? 0 : 1)),
    ties: tiesOf(problem, unitOf, count),
  };
}

type GroundEdges = Pick<Ground, 'lengthMetres' | 'closedMetres' | 'borderCount' | 'closedTotal' | 'closedWithin' | 'barrier'> & { readonly graph: Graph };

function edgesBetween({ borders }: ZoneProblem, unitOf: Int32Array, count: number): GroundEdges {
  const rows = new Map<number, { length: number; closed: number; borders: number }>();
  let closedTotal = 0;
  let closedWithin = 0;
  const sorted = Array.from(borders.u.keys()).filter((e) => unitOf[borders.u[e]!] !== -1 && unitOf[borders.v[e]!] !== -1);
  const keyOf = (e: number): number => {
    const a = unitOf[borders.u[e]!]!;
    const b = unitOf[borders.v[e]!]!;
    return Math.min(a, b) * count + Math.max(a, b);
  };
  sorted.sort((e, f) => keyOf(e) - keyOf(f) || borders.lengthMetres[e]! - borders.lengthMetres[f]! || borders.closedMetres[e]! - borders.closedMetres[f]!);
  for (const e of sorted) {
    closedTotal += borders.closedMetres[e]!;
    if (unitOf[borders.u[e]!] === unitOf[borders.v[e]!]) {
      closedWithin += borders.closedMetres[e]!;
      continue;
    }
    const key = keyOf(e);
    const row = rows.get(key) ?? { length: 0, closed: 0, borders: 0 };
    row.length += borders.lengthMetres[e]!;
    row.closed += borders.closedMetres[e]!;
    row.borders++;
    rows.set(key, row);
  }
  const edges = [...rows];
  const lengthMetres = Float64Array.from(edges, ([, row]) => row.length);
  const closedMetres = Float64Array.from(edges, ([, row]) => row.closed);
  return {
    graph: graphOf(count, Int32Array.from(edges, ([key]) => Math.floor(key / count)), Int32Array.from(edges, ([key]) => key % count)),
    lengthMetres,
    closedMetres,
    borderCount: Float64Array.from(edges, ([, row]) => row.borders),
    closedTotal,
    closedWithin,
    // A link without a border is a whole barrier.
    barrier: lengthMetres.map((length, e) => (length > 0 ? closedMetres[e]! / length : 1)),
  };
}

function communitiesOf({ communities }: ZoneProblem, unitOf: Int32Array, count: number): Ground['communities'] {
  if (communities === undefined) return null;
  const rows: [number, number, number][] = [];
  const total = new Float64Array(communities.count);
  for (let row = 0; row < communities.unit.length; row++) {
    const unit = unitOf[communities.unit[row]!]!;
    if (unit === -1 || communities.persons[row] === 0) continue;
    rows.push([unit, communities.community[row]!, communities.persons[row]!]);
    total[communities.community[row]!]! += communities.persons[row]!;
  }
  return { ...incidence(count, rows), count: communities.count, total };
}

function nucleiOf({ nuclei }: ZoneProblem, unitOf: Int32Array, count: number): Ground['nuclei'] {
  if (nuclei === undefined) return null;
  const perUnit = new Float64Array(count);
  let total = 0;
  for (const [i, unit] of unitOf.entries()) {
    if (unit === -1) continue;
    perUnit[unit]! += nuclei.perUnit[i]!;
    total += nuclei.perUnit[i]!;
  }
  return { perUnit, mostPerZone: nuclei.mostPerZone, total };
}

function flowsOf({ flows }: ZoneProblem, unitOf: Int32Array, count: number): Ground['flows'] {
  if (flows === undefined) return null;
  const rows: [number, number, number][] = [];
  let total = 0;
  let within = 0;
  for (let row = 0; row < flows.weight.length; row++) {
    const a = unitOf[flows.from[row]!]!;
    const b = unitOf[flows.to[row]!]!;
    if (a === -1 || b === -1) continue;
    total += flows.weight[row]!;
    if (a === b) within += flows.weight[row]!;
    else rows.push([a, b, flows.weight[row]!], [b, a, flows.weight[row]!]);
  }
  return { ...incidence(count, rows), total, within };
}

/** Attributes weigh by inhabitants: what is alike is people, not blocks. */
function attributesOf({ attributes, persons }: ZoneProblem, unitOf: Int32Array, n: number, free: readonly number[]): Ground['attributes'] {
  if (attributes === undefined) return null;
  const { count, values } = attributes;
  const sums = new Float64Array(n * count);
  const all = new Float64Array(count);
  let squares = 0;
  let weight = 0;
  for (const i of free) {
    weight += persons[i]!;
    for (let a = 0; a < count; a++) {
      const value = persons[i]! * values[i * count + a]!;
      sums[unitOf[i]! * count + a]! += value;
      all[a]! += value;
      squares += value * values[i * count + a]!;
    }
  }
  return { count, sums, squares, total: squares - all.reduce((sum, value) => sum + (value * value) / (weight || 1), 0) };
}

/** Locks that merging could not settle: units to share a zone that do not touch, and units to be apart. */
function tiesOf(problem: ZoneProblem, unitOf: Int32Array, count: number): Ties | null {
  const { together, apart } = locksOf(problem);
  const rows: [number, number, number][] = [];
  const add = (pairs: readonly (readonly [number, number])[], kind: number): void => {
    for (const [i, j] of pairs) {
      const a = unitOf[i]!;
      const b = unitOf[j]!;
      if (a === -1 || b === -1 || a === b) continue;
      rows.push([a, b, kind], [b, a, kind]);
    }
  };
  add(together, 1);
  add(apart, 0);
  if (rows.length === 0) return null;
  rows.sort((p, q) => p[0] - q[0] || p[1] - q[1] || p[2] - q[2]);
  const start = new Int32Array(count + 1);
  for (const [a] of rows) start[a + 1]!++;
  for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
  return { start, other: Int32Array.from(rows, ([, b]) => b), together: Uint8Array.from(rows, ([, , kind]) => kind) };
}
