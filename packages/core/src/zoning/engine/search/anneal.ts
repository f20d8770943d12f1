import { Division, hinge, type Terrain } from '../division.ts';
import type { Objective } from '../objective.ts';
import { Random } from '../random.ts';
import { SpanningTree } from './spanning-tree.ts';
import type { ZonePool } from './zone-pool.ts';

export interface AnnealSettings {
  readonly seed: number;
  /** Moves tried. The clock is never asked. */
  readonly steps: number;
  /** Share of the steps that merge two zones and cut them anew, instead of moving one unit. */
  readonly treeShare: number;
  /** First and last temperature, in mean worsenings by a move. */
  readonly from: number;
  readonly to: number;
}

/** A division with what it is judged by; `excess` (inhabitants out of bounds, broken ties) comes before `value`. */
export interface Found {
  readonly zoneOf: Int32Array;
  readonly excess: number;
  readonly value: number;
}

/** Whether the first is the better; differences of rounding do not count. */
export const isBetter = (a: Found, b: Found): boolean => {
  const slack = 1e-6;
  return a.excess < b.excess - slack || (a.excess < b.excess + slack && a.value < b.value - 1e-12 * Math.max(1, Math.abs(b.value)));
};

/** The temperature falls, and the price of inhabitants out of bounds is set anew, once in so many steps. */
const stride = 256;

/**
 * Zones out of bounds are allowed on the way, at a price that rises while fewer than 160 of 256 steps are within bounds and
 * falls while more than 220 are: on loose and on tight instances alike this gave the best divisions (measured on the
 * cities and counties of the reference: a third of the time instead costs 1 to 3 % in value on cities of 3,000 blocks).
 */
const seldomWithin = 77;
const oftenWithin = 128;
const priceStep = 1.03;

/** Cuts of one tree that are tried in full. */
const cutsTried = 8;

/** Units tried to make up for one whose move puts its new zone out of bounds. */
const returnsTried = 6;

/**
 * Simulated annealing from a division: units at borders change zone, chains of two such moves keep inhabitants within
 * bounds, and now and then two zones are merged and cut anew along a random spanning tree (ReCom; DeFord, Duchin and
 * Solomon 2021). Returns the best division met, the start included. Zones within bounds go to the pool.
 */
export function anneal(terrain: Terrain, objective: Objective, start: Int32Array, zones: number, settings: AnnealSettings, pool: ZonePool | null = null): Found {
  return new Annealing(terrain, objective, start, zones, settings, pool).run();
}

class Annealing {
  private readonly terrain: Terrain;
  private readonly objective: Objective;
  private readonly settings: AnnealSettings;
  private readonly pool: ZonePool | null;
  private readonly random: Random;
  private readonly division: Division;
  private readonly tree: SpanningTree;
  private readonly pair: Int32Array;
  private readonly before: Int32Array;
  private readonly tolerance: number;
  /** Mean worsening by a move: the unit of temperature. */
  private readonly scale: number;
  private temperature: number;
  /** What one inhabitant out of bounds costs. */
  private price: number;
  private best: Found;

  constructor(terrain: Terrain, objective: Objective, start: Int32Array, zones: number, settings: AnnealSettings, pool: ZonePool | null) {
    this.terrain = terrain;
    this.objective = objective;
    this.settings = settings;
    this.pool = pool;
    this.random = new Random(settings.seed);
    this.division = new Division(terrain, start, zones);
    this.tree = new SpanningTree(terrain);
    this.pair = new Int32Array(terrain.graph.n);
    this.before = new Int32Array(terrain.graph.n);
    objective.begin(this.division.zoneOf, zones);
    pool?.follow(this.division.zoneOf, zones);
    const mean = Math.max(1e-9, terrain.persons.reduce((sum, p) => sum + p, 0) / zones);
    this.tolerance = mean * 1e-9;
    this.scale = this.meanWorsening();
    this.temperature = settings.from * this.scale;
    this.price = (20 * this.scale) / mean;
    this.best = { zoneOf: start.slice(), excess: this.division.excess, value: objective.value() };
  }

  run(): Found {
    const { settings, division, random } = this;
    const cooling = (settings.to / settings.from) ** (stride / Math.max(stride, settings.steps));
    let within = 0;
    for (let step = 1; step <= settings.steps && division.cutCount > 0; step++) {
      if (random.next() < settings.treeShare) this.recombine();
      else this.moveOne();
      if (division.excess <= this.tolerance) within++;
      if (step % stride === 0) {
        this.temperature *= cooling;
        if (within > oftenWithin) this.price /= priceStep;
        else if (within < seldomWithin) this.price *= priceStep;
        within = 0;
      }
    }
    return this.best;
  }

  private meanWorsening(): number {
    const { division, objective, random } = this;
    const { u, v } = this.terrain.graph;
    let sum = 0;
    let count = 0;
    for (let i = 0; i < 400 && division.cutCount > 0; i++) {
      const e = division.cut[random.below(division.cutCount)]!;
      const [unit, other] = random.below(2) === 0 ? [u[e]!, v[e]!] : [v[e]!, u[e]!];
      const change = objective.delta(unit, division.zoneOf[unit]!, division.zoneOf[other]!);
      if (change <= 0) continue;
      sum += change;
      count++;
    }
    return count > 0 ? sum / count : 1;
  }

  private move(unit: number, to: number): void {
    const from = this.division.zoneOf[unit]!;
    this.division.move(unit, to);
    this.objective.moved(unit, from, to);
    this.pool?.moved(unit, from, to);
  }

