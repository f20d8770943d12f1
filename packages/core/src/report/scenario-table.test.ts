import { expect, test } from 'vitest';
import { hidden, known } from '../model/index.ts';
import type { AgainstBase, PlanAnalysis } from '../needs/index.ts';
import { hideSmallDifferences } from './scenario-table.ts';
import type { ZoneTable } from './zone-table.ts';

const column = { key: 'winkel-400m', label: 'Winkel', form: 'share', unit: '% van de personen', year: 2020, norm: 'winkel-400m', status: 'own' } as const;
const table: ZoneTable = {
  columns: [{ ...column, key: 'inhabitants', form: 'number', norm: null, status: null }, column],
  rows: [{ kind: 'zone', zone: 'w', name: 'West', cells: [known(130), known(0.5)] }, { kind: 'municipality', zone: null, name: 'Dorp', cells: [known(290), known(0.6)] }],
};

const change = ([before, after]: readonly [number, number]) => ({ before: known(before), after: known(after), difference: known(after - before) });

/** Persons within the distance, before and after. */
function analysisWith(west: readonly [number, number], town: readonly [number, number], people: readonly [number, number] = [130, 130]): PlanAnalysis {
  const area = (kind: 'zone' | 'municipality', zone: string | null, within: readonly [number, number]) => ({
    kind, zone, inhabitants: change(people), from75: change([20, 20]), needs: [], coverage: [{ norm: 'winkel-400m', within: change(within) }],
  });
  return { against: { areas: [area('zone', 'w', west), area('municipality', null, town)], ways: [] } as unknown as AgainstBase } as PlanAnalysis;
}

test('a share goes where its difference with the base would tell of fewer than five persons, and the whole that would bring it back with it', () => {
  // 65 → 68 in West is a difference of 3; 174 → 180 in town one of 6, from which the other zones take the rest away.
  expect(hideSmallDifferences(table, analysisWith([65, 68], [174, 180])).rows.map(({ cells }) => cells)).toEqual([[known(130), hidden], [known(290), hidden]]);
  // In another zone as many fell out as came within here: the whole does not differ, and tells nothing.
  expect(hideSmallDifferences(table, analysisWith([65, 68], [174, 174])).rows.map(({ cells }) => cells)).toEqual([[known(130), hidden], [known(290), known(0.6)]]);
});

test('inhabitants go where another year would tell of fewer than five of them', () => {
  expect(hideSmallDifferences(table, analysisWith([65, 65], [174, 174], [130, 132])).rows.map(({ cells }) => cells[0])).toEqual([hidden, hidden]);
});

test('no difference, or one of five and more, hides nothing; nor does a table without a base', () => {
  expect(hideSmallDifferences(table, analysisWith([65, 65], [174, 179]))).toEqual(table);
  expect(hideSmallDifferences(table, {} as PlanAnalysis)).toBe(table);
});
