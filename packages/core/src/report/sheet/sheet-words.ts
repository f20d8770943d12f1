import type { CategoryGroup, CategoryId, Language } from '../../model/index.ts';

type Worded<T> = Readonly<Record<Language, T>>;

/** The fixed words of a printed map. */
export const sheetWords = {
  nl: {
    legend: 'Legende', zones: 'Woonzorgzones', facilities: 'Voorzieningen', lines: 'Grenzen en barrières', remarks: 'Bij deze kaart',
    zone: 'grens van een woonzorgzone', boundary: 'gemeentegrens', railway: 'spoorweg', water: 'kanaal of rivier', road: 'autosnelweg of expresweg', crossing: 'oversteek',
    nucleus: 'kern', planned: '+ en open vorm: gepland',
    noData: 'geen gegevens', hidden: 'verborgen (minder dan 5)', normMet: 'en meer: de norm is gehaald',
    inhabitants: 'inwoners', unassigned: 'nog niet toegewezen', fictitious: 'Fictieve gegevens', plan: 'Plan', version: 'versie', norms: 'Normen',
    sources: 'Bronnen', scale: 'Schaal', made: 'Opgemaakt op', by: 'door', below: 'minder dan', to: 'tot', from: 'en meer', whole: 'hele gemeente',
  },
  en: {
    legend: 'Legend', zones: 'Care zones', facilities: 'Facilities', lines: 'Borders and barriers', remarks: 'About this map',
    zone: 'border of a care zone', boundary: 'municipal border', railway: 'railway', water: 'canal or river', road: 'motorway or expressway', crossing: 'crossing',
    nucleus: 'kern', planned: '+ and hollow: planned',
    noData: 'no data', hidden: 'hidden (fewer than 5)', normMet: 'and more: the norm is met',
    inhabitants: 'inhabitants', unassigned: 'not assigned yet', fictitious: 'Fictitious data', plan: 'Plan', version: 'version', norms: 'Norms',
    sources: 'Sources', scale: 'Scale', made: 'Made on', by: 'by', below: 'less than', to: 'to', from: 'and more', whole: 'whole municipality',
  },
} as const satisfies Worded<Readonly<Record<string, string>>>;

/** The kind of a place as it stands after "within 400 m of". */
export const nearWords: Readonly<Record<CategoryId, Worded<string>>> = {
  wzc: { nl: 'een woonzorgcentrum', en: 'a residential care centre' },
  kortverblijf: { nl: 'kortverblijf', en: 'short-stay care' },
  dagverzorging: { nl: 'een dagverzorgingscentrum', en: 'a day-care centre' },
  gezinszorg: { nl: 'gezinszorg', en: 'home care' },
  ziekenhuis: { nl: 'een ziekenhuis', en: 'a hospital' },
  gaw: { nl: 'assistentiewoningen', en: 'assisted living' },
  seniorenwoning: { nl: 'seniorenwoningen', en: 'senior dwellings' },
  ldc: { nl: 'een lokaal dienstencentrum', en: 'a local service centre' },
  'sociale-dienst': { nl: 'een wijkcentrum van de sociale dienst', en: 'a social-service point' },
  buurthuis: { nl: 'een buurthuis', en: 'a community house' },
  zorgloket: { nl: 'een zorgloket', en: 'a care desk' },
  huisarts: { nl: 'een huisarts', en: 'a general practitioner' },
  tandarts: { nl: 'een tandarts', en: 'a dentist' },
  apotheek: { nl: 'een apotheek', en: 'a pharmacy' },
  kinesist: { nl: 'een kinesist', en: 'a physiotherapist' },
  eerstelijnspsycholoog: { nl: 'een eerstelijnspsycholoog', en: 'a primary-care psychologist' },
  wijkgezondheidscentrum: { nl: 'een wijkgezondheidscentrum', en: 'a community health centre' },
  huisartsenwachtpost: { nl: 'een huisartsenwachtpost', en: 'an out-of-hours GP post' },
  winkel: { nl: 'een dagwinkel', en: 'a daily shop' },
  horeca: { nl: 'een café of restaurant', en: 'a café or restaurant' },
  bank: { nl: 'een bank', en: 'a bank' },
  post: { nl: 'een postpunt', en: 'a post office' },
  bibliotheek: { nl: 'een bibliotheek', en: 'a library' },
  park: { nl: 'een park', en: 'a park' },
  zitbank: { nl: 'een zitbank', en: 'a bench' },
  halte: { nl: 'een halte', en: 'a public-transport stop' },
  kinderopvang: { nl: 'kinderopvang', en: 'childcare' },
  school: { nl: 'een school', en: 'a school' },
};

export const groupWords: Readonly<Record<CategoryGroup, Worded<string>>> = {
  zorg: { nl: 'Zorg', en: 'Care' },
  wonen: { nl: 'Wonen', en: 'Housing' },
  welzijn: { nl: 'Welzijn', en: 'Welfare' },
  eerstelijn: { nl: 'Eerste lijn', en: 'Primary care' },
  dagelijks: { nl: 'Dagelijks', en: 'Daily' },
  'groen-ov': { nl: 'Groen en openbaar vervoer', en: 'Green and public transport' },
  jeugd: { nl: 'Jeugd', en: 'Youth' },
};
