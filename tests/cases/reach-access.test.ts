import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { supplyInReach, supplyRatio, weightedCatchment, type CostTable, type Decay, type FloatingRules } from '@woonzorgzones/core/network';
import { sharedFile, sharedPresent } from '../shared.ts';
import { readTable } from '../table.ts';

const steps: Decay = { kind: 'steps', steps: [{ upTo: 5000, weight: 1 }, { upTo: 10000, weight: 0.68 }, { upTo: 15000, weight: 0.22 }] };

function perPerson(table: CostTable, demand: Float64Array, supply: readonly number[], rules: FloatingRules): Float64Array {
  const found = supplyInReach(table, demand, supply, rules);
  if (!found.ok) throw new Error(found.error.code);
  return found.value.perPerson;
}

describe.skipIf(!sharedPresent)('supply in reach of 1,930 tracts of Chicago as PySAL access has it', () => {
  let table: CostTable;
  let people: Float64Array;
  let supplies: Readonly<Record<'doc' | 'dentist', number[]>>;
  let expected: ReturnType<typeof readTable>;

  beforeAll(() => {
    const points = JSON.parse(readFileSync(sharedFile('reference/access_chicago/chicago_metro_pop.geojson'), 'utf8')) as {
      features: { properties: { geoid: number; pop: number }; geometry: { coordinates: [number, number] } }[];
    };
    const offered = new Map(readTable(sharedFile('reference/access_chicago/chicago_metro_docs_dentists.csv')).map((row) => [Number(row['geoid']), row]));
    const at = points.features.map((feature) => feature.geometry.coordinates);
    people = Float64Array.from(points.features, (feature) => feature.properties.pop);
    const supply = (kind: string): number[] => points.features.map((feature) => Number(offered.get(feature.properties.geoid)?.[kind] ?? 0));
    supplies = { doc: supply('doc'), dentist: supply('dentist') };
    const byId = new Map(readTable(sharedFile('reference/access_chicago/expected_euclidean_pysal_access.csv')).map((row) => [Number(row['geoid']), row]));
    expected = points.features.map((feature) => byId.get(feature.properties.geoid)!);
    const first = new Int32Array(at.length + 1);
    const demand: number[] = [], cost: number[] = [];
    at.forEach(([x, y], s) => {
      at.forEach(([px, py], d) => {
        const metres = Math.sqrt((x - px) ** 2 + (y - py) ** 2);
        if (metres >= 30000) return;
        demand.push(d);
        cost.push(metres);
      });
      first[s + 1] = demand.length;
    });
    table = { first, demand: Int32Array.from(demand), cost: Float64Array.from(cost) };
  });

  function agrees(column: string, of: (supply: readonly number[]) => Float64Array): void {
    for (const kind of ['doc', 'dentist'] as const) {
      const found = of(supplies[kind]);
      let worst = 0;
      expected.forEach((row, i) => {
        const given = Number(row[`${column}_${kind}`]);
        worst = Math.max(worst, given === 0 ? Math.abs(found[i]!) : Math.abs(found[i]! / given - 1));
      });
      expect(worst).toBeLessThanOrEqual(1e-9);
    }
  }
  const floating = (column: string, rules: FloatingRules): void => agrees(column, (supply) => perPerson(table, people, supply, rules));

  test('the table is theirs: 1,688,914 pairs and 8,105,097 people', () => {
    expect(table.cost).toHaveLength(1_688_914);
    expect(people.reduce((a, b) => a + b, 0)).toBe(8_105_097);
  });
  test('two-step within 5 and 10 km', () => {
    floating('2sfca5', { method: 'two-step', decay: { kind: 'none' }, maxCost: 5000 });
    floating('2sfca10', { method: 'two-step', decay: { kind: 'none' }, maxCost: 10000 });
  });
  test('enhanced two-step with steps', () => floating('e2sfca15', { method: 'two-step', decay: steps, maxCost: 15000 }));
  test('enhanced two-step, gaussian', () => floating('g2sfca15', { method: 'two-step', decay: { kind: 'gaussian', sigma: 5000 }, maxCost: 15000 }));
  test('three-step', () => floating('3sfca15', { method: 'three-step', decay: steps, maxCost: 15000 }));
  test('gravity', () => agrees('gravity', (supply) =>
    weightedCatchment(table, people.length, Float64Array.from(supply), { kind: 'power', scale: 5000, alpha: -1, least: 100 }, 30000)));
  test('plain ratio', () => agrees('fca5', (supply) => supplyRatio(table, table, people, Float64Array.from(supply), 5000)));

  test('what is given out adds up to what there is: 7,254 doctors', () => {
    for (const rules of [{ method: 'two-step', decay: { kind: 'none' }, maxCost: 5000 }, { method: 'two-step', decay: steps, maxCost: 15000 }, { method: 'three-step', decay: steps, maxCost: 15000 }, { method: 'balanced', decay: steps, maxCost: 15000 }] as const) {
      const found = perPerson(table, people, supplies.doc, rules);
      if (rules.method !== 'balanced') expect(found.reduce((sum, value, i) => sum + value * people[i]!, 0)).toBeCloseTo(7254, 6);
    }
    const modified = perPerson(table, people, supplies.doc, { method: 'modified', decay: steps, maxCost: 15000 });
    expect(modified.reduce((sum, value, i) => sum + value * people[i]!, 0)).toBeLessThan(7254);
  });
});

describe.skipIf(!sharedPresent)('three tracts and a hospital, four ways', () => {
  test('two-step and three-step agree to the last digit given', () => {
    const example = JSON.parse(readFileSync(sharedFile('reference/access_chicago/expected_hospital_example.json'), 'utf8')) as {
      docs: Record<string, number>; pop: Record<string, number>; max_cost: number;
      '2sfca': Record<string, Record<string, number>>; '3sfca': Record<string, Record<string, number>>;
      costs: { origin: number; dest: number; cost: number }[][];
    };
    const tracts = ['1', '2', '3'];
    const people = Float64Array.from(tracts, (id) => example.pop[id]!), doctors = tracts.map((id) => example.docs[id]!);
    example.costs.forEach((pairs, scenario) => {
      const sorted = tracts.map((id) => pairs.filter((pair) => String(pair.dest) === id));
      const table: CostTable = {
        first: Int32Array.from([0, sorted[0]!.length, sorted[0]!.length + sorted[1]!.length, pairs.length]),
        demand: Int32Array.from(sorted.flat(), (pair) => pair.origin - 1), cost: Float64Array.from(sorted.flat(), (pair) => pair.cost),
      };
      for (const [name, method] of [['2sfca', 'two-step'], ['3sfca', 'three-step']] as const) {
        const found = perPerson(table, people, doctors, { method, decay: { kind: 'power', scale: 1, alpha: -1, least: 0 }, maxCost: example.max_cost });
        tracts.forEach((id, i) => expect(found[i]! / example[name][scenario]![id]! - 1).toBeCloseTo(0, 12));
      }
    });
  });
});
