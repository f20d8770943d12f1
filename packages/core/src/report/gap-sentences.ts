import { metres, terms, type AmountNorm, type Count, type Language, type Norm, type NormStatus, type UrbanClass } from '../model/index.ts';
import type { Coverage, Derivation, DerivationLine, Gap, Method, Need, Provenance, Reservation } from '../needs/index.ts';
import { formatFor } from './format.ts';
import { functionLabel, livingFormLabel } from './function-words.ts';
import { reasonWords } from './reach-sentences.ts';

type Worded = Readonly<Record<Language, string>>;

const statusWords: Readonly<Record<NormStatus, Worded>> = {
  confirmed: { nl: 'bevestigd', en: 'confirmed' },
  unconfirmed: { nl: 'onbevestigd', en: 'unconfirmed' },
  own: { nl: 'eigen norm', en: 'own norm' },
};

const methodWords: Readonly<Record<Method, Worded>> = {
  measured: { nl: 'geteld', en: 'counted' },
  modelled: { nl: 'berekend', en: 'modelled' },
  'straight-line': { nl: 'hemelsbreed', en: 'as the crow flies' },
};

const unitWords: Readonly<Record<AmountNorm['unit'], Readonly<Record<Language, readonly [one: string, more: string]>>>> = {
  plaatsen: { nl: ['plaats', 'plaatsen'], en: ['place', 'places'] },
  woningen: { nl: ['woning', 'woningen'], en: ['dwelling', 'dwellings'] },
  uren: { nl: ['uur', 'uren'], en: ['hour', 'hours'] },
  centra: { nl: ['centrum', 'centra'], en: ['centre', 'centres'] },
  huisartsen: { nl: ['huisarts', 'huisartsen'], en: ['general practitioner', 'general practitioners'] },
  apotheken: { nl: ['apotheek', 'apotheken'], en: ['pharmacy', 'pharmacies'] },
  hectare: { nl: ['hectare', 'hectare'], en: ['hectare', 'hectares'] },
};

const urbanClassWords: Readonly<Record<UrbanClass, Worded>> = {
  grootstedelijk: { nl: 'grootstedelijk gebied', en: 'metropolitan areas' },
  regionaalstedelijk: { nl: 'regionaalstedelijk gebied', en: 'regional cities' },
  kleinstedelijk: { nl: 'structuurondersteunend kleinstedelijk gebied', en: 'small towns' },
  'kleinstedelijk-provinciaal': { nl: 'provinciaal kleinstedelijk gebied', en: 'small provincial towns' },
  buitengebied: { nl: 'buitengebied', en: 'rural areas' },
};

/** "Regionaalstedelijk gebied": what a municipality may be, where norms differ by it. */
export const urbanClassLabel = (urbanClass: UrbanClass, language: Language): string => urbanClassWords[urbanClass][language];

const urbanWords = (classes: readonly UrbanClass[], language: Language): string => classes.map((one) => urbanClassWords[one][language]).join(', ');

function densityWords({ from, below }: { readonly from: number | null; readonly below: number | null }, number: (value: number) => string): Worded {
  if (below === null) return { nl: `minstens ${number(from ?? 0)} inwoners per km²`, en: `at least ${number(from ?? 0)} inhabitants per km²` };
  return { nl: `minder dan ${number(below)} inwoners per km²`, en: `fewer than ${number(below)} inhabitants per km²` };
}

export const statusLabel = (status: NormStatus, language: Language): string => statusWords[status][language];
export const methodLabel = (method: Method, language: Language): string => methodWords[method][language];

/** "plaatsen"; "plaats" when it is exactly one. */
export const unitLabel = (unit: AmountNorm['unit'], amount: number, language: Language): string => unitWords[unit][language][amount === 1 ? 0 : 1];

/** Small requirements are fractions of a centre and need decimals; places and hours are told whole. */
export const amountDecimals = (amount: number): number => (Number.isInteger(amount) || Math.abs(amount) >= 100 ? 0 : Math.abs(amount) >= 10 ? 1 : 2);

/** Why a figure is missing, or how it departs from what was asked. */
export function reservationSentence(reservation: Reservation, language: Language): string {
  return reservationWords(reservation, language)[language];
}

