import { highsSolver } from '@woonzorgzones/files/solver';
import { describe, expect, test } from 'vitest';
import { exactDivision } from '../../packages/core/src/zoning/engine/exact/exact-division.ts';
import { countPieces, graphOf } from '../../packages/core/src/zoning/engine/graph.ts';
import { groundOf } from '../../packages/core/src/zoning/engine/ground.ts';
import type { ZoneProblem } from '../../packages/core/src/zoning/engine/problem.ts';
import type { ZonePlan } from '../../packages/core/src/zoning/engine/zone-plan.ts';
import { divideIntoZones, mostZones, usualSearch, type ObjectiveFactory, type ZoneSearchSettings } from '../../packages/core/src/zoning/engine/zone-search.ts';
import { sharedPresent } from '../shared.ts';
import { attributesOf, cutEdges, cutLength, gridProblem, heterogeneity, problemOf, readInstance, standardised, townFigures, withinSquares } from '../zone-instances.ts';

/** Instances and the values to reach: ../shared/reference/zoning/README.md and zoning.md 1.3, tests 6.4. */
const settled = (problem: ZoneProblem, settings: Partial<ZoneSearchSettings>, objective: ObjectiveFactory): ZonePlan => {
  const answer = divideIntoZones(problem, { ...usualSearch(problem), starts: 1, alternatives: 0, ...settings }, objective);
  if (!answer.ok) throw new Error(`Got ${answer.error.code}.`);
  const { best } = answer.value;
  expect(countPieces(graphOf(problem.n, problem.borders.u, problem.borders.v), best.zoneOf)).toBe(best.zones);
  return best;
};

describe('square grids cut into as many zones as they have columns', { timeout: 300_000 }, () => {
  // Enumerated up to 6 columns; a bound for 7 and 8 (zoning.md, Table C).
  test.each([[3, 6], [4, 8], [5, 16], [6, 18], [7, 28], [8, 32]])('%i columns: %i cut edges, with 20 of 20 seeds', (columns, least) => {
    for (let seed = 1; seed <= 20; seed++) {
      const plan = settled(gridProblem(columns), { seed, steps: 60_000 }, cutEdges);
      expect([seed, plan.excess, plan.value]).toEqual([seed, 0, least]);
    }
  });
});

