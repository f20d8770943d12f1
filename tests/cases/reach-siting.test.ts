import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fewestSites, mostCovered, shortestMean, shortestWorst, type CostTable, type ProgramSolver, type Siting, type SitingProblem } from '@woonzorgzones/core/network';
import type { Result } from '@woonzorgzones/core/model';
import { highsSolver } from '@woonzorgzones/files/solver';
import { sharedFile, sharedPresent } from '../shared.ts';
import { readTable } from '../table.ts';

interface Optimum { readonly objective: number; readonly n_optima: number; readonly sites: readonly string[] }
type Expected = {
  readonly stores_sorted: readonly string[];
  readonly p: Readonly<Record<string, Readonly<Record<string, Optimum>>>>;
} & Readonly<Record<string, unknown>>;

const plan = (found: Result<Siting, SitingProblem>): Siting => {
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

describe.skipIf(!sharedPresent)('sixteen stores for 205 tracts of San Francisco, against enumeration of every choice', () => {
  let table: CostTable;
  let weight: Float64Array;
  let expected: Expected;
  let solver: ProgramSolver;
  const exact = () => ({ kind: 'exact', solver, seconds: 60 }) as const;

  beforeAll(async () => {
    solver = await highsSolver();
    expected = JSON.parse(readFileSync(sharedFile('reference/spopt_sf/expected_bruteforce.json'), 'utf8')) as Expected;
    const rows = readTable(sharedFile('reference/spopt_sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv'));
    const stores = expected.stores_sorted;
    const tracts = [...new Set(rows.map((row) => row['DestinationName']!))];
    weight = new Float64Array(tracts.length);
    const tractRow = new Map(tracts.map((name, i) => [name, i]));
    const sorted = stores.map((store) => rows.filter((row) => row['name'] === store));
    for (const row of rows) weight[tractRow.get(row['DestinationName']!)!] = Number(row['demand']);
    const first = new Int32Array(stores.length + 1);
    sorted.forEach((own, s) => (first[s + 1] = first[s]! + own.length));
    table = { first, demand: Int32Array.from(sorted.flat(), (row) => tractRow.get(row['DestinationName']!)!), cost: Float64Array.from(sorted.flat(), (row) => Number(row['distance'])) };
  });

  const names = (found: Siting): readonly string[] => found.sites.map((site) => expected.stores_sorted[site]!).sort();

  test('the published four: LSCP 8, MCLP 875,247, p-median 2,848,268,129.71, p-center 7,403.06', () => {
    expect(plan(fewestSites(table, weight.length, { fixed: [], radius: 5000 }, exact())).objective).toBe(8);
    expect(plan(mostCovered(table, weight, { fixed: [], open: 4, radius: 5000 }, exact())).objective).toBe(875_247);
    const median = plan(shortestMean(table, weight, { fixed: [], open: 4, costWhenUnreached: 1e6 }, exact()));
    expect(median.objective).toBeCloseTo(2848268129.7145104, 4);
    expect(median.objective / weight.reduce((a, b) => a + b, 0)).toBeCloseTo(2982.1268579890657, 8);
    expect(plan(shortestWorst(table, weight.length, { fixed: [], open: 4 }, exact())).objective).toBeCloseTo(7403.06, 2);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('with %i stores every optimum is the enumerated one, and proven', (open) => {
    const optima = expected.p[String(open)]!;
    const check = (found: Siting, name: string): void => {
      const optimum = optima[name]!;
      expect(Math.abs(found.objective / optimum.objective - 1)).toBeLessThanOrEqual(1e-9);
      expect(found).toMatchObject({ proven: true, gap: 0 });
      if (optimum.n_optima === 1 && found.sites.length === open && name !== 'pcenter') expect(names(found)).toEqual([...optimum.sites].sort());
    };
    for (const radius of [1000, 2500, 5000]) check(plan(mostCovered(table, weight, { fixed: [], open, radius }, exact())), `mclp_${radius}`);
    check(plan(shortestMean(table, weight, { fixed: [], open, costWhenUnreached: 1e6 }, exact())), 'pmedian');
    check(plan(shortestWorst(table, weight.length, { fixed: [], open }, exact())), 'pcenter');
  });

  test.each([[5000, 8], [6000, 5], [7500, 4], [10000, 2]])('everybody within %i m takes %i stores', (radius, least) => {
    expect(plan(fewestSites(table, weight.length, { fixed: [], radius }, exact()))).toMatchObject({ objective: least, bound: least, proven: true });
  });

  test('greedy and swap say how far from proven they are, and are not above their bound', () => {
    for (const kind of ['greedy', 'swap'] as const) {
      for (const open of [2, 4, 6]) {
        const best = expected.p[String(open)]!;
        const cover = plan(mostCovered(table, weight, { fixed: [], open, radius: 2500 }, { kind }));
        expect(cover.objective).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best['mclp_2500']!.objective);
        expect(cover.bound).toBeGreaterThanOrEqual(best['mclp_2500']!.objective - 1e-6);
        const median = plan(shortestMean(table, weight, { fixed: [], open, costWhenUnreached: 1e6 }, { kind }));
        expect(median.objective).toBeGreaterThanOrEqual(best['pmedian']!.objective * (1 - 1e-12));
        expect(median.bound).toBeLessThanOrEqual(best['pmedian']!.objective * (1 + 1e-9));
        const center = plan(shortestWorst(table, weight.length, { fixed: [], open }, { kind }));
        expect(center.objective).toBeGreaterThanOrEqual(best['pcenter']!.objective - 1e-6);
        expect(center.bound).toBeLessThanOrEqual(best['pcenter']!.objective + 1e-6);
      }
    }
  });
});
