import { openSites, totalCost, type NearSites } from './near-sites.ts';

/** What multipliers prove: no choice of sites costs less than `bound`, and which sites a better one must or cannot have. */
export interface LagrangeProof {
  readonly bound: number;
  /** The best choice met on the way, or the one given. */
  readonly best: readonly number[];
  readonly bestTotal: number;
  /** 1 where every better choice has the site open. */
  readonly mustOpen: Uint8Array;
  /** 1 where no better choice has it open. */
  readonly mustClose: Uint8Array;
}

/** A part of the search: sites decided so far, prices to begin with, and what is already known of its best. */
interface Branch {
  readonly mustOpen: Uint8Array;
  readonly mustClose: Uint8Array;
  readonly price: Float64Array;
  readonly bound: number;
}

const firstSteps = 1500;
const branchSteps = 120;
/** Steps without a better bound after which the stride is halved. */
const patience = 20;
const smallestStride = 0.002;

/**
 * Lower bounds of the p-median, and with enough branches its proof. Lets go of "everybody is served once" at a price per demand
 * and raises the price where nobody serves (subgradient steps: Cornuejols, Fisher and Nemhauser 1977); what the bound leaves
 * open is halved on one site, open or closed, and bounded again (Beasley 1985). Steps and branches are counted, not timed, so
 * the answer is the same everywhere.
 */
export class LagrangeSearch {
  readonly #near: NearSites;
  readonly #most: number;
  readonly #provenWithin: number;
  readonly #improve: (chosen: readonly number[]) => readonly number[];
  readonly #worth: Float64Array;
  readonly #root: Branch;
  readonly #open: Branch[];
  #best: readonly number[];
  #bestTotal: number;
  #triedTotal = Infinity;

  /** Bounds the whole problem. `improve` turns a choice met on the way into a better one. */
  constructor(near: NearSites, start: readonly number[], fixed: readonly number[], most: number, provenWithin: number, improve: (chosen: readonly number[]) => readonly number[]) {
    this.#near = near;
    this.#most = most;
    this.#provenWithin = provenWithin;
    this.#improve = improve;
    this.#worth = new Float64Array(near.sites);
    this.#best = start;
    const open = openSites(near.sites, start);
    this.#bestTotal = totalCost(near, open);
    this.#root = this.#bound({ mustOpen: openSites(near.sites, fixed), mustClose: new Uint8Array(near.sites), price: firstPrices(near, open), bound: 0 }, firstSteps);
    this.#open = [this.#root];
  }

