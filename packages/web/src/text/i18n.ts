import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '@woonzorgzones/core/model';
import { formatFor, type Format } from './format.ts';
import { nl } from './nl-BE.ts';

/** "frame.help": every path through the words that ends in one; i18next's own key types take the compiler minutes. */
type PathsIn<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathsIn<T[K]>}` }[keyof T & string];
type Stem<K extends string> = K extends `${infer Base}_${'one' | 'other' | 'zero'}` ? Base : never;
export type TextKey = PathsIn<typeof nl> | Stem<PathsIn<typeof nl>>;
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const kept = 'woonzorgzones.taal';

const firstLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'nl');

/** English comes when it is asked for. */
const english = async () => (await import('./en.ts')).en;

/** Dutch unless the visitor chose English before. */
export async function startText(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'nl',
    resources: { nl: { translation: nl }, ...(language === 'en' ? { en: { translation: await english() } } : {}) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language === 'en' ? 'en' : 'nl-BE';
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(kept, language);
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) i18next.addResourceBundle('en', 'translation', await english());
  document.documentElement.lang = language === 'en' ? 'en' : 'nl-BE';
  await i18next.changeLanguage(language);
}

/** The words of the screen and the way figures are written, in the language of the visitor. */
export function useText(): { readonly t: Translate; readonly format: Format; readonly language: Language } {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'nl';
  return { t: t as Translate, format: formatFor(language), language };
}
