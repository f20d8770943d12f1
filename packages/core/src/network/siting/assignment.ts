import type { CostTable } from '../floating-catchment.ts';

/** What serving a demand from a site costs, dense, row-major by site; Infinity where it cannot be. */
export interface AssignmentCosts {
  readonly sites: number;
  readonly demands: number;
  readonly cost: Float64Array;
  readonly quantity: Float64Array;
  readonly capacity: Float64Array;
}

export function assignmentCosts(table: CostTable, weight: Float64Array, quantity: Float64Array, capacity: Float64Array): AssignmentCosts {
  const sites = table.first.length - 1, demands = weight.length;
  const cost = new Float64Array(sites * demands).fill(Infinity);
  for (let s = 0; s < sites; s++) {
    for (let i = table.first[s]!; i < table.first[s + 1]!; i++) cost[s * demands + table.demand[i]!] = table.cost[i]! * weight[table.demand[i]!]!;
  }
  return { sites, demands, cost, quantity, capacity };
}

export interface Assignment {
  /** Site of each demand, -1 for one that found no room or no site. */
  readonly servedBy: Int32Array;
  readonly total: number;
  readonly unserved: number;
}

/** A room of this share more than the capacity is taken for rounding. */
const slack = 1e-9;

/**
 * Everybody to one open site within capacities: first those who lose most when their best site fills (regret), then moves of
 * one and exchanges of two while they help. `who` are the demands to serve. Cost: n² p.
 */
export function assign({ demands, cost, quantity, capacity }: AssignmentCosts, open: readonly number[], who: readonly number[]): Assignment {
  const servedBy = new Int32Array(demands).fill(-1);
  const room = Float64Array.from(open, (site) => capacity[site]! * (1 + slack));
  const place = new Int32Array(demands).fill(-1);
  const at = (p: number, d: number): number => cost[open[p]! * demands + d]!;
  const waiting = new Set(who);
  let unserved = 0;
  while (waiting.size > 0) {
    let chosen = -1, chosenPlace = -1, chosenRegret = -1, chosenCost = Infinity;
    for (const d of waiting) {
      let best = Infinity, second = Infinity, bestPlace = -1;
      for (let p = 0; p < open.length; p++) {
        if (room[p]! < quantity[d]!) continue;
        const own = at(p, d);
        if (own < best) {
          second = best;
          best = own;
          bestPlace = p;
        } else if (own < second) second = own;
      }
      if (bestPlace === -1) {
        waiting.delete(d);
        unserved++;
        continue;
      }
      const regret = second - best;
      if (regret > chosenRegret || (regret === chosenRegret && best < chosenCost)) {
        chosen = d;
        chosenPlace = bestPlace;
        chosenRegret = regret;
        chosenCost = best;
      }
    }
    if (chosen === -1) break;
    waiting.delete(chosen);
    place[chosen] = chosenPlace;
    room[chosenPlace]! -= quantity[chosen]!;
  }
  const served = who.filter((d) => place[d] !== -1);
  rearrange(served, place, room, quantity, open.length, at);
  let total = 0;
  for (const d of served) {
    servedBy[d] = open[place[d]!]!;
    total += at(place[d]!, d);
  }
  return { servedBy, total, unserved };
}

/** Moves one demand, or exchanges two, as long as that lowers the total. */
function rearrange(served: readonly number[], place: Int32Array, room: Float64Array, quantity: Float64Array, places: number, at: (p: number, d: number) => number): void {
  const worthwhile = 1e-9;
  for (let better = true; better;) {
    better = false;
    for (const d of served) {
      const from = place[d]!;
      for (let p = 0; p < places; p++) {
        if (p === place[d] || room[p]! < quantity[d]! || at(p, d) >= at(place[d]!, d) - worthwhile) continue;
        room[place[d]!]! += quantity[d]!;
        room[p]! -= quantity[d]!;
        place[d] = p;
      }
      better ||= place[d] !== from;
    }
    for (let i = 0; i < served.length; i++) {
      const a = served[i]!;
      for (let j = i + 1; j < served.length; j++) {
        const b = served[j]!;
        const p = place[a]!, q = place[b]!;
        if (p === q) continue;
        const shift = quantity[a]! - quantity[b]!;
        if (room[q]! < shift || room[p]! < -shift) continue;
        if (at(q, a) + at(p, b) >= at(p, a) + at(q, b) - worthwhile) continue;
        place[a] = q;
        place[b] = p;
        room[p]! += shift;
        room[q]! -= shift;
        better = true;
      }
    }
  }
}
