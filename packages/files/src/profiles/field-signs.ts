/** By what a column of an unknown file is guessed to hold one of our fields: words of its header, and how its values look. */
export interface FieldSign {
  /** Headers that say just this, without accents, capitals and signs; Dutch, French and English as they are met. */
  readonly headers: readonly string[];
  /** Words that say it somewhere in a longer header. */
  readonly words: readonly string[];
  readonly values: RegExp | null;
  /** Bounds of numbers that look like it, any of these ranges. */
  readonly ranges?: readonly (readonly [number, number])[];
  /** How sure fitting values make it whatever the header says. */
  readonly byValueAlone?: number;
}

const wholeNumber = /^\d+$/;
const decimalNumber = /^[+-]?\d+([.,]\d+)?$/;
const anyText = /\p{L}/u;
const yesOrNo = /^(ja|nee|neen|0|1|true|false|j|n|oui|non|waar|onwaar)$/i;
const date = /^\d{4}(-\d{2}(-\d{2})?)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;

/** Words by which people call a facility its kind; enough to tell a column of kinds from one of names. */
const kindsOfFacility =
  /\b(wzc|woonzorg|rusthuis|rvt|rob|ldc|lokaal dienstencentrum|dienstencentrum|dagverzorging|dvc|cdv|kortverblijf|gaw|assistentie|serviceflat|huisarts|dokter|arts|apotheek|tandarts|kine|ziekenhuis|hospitaal|school|kinderopvang|creche|bibliotheek|bank|post|winkel|supermarkt|halte|park|buurthuis|wijkcentrum|sociaal huis|ocmw|pharmacie|medecin|hopital|pharmacy|doctor|hospital)/i;

/** Coordinates of Belgium: Lambert 72 and Lambert 2008 in metres, WGS84 in degrees (domain.md 6.1). */
const belgianX = [[20_000, 300_000], [515_000, 800_000]] as const;
const belgianY = [[20_000, 250_000], [515_000, 755_000]] as const;

