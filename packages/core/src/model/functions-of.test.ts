import { expect, test } from 'vitest';
import { fulfils, functionsOf } from './functions-of.ts';

test('a dienstencentrum of which nothing was said is an activiteitscentrum by its kind', () => {
  const centre = { category: 'ldc', functions: [] } as const;
  expect(functionsOf(centre)).toEqual([{ function: 'activiteitscentrum', by: 'category' }]);
  expect(fulfils(centre, 'activiteitscentrum')).toBe(true);
  expect(fulfils(centre, 'coordinatiepunt')).toBe(false);
});

test('what was said goes before the kind: a dienstencentrum said to coordinate does only that', () => {
  const centre = { category: 'ldc', functions: ['coordinatiepunt'] } as const;
  expect(fulfils(centre, 'activiteitscentrum')).toBe(false);
  expect(fulfils(centre, 'coordinatiepunt')).toBe(true);
});

test('no building is a zorgkruispunt by its kind', () => {
  expect(fulfils({ category: 'wzc', functions: [] }, 'zorgkruispunt')).toBe(false);
});
