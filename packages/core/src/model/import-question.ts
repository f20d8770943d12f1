/**
 * What is still open before a set of files can be imported: codes and facts; the sentences are made in
 * `report/import-question-sentences.ts`.
 */
interface QuestionFacts {
  /** No profile knows the file (or this layer of it): say what it is, or leave it out. */
  'unknown-file': { readonly file: string; readonly layer: string | null };
  /** It is known what the file is, but not which columns give these required fields. */
  'columns-missing': { readonly file: string; readonly layer: string | null; readonly role: string; readonly fields: readonly string[] };
  /** Several files (or layers) for a role that a municipality has once: choose one. */
  'several-for-role': { readonly role: string; readonly files: readonly string[] };
  /** A role without which there is no plan. */
  'role-missing': { readonly role: string };
  /** Which municipality it is; `found` are those the files speak of, most rows first. */
  'which-municipality': { readonly found: readonly { readonly code: string; readonly name: string }[] };
  /** Which year the inhabitants are of; `found` are those the files speak of, newest first. */
  'which-year': { readonly found: readonly number[] };
  /** Nothing says how many inhabitants there are. */
  'inhabitants-missing': Record<string, never>;
}

export type ImportQuestionCode = keyof QuestionFacts;

export type ImportQuestion = { readonly [C in ImportQuestionCode]: { readonly code: C; readonly facts: QuestionFacts[C] } }[ImportQuestionCode];
