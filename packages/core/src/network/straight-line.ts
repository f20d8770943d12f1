import KDBush from 'kdbush';
import type { Points } from '../geo/shapes.ts';
import type { NormStatus } from '../model/norm-source.ts';
import type { CostTable } from './floating-catchment.ts';
import { Reason } from './reasons.ts';

/** How distances were had. */
export interface DistanceBasis {
  /** 'measured' along a street network, or 'straight-line' times a detour. */
  readonly method: 'measured' | 'straight-line';
  /** What a straight line was multiplied by to stand for a walk; 1 where walks were measured. */
  readonly detourFactor: number;
  readonly detourStatus: NormStatus;
  readonly detourSource: string | null;
}

/** Walking metres per point, Infinity where there is no way, and why: a `Reason`. */
export interface Walks {
  readonly metres: Float64Array;
  readonly reason: Uint8Array;
}

/** How far people walk to the nearest of some places. */
export interface WalkMeasure {
  readonly basis: DistanceBasis;
  /** From each point to the nearest of `to`; both in Lambert 2008 metres. */
  readonly walks: (from: Points, to: Points) => Walks;
  /** Who of `from` can walk to each of `to` within a distance, inclusive, and how far that is: supplies by row of `to`, metres. */
  readonly within: (from: Points, to: Points, metres: number) => CostTable;
}

/**
 * The fallback where no street network is known: as the crow flies, times a detour. It does not see a railway or a canal,
 * and must be marked so wherever it is shown.
 * 1.22: walks to stations were measured at 1.21 to 1.23 times the straight line (O'Sullivan and Morrall 1996, as cited in
 * Wikibooks, Transportation Geography and Network Science, "Circuity"); read at second hand and abroad, so unconfirmed.
 */
export const straightLineWalk: WalkMeasure = straightLineTimes({
  method: 'straight-line',
  detourFactor: 1.22,
  detourStatus: 'unconfirmed',
  detourSource: "O'Sullivan en Morrall 1996, in: Wikibooks, Transportation Geography and Network Science, Circuity",
});

/** Straight lines with another detour: of the municipality itself, or 1 for the bare line. */
export function straightLineTimes(basis: DistanceBasis): WalkMeasure {
  return {
    basis,
    walks: (from, to) => {
      const metres = nearestStraightMetres(from, to).map((straight) => straight * basis.detourFactor);
      return { metres, reason: Uint8Array.from(metres, (way) => (way < Infinity ? Reason.reached : Reason.noFacility)) };
    },
    within: (from, to, metres) => straightTable(from, to, metres, basis.detourFactor),
  };
}

/** All pairs within a distance. O(from × to), without a square root for those outside. */
function straightTable(from: Points, to: Points, metres: number, detourFactor: number): CostTable {
  const most = (metres / detourFactor) ** 2;
  const first = new Int32Array(to.length / 2 + 1);
  const demand: number[] = [], cost: number[] = [];
  for (let place = 0; 2 * place < to.length; place++) {
    for (let i = 0; 2 * i < from.length; i++) {
      const square = squared(from[2 * i]! - to[2 * place]!, from[2 * i + 1]! - to[2 * place + 1]!);
      if (square > most) continue;
      demand.push(i);
      cost.push(Math.sqrt(square) * detourFactor);
    }
    first[place + 1] = demand.length;
  }
  return { first, demand: Int32Array.from(demand), cost: Float64Array.from(cost) };
}

/**
 * Straight metres from each point to the nearest of `to`; Infinity where `to` is empty. O((n + m) log m).
 * The order of `to` changes nothing: only distances come out.
 */
export function nearestStraightMetres(from: Points, to: Points): Float64Array {
  const nearest = new Float64Array(from.length / 2).fill(Infinity);
  if (to.length === 0) return nearest;
  const tree = new KDBush(to.length / 2, leafSize);
  for (let i = 0; i < to.length; i += 2) tree.add(to[i]!, to[i + 1]!);
  tree.finish();
  const seek = nearestSeeker(tree.coords);
  for (let i = 0; i < nearest.length; i++) nearest[i] = Math.sqrt(seek(from[2 * i]!, from[2 * i + 1]!));
  return nearest;
}

const leafSize = 16;
const framesDeep = 64;

/**
 * kdbush answers "within a radius" only; its coordinates lie as an implicit tree (median in the middle, x and y by turns,
 * leaves of `leafSize`), which this walks nearest side first. Returns the squared distance.
 */
function nearestSeeker(coords: ArrayLike<number>): (x: number, y: number) => number {
  const last = coords.length / 2 - 1;
  const lefts = new Int32Array(framesDeep);
  const rights = new Int32Array(framesDeep);
  const axes = new Uint8Array(framesDeep);
  const bounds = new Float64Array(framesDeep);
  return (x, y) => {
    let best = Infinity;
    let depth = 1;
    lefts[0] = 0;
    rights[0] = last;
    axes[0] = 0;
    bounds[0] = 0;
    while (depth > 0) {
      depth--;
      if (bounds[depth]! >= best) continue;
      let left = lefts[depth]!;
      let right = rights[depth]!;
      let axis = axes[depth]!;
      while (right - left > leafSize) {
        const middle = (left + right) >> 1;
        best = Math.min(best, squared(coords[2 * middle]! - x, coords[2 * middle + 1]! - y));
        const across = (axis === 0 ? x : y) - coords[2 * middle + axis]!;
        axis = 1 - axis;
        lefts[depth] = across <= 0 ? middle + 1 : left;
        rights[depth] = across <= 0 ? right : middle - 1;
        axes[depth] = axis;
        bounds[depth] = across * across;
        depth++;
        if (across <= 0) right = middle - 1;
        else left = middle + 1;
      }
      for (let i = left; i <= right; i++) best = Math.min(best, squared(coords[2 * i]! - x, coords[2 * i + 1]! - y));
    }
    return best;
  };
}

const squared = (dx: number, dy: number) => dx * dx + dy * dy;
