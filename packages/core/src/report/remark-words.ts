import type { Language } from '../model/language.ts';
import type { RemarkOpinion, RemarkTheme } from '../model/remark.ts';

type Both = Readonly<Record<Language, string>>;

/** What a remark is about, as people say it. */
export const remarkThemeWords: Readonly<Record<RemarkTheme, Both>> = {
  afbakening: { nl: 'Afbakening van de zone', en: 'Borders of the zone' },
  wonen: { nl: 'Wonen', en: 'Housing' },
  zorg: { nl: 'Zorg', en: 'Care' },
  dagelijks: { nl: 'Dagelijkse voorzieningen', en: 'Daily services' },
  mobiliteit: { nl: 'Mobiliteit', en: 'Mobility' },
  ontmoeting: { nl: 'Ontmoeting', en: 'Meeting places' },
  veiligheid: { nl: 'Veiligheid', en: 'Safety' },
  andere: { nl: 'Andere', en: 'Other' },
};

/** What a witness thinks, as people say it. */
export const remarkOpinionWords: Readonly<Record<RemarkOpinion, Both>> = {
  eens: { nl: 'Eens', en: 'Agrees' },
  oneens: { nl: 'Oneens', en: 'Disagrees' },
  twijfel: { nl: 'Twijfel', en: 'Doubts' },
  aanvulling: { nl: 'Aanvulling', en: 'Adds' },
};
