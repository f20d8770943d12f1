import type { Language } from '../model/index.ts';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const roles: Words = {
  boundary: { nl: 'de gemeentegrens', en: 'the border of the municipality' },
  blocks: { nl: 'de bouwblokken', en: 'the blocks' },
  addresses: { nl: 'de adressen', en: 'the addresses' },
  inhabitants: { nl: 'de inwoners per bouwblok', en: 'the inhabitants per block' },
  ages: { nl: 'de leeftijden', en: 'the ages' },
  facilities: { nl: 'voorzieningen', en: 'facilities' },
  indicators: { nl: 'cijfers over bewoners per gebied', en: 'figures about residents per area' },
  dwellings: { nl: 'de woningen', en: 'the dwellings' },
  'housing-reserve': { nl: 'de woningreserve', en: 'the housing reserve' },
  division: { nl: 'een bestaande indeling', en: 'an existing division' },
  grouping: { nl: 'de koppeltabel van gebieden', en: 'the table that groups areas' },
  kernen: { nl: 'de kernen', en: 'the kernen' },
  barriers: { nl: 'barrières', en: 'barriers' },
  crossings: { nl: 'oversteken', en: 'crossings' },
  streets: { nl: 'straten', en: 'streets' },
  water: { nl: 'water', en: 'water' },
  green: { nl: 'groen', en: 'green' },
  openstreetmap: { nl: 'OpenStreetMap', en: 'OpenStreetMap' },
};

const fields: Words = {
  id: { nl: 'id', en: 'id' },
  name: { nl: 'naam', en: 'name' },
  inhabitants: { nl: 'inwoners', en: 'inhabitants' },
  street: { nl: 'straat', en: 'street' },
  number: { nl: 'huisnummer', en: 'house number' },
  box: { nl: 'bus', en: 'box' },
  postcode: { nl: 'postcode', en: 'postcode' },
  dwellings: { nl: 'woningen', en: 'dwellings' },
  block: { nl: 'bouwblok', en: 'block' },
  year: { nl: 'jaar', en: 'year' },
  age: { nl: 'leeftijd', en: 'age' },
  ageFrom: { nl: 'leeftijd van', en: 'age from' },
  ageTo: { nl: 'leeftijd tot en met', en: 'age to' },
  persons: { nl: 'aantal personen', en: 'number of persons' },
  category: { nl: 'soort', en: 'category' },
  address: { nl: 'adres', en: 'address' },
  capacity: { nl: 'capaciteit', en: 'capacity' },
  recognised: { nl: 'erkend', en: 'recognised' },
  functions: { nl: 'functies', en: 'functions' },
  opened: { nl: 'geopend', en: 'opened' },
  closed: { nl: 'gesloten', en: 'closed' },
  place: { nl: 'gemeente of deelgemeente', en: 'municipality or part of it' },
  buildingType: { nl: 'soort gebouw', en: 'kind of building' },
  referenceDate: { nl: 'peildatum', en: 'reference date' },
  indicator: { nl: 'welk cijfer', en: 'which figure' },
  value: { nl: 'waarde', en: 'value' },
  unit: { nl: 'eenheid', en: 'unit' },
  type: { nl: 'soort woning', en: 'kind of dwelling' },
  builtYear: { nl: 'bouwjaar', en: 'year of building' },
  ownership: { nl: 'eigendom', en: 'ownership' },
  lift: { nl: 'met lift', en: 'with a lift' },
  oneFloor: { nl: 'alles op één verdieping', en: 'all on one floor' },
  groundFloor: { nl: 'gelijkvloers', en: 'on the ground floor' },
  stepFree: { nl: 'zonder drempels', en: 'step-free' },
  wheelchair: { nl: 'geschikt voor een rolstoel', en: 'fit for a wheelchair' },
  reserveKind: { nl: 'kavel of project', en: 'plot or project' },
  form: { nl: 'woonvorm', en: 'form of living' },
  part: { nl: 'deel', en: 'part' },
  area: { nl: 'gebied', en: 'area' },
  kind: { nl: 'soort barrière', en: 'kind of barrier' },
  class: { nl: 'soort straat', en: 'kind of street' },
  from: { nl: 'beginknoop', en: 'begin node' },
  to: { nl: 'eindknoop', en: 'end node' },
  morphology: { nl: 'morfologie', en: 'morphology' },
  roadCategory: { nl: 'wegcategorie', en: 'road category' },
  access: { nl: 'toegang', en: 'access' },
  foot: { nl: 'te voet', en: 'on foot' },
  bike: { nl: 'met de fiets', en: 'by bicycle' },
  car: { nl: 'met de auto', en: 'by car' },
  x: { nl: 'x-coördinaat', en: 'x coordinate' },
  y: { nl: 'y-coördinaat', en: 'y coordinate' },
  lat: { nl: 'breedtegraad', en: 'latitude' },
  lon: { nl: 'lengtegraad', en: 'longitude' },
};

const word = (words: Words, key: string, language: Language): string => (Object.hasOwn(words, key) ? words[key]![language] : key);

/** What a file is for, in words; a role without words keeps its own name. */
export const roleWords = (role: string, language: Language): string => word(roles, role, language);

/** What a column gives, in words; a field without words keeps its own name. */
export const fieldWords = (field: string, language: Language): string => word(fields, field, language);
