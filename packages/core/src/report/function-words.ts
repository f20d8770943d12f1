import type { FacilityFunction, Language, LivingForm } from '../model/index.ts';

const functions: Readonly<Record<FacilityFunction, Readonly<Record<Language, string>>>> = {
  activiteitscentrum: { nl: 'activiteitscentrum', en: 'activity centre' },
  coordinatiepunt: { nl: 'coördinatiepunt', en: 'coordination point' },
  zorgkruispunt: { nl: 'zorgkruispunt', en: 'care hub' },
};

const forms: Readonly<Record<LivingForm, Readonly<Record<Language, string>>>> = {
  'verzorgd-wonen': { nl: 'verzorgd wonen', en: 'housing with care' },
  aanleunwonen: { nl: 'aanleunwonen', en: 'sheltered housing' },
  'aangepast-wonen': { nl: 'aangepast wonen', en: 'adapted housing' },
  'levenslange-woning': { nl: 'levenslang wonen', en: 'lifetime housing' },
};

/** "coördinatiepunt": one of the three functions, without capital. */
export const functionLabel = (one: FacilityFunction, language: Language): string => functions[one][language];

/** "aanleunwonen": one of the four forms of living, without capital. */
export const livingFormLabel = (form: LivingForm, language: Language): string => forms[form][language];
