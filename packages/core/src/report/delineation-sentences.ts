import type { Language } from '../model/language.ts';
import type { DelineationProblem } from '../zoning/index.ts';
import { formatFor } from './format.ts';

/** Why there is no division into zones, or what the one given does not meet: what binds, and what to change. */
export const delineationSentence = (problem: DelineationProblem, language: Language): string => sentences(problem)[language];

function sentences(problem: DelineationProblem): Readonly<Record<Language, string>> {
  switch (problem.code) {
    case 'no-blocks': return {
      nl: 'De gemeente heeft geen bouwblokken om zones van te maken. Lees een bestand met bouwblokken in.',
      en: 'The municipality has no blocks to make zones of. Import a file of blocks.',
    };
    case 'no-inhabitants': return {
      nl: 'De gemeente heeft geen inwoners. Lees inwoners per blok of een totaal voor de gemeente in.',
      en: 'The municipality has no inhabitants. Import inhabitants per block or a total for the municipality.',
    };
    case 'bounds-impossible': return {
      nl: `Een zone kan niet tussen ${whole(problem.least)} en ${whole(problem.most)} inwoners tellen. Kies een ondergrens boven 0 en een bovengrens die niet kleiner is.`,
      en: `A zone cannot have between ${wholeEn(problem.least)} and ${wholeEn(problem.most)} inhabitants. Choose a least above 0 and a most that is not smaller.`,
    };
    case 'zone-count-impossible': return {
      nl: `${whole(problem.zoneCount)} zones kunnen niet uit ${whole(problem.blocks)} bouwblokken gemaakt worden. Kies een aantal van 1 tot ${whole(problem.blocks)}.`,
      en: `${wholeEn(problem.zoneCount)} zones cannot be made of ${wholeEn(problem.blocks)} blocks. Choose a number from 1 to ${wholeEn(problem.blocks)}.`,
    };
    case 'too-few-inhabitants': return {
      nl: `De hele gemeente telt ${whole(problem.inhabitants)} inwoners, minder dan de ${whole(problem.least)} van één zone. Ze is één zone geworden.`,
      en: `The whole municipality has ${wholeEn(problem.inhabitants)} inhabitants, fewer than the ${wholeEn(problem.least)} of one zone. It became one zone.`,
    };
    case 'no-count-fits': return {
      nl: `Geen enkel aantal zones verdeelt ${whole(problem.inhabitants)} inwoners in zones van ${whole(problem.least)} tot ${whole(problem.most)}. Verruim de grenzen.`,
      en: `No number of zones divides ${wholeEn(problem.inhabitants)} inhabitants into zones of ${wholeEn(problem.least)} to ${wholeEn(problem.most)}. Widen the bounds.`,
    };
    case 'count-cannot-fit': return {
      nl: `${whole(problem.zoneCount)} zones kunnen ${whole(problem.inhabitants)} inwoners niet binnen de grenzen houden. ${rangeNl(problem.fewest, problem.most)}`,
      en: `${wholeEn(problem.zoneCount)} zones cannot hold ${wholeEn(problem.inhabitants)} inhabitants within bounds. ${rangeEn(problem.fewest, problem.most)}`,
    };
    case 'block-above-most': return {
      nl: `Bouwblok ${problem.name} telt ${whole(problem.inhabitants)} inwoners, meer dan de ${whole(problem.most)} van een hele zone. Splits het of verhoog de bovengrens.`,
      en: `Block ${problem.name} has ${wholeEn(problem.inhabitants)} inhabitants, more than the ${wholeEn(problem.most)} of a whole zone. Split it or raise the bound.`,
    };
    case 'part-below-least': return {
      nl: `Het deel rond ${problem.name} (${whole(problem.inhabitants)} inwoners) ligt ${whole(problem.gapMetres)} m van de rest en is te klein voor een eigen zone van ${whole(problem.least)}. Zijn zone ligt in twee stukken.`,
      en: `The part around ${problem.name} (${wholeEn(problem.inhabitants)} inhabitants) lies ${wholeEn(problem.gapMetres)} m from the rest and is too small for a zone of its own of ${wholeEn(problem.least)}. Its zone lies in two pieces.`,
    };
    case 'no-kernen': return {
      nl: 'Er is geen kern gevonden: nergens wonen genoeg mensen dicht bij elkaar. De zones zijn zonder kernen getekend.',
      en: 'No kern was found: nowhere do enough people live close together. The zones were drawn without kernen.',
    };
    case 'zone-out-of-bounds': return problem.inhabitants < problem.least ? {
      nl: `${problem.name} telt ${whole(problem.inhabitants)} inwoners, ${whole(problem.least - problem.inhabitants)} te weinig.`,
      en: `${problem.name} has ${wholeEn(problem.inhabitants)} inhabitants, ${wholeEn(problem.least - problem.inhabitants)} too few.`,
    } : {
      nl: `${problem.name} telt ${whole(problem.inhabitants)} inwoners, ${whole(problem.inhabitants - problem.most)} te veel.`,
      en: `${problem.name} has ${wholeEn(problem.inhabitants)} inhabitants, ${wholeEn(problem.inhabitants - problem.most)} too many.`,
    };
    case 'zone-in-pieces': return {
      nl: `${problem.name} ligt in ${problem.pieces} stukken.`,
      en: `${problem.name} lies in ${problem.pieces} pieces.`,
    };
  }
}

const rangeNl = (fewest: number, most: number) =>
  (fewest > most ? 'Geen enkel aantal kan dat; verruim de grenzen.' : fewest === most ? `Met ${fewest} kan het wel.` : `Met ${fewest} tot ${most} kan het wel.`);
const rangeEn = (fewest: number, most: number) =>
  (fewest > most ? 'No number can; widen the bounds.' : fewest === most ? `${fewest} could.` : `${fewest} to ${most} could.`);

const whole = formatFor('nl').number;
const wholeEn = formatFor('en').number;
