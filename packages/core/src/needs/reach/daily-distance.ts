import { err, isCategoryId, metres, ok, type CategoryId, type Result } from '../../model/index.ts';
import { nearestFacilities } from '../../network/nearest.ts';
import type { TravelProfile } from '../../network/profiles.ts';
import { weightedDistance } from '../../network/weighted-distance.ts';
import { checkQuestion, destinationsOf, placesOf, towardsOf, type ReachArea, type ReachProblem } from './reach.ts';

/** How often a year somebody goes to a kind of facility. */
export type VisitsPerYear = Readonly<Partial<Record<CategoryId, number>>>;

/** How far daily life lies, address by address. */
export interface DailyDistance {
  readonly categories: readonly CategoryId[];
  /** Whole millimetres, the mean way weighted by visits; UNREACHED where a category has no way. */
  readonly cost: Uint32Array;
  /** The first category without a way, as a row of `categories`; -1 where all are in reach. */
  readonly missing: Int16Array;
}

/** The visits of a parsed `data/walking/visits-per-year.json`; null for another document. */
export function parseVisits(content: unknown): VisitsPerYear | null {
  const visits = (content as { readonly visitsPerYear?: unknown } | null)?.visitsPerYear;
  if (typeof visits !== 'object' || visits === null) return null;
  const rows = Object.entries(visits as Readonly<Record<string, unknown>>);
  if (!rows.every(([category, times]) => isCategoryId(category) && typeof times === 'number' && times >= 0)) return null;
  return Object.fromEntries(rows);
}

/** The mean way to the facilities of daily life, weighted by visits a year: D = Σ w·d / Σ w (domain notes 1.2, Geroscoop). */
export function dailyDistance(area: ReachArea, profile: TravelProfile, visits: VisitsPerYear): Result<DailyDistance, ReachProblem> {
  const categories = (Object.keys(visits) as CategoryId[]).filter((category) => visits[category]! > 0).sort();
  const { ground, municipality } = area;
  const questions = categories.map((destination) => ({ destination, profile, limit: { metres: metres(0) } }));
  const problem = questions.map((question) => checkQuestion(area, question)).find((found) => found !== null);
  if (problem !== undefined) return err(problem);
  if (ground === null) return err({ code: 'streets-needed', profile: profile.id });
  const ways = questions.map((question) => {
    const { network, addresses, link } = ground.traveller(profile, towardsOf(question));
    return { visitsPerYear: visits[question.destination]!, nearest: nearestFacilities(network, link(placesOf(destinationsOf(area, question.destination))), addresses) };
  });
  return ok({ categories, ...weightedDistance(ways, municipality.addresses.ids.length) });
}
