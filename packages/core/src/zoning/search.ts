import type { BlockGraph } from './block-graph.ts';
import { outOfBounds, type InhabitantBounds } from './bounds.ts';
import type { Random } from './engine/random.ts';

/** What to divide, into how many zones. The engine of a later day answers the same question. */
export interface SearchTask {
  readonly graph: BlockGraph;
  readonly zoneCount: number;
  readonly bounds: InhabitantBounds;
  /** Per kern the block it lies in. */
  readonly homes: Int32Array;
  /** Per block and kern the inhabitants of its circle, row-major. */
  readonly counted: Int32Array;
  /** Per block the wijk it lies in, 0 and up, -1 for none. */
  readonly wijkOf: Int32Array;
}

export interface SearchResult {
  readonly zoneOf: Int32Array;
  /** Inhabitants by which zones fall short of or pass their bounds, summed; compared before the cost. */
  readonly excess: number;
  readonly cost: number;
}

/**
 * What makes a division good, in kilometres of cut border. From zoning.md 6.1, "default weights that worked"; the last
 * three are own choices: cutting all wijken apart weighs as much as the inertia of the whole town as one zone, cutting all
 * circles apart half of that, and a zone across a gap as much as five kilometres of border.
 */
const weights = {
  cutKm: 1,
  closedKm: 3,
  inertia: 60,
  outOfBounds: 200,
  imbalance: 3,
  splitCircles: 30,
  splitWijken: 60,
  bridge: 5,
} as const;

/**
 * The weights worked on towns of 64 km². A kilometre is counted as it would be if the town were drawn at that size, so that
 * the same town twice as large is divided the same way.
 */
const scaleAreaM2 = 64_000_000;

/** A division under way, with the sums that moving a block changes. */
class Draft {
  readonly zoneOf: Int32Array;
  cost = 0;
  excess = 0;
  private readonly task: SearchTask;
  private readonly circles: number;
  private readonly target: number;
  private readonly inhabitants: Float64Array;
  private readonly units: Int32Array;
  private readonly sumX: Float64Array;
  private readonly sumY: Float64Array;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly inertiaScale: number;
  /** Scaled kilometres per metre. */
  private readonly lengthScale: number;
  private readonly circleScale: number;
  /** Per wijk and zone its inhabitants, and the cost of one of two neighbours of this wijk being in another zone. */
  private readonly wijkHeld: Float64Array;
  private readonly wijkScale: Float64Array;
  /** Per circle and zone the inhabitants counted. */
  private readonly held: Float64Array;
  /** Per block the kernen that lie in it, and the circles that count somebody there. */
  private readonly kernenAt: readonly (readonly number[])[];
  private readonly circlesAt: readonly Int32Array[];
  private readonly mark: Int32Array;
  private readonly queue: Int32Array;
  private stamp = 0;

  constructor(task: SearchTask, zoneOf: Int32Array) {
    const { graph, zoneCount, bounds } = task;
    this.task = task;
    this.zoneOf = zoneOf.slice();
    this.circles = task.homes.length;
    this.target = (bounds.least + bounds.most) / 2;
    this.inhabitants = new Float64Array(zoneCount);
    this.units = new Int32Array(zoneCount);
    this.sumX = new Float64Array(zoneCount);
    this.sumY = new Float64Array(zoneCount);
    this.held = new Float64Array(this.circles * zoneCount);
    const wijkPersons = new Float64Array(task.wijkOf.reduce((most, wijk) => Math.max(most, wijk + 1), 0));
    for (let i = 0; i < graph.n; i++) if (task.wijkOf[i]! >= 0) wijkPersons[task.wijkOf[i]!]! += graph.inhabitants[i]!;
    const inWijken = wijkPersons.reduce((sum, p) => sum + p, 0);
    this.wijkHeld = new Float64Array(wijkPersons.length * zoneCount);
    this.wijkScale = wijkPersons.map((p) => (p === 0 ? 0 : weights.splitWijken / (p * inWijken)));
    this.mark = new Int32Array(graph.n);
    this.queue = new Int32Array(graph.n);
    const kernenAt = Array.from({ length: graph.n }, (): number[] => []);
    for (const [kern, block] of task.homes.entries()) kernenAt[block]!.push(kern);
    this.kernenAt = kernenAt;
    this.circlesAt = kernenAt.map((_, block) => Int32Array.from(task.homes.keys()).filter((c) => task.counted[block * this.circles + c]! > 0));

    let people = 0;
    let meanX = 0;
    let meanY = 0;
    for (let i = 0; i < graph.n; i++) {
      people += graph.inhabitants[i]!;
      meanX += graph.inhabitants[i]! * graph.x[i]!;
      meanY += graph.inhabitants[i]! * graph.y[i]!;
    }
    meanX /= people;
    meanY /= people;
    this.x = graph.x.map((x) => x - meanX);
    this.y = graph.y.map((y) => y - meanY);
    let whole = 0;
    for (let i = 0; i < graph.n; i++) whole += graph.inhabitants[i]! * (this.x[i]! ** 2 + this.y[i]! ** 2);
    this.inertiaScale = whole === 0 ? 0 : weights.inertia / whole;
    this.lengthScale = Math.sqrt(scaleAreaM2 / graph.areaM2.reduce((sum, area) => sum + area, 0)) / 1000;
    const counted = task.counted.reduce((sum, count) => sum + count, 0);
    this.circleScale = counted === 0 ? 0 : weights.splitCircles / counted;
    this.recount();
  }

