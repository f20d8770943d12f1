import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fewestSites, mostCovered, shortestMean, shortestMeanWithCapacity, shortestWorst, type CostTable, type ProgramSolver, type Siting, type SitingProblem } from '@woonzorgzones/core/network';
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

describe.skipIf(!sharedPresent)('students to schools with room for each, some schools given and filled first (spopt, test_c_p_median)', () => {
  test('ten schools, those of priority 1 filled: 87.2 minutes on average', async () => {
    const solver = await highsSolver();
    const journeys = readTable(sharedFile('reference/spopt_sf/example_subject_student_school_journeys.csv'));
    const students = readTable(sharedFile('reference/spopt_sf/example_subject_students.csv'));
    const schools = readTable(sharedFile('reference/spopt_sf/example_subject_schools.csv'));
    // Their matrix: rows and columns in order of appearance, the mean of repeated journeys cut to whole minutes, 10,000 where there is none.
    const order = (column: string): readonly string[] => [...new Set(journeys.map((row) => row[column]!))];
    const rows = order('student'), columns = order('school');
    const times = new Map<string, number[]>();
    for (const row of journeys) {
      const key = `${row['student']!} ${row['school']!}`;
      times.set(key, [...(times.get(key) ?? []), Number(row['time'])]);
    }
    const minutes = (student: string, school: string): number => {
      const known = times.get(`${student} ${school}`);
      return known === undefined ? 10000 : Math.trunc(known.reduce((a, b) => a + b, 0) / known.length);
    };
    expect(rows.length).toBe(students.length);
    expect(columns.length).toBe(schools.length);
    const table: CostTable = {
      first: Int32Array.from({ length: columns.length + 1 }, (_, s) => s * rows.length),
      demand: Int32Array.from({ length: columns.length * rows.length }, (_, i) => i % rows.length),
      cost: Float64Array.from(columns.flatMap((school) => rows.map((student) => minutes(student, school)))),
    };
    const one = new Float64Array(rows.length).fill(1);
    const capacity = Float64Array.from(schools, (school) => Number(school['Count']));
    const fixed = schools.flatMap((school, s) => (Number(school['priority']) === 1 ? [s] : []));
    const found = plan(shortestMeanWithCapacity(table, one, { fixed, open: 10, quantity: one, capacity, fillFixed: true }, { kind: 'exact', solver, seconds: 60 }));
    expect(found.objective / rows.length).toBeCloseTo(87.2, 9);
    expect(found.proven).toBe(true);
    expect(fixed.every((site) => found.sites.includes(site))).toBe(true);
    const taken = new Float64Array(capacity.length);
    for (const site of found.servedBy) taken[site]!++;
    taken.forEach((value, s) => expect(value).toBeLessThanOrEqual(capacity[s]!));
    for (const site of fixed) expect(taken[site]).toBe(capacity[site]);
  });
});

describe('sites like the lines of the Fano plane: seven of three homes, any two of them share one', () => {
  const lines = [[0, 1, 2], [0, 3, 4], [0, 5, 6], [1, 3, 5], [1, 4, 6], [2, 3, 6], [2, 4, 5]] as const;
  /** As many planes side by side, each with homes of its own. */
  const planes = (count: number): CostTable => {
    const sites = Array.from({ length: count }, (_, plane) => lines.map((line) => line.map((home) => 7 * plane + home))).flat();
    return { first: Int32Array.from({ length: sites.length + 1 }, (_, s) => 3 * s), demand: Int32Array.from(sites.flat()), cost: new Float64Array(3 * sites.length) };
  };
  const ask = (count: number, open: number, solver: ProgramSolver, seconds: number): Siting =>
    plan(mostCovered(planes(count), new Float64Array(7 * count).fill(1), { fixed: [], open, radius: 0 }, { kind: 'exact', solver, seconds }));

  test.each([
    // Solved as fractions two sites cover 6, two sevenths of every line; whole ones share a home: 5.
    [1, 2, 5],
    // Three lines through one home: 1 + 3 × 2.
    [1, 3, 7],
    // 7 and one line of the other plane, or twice 5.
    [2, 4, 10],
    // Twice 7 and a line of the third plane, or 7 + 5 + 5.
    [3, 7, 17],
  ])('%i planes, %i sites: %i homes, proven by branching', async (count, open, covered) => {
    const found = ask(count, open, await highsSolver(), 30);
    expect([found.objective, found.bound, found.proven]).toEqual([covered, covered, true]);
  });

  test('without time nothing is proven, and the bound says so', async () => {
    const found = ask(1, 2, await highsSolver(), 0);
    expect([found.objective, found.bound, found.proven]).toEqual([5, 6, false]);
    expect(found.gap).toBeCloseTo(1 / 6, 12);
  });
});
