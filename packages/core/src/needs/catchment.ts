import type { AmountNorm, CategoryId, NormSet, NormStatus } from '../model/index.ts';

/** How far people go for a kind of supply, and on what that rests. */
export interface CatchmentRule {
  /** Walking metres, inclusive; null where the service comes to the home, and everybody is in reach. */
  readonly withinMetres: number | null;
  readonly status: NormStatus;
  /** Id of the distance norm it follows; null where it is this project's own assumption. */
  readonly norm: string | null;
}

/** Hours of care are brought to the home from anywhere in the municipality. */
const broughtHome: ReadonlySet<CategoryId> = new Set<CategoryId>(['gezinszorg']);

/**
 * People move to a residence from all over town, and are fetched for day care: no source gives a distance. 5 km is about the
 * width of a town of the deck; an assumption, marked so wherever it is used (domain 8).
 */
const farMetres = 5_000;

/** Where no distance norm speaks of the kind: the way of a day (15 minutes, 1.2 km; Departement Omgeving, domain 3.2). */
const nearMetres = 1_200;

const movedTo: ReadonlySet<CategoryId> = new Set<CategoryId>(['wzc', 'kortverblijf', 'dagverzorging', 'gaw', 'seniorenwoning', 'ziekenhuis']);

/** The distance norm of the same kind that reaches furthest, else an assumption that says it is one. */
export function catchmentOf({ category }: Pick<AmountNorm, 'category'>, { norms }: Pick<NormSet, 'norms'>): CatchmentRule {
  if (broughtHome.has(category)) return { withinMetres: null, status: 'unconfirmed', norm: null };
  const far = norms.filter((norm) => norm.kind === 'distance').filter((norm) => norm.category === category && norm.function === undefined)
    .sort((a, b) => b.withinMetres - a.withinMetres || (a.id < b.id ? -1 : 1))[0];
  if (far !== undefined) return { withinMetres: far.withinMetres, status: far.status, norm: far.id };
  return { withinMetres: movedTo.has(category) ? farMetres : nearMetres, status: 'unconfirmed', norm: null };
}
