import type { Language } from '../model/language.ts';
import type { DelineationProblem, Named } from '../zoning/index.ts';
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
      nl: `${nlNumber(problem.zoneCount, 1)} zones kunnen niet uit ${whole(problem.blocks)} bouwblokken gemaakt worden. Kies een heel aantal van 1 tot ${whole(problem.blocks)}.`,
      en: `${enNumber(problem.zoneCount, 1)} zones cannot be made of ${wholeEn(problem.blocks)} blocks. Choose a whole number from 1 to ${wholeEn(problem.blocks)}.`,
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
    case 'block-cut-by-barrier': return {
      nl: `Door bouwblok ${problem.name} (${whole(problem.inhabitants)} inwoners) loopt ${whole(problem.lengthMetres)} m barrière (${problem.barriers.join(', ')}). Zijn zone wordt dus altijd doorsneden. Verdeel het blok langs de barrière.`,
      en: `${wholeEn(problem.lengthMetres)} m of barrier (${problem.barriers.join(', ')}) runs through block ${problem.name} (${wholeEn(problem.inhabitants)} inhabitants), so its zone is always cut. Split the block along the barrier.`,
    };
    case 'rest-below-least': return {
      nl: `Tussen de vergrendelde zones blijft rond ${problem.name} een stuk over van ${whole(problem.inhabitants)} inwoners, te weinig voor een zone van ${whole(problem.least)}. Ontgrendel een zone ernaast.`,
      en: `Between the locked zones a piece of ${wholeEn(problem.inhabitants)} inhabitants is left around ${problem.name}, too few for a zone of ${wholeEn(problem.least)}. Unlock a zone beside it.`,
    };
    case 'locks-contradict': return {
      nl: `Deze bouwblokken moeten samen én apart liggen: ${listed(problem.blocks)}. Hun vergrendelingen zijn niet toegepast; haal er een weg.`,
      en: `These blocks must be together and apart at once: ${listed(problem.blocks)}. Their locks were not applied; remove one of them.`,
    };
    case 'locks-without-ground': return {
      nl: `Een vergrendeling noemt bouwblokken die niet bestaan of in geen zone liggen: ${problem.blocks.join(', ')}. Ze is niet toegepast. Wijs het blok eerst toe of haal de vergrendeling weg.`,
      en: `A lock names blocks that do not exist or are in no zone: ${problem.blocks.join(', ')}. It was not applied. Assign the block first or remove the lock.`,
    };
    case 'lock-not-kept': {
      const [one, other] = problem.blocks;
      return problem.together ? {
        nl: `${one.name} en ${other.name} moesten in één zone liggen, maar dat kan hier niet binnen de andere eisen. Verruim de inwonersgrenzen of haal de vergrendeling weg.`,
        en: `${one.name} and ${other.name} were to share a zone, which the other demands do not allow here. Widen the bounds or remove the lock.`,
      } : {
        nl: `${one.name} en ${other.name} moesten in aparte zones liggen, maar dat kan hier niet binnen de andere eisen. Kies meer zones of haal de vergrendeling weg.`,
        en: `${one.name} and ${other.name} were to be in different zones, which the other demands do not allow here. Choose more zones or remove the lock.`,
      };
    }
    case 'fixed-blocks-apart': return {
      nl: `Naar deze bouwblokken leidt geen weg binnen ${problem.name}: ${listed(problem.blocks)}. Ze konden er niet in blijven. Zet ook de blokken ertussen vast, of laat ze los.`,
      en: `No way inside ${problem.name} leads to these blocks: ${listed(problem.blocks)}. They could not stay in it. Fix the blocks between as well, or let them go.`,
    };
    case 'locked-zone-out-of-bounds': return {
      nl: `${problem.name} is vergrendeld en telt ${whole(problem.inhabitants)} inwoners, buiten ${whole(problem.least)} tot ${whole(problem.most)}. Ontgrendel de zone om ze aan te passen.`,
      en: `${problem.name} is locked and has ${wholeEn(problem.inhabitants)} inhabitants, outside ${wholeEn(problem.least)} to ${wholeEn(problem.most)}. Unlock the zone to change it.`,
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

const { number: nlNumber } = formatFor('nl');
const { number: enNumber } = formatFor('en');
const whole = (value: number): string => nlNumber(value);
const wholeEn = (value: number): string => enNumber(value);

const mostNamed = 5;
const listed = (blocks: readonly Named[]): string =>
  blocks.slice(0, mostNamed).map(({ name }) => name).join(', ') + (blocks.length > mostNamed ? ` … (+${blocks.length - mostNamed})` : '');
