/**
 * The one tree of facility categories: those of the deck (OCMW Genk 2008: rusthuizen, kortverblijf, dagverzorging |
 * serviceflats, ouderenwoningen | dienstencentra, wijkcentra, buurthuizen | winkels, horeca, banken | huisartsen, tandartsen,
 * apothekers | parken, openbaar vervoer) and those a plan of today asks for beside them. Ids of law and registers stay
 * Dutch. `unit` is what capacity is counted in. Groups decide the shape of the symbol: square care, circle daily, diamond housing.
 */
export type CategoryGroup = 'zorg' | 'wonen' | 'welzijn' | 'eerstelijn' | 'dagelijks' | 'groen-ov' | 'jeugd';

/** What the capacity of a facility is counted in. Hours of a service are hours of care a year; of a place you visit, opening hours a week. */
export type CapacityUnit =
  | 'plaatsen' | 'woningen' | 'bedden' | 'uren' | 'openingsuren-per-week' | 'zorgverleners' | 'leerlingen' | 'hectare' | 'vertrekken-per-uur';

interface CategoryShape {
  readonly group: CategoryGroup;
  readonly nl: string;
  readonly en: string;
  readonly unit: CapacityUnit;
}

export const categories = {
  wzc: { group: 'zorg', nl: 'Woonzorgcentrum', en: 'Residential care centre', unit: 'plaatsen' },
  kortverblijf: { group: 'zorg', nl: 'Kortverblijf', en: 'Short-stay care', unit: 'plaatsen' },
  dagverzorging: { group: 'zorg', nl: 'Dagverzorgingscentrum', en: 'Day-care centre', unit: 'plaatsen' },
  gezinszorg: { group: 'zorg', nl: 'Gezinszorg', en: 'Home care', unit: 'uren' },
  ziekenhuis: { group: 'zorg', nl: 'Ziekenhuis', en: 'Hospital', unit: 'bedden' },
  gaw: { group: 'wonen', nl: 'Assistentiewoningen', en: 'Assisted living', unit: 'woningen' },
  seniorenwoning: { group: 'wonen', nl: 'Seniorenwoningen', en: 'Senior dwellings', unit: 'woningen' },
  ldc: { group: 'welzijn', nl: 'Lokaal dienstencentrum', en: 'Local service centre', unit: 'openingsuren-per-week' },
  'sociale-dienst': { group: 'welzijn', nl: 'Wijkcentrum sociale dienst', en: 'Social-service point', unit: 'openingsuren-per-week' },
  buurthuis: { group: 'welzijn', nl: 'Buurthuis', en: 'Community house', unit: 'openingsuren-per-week' },
  zorgloket: { group: 'welzijn', nl: 'Zorgloket', en: 'Care desk', unit: 'openingsuren-per-week' },
  huisarts: { group: 'eerstelijn', nl: 'Huisarts', en: 'General practitioner', unit: 'zorgverleners' },
  tandarts: { group: 'eerstelijn', nl: 'Tandarts', en: 'Dentist', unit: 'zorgverleners' },
  apotheek: { group: 'eerstelijn', nl: 'Apotheek', en: 'Pharmacy', unit: 'zorgverleners' },
  kinesist: { group: 'eerstelijn', nl: 'Kinesist', en: 'Physiotherapist', unit: 'zorgverleners' },
  eerstelijnspsycholoog: { group: 'eerstelijn', nl: 'Eerstelijnspsycholoog', en: 'Primary-care psychologist', unit: 'zorgverleners' },
  wijkgezondheidscentrum: { group: 'eerstelijn', nl: 'Wijkgezondheidscentrum', en: 'Community health centre', unit: 'zorgverleners' },
  huisartsenwachtpost: { group: 'eerstelijn', nl: 'Huisartsenwachtpost', en: 'Out-of-hours GP post', unit: 'openingsuren-per-week' },
  winkel: { group: 'dagelijks', nl: 'Dagwinkel', en: 'Daily shop', unit: 'openingsuren-per-week' },
  horeca: { group: 'dagelijks', nl: 'Horeca', en: 'Café or restaurant', unit: 'openingsuren-per-week' },
  bank: { group: 'dagelijks', nl: 'Bank', en: 'Bank', unit: 'openingsuren-per-week' },
  post: { group: 'dagelijks', nl: 'Post', en: 'Post office', unit: 'openingsuren-per-week' },
  bibliotheek: { group: 'dagelijks', nl: 'Bibliotheek', en: 'Library', unit: 'openingsuren-per-week' },
  park: { group: 'groen-ov', nl: 'Park', en: 'Park', unit: 'hectare' },
  zitbank: { group: 'groen-ov', nl: 'Zitbank', en: 'Bench', unit: 'plaatsen' },
  halte: { group: 'groen-ov', nl: 'Halte', en: 'Public-transport stop', unit: 'vertrekken-per-uur' },
  kinderopvang: { group: 'jeugd', nl: 'Kinderopvang', en: 'Childcare', unit: 'plaatsen' },
  school: { group: 'jeugd', nl: 'School', en: 'School', unit: 'leerlingen' },
} as const satisfies Record<string, CategoryShape>;

export type CategoryId = keyof typeof categories;

export const categoryIds = Object.keys(categories) as readonly CategoryId[];

export const isCategoryId = (id: string): id is CategoryId => Object.hasOwn(categories, id);