  assign(zoneOf: Int32Array): void {
    this.zoneOf.set(zoneOf);
    this.recount();
  }

  /** Counts everything anew. */
  recount(): void {
    const { graph, zoneCount, bounds, homes, counted, wijkOf } = this.task;
    const { zoneOf } = this;
    for (const sums of [this.inhabitants, this.units, this.sumX, this.sumY, this.held, this.wijkHeld]) sums.fill(0);
    for (let i = 0; i < graph.n; i++) {
      const zone = zoneOf[i]!;
      this.inhabitants[zone]! += graph.inhabitants[i]!;
      this.units[zone]! += 1;
      this.sumX[zone]! += graph.inhabitants[i]! * this.x[i]!;
      this.sumY[zone]! += graph.inhabitants[i]! * this.y[i]!;
      for (let c = 0; c < this.circles; c++) this.held[c * zoneCount + zone]! += counted[i * this.circles + c]!;
      if (wijkOf[i]! >= 0) this.wijkHeld[wijkOf[i]! * zoneCount + zone]! += graph.inhabitants[i]!;
    }
    this.cost = 0;
    this.excess = 0;
    for (let zone = 0; zone < zoneCount; zone++) {
      this.cost += this.zoneCost(this.inhabitants[zone]!, this.sumX[zone]!, this.sumY[zone]!);
      this.excess += outOfBounds(this.inhabitants[zone]!, bounds);
    }
    for (let i = 0; i < graph.n; i++) this.cost += this.inertiaScale * graph.inhabitants[i]! * (this.x[i]! ** 2 + this.y[i]! ** 2);
    for (let e = 0; e < graph.m; e++) {
      this.cost += zoneOf[graph.u[e]!] === zoneOf[graph.v[e]!] ? this.innerCost(e) : this.cutCost(e);
    }
    for (let c = 0; c < this.circles; c++) {
      for (let zone = 0; zone < zoneCount; zone++) {
        if (zone !== zoneOf[homes[c]!]) this.cost += this.circleScale * this.held[c * zoneCount + zone]!;
      }
    }
    for (const [wijk, scale] of this.wijkScale.entries()) {
      const here = this.wijkHeld.subarray(wijk * zoneCount, (wijk + 1) * zoneCount);
      const all = here.reduce((sum, p) => sum + p, 0);
      this.cost += scale * (all * all - here.reduce((sum, p) => sum + p * p, 0));
    }
  }

  private innerCost(edge: number): number {
    const { graph } = this.task;
    return weights.closedKm * this.lengthScale * graph.closedMetres[edge]! + weights.bridge * graph.isBridge[edge]!;
  }

  private cutCost(edge: number): number {
    return weights.cutKm * this.lengthScale * this.task.graph.borderMetres[edge]!;
  }

  /** Bounds, balance, and the part of the inertia that depends on who is together: − |Σ p·x|² / Σ p. */
  private zoneCost(inhabitants: number, sumX: number, sumY: number): number {
    const short = outOfBounds(inhabitants, this.task.bounds) / this.target;
    const off = (inhabitants - this.target) / this.target;
    const together = inhabitants === 0 ? 0 : (this.inertiaScale * (sumX * sumX + sumY * sumY)) / inhabitants;
    return weights.outOfBounds * (short + 4 * short * short) + weights.imbalance * off * off - together;
  }

