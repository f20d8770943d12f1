import { ProgramDraft, type MixedProgram } from '../../../network/siting/mixed-program.ts';
import type { Ground } from '../ground.ts';

/** What an edge costs as a border between zones and inside one. */
export interface EdgeCosts {
  readonly asBorder: Float64Array;
  readonly asInside: Float64Array;
}

export interface FlowModel {
  readonly program: MixedProgram;
  /** Cost of a division beyond what the program counts. */
  readonly constant: number;
  /** The division that a solution stands for. */
  readonly divisionOf: (values: Float64Array) => Int32Array;
}

/**
 * The best division as a mixed-integer program, for objectives that are a sum over edges: x puts unit i in zone z, y makes
 * edge e a border, and every zone hangs together because each unit takes one of a flow that leaves the root of its zone
 * and never crosses a border (single-commodity flow; Validi and Buchanan, MPC 14, 2022). Only divisions that cost at most
 * `ceiling` count, so that "infeasible" proves that none is better.
 */
export function flowModel(ground: Ground, { asBorder, asInside }: EdgeCosts, zones: number, ceiling: number | null): FlowModel {
  const { graph, persons, bounds } = ground;
  const { n, m, u, v } = graph;
  const draft = new ProgramDraft();
  const most = n - zones + 1;
  const columns = (count: number, cost: (i: number) => number, bounds: { readonly upper?: number; readonly whole?: boolean }): Int32Array =>
    Int32Array.from({ length: count }, (_, i) => draft.column(cost(i), bounds));
  const free = (): number => 0;
  const isIn = columns(n * zones, free, { whole: true });
  const isRoot = columns(n * zones, free, { whole: true });
  const isBorder = columns(m, (e) => asBorder[e]! - asInside[e]!, { whole: true });
  const forth = columns(m, free, { upper: most });
  const back = columns(m, free, { upper: most });
  const supply = columns(n, free, { upper: most });
  const row = (lower: number, upper: number, ...entries: readonly (readonly [column: number, value: number])[]): void => {
    for (const [column, value] of entries) if (value !== 0) draft.entry(column, value);
    draft.closeRow(lower, upper);
  };
  const units = Array.from({ length: n }, (_, i) => i);
  const edges = Array.from({ length: m }, (_, e) => e);

  const constant = asInside.reduce((sum, cost) => sum + cost, 0);
  if (ceiling !== null) row(-Infinity, ceiling - constant, ...edges.map((e) => [isBorder[e]!, asBorder[e]! - asInside[e]!] as const));
  for (const i of units) row(1, 1, ...Array.from({ length: zones }, (_, z) => [isIn[i * zones + z]!, 1] as const));
  for (let z = 0; z < zones; z++) {
    row(bounds.lower, bounds.upper, ...units.map((i) => [isIn[i * zones + z]!, persons[i]!] as const));
    row(1, 1, ...units.map((i) => [isRoot[i * zones + z]!, 1] as const));
    for (const i of units) row(-Infinity, 0, [isRoot[i * zones + z]!, 1], [isIn[i * zones + z]!, -1]);
    for (const e of edges) {
      const [a, b] = [isIn[u[e]! * zones + z]!, isIn[v[e]! * zones + z]!];
      row(-Infinity, 0, [a, 1], [b, -1], [isBorder[e]!, -1]);
      row(-Infinity, 0, [b, 1], [a, -1], [isBorder[e]!, -1]);
      // Where a border is the cheaper, it may not be drawn inside a zone.
      if (asInside[e]! > asBorder[e]!) row(-Infinity, 2, [a, 1], [b, 1], [isBorder[e]!, 1]);
    }
  }
  for (const i of units) {
    // What flows in, less what flows out, plus what a root supplies, is one: the unit's own.
    const flow: (readonly [number, number])[] = [[supply[i]!, 1]];
    for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
      const e = graph.edge[p]!;
      flow.push([forth[e]!, u[e] === i ? -1 : 1], [back[e]!, u[e] === i ? 1 : -1]);
    }
    row(1, 1, ...flow);
    row(-Infinity, 0, [supply[i]!, 1], ...Array.from({ length: zones }, (_, z) => [isRoot[i * zones + z]!, -most] as const));
  }
  for (const e of edges) {
    row(-Infinity, most, [forth[e]!, 1], [isBorder[e]!, most]);
    row(-Infinity, most, [back[e]!, 1], [isBorder[e]!, most]);
  }
  // Zones are alike: the unit with most people is in the first and is its root; each next zone has its root further on.
  let first = 0;
  for (let i = 1; i < n; i++) if (persons[i]! > persons[first]!) first = i;
  row(1, 1, [isIn[first * zones]!, 1]);
  row(1, 1, [isRoot[first * zones]!, 1]);
  for (let z = 2; z < zones; z++) row(1, Infinity, ...units.flatMap((i) => [[isRoot[i * zones + z]!, i], [isRoot[i * zones + z - 1]!, -i]] as const));

  return {
    program: draft.done('minimize'),
    constant,
    divisionOf: (values) => Int32Array.from(units, (i) => {
      let zone = 0;
      while (zone < zones - 1 && !(values[isIn[i * zones + zone]!]! > 0.5)) zone++;
      return zone;
    }),
  };
}
