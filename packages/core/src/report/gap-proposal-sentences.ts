import { categories, metres, type Count, type Language } from '../model/index.ts';
import type { DoubtCode, Proposal, ProposalCondition, ProposalFacts, ProposalRuleId } from '../needs/index.ts';
import { formatFor } from './format.ts';
import { functionLabel, livingFormLabel } from './function-words.ts';
import { amountDecimals, unitLabel } from './gap-sentences.ts';

type Both = Readonly<Record<Language, string>>;

const nl = formatFor('nl');
const en = formatFor('en');

const rules: Readonly<Record<ProposalRuleId, Both>> = {
  enlarge: { nl: 'Bestaande voorziening uitbreiden', en: 'Enlarge an existing facility' },
  reorganise: { nl: 'Bestaand aanbod reorganiseren', en: 'Reorganise what there is' },
  'take-function': { nl: 'Bestaand gebouw een functie erbij geven', en: 'Let an existing building take a function' },
  'share-centre': { nl: 'Eén centrum voor twee', en: 'One centre for two' },
  'new-site': { nl: 'Nieuwe voorziening op de beste plaats', en: 'A new facility on the best site' },
  'new-housing': { nl: 'Nieuwe woningen waar er ruimte is', en: 'New housing where there is room' },
  transport: { nl: 'Vervoer waar lopen niet gaat', en: 'Transport where walking cannot' },
  'small-kern': { nl: 'Twee wegen voor een kleine kern', en: 'Two roads for a small kern' },
};

export const proposalRuleLabel = (rule: ProposalRuleId, language: Language): string => rules[rule][language];

const services: Readonly<Record<string, Both>> = {
  winkel: { nl: 'winkel', en: 'shop' },
  'bank-post': { nl: 'bank of post', en: 'bank or post' },
  huisarts: { nl: 'huisarts', en: 'doctor' },
  apotheek: { nl: 'apotheek', en: 'pharmacy' },
  ontmoeting: { nl: 'ontmoetingsplaats', en: 'meeting place' },
  halte: { nl: 'halte', en: 'stop' },
};

/** "bank of post": a daily service of a kern, without capital. */
export const dailyServiceLabel = (service: string, language: Language): string => services[service]?.[language] ?? service;

const units = (value: number, unit: Parameters<typeof unitLabel>[0]): Both => ({
  nl: `${nl.number(value, amountDecimals(value))} ${unitLabel(unit, value, 'nl')}`, en: `${en.number(value, amountDecimals(value))} ${unitLabel(unit, value, 'en')}`,
});
const dwellings = (value: number): Both => units(value, 'woningen');
const way = (value: number): Both => ({ nl: nl.distance(metres(value)), en: en.distance(metres(value)) });
const kind = (category: keyof typeof categories): Both => ({ nl: categories[category].nl.toLowerCase(), en: categories[category].en.toLowerCase() });

/** What could be done, in one sentence: a question or a possibility, never a decision. */
export const proposalSentenceOf = ({ facts, zoneName }: Pick<Proposal, 'facts' | 'zoneName'>, language: Language): string => what(facts, zoneName)[language];

