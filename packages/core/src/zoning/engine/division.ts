import type { Graph } from './graph.ts';

/** How many inhabitants a zone may hold, both ends included. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Units that must share a zone (`together` 1) or must not (0), in compressed rows by unit; each pair stands in both rows. */
export interface Ties {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly together: Uint8Array;
}

/** The part of a problem that every division of it shares. */
export interface Terrain {
  readonly graph: Graph;
  readonly persons: Float64Array;
  readonly bounds: Bounds;
  /** 1 for units that stay where they are. */
  readonly fixed: Uint8Array;
  readonly ties: Ties | null;
  /** Per edge how much a spanning tree should avoid it: 0 an open border, 1 a whole barrier. */
  readonly barrier: Float64Array;
}

/** Inhabitants short of the lower or beyond the upper bound. */
export const hinge = (persons: number, { lower, upper }: Bounds): number =>
  persons < lower ? lower - persons : persons > upper ? persons - upper : 0;

/**
 * A division under way: which zone each unit is in, with the sums that a move changes, kept as moves are made.
 * Zones are 0 … k - 1 and never empty. Every move costs the number of neighbours of the unit.
 */
export class Division {
  readonly graph: Graph;
  readonly k: number;
  readonly zoneOf: Int32Array;
  readonly zonePersons: Float64Array;
  readonly zoneUnits: Int32Array;
  /** The edges whose ends lie in different zones: the first `cutCount` entries, in no order that means anything. */
  readonly cut: Int32Array;
  cutCount = 0;
  /** Inhabitants out of bounds, summed over the zones; a broken tie counts for a mean zone. */
  excess = 0;
  readonly terrain: Terrain;
  private readonly tiePersons: number;
  private readonly placeInCut: Int32Array;
  private readonly mark: Int32Array;
  private readonly queue: Int32Array;
  private stamp = 0;

  constructor(terrain: Terrain, zoneOf: Int32Array, k: number) {
    const { graph } = terrain;
    this.terrain = terrain;
    this.graph = graph;
    this.k = k;
    this.tiePersons = Math.max(1, terrain.persons.reduce((sum, p) => sum + p, 0) / k);
    this.zoneOf = zoneOf.slice();
    this.zonePersons = new Float64Array(k);
    this.zoneUnits = new Int32Array(k);
    this.cut = new Int32Array(graph.m);
    this.placeInCut = new Int32Array(graph.m).fill(-1);
    this.mark = new Int32Array(graph.n);
    this.queue = new Int32Array(graph.n);
    this.recount();
  }

  /** Takes over another division of the same units. */
  assign(zoneOf: Int32Array): void {
    this.zoneOf.set(zoneOf);
    this.recount();
  }

  /** Counts all sums anew, which also wipes out what rounding may have gathered. */
  recount(): void {
    const { graph, zoneOf, terrain } = this;
    this.zonePersons.fill(0);
    this.zoneUnits.fill(0);
    for (let i = 0; i < graph.n; i++) {
      this.zonePersons[zoneOf[i]!]! += terrain.persons[i]!;
      this.zoneUnits[zoneOf[i]!]!++;
    }
    this.cutCount = 0;
    for (let e = 0; e < graph.m; e++) {
      this.placeInCut[e] = -1;
      if (zoneOf[graph.u[e]!] !== zoneOf[graph.v[e]!]) {
        this.placeInCut[e] = this.cutCount;
        this.cut[this.cutCount++] = e;
      }
    }
    this.excess = 0;
    for (let z = 0; z < this.k; z++) this.excess += hinge(this.zonePersons[z]!, terrain.bounds);
    if (terrain.ties) {
      for (let i = 0; i < graph.n; i++) this.excess += (this.brokenTies(terrain.ties, i, zoneOf[i]!) * this.tiePersons) / 2;
    }
  }

  private brokenTies({ start, other, together }: Ties, unit: number, zone: number): number {
    let broken = 0;
    for (let p = start[unit]!; p < start[unit + 1]!; p++) {
      if ((this.zoneOf[other[p]!] === zone) !== (together[p] === 1)) broken++;
    }
    return broken;
  }

  /** What `excess` would change by. */
  excessDelta(unit: number, from: number, to: number): number {
    const { persons, bounds, ties } = this.terrain;
    const p = persons[unit]!;
    const a = this.zonePersons[from]!;
    const b = this.zonePersons[to]!;
    const change = hinge(a - p, bounds) - hinge(a, bounds) + hinge(b + p, bounds) - hinge(b, bounds);
    if (ties === null) return change;
    return change + (this.brokenTies(ties, unit, to) - this.brokenTies(ties, unit, from)) * this.tiePersons;
  }

  move(unit: number, to: number): void {
    const { graph, zoneOf, cut, placeInCut } = this;
    const from = zoneOf[unit]!;
    this.excess += this.excessDelta(unit, from, to);
    zoneOf[unit] = to;
    this.zonePersons[from]! -= this.terrain.persons[unit]!;
    this.zonePersons[to]! += this.terrain.persons[unit]!;
    this.zoneUnits[from]!--;
    this.zoneUnits[to]!++;
    for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
      const z = zoneOf[graph.to[p]!]!;
      if (z === from) {
        placeInCut[graph.edge[p]!] = this.cutCount;
        cut[this.cutCount++] = graph.edge[p]!;
      } else if (z === to) {
        const place = placeInCut[graph.edge[p]!]!;
        const last = cut[--this.cutCount]!;
        cut[place] = last;
        placeInCut[last] = place;
        placeInCut[graph.edge[p]!] = -1;
      }
    }
  }

  /**
   * Whether the zone of this unit stays in one piece, and not empty, when the unit leaves it. Walks out from one
   * neighbour and stops as soon as the others are met, so the cost is that of a few steps except along thin zones.
   */
  canLeave(unit: number): boolean {
    const { graph, zoneOf, mark, queue } = this;
    const zone = zoneOf[unit]!;
    const wanted = (this.stamp += 2);
    const seen = wanted + 1;
    let missing = 0;
    let first = -1;
    for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
      const j = graph.to[p]!;
      if (zoneOf[j] !== zone) continue;
      mark[j] = wanted;
      first = j;
      missing++;
    }
    if (missing === 0) return false;
    mark[first] = seen;
    mark[unit] = seen;
    queue[0] = first;
    missing--;
    for (let head = 0, tail = 1; missing > 0 && head < tail; head++) {
      const i = queue[head]!;
      for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
        const j = graph.to[p]!;
        if (zoneOf[j] !== zone || mark[j] === seen) continue;
        if (mark[j] === wanted && --missing === 0) return true;
        mark[j] = seen;
        queue[tail++] = j;
      }
    }
    return missing === 0;
  }

  /** The units of the zone in which `unit` lies, written to `into`; returns how many. */
  members(unit: number, into: Int32Array): number {
    const { graph, zoneOf, mark } = this;
    const zone = zoneOf[unit]!;
    this.stamp += 2;
    const seen = this.stamp;
    into[0] = unit;
    mark[unit] = seen;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const i = into[head]!;
      for (let p = graph.start[i]!; p < graph.start[i + 1]!; p++) {
        const j = graph.to[p]!;
        if (zoneOf[j] === zone && mark[j] !== seen) {
          mark[j] = seen;
          into[tail++] = j;
        }
      }
    }
    return tail;
  }
}