  /** What is proven so far; the decided sites are those of the whole problem. */
  get proof(): LagrangeProof {
    const bound = this.#open.reduce((least, branch) => Math.min(least, branch.bound), this.#bestTotal);
    return { bound, best: this.#best, bestTotal: this.#bestTotal, ...this.#decided(this.#root) };
  }

  /** Halves the branch with the lowest bound, at most so many times and as long as `goOn` says yes. */
  branch(most: number, goOn: () => boolean): void {
    for (let taken = 0; taken < most && goOn(); taken++) {
      const lowest = this.#open.reduce((at, branch, i) => (branch.bound < this.#open[at]!.bound ? i : at), 0);
      const branch = this.#open[lowest];
      if (branch === undefined || this.#isProven(branch.bound)) return;
      this.#open.splice(lowest, 1);
      const site = this.#branchingSite(branch);
      if (site === -1) {
        this.#takeOnly(branch);
        continue;
      }
      for (const side of ['mustOpen', 'mustClose'] as const) {
        const decided = branch[side].slice();
        decided[site] = 1;
        const child = this.#bound({ ...branch, [side]: decided }, branchSteps);
        if (!this.#isProven(child.bound)) this.#open.push(child);
      }
    }
  }

  #isProven(bound: number): boolean {
    return this.#bestTotal - bound < this.#provenWithin;
  }

  /** Raises the bound of a branch by so many steps, and decides the sites that follow from it. */
  #bound(branch: Branch, steps: number): Branch {
    const { demands, first, site, cost, unserved } = this.#near;
    const price = branch.price.slice();
    const bestPrice = branch.price.slice();
    let { bound } = branch;
    let stride = 1.5, sinceBetter = 0;
    const served = new Int32Array(demands);
    for (let step = 0; step < steps && stride > smallestStride; step++) {
      let value = this.#paid(price);
      const chosen = this.#cheapest(branch);
      for (const s of chosen) value += this.#worth[s]!;
      if (value > bound + 1e-9 * bound) {
        bound = value;
        bestPrice.set(price);
        sinceBetter = 0;
      } else if (++sinceBetter >= patience) {
        stride /= 2;
        sinceBetter = 0;
        price.set(bestPrice);
        continue;
      }
      const open = openSites(this.#near.sites, chosen);
      this.#tryOut(chosen, open, step);
      if (this.#isProven(bound)) break;
      let square = 0;
      for (let d = 0; d < demands; d++) {
        const most = price[d]!;
        let times = unserved[d]! < most ? 1 : 0;
        for (let i = first[d]!; i < first[d + 1]! && cost[i]! < most; i++) times += open[site[i]!]!;
        served[d] = times;
        square += (1 - times) * (1 - times);
      }
      if (square === 0) break;
      const length = (stride * (1.001 * this.#bestTotal - value)) / square;
      for (let d = 0; d < demands; d++) price[d] = Math.max(0, price[d]! + length * (1 - served[d]!));
    }
    const raised = { ...branch, price: bestPrice, bound };
    return { ...raised, ...this.#decided(raised) };
  }

  /** A branch in which everything is decided holds one choice: what that truly costs. */
  #takeOnly(branch: Branch): void {
    const chosen = this.#cheapest(branch);
    const total = totalCost(this.#near, openSites(this.#near.sites, chosen));
    if (total >= this.#bestTotal) return;
    this.#bestTotal = total;
    this.#best = chosen;
  }

  /** What a choice of a step costs in truth, and whether a little work on it gives the best yet. */
  #tryOut(chosen: readonly number[], open: Uint8Array, step: number): void {
    const total = totalCost(this.#near, open);
    if (total >= this.#triedTotal && !(step % 50 === 0 && total < this.#bestTotal * 1.02)) return;
    this.#triedTotal = Math.min(this.#triedTotal, total);
    const better = this.#improve(chosen);
    const betterTotal = totalCost(this.#near, openSites(this.#near.sites, better));
    if (betterTotal >= this.#bestTotal) return;
    this.#bestTotal = betterTotal;
    this.#best = better;
  }

  /** Sets what opening each site is worth at the prices (zero or less); returns what is paid without any. */
  #paid(price: Float64Array): number {
    const { demands, first, site, cost, unserved } = this.#near;
    const worth = this.#worth.fill(0);
    let paid = 0;
    for (let d = 0; d < demands; d++) {
      const most = price[d]!;
      paid += Math.min(most, unserved[d]!);
      for (let i = first[d]!; i < first[d + 1]!; i++) {
        const less = cost[i]! - most;
        if (less >= 0) break;
        worth[site[i]!]! += less;
      }
    }
    return paid;
  }

  /** Undecided sites, the most worthwhile first, ties to the lower row. */
  #free({ mustOpen, mustClose }: Branch): number[] {
    const free: number[] = [];
    for (let s = 0; s < mustOpen.length; s++) if (mustOpen[s] === 0 && mustClose[s] === 0) free.push(s);
    return free.sort((a, b) => this.#worth[a]! - this.#worth[b]! || a - b);
  }

  /** How many sites may still be opened. */
  #places({ mustOpen }: Branch): number {
    return Math.max(0, this.#most - mustOpen.reduce((sum, value) => sum + value, 0));
  }

  #cheapest(branch: Branch): number[] {
    const sites: number[] = [];
    for (let s = 0; s < branch.mustOpen.length; s++) if (branch.mustOpen[s] === 1) sites.push(s);
    return [...sites, ...this.#free(branch).slice(0, this.#places(branch))];
  }

  /** The undecided site that matters most; -1 when all that are left can be open, or none may. */
  #branchingSite(branch: Branch): number {
    this.#paid(branch.price);
    const free = this.#free(branch), places = this.#places(branch);
    return places === 0 || free.length <= places ? -1 : free[0]!;
  }

  /** Sites that cannot change sides without the bound passing the best known. */
  #decided(branch: Branch): { mustOpen: Uint8Array; mustClose: Uint8Array } {
    const mustOpen = branch.mustOpen.slice(), mustClose = branch.mustClose.slice();
    this.#paid(branch.price);
    const slack = this.#bestTotal - this.#provenWithin - branch.bound;
    const free = this.#free(branch), places = this.#places(branch);
    const lastIn = free[places - 1], firstOut = free[places];
    free.forEach((s, i) => {
      if (i < places && firstOut !== undefined && this.#worth[firstOut]! - this.#worth[s]! > slack) mustOpen[s] = 1;
      if (i >= places && (lastIn === undefined || this.#worth[s]! - this.#worth[lastIn]! > slack)) mustClose[s] = 1;
    });
    return { mustOpen, mustClose };
  }
}

/** A price to begin with: halfway between the nearest and the second nearest open site. */
function firstPrices({ demands, first, site, cost, unserved }: NearSites, open: Uint8Array): Float64Array {
  const price = new Float64Array(demands);
  for (let d = 0; d < demands; d++) {
    price[d] = unserved[d]!;
    let found = 0;
    for (let i = first[d]!; i < first[d + 1]!; i++) {
      if (open[site[i]!] === 0) continue;
      price[d] = found === 0 ? cost[i]! : (price[d]! + cost[i]!) / 2;
      if (++found === 2) break;
    }
  }
  return price;
}
