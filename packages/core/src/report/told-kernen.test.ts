import { expect, test } from 'vitest';
import { hidden, known } from '../model/index.ts';
import type { KernSheet } from '../needs/index.ts';
import type { ToldArea } from './disclosed-analysis.ts';
import { toldKernen } from './told-kernen.ts';

const kern = (persons: number, from75: number, near: number): KernSheet => ({
  kern: 'k', name: 'Kern', zone: 'a', x: 0, y: 0, persons: known(persons), from75: known(from75), from80: known(0), level: 1, of: 1,
  services: [{ service: 'winkel', withinMetres: 500, status: 'confirmed', state: 'near', persons: known(near), from75: known(0), from80: known(0), meanMetres: known(100) }],
});
const area = (inhabitants: number, from75: number, zone: string | null = null) => ({ kind: zone === null ? 'municipality' : 'zone', zone, people: { inhabitants: known(inhabitants), from75: known(from75), byBand: [] } }) as unknown as ToldArea;

test('who has a service near goes where all but a few have it, and all beside them', () => {
  // 100 − 97 = 3 have it too far: told beside the 97 they would be reckoned out of the 100, so both go.
  expect(toldKernen([kern(100, 20, 97)], [])).toMatchObject([{ persons: known(100), from75: known(20), near: [hidden] }]);
});

test('fewer than five of 75 and older are not told; people are told whole', () => {
  // 3 of the 100 are 75 or older; the 97 who are younger go with them, or would tell.
  expect(toldKernen([kern(100.4, 3.2, 60.6)], [])).toMatchObject([{ persons: known(100), from75: hidden, near: [known(61)] }]);
});

test('a circle that holds all but three people of a zone is not told beside the zone', () => {
  // 203 − 200 = 3 live in the zone and not in the circle. Of 75 and older as many as in the zone, which tells of nobody.
  expect(toldKernen([kern(200, 30, 100)], [area(203, 30, 'a'), area(900, 90)])).toMatchObject([{ persons: hidden, from75: known(30) }]);
});

test('a zone elsewhere that happens to count about as many hides nothing', () => {
  expect(toldKernen([kern(200, 30, 100)], [area(203, 33, 'b'), area(900, 90)])).toMatchObject([{ persons: known(200), from75: known(30) }]);
});

test('three people outside all circles are not reckoned from the municipality and its kernen', () => {
  // 1000 − 400 − 597 = 3, all younger than 75: the smallest kern goes with them.
  expect(toldKernen([kern(400, 40, 100), kern(597, 60, 100)], [area(1000, 100)])).toMatchObject([{ persons: hidden, from75: known(40) }, { persons: known(597), from75: known(60) }]);
});
