import { categories, type Language, type NormProblem } from '../model/index.ts';
import { formatFor } from './format.ts';

type Worded = Readonly<Record<Language, string>>;

/** What is wrong with a norm or a set of norms, where, and what to do about it. */
export const normProblemSentence = (problem: NormProblem, language: Language): string =>
  `${problem.at === '' ? '' : `${problem.at}: `}${words(problem, language)[language]}`;

function words(problem: NormProblem, language: Language): Worded {
  const { number } = formatFor(language);
  switch (problem.code) {
    case 'wrong-value': return { nl: `dit klopt niet; verwacht wordt ${problem.wants}.`, en: `this is not right; expected is ${problem.wants}.` };
    case 'missing-field': return { nl: `“${problem.field}” ontbreekt. Vul het in, met null waar het er niet toe doet.`, en: `“${problem.field}” is missing. Fill it in, with null where it does not matter.` };
    case 'unknown-field': return { nl: `“${problem.field}” is geen veld van een norm. Haal het weg of schrijf het zoals in data/norms/README.md.`, en: `“${problem.field}” is no field of a norm. Remove it or write it as in data/norms/README.md.` };
    case 'repeated-norm': return { nl: `er zijn twee normen met het kenmerk ${problem.id}. Geef een van de twee een ander kenmerk.`, en: `two norms have the id ${problem.id}. Give one of them another id.` };
    case 'without-source': return { nl: 'een norm zonder bron telt niet. Noem de bron, of zeg dat het een eigen norm van de gemeente is.', en: 'a norm without a source does not count. Name the source, or say that it is the municipality’s own.' };
    case 'brackets-overlap': return { nl: `de leeftijden ${problem.brackets.join(' en ')} overlappen of staan niet op volgorde; wie in beide valt zou twee keer tellen.`, en: `the ages ${problem.brackets.join(' and ')} overlap or are out of order; whoever is in both would count twice.` };
    case 'brackets-gap': return { nl: `tussen de leeftijden ${problem.brackets.join(' en ')} ontbreken leeftijden. Sluit de klassen op elkaar aan, of geef de tussenliggende leeftijden een eigen regel.`, en: `ages are missing between ${problem.brackets.join(' and ')}. Let the brackets meet, or give the ages between them a line of their own.` };
    case 'negative': return { nl: `${number(problem.value, 3)} is negatief. Vul een getal van 0 of meer in.`, en: `${number(problem.value, 3)} is negative. Fill in a number of 0 or more.` };
    case 'estimates-out-of-order': return { nl: `de raming loopt niet op: laag ${number(problem.low, 3)}, midden ${number(problem.middle, 3)}, hoog ${number(problem.high, 3)}.`, en: `the estimates do not ascend: low ${number(problem.low, 3)}, middle ${number(problem.middle, 3)}, high ${number(problem.high, 3)}.` };
    case 'share-of-unknown-norm': return { nl: `deze norm is een deel van de norm ${problem.norm}, maar die staat niet in de set of is zelf een deel van een andere.`, en: `this norm is a share of the norm ${problem.norm}, which is not in the set or is itself a share of another.` };
    case 'response-not-distance': return { nl: `de minuten en de snelheid geven ${number(problem.response)} m, maar er staat ${number(problem.withinMetres)} m.`, en: `the minutes and the speed give ${number(problem.response)} m, but ${number(problem.withinMetres)} m stands there.` };
    case 'rate-over-everyone': return { nl: `${number(problem.count, 3)} op ${number(problem.per)} personen is meer dan iedereen (over 100 %).`, en: `${number(problem.count, 3)} per ${number(problem.per)} persons is more than everybody (over 100 %).` };
    case 'years-reversed': return { nl: `de norm eindigt (${problem.validTo}) voor ze begint (${problem.validFrom}).`, en: `the norm ends (${problem.validTo}) before it begins (${problem.validFrom}).` };
    case 'capacity-in-other-unit': return { nl: `de capaciteit van ${categories[problem.category].nl} wordt geteld in ${categories[problem.category].unit}, niet in ${problem.unit}.`, en: `the capacity of ${categories[problem.category].en} is counted in ${categories[problem.category].unit}, not in ${problem.unit}.` };
    case 'slice-rounding-without-slice': return { nl: 'alleen een norm per schijf van inwoners kan per begonnen schijf afronden. Kies een andere afronding.', en: 'only a norm per slice of inhabitants can round per begun slice. Choose another rounding.' };
  }
}
