import { known, type AgeBand, type CategoryId, type Count, type NormStatus } from '@woonzorgzones/core/model';
import type { AreaAnalysis, Coverage, Need, PlanAnalysis } from '@woonzorgzones/core/needs';

/** One norm as the analysis answers it for an area: an amount, or a distance for some ages. */
export type Answer = { readonly kind: 'amount'; readonly need: Need } | { readonly kind: 'distance'; readonly coverage: Coverage };

export interface Measure {
  readonly norm: string;
  readonly kind: 'amount' | 'distance';
  readonly category: CategoryId;
  readonly status: NormStatus;
  /** For whom a distance is measured; null is everybody, and for amounts always. */
  readonly ages: AgeBand | null;
  readonly withinMetres: number | null;
}

/** Every norm the analysis speaks of, amounts before distances, each in the order of the norm set. */
export const measuresOf = ({ municipality }: PlanAnalysis): readonly Measure[] => [
  ...municipality.needs.map(({ norm, category, status }): Measure => ({ norm, kind: 'amount', category, status, ages: null, withinMetres: null })),
  ...municipality.coverage.map(({ norm, category, status, ages, withinMetres }): Measure => ({ norm, kind: 'distance', category, status, ages, withinMetres })),
];

export function answerIn(area: AreaAnalysis, norm: string): Answer | null {
  const need = area.needs.find((one) => one.norm === norm);
  if (need !== undefined) return { kind: 'amount', need };
  const coverage = area.coverage.find((one) => one.norm === norm);
  return coverage === undefined ? null : { kind: 'distance', coverage };
}

/** The share of what the norm asks that there is: filled places, or people within the distance. */
export const metShare = (answer: Answer): Count => (answer.kind === 'amount' ? answer.need.filledShare : answer.coverage.share);

/** The share that goes short, 0 where the norm is met or exceeded. */
export function shortShare(answer: Answer): Count {
  const met = metShare(answer);
  return met.kind === 'known' ? known(Math.max(0, 1 - met.value)) : met;
}

/** The area of the analysis a zone id stands for; null is the blocks that are in no zone. */
export const areaOf = (analysis: PlanAnalysis, zone: string | null): AreaAnalysis | null =>
  zone === null ? analysis.unassigned : (analysis.zones.find((one) => one.zone === zone) ?? null);
