import type { Language } from '../model/index.ts';
import type { IsochroneProblem, ScenarioProblem, SitingFailure } from '../needs/index.ts';
import type { ReasonCode } from '../network/reasons.ts';

const reasons: Readonly<Record<ReasonCode, Readonly<Record<Language, string>>>> = {
  reached: { nl: 'bereikt', en: 'reached' },
  'no-position': { nl: 'het adres heeft geen plaats', en: 'the address has no position' },
  'far-from-street': { nl: 'er ligt geen straat binnen 100 m van de deur', en: 'there is no street within 100 m of the door' },
  'behind-barrier': {
    nl: 'de straten in de buurt liggen aan de overkant van een spoorweg, kanaal, rivier of snelweg', en: 'the streets nearby lie across a railway, canal, river or motorway',
  },
  'no-facility': { nl: 'er is geen voorziening om naartoe te gaan', en: 'there is no facility to go to' },
  'other-part': { nl: 'de straat hangt niet vast aan een straat met een voorziening', en: 'the street does not hang together with a street that has a facility' },
  'against-one-way': { nl: 'er is alleen een weg tegen het eenrichtingsverkeer in', en: 'the only way goes against one-way traffic' },
  'beyond-limit': { nl: 'de weg is langer dan de grens', en: 'the way is longer than the limit' },
};

/** Why somebody has no way, or none that is short enough. */
export const reasonWords = (reason: ReasonCode, language: Language): string => reasons[reason][language];

/** A search for places that could not be done, with why. */
export interface SitingRefused {
  readonly code: 'siting-refused';
  readonly reason: Exclude<SitingFailure, { readonly code: 'cancelled' }>;
}

const number = { nl: new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }) };

/** What is wrong with a question of reach, a scenario or a search for places, and what to do. */
export const reachSentence = (problem: IsochroneProblem | ScenarioProblem | SitingRefused, language: Language): string =>
  (problem.code === 'siting-refused' ? sitingWords(problem.reason) : reachWords(problem))[language];

type Worded = Readonly<Record<Language, string>>;

function reachWords(problem: IsochroneProblem | ScenarioProblem): Worded {
  switch (problem.code) {
    case 'limit-not-usable': return { nl: 'De grens moet een getal zijn van 0 of meer. Vul ze opnieuw in.', en: 'The limit must be a number of 0 or more. Fill it in again.' };
    case 'speed-not-usable': return { nl: 'De snelheid moet een getal zijn groter dan 0. Vul ze opnieuw in.', en: 'The speed must be a number above 0. Fill it in again.' };
    case 'decay-not-usable': return {
      nl: 'Hoe het belang met de afstand afneemt is niet bruikbaar: elke afstand moet een getal zijn groter dan 0. Vul ze opnieuw in.',
      en: 'How weight falls with distance cannot be used: each distance must be a number above 0. Fill it in again.',
    };
    case 'limit-in-metres': return { nl: 'Dit profiel wordt in tijd gemeten. Geef de grens in minuten.', en: 'This profile is measured in time. Give the limit in minutes.' };
    case 'streets-needed': return {
      nl: 'Dit kan alleen langs straten, en deze gemeente heeft geen straten waarlangs gerekend kan worden. Lees OpenStreetMap of het Wegenregister in.',
      en: 'This can only be reckoned along streets, and this municipality has none. Import OpenStreetMap or the Wegenregister.',
    };
    case 'no-streets-for-area': return {
      nl: 'Een bereikbaar gebied bestaat uit straten, en deze gemeente heeft geen straten waarlangs gerekend kan worden. Lees OpenStreetMap of het Wegenregister in.',
      en: 'A service area is made of streets, and this municipality has none. Import OpenStreetMap or the Wegenregister.',
    };
    case 'streets-needed-for-scenario': return {
      nl: 'Een scenario verandert straten, en deze gemeente heeft geen straten waarlangs gerekend kan worden. Lees OpenStreetMap of het Wegenregister in.',
      en: 'A scenario changes streets, and this municipality has none. Import OpenStreetMap or the Wegenregister.',
    };
    case 'age-bands-cut': return {
      nl: `De gegevens kennen geen aparte groep van ${problem.ages.from} ${problem.ages.to === null ? 'jaar en ouder' : `tot en met ${problem.ages.to} jaar`}. Kies een groep die uit hele leeftijdsgroepen bestaat.`,
      en: `The data know no separate group of ${problem.ages.from} ${problem.ages.to === null ? 'and older' : `to ${problem.ages.to}`}. Choose one made of whole age bands.`,
    };
    case 'facility-not-found': return { nl: 'Deze voorziening staat niet (meer) in het plan.', en: 'This facility is not in the plan (any more).' };
    case 'address-not-found': return { nl: 'Dit adres staat niet in de gegevens.', en: 'This address is not in the data.' };
    case 'path-joins-no-street': return {
      nl: `Een uiteinde van pad ${problem.path + 1} ligt niet binnen 100 m van een straat, of aan de andere kant van een barrière. Teken het tot aan een straat.`,
      en: `An end of path ${problem.path + 1} is not within 100 m of a street, or lies across a barrier. Draw it up to a street.`,
    };
    case 'unknown-crossing': return { nl: 'Deze oversteek staat niet in de gegevens.', en: 'This crossing is not in the data.' };
    case 'crossing-on-no-street': return { nl: 'Bij deze oversteek loopt geen straat voor voetgangers over een barrière. Er valt niets te sluiten.', en: 'No street for walkers passes a barrier at this crossing. There is nothing to close.' };
  }
}

