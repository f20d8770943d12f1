import { expect, test } from 'vitest';
import { sketchStreets } from '../../../../../tests/street-sketch.ts';
import type { AmountNorm, DistanceNorm, Municipality, NormSet } from '../../model/index.ts';
import { buildStreetGraph } from '../../network/build-graph.ts';
import { encodeStreetGraph } from '../../network/graph-file.ts';
import { analysePlan, prepareAnalysis } from '../analyse.ts';
import { centresNorm, paperFacility, paperTown, shopNorm } from '../paper-people.ts';
import { kernPeopleOf } from './kern-roads.ts';
import { proposalsFor } from './propose.ts';

/*
 * One street of 4 km along which everybody lives: 4 people at 100, 9 at 1500 (4 of 75+), 10 at 2200 (3 of 75+), 6 at 3500.
 * A centre stands at 100; 29 inhabitants by begun twenties ask for 2.
 */
const centreNear: DistanceNorm = { ...shopNorm, id: 'ldc-1300m', category: 'ldc', withinMetres: 1300 };
const norms: NormSet = { id: 'proef', name: 'Proef', version: 1, norms: [centresNorm satisfies AmountNorm, centreNear] };

function sitesFor(centres: readonly number[]) {
  const graph = buildStreetGraph(sketchStreets({ A: [0, 500], B: [4000, 500] }, [{ over: 'A B', name: 'Straat' }]));
  if (!graph.ok) throw new Error(graph.error.code);
  const { municipality: town, plan } = paperTown(undefined, centres.map((x, place) => paperFacility(`v${place}`, 'ldc', x)));
  const municipality: Municipality = { ...town, fictitious: false, streets: new Uint8Array(encodeStreetGraph(graph.value)) };
  const ground = prepareAnalysis(municipality, norms, municipality.facilities);
  const circles = { circles: [], outside: 0 as never, counted: new Int32Array(), circleOfAddress: new Int32Array() };
  return proposalsFor({ ground, plan, analysis: analysePlan(ground, plan), kernen: [], kernPeople: kernPeopleOf(ground, plan, [], circles) })!.filter(({ rule }) => rule === 'new-site');
}

test('a new centre comes where it brings most people within the distance, and the one that is there stays', () => {
  // Within 1,300 m of 1500 are 9 + 10 = 19, of 2200 are 9 + 10 + 6 = 25, of 3500 are 10 + 6 = 16; the 4 at 100 have theirs.
  const [site, ...others] = sitesFor([100]);
  expect(others).toEqual([]);
  expect(site!.facts).toMatchObject({ rule: 'new-site', category: 'ldc', withinMetres: 1300, x: 2200, y: 500, address: 'Straat 2', proven: true });
  // 2 of 75+ and 2 of 80+ at 1500, 2 and 1 at 2200. West has 13 / 20 = 0.65 of a centre to ask and has 1; Oost 0.8 and gets one.
  expect(site!.effect).toMatchObject({ persons: { value: 25 }, from75: { value: 7 }, from80: { value: 3 }, places: 1 });
  expect(site!.zone).toBe('o');
  // The 19 of 1500 and 2200 walked 1,400 and 2,100 m, the 6 of 3500 walked 3,400; now 700, 0 and 1,300.
  expect(site!.effect.metresBefore).toBeCloseTo((9 * 1400 + 10 * 2100 + 6 * 3400) / 25, 6);
  expect(site!.effect.metresAfter).toBeCloseTo((9 * 700 + 6 * 1300) / 25, 6);
  // No other of the four places can do better, and that is proven; the norm is the town's own.
  expect([site!.doubts, site!.confidence]).toEqual([['own-norm'], 'middle']);
});

test('where the norm is met no site is sought', () => {
  expect(sitesFor([100, 2200])).toEqual([]);
});
