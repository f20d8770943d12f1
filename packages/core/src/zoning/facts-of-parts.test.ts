import { expect, test } from 'vitest';
import type { DwellingGroup, Municipality } from '../model/index.ts';
import { factsOfParts } from './facts-of-parts.ts';

const facts = { type: null, builtYear: null, ownership: null, lift: null, oneFloor: null, groundFloor: null, stepFree: null, wheelchair: null, source: 0 };
const dwellings: readonly DwellingGroup[] = [{ ...facts, block: 0, dwellings: 7 }, { ...facts, block: 1, dwellings: 5 }];
const town = {
  indicators: [{ id: 'vt', name: 'Verhoogde tegemoetkoming', unit: 'percent', year: 2020, basis: 'block', values: [12, null], source: 0 }],
  dwellings,
  housingReserve: [{ id: 'p', name: 'Project', kind: 'project', block: 1, dwellings: 20, year: null, form: null, source: 0 }],
} as unknown as Municipality;

test('parts keep the figures of their block; its dwellings and plots go with the main part', () => {
  // Block 0 is cut in two, of which the second is the main one; block 1 stays and comes last.
  const parts = [{ from: 0, isMain: false }, { from: 0, isMain: true }, { from: 1, isMain: true }];
  const made = factsOfParts(town, parts);
  expect(made.indicators?.[0]?.values).toEqual([12, 12, null]);
  expect(made.dwellings?.map(({ block, dwellings: count }) => [block, count])).toEqual([[1, 7], [2, 5]]);
  expect(made.housingReserve?.[0]?.block).toBe(2);
});

test('a municipality without such files gets none', () => {
  expect(factsOfParts({} as Municipality, [{ from: 0, isMain: true }])).toEqual({});
});
