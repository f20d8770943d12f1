import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Plan } from '../model/plan.ts';
import { persons } from '../model/units.ts';
import { groundOf } from './engine/ground.ts';
import { plannerObjective } from './engine/objectives/planner.ts';
import { anneal } from './engine/search/anneal.ts';
import { membersOf, zonePlaces } from './judge-zones.ts';
import type { BlockShift } from './repairs.ts';
import { standingProblem } from './standing-problem.ts';
import type { DelineationGround } from './zone-problem.ts';

/** What a rebalancing proposes: who changes zone, and which zones it looked at. */
export interface Rebalance {
  readonly shifts: readonly BlockShift[];
  /** Ids of the zones of the neighbourhood, in the order of the plan. */
  readonly zones: readonly string[];
}

/** Moves tried: about 0.2 s on 5,000 blocks; further steps bettered nothing on the generated cities. */
const steps = 30_000;
/** Warm enough to leave a pit of one move, too cool to draw the zones anew. */
const temperatures = { from: 0.3, to: 0.001 };

/** What it costs to move everybody, beside the wishes of the plan: only what mends more than it moves is proposed. */
const stayWeight = 300;

/**
 * "Herstel": rebalances the surroundings of a stroke. The zones of the blocks that were drawn and the zones that border them
 * are searched anew from as they stand, by the wishes and bounds of the plan; all other zones, locked zones, held blocks and
 * the drawn blocks themselves stay. Null when that betters nothing, or when there is nothing to choose between. The same plan
 * and stroke give the same proposal. O(steps · neighbours).
 */
export function rebalance(ground: DelineationGround, plan: Plan, settings: DelineationSettings, drawn: readonly number[]): Rebalance | null {
  const { municipality, graph } = ground;
  const zoneOf = zonePlaces(municipality, plan);
  const near = neighbourhood(ground, zoneOf, drawn).filter((place) => !plan.zones[place]!.locked);
  if (near.length < 2) return null;
  const searched = new Set(near);
  const held = new Set(settings.locks.blocks);
  const staying = new Set([...drawn, ...Array.from(municipality.blocks.keys()).filter((block) => held.has(municipality.blocks[block]!.id))]);
  const whole = withoutStrays(ground, zoneOf, plan, near, staying);
  const start: Plan = {
    ...plan,
    zones: plan.zones.map((zone, place) => ({ ...zone, locked: !searched.has(place) })),
    zoneOfBlock: Object.fromEntries(municipality.blocks.flatMap(({ id }, block): [string, string][] => (whole[block] === -1 ? [] : [[id, plan.zones[whole[block]!]!.id]]))),
  };
  const standing = standingProblem(ground, start, settings, drawn.filter((block) => whole[block] !== -1));
  if (standing === null) return null;
  const { problem, weights, division, unlocked, keep, zones } = standing;
  const engine = groundOf(problem);
  const units = new Int32Array(engine.n);
  engine.unitOf.forEach((unit, i) => { if (unit !== -1) units[unit] = division.zoneOf[i]!; });
  const objective = plannerObjective(engine, { ...weights, leastChange: stayWeight }, unlocked, division.carriesOn.slice(0, unlocked));
  const found = anneal(engine, objective, units, unlocked, { seed: settings.seed, steps, treeShare: 0, ...temperatures });

  const after = whole.slice();
  const placeOf = new Map(plan.zones.map(({ id }, place) => [id, place]));
  engine.unitOf.forEach((unit, i) => { if (unit !== -1) after[keep[i]!] = placeOf.get(zones[found.zoneOf[unit]!]!.id)!; });
  const named = (place: number) => ({ id: plan.zones[place]!.id, name: plan.zones[place]!.name });
  const groups = new Map<string, number[]>();
  for (let block = 0; block < after.length; block++) {
    if (after[block] === zoneOf[block]) continue;
    const key = `${zoneOf[block]!}/${after[block]!}`;
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  if (groups.size === 0) return null;
  return {
    zones: near.map((place) => plan.zones[place]!.id),
    shifts: [...groups.values()].map((blocks) => ({
      blocks: blocks.map((block) => ({ id: municipality.blocks[block]!.id, name: municipality.blocks[block]!.name })),
      inhabitants: persons(blocks.reduce((sum, block) => sum + graph.inhabitants[block]!, 0)),
      from: named(zoneOf[blocks[0]!]!), to: named(after[blocks[0]!]!),
    })),
  };
}

/** The zones of these blocks and those that border them, ascending. */
function neighbourhood({ graph }: DelineationGround, zoneOf: Int32Array, drawn: readonly number[]): readonly number[] {
  const own = new Set(drawn.map((block) => zoneOf[block]!));
  for (const block of drawn) for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) own.add(zoneOf[graph.to[p]!]!);
  own.delete(-1);
  const near = new Set(own);
  for (let e = 0; e < graph.m; e++) {
    const [a, b] = [zoneOf[graph.u[e]!]!, zoneOf[graph.v[e]!]!];
    if (own.has(a) && b !== -1) near.add(b);
    if (own.has(b) && a !== -1) near.add(a);
  }
  return [...near].sort((a, b) => a - b);
}

/** Pieces that a stroke cut off go to the neighbour they border most, unless a block of them is to stay: the search moves whole zones only. */
function withoutStrays({ graph }: DelineationGround, zoneOf: Int32Array, plan: Plan, near: readonly number[], staying: ReadonlySet<number>): Int32Array {
  const whole = zoneOf.slice();
  const open = new Set(near);
  for (const place of near) {
    const members = membersOf(whole, plan.zones.length)[place]!;
    const seen = new Set<number>();
    const pieces: number[][] = [];
    for (const first of members) {
      if (seen.has(first)) continue;
      seen.add(first);
      const piece = [first];
      for (const block of piece) {
        for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) {
          const next = graph.to[p]!;
          if (whole[next] !== place || seen.has(next)) continue;
          seen.add(next);
          piece.push(next);
        }
      }
      pieces.push(piece);
    }
    const people = (piece: readonly number[]): number => piece.reduce((sum, block) => sum + graph.inhabitants[block]!, 0);
    pieces.sort((a, b) => people(b) - people(a) || b.length - a.length || a[0]! - b[0]!);
    for (const piece of pieces.slice(1)) {
      if (piece.some((block) => staying.has(block))) continue;
      const lengths = new Map<number, number>();
      for (const block of piece) {
        for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) {
          const other = whole[graph.to[p]!]!;
          if (other !== place && open.has(other)) lengths.set(other, (lengths.get(other) ?? 0) + graph.borderMetres[graph.edge[p]!]!);
        }
      }
      const [to] = [...lengths].sort(([p, a], [q, b]) => b - a || p - q);
      if (to !== undefined) for (const block of piece) whole[block] = to[0];
    }
  }
  return whole;
}
