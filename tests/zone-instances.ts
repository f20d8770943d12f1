import { readFileSync } from 'node:fs';
import type { Attributes, ZoneProblem } from '../packages/core/src/zoning/engine/problem.ts';
import type { Ground } from '../packages/core/src/zoning/engine/ground.ts';
import { cutObjective } from '../packages/core/src/zoning/engine/objectives/cut.ts';
import { pairwiseObjective, squaresObjective } from '../packages/core/src/zoning/engine/objectives/unlikeness.ts';
import type { ObjectiveFactory } from '../packages/core/src/zoning/engine/zone-search.ts';
import { sharedFile } from './shared.ts';

/** An instance of ../shared/reference/zoning (fields: its README). */
export interface Instance {
  readonly n: number;
  readonly k: number;
  readonly L: number;
  readonly U: number;
  readonly publishedBest: number;
  readonly pop: readonly number[];
  readonly xy: readonly (readonly [number | null, number | null])[];
  readonly edges: readonly (readonly number[])[];
  readonly queen: readonly (readonly [number, number])[];
  readonly area?: readonly number[];
  readonly perim?: readonly number[];
  readonly attrs: readonly (readonly number[])[];
  readonly attrnames: readonly string[];
}

export const readInstance = (name: string): Instance => JSON.parse(readFileSync(sharedFile(`reference/zoning/${name}.json`), 'utf8')) as Instance;

/** The instance as a question for the engine; `exactly` zones, or as many as the bounds allow. */
export function problemOf(instance: Instance, bounds: { readonly lower: number; readonly upper: number }, exactly?: number, edges: readonly (readonly number[])[] = instance.edges): ZoneProblem {
  const { n, pop, xy, area, perim } = instance;
  const outerMetres = Float64Array.from({ length: n }, (_, i) => perim?.[i] ?? 0);
  const length = edges.map((edge) => edge[2] ?? 1);
  edges.forEach(([u, v], e) => {
    outerMetres[u!] = Math.max(0, outerMetres[u!]! - length[e]!);
    outerMetres[v!] = Math.max(0, outerMetres[v!]! - length[e]!);
  });
  return {
    n,
    persons: Float64Array.from(pop),
    x: Float64Array.from(xy, ([x]) => x ?? 0),
    y: Float64Array.from(xy, ([, y]) => y ?? 0),
    areaM2: Float64Array.from({ length: n }, (_, i) => area?.[i] ?? 1),
    outerMetres,
    borders: {
      u: Int32Array.from(edges, ([u]) => u!),
      v: Int32Array.from(edges, ([, v]) => v!),
      lengthMetres: Float64Array.from(length),
      closedMetres: Float64Array.from(edges, (edge, e) => (edge[3] ?? 0) * length[e]!),
    },
    ...bounds,
    ...(exactly === undefined ? {} : { zoneCount: { fewest: exactly, most: exactly } }),
  };
}

export const cutEdges: ObjectiveFactory = (ground) => cutObjective(ground.graph, ground.borderCount);
export const cutLength: ObjectiveFactory = (ground) => cutObjective(ground.graph, ground.lengthMetres);

/** Attributes in the order of the ground's units; only for problems without locks, where each unit stands alone. */
const onGround = ({ n, unitOf }: Ground, { count, values }: Attributes): Attributes => {
  const placed = new Float64Array(n * count);
  unitOf.forEach((unit, i) => placed.set(values.subarray(i * count, (i + 1) * count), unit * count));
  return { count, values: placed };
};

export const heterogeneity = (attributes: Attributes): ObjectiveFactory => (ground) => pairwiseObjective(ground.n, onGround(ground, attributes));
export const withinSquares = (attributes: Attributes): ObjectiveFactory => (ground) => squaresObjective(ground.n, onGround(ground, attributes));

export function attributesOf({ attrs, attrnames }: Instance, names: readonly string[] = attrnames): Attributes {
  const columns = names.map((name) => attrnames.indexOf(name));
  return { count: columns.length, values: Float64Array.from(attrs.flatMap((row) => columns.map((column) => row[column]!))) };
}

/** Mean 0 and standard deviation 1 (n − 1), as GeoDa does before AZP and max-p. */
export function standardised({ count, values }: Attributes): Attributes {
  const n = values.length / count;
  const scaled = values.slice();
  for (let a = 0; a < count; a++) {
    const column = Array.from({ length: n }, (_, i) => values[i * count + a]!);
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
    column.forEach((value, i) => (scaled[i * count + a] = (value - mean) / deviation));
  }
  return { count, values: scaled };
}

/** A square grid of so many columns, one inhabitant to a unit, to be cut into as many zones of as many units. */
export function gridProblem(m: number): ZoneProblem {
  const edges: [number, number][] = [];
  for (let i = 0; i < m * m; i++) {
    if (i % m < m - 1) edges.push([i, i + 1]);
    if (i + m < m * m) edges.push([i, i + m]);
  }
  return {
    n: m * m,
    persons: new Float64Array(m * m).fill(1),
    x: Float64Array.from({ length: m * m }, (_, i) => i % m),
    y: Float64Array.from({ length: m * m }, (_, i) => Math.floor(i / m)),
    areaM2: new Float64Array(m * m).fill(1),
    outerMetres: Float64Array.from({ length: m * m }, (_, i) => [i % m === 0, i % m === m - 1, i < m, i >= m * (m - 1)].filter(Boolean).length),
    borders: {
      u: Int32Array.from(edges, ([u]) => u), v: Int32Array.from(edges, ([, v]) => v),
      lengthMetres: new Float64Array(edges.length).fill(1), closedMetres: new Float64Array(edges.length),
    },
    lower: m,
    upper: m,
    zoneCount: { fewest: m, most: m },
  };
}

/** What a division of a town comes to, counted from the problem alone. */
export function townFigures({ n, persons, areaM2, outerMetres, borders, lower, upper }: ZoneProblem, zoneOf: Int32Array, zones: number): {
  readonly inRange: number; readonly least: number; readonly greatest: number; readonly polsbyPopper: number; readonly worstPolsbyPopper: number; readonly cutKm: number; readonly barrierInside: number;
} {
  const area = new Float64Array(zones);
  const around = new Float64Array(zones);
  const people = new Float64Array(zones);
  for (let i = 0; i < n; i++) {
    area[zoneOf[i]!]! += areaM2[i]!;
    around[zoneOf[i]!]! += outerMetres[i]!;
    people[zoneOf[i]!]! += persons[i]!;
  }
  let cut = 0;
  let inside = 0;
  let closed = 0;
  borders.u.forEach((u, e) => {
    const [a, b] = [zoneOf[u]!, zoneOf[borders.v[e]!]!];
    closed += borders.closedMetres[e]!;
    if (a === b) inside += borders.closedMetres[e]!;
    else {
      cut += borders.lengthMetres[e]!;
      around[a]! += borders.lengthMetres[e]!;
      around[b]! += borders.lengthMetres[e]!;
    }
  });
  const round = Array.from(area, (a, z) => (4 * Math.PI * a) / around[z]! ** 2);
  return {
    inRange: people.filter((p) => p >= lower && p <= upper).length,
    least: Math.min(...people),
    greatest: Math.max(...people),
    polsbyPopper: round.reduce((sum, pp) => sum + pp, 0) / zones,
    worstPolsbyPopper: Math.min(...round),
    cutKm: cut / 1000,
    barrierInside: closed > 0 ? inside / closed : 0,
  };
}
