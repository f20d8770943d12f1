/**
 * The one tree of facility categories. Ids of law and registers stay Dutch. `unit` is what capacity is counted in;
 * 'none' where capacity has no meaning. Groups decide the shape of the symbol: square care, circle daily, diamond housing.
 */
export type CategoryGroup = 'zorg' | 'wonen' | 'welzijn' | 'eerstelijn' | 'dagelijks' | 'groen-ov' | 'jeugd';

interface CategoryShape {
  readonly group: CategoryGroup;
  readonly nl: string;
  readonly en: string;
  readonly unit: 'plaatsen' | 'woningen' | 'uren' | 'praktijken' | 'bedden' | 'none';
}

export const categories = {
  wzc: { group: 'zorg', nl: 'Woonzorgcentrum', en: 'Residential care centre', unit: 'plaatsen' },
  kortverblijf: { group: 'zorg', nl: 'Kortverblijf', en: 'Short-stay care', unit: 'plaatsen' },
  dagverzorging: { group: 'zorg', nl: 'Dagverzorgingscentrum', en: 'Day-care centre', unit: 'plaatsen' },
  gezinszorg: { group: 'zorg', nl: 'Gezinszorg', en: 'Home care', unit: 'uren' },
  ziekenhuis: { group: 'zorg', nl: 'Ziekenhuis', en: 'Hospital', unit: 'bedden' },
  gaw: { group: 'wonen', nl: 'Assistentiewoningen', en: 'Assisted living', unit: 'woningen' },
  seniorenwoning: { group: 'wonen', nl: 'Seniorenwoningen', en: 'Senior dwellings', unit: 'woningen' },
  ldc: { group: 'welzijn', nl: 'Lokaal dienstencentrum', en: 'Local service centre', unit: 'none' },
  'sociale-dienst': { group: 'welzijn', nl: 'Wijkcentrum sociale dienst', en: 'Social-service point', unit: 'none' },
  buurthuis: { group: 'welzijn', nl: 'Buurthuis', en: 'Community house', unit: 'none' },
  zorgloket: { group: 'welzijn', nl: 'Zorgloket', en: 'Care desk', unit: 'none' },
  huisarts: { group: 'eerstelijn', nl: 'Huisarts', en: 'General practitioner', unit: 'praktijken' },
  tandarts: { group: 'eerstelijn', nl: 'Tandarts', en: 'Dentist', unit: 'praktijken' },
  apotheek: { group: 'eerstelijn', nl: 'Apotheek', en: 'Pharmacy', unit: 'none' },
  kinesist: { group: 'eerstelijn', nl: 'Kinesist', en: 'Physiotherapist', unit: 'praktijken' },
  eerstelijnspsycholoog: { group: 'eerstelijn', nl: 'Eerstelijnspsycholoog', en: 'Primary-care psychologist', unit: 'praktijken' },
  wijkgezondheidscentrum: { group: 'eerstelijn', nl: 'Wijkgezondheidscentrum', en: 'Community health centre', unit: 'praktijken' },
  huisartsenwachtpost: { group: 'eerstelijn', nl: 'Huisartsenwachtpost', en: 'Out-of-hours GP post', unit: 'none' },
  winkel: { group: 'dagelijks', nl: 'Dagwinkel', en: 'Daily shop', unit: 'none' },
  horeca: { group: 'dagelijks', nl: 'Horeca', en: 'Café or restaurant', unit: 'none' },
  bank: { group: 'dagelijks', nl: 'Bank', en: 'Bank', unit: 'none' },
  post: { group: 'dagelijks', nl: 'Post', en: 'Post office', unit: 'none' },
  bibliotheek: { group: 'dagelijks', nl: 'Bibliotheek', en: 'Library', unit: 'none' },
  park: { group: 'groen-ov', nl: 'Park', en: 'Park', unit: 'none' },
  halte: { group: 'groen-ov', nl: 'Halte', en: 'Public-transport stop', unit: 'none' },
  kinderopvang: { group: 'jeugd', nl: 'Kinderopvang', en: 'Childcare', unit: 'plaatsen' },
  school: { group: 'jeugd', nl: 'School', en: 'School', unit: 'none' },
} as const satisfies Record<string, CategoryShape>;

export type CategoryId = keyof typeof categories;

export const categoryIds = Object.keys(categories) as readonly CategoryId[];

export const isCategoryId = (id: string): id is CategoryId => Object.hasOwn(categories, id);
