import { expect, test } from 'vitest';
import { hidden, known } from '../model/index.ts';
import type { KernSheet } from '../needs/index.ts';
import { toldKern } from './told-kernen.ts';

const kern = (persons: number, from75: number, near: number): KernSheet => ({
  kern: 'k', name: 'Kern', zone: null, x: 0, y: 0, persons: known(persons), from75: known(from75), from80: known(0), level: 1, of: 1,
  services: [{ service: 'winkel', withinMetres: 500, status: 'confirmed', state: 'near', persons: known(near), from75: known(0), from80: known(0), meanMetres: known(100) }],
});

test('who has a service near goes where all but a few have it, and all beside them', () => {
  // 100 − 97 = 3 have it too far: told beside the 97 they would be reckoned out of the 100, so both go.
  expect(toldKern(kern(100, 20, 97))).toMatchObject({ persons: known(100), from75: known(20), near: [hidden] });
});

test('fewer than five of 75 and older are not told; people are told whole', () => {
  expect(toldKern(kern(100.4, 3.2, 60.6))).toMatchObject({ persons: known(100), from75: hidden, near: [known(61)] });
});