function what(facts: ProposalFacts, zoneName: string | null): Both {
  switch (facts.rule) {
    case 'enlarge': {
      const by = units(facts.by, facts.unit);
      return { nl: `${facts.facility.name} (${kind(facts.category).nl}) zou met ${by.nl} kunnen groeien.`, en: `${facts.facility.name} (${kind(facts.category).en}) could grow by ${by.en}.` };
    }
    case 'reorganise': return {
      nl: `${facts.facility.name} zou meer kunnen werken als ${livingFormLabel(facts.form, 'nl')}: een deel van de plaatsen wordt dan een woning met zorg erbij.`,
      en: `${facts.facility.name} could work more as ${livingFormLabel(facts.form, 'en')}: part of its places would become dwellings with care.`,
    };
    case 'take-function': return {
      nl: `Kan ${facts.facility.name} ook ${functionLabel(facts.function, 'nl')} worden voor ${zoneName ?? 'de zone'}?`,
      en: `Can ${facts.facility.name} also become the ${functionLabel(facts.function, 'en')} of ${zoneName ?? 'the zone'}?`,
    };
    case 'share-centre': return {
      nl: `Kan ${facts.facility.name}${facts.facility.zoneName === null ? '' : ` (${facts.facility.zoneName})`} ook ${functionLabel(facts.function, 'nl')} zijn voor ${facts.forName}?`,
      en: `Can ${facts.facility.name}${facts.facility.zoneName === null ? '' : ` (${facts.facility.zoneName})`} also be the ${functionLabel(facts.function, 'en')} for ${facts.forName}?`,
    };
    case 'new-site': return {
      nl: `Een nieuw ${kind(facts.category).nl} bereikt de meeste mensen rond ${facts.address}${zoneName === null ? '' : ` (${zoneName})`}.`,
      en: `A new ${kind(facts.category).en} reaches most people around ${facts.address}${zoneName === null ? '' : ` (${zoneName})`}.`,
    };
    case 'new-housing': return facts.atMost === null
      ? {
        nl: `${zoneName ?? 'De zone'} zou ${dwellings(facts.missing).nl} voor ${livingFormLabel(facts.form, 'nl')} kunnen gebruiken; hoeveel ruimte er is, is niet bekend.`,
        en: `${zoneName ?? 'The zone'} could use ${dwellings(facts.missing).en} for ${livingFormLabel(facts.form, 'en')}; how much room there is is not known.`,
      }
      : {
        nl: `In ${zoneName ?? 'de zone'} is ruimte voor ${dwellings(facts.atMost).nl} voor ${livingFormLabel(facts.form, 'nl')}, van de ${nl.number(facts.missing)} die ontbreken.`,
        en: `In ${zoneName ?? 'the zone'} there is room for ${dwellings(facts.atMost).en} for ${livingFormLabel(facts.form, 'en')}, of the ${en.number(facts.missing)} that are missing.`,
      };
    case 'transport': return {
      nl: `Wie in ${zoneName ?? 'de zone'} verder dan ${way(facts.withinMetres).nl} van een ${kind(facts.category).nl} woont, zou er met de bus of een pendeldienst kunnen komen.`,
      en: `Those in ${zoneName ?? 'the zone'} who live further than ${way(facts.withinMetres).en} from a ${kind(facts.category).en} could get there by bus or shuttle.`,
    };
    case 'small-kern': return {
      nl: `${facts.kernName} is klein (${nl.number(facts.persons)} inwoners): voorzieningen uitbouwen, of verhuizen naar ${facts.move.toKern} aanmoedigen?`,
      en: `${facts.kernName} is small (${en.number(facts.persons)} inhabitants): build up services, or encourage moving to ${facts.move.toKern}?`,
    };
  }
}

/** Why: what is missing or too far now. */
export const proposalReason = ({ facts, effect, zoneName }: Pick<Proposal, 'facts' | 'effect' | 'zoneName'>, language: Language): string => why(facts, effect, zoneName)[language];