function reservationWords(reservation: Reservation, language: Language): Worded {
  const { number, ages } = formatFor(language);
  switch (reservation.code) {
    case 'year-not-given': return {
      nl: `Er is geen leeftijdstabel voor ${reservation.year}${yearsGiven(reservation.given, ', wel voor ')}. Voeg een vooruitberekening toe.`,
      en: `There is no age table for ${reservation.year}${yearsGiven(reservation.given, ', only for ')}. Add a projection.`,
    };
    case 'nearest-year-used': return {
      nl: `Er is geen leeftijdstabel voor ${reservation.year}; die van ${reservation.used} is gebruikt.`,
      en: `There is no age table for ${reservation.year}; that of ${reservation.used} was used.`,
    };
    case 'no-age-table': return {
      nl: 'De bestanden zeggen niets over leeftijden. Voeg een leeftijdstabel toe.',
      en: 'The files say nothing about ages. Add an age table.',
    };
    case 'age-class-cut': return {
      nl: `De leeftijdstabel van ${reservation.year} heeft geen klasse die begint of eindigt waar de norm het vraagt (${ages(reservation.bracket)}).`,
      en: `The age table of ${reservation.year} has no class that begins or ends where the norm asks for it (${ages(reservation.bracket)}).`,
    };
    case 'age-band-cut': return {
      nl: `De leeftijdsgroepen van de gegevens laten deze groep niet toe: ${ages(reservation.bracket)}.`,
      en: `The age bands of the data do not allow this group: ${ages(reservation.bracket)}.`,
    };
    case 'not-in-force': return {
      nl: `Deze norm gold niet in ${reservation.year}${inForce(reservation.validFrom, reservation.validTo, ['wel van ', ' tot en met ', 'wel vanaf ', 'wel tot en met '])}.`,
      en: `This norm was not in force in ${reservation.year}${inForce(reservation.validFrom, reservation.validTo, ['only from ', ' to ', 'only from ', 'only until '])}.`,
    };
    case 'other-urban-class': return {
      nl: `Deze norm geldt voor ${urbanWords(reservation.classes, 'nl')}, niet voor deze gemeente.`,
      en: `This norm is for ${urbanWords(reservation.classes, 'en')}, not for this municipality.`,
    };
    case 'urban-class-not-chosen': return {
      nl: `Deze norm verschilt naar stedelijkheid (${urbanWords(reservation.classes, 'nl')}). Kies bij de raming van de behoefte wat deze gemeente is.`,
      en: `This norm differs by urban class (${urbanWords(reservation.classes, 'en')}). Choose what this municipality is at the estimate of need.`,
    };
    case 'other-density': return {
      nl: `Deze norm geldt voor gemeenten met ${densityWords(reservation, number).nl}; hier zijn het er ${number(reservation.inhabitantsPerSquareKilometre)}.`,
      en: `This norm is for municipalities with ${densityWords(reservation, number).en}; here it is ${number(reservation.inhabitantsPerSquareKilometre)}.`,
    };
    case 'size-unknown': return {
      nl: `${number(reservation.persons)} personen hebben binnen de afstand alleen voorzieningen waarvan de grootte niet is opgegeven; of die minstens ${number(reservation.leastCapacity, 2)} zijn, is onbekend.`,
      en: `${number(reservation.persons)} persons have only facilities of unknown size within the distance; whether these are at least ${number(reservation.leastCapacity, 2)} is unknown.`,
    };
    case 'function-not-given': return {
      nl: `Van geen enkele voorziening is opgegeven welke functies ze heeft (${functionLabel(reservation.function, 'nl')}). Vul de functies in bij de voorzieningen.`,
      en: `No facility is said to have any function (${functionLabel(reservation.function, 'en')}). Fill in the functions of the facilities.`,
    };
    case 'category-not-given': return {
      nl: 'De bestanden zeggen niets over deze soort voorziening. Het aanbod is onbekend, niet nul.',
      en: 'The files say nothing about this kind of facility. The supply is unknown, not nil.',
    };
    case 'capacity-unknown': return {
      nl: reservation.facilities === 1 ? 'Van één voorziening is niet opgegeven hoe groot ze is.' : `Van ${number(reservation.facilities)} voorzieningen is niet opgegeven hoe groot ze zijn.`,
      en: reservation.facilities === 1 ? 'The size of one facility was not given.' : `The size of ${number(reservation.facilities)} facilities was not given.`,
    };
    case 'capacity-zero': return {
      nl: reservation.facilities === 1 ? 'Eén voorziening telt als 0, want haar grootte is als 0 opgegeven. Vul ze in bij Gegevens als dat niet klopt.' : `${number(reservation.facilities)} voorzieningen tellen als 0, want hun grootte is als 0 opgegeven. Vul ze in bij Gegevens als dat niet klopt.`,
      en: reservation.facilities === 1 ? 'One facility counts as 0, as its size was given as 0. Fill it in under Data if that is not right.' : `${number(reservation.facilities)} facilities count as 0, as their size was given as 0. Fill it in under Data if that is not right.`,
    };
    case 'not-recognised': return {
      nl: reservation.facilities === 1 ? 'Eén voorziening telt niet mee omdat ze niet erkend is.' : `${number(reservation.facilities)} voorzieningen tellen niet mee omdat ze niet erkend zijn.`,
      en: reservation.facilities === 1 ? 'One facility is left out because it is not recognised.' : `${number(reservation.facilities)} facilities are left out because they are not recognised.`,
    };
    case 'nobody-concerned': return { nl: 'Er woont hier niemand voor wie deze norm geldt.', en: 'Nobody lives here to whom this norm applies.' };
    case 'not-reached': return {
      nl: `${number(reservation.persons)} inwoners worden niet bereikt: ${reasonWords(reservation.reason, 'nl')}.`,
      en: `${number(reservation.persons)} inhabitants are not reached: ${reasonWords(reservation.reason, 'en')}.`,
    };
    case 'without-address': return {
      nl: `${number(reservation.persons)} ${reservation.persons === 1 ? 'inwoner heeft' : 'inwoners hebben'} geen adres in de bestanden; hun afstand is onbekend.`,
      en: `${number(reservation.persons)} ${reservation.persons === 1 ? 'inhabitant has' : 'inhabitants have'} no address in the files; their distance is unknown.`,
    };
  }
}