  /** Remembers the division when it is the best so far, and zones that changed when they are within bounds. */
  private keep(a: number, b: number, c: number): void {
    const { division, objective, best, pool, tolerance } = this;
    const value = objective.value();
    if (division.excess < best.excess - tolerance || (division.excess <= best.excess + tolerance && value < best.value - 1e-12)) {
      best.zoneOf.set(division.zoneOf);
      this.best = { zoneOf: best.zoneOf, excess: division.excess, value };
    }
    if (pool === null) return;
    for (const zone of [a, b, c]) {
      if (hinge(division.zonePersons[zone]!, this.terrain.bounds) <= tolerance) pool.remember(zone);
    }
  }

  private moveOne(): void {
    const { division, objective, random, temperature, price } = this;
    const { zoneOf, cut, zoneUnits } = division;
    const { fixed, graph } = this.terrain;
    const e = cut[random.below(division.cutCount)]!;
    const forth = random.below(2) === 0;
    const unit = forth ? graph.u[e]! : graph.v[e]!;
    const from = zoneOf[unit]!;
    const to = zoneOf[forth ? graph.v[e]! : graph.u[e]!]!;
    // Drawn before the move is weighed: the most that it may cost.
    const allowance = -temperature * Math.log(1 - random.next());
    if (fixed[unit] === 1 || zoneUnits[from] === 1) return;
    const worse = objective.delta(unit, from, to);
    const excess = division.excessDelta(unit, from, to);
    const change = worse + price * excess;
    if (change <= allowance) {
      if (!division.canLeave(unit)) return;
      this.move(unit, to);
      this.keep(from, to, to);
      return;
    }
    // Refused for the inhabitants it puts out of bounds: see whether its new zone can give up another unit.
    if (excess <= 0 || worse > allowance + this.scale || !division.canLeave(unit)) return;
    this.move(unit, to);
    for (let attempt = 0; attempt < returnsTried; attempt++) {
      const f = cut[random.below(division.cutCount)]!;
      const atU = zoneOf[graph.u[f]!] === to;
      if (!atU && zoneOf[graph.v[f]!] !== to) continue;
      const other = atU ? graph.u[f]! : graph.v[f]!;
      const next = zoneOf[atU ? graph.v[f]! : graph.u[f]!]!;
      if (other === unit || fixed[other] === 1 || zoneUnits[to] === 1) continue;
      if (change + objective.delta(other, to, next) + price * division.excessDelta(other, to, next) > allowance || !division.canLeave(other)) continue;
      this.move(other, next);
      this.keep(from, to, next);
      return;
    }
    this.move(unit, from);
  }

  /** Merges two zones that touch and cuts them anew along a random tree, at the best of some cuts that are no further out of bounds. */
  private recombine(): void {
    const { division, objective, random, tree, pair, before, price } = this;
    const { zoneOf, cut, zonePersons } = division;
    const { graph, bounds, fixed } = this.terrain;
    const e = cut[random.below(division.cutCount)]!;
    const a = zoneOf[graph.u[e]!]!;
    const b = zoneOf[graph.v[e]!]!;
    const sizeA = division.members(graph.u[e]!, pair);
    const count = sizeA + division.members(graph.v[e]!, pair.subarray(sizeA));
    if (!tree.grow(pair, count, 1, random)) throw new Error('Got two zones that touch but do not hang together.');
    const { order, last, personsUnder } = tree;
    const total = personsUnder[0]!;
    const now = hinge(zonePersons[a]!, bounds) + hinge(zonePersons[b]!, bounds) + this.tolerance;
    const chosen: number[] = [];
    let possible = 0;
    for (let p = 1; p < count; p++) {
      if (hinge(personsUnder[p]!, bounds) + hinge(total - personsUnder[p]!, bounds) > now) continue;
      possible++;
      if (chosen.length < cutsTried) chosen.push(p);
      else {
        const place = random.below(possible);
        if (place < cutsTried) chosen[place] = p;
      }
    }
    if (chosen.length === 0) return;
    for (let i = 0; i < count; i++) before[i] = zoneOf[order[i]!]!;
    const energy = (): number => objective.value() + price * division.excess;
    const old = energy();
    let least = Infinity;
    let leastCut = -1;
    let leastUnder = a;
    const lay = (p: number, under: number): void => {
      for (let i = 0; i < count; i++) {
        const zone = i >= p && i <= last[p]! ? under : a + b - under;
        if (zoneOf[order[i]!] !== zone) this.move(order[i]!, zone);
      }
    };
    for (const p of chosen) {
      // The side that holds more of zone a keeps its name, so that fewest units change.
      let staying = 0;
      for (let i = 0; i < count; i++) if ((before[i] === a) === (i >= p && i <= last[p]!)) staying++;
      const under = 2 * staying >= count ? a : b;
      let isAllowed = true;
      for (let i = 0; i < count && isAllowed; i++) {
        if (fixed[order[i]!] === 1 && before[i] !== (i >= p && i <= last[p]! ? under : a + b - under)) isAllowed = false;
      }
      if (!isAllowed) continue;
      lay(p, under);
      const here = energy();
      if (here < least) {
        least = here;
        leastCut = p;
        leastUnder = under;
      }
    }
    if (leastCut !== -1 && least - old <= -this.temperature * Math.log(1 - random.next())) {
      lay(leastCut, leastUnder);
      this.keep(a, b, b);
      return;
    }
    for (let i = 0; i < count; i++) if (zoneOf[order[i]!] !== before[i]) this.move(order[i]!, before[i]!);
  }
}
