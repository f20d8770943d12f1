import { expect, test } from 'vitest';
import type { NormProblem } from '../model/index.ts';
import { normProblemSentence } from './norm-sentences.ts';

test('a fault in a norm says where it stands, what is wrong and what to do', () => {
  const gap: NormProblem = { code: 'brackets-gap', at: 'norms[2].rule.rates[1]', brackets: ['60-64', '75+'] };
  expect(normProblemSentence(gap, 'nl')).toBe(
    'norms[2].rule.rates[1]: tussen de leeftijden 60-64 en 75+ ontbreken leeftijden. Sluit de klassen op elkaar aan, of geef de tussenliggende leeftijden een eigen regel.',
  );
  expect(normProblemSentence({ code: 'rate-over-everyone', at: 'norms[0]', count: 120, per: 100 }, 'nl')).toBe('norms[0]: 120 op 100 personen is meer dan iedereen (over 100 %).');
  expect(normProblemSentence({ code: 'without-source', at: 'norms[0].source' }, 'en')).toContain('Name the source');
});

test('a fault of the whole file names no place', () => {
  expect(normProblemSentence({ code: 'wrong-value', at: '', wants: 'object' }, 'nl')).toBe('dit klopt niet; verwacht wordt object.');
});
