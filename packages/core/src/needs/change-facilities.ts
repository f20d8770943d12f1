import { functionsOf, type Facility } from '../model/index.ts';
import type { AnalysisGround } from './analyse.ts';
import { placeOf } from './applies.ts';
import { answers, coverPerBlock } from './coverage.ts';
import { reachSupply } from './supply-reach.ts';
import { supplyIn } from './supply.ts';
import { placeFunctions } from './zone-functions.ts';

/**
 * The same ground with other facilities: only what a changed facility touches is reckoned again, the rest is taken over. The
 * result is that of `prepareAnalysis` on the new list. O(addresses × norms touched).
 */
export function changeFacilities(ground: AnalysisGround, facilities: readonly Facility[]): AnalysisGround {
  const { municipality, people, settings, norms } = ground;
  const before = new Map(ground.supply.all.map(({ facility }) => [facility.id, facility]));
  // A facility that says the same is the same, whoever made the value anew.
  const list = facilities.map((facility) => (same(before.get(facility.id), facility) ? before.get(facility.id)! : facility));
  const now = new Set(list);
  const changed = [...list.filter((facility) => before.get(facility.id) !== facility), ...[...before.values()].filter((facility) => !now.has(facility))];
  if (changed.length === 0) return ground;
  const supply = supplyIn(ground.supply.year, municipality, list, ground.supply);
  const place = { ...placeOf(municipality, settings.need), year: supply.year };
  const distances = norms.norms.filter((norm) => norm.kind === 'distance');
  const touched = distances.filter((norm) => changed.some((facility) => (norm.function === undefined ? answers(norm, facility, 'all') : functionsOf(facility).length > 0)));
  const anew = coverPerBlock(municipality, people, touched, supply, settings.walk, place);
  return {
    ...ground, supply,
    coverages: ground.coverages.map((coverage) => anew[touched.indexOf(coverage.norm)] ?? coverage),
    reach: ground.reach.map((reach, index) => (changed.some(({ category }) => category === reach.category)
      ? reachSupply(municipality, people, ground.grounds[index]!.norm, reach.rule, supply, settings.walk, reach)
      : reach)),
    functions: placeFunctions(municipality, people, supply, settings.walk, ground.functions),
  };
}

/** Whether two say the same; fields may stand in another order. */
function same(one: Facility | undefined, other: Facility): boolean {
  if (one === other) return true;
  return one !== undefined && (Object.keys(other) as (keyof Facility)[]).every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}