function sitingWords(reason: SitingRefused['reason']): Worded {
  switch (reason.code) {
    case 'nobody-to-serve': return { nl: 'Er woont niemand van de gekozen leeftijden, of hun gewicht is 0. Kies andere gewichten.', en: 'Nobody of the chosen ages lives here, or their weight is 0. Choose other weights.' };
    case 'capacity-not-given': return { nl: 'Van een voorziening die blijft is niet bekend hoe groot ze is. Vul de capaciteit aan of laat de huidige voorzieningen buiten beschouwing.', en: 'The size of a facility that stays is not known. Fill in its capacity or leave the present facilities aside.' };
    case 'no-sites': return { nl: 'Er is geen enkele plaats om uit te kiezen. Geef plaatsen op.', en: 'There is no place to choose from. Give places.' };
    case 'nothing-in-reach': return { nl: 'Vanuit geen enkele plaats is iemand te bereiken. Kies een ruimere grens of andere plaatsen.', en: 'Nobody can be reached from any place. Choose a wider limit or other places.' };
    case 'capacity-too-small': return {
      nl: `Er zijn ${number.nl.format(reason.needed)} plaatsen nodig en hoogstens ${number.nl.format(reason.capacity)} mogelijk. Laat meer of grotere nieuwe voorzieningen toe.`,
      en: `${number.en.format(reason.needed)} places are needed and at most ${number.en.format(reason.capacity)} possible. Allow more or larger new facilities.`,
    };
    case 'no-plan-found': return { nl: 'Met zo weinig plaatsen en deze grootte kan niet iedereen ergens terecht. Laat meer of grotere nieuwe voorzieningen toe.', en: 'So few places of this size cannot take everybody. Allow more or larger new facilities.' };
    case 'fewer-open-than-fixed': return { nl: 'Er blijven meer voorzieningen staan dan er open mogen zijn. Laat er meer toe.', en: 'More facilities stay than may be open. Allow more.' };
    case 'fixed-site-unknown':
    case 'table-does-not-fit':
    case 'weight-is-no-number':
    case 'cost-is-no-number':
    case 'radius-is-no-number':
      return { nl: 'Een gewicht, plaats of grens is geen bruikbaar getal. Vul ze opnieuw in.', en: 'A weight, place or limit is no usable number. Fill it in again.' };
    default:
      return reachWords(reason);
  }
}
