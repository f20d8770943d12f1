import type { Language } from './language.ts';

/** A word of the subject matter: as people say it, as the code names it, and what it means here. */
export interface Term {
  /** One of it, and several; the same where there is no plural. */
  readonly nl: readonly [one: string, more: string];
  readonly en: readonly [one: string, more: string];
  readonly definition: Readonly<Record<Language, string>>;
  /** Where the word or its meaning comes from. */
  readonly source: string;
}

const deck = 'OCMW Genk, Stadsateliers, 17 juni 2008';
const own = 'dit project';

/**
 * The one bridge between the words of the screen and the identifiers of the code; keys are the identifiers.
 * Names of law and of registers (wzc, ldc, gaw) stay Dutch in code and have their labels in `categories`.
 */
export const terms = {
  Municipality: {
    nl: ['gemeente', 'gemeenten'], en: ['municipality', 'municipalities'], source: own,
    definition: { nl: 'Het gebied van één lokaal bestuur, zoals het uit de bestanden is ingelezen.', en: 'The area of one local government, as read from the files.' },
  },
  Block: {
    nl: ['bouwblok', 'bouwblokken'], en: ['block', 'blocks'], source: own,
    definition: { nl: 'Het kleinste gebied waaruit zones zijn opgebouwd.', en: 'The smallest area zones are made of.' },
  },
  Addresses: {
    nl: ['adres', 'adressen'], en: ['address', 'addresses'], source: 'Adressenregister',
    definition: { nl: 'Een huisnummer met zijn plaats, en de mensen die er volgens de berekening wonen.', en: 'A house number with its position, and the people reckoned to live there.' },
  },
  PopulationRecord: {
    nl: ['bevolking', 'bevolking'], en: ['population', 'population'], source: 'Statbel',
    definition: { nl: 'Hoeveel mensen er wonen, in welk jaar, en wat daarvan geteld en wat berekend is.', en: 'How many people live there, in which year, and what of it was counted and what reckoned.' },
  },
  PopulationDraw: {
    nl: ['andere trekking', 'andere trekkingen'], en: ['other draw', 'other draws'], source: own,
    definition: { nl: 'Nog een mogelijke verdeling van de mensen over de bouwblokken, om te tonen hoeveel een berekend cijfer kan verschillen.', en: 'One more possible spread of the people over the blocks, to show how much a reckoned figure may differ.' },
  },
  AgeBand: {
    nl: ['leeftijdsgroep', 'leeftijdsgroepen'], en: ['age band', 'age bands'], source: 'Programmatie Vlaamse overheid',
    definition: { nl: 'Leeftijden van een jaar tot en met een ander, zoals de normen ze gebruiken.', en: 'Ages from one year up to and including another, as the norms use them.' },
  },
  AgeTable: {
    nl: ['leeftijdstabel', 'leeftijdstabellen'], en: ['age table', 'age tables'], source: 'Statbel, Statistiek Vlaanderen',
    definition: { nl: 'De inwoners van de gemeente naar leeftijd in één jaar, geteld of vooruitberekend.', en: 'The inhabitants of the municipality by age in one year, counted or projected.' },
  },
  BlockSplit: {
    nl: ['splitsing', 'splitsingen'], en: ['split', 'splits'], source: own,
    definition: { nl: 'Een bouwblok dat de planner langs een getekende lijn in delen heeft geknipt.', en: 'A block that the planner cut into parts along a drawn line.' },
  },
  CareZone: {
    nl: ['woonzorgzone', 'woonzorgzones'], en: ['care zone', 'care zones'], source: deck,
    definition: {
      nl: 'Een gewoon deel van de gemeente, van 6.000 tot 12.000 inwoners, waarin mensen met een zorgbehoefte kunnen blijven wonen met woningen, diensten en zorg in de buurt.',
      en: 'An ordinary part of the municipality, of 6,000 to 12,000 inhabitants, in which people with care needs can go on living with housing, services and care nearby.',
    },
  },
  unassigned: {
    nl: ['nog niet toegewezen', 'nog niet toegewezen'], en: ['not assigned yet', 'not assigned yet'], source: own,
    definition: { nl: 'De bouwblokken die in het plan nog in geen enkele zone liggen.', en: 'The blocks that are in no zone of the plan yet.' },
  },
  Plan: {
    nl: ['plan', 'plannen'], en: ['plan', 'plans'], source: deck,
    definition: { nl: 'Een indeling van de gemeente in zones, met de wijzigingen die ertoe leidden en de normen waaraan ze getoetst wordt.', en: 'A division of the municipality into zones, with the changes that led to it and the norms it is tested against.' },
  },
  delineate: {
    nl: ['afbakenen', 'afbakenen'], en: ['delineate', 'delineate'], source: deck,
    definition: { nl: 'Zones tekenen rond kernen.', en: 'To draw zones around kernen.' },
  },
  DelineationSettings: {
    nl: ['afbakeningsinstelling', 'afbakeningsinstellingen'], en: ['delineation setting', 'delineation settings'], source: own,
    definition: { nl: 'Waaraan zones moeten voldoen en wat bij het tekenen zwaarder of lichter weegt.', en: 'What zones must meet, and what weighs more or less in drawing them.' },
  },
  InhabitantBounds: {
    nl: ['inwonersgrens', 'inwonersgrenzen'], en: ['inhabitant bound', 'inhabitant bounds'], source: deck,
    definition: { nl: 'Hoeveel inwoners een zone minstens en hoogstens telt.', en: 'How many inhabitants a zone has at least and at most.' },
  },
  ZoneWish: {
    nl: ['wens', 'wensen'], en: ['wish', 'wishes'], source: own,
    definition: { nl: 'Wat een indeling beter maakt, zoals korte grenzen of hele wijken, met hoe zwaar het weegt.', en: 'What makes a division better, such as short borders or whole neighbourhoods, with how much it weighs.' },
  },
  ZoneLocks: {
    nl: ['vergrendeling', 'vergrendelingen'], en: ['lock', 'locks'], source: own,
    definition: { nl: 'Wat bij het afbakenen vastligt: zones, bouwblokken, en blokken die samen of juist apart horen.', en: 'What is settled when delineating: zones, blocks, and blocks that belong together or apart.' },
  },
  NucleusChange: {
    nl: ['wijziging aan een kern', 'wijzigingen aan kernen'], en: ['change to a kern', 'changes to kernen'], source: own,
    definition: { nl: 'Een kern die met de hand is toegevoegd, geschrapt, verplaatst of hernoemd.', en: 'A kern that was added, dropped, moved or renamed by hand.' },
  },
  Nucleus: {
    nl: ['kern', 'kernen'], en: ['kern', 'kernen'], source: deck,
    definition: { nl: 'Het bebouwde midden waar de dagelijkse voorzieningen samenkomen.', en: 'The built centre around which daily services cluster.' },
  },
  GivenNucleus: {
    nl: ['opgegeven kern', 'opgegeven kernen'], en: ['given kern', 'given kernen'], source: 'Provincies in Cijfers, gebiedsniveaus',
    definition: { nl: 'Een kern zoals anderen ze getekend hebben, om de gevonden kernen mee te vergelijken.', en: 'A kern as others have drawn it, to compare the found ones with.' },
  },
  Circle: {
    nl: ['cirkel', 'cirkels'], en: ['circle', 'circles'], source: deck,
    definition: { nl: 'Het gebied op loopafstand rond een kern, waaruit zones worden samengesteld.', en: 'The area within walking distance of a kern, from which zones are put together.' },
  },
  Division: {
    nl: ['indeling', 'indelingen'], en: ['division', 'divisions'], source: deck,
    definition: { nl: 'Een bestaande verdeling van de gemeente, zoals wijken, stadsdelen of statistische sectoren.', en: 'An existing division of the municipality, such as wijken, city districts or statistical sectors.' },
  },
  DivisionArea: {
    nl: ['gebied', 'gebieden'], en: ['area', 'areas'], source: own,
    definition: { nl: 'Eén deel van een bestaande indeling.', en: 'One part of an existing division.' },
  },
  Barrier: {
    nl: ['barrière', 'barrières'], en: ['barrier', 'barriers'], source: deck,
    definition: { nl: 'Een spoorweg, waterloop of grote weg waar een voetganger alleen op bepaalde plaatsen over kan.', en: 'A railway, waterway or major road that a walker can cross in some places only.' },
  },
  Crossing: {
    nl: ['oversteek', 'oversteken'], en: ['crossing', 'crossings'], source: own,
    definition: { nl: 'Een brug, tunnel of overweg waarlangs een voetganger een barrière kruist.', en: 'A bridge, tunnel or level crossing by which a walker crosses a barrier.' },
  },
  Basemap: {
    nl: ['ondergrond', 'ondergrond'], en: ['base map', 'base maps'], source: own,
    definition: { nl: 'Straten, water en groen waarop de kaart getekend is.', en: 'The streets, water and green the map is drawn on.' },
  },
  Facility: {
    nl: ['voorziening', 'voorzieningen'], en: ['facility', 'facilities'], source: deck,
    definition: { nl: 'Een plaats die een dienst aanbiedt, op een adres.', en: 'A place that offers a service, at an address.' },
  },
  CategoryId: {
    nl: ['soort voorziening', 'soorten voorzieningen'], en: ['kind of facility', 'kinds of facility'], source: deck,
    definition: { nl: 'Wat een voorziening aanbiedt, volgens één lijst voor alle bestanden.', en: 'What a facility offers, by one list for all files.' },
  },
  FacilityPosition: {
    nl: ['ligging', 'liggingen'], en: ['position', 'positions'], source: own,
    definition: { nl: 'Hoe een voorziening aan haar plaats op de kaart komt, en hoe ver die ernaast kan liggen.', en: 'How a facility came to its place on the map, and how far off that may be.' },
  },
  UnplacedFacility: {
    nl: ['voorziening zonder plaats', 'voorzieningen zonder plaats'], en: ['unplaced facility', 'unplaced facilities'], source: own,
    definition: { nl: 'Een voorziening die wacht tot iemand zegt waar ze ligt, en tot dan nergens meetelt.', en: 'A facility that waits until someone says where it is, and counts nowhere until then.' },
  },
  CapacityUnit: {
    nl: ['eenheid', 'eenheden'], en: ['unit', 'units'], source: own,
    definition: { nl: 'Waarin de grootte van een voorziening geteld wordt, zoals plaatsen, uren of zorgverleners.', en: 'What the size of a facility is counted in, such as places, hours or practitioners.' },
  },
  RegisterChanges: {
    nl: ['wijziging aan de voorzieningen', 'wijzigingen aan de voorzieningen'], en: ['change to the facilities', 'changes to the facilities'], source: own,
    definition: { nl: 'Wat een plan anders weet over voorzieningen dan de bestanden: toegevoegd, gewijzigd, verplaatst, gesloten of samengevoegd.', en: 'What a plan knows of facilities otherwise than the files: added, changed, moved, closed or merged.' },
  },
  DuplicatePair: {
    nl: ['mogelijke dubbel', 'mogelijke dubbels'], en: ['possible duplicate', 'possible duplicates'], source: own,
    definition: { nl: 'Twee voorzieningen die naar soort, plaats, naam of adres dezelfde kunnen zijn, ter beoordeling.', en: 'Two facilities that may be one by kind, place, name or address, for a person to judge.' },
  },
  FacilityFunction: {
    nl: ['functie', 'functies'], en: ['function', 'functions'], source: deck,
    definition: {
      nl: 'Wat een gebouw voor de zone doet: activiteitscentrum (diensten afhalen), coördinatiepunt (van hier gaan diensten naar huis) of zorgkruispunt (24-uurszorg aan huis).',
      en: 'What a building does for its zone: activity centre (services collected), coordination point (services brought home from here) or care hub (24-hour care at home).',
    },
  },
  Norm: {
    nl: ['norm', 'normen'], en: ['norm', 'norms'], source: 'Woonzorgdecreet en uitvoeringsbesluiten',
    definition: { nl: 'Wat er zou moeten zijn, hoeveel of hoe dichtbij, met bron, jaar en status.', en: 'What there should be, how much or how near, with source, year and status.' },
  },
  AmountNorm: {
    nl: ['aantalsnorm', 'aantalsnormen'], en: ['amount norm', 'amount norms'], source: 'Programmatie Vlaamse overheid',
    definition: { nl: 'Een norm die zegt hoeveel er nodig is, naar leeftijd of per schijf van inwoners.', en: 'A norm that says how many are needed, by age or per slice of inhabitants.' },
  },
  AgeRate: {
    nl: ['verhouding', 'verhoudingen'], en: ['rate', 'rates'], source: 'Programmatie Vlaamse overheid',
    definition: { nl: 'Hoeveel een norm vraagt per aantal personen van een leeftijd.', en: 'How much a norm asks per number of persons of an age.' },
  },
  DistanceNorm: {
    nl: ['afstandsnorm', 'afstandsnormen'], en: ['distance norm', 'distance norms'], source: 'Stadsmonitor',
    definition: { nl: 'Een norm die zegt binnen welke loopafstand iets moet liggen.', en: 'A norm that says within which walking distance something should be.' },
  },
  NormSet: {
    nl: ['normenset', 'normensets'], en: ['norm set', 'norm sets'], source: own,
    definition: { nl: 'De normen die samen bij een plan horen, met een versie.', en: 'The norms that go together with a plan, with a version.' },
  },
  NormCondition: {
    nl: ['voorwaarde van de norm', 'voorwaarden van normen'], en: ['condition of the norm', 'conditions of norms'], source: own,
    definition: { nl: 'Voor welke gemeenten een norm geldt, naar stedelijkheid of dichtheid.', en: 'Which municipalities a norm is for, by urban class or density.' },
  },
  LocalNeedRule: {
    nl: ['regel van lokale behoefte', 'regels van lokale behoefte'], en: ['rule of local need', 'rules of local need'], source: 'Dementie per gemeente: leeftijden × aandelen (dementie.be)',
    definition: { nl: 'Hoeveel mensen van een leeftijd iets nodig hebben, laag, midden en hoog geraamd.', en: 'How many people of an age need something, by a low, middle and high estimate.' },
  },
  LocalNeed: {
    nl: ['lokale behoefte', 'lokale behoeften'], en: ['local need', 'local needs'], source: own,
    definition: { nl: 'Hoeveel mensen van een gebied iets nodig hebben naar hun leeftijd, naast de programmatie.', en: 'How many people of an area need something by their ages, beside the programmatie.' },
  },
  LivingForm: {
    nl: ['woonvorm', 'woonvormen'], en: ['form of living', 'forms of living'], source: deck,
    definition: { nl: 'Verzorgd wonen, aanleunwonen, aangepast wonen of een levenslange woning.', en: 'Sheltered living, living beside a care home, an adapted dwelling or a lifetime dwelling.' },
  },
  OwnProfile: {
    nl: ['eigen reisprofiel', 'eigen reisprofielen'], en: ['own travel profile', 'own travel profiles'], source: own,
    definition: { nl: 'Hoe snel en over welke straten iemand volgens de gemeente gaat, in de plaats van het profiel dat met het programma meekomt.', en: 'How fast and along which streets somebody goes according to the municipality, instead of the profile that comes with the program.' },
  },
  NeedSettings: {
    nl: ['raming van de behoefte', 'ramingen van de behoefte'], en: ['estimate of need', 'estimates of need'], source: own,
    definition: { nl: 'Hoe een plan de behoefte raamt: de verdeling over zones, laag, midden of hoog, de kwetsbaarheid en de stedelijkheid.', en: 'How a plan estimates need: the split over zones, low, middle or high, vulnerability and urban class.' },
  },
  UrbanClass: {
    nl: ['stedelijkheid', 'stedelijkheid'], en: ['urban class', 'urban classes'], source: 'De Lijn, basismobiliteit; MIRA-S 2000',
    definition: { nl: 'Of een gemeente grootstedelijk, regionaalstedelijk, kleinstedelijk of buitengebied is.', en: 'Whether a municipality is metropolitan, a regional city, a small town or rural.' },
  },
  VulnerabilitySettings: {
    nl: ['kwetsbaarheid', 'kwetsbaarheid'], en: ['vulnerability', 'vulnerability'], source: 'Eerstelijnszone Gent, proportioneel universalisme',
    definition: { nl: 'Een basisnorm voor iedereen, en meer waar de nood groter is.', en: 'A base norm for all, and more where need is higher.' },
  },
  Indicator: {
    nl: ['indicator', 'indicatoren'], en: ['indicator', 'indicators'], source: 'IMA-atlas, Provincies in Cijfers',
    definition: { nl: 'Een cijfer per bouwblok of wijk over de mensen die er wonen, zoals het aandeel met een verhoogde tegemoetkoming.', en: 'A figure per block or wijk about the people who live there, such as the share with increased reimbursement.' },
  },
  DwellingGroup: {
    nl: ['woningen', 'woningen'], en: ['dwellings', 'dwellings'], source: own,
    definition: { nl: 'Gelijke woningen van één bouwblok, samen geteld, met wat over ze bekend is.', en: 'Like dwellings of one block, counted together, with what is known of them.' },
  },
  Suitability: {
    nl: ['geschiktheid', 'geschiktheid'], en: ['suitability', 'suitability'], source: 'WoonZorgWelzijn Verkenner (geschiktheid van de voorraad)',
    definition: { nl: 'Of iemand met een zorgnood in een woning kan blijven wonen: levenslang, aanpasbaar, ongeschikt of onbekend.', en: 'Whether somebody with a care need can go on living in a dwelling: lifetime, adaptable, unfit or unknown.' },
  },
  SuitabilityRule: {
    nl: ['regel van geschiktheid', 'regels van geschiktheid'], en: ['rule of suitability', 'rules of suitability'], source: own,
    definition: { nl: 'Waaraan een woning moet voldoen om in een klasse van geschiktheid te vallen.', en: 'What a dwelling must be like to fall in a class of suitability.' },
  },
  HousingReserve: {
    nl: ['woningreserve', 'woningreserves'], en: ['housing reserve', 'housing reserves'], source: deck,
    definition: { nl: 'Een kavel of gepland project waar nog woningen kunnen komen.', en: 'A plot or planned project where dwellings can still be built.' },
  },
  NormStatus: {
    nl: ['status van de norm', 'statussen van normen'], en: ['status of the norm', 'statuses of norms'], source: own,
    definition: { nl: 'Of de norm in haar bron is nagelezen, nog niet, of door de gemeente zelf is gesteld.', en: 'Whether the norm was read in its source, not yet, or set by the municipality itself.' },
  },
  NormSource: {
    nl: ['bron van de norm', 'bronnen van normen'], en: ['source of the norm', 'sources of norms'], source: own,
    definition: { nl: 'De tekst waarin de norm staat.', en: 'The text in which the norm stands.' },
  },
  Need: {
    nl: ['behoefte', 'behoeften'], en: ['need', 'needs'], source: deck,
    definition: { nl: 'Wat een norm voor een gebied vraagt, naast wat er is.', en: 'What a norm asks of an area, beside what there is.' },
  },
  CategorySupply: {
    nl: ['aanbod', 'aanbod'], en: ['supply', 'supply'], source: deck,
    definition: { nl: 'De voorzieningen van één soort in een gebied, en hoeveel plaatsen ze tellen.', en: 'The facilities of one kind in an area, and how many places they have.' },
  },
  Coverage: {
    nl: ['dekking', 'dekking'], en: ['coverage', 'coverage'], source: 'Stadsmonitor',
    definition: { nl: 'Het aandeel van de personen voor wie een afstandsnorm gehaald is.', en: 'The share of persons for whom a distance norm is met.' },
  },
  Gap: {
    nl: ['leemte', 'leemten'], en: ['gap', 'gaps'], source: deck,
    definition: { nl: 'Wat in een gebied ontbreekt volgens een norm.', en: 'What is missing in an area by a norm.' },
  },
  Scenario: {
    nl: ['scenario', 'scenario’s'], en: ['scenario', 'scenarios'], source: own,
    definition: { nl: 'Een wat-als op een plan of op een ander scenario: voorzieningen die openen, sluiten, verhuizen of groeien, andere normen of een ander jaar.', en: 'A what-if on a plan or on another scenario: facilities that open, close, move or grow, other norms or another year.' },
  },
  ScenarioStep: {
    nl: ['stap van een scenario', 'stappen van een scenario'], en: ['step of a scenario', 'steps of a scenario'], source: own,
    definition: { nl: 'Eén ding dat in een scenario anders zou zijn.', en: 'One thing that would be otherwise in a scenario.' },
  },
  Proposal: {
    nl: ['voorstel', 'voorstellen'], en: ['proposal', 'proposals'], source: deck,
    definition: { nl: 'Wat aan een leemte gedaan kan worden, met reden, effect, voorwaarden en zekerheid, nooit een beslissing.', en: 'What could be done about a gap, with reason, effect, conditions and confidence, never a decision.' },
  },
  Judgement: {
    nl: ['oordeel', 'oordelen'], en: ['judgement', 'judgements'], source: own,
    definition: { nl: 'Wat mensen over een voorstel besloten: aanvaard, verworpen of een nota.', en: 'What people decided about a proposal: accepted, rejected or a note.' },
  },
  Derivation: {
    nl: ['afleiding', 'afleidingen'], en: ['derivation', 'derivations'], source: own,
    definition: { nl: 'De berekening achter een cijfer, regel per regel.', en: 'The working behind a figure, line by line.' },
  },
  WitnessLink: {
    nl: ['getuigenlink', 'getuigenlinks'], en: ['witness link', 'witness links'], source: own,
    definition: { nl: 'Een geheim adres waarmee bevoorrechte getuigen een plan bekijken en er opmerkingen bij zetten.', en: 'A secret address by which privileged witnesses look at a plan and leave remarks.' },
  },
  Remark: {
    nl: ['opmerking', 'opmerkingen'], en: ['remark', 'remarks'], source: deck,
    definition: { nl: 'Wat een bevoorrechte getuige over een plek of een zone van het plan zegt.', en: 'What a privileged witness says about a place or a zone of the plan.' },
  },
  Story: {
    nl: ['verhaal', 'verhalen'], en: ['story', 'stories'], source: own,
    definition: { nl: 'Wat een plan de raad vertelt, hoofdstuk na hoofdstuk.', en: 'What a plan tells the council, chapter by chapter.' },
  },
  Chapter: {
    nl: ['hoofdstuk', 'hoofdstukken'], en: ['chapter', 'chapters'], source: own,
    definition: { nl: 'Een bladzijde van het verhaal: een kaart, een zin en een cijfer.', en: 'A page of the story: one map, one sentence and one figure.' },
  },
  Reservation: {
    nl: ['voorbehoud', 'voorbehouden'], en: ['reservation', 'reservations'], source: own,
    definition: { nl: 'Waarom een cijfer ontbreekt, of waarin het afwijkt van wat gevraagd werd.', en: 'Why a figure is missing, or how it departs from what was asked.' },
  },
  Provenance: {
    nl: ['herkomst', 'herkomst'], en: ['provenance', 'provenance'], source: own,
    definition: { nl: 'De bestanden, het jaar, de normen en de werkwijze waarop een cijfer rust.', en: 'The files, the year, the norms and the method a figure rests on.' },
  },
  SourceFile: {
    nl: ['bronbestand', 'bronbestanden'], en: ['source file', 'source files'], source: own,
    definition: { nl: 'Een bestand waaruit de gegevens van de gemeente zijn ingelezen.', en: 'A file from which the data of the municipality were read.' },
  },
  MunicipalityDifferences: {
    nl: ['verschil', 'verschillen'], en: ['difference', 'differences'], source: own,
    definition: { nl: 'Wat er aan een gemeente verandert wanneer nieuwere bestanden in de plaats komen.', en: 'What changes about a municipality when newer files take the place of older ones.' },
  },
  Count: {
    nl: ['cijfer', 'cijfers'], en: ['figure', 'figures'], source: 'Provincies in Cijfers, drempelwaarde en ontbrekende waarden',
    definition: { nl: 'Een aantal dat bekend, onbekend, verborgen of niet van toepassing kan zijn.', en: 'A number that may be known, unknown, hidden or not applicable.' },
  },
  disclosureFloor: {
    nl: ['drempelwaarde', 'drempelwaarden'], en: ['disclosure floor', 'disclosure floors'], source: 'Provincies in Cijfers, drempelwaarde 5',
    definition: { nl: 'Aantallen van 1 tot en met 4 personen worden buiten het scherm van de planner niet getoond.', en: 'Numbers of 1 up to 4 persons are not shown outside the planner’s own screen.' },
  },
} as const satisfies Readonly<Record<string, Term>>;

export type TermId = keyof typeof terms;
