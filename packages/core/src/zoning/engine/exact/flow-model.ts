import type { Ground } from '../ground.ts';

/** A solver of linear programs with whole variables, handed in by the host: it takes a model in CPLEX LP text. */
export type LpSolver = (model: string) => LpSolution;

export interface LpSolution {
  readonly status: 'optimal' | 'infeasible' | 'unknown';
  /** Values by name of variable; absent ones are 0. */
  readonly values: Readonly<Record<string, number>>;
}

/** What an edge costs as a border between zones and inside one. */
export interface EdgeCosts {
  readonly asBorder: Float64Array;
  readonly asInside: Float64Array;
}

/**
 * The best division as a mixed-integer program, for objectives that are a sum over edges: x_i_z puts unit i in zone z, y_e
 * makes edge e a border, and every zone hangs together because each unit takes one of a flow that leaves the root r_i_z of
 * its zone and never crosses a border (single-commodity flow; Validi and Buchanan, MPC 14, 2022). Only divisions that cost at
 * most `ceiling` count, so that "infeasible" proves that none is better.
 */
export function flowModel(ground: Ground, { asBorder, asInside }: EdgeCosts, zones: number, ceiling: number | null): string {
  const { graph, persons, bounds } = ground;
  const { n, m, u, v } = graph;
  const number = (value: number): string => (value < 0 ? '- ' : '+ ') + String(Math.abs(value));
  const lines: string[] = [];
  const constant = asInside.reduce((sum, cost) => sum + cost, 0);
  const cost = Array.from({ length: m }, (_, e) => `${number(asBorder[e]! - asInside[e]!)} y_${e}`).join(' ');
  const sumOver = (count: number, term: (i: number) => string): string => Array.from({ length: count }, (_, i) => term(i)).join(' ');

  lines.push('Minimize', ` obj: ${cost}`, 'Subject To');
  if (ceiling !== null) lines.push(` ${cost} <= ${ceiling - constant}`);
  for (let i = 0; i < n; i++) lines.push(` ${sumOver(zones, (z) => `+ x_${i}_${z}`)} = 1`);
  for (let z = 0; z < zones; z++) {
    const inhabitants = sumOver(n, (i) => `${number(persons[i]!)} x_${i}_${z}`);
    lines.push(` ${inhabitants} >= ${bounds.lower}`, ` ${inhabitants} <= ${bounds.upper}`, ` ${sumOver(n, (i) => `+ r_${i}_${z}`)} = 1`);
    for (let i = 0; i < n; i++) lines.push(` r_${i}_${z} - x_${i}_${z} <= 0`);
    for (let e = 0; e < m; e++) {
      lines.push(` x_${u[e]!}_${z} - x_${v[e]!}_${z} - y_${e} <= 0`, ` x_${v[e]!}_${z} - x_${u[e]!}_${z} - y_${e} <= 0`);
      if (asInside[e]! > asBorder[e]!) lines.push(` x_${u[e]!}_${z} + x_${v[e]!}_${z} + y_${e} <= 2`);
    }
  }
  const most = n - zones + 1;
  for (let i = 0; i < n; i++) {
    // What flows in, less what flows out, plus what a root supplies, is one: the unit's own.
    const flow: string[] = [`+ g_${i}`];
    for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
      const e = graph.edge[p]!;
      flow.push(u[e] === i ? `+ b_${e} - f_${e}` : `+ f_${e} - b_${e}`);
    }
    lines.push(` ${flow.join(' ')} = 1`, ` g_${i} ${sumOver(zones, (z) => `- ${most} r_${i}_${z}`)} <= 0`);
  }
  for (let e = 0; e < m; e++) lines.push(` f_${e} + ${most} y_${e} <= ${most}`, ` b_${e} + ${most} y_${e} <= ${most}`);
  // Zones are alike: the unit with most people is in the first, and is its root; each next zone has its root further on.
  let first = 0;
  for (let i = 1; i < n; i++) if (persons[i]! > persons[first]!) first = i;
  lines.push(` x_${first}_0 = 1`, ` r_${first}_0 = 1`);
  for (let z = 2; z < zones; z++) lines.push(` ${sumOver(n, (i) => `${number(i)} r_${i}_${z} ${number(-i)} r_${i}_${z - 1}`)} >= 1`);

  lines.push('Binary');
  for (let z = 0; z < zones; z++) lines.push(` ${sumOver(n, (i) => `x_${i}_${z} r_${i}_${z}`)}`);
  lines.push(` ${sumOver(m, (e) => `y_${e}`)}`, 'End');
  return lines.join('\n');
}

/** The division a solution stands for. */
export const readDivision = ({ values }: LpSolution, n: number, zones: number): Int32Array =>
  Int32Array.from({ length: n }, (_, i) => Array.from({ length: zones }, (_z, z) => z).find((z) => (values[`x_${i}_${z}`] ?? 0) > 0.5) ?? 0);