  /** What the cost would change by if the block went over. O(neighbours + circles). */
  delta(block: number, to: number): number {
    const { graph, zoneCount, counted, homes, wijkOf } = this.task;
    const { zoneOf } = this;
    const from = zoneOf[block]!;
    const p = graph.inhabitants[block]!;
    const px = p * this.x[block]!;
    const py = p * this.y[block]!;
    let change =
      this.zoneCost(this.inhabitants[from]! - p, this.sumX[from]! - px, this.sumY[from]! - py) -
      this.zoneCost(this.inhabitants[from]!, this.sumX[from]!, this.sumY[from]!) +
      this.zoneCost(this.inhabitants[to]! + p, this.sumX[to]! + px, this.sumY[to]! + py) -
      this.zoneCost(this.inhabitants[to]!, this.sumX[to]!, this.sumY[to]!);
    for (let row = graph.start[block]!; row < graph.start[block + 1]!; row++) {
      const zone = zoneOf[graph.to[row]!]!;
      if (zone !== from && zone !== to) continue;
      const edge = graph.edge[row]!;
      const cutLess = this.innerCost(edge) - this.cutCost(edge);
      change += zone === to ? cutLess : -cutLess;
    }
    const wijk = wijkOf[block]!;
    if (wijk >= 0) {
      // Pairs of neighbours parted, less those brought together.
      change += this.wijkScale[wijk]! * 2 * p * (this.wijkHeld[wijk * zoneCount + from]! - p - this.wijkHeld[wijk * zoneCount + to]!);
    }
    for (const c of this.circlesAt[block]!) {
      if (homes[c] === block) continue;
      const home = zoneOf[homes[c]!]!;
      if (home === from) change += this.circleScale * counted[block * this.circles + c]!;
      else if (home === to) change -= this.circleScale * counted[block * this.circles + c]!;
    }
    for (const c of this.kernenAt[block]!) {
      // The kern goes along: who was with it stays behind, who was ahead is joined; its own block is with it always.
      change += this.circleScale * (this.held[c * zoneCount + from]! - counted[block * this.circles + c]! - this.held[c * zoneCount + to]!);
    }
    return change;
  }

  move(block: number, to: number, delta: number): void {
    const { graph, zoneCount, bounds, counted, wijkOf } = this.task;
    const from = this.zoneOf[block]!;
    const p = graph.inhabitants[block]!;
    this.cost += delta;
    this.excess +=
      outOfBounds(this.inhabitants[from]! - p, bounds) - outOfBounds(this.inhabitants[from]!, bounds) +
      outOfBounds(this.inhabitants[to]! + p, bounds) - outOfBounds(this.inhabitants[to]!, bounds);
    this.inhabitants[from]! -= p;
    this.inhabitants[to]! += p;
    this.units[from]! -= 1;
    this.units[to]! += 1;
    this.sumX[from]! -= p * this.x[block]!;
    this.sumX[to]! += p * this.x[block]!;
    this.sumY[from]! -= p * this.y[block]!;
    this.sumY[to]! += p * this.y[block]!;
    for (const c of this.circlesAt[block]!) {
      this.held[c * zoneCount + from]! -= counted[block * this.circles + c]!;
      this.held[c * zoneCount + to]! += counted[block * this.circles + c]!;
    }
    if (wijkOf[block]! >= 0) {
      this.wijkHeld[wijkOf[block]! * zoneCount + from]! -= p;
      this.wijkHeld[wijkOf[block]! * zoneCount + to]! += p;
    }
    this.zoneOf[block] = to;
  }

  /** Whether the rest of its zone stays in one piece, and not empty, without this block: walks from one neighbour until the others are met. */
  canLeave(block: number): boolean {
    const { graph } = this.task;
    const { zoneOf, mark, queue } = this;
    const zone = zoneOf[block]!;
    if (this.units[zone] === 1) return false;
    const wanted = (this.stamp += 2);
    const seen = wanted + 1;
    let missing = 0;
    let first = -1;
    for (let row = graph.start[block]!; row < graph.start[block + 1]!; row++) {
      const other = graph.to[row]!;
      if (zoneOf[other] !== zone) continue;
      mark[other] = wanted;
      first = other;
      missing += 1;
    }
    if (missing === 0) return false;
    mark[block] = seen;
    mark[first] = seen;
    queue[0] = first;
    missing -= 1;
    for (let head = 0, tail = 1; missing > 0 && head < tail; head++) {
      for (let row = graph.start[queue[head]!]!; row < graph.start[queue[head]! + 1]!; row++) {
        const other = graph.to[row]!;
        if (zoneOf[other] !== zone || mark[other] === seen) continue;
        if (mark[other] === wanted) missing -= 1;
        mark[other] = seen;
        queue[tail++] = other;
      }
    }
    return missing === 0;
  }

