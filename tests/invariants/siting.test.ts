import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '@woonzorgzones/core/model';
import {
  fewestSites, mostCovered, shortestMean, shortestMeanWithCapacity, shortestWorst,
  type CostTable, type ProgramSolver, type Siting, type SitingEffort, type SitingProblem,
} from '@woonzorgzones/core/network';
import { highsSolver } from '@woonzorgzones/files/solver';

let solver: ProgramSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

interface Question {
  readonly table: CostTable;
  readonly weight: Float64Array;
  readonly fixed: readonly number[];
  readonly open: number;
  readonly radius: number;
}

/** Up to 7 sites and 9 demands, some pairs missing, few different costs so that there are ties. */
const question = fc.record({
  costs: fc.array(fc.array(fc.constantFrom(null, 0, 1, 2, 2, 5, 5, 9, 3.5), { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 7 }),
  demands: fc.integer({ min: 1, max: 9 }), weights: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
  fixed: fc.array(fc.nat(6), { maxLength: 2 }), more: fc.nat(3), radius: fc.constantFrom(0, 1, 2, 4, 5, 9),
}).map(({ costs, demands, weights, fixed, more, radius }): Question => {
  const first = [0], demand: number[] = [], cost: number[] = [];
  for (const row of costs) {
    row.slice(0, demands).forEach((value, d) => {
      if (value === null) return;
      demand.push(d);
      cost.push(value);
    });
    first.push(demand.length);
  }
  const kept = [...new Set(fixed.map((site) => site % costs.length))];
  return {
    table: { first: Int32Array.from(first), demand: Int32Array.from(demand), cost: Float64Array.from(cost) },
    weight: Float64Array.from(weights.slice(0, demands)), fixed: kept, open: Math.max(1, Math.min(costs.length, kept.length + more)), radius,
  };
});

/** Every choice of at most `open` sites that keeps the fixed ones. */
function choices({ table, fixed, open }: Question): readonly (readonly number[])[] {
  const sites = table.first.length - 1;
  return Array.from({ length: 2 ** sites }, (_, bits) => Array.from({ length: sites }, (__, s) => s).filter((s) => (bits >> s) & 1))
    .filter((chosen) => chosen.length <= open && fixed.every((site) => chosen.includes(site)));
}

/** The least cost of each demand to a choice; Infinity for none. */
function leastCosts({ table, weight }: Question, chosen: readonly number[]): readonly number[] {
  const least = Array.from(weight, () => Infinity);
  for (const s of chosen) for (let i = table.first[s]!; i < table.first[s + 1]!; i++) least[table.demand[i]!] = Math.min(least[table.demand[i]!]!, table.cost[i]!);
  return least;
}

const efforts = (): readonly SitingEffort[] => [{ kind: 'greedy' }, { kind: 'swap' }, { kind: 'exact', solver, seconds: 30 }];
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** What must be true of every answer, whatever the question: `better` says which way is better. */
function checkAnswer(found: Siting, of: Question, effort: SitingEffort, best: number, value: (chosen: readonly number[]) => number, maximal: boolean): void {
  expect(value(found.sites)).toBeCloseTo(found.objective, 9);
  expect(of.fixed.every((site) => found.sites.includes(site))).toBe(true);
  const sign = maximal ? 1 : -1;
  expect(sign * (best - found.objective)).toBeGreaterThanOrEqual(-1e-9);
  expect(sign * (found.bound - best)).toBeGreaterThanOrEqual(-1e-6);
  expect(found.proven).toBe(found.gap === 0);
  if (found.proven) expect(found.objective).toBeCloseTo(best, 6);
  if (effort.kind === 'exact') expect(found.proven).toBe(true);
}

function forEachAnswer(ask: (of: Question, effort: SitingEffort) => Result<Siting, SitingProblem>, check: (found: Siting, of: Question, effort: SitingEffort) => void): void {
  fc.assert(fc.property(question, (of) => {
    for (const effort of efforts()) {
      const found = ask(of, effort);
      if (found.ok) check(found.value, of, effort);
      else expect(found.error.code).toBe('nothing-in-reach');
    }
  }), { numRuns: 60, seed: 75 });
}

describe('siting against every choice there is', () => {
  test('most covered', () => {
    const value = (of: Question) => (chosen: readonly number[]): number => sum(leastCosts(of, chosen).map((cost, d) => (cost <= of.radius ? of.weight[d]! : 0)));
    forEachAnswer(
      (of, effort) => mostCovered(of.table, of.weight, of, effort),
      (found, of, effort) => {
        const best = Math.max(...choices(of).map(value(of)));
        checkAnswer(found, of, effort, best, value(of), true);
        // Nemhauser, Wolsey and Fisher 1978, for what is added to the fixed sites.
        const fixed = value(of)(of.fixed);
        expect(found.objective - fixed).toBeGreaterThanOrEqual((1 - 1 / Math.E) * (best - fixed) - 1e-9);
      },
    );
  });

  test('fewest sites', () => {
    forEachAnswer(
      (of, effort) => fewestSites(of.table, of.weight.length, of, effort),
      (found, of, effort) => {
        const everything = { ...of, open: Infinity };
        const reachable = sum(leastCosts(of, Array.from({ length: of.table.first.length - 1 }, (_, s) => s)).map((cost) => (cost <= of.radius ? 1 : 0)));
        const covers = (chosen: readonly number[]): boolean => sum(leastCosts(of, chosen).map((cost) => (cost <= of.radius ? 1 : 0))) === reachable;
        const best = Math.min(...choices(everything).filter(covers).map((chosen) => chosen.length));
        expect(covers(found.sites)).toBe(true);
        expect(found.outOfReach).toHaveLength(of.weight.length - reachable);
        checkAnswer(found, of, effort, best, (chosen) => chosen.length, false);
      },
    );
  });

  test('shortest mean', () => {
    const unreached = 20;
    const value = (of: Question) => (chosen: readonly number[]): number => sum(leastCosts(of, chosen).map((cost, d) => of.weight[d]! * Math.min(cost, unreached)));
    forEachAnswer(
      (of, effort) => shortestMean(of.table, of.weight, { ...of, costWhenUnreached: unreached }, effort),
      (found, of, effort) => checkAnswer(found, of, effort, Math.min(...choices(of).map(value(of))), value(of), false),
    );
  });

  test('shortest worst', () => {
    forEachAnswer(
      (of, effort) => shortestWorst(of.table, of.weight.length, of, effort),
      (found, of, effort) => {
        const all = leastCosts(of, Array.from({ length: of.table.first.length - 1 }, (_, s) => s));
        const worst = (chosen: readonly number[]): number => Math.max(0, ...leastCosts(of, chosen).filter((_, d) => all[d]! < Infinity));
        checkAnswer(found, of, effort, Math.min(...choices(of).map(worst)), worst, false);
      },
    );
  });

  test('shortest mean with capacities, each to one site', () => {
    const roomOf = (of: Question): Float64Array => Float64Array.from({ length: of.table.first.length - 1 }, (_, s) => 3 + 2 * (s % 3));
    /** The least total over all assignments to a choice, by trying them all. */
    const leastTotal = (of: Question, chosen: readonly number[]): number => {
      const cost = new Map<string, number>();
      for (const s of chosen) for (let i = of.table.first[s]!; i < of.table.first[s + 1]!; i++) cost.set(`${s} ${of.table.demand[i]!}`, of.table.cost[i]!);
      const served = new Set(of.table.demand);
      const capacity = roomOf(of);
      let best = Infinity;
      const place = (d: number, room: readonly number[], total: number): void => {
        if (total >= best) return;
        if (d === of.weight.length) best = total;
        else if (!served.has(d)) place(d + 1, room, total);
        else {
          chosen.forEach((s, p) => {
            const own = cost.get(`${s} ${d}`);
            if (own !== undefined && room[p]! >= 1) place(d + 1, room.map((left, q) => (q === p ? left - 1 : left)), total + own * of.weight[d]!);
          });
        }
      };
      place(0, chosen.map((s) => capacity[s]!), 0);
      return best;
    };
    fc.assert(fc.property(question, (of) => {
      const small = { ...of, weight: of.weight.map((value) => value || 1) };
      const best = Math.min(...choices(small).map((chosen) => leastTotal(small, chosen)));
      for (const effort of efforts()) {
        const found = shortestMeanWithCapacity(small.table, small.weight, { ...small, quantity: new Float64Array(small.weight.length).fill(1), capacity: roomOf(small), fillFixed: false }, effort);
        if (best === Infinity) expect(found).toMatchObject({ ok: false, error: { code: expect.stringMatching(/no-plan-found|capacity-too-small/) as string } });
        else if (found.ok) checkAnswer(found.value, small, effort, best, (chosen) => (effort.kind === 'exact' ? leastTotal(small, chosen) : found.value.objective), false);
        else expect([effort.kind, found.error.code]).not.toEqual(['exact', 'no-plan-found']);
      }
    }), { numRuns: 40, seed: 9 });
  });
});
