import { terms, type Language, type TermId } from '@woonzorgzones/core/model';

/** A domain word as the head of a column, a layer or a list: from the one glossary, with a capital. */
export function domainWord(id: TermId, language: Language, many = true): string {
  const word: string = terms[id][language][many ? 1 : 0];
  return word.charAt(0).toUpperCase() + word.slice(1);
}