/** "Woonzorgcentrum: plaatsen (onbevestigd): nodig 718 in 2013, aanwezig 473 in 2008, tekort 245, 66 % ingevuld." */
export function needSentence(need: Need, norm: Norm, language: Language): string {
  const { count, countPercent } = formatFor(language);
  const told = (figure: Count) => count(figure, figure.kind === 'known' ? amountDecimals(figure.value) : 0);
  const { required, present, missing, filledShare } = need;
  if (required.count.kind === 'not-applicable') return { nl: `${marked(norm, language)}: niet van toepassing.`, en: `${marked(norm, language)}: not applicable.` }[language];
  const filled = filledShare.kind === 'known' ? { nl: `, ${countPercent(filledShare)} ingevuld`, en: `, ${countPercent(filledShare)} filled` } : { nl: '', en: '' };
  return {
    nl: `${marked(norm, language)}: nodig ${told(required.count)} in ${required.year}, aanwezig ${told(present.count)} in ${present.year}, tekort ${told(missing.count)}${filled.nl}.`,
    en: `${marked(norm, language)}: ${told(required.count)} required in ${required.year}, ${told(present.count)} present in ${present.year}, ${told(missing.count)} missing${filled.en}.`,
  }[language];
}

/** "Halte binnen 300 m: 82 % van 9.120 personen (2008, hemelsbreed)." */
export function coverageSentence({ persons, share }: Coverage, norm: Norm, language: Language): string {
  const { count, countPercent } = formatFor(language);
  const how = `${persons.year}, ${methodLabel(persons.method, language)}`;
  return share.kind === 'known'
    ? { nl: `${marked(norm, language)}: ${countPercent(share)} van ${count(persons.count)} personen (${how}).`, en: `${marked(norm, language)}: ${countPercent(share)} of ${count(persons.count)} persons (${how}).` }[language]
    : `${marked(norm, language)}: ${share.kind === 'not-applicable' ? { nl: 'niet van toepassing', en: 'not applicable' }[language] : countPercent(share)} (${how}).`;
}

/**
 * What is missing where, and for whom: "Noord: 12,3 plaatsen te weinig. Woonzorgcentrum: plaatsen (onbevestigd). Het tekort
 * komt neer op 310 personen, van wie 290 van 75 jaar en ouder."
 */
export function gapSentence(gap: Gap, areaName: string, norm: Norm | undefined, language: Language): string {
  const { number, count, distance } = formatFor(language);
  const old = { nl: `van wie ${count(gap.affected75)} van 75 jaar en ouder`, en: `of whom ${count(gap.affected75)} aged 75 and older` };
  if (gap.kind === 'function') return {
    nl: `${areaName}: geen ${functionLabel(gap.function!, 'nl')} in de zone. Er wonen ${count(gap.affected)} personen, ${old.nl}.`,
    en: `${areaName}: no ${functionLabel(gap.function!, 'en')} in the zone. ${count(gap.affected)} persons live there, ${old.en}.`,
  }[language];
  if (gap.kind === 'housing') return {
    nl: `${areaName}: ${amount(gap.missing, 'woningen', 'nl')} te weinig voor ${livingFormLabel(gap.form!, 'nl')}${gap.status === 'confirmed' ? '' : ` (${statusLabel(gap.status, 'nl')})`}.`,
    en: `${areaName}: ${amount(gap.missing, 'woningen', 'en')} short for ${livingFormLabel(gap.form!, 'en')}${gap.status === 'confirmed' ? '' : ` (${statusLabel(gap.status, 'en')})`}.`,
  }[language];
  if (norm === undefined) throw new Error(`Got the gap ${gap.id} without its norm.`);
  if (norm.kind === 'amount') return {
    nl: `${areaName}: ${amount(gap.missing, norm.unit, language)} te weinig. ${marked(norm, language)}. Het tekort komt neer op ${count(gap.affected)} personen, ${old.nl}.`,
    en: `${areaName}: ${amount(gap.missing, norm.unit, language)} short. ${marked(norm, language)}. The shortage comes to ${count(gap.affected)} persons, ${old.en}.`,
  }[language];
  const far = distance(metres(norm.withinMetres));
  const isOfOld = (norm.ages?.from ?? 0) >= 75;
  return {
    nl: `${areaName}: ${number(gap.missing)} personen wonen verder dan ${far}${isOfOld ? '' : `, ${old.nl}`}. ${marked(norm, language)}.`,
    en: `${areaName}: ${number(gap.missing)} persons live further than ${far}${isOfOld ? '' : `, ${old.en}`}. ${marked(norm, language)}.`,
  }[language];
}

