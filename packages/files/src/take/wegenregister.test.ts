import { expect, test } from 'vitest';
import { Access } from '@woonzorgzones/core/network';
import { readRoadCodes } from './wegenregister.ts';

const walks = (access: number): boolean => (access & Access.footForward) !== 0;
const codes = (morphology: string, category = '', access = '1') => readRoadCodes({ morphology, category, access });

test('a motorway is for cars, and cuts walkers off', () => {
  expect(codes('101', 'H')).toEqual({ roadClass: 'motorway', access: Access.carForward | Access.carBackward, barrier: 'autosnelweg' });
});

test('two carriageways in the highest category are an express road, in a lower one a street', () => {
  expect(codes('102', 'H').barrier).toBe('expresweg');
  expect(walks(codes('102', 'H').access)).toBe(false);
  expect(codes('102', 'S2')).toMatchObject({ roadClass: 'secondary', barrier: null });
  expect(walks(codes('102', 'S2').access)).toBe(true);
});

test('a street has its importance from its category, old and new', () => {
  expect(['PII', 'S1', 'L1', 'L3', 'RW', 'IW', 'OW', 'EW', '-8'].map((category) => codes('103', category).roadClass)).toEqual([
    'primary', 'secondary', 'tertiary', 'residential', 'primary', 'secondary', 'tertiary', 'residential', 'residential',
  ]);
});

test('a path is for walkers and cyclists; a tram line is for nobody', () => {
  expect(codes('114').access & Access.carForward).toBe(0);
  expect(walks(codes('114').access)).toBe(true);
  expect(codes('116').access).toBe(0);
});

test('a private or forbidden road is closed to all', () => {
  expect(['2', '3', '4'].map((access) => codes('103', 'L3', access).access)).toEqual([0, 0, 0]);
  expect(walks(codes('103', 'L3', '5').access)).toBe(true);
});
