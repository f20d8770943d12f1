import { metres, persons, type Metres, type Persons } from '../model/units.ts';
import { certify, certifyDivision } from './engine/certificates.ts';
import { bestPairs } from './engine/exact/pairs.ts';
import { groundOf } from './engine/ground.ts';
import { plannerObjective } from './engine/objectives/planner.ts';
import { partsOf } from './engine/graph.ts';
import type { ZoneProblem } from './engine/problem.ts';
import type { ZoneWeights } from './engine/weights.ts';
import type { ZonePlan } from './engine/zone-plan.ts';
import type { DelineationGround } from './zone-problem.ts';

/** An area between barriers (or apart), as a planner knows it. */
export interface BarrierCell {
  /** After its largest kern, else its largest block. */
  readonly name: string;
  readonly blocks: number;
  readonly inhabitants: Persons;
  /** Names of the barriers around it, longest first. */
  readonly barriers: readonly string[];
  /** Numbers of zones within bounds that fit into it by count; fewest over most when none does: then a crossing cannot be avoided. */
  readonly fewest: number;
  readonly most: number;
}

/** What is certain before and after any search, by counting alone (zoning.md 6.2). */
export interface DelineationCertificates {
  /** No division within bounds has fewer or more zones. */
  readonly counts: { readonly fewest: number; readonly most: number };
  /** Most inhabitants first. One when no barrier parts the municipality. */
  readonly cells: readonly BarrierCell[];
  /** Numbers of zones with which every zone may stay on one side of every barrier; null when some crossing cannot be avoided. */
  readonly uncrossed: { readonly fewest: number; readonly most: number } | null;
  /** At least so many zones cross a barrier. */
  readonly crossingZones: number;
  /** Names of blocks that no zone within bounds can hold; that fill a zone by themselves; without which the municipality falls apart. */
  readonly blocksAboveMost: readonly string[];
  readonly blocksFillingZone: readonly string[];
  readonly blocksBreaking: readonly string[];
  readonly blocksWithoutInhabitants: number;
  /** Border between zones of the proposal, and the least that zones of these surfaces can have. */
  readonly borderMetres: Metres;
  readonly borderMetresAtLeast: Metres;
  /** Pairs of zones that touch: between how many no better border exists, does exist, or is not proven either way. */
  readonly pairs: { readonly best: number; readonly better: number; readonly notProven: number };
}

/** Sets of blocks looked at for one pair of zones; two zones of 15 wijken take some thousand. */
const nodesPerPair = 20_000;

/** Up to so many blocks pairs are tried; beyond it two zones hold too many to list. */
const mostBlocksPaired = 200;

/** Certificates of a question and of one division of it. Cells O(n); pairs at most `nodesPerPair` steps each. */
export function certificatesOf({ municipality, graph, nuclei }: DelineationGround, problem: ZoneProblem, weights: ZoneWeights, plan: ZonePlan): DelineationCertificates {
  const { blocks, barriers } = municipality;
  const { n, persons: people, x, y, areaM2, outerMetres, borders, lower, upper } = problem;
  const facts = certify({ n, persons: people, x, y, areaM2, outerMetres, borders, lower, upper });
  const nameOf = (unit: number): string => blocks[unit]!.name;
  const { cutMetresAtLeast } = certifyDivision(problem, plan.zoneOf, plan.zones);
  let cut = 0;
  for (let e = 0; e < graph.m; e++) if (plan.zoneOf[graph.u[e]!] !== plan.zoneOf[graph.v[e]!]) cut += graph.borderMetres[e]!;
  return {
    counts: facts.counts,
    cells: facts.cells.map(({ units, inhabitants, fewest, most }): BarrierCell => {
      const inCell = new Set(units);
      const lengths = new Map<string, number>();
      for (let row = 0; row < graph.barriers.a.length; row++) {
        if (inCell.has(graph.barriers.a[row]!) === inCell.has(graph.barriers.b[row]!)) continue;
        const { name } = barriers[graph.barriers.barrier[row]!]!;
        lengths.set(name, (lengths.get(name) ?? 0) + graph.barriers.lengthMetres[row]!);
      }
      const kern = nuclei.find(({ block }) => units.some((unit) => blocks[unit]!.id === block));
      const largest = units.reduce((best, unit) => (people[unit]! > people[best]! ? unit : best), units[0]!);
      return {
        name: kern?.name ?? nameOf(largest),
        blocks: units.length,
        inhabitants: persons(inhabitants),
        barriers: [...lengths].sort(([p, a], [q, b]) => b - a || (p < q ? -1 : 1)).map(([name]) => name),
        fewest,
        most,
      };
    }),
    uncrossed: facts.uncrossed,
    crossingZones: facts.crossingZones,
    blocksAboveMost: facts.aboveUpper.map(nameOf),
    blocksFillingZone: facts.aboveLower.map(nameOf),
    blocksBreaking: facts.breaking.map(nameOf),
    blocksWithoutInhabitants: people.reduce((count, p) => count + (p === 0 ? 1 : 0), 0),
    borderMetres: metres(cut),
    borderMetresAtLeast: metres(cutMetresAtLeast),
    pairs: pairsOf(problem, weights, plan),
  };
}

function pairsOf(problem: ZoneProblem, weights: ZoneWeights, plan: ZonePlan): DelineationCertificates['pairs'] {
  const touching = new Set<number>();
  for (let e = 0; e < problem.borders.u.length; e++) {
    const [a, b] = [plan.zoneOf[problem.borders.u[e]!]!, plan.zoneOf[problem.borders.v[e]!]!];
    if (a !== b) touching.add(Math.min(a, b) * plan.zones + Math.max(a, b));
  }
  if (problem.n > mostBlocksPaired || plan.zones < 2 || (problem.locks?.frozenZones.length ?? 0) > 0) return { best: 0, better: 0, notProven: touching.size };
  const ground = groundOf(problem);
  const zoneOf = new Int32Array(ground.n);
  ground.unitOf.forEach((unit, i) => (zoneOf[unit] = plan.zoneOf[i]!));
  const { pairs } = bestPairs(ground, plannerObjective(ground, weights, plan.zones, plan.carriesOn), zoneOf, plan.zones, nodesPerPair);
  const count = (status: string): number => pairs.filter((pair) => pair.status === status).length;
  return { best: count('best'), better: count('improved'), notProven: count('not-proven') };
}

/** Separate parts of the municipality, joined by the shortest links: which blocks they join, and over how many metres. */
export interface IslandBridge {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly gapMetres: Metres;
}

export const bridgesOf = ({ municipality: { blocks }, graph }: DelineationGround): readonly IslandBridge[] =>
  Array.from({ length: graph.m }, (_, e) => e).filter((e) => graph.isBridge[e] === 1).map((e) => {
    const [from, to] = [blocks[graph.u[e]!]!, blocks[graph.v[e]!]!];
    return { from: { id: from.id, name: from.name }, to: { id: to.id, name: to.name }, gapMetres: metres(graph.gapMetres[e]!) };
  });

/** How many pieces each zone lies in when bridges do not count. */
export function piecesPerZone({ graph }: DelineationGround, zoneOf: Int32Array, zones: number): Int32Array {
  const { partOf } = partsOf(graph, (edge) => graph.isBridge[edge] === 0 && zoneOf[graph.u[edge]!] === zoneOf[graph.v[edge]!]);
  const seen = new Set<number>();
  const pieces = new Int32Array(zones);
  for (const [block, part] of partOf.entries()) {
    if (seen.has(part)) continue;
    seen.add(part);
    pieces[zoneOf[block]!]!++;
  }
  return pieces;
}
