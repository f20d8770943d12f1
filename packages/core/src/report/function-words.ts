import type { FacilityFunction, Language, LivingForm, LocalNeedRule, Suitability } from '../model/index.ts';

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

const suitabilityWords: Readonly<Record<Suitability, Readonly<Record<Language, string>>>> = {
  levenslang: { nl: 'levenslang geschikt', en: 'fit for life' },
  aanpasbaar: { nl: 'aanpasbaar', en: 'adaptable' },
  ongeschikt: { nl: 'ongeschikt', en: 'not fit' },
  onbekend: { nl: 'niet bekend', en: 'not known' },
};

/** "levenslang geschikt": what a dwelling is fit for, without capital. */
export const suitabilityLabel = (suitability: Suitability, language: Language): string => suitabilityWords[suitability][language];

const localUnits: Readonly<Record<LocalNeedRule['unit'], Readonly<Record<Language, string>>>> = { personen: { nl: 'personen', en: 'persons' }, woningen: { nl: 'woningen', en: 'dwellings' } };

/** "personen": what a local need is counted in. */
export const localUnitLabel = (unit: LocalNeedRule['unit'], language: Language): string => localUnits[unit][language];
