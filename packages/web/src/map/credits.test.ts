import { expect, test } from 'vitest';
import { creditLine } from './credits.ts';

test('each source is thanked once, without a second "Bron"', () => {
  expect(creditLine(['Bron: Statbel', null, '© OpenStreetMap contributors', 'Statbel'])).toBe('Statbel · © OpenStreetMap contributors');
  expect(creditLine([null])).toBe('');
});
