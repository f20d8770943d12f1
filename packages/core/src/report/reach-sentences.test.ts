import { expect, test } from 'vitest';
import { reasonCodes } from '../network/reasons.ts';
import { reachSentence, reasonWords } from './reach-sentences.ts';

test('every reason has its words in both languages', () => {
  for (const reason of reasonCodes) for (const language of ['nl', 'en'] as const) expect(reasonWords(reason, language).length).toBeGreaterThan(6);
});

test('what is wrong with a question says what to do', () => {
  expect(reachSentence({ code: 'limit-in-metres', profile: 'zorgteam-auto' }, 'nl')).toBe('Dit profiel wordt in tijd gemeten. Geef de grens in minuten.');
  expect(reachSentence({ code: 'age-bands-cut', ages: { from: 77, to: null } }, 'nl')).toContain('geen aparte groep van 77 jaar en ouder');
  expect(reachSentence({ code: 'path-joins-no-street', path: 0 }, 'en')).toContain('path 1');
});

test('a search that cannot be done says how much is missing', () => {
  expect(reachSentence({ code: 'siting-refused', reason: { code: 'capacity-too-small', capacity: 1200, needed: 1500.5 } }, 'nl'))
    .toBe('Er zijn 1.500,5 plaatsen nodig en hoogstens 1.200 mogelijk. Laat meer of grotere nieuwe voorzieningen toe.');
  expect(reachSentence({ code: 'siting-refused', reason: { code: 'streets-needed', profile: 'rolstoel' } }, 'nl')).toContain('Lees OpenStreetMap of het Wegenregister in.');
});
