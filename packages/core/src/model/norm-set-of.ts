import type { NormSet } from './norm.ts';
import type { Plan } from './plan.ts';

/** The norms a plan is held to: its own copy, else the shipped set it names; null when there is no such set. */
export const normSetOf = (plan: Pick<Plan, 'norms' | 'normSet'>, shipped: ReadonlyMap<string, NormSet>): NormSet | null =>
  plan.norms ?? shipped.get(plan.normSet) ?? null;

/** Wide open sets count as this many years, so that a set made for some years goes before them. */
const openSpan = 10_000;

const spanOf = ({ forYears }: NormSet): number =>
  forYears === undefined || forYears.from === null || forYears.to === null ? openSpan : forYears.to - forYears.from;

/**
 * The shipped set a new plan of a year is held to when nobody chooses: of those meant for that year the one meant for the
 * fewest years, ties by id. 2008 gives the norms as they were in 2008, today those of today. Null when no set fits.
 */
export function usualNormSet(year: number, shipped: ReadonlyMap<string, NormSet>): NormSet | null {
  const fitting = [...shipped.values()].filter(({ forYears }) =>
    (forYears?.from ?? -Infinity) <= year && year <= (forYears?.to ?? Infinity));
  fitting.sort((a, b) => spanOf(a) - spanOf(b) || (a.id < b.id ? -1 : 1));
  return fitting[0] ?? null;
}
