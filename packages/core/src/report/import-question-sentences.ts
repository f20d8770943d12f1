import type { ImportQuestion, ImportQuestionCode, Language } from '../model/index.ts';
import { fieldWords, roleWords } from './role-words.ts';

type FactsOf<C extends ImportQuestionCode> = Extract<ImportQuestion, { code: C }>['facts'];
type Wording = Readonly<Record<Language, string>>;

const named = (file: string, layer: string | null) => (layer === null ? file : `${file} (${layer})`);
const places = (found: readonly { readonly code: string; readonly name: string }[]) => found.map(({ code, name }) => `${name} (${code})`).join(', ');

const questions: { readonly [C in ImportQuestionCode]: (facts: FactsOf<C>) => Wording } = {
  'unknown-file': ({ file, layer }) => ({
    nl: `${named(file, layer)} is niet herkend. Zeg wat er in staat en welke kolom wat betekent, of laat het weg.`,
    en: `${named(file, layer)} was not recognised. Say what it holds and what its columns mean, or leave it out.`,
  }),
  'columns-missing': ({ file, layer, role, fields }) => ({
    nl: `In ${named(file, layer)} (${roleWords(role, 'nl')}) is nog niet bekend welke kolom dit geeft: ${fields.map((field) => fieldWords(field, 'nl')).join(', ')}. Wijs die kolommen aan.`,
    en: `Of ${named(file, layer)} (${roleWords(role, 'en')}) it is not known yet which column gives: ${fields.map((field) => fieldWords(field, 'en')).join(', ')}. Point these columns out.`,
  }),
  'several-for-role': ({ role, files }) => ({
    nl: `Er is meer dan één bestand voor ${roleWords(role, 'nl')}: ${files.join(', ')}. Kies er één en laat de andere weg.`,
    en: `There is more than one file for ${roleWords(role, 'en')}: ${files.join(', ')}. Choose one and leave the others out.`,
  }),
  'role-missing': ({ role }) => ({
    nl: `Er is nog geen bestand voor ${roleWords(role, 'nl')}. Voeg het toe; zonder kan er geen plan gemaakt worden.`,
    en: `There is no file yet for ${roleWords(role, 'en')}. Add it; no plan can be made without.`,
  }),
  'which-municipality': ({ found }) => ({
    nl: found.length === 0 ? 'De bestanden zeggen niet welke gemeente het is. Vul de NIS-code en de naam in.' : `De bestanden gaan over meer dan één gemeente: ${places(found)}. Kies er één.`,
    en: found.length === 0 ? 'The files do not say which municipality it is. Fill in its NIS code and name.' : `The files are about more than one municipality: ${places(found)}. Choose one.`,
  }),
  'which-year': ({ found }) => ({
    nl: found.length === 0 ? 'De bestanden zeggen niet van welk jaar de inwoners zijn. Vul het jaar in.' : `De bestanden noemen meer dan één jaar: ${found.join(', ')}. Kies het jaar waarvan de inwoners geteld worden.`,
    en: found.length === 0 ? 'The files do not say of which year the inhabitants are. Fill in the year.' : `The files name more than one year: ${found.join(', ')}. Choose the year the inhabitants are counted of.`,
  }),
  'inhabitants-missing': () => ({
    nl: 'Nergens staat hoeveel inwoners er zijn. Voeg inwoners per bouwblok of een leeftijdstabel toe, of vul het totaal van de gemeente in.',
    en: 'Nothing says how many inhabitants there are. Add inhabitants per block or a table of ages, or fill in the total of the municipality.',
  }),
};

/** What is still open before files can be imported, and what to do. */
export const importQuestionSentence = (question: ImportQuestion, language: Language): string =>
  (questions[question.code] as (facts: ImportQuestion['facts']) => Wording)(question.facts)[language];
