import type { CategoryId } from './categories.ts';
import { facilityFunctions, type Facility, type FacilityFunction } from './facility.ts';

/**
 * What a kind of facility does for its zone where its file does not say. A dienstencentrum is where people come to collect
 * services, a zorgloket where care is coordinated (OCMW Genk 2008, step 2, with "functies van de lokale DC"). Nothing is a
 * zorgkruispunt by its kind: whether care goes out from a building day and night, somebody has to say.
 */
const byCategory: Readonly<Partial<Record<CategoryId, FacilityFunction>>> = { ldc: 'activiteitscentrum', zorgloket: 'coordinatiepunt' };

export interface HeldFunction {
  readonly function: FacilityFunction;
  /** Its file or a planner says so, or it follows from its kind. */
  readonly by: 'data' | 'category';
}

/** The functions of a facility: those that were said; where none were, that of its kind. In the order of the functions. */
export function functionsOf({ functions, category }: Pick<Facility, 'functions' | 'category'>): readonly HeldFunction[] {
  if (functions.length > 0) return facilityFunctions.filter((one) => functions.includes(one)).map((one) => ({ function: one, by: 'data' }));
  const usual = byCategory[category];
  return usual === undefined ? [] : [{ function: usual, by: 'category' }];
}

/** Whether a facility does something for its zone, said or by its kind. */
export const fulfils = (facility: Pick<Facility, 'functions' | 'category'>, wanted: FacilityFunction): boolean =>
  functionsOf(facility).some((held) => held.function === wanted);