  touches(block: number, zone: number): boolean {
    const { graph } = this.task;
    for (let row = graph.start[block]!; row < graph.start[block + 1]!; row++) if (this.zoneOf[graph.to[row]!] === zone) return true;
    return false;
  }

  isBetterThan(other: SearchResult): boolean {
    return this.excess < other.excess || (this.excess === other.excess && this.cost < other.cost - 1e-9);
  }

  result(): SearchResult {
    return { zoneOf: this.zoneOf.slice(), excess: this.excess, cost: this.cost };
  }
}

/**
 * Where zones start: kernen, one after another, each the one with most inhabitants around it times the square of its
 * distance to those chosen; when kernen run out, blocks likewise. `lot` shakes the choice, 0 takes the plain best.
 */
function seedBlocks({ graph, zoneCount, homes, counted }: SearchTask, lot: () => number): number[] {
  const circles = homes.length;
  const weight = new Float64Array(graph.n);
  for (let i = 0; i < graph.n; i++) for (let c = 0; c < circles; c++) weight[homes[c]!]! += counted[i * circles + c]!;
  const seeds = new Set<number>();
  const nearest = new Float64Array(graph.n).fill(Infinity);
  while (seeds.size < zoneCount) {
    let best = -1;
    let bestScore = -1;
    for (let i = 0; i < graph.n; i++) {
      if (seeds.has(i)) continue;
      // Blocks without a kern come only after all kernen: one part in a thousand of their own inhabitants, and never nothing.
      const base = weight[i]! > 0 ? 1000 * weight[i]! : 1 + graph.inhabitants[i]!;
      const score = base * (seeds.size === 0 ? 1 : nearest[i]! + 1) * (1 - 0.9 * lot());
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    seeds.add(best);
    for (let i = 0; i < graph.n; i++) nearest[i] = Math.min(nearest[i]!, (graph.x[i]! - graph.x[best]!) ** 2 + (graph.y[i]! - graph.y[best]!) ** 2);
  }
  return [...seeds];
}

/** Lets zones grow from their seeds: the one with fewest inhabitants that can still grow takes the block nearest to its seed. */
function grow({ graph, zoneCount }: SearchTask, seeds: readonly number[]): Int32Array {
  const zoneOf = new Int32Array(graph.n).fill(-1);
  const inhabitants = new Float64Array(zoneCount);
  const frontier = seeds.map((): Set<number> => new Set());
  const take = (block: number, zone: number): void => {
    zoneOf[block] = zone;
    inhabitants[zone]! += graph.inhabitants[block]!;
    for (const waiting of frontier) waiting.delete(block);
    for (let row = graph.start[block]!; row < graph.start[block + 1]!; row++) {
      const other = graph.to[row]!;
      if (zoneOf[other] === -1) frontier[zone]!.add(other);
    }
  };
  for (const [zone, seed] of seeds.entries()) take(seed, zone);
  for (;;) {
    let zone = -1;
    for (let z = 0; z < zoneCount; z++) if (frontier[z]!.size > 0 && (zone === -1 || inhabitants[z]! < inhabitants[zone]!)) zone = z;
    if (zone === -1) return zoneOf;
    const seed = seeds[zone]!;
    let nearest = -1;
    let nearestSquare = Infinity;
    for (const block of frontier[zone]!) {
      const square = (graph.x[block]! - graph.x[seed]!) ** 2 + (graph.y[block]! - graph.y[seed]!) ** 2;
      if (square < nearestSquare || (square === nearestSquare && block < nearest)) {
        nearest = block;
        nearestSquare = square;
      }
    }
    take(nearest, zone);
  }
}

/** The first temperature is this share of what a move near the start changes on average; the last is a fifth of a kilometre of border. Measured on Genk, the sample town, city300 and city900. */
const firstShare = 1;
const lastTemperature = 0.2;
const sampledMoves = 200;

/** What moving one block over a border changes the cost by, on average over moves drawn by lot; 0 when none can be made. */
function meanChange(draft: Draft, graph: BlockGraph, random: Random): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < sampledMoves; i++) {
    const edge = random.below(graph.m);
    const to = draft.zoneOf[graph.v[edge]!]!;
    if (draft.zoneOf[graph.u[edge]!] === to) continue;
    sum += Math.abs(draft.delta(graph.u[edge]!, to));
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Tries moves of single blocks across borders, accepting worse ones ever less often (simulated annealing). */
function anneal(draft: Draft, graph: BlockGraph, steps: number, random: Random): SearchResult {
  let best = draft.result();
  if (steps === 0 || graph.m === 0) return best;
  let isBestKept = true;
  let temperature = firstShare * meanChange(draft, graph, random);
  const cooling = Math.pow(lastTemperature / Math.max(temperature, lastTemperature), 1 / steps);
  for (let step = 0; step < steps; step++) {
    temperature *= cooling;
    const edge = random.below(graph.m);
    const isForward = random.below(2) === 0;
    const block = isForward ? graph.u[edge]! : graph.v[edge]!;
    const to = draft.zoneOf[isForward ? graph.v[edge]! : graph.u[edge]!]!;
    if (draft.zoneOf[block] === to) continue;
    const delta = draft.delta(block, to);
    if (delta > 0 && !(random.next() < Math.exp(-delta / temperature))) continue;
    if (!draft.canLeave(block)) continue;
    // Keeping a copy costs as much as many moves, so it is made only when the best so far is about to be left.
    if (delta > 0 && !isBestKept) {
      if (draft.isBetterThan(best)) best = draft.result();
      isBestKept = true;
    }
    draft.move(block, to, delta);
    if (delta < 0) isBestKept = false;
  }
  return draft.isBetterThan(best) ? draft.result() : best;
}

/** Takes single moves, then exchanges of two blocks between two zones, while any makes the division better. */
function polish(draft: Draft, graph: BlockGraph): void {
  for (;;) {
    let isChanged = false;
    for (let block = 0; block < graph.n; block++) {
      for (let row = graph.start[block]!; row < graph.start[block + 1]!; row++) {
        const to = draft.zoneOf[graph.to[row]!]!;
        if (to === draft.zoneOf[block]) continue;
        const delta = draft.delta(block, to);
        if (delta >= -1e-9 || !draft.canLeave(block)) continue;
        draft.move(block, to, delta);
        isChanged = true;
      }
    }
    if (!isChanged && !exchange(draft, graph)) return;
  }
}

/** The first exchange that helps: block over the border, and another of that zone back. */
function exchange(draft: Draft, graph: BlockGraph): boolean {
  const before = draft.cost;
  for (let block = 0; block < graph.n; block++) {
    const from = draft.zoneOf[block]!;
    for (let row = graph.start[block]!; row < graph.start[block + 1]!; row++) {
      const to = draft.zoneOf[graph.to[row]!]!;
      if (to === from || !draft.canLeave(block)) continue;
      const there = draft.delta(block, to);
      draft.move(block, to, there);
      for (let other = 0; other < graph.n; other++) {
        if (other === block || draft.zoneOf[other] !== to || !draft.touches(other, from)) continue;
        const back = draft.delta(other, from);
        if (there + back >= -1e-9 || !draft.canLeave(other)) continue;
        draft.move(other, from, back);
        return true;
      }
      draft.move(block, from, before - draft.cost);
    }
  }
  return false;
}

/** How long to search, and whether to start from kernen chosen by lot instead of the plainest ones. */
export interface SearchEffort {
  /** Moves tried. */
  readonly steps: number;
  readonly isShaken: boolean;
}

/**
 * A good division into this many zones, each in one piece over borders and bridges: grown from kernen, then improved by
 * annealing and polishing. The same source of chance gives the same division.
 */
export function searchDivision(task: SearchTask, { steps, isShaken }: SearchEffort, random: Random): SearchResult {
  const draft = new Draft(task, grow(task, seedBlocks(task, isShaken ? () => random.next() : () => 0)));
  const annealed = anneal(draft, task.graph, steps, random);
  draft.assign(annealed.zoneOf);
  polish(draft, task.graph);
  return draft.result();
}
