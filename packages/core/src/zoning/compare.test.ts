import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../model/plan.ts';
import { compareDivisions, compareWithDivision } from './compare.ts';
import { bestMatching } from './matching.ts';
import { paperTown } from './paper-town.ts';

test('[0,0,1,1] against [0,0,1,2], one inhabitant each', () => {
  // zoning.md 3: pairs together 1, rows 1 + 1, columns 1, of 6: (1 − 2·1/6) / (3/2 − 2·1/6) = 4/7.
  const overlap = compareDivisions([1, 1, 1, 1], [0, 0, 1, 1], [0, 0, 1, 2]);
  expect(overlap.inhabitants).toEqual([[2, 0, 0], [0, 1, 1]]);
  expect(overlap.adjustedRand).toBeCloseTo(0.571429, 6);
  expect(overlap.homogeneity).toBeCloseTo(1, 12);
  expect(overlap.completeness).toBeCloseTo(0.666667, 6);
  expect(overlap.vMeasure).toBeCloseTo(0.8, 12);
  expect(overlap.variationOfInformation).toBeCloseTo(0.346574, 6);
  expect(overlap.moved).toBe(1);
  expect(overlap.movedShare).toBe(0.25);
});

test('people move only when they leave the match of their zone', () => {
  // Old zones of 100 and 50; the new ones swap names and 10 people of the first go over.
  const overlap = compareDivisions([90, 10, 50], [0, 0, 1], [1, 0, 0]);
  expect([...overlap.match]).toEqual([1, 0]);
  expect(overlap.moved).toBe(10);
});

test('a division is its own match, whatever its zones are called, and its distance to another is the same both ways', () => {
  const zones = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 12, maxLength: 12 });
  const people = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(people, zones, zones, (inhabitants, a, b) => {
      const renamed = compareDivisions(inhabitants, a, a.map((zone) => (zone === -1 ? -1 : 3 - zone)));
      expect(renamed.moved).toBe(0);
      const there = compareDivisions(inhabitants, a, b);
      const back = compareDivisions(inhabitants, b, a);
      expect(there.moved).toBe(back.moved);
      for (const measure of ['adjustedRand', 'vMeasure', 'variationOfInformation'] as const) {
        if (inhabitants.some((count) => count > 0)) expect(there[measure]).toBeCloseTo(back[measure], 9);
      }
    }),
  );
});

test('the best matching is the best of all, tried one by one', () => {
  const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
  );
  fc.assert(
    fc.property(table, (weights) => {
      const best = (row: number, used: ReadonlySet<number>): number => {
        if (row === weights.length) return 0;
        let most = weights.length > weights[0]!.length ? best(row + 1, used) : -Infinity;
        for (const [column, weight] of weights[row]!.entries()) if (!used.has(column)) most = Math.max(most, weight + best(row + 1, new Set([...used, column])));
        return most;
      };
      const match = bestMatching(weights);
      const chosen = [...match].filter((column) => column !== -1);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen).toHaveLength(Math.min(weights.length, weights[0]!.length));
      expect(match.reduce((sum, column, row) => sum + (column === -1 ? 0 : weights[row]![column]!), 0)).toBe(best(0, new Set()));
    }),
  );
});

test('zones over wijken: 2 columns of people against 2 rows, one block not assigned', () => {
  const town = paperTown({
    columns: 2, rows: 2, sizeMetres: 100, inhabitants: (column, row) => 9 * (1 + column + 2 * row),
    divisions: { wijken: (_, row) => (row === 0 ? 'Laag' : 'Hoog') },
  });
  const plan: Plan = {
    dataset: 'd', normSet: 'n', name: 'p', zones: [{ id: 'w', name: 'West', locked: false }, { id: 'o', name: 'Oost', locked: false }],
    zoneOfBlock: { '0-0': 'w', '0-1': 'w', '1-0': 'o' },
  };
  const compared = compareWithDivision(town, plan, town.divisions[0]!);
  // Inhabitants 9, 18 (1-0), 27 (0-1), 36 (1-1, not assigned); areas in order Hoog, Laag.
  expect(compared.areas).toEqual(['Hoog', 'Laag']);
  expect(compared.overlap.inhabitants).toEqual([[27, 9], [0, 18]]);
  expect(compared.leftOut).toBe(36);
  expect(compared.overlap.moved).toBe(9);
});
