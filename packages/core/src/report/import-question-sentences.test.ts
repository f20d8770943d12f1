import { expect, test } from 'vitest';
import type { ImportQuestion, ImportQuestionCode } from '../model/index.ts';
import { importQuestionSentence } from './import-question-sentences.ts';

/** One of each: a new code does not compile until it stands here. */
const questions: { readonly [C in ImportQuestionCode]: Extract<ImportQuestion, { code: C }> } = {
  'unknown-file': { code: 'unknown-file', facts: { file: 'lijst.xlsx', layer: 'Blad1' } },
  'columns-missing': { code: 'columns-missing', facts: { file: 'zorg.csv', layer: null, role: 'facilities', fields: ['category', 'lat'] } },
  'several-for-role': { code: 'several-for-role', facts: { role: 'addresses', files: ['crab.csv', 'best.csv'] } },
  'role-missing': { code: 'role-missing', facts: { role: 'boundary' } },
  'which-municipality': { code: 'which-municipality', facts: { found: [{ code: '71016', name: 'Genk' }, { code: '71022', name: 'Hasselt' }] } },
  'which-year': { code: 'which-year', facts: { found: [] } },
  'inhabitants-missing': { code: 'inhabitants-missing', facts: {} },
};

test('each question says what is open and what to do, in both languages', () => {
  for (const question of Object.values(questions)) {
    for (const language of ['nl', 'en'] as const) expect(importQuestionSentence(question, language)).toMatch(/^[A-Za-z].{15,}\. [A-Z].{8,}\.$/);
  }
});

test('files, roles and fields are called as people call them', () => {
  expect(importQuestionSentence(questions['columns-missing'], 'nl')).toBe('In zorg.csv (voorzieningen) is nog niet bekend welke kolom dit geeft: soort, breedtegraad. Wijs die kolommen aan.');
  expect(importQuestionSentence(questions['unknown-file'], 'nl')).toContain('lijst.xlsx (Blad1) is niet herkend.');
  expect(importQuestionSentence(questions['which-municipality'], 'nl')).toBe('De bestanden gaan over meer dan één gemeente: Genk (71016), Hasselt (71022). Kies er één.');
});
