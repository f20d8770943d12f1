import { expect, test } from 'vitest';
import { normSetOf, usualNormSet } from './norm-set-of.ts';
import type { NormSet } from './norm.ts';

const set = (id: string, forYears?: NormSet['forYears']): NormSet => ({ id, name: id, version: 1, norms: [], ...(forYears && { forYears }) });
const shipped = new Map([set('vlaanderen', { from: null, to: null }), set('genk-2008', { from: 2006, to: 2009 }), set('crisis', { from: 2008, to: 2008 })].map((one) => [one.id, one]));

test('a plan goes by its own copy, else by the set it names, else by none', () => {
  expect(normSetOf({ normSet: 'genk-2008' }, shipped)?.id).toBe('genk-2008');
  expect(normSetOf({ normSet: 'genk-2008', norms: set('eigen') }, shipped)?.id).toBe('eigen');
  expect(normSetOf({ normSet: 'mars' }, shipped)).toBeNull();
});

test('a new plan goes by the set meant for the fewest years that hold its own', () => {
  expect(usualNormSet(2008, shipped)?.id).toBe('crisis');
  expect(usualNormSet(2009, shipped)?.id).toBe('genk-2008');
  expect(usualNormSet(2024, shipped)?.id).toBe('vlaanderen');
  expect(usualNormSet(2024, new Map([['genk-2008', shipped.get('genk-2008')!]]))).toBeNull();
});
