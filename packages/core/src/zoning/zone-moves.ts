import { zoneWishIds, type DelineationSettings, type ZoneWish } from '../model/delineation-settings.ts';
import type { Plan } from '../model/plan.ts';
import { persons, type Persons } from '../model/units.ts';
import { outOfBounds } from './bounds.ts';
import type { Named } from './delineation-problem.ts';
import { bestMoves, type SingleMove } from './engine/moves.ts';
import { standingProblem } from './standing-problem.ts';
import type { DelineationGround } from './zone-problem.ts';

/** A block (with those tied to it) that would do better in a zone beside its own, and what that changes. */
export interface ZoneMove {
  readonly blocks: readonly Named[];
  readonly inhabitants: Persons;
  readonly from: Named;
  readonly to: Named;
  /** Inhabitants of the two zones after the move. */
  readonly fromAfter: Persons;
  readonly toAfter: Persons;
  /** Change of the inhabitants by which zones are out of bounds; negative is better. */
  readonly outOfBounds: number;
  /** Wishes that are met better and worse, those that weigh most in the change first. */
  readonly better: readonly ZoneWish[];
  readonly worse: readonly ZoneWish[];
}

/** The best single moves at one zone, best first; none when no single move betters the plan there. */
export interface MovesOfZone {
  readonly zone: string;
  readonly moves: readonly ZoneMove[];
}

const movesTold = 3;

/** A change of a wish below this is not told: what it weighs is lost among the others. */
const leastChangeTold = 1e-4;

/**
 * What could be changed about a plan block by block: per zone the best three single moves with their effect. Blocks in no
 * zone are left aside, locks are kept, zones stay in one piece. O(blocks · borders of a block + moves told · blocks).
 */
export function movesPerZone(ground: DelineationGround, plan: Plan, given: DelineationSettings): readonly MovesOfZone[] {
  const { blocks } = ground.municipality;
  const none = plan.zones.map(({ id }): MovesOfZone => ({ zone: id, moves: [] }));
  const standing = standingProblem(ground, plan, given);
  if (standing === null) return none;
  const { problem, division, weights, zones, keep, settings } = standing;
  const place = new Map(zones.map(({ id }, zone) => [id, zone]));
  const inhabitants = new Float64Array(zones.length);
  keep.forEach((block, unit) => (inhabitants[division.zoneOf[unit]!]! += blocks[block]!.inhabitants));
  const told = bestMoves(problem, division, weights, movesTold);
  const wordsOf = (move: SingleMove): ZoneMove => {
    const weighed = zoneWishIds.map((wish) => ({ wish, change: move.criteria[wish] * weights[wish] })).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const [fromAfter, toAfter] = [inhabitants[move.from]! - move.inhabitants, inhabitants[move.to]! + move.inhabitants];
    const out = (count: number): number => outOfBounds(count, settings.inhabitants);
    return {
      blocks: move.units.map((unit) => ({ id: blocks[keep[unit]!]!.id, name: blocks[keep[unit]!]!.name })),
      inhabitants: persons(move.inhabitants),
      from: { id: zones[move.from]!.id, name: zones[move.from]!.name },
      to: { id: zones[move.to]!.id, name: zones[move.to]!.name },
      fromAfter: persons(fromAfter),
      toAfter: persons(toAfter),
      outOfBounds: out(fromAfter) + out(toAfter) - out(inhabitants[move.from]!) - out(inhabitants[move.to]!),
      better: weighed.filter(({ change }) => change < -leastChangeTold).map(({ wish }) => wish),
      worse: weighed.filter(({ change }) => change > leastChangeTold).map(({ wish }) => wish),
    };
  };
  return none.map(({ zone }) => ({ zone, moves: place.has(zone) ? told[place.get(zone)!]!.map(wordsOf) : [] }));
}