export const fieldSigns: Readonly<Record<string, FieldSign>> = {
  id: { headers: ['id', 'code', 'nr', 'nummer', 'identificatie', 'identifier', 'identifiant', 'objectid', 'uid', 'volgnummer', 'vestigingsnummer', 'vergunning', 'cd sector', 'geoitem'], words: ['id', 'code', 'cd'], values: null },
  name: { headers: ['naam', 'name', 'nom', 'benaming', 'omschrijving', 'label', 'titel', 'voorziening'], words: ['naam', 'name', 'nom', 'descr', 'benaming'], values: anyText },
  street: { headers: ['straat', 'straatnaam', 'street', 'streetname', 'rue', 'nom de rue', 'street nl', 'streetname nl', 'straatnm'], words: ['straat', 'straatnaam', 'street', 'streetname', 'rue'], values: anyText },
  number: { headers: ['huisnummer', 'huisnr', 'nr', 'nummer', 'house number', 'housenumber', 'numero', 'huisnum'], words: ['huisnummer', 'huisnr', 'nummer', 'number', 'numero'], values: /^\d{1,4}\s?[a-z]{0,2}([-/+_]\d{1,4}[a-z]?)?$/i },
  box: { headers: ['bus', 'busnummer', 'busnr', 'box', 'box number', 'boite', 'appartement', 'apptnr'], words: ['bus', 'busnummer', 'box', 'boite'], values: null },
  dwellings: { headers: ['woningen', 'aantal woningen', 'wooneenheden', 'woongelegenheden', 'dwellings', 'logements', 'units', 'wooneenh'], words: ['woningen', 'wooneenheden', 'dwellings', 'logements'], values: wholeNumber },
  buildingType: { headers: ['gebouwtype', 'type gebouw', 'bouwtype', 'woningtype'], words: ['gebouwtype', 'woningtype'], values: anyText },
  postcode: { headers: ['postcode', 'postnr', 'postnummer', 'code postal', 'postal code', 'zip', 'zipcode', 'pkancode'], words: ['postcode', 'postnummer', 'zip'], values: /^[1-9]\d{3}$/ },
  place: { headers: ['gemeente', 'deelgemeente', 'plaats', 'woonplaats', 'stad', 'commune', 'municipality', 'city', 'postname nl', 'municipality name nl'], words: ['gemeente', 'deelgemeente', 'plaats', 'stad', 'commune', 'municipality'], values: anyText },
  referenceDate: { headers: ['peildatum', 'datum', 'toestand op', 'reference date', 'date'], words: ['peildatum', 'datum'], values: date },
  part: { headers: ['sector', 'cd sector', 'statsec', 'codsec', 'bouwblok', 'blok'], words: ['sector', 'statsec', 'codsec'], values: null },
  area: { headers: ['wijk', 'wijkcode', 'ggw7', 'gebied', 'gebiedscode', 'stadsdeel'], words: ['wijk', 'wijkcode', 'gebiedscode', 'stadsdeel'], values: null },
  from: { headers: ['b wk oidn', 'van knoop', 'beginknoop', 'from node'], words: ['beginknoop'], values: null },
  to: { headers: ['e wk oidn', 'naar knoop', 'eindknoop', 'to node'], words: ['eindknoop'], values: null },
  block: { headers: ['blok', 'bouwblok', 'sector', 'cd sector', 'sectorcode', 'statistische sector', 'wijk', 'wijkcode', 'block', 'statsec'], words: ['blok', 'sector', 'wijk', 'block'], values: null },
  inhabitants: { headers: ['inwoners', 'aantal inwoners', 'bevolking', 'totaal', 'total', 'population', 'habitants', 'ms population', 'aantal'], words: ['inwoners', 'bevolking', 'population', 'habitants'], values: wholeNumber },
  persons: { headers: ['inwoners', 'aantal', 'personen', 'aantal inwoners', 'bevolking', 'population', 'ms population', 'persons', 'habitants', 'totaal'], words: ['inwoners', 'aantal', 'personen', 'bevolking', 'population', 'habitants'], values: wholeNumber },
  year: { headers: ['jaar', 'year', 'annee', 'cd year', 'peiljaar'], words: ['jaar', 'year', 'annee'], values: /^(19|20|21)\d{2}$/ },
  age: { headers: ['leeftijd', 'age', 'cd age'], words: ['leeftijd', 'age'], values: /^\d{1,3}\+?$/ },
  ageFrom: { headers: ['leeftijd van', 'vanaf', 'van', 'age from', 'ondergrens', 'leeftijd vanaf'], words: ['vanaf', 'from', 'ondergrens'], values: /^\d{1,3}$/ },
  ageTo: { headers: ['leeftijd tot', 'tot', 'tot en met', 'age to', 'bovengrens', 'leeftijd tot en met'], words: ['tot', 'bovengrens'], values: /^\d{1,3}$/ },
  indicator: { headers: ['indicator', 'indicatorcode', 'onderwerp', 'variabele'], words: ['indicator', 'onderwerp'], values: anyText },
  value: { headers: ['waarde', 'percentage', 'aandeel', 'value', 'valeur'], words: ['waarde', 'percentage', 'aandeel', 'value'], values: decimalNumber },
  unit: { headers: ['eenheid', 'unit'], words: ['eenheid'], values: anyText },
  type: { headers: ['woningtype', 'type woning', 'soort woning'], words: ['woningtype'], values: anyText },
  builtYear: { headers: ['bouwjaar', 'jaar van bouw', 'construction year'], words: ['bouwjaar'], values: /^\d{4}$/ },
  ownership: { headers: ['eigendom', 'eigendomsvorm', 'huur of koop', 'ownership'], words: ['eigendom', 'eigendomsvorm'], values: anyText },
  lift: { headers: ['lift', 'met lift'], words: ['lift'], values: yesOrNo },
  oneFloor: { headers: ['een verdieping', 'alles op een verdieping'], words: [], values: yesOrNo },
  groundFloor: { headers: ['gelijkvloers', 'ground floor'], words: ['gelijkvloers'], values: yesOrNo },
  stepFree: { headers: ['drempelvrij', 'zonder drempels', 'step free'], words: ['drempelvrij'], values: yesOrNo },
  wheelchair: { headers: ['rolstoel', 'rolstoeltoegankelijk', 'wheelchair'], words: ['rolstoel', 'rolstoeltoegankelijk'], values: yesOrNo },
  reserveKind: { headers: ['kavel of project'], words: [], values: /^(kavel|project)$/i },
  form: { headers: ['woonvorm', 'form of living'], words: ['woonvorm'], values: anyText },
  category: { headers: ['type', 'soort', 'categorie', 'category', 'categorie voorziening', 'type voorziening', 'soort voorziening', 'genre'], words: ['type', 'soort', 'categorie', 'category'], values: kindsOfFacility, byValueAlone: 0.6 },
  address: { headers: ['adres', 'address', 'adresse', 'straat en nummer', 'locatie'], words: ['adres', 'address', 'adresse'], values: anyText },
  capacity: { headers: ['capaciteit', 'plaatsen', 'aantal plaatsen', 'bedden', 'woongelegenheden', 'capacity', 'capacite', 'places', 'beds'], words: ['capaciteit', 'plaatsen', 'bedden', 'capacity', 'capacite'], values: /^\d+([.,]\d+)?/ },
  recognised: { headers: ['erkend', 'erkenning', 'vergund', 'recognised', 'agree', 'erkend 0 1'], words: ['erkend', 'erkenning', 'vergund', 'agree'], values: /^(ja|nee|neen|0|1|true|false|j|n|oui|non|waar|onwaar|x)$/i },
  functions: { headers: ['functies', 'functie', 'functions', 'rollen'], words: ['functie', 'functies', 'functions'], values: anyText },
  opened: { headers: ['geopend', 'sinds', 'open sinds', 'opening', 'startdatum', 'begindatum', 'opened', 'ouvert'], words: ['geopend', 'sinds', 'opening', 'begin', 'start', 'opened'], values: date },
  closed: { headers: ['gesloten', 'einddatum', 'sluiting', 'stopdatum', 'closed', 'ferme'], words: ['gesloten', 'sluiting', 'einde', 'eind', 'closed', 'ferme'], values: date },
  kind: { headers: ['soort', 'type', 'kind', 'barriere'], words: ['soort', 'type', 'kind'], values: /^(spoorweg|kanaal|rivier|autosnelweg|expresweg)$/i, byValueAlone: 0.9 },
  class: { headers: ['klasse', 'class', 'wegklasse', 'wegcat', 'fclass', 'highway', 'soort'], words: ['klasse', 'class', 'wegcat', 'categorie'], values: anyText },
  x: { headers: ['x', 'x coordinaat', 'x lambert', 'x l72', 'x l2008', 'x 31370', 'x 3812', 'lambert x', 'epsg 31370 x', 'epsg 3812 x', 'xcoord'], words: ['x'], values: decimalNumber, ranges: belgianX, byValueAlone: 0.35 },
  y: { headers: ['y', 'y coordinaat', 'y lambert', 'y l72', 'y l2008', 'y 31370', 'y 3812', 'lambert y', 'epsg 31370 y', 'epsg 3812 y', 'ycoord'], words: ['y'], values: decimalNumber, ranges: belgianY, byValueAlone: 0.35 },
  lat: { headers: ['lat', 'latitude', 'breedtegraad', 'noorderbreedte', 'epsg 4326 lat', 'breedte'], words: ['lat', 'latitude', 'breedtegraad'], values: decimalNumber, ranges: [[49.4, 51.6]], byValueAlone: 0.7 },
  lon: { headers: ['lon', 'lng', 'long', 'longitude', 'lengtegraad', 'oosterlengte', 'epsg 4326 lon', 'lengte'], words: ['lon', 'lng', 'longitude', 'lengtegraad'], values: decimalNumber, ranges: [[2.4, 6.5]], byValueAlone: 0.6 },
};

/** Words of a header: "CD_MUNTY_REFNIS" is cd munty refnis, "Capaciteit (plaatsen)" capaciteit plaatsen. */
const wordsOf = (header: string): readonly string[] =>
  header.normalize('NFKD').replace(/\p{M}/gu, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '');

/** How much a header speaks for a field: 0.9 when it says just that, 0.6 when it says it among other words. */
export function headerFit({ headers, words }: FieldSign, header: string): number {
  const own = wordsOf(header);
  const joined = own.join(' ');
  // A header in two languages says the same twice: "Naam Nom".
  if (headers.includes(joined) || (own.length > 1 && own.every((word) => headers.includes(word)))) return 0.9;
  return own.some((word) => words.includes(word)) ? 0.6 : 0;
}

/** The share of values that look like the field; null when the field has no look of its own or there are no values. */
export function valueFit({ values, ranges }: FieldSign, given: readonly string[]): number | null {
  if (values === null || given.length === 0) return null;
  const fitting = given.filter((value) => {
    if (!values.test(value)) return false;
    if (ranges === undefined) return true;
    const number = Number(value.replace(',', '.'));
    return ranges.some(([from, to]) => number >= from && number <= to);
  });
  return fitting.length / given.length;
}