/** The working of a requirement, a line a bracket: "9.338 personen van 60 tot en met 74 jaar × 1 per 100 = 93,4 plaatsen". */
export function derivationSentences({ lines, exact, raisedTo }: Derivation, norm: AmountNorm, language: Language): readonly string[] {
  const { number } = formatFor(language);
  const minimum = { nl: `De norm vraagt per gemeente minstens ${number(norm.minimum)}.`, en: `The norm asks at least ${number(norm.minimum)} of a municipality.` };
  return [
    ...lines.map((line) => `${personsOf(line, norm, language)} × ${number(line.count, 3)} per ${number(line.per)} = ${amount(line.amount, norm.unit, language)}`),
    ...(raisedTo === null ? [] : [minimum[language]]),
    { nl: `Samen ${amount(exact, norm.unit, language)}.`, en: `Together ${amount(exact, norm.unit, language)}.` }[language],
  ];
}

/** Whose figures, of which year, by which norms and from which files: for the foot of a table or a page. */
export function provenanceSentences({ municipality, referenceYear, normSet, distances, sources, dataset }: Provenance, language: Language): readonly string[] {
  const { number } = formatFor(language);
  const files = sources.map(({ title, referenceDate, attribution }) => [title, referenceDate, attribution].filter((part) => part !== null).join(', ')).join('; ');
  const walk = distances.method === 'measured'
    ? { nl: 'langs de straten', en: 'along the streets' }
    : { nl: `hemelsbreed × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'nl')})`, en: `as the crow flies × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'en')})` };
  const invented = municipality.fictitious ? { nl: ' Fictieve gegevens.', en: ' Fictitious data.' } : { nl: '', en: '' };
  const facilities = terms.Facility[language][1];
  return {
    nl: [
      `${municipality.name}, inwoners en ${facilities} van ${referenceYear}.${invented.nl}`,
      `Normen: ${normSet.name}, versie ${normSet.version}. Afstanden: ${walk.nl}.`,
      `Bestanden: ${files}. Gegevens ${dataset.slice(0, 12)}.`,
    ],
    en: [
      `${municipality.name}, inhabitants and ${facilities} of ${referenceYear}.${invented.en}`,
      `Norms: ${normSet.name}, version ${normSet.version}. Distances: ${walk.en}.`,
      `Files: ${files}. Data ${dataset.slice(0, 12)}.`,
    ],
  }[language];
}

/** A norm by its label; one that was not read in its source says so wherever it is named. */
const marked = ({ label, status }: Norm, language: Language): string => (status === 'confirmed' ? label[language] : `${label[language]} (${statusLabel(status, language)})`);

function amount(value: number, unit: AmountNorm['unit'], language: Language): string {
  return `${formatFor(language).number(value, amountDecimals(value))} ${unitLabel(unit, value, language)}`;
}

function personsOf({ from, to, persons }: DerivationLine, norm: AmountNorm, language: Language): string {
  const { number, ages } = formatFor(language);
  const counted = number(persons, amountDecimals(persons));
  if (norm.rule.kind === 'per-slice') return { nl: `${counted} inwoners`, en: `${counted} inhabitants` }[language];
  return { nl: `${counted} personen van ${ages({ from, to })}`, en: `${counted} persons of ${ages({ from, to })}` }[language];
}

const yearsGiven = (years: readonly number[], before: string): string => (years.length === 0 ? '' : `${before}${years.join(', ')}`);

function inForce(from: number | null, to: number | null, [between, till, since, until]: readonly [string, string, string, string]): string {
  if (from !== null && to !== null) return `, ${between}${from}${till}${to}`;
  if (from !== null) return `, ${since}${from}`;
  return to === null ? '' : `, ${until}${to}`;
}
