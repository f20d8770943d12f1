import { describe, expect, test } from 'vitest';
import { certify } from '../../packages/core/src/zoning/engine/certificates.ts';
import { countPieces, graphOf } from '../../packages/core/src/zoning/engine/graph.ts';
import { divideIntoZones, usualSearch } from '../../packages/core/src/zoning/engine/zone-search.ts';
import { generateCity, type CityShape } from '../generated-city.ts';
import { townFigures } from '../zone-instances.ts';

/** Towns nobody tuned for: other seeds and shapes than the reference ones. */
const towns: readonly (readonly [CityShape, number, number, number])[] = [['round', 11, 300, 50_000], ['long', 12, 250, 45_000], ['bent', 13, 250, 45_000], ['twins', 14, 200, 40_000], ['lake', 15, 300, 50_000]];

describe('made-up towns with a railway and a canal', { timeout: 60_000 }, () => {
  test.each(towns)('%s, seed %i, %i blocks of %i people: every zone whole and in range, within what is certain', (shape, seed, units, inhabitants) => {
    const problem = generateCity({ seed, units, inhabitants, shape, barriers: 'railway-and-canal' });
    const certain = certify(problem);
    const settings = { ...usualSearch(problem), steps: 300_000, starts: 1 };
    const answer = divideIntoZones(problem, settings);
    const blind = divideIntoZones(problem, { ...settings, weights: { ...settings.weights, barriers: 0 } });
    if (!answer.ok || !blind.ok) throw new Error('Got no division.');
    const graph = graphOf(problem.n, problem.borders.u, problem.borders.v);
    for (const plan of [answer.value.best, ...answer.value.front, ...answer.value.alternatives]) {
      expect(countPieces(graph, plan.zoneOf)).toBe(plan.zones);
      expect(plan.zones).toBeGreaterThanOrEqual(certain.counts.fewest);
      expect(plan.zones).toBeLessThanOrEqual(certain.counts.most);
      const { inRange, barrierInside } = townFigures(problem, plan.zoneOf, plan.zones);
      expect([plan.zones, inRange]).toEqual([plan.zones, plan.zones]);
      // No division keeps every barrier outside where counting says that none can.
      if (certain.uncrossed === null || plan.zones < certain.uncrossed.fewest || plan.zones > certain.uncrossed.most) expect(barrierInside).toBeGreaterThan(0);
    }
    const inside = ({ zoneOf, zones }: typeof answer.value.best): number => townFigures(problem, zoneOf, zones).barrierInside;
    expect(inside(answer.value.best)).toBeLessThan(inside(blind.value.best) / 2);
  });
});
