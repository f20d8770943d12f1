import { expect, test } from 'vitest';
import { fieldWords, roleWords } from '../../packages/core/src/report/index.ts';
import { positionFields, roles } from '../../packages/files/src/manifest.ts';

/** Dutch words that are written as the manifest writes them. */
const sameWord = new Set(['id', 'water', 'postcode']);

test('each role a file can have, and each of its fields, is called by a word of people', () => {
  for (const [role, { required, optional }] of Object.entries(roles)) {
    for (const [key, word] of [[role, roleWords(role, 'nl')], ...[...required, ...optional, ...positionFields].map((field) => [field, fieldWords(field, 'nl')] as const)] as const) {
      if (!sameWord.has(key)) expect(word, `${role}: ${key}`).not.toBe(key);
    }
  }
});

test('a role or field of a later version keeps its own name', () => {
  expect(roleWords('maan', 'nl')).toBe('maan');
  expect(fieldWords('kleur', 'en')).toBe('kleur');
});
