import type { EditProblem, LogProblem } from '../edit/index.ts';
import type { Language } from '../model/language.ts';
import { normProblemSentence } from './norm-sentences.ts';

/** Why a change of a plan was refused, and what to do about it. */
export const editSentence = (problem: EditProblem | LogProblem, language: Language): string => sentences(problem)[language];

function sentences(problem: EditProblem | LogProblem): Readonly<Record<Language, string>> {
  switch (problem.code) {
    case 'unknown-zone': return {
      nl: `${many(problem.zones, 'Deze zone bestaat', 'Deze zones bestaan')} niet in het plan: ${listed(problem.zones)}. Misschien is ze intussen verwijderd of samengevoegd.`,
      en: `${many(problem.zones, 'This zone is', 'These zones are')} not in the plan: ${listed(problem.zones)}. Perhaps it was removed or merged meanwhile.`,
    };
    case 'unknown-block': return {
      nl: `${many(problem.blocks, 'Dit bouwblok bestaat', 'Deze bouwblokken bestaan')} niet in deze gemeente: ${listed(problem.blocks)}.`,
      en: `${many(problem.blocks, 'This block is', 'These blocks are')} not in this municipality: ${listed(problem.blocks)}.`,
    };
    case 'zone-locked': return {
      nl: `${many(problem.zones, 'Deze zone is', 'Deze zones zijn')} vergrendeld: ${listed(problem.names)}. Ontgrendel eerst.`,
      en: `${many(problem.zones, 'This zone is', 'These zones are')} locked: ${listed(problem.names)}. Unlock first.`,
    };
    case 'zone-id-taken': return {
      nl: `Er is al een zone met het kenmerk ${problem.zone}. Kies een ander kenmerk.`,
      en: `There is a zone with the id ${problem.zone} already. Choose another id.`,
    };
    case 'zone-name-taken': return {
      nl: `Er is al een zone met de naam ${problem.name}. Kies een andere naam.`,
      en: `There is a zone named ${problem.name} already. Choose another name.`,
    };
    case 'name-empty': return { nl: 'Een naam mag niet leeg zijn.', en: 'A name may not be empty.' };
    case 'position-outside': return {
      nl: `Plaats ${problem.at} bestaat niet: het plan heeft ${problem.zones} zones.`,
      en: `There is no position ${problem.at}: the plan has ${problem.zones} zones.`,
    };
    case 'merge-with-itself': return {
      nl: 'Een zone kan niet met zichzelf samengevoegd worden. Kies twee zones.',
      en: 'A zone cannot be merged with itself. Choose two zones.',
    };
    case 'nucleus-id-taken': return {
      nl: `Er is al een kern met het kenmerk ${problem.nucleus}. Kies een ander kenmerk.`,
      en: `There is a kern with the id ${problem.nucleus} already. Choose another id.`,
    };
    case 'nucleus-dropped': return { nl: 'Deze kern is geschrapt. Zet haar eerst terug.', en: 'This kern was dropped. Restore it first.' };
    case 'nucleus-not-dropped': return { nl: 'Deze kern is niet geschrapt.', en: 'This kern was not dropped.' };
    case 'nucleus-not-found-by-engine': return {
      nl: 'Deze kern is met de hand toegevoegd en heeft geen gevonden plaats of naam om naar terug te keren. Verplaats, hernoem of schrap haar.',
      en: 'This kern was added by hand and has no found place or name to go back to. Move, rename or drop it.',
    };
    case 'block-split-already': return { nl: `Bouwblok ${problem.block} is al gesplitst. Splits een van zijn delen.`, en: `Block ${problem.block} was split already. Split one of its parts.` };
    case 'block-not-split': return { nl: `Bouwblok ${problem.block} is niet gesplitst.`, en: `Block ${problem.block} was not split.` };
    case 'line-does-not-split': return {
      nl: `De lijn snijdt bouwblok ${problem.block} niet in twee tot negen delen. Teken ze van rand tot rand, helemaal door het bouwblok.`,
      en: `The line does not cut block ${problem.block} into two to nine parts. Draw it from edge to edge, right through the block.`,
    };
    case 'parts-in-different-zones': return {
      nl: `De delen van bouwblok ${problem.block} liggen in verschillende zones. Breng ze eerst in één zone.`,
      en: `The parts of block ${problem.block} are in different zones. Bring them into one zone first.`,
    };
    case 'part-split-further': return {
      nl: `Een deel van bouwblok ${problem.block} is verder gesplitst. Voeg dat eerst weer samen.`,
      en: `A part of block ${problem.block} was split further. Join that again first.`,
    };
    case 'no-own-norms': return {
      nl: 'Dit plan volgt een meegeleverde normenset, en die verandert nooit. Neem eerst een eigen kopie van de normen.',
      en: 'This plan follows a shipped norm set, which never changes. Take a copy of the norms of your own first.',
    };
    case 'unknown-norm': return {
      nl: `De norm ${problem.norm} staat niet in de normen van dit plan. Misschien is ze intussen geschrapt.`,
      en: `The norm ${problem.norm} is not among the norms of this plan. Perhaps it was dropped meanwhile.`,
    };
    case 'norms-refused': return {
      nl: `Dit kan geen normenset zijn. ${problem.problems.map((one) => normProblemSentence(one, 'nl')).join(' ')}`,
      en: `This cannot be a norm set. ${problem.problems.map((one) => normProblemSentence(one, 'en')).join(' ')}`,
    };
    case 'unknown-facility': return {
      nl: `${many(problem.facilities, 'Deze voorziening bestaat', 'Deze voorzieningen bestaan')} niet in dit plan: ${listed(problem.facilities)}. Misschien is ze intussen verwijderd.`,
      en: `${many(problem.facilities, 'This facility is', 'These facilities are')} not in this plan: ${listed(problem.facilities)}. Perhaps it was removed meanwhile.`,
    };
    case 'facility-id-taken': return {
      nl: `Er is al een voorziening met het kenmerk ${problem.facility}. Kies een ander kenmerk.`,
      en: `There is a facility with the id ${problem.facility} already. Choose another id.`,
    };
    case 'facility-merged': return {
      nl: `${problem.facility} is samengevoegd met ${problem.into}. Wijzig die, of zet de twee eerst weer apart.`,
      en: `${problem.facility} was merged with ${problem.into}. Change that one, or set the two apart first.`,
    };
    case 'facility-of-file': return {
      nl: `${problem.facility} komt uit een bestand en kan niet verwijderd worden. Sluit de voorziening in plaats daarvan.`,
      en: `${problem.facility} comes from a file and cannot be removed. Close the facility instead.`,
    };
    case 'facility-stands-for-others': return {
      nl: `${problem.facility} staat ook voor ${listed(problem.others)}. Zet die eerst weer apart.`,
      en: `${problem.facility} also stands for ${listed(problem.others)}. Set those apart first.`,
    };
    case 'facility-not-merged': return {
      nl: `${problem.facility} is niet samengevoegd met een andere voorziening.`,
      en: `${problem.facility} was not merged with another facility.`,
    };
    case 'facility-with-itself': return {
      nl: 'Een voorziening kan niet met zichzelf vergeleken of samengevoegd worden. Kies twee voorzieningen.',
      en: 'A facility cannot be compared or merged with itself. Choose two facilities.',
    };
    case 'facility-name-empty': return { nl: 'De naam van een voorziening mag niet leeg zijn.', en: 'The name of a facility may not be empty.' };
    case 'travel-profile-unfit': return problem.field === 'pace' ? {
      nl: 'De snelheid van een eigen profiel moet een getal zijn groter dan 0. Vul ze opnieuw in.',
      en: 'The speed of an own profile must be a number above 0. Fill it in again.',
    } : {
      nl: 'De steilste helling van een eigen profiel moet een getal zijn groter dan 0. Vul ze opnieuw in, of laat ze leeg.',
      en: 'The steepest slope of an own profile must be a number above 0. Fill it in again, or leave it empty.',
    };
    case 'chapter-id-taken': return {
      nl: `Twee hoofdstukken hebben hetzelfde kenmerk (${problem.chapter}). Geef elk hoofdstuk een eigen kenmerk.`,
      en: `Two chapters have the same id (${problem.chapter}). Give each chapter an id of its own.`,
    };
    case 'unknown-chapter': return {
      nl: `Het hoofdstuk ${problem.chapter} staat niet (meer) in het verhaal. Laad het plan opnieuw en kies een ander.`,
      en: `The chapter ${problem.chapter} is not in the story (any more). Load the plan again and choose another.`,
    };
    case 'chapter-position-outside': return {
      nl: `Plaats ${problem.at} valt buiten het verhaal: kies 0 tot en met ${problem.chapters}.`,
      en: `Position ${problem.at} is outside the story: choose 0 up to ${problem.chapters}.`,
    };
    case 'unknown-scenario': return {
      nl: `Het scenario ${problem.scenario} bestaat niet (meer) in dit plan. Kies een ander.`,
      en: `The scenario ${problem.scenario} is not in this plan (any more). Choose another.`,
    };
    case 'scenario-circular': return {
      nl: `Deze scenario’s bouwen in een kring op elkaar voort: ${[...problem.scenarios, problem.scenarios[0]].join(' → ')}. Laat een ervan op het plan zelf rusten.`,
      en: `These scenarios rest on each other in a circle: ${[...problem.scenarios, problem.scenarios[0]].join(' → ')}. Let one of them rest on the plan itself.`,
    };
    case 'scenario-id-taken': return {
      nl: `Er is al een scenario met het kenmerk ${problem.scenario}. Kies een ander kenmerk.`,
      en: `There is a scenario with the id ${problem.scenario} already. Choose another id.`,
    };
    case 'scenario-name-taken': return {
      nl: `Er is al een scenario met de naam ${problem.name}. Kies een andere naam.`,
      en: `There is a scenario named ${problem.name} already. Choose another name.`,
    };
    case 'scenario-is-base': return {
      nl: `${many(problem.others, 'Dit scenario rust', 'Deze scenario’s rusten')} op ${problem.scenario}: ${listed(problem.others)}. Verwijder die eerst, of laat ze op iets anders rusten.`,
      en: `${many(problem.others, 'This scenario rests', 'These scenarios rest')} on ${problem.scenario}: ${listed(problem.others)}. Remove those first, or let them rest on something else.`,
    };
    case 'scenario-facility-repeated': return {
      nl: `In dit scenario opent ${problem.facility} twee keer. Geef elke nieuwe voorziening een eigen kenmerk.`,
      en: `This scenario opens ${problem.facility} twice. Give each new facility an id of its own.`,
    };
    case 'nothing-to-undo': return { nl: 'Er is niets om ongedaan te maken.', en: 'There is nothing to undo.' };
    case 'nothing-to-redo': return { nl: 'Er is niets om opnieuw te doen.', en: 'There is nothing to redo.' };
    case 'edit-refused': return {
      nl: `Regel ${problem.entry + 1} van het logboek past niet op het plan. ${sentences(problem.problem).nl}`,
      en: `Line ${problem.entry + 1} of the log does not fit the plan. ${sentences(problem.problem).en}`,
    };
    case 'log-broken': return {
      nl: `Het logboek van het plan is beschadigd bij regel ${problem.entry + 1}.`,
      en: `The log of the plan is damaged at line ${problem.entry + 1}.`,
    };
  }
}

const many = (ids: readonly string[], one: string, more: string) => (ids.length === 1 ? one : more);

const most = 5;

/** The first few ids, and how many more. */
const listed = (ids: readonly string[]) => (ids.length <= most ? ids.join(', ') : `${ids.slice(0, most).join(', ')} … (+${ids.length - most})`);