describe.skipIf(!sharedPresent)('instances of others', { timeout: 300_000 }, () => {
  // All 117,688 plans of three zones were enumerated (redist, fl25_enum).
  test.each([[1, 15, 0.816093], [2, 15, 0.777623], [5, 14, 0.656806], [10, 13, 0.527919], [20, 12, 0.498327]])(
    'Florida, 25 units, %i %%: %i cut edges and %s of cut length, both proven the least', (percent, edges, length) => {
      const instance = readInstance('fl25');
      const mean = instance.pop.reduce((sum, p) => sum + p, 0) / 3;
      const problem = problemOf(instance, { lower: mean * (1 - percent / 100), upper: mean * (1 + percent / 100) }, 3);
      const byEdges = settled(problem, { steps: 600_000 }, cutEdges);
      expect([byEdges.excess, byEdges.value, byEdges.proof]).toEqual([0, edges, 'best']);
      const byLength = settled(problem, { steps: 600_000 }, cutLength);
      expect(byLength.value).toBeCloseTo(length, 6);
      expect([byLength.excess, byLength.proof]).toEqual([0, 'best']);
    });

  test.each([[4, null, 8, 1_642_106], [10, null, 3, 5_712_686], [5, 'PCGDP2000', 6, 516_129], [6, 'PCGDP2000', 5, 678_590]] as const)(
    'Mexico, at least %i states, %s: %i zones of heterogeneity %i (spopt: 2,147,812, 5,894,582, 537,146, 693,668)', (least, name, zones, best) => {
      const instance = readInstance('mexico');
      const states = { ...instance, pop: instance.pop.map(() => 1) };
      const problem = problemOf(states, { lower: least, upper: Infinity }, undefined, instance.queen);
      for (let seed = 1; seed <= 8; seed++) {
        const answer = mostZones(problem, { ...usualSearch(problem), seed, steps: 100_000, starts: 1, alternatives: 0 }, heterogeneity(attributesOf(instance, name === null ? undefined : [name])));
        if (!answer.ok) throw new Error(answer.error.code);
        expect([answer.value.best.zones, answer.value.best.excess]).toEqual([zones, 0]);
        expect(answer.value.best.value).toBeLessThanOrEqual(seed === 1 ? best : best * 1.02);
      }
    });

  test.each([[5, 0, 0.4453], [5, 3236.67, 0.4453], [8, 3236.67, 0.526], [9, 3236.67, 0.5337]])(
    'Guerry, %i zones of at least %s thousand: BSS/TSS of %s (rgeoda 0.4222, 0.417, 0.496; spopt 0.424, none, 0.511)', (zones, lower, least) => {
      const instance = readInstance('guerry');
      const problem = problemOf(instance, { lower, upper: Infinity }, zones, instance.queen);
      const plan = settled(problem, { steps: lower === 0 ? 2_400_000 : 1_200_000, starts: lower === 0 ? 6 : 2 }, withinSquares(standardised(attributesOf(instance))));
      expect(plan.excess).toBe(0);
      // Six attributes of 85 units, standardised: TSS = 6 · 84 = 504.
      expect(Math.round((1 - plan.value / 504) * 10_000) / 10_000).toBeGreaterThanOrEqual(least);
    });

  test.each(['AL', 'AR', 'IA', 'ID', 'KS', 'LA', 'ME', 'MS', 'NE', 'NM', 'OK', 'WV'])('counties of %s: no more cut edges than the proven least', (state) => {
    const instance = readInstance(`counties/${state}_county`);
    const problem = problemOf(instance, { lower: instance.L, upper: instance.U }, instance.k);
    // Louisiana is the one that often takes more than one start (Gurobi: 92 to 1,265 s).
    const plan = settled(problem, state === 'LA' ? { steps: 4_000_000, starts: 4 } : { steps: 900_000 }, cutEdges);
    expect([plan.excess, plan.value]).toEqual([0, instance.publishedBest]);
  });

  test.each([['fl25', 13], ['counties/ME_county', 16], ['counties/NM_county', 17], ['counties/ID_county', 10]])('%s: a solver handed in proves %i cut edges the least', async (name, least) => {
    const instance = readInstance(name);
    const mean = instance.pop.reduce((sum, p) => sum + p, 0) / 3;
    const problem = problemOf(instance, name === 'fl25' ? { lower: mean * 0.9, upper: mean * 1.1 } : { lower: instance.L, upper: instance.U }, instance.k);
    const plan = settled(problem, { steps: 200_000 }, cutEdges);
    const ground = groundOf(problem);
    const zoneOf = new Int32Array(ground.n);
    ground.unitOf.forEach((unit, i) => (zoneOf[unit] = plan.zoneOf[i]!));
    const objective = cutEdges(ground, instance.k, new Int32Array(instance.k).fill(-1));
    // No zones may be listed, so that the solver has to do it.
    const proof = exactDivision(ground, objective, instance.k, { zoneOf, excess: plan.excess, value: plan.value }, { nodes: 0, work: 0, solver: { solve: (await highsSolver()).solve, seconds: 300 } });
    expect(proof.status === 'proven' ? proof.best.value : proof.status).toBe(least);
  });

  test.each([['city300', 7], ['city300', 8], ['city900', 11], ['city900', 12], ['city900', 13]])('%s in %i zones: all in range, no barrier inside', (name, zones) => {
    const problem = problemOf(readInstance(name), { lower: 6000, upper: 12_000 }, zones);
    const answer = divideIntoZones(problem);
    if (!answer.ok) throw new Error(answer.error.code);
    const figures = townFigures(problem, answer.value.best.zoneOf, zones);
    expect([figures.inRange, figures.barrierInside]).toEqual([zones, 0]);
    // With four cells between barriers, 7 zones of city300 can hardly be rounder than .53: one cell is a zone by itself, at .38.
    if (name === 'city900') expect(figures.polsbyPopper).toBeGreaterThanOrEqual(0.53);
  });

  test.each([['city300', 6], ['city900', 12]])('%s in %i zones without regard to barriers: all in range, mean Polsby-Popper at least .65', (name, zones) => {
    const town = problemOf(readInstance(name), { lower: 6000, upper: 12_000 }, zones);
    const problem = { ...town, borders: { ...town.borders, closedMetres: new Float64Array(town.borders.u.length) } };
    const answer = divideIntoZones(problem);
    if (!answer.ok) throw new Error(answer.error.code);
    const figures = townFigures(problem, answer.value.best.zoneOf, zones);
    expect(figures.inRange).toBe(zones);
    expect(figures.polsbyPopper).toBeGreaterThanOrEqual(0.65);
  });

  test('city900, number of zones left free: 10 to 18 are tried, the best has all in range, no barrier inside and a mean Polsby-Popper of .55', () => {
    const problem = problemOf(readInstance('city900'), { lower: 6000, upper: 12_000 });
    const answer = divideIntoZones(problem);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.front.map(({ zones }) => zones)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
    const { best } = answer.value;
    const figures = townFigures(problem, best.zoneOf, best.zones);
    expect([figures.inRange, figures.barrierInside]).toEqual([best.zones, 0]);
    expect(figures.polsbyPopper).toBeGreaterThanOrEqual(0.545);
  });
});