function why(facts: ProposalFacts, effect: Proposal['effect'], zoneName: string | null): Both {
  const zone: Both = { nl: zoneName ?? 'De zone', en: zoneName ?? 'The zone' };
  switch (facts.rule) {
    case 'enlarge': {
      const short = units(effect.missingBefore ?? facts.by, facts.unit);
      return { nl: `${zone.nl} komt ${short.nl} tekort.`, en: `${zone.en} is ${short.en} short.` };
    }
    case 'reorganise': {
      const more = units(facts.surplus, facts.unit);
      return {
        nl: `${zone.nl} heeft ${more.nl} meer dan de norm er vraagt, en komt ${dwellings(facts.dwellingsMissing).nl} voor ${livingFormLabel(facts.form, 'nl')} tekort.`,
        en: `${zone.en} has ${more.en} more than the norm asks there, and is ${dwellings(facts.dwellingsMissing).en} short for ${livingFormLabel(facts.form, 'en')}.`,
      };
    }
    case 'take-function': return { nl: `${zone.nl} heeft geen ${functionLabel(facts.function, 'nl')}.`, en: `${zone.en} has no ${functionLabel(facts.function, 'en')}.` };
    case 'share-centre': return {
      nl: `${facts.forName} heeft er zelf geen; dit is het dichtstbijzijnde, gemiddeld ${way(facts.meanMetres).nl} ver.`,
      en: `${facts.forName} has none of its own; this is the nearest, ${way(facts.meanMetres).en} away on average.`,
    };
    case 'new-site': return { nl: `De gemeente komt er één tekort.`, en: 'The municipality is one short.' };
    case 'new-housing': return {
      nl: `${zone.nl} komt ${dwellings(facts.missing).nl} voor ${livingFormLabel(facts.form, 'nl')} tekort.`,
      en: `${zone.en} is ${dwellings(facts.missing).en} short for ${livingFormLabel(facts.form, 'en')}.`,
    };
    case 'transport': return {
      nl: `${nl.number(facts.beyond)} mensen wonen te ver om te lopen.`,
      en: `${en.number(facts.beyond)} people live too far to walk.`,
    };
    case 'small-kern': return {
      nl: `Van de ${facts.of} dagelijkse diensten zijn er ${facts.level} dichtbij; te ver: ${facts.services.map((service) => dailyServiceLabel(service, 'nl')).join(', ')}.`,
      en: `Of the ${facts.of} daily services ${facts.level} are near; too far: ${facts.services.map((service) => dailyServiceLabel(service, 'en')).join(', ')}.`,
    };
  }
}

/** What it would bring, in persons, units and metres; one sentence each. */
export const proposalEffects = (proposal: Pick<Proposal, 'facts' | 'effect'>, language: Language): readonly string[] => effects(proposal).map((sentence) => sentence[language]);

function effects({ facts, effect }: Pick<Proposal, 'facts' | 'effect'>): readonly Both[] {
  const said: Both[] = [];
  const people = (count: Count): Both => ({ nl: nl.count(count), en: en.count(count) });
  if (facts.rule === 'small-kern') {
    const kilometres = (value: number): Both => ({ nl: nl.number(value / 1000), en: en.number(value / 1000) });
    const [now, built, moved] = [kilometres(facts.buildUp.peopleMetresNow), kilometres(facts.buildUp.peopleMetresThen), kilometres(facts.move.peopleMetresThen)];
    return [
      {
        nl: `Eén keer gaan en elke te verre dienst: nu ${now.nl} km voor allen samen.`,
        en: `Going once to each service that is too far: now ${now.en} km for all together.`,
      },
      {
        nl: `Uitbouwen: ${facts.buildUp.services} diensten erbij in de kern, daarna ${built.nl} km.`,
        en: `Building up: ${facts.buildUp.services} services more in the kern, then ${built.en} km.`,
      },
      {
        nl: `Verhuizen: ${nl.number(facts.move.persons)} mensen naar ${facts.move.toKern}, daarna ${moved.nl} km.`,
        en: `Moving: ${en.number(facts.move.persons)} people to ${facts.move.toKern}, then ${moved.en} km.`,
      },
    ];
  }
  if (facts.rule === 'transport') {
    said.push({
      nl: `${people(facts.nearStop).nl} van hen hebben een halte binnen ${way(facts.stopMetres).nl}; de anderen hebben een pendeldienst nodig.`,
      en: `${people(facts.nearStop).en} of them have a stop within ${way(facts.stopMetres).en}; the others need a shuttle.`,
    });
    return said;
  }
  if (effect.persons.kind === 'known') said.push({
    nl: `Voor ${people(effect.persons).nl} mensen, van wie ${people(effect.from75).nl} van 75 jaar en ouder.`,
    en: `For ${people(effect.persons).en} people, of whom ${people(effect.from75).en} aged 75 and older.`,
  });
  if (effect.missingBefore !== null && effect.missingAfter !== null && effect.missingBefore > effect.missingAfter) said.push({
    nl: `Het tekort gaat van ${nl.number(effect.missingBefore, amountDecimals(effect.missingBefore))} naar ${nl.number(effect.missingAfter, amountDecimals(effect.missingAfter))}.`,
    en: `What is missing goes from ${en.number(effect.missingBefore, amountDecimals(effect.missingBefore))} to ${en.number(effect.missingAfter, amountDecimals(effect.missingAfter))}.`,
  });
  if (effect.metresBefore !== null && effect.metresAfter !== null && effect.metresAfter < effect.metresBefore) said.push({
    nl: `Hun weg wordt gemiddeld ${way(effect.metresAfter).nl} in plaats van ${way(effect.metresBefore).nl}.`,
    en: `Their way becomes ${way(effect.metresAfter).en} on average instead of ${way(effect.metresBefore).en}.`,
  });
  if (facts.rule === 'share-centre') said.push({
    nl: 'Er komt niets in de zone bij: de telling van wat er staat blijft zoals ze is.',
    en: 'Nothing is added in the zone: the count of what stands there stays as it is.',
  });
  return said;
}

