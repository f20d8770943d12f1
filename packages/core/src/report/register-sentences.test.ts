import { expect, test } from 'vitest';
import { duplicateSentence, positionSentence, unplacedSentence } from './register-sentences.ts';

test('a place says how it was found, and how far off it may be where that is known', () => {
  expect(positionSentence({ by: 'source', metres: null }, 'nl')).toBe('Plaats uit het bestand.');
  expect(positionSentence({ by: 'nearest-number', metres: 24 }, 'nl')).toBe('Plaats van het dichtste huisnummer, kan 24\u00a0m afwijken.');
  expect(positionSentence({ by: 'street-middle', metres: 1250 }, 'en')).toBe('Middle of the street, may be 1.3\u00a0km off.');
});

test('a facility that waits says why, and two that may be one say why', () => {
  expect(unplacedSentence('street-unknown', 'nl')).toBe('De straat staat niet in de adressenlijst.');
  expect(duplicateSentence({ code: 'near', metres: 40 }, 'nl')).toBe('40\u00a0m van elkaar');
  expect(duplicateSentence({ code: 'name-alike', likeness: 1 }, 'nl')).toBe('Zelfde naam');
  expect(duplicateSentence({ code: 'name-alike', likeness: 0.8 }, 'en')).toBe('Names alike');
});
