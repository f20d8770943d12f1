import type { AgeBand } from './age.ts';
import type { NormSource, NormStatus } from './norm-source.ts';

/** The four forms of living of the deck (OCMW Genk 2008, step 2). */
export const livingForms = ['verzorgd-wonen', 'aanleunwonen', 'aangepast-wonen', 'levenslange-woning'] as const;

export type LivingForm = (typeof livingForms)[number];

/** What a local need is about: care, dementia, use of residential care, or one of the four forms of living. */
export const localNeedKinds = ['zorgbehoefte', 'dementie', 'verblijf', ...livingForms] as const;

export type LocalNeedKind = (typeof localNeedKinds)[number];

/** Of every `per` persons of these ages `middle` are expected to be concerned, and between `low` and `high`. */
export interface LocalRate extends AgeBand {
  readonly per: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/**
 * How many people of a place need something, by their ages: an estimate beside the programmatie, with the span it may lie in.
 * Where no source gives a rate, the rate is an assumption of the municipality's own (status 'own') and says so.
 */
export interface LocalNeedRule {
  readonly kind: 'local';
  readonly id: string;
  readonly label: { readonly nl: string; readonly en: string };
  readonly need: LocalNeedKind;
  readonly unit: 'personen' | 'woningen';
  readonly status: NormStatus;
  readonly source: NormSource;
  readonly note: string | null;
  /** Ascending, no overlap; ages between or outside them are not concerned. */
  readonly rates: readonly LocalRate[];
  /** Whether more is expected where people are more vulnerable (proportional universalism). */
  readonly weighted: boolean;
}