const conditions: Readonly<Record<ProposalCondition, Both>> = {
  'owner-agrees': { nl: 'De eigenaar of uitbater wil het.', en: 'The owner or operator is willing.' },
  'room-in-building': { nl: 'Er is plaats in of bij het gebouw.', en: 'There is room in or beside the building.' },
  recognition: { nl: 'De Vlaamse overheid erkent het.', en: 'The Flemish government recognises it.' },
  staff: { nl: 'Er is personeel voor.', en: 'There is staff for it.' },
  'step-free': { nl: 'Het is zonder drempels bereikbaar.', en: 'It can be reached without steps.' },
  'plots-free': { nl: 'De grond of het gebouw komt vrij.', en: 'The plot or building becomes available.' },
  'reserve-unknown': { nl: 'Eerst nagaan hoeveel ruimte er is: de bestanden zeggen het niet.', en: 'First find out how much room there is: the files do not say.' },
  'people-decide': { nl: 'De mensen die er wonen beslissen mee.', en: 'The people who live there have their say.' },
  'stop-served': { nl: 'De halte wordt vaak genoeg bediend en is toegankelijk.', en: 'The stop is served often enough and is accessible.' },
  'agreement-between-zones': { nl: 'De twee zones spreken af wie wat doet.', en: 'The two zones agree on who does what.' },
};

/** What must be so before it can be done. */
export const proposalConditionSentence = (condition: ProposalCondition, language: Language): string => conditions[condition][language];

const doubts: Readonly<Record<DoubtCode, Both>> = {
  'norm-unconfirmed': { nl: 'De norm is niet in haar bron nagelezen.', en: 'The norm was not read in its source.' },
  'own-norm': { nl: 'De norm is een eigen aanname.', en: 'The norm is an assumption of our own.' },
  'straight-line': { nl: 'Afstanden zijn hemelsbreed met een omwegfactor.', en: 'Distances are straight lines with a detour.' },
  'band-wide': { nl: 'Andere verdelingen van de inwoners geven minder dan de helft van het tekort.', en: 'Other spreads of the people give less than half of the shortage.' },
  'capacity-unknown': { nl: 'Hoeveel plaats er is, is niet opgegeven.', en: 'How much room there is was not given.' },
  'not-proven': { nl: 'Niet bewezen dat er geen betere plaats is.', en: 'Not proven that there is no better site.' },
  'own-rule': { nl: 'De regel is er een van dit programma, geen norm uit een bron.', en: 'The rule is one of this program, not a norm from a source.' },
  fictitious: { nl: 'De gegevens zijn fictief.', en: 'The data are fictitious.' },
};

/** Why it is less sure than it might be. */
export const doubtSentence = (doubt: DoubtCode, language: Language): string => doubts[doubt][language];

const confidences: Readonly<Record<Proposal['confidence'], Both>> = { high: { nl: 'vrij zeker', en: 'fairly sure' }, middle: { nl: 'redelijk zeker', en: 'moderately sure' }, low: { nl: 'onzeker', en: 'unsure' } };

/** "vrij zeker", "redelijk zeker", "onzeker". */
export const confidenceLabel = (confidence: Proposal['confidence'], language: Language): string => confidences[confidence][language];
