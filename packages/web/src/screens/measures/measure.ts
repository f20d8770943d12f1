import { known, unknown, type AgeBand, type CategoryId, type Count, type LivingForm, type NormStatus } from '@woonzorgzones/core/model';
import type { AreaAnalysis, Coverage, FormBalance, Need, PlanAnalysis } from '@woonzorgzones/core/needs';

/** One norm as the analysis answers it for an area: an amount, or a distance for some ages. */
export type Answer = { readonly kind: 'amount'; readonly need: Need } | { readonly kind: 'distance'; readonly coverage: Coverage };

/** The same, or one of the four forms of living by its rule of local need. */
export type GapAnswer = Answer | { readonly kind: 'housing'; readonly form: FormBalance };

export interface Measure {
  readonly norm: string;
  readonly kind: GapAnswer['kind'];
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

/** The sign under which dwellings of a form stand: verzorgd wonen counts assistentiewoningen, the others seniorenwoningen or plain dwellings. */
const signOfForm: Readonly<Record<LivingForm, CategoryId>> = { 'verzorgd-wonen': 'gaw', aanleunwonen: 'seniorenwoning', 'aangepast-wonen': 'seniorenwoning', 'levenslange-woning': 'seniorenwoning' };

/** Everything a zone may be short of: what the norms ask, then the forms of living that a rule asks. */
export const gapMeasuresOf = (analysis: PlanAnalysis): readonly Measure[] => [
  ...measuresOf(analysis),
  ...analysis.municipality.housing.forms.flatMap(({ form, rule, status }): readonly Measure[] =>
    (rule === null || status === null ? [] : [{ norm: rule, kind: 'housing', category: signOfForm[form], status, ages: null, withinMetres: null }])),
];

export function gapAnswerIn(area: AreaAnalysis, norm: string): GapAnswer | null {
  const form = area.housing.forms.find(({ rule }) => rule === norm);
  return answerIn(area, norm) ?? (form === undefined ? null : { kind: 'housing', form });
}

export function answerIn(area: AreaAnalysis, norm: string): Answer | null {
  const need = area.needs.find((one) => one.norm === norm);
  if (need !== undefined) return { kind: 'amount', need };
  const coverage = area.coverage.find((one) => one.norm === norm);
  return coverage === undefined ? null : { kind: 'distance', coverage };
}

/** The share of what the norm asks that there is: filled places, people within the distance, dwellings of the form. */
export function metShare(answer: GapAnswer): Count {
  switch (answer.kind) {
    case 'amount': return answer.need.filledShare;
    case 'distance': return answer.coverage.share;
    case 'housing': {
      const needed = answer.form.needed[answer.form.level].count, present = answer.form.present.count;
      if (needed.kind !== 'known' || present.kind !== 'known') return unknown;
      return known(needed.value === 0 ? 1 : present.value / needed.value);
    }
  }
}

/** The share that goes short, 0 where the norm is met or exceeded. */
export function shortShare(answer: GapAnswer): Count {
  const met = metShare(answer);
  return met.kind === 'known' ? known(Math.max(0, 1 - met.value)) : met;
}

/** Stands for the whole municipality where an area is chosen; no zone has this id. */
export const wholeMunicipality = '*';

/** The area of the analysis a zone id stands for; null is the blocks that are in no zone. */
export function areaOf(analysis: PlanAnalysis, zone: string | null): AreaAnalysis | null {
  if (zone === null) return analysis.unassigned;
  return zone === wholeMunicipality ? analysis.municipality : (analysis.zones.find((one) => one.zone === zone) ?? null);
}
