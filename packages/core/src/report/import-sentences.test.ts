import { expect, test } from 'vitest';
import { remedyOf, type ImportProblem, type Notice, type RowReason } from '../model/index.ts';
import {
  controlSentence, importProblemSentence, importStepSentence, noticeSentence, populationNote, repairSentence, rowFindingSentences, systemSentence,
} from './import-sentences.ts';

const problem = (of: Omit<ImportProblem, 'place'> & Partial<Pick<ImportProblem, 'place'>>) => ({ place: {}, ...of }) as ImportProblem;

test('a problem says which file, which line, what is wrong and what to do, in the numbers of the language', () => {
  const tooMany = problem({ code: 'population-mismatch', file: 'inwoners.csv', facts: { expected: 64_095, found: 61_000 } });
  expect(importProblemSentence(tooMany, 'nl')).toBe(
    'inwoners.csv: de inwoners per bouwblok zijn samen 61.000, het manifest zegt 64.095: 3.095 te weinig. Verbeter het bestand of "population.total", of laat dat totaal weg.',
  );
  expect(importProblemSentence(tooMany, 'en')).toContain('inwoners.csv: the inhabitants per block add up to 61,000, the manifest says 64,095: 3,095 too few.');
});

test('a problem of the manifest names the key, one of nothing in particular begins with a capital', () => {
  const wrongRole = problem({ code: 'manifest-invalid', file: null, place: { key: 'files' }, facts: { wants: 'required-role', allowed: ['blocks'], found: '' } });
  expect(importProblemSentence(wrongRole, 'nl')).toBe('manifest, files: er is geen bestand met de rol "blocks". Voeg het toe; zonder kan er geen plan gemaakt worden.');
  expect(importProblemSentence(problem({ code: 'cancelled', file: null, facts: {} }), 'nl')).toBe('De import is gestopt. Er is niets bewaard.');
});

test('each reason why a row was not taken has its words and its remedy in both languages', () => {
  for (const reason of Object.keys(remedyOf) as RowReason[]) {
    for (const language of ['nl', 'en'] as const) {
      const sentences = rowFindingSentences({ place: { line: 1 }, column: null, value: '', reason, remedy: remedyOf[reason] }, language);
      expect(sentences.reason.length).toBeGreaterThan(8);
      expect(sentences.remedy).toMatch(/^[A-Z].*\.$/);
    }
  }
});

test('a notice of a block names it by its name, and by its id where that is another', () => {
  const notice = (name: string): Notice => ({ code: 'block-without-addresses', facts: { block: 'A01', name, inhabitants: 1234 } });
  expect(noticeSentence(notice('Centrum'), 'nl')).toBe('Bouwblok "Centrum" (A01) telt 1.234 inwoners maar geen enkel adres. Ze zijn op één punt in het blok gezet.');
  expect(noticeSentence(notice('A01'), 'nl')).toContain('Bouwblok "A01" telt');
});

test('a file newer than the reference year is not called old', () => {
  expect(noticeSentence({ code: 'old-file', facts: { file: 'a.csv', years: -9 } }, 'nl')).toBe('a.csv is 9 jaar jonger dan het referentiejaar.');
  expect(noticeSentence({ code: 'old-file', facts: { file: 'a.csv', years: 9 } }, 'en')).toBe('a.csv is 9 years older than the reference year.');
});

test('repairs, control figures, systems and steps', () => {
  expect(repairSentence({ how: 'decimal-comma', rows: 1500, first: { line: 2 } }, 'nl')).toBe('decimale komma gelezen als decimaalteken: 1.500 keer, eerst in regel 2');
  expect(controlSentence({ what: 'inhabitants-against-ages', expected: 65_463, found: 65_463 }, 'nl')).toBe('Inwoners, tegen de som van de leeftijdstabel: 65.463 / 65.463');
  expect(systemSentence({ code: 'EPSG:31370', by: 'coordinates' }, 'nl')).toBe('Lambert 72 (EPSG:31370), herkend aan de coördinaten');
  expect(importStepSentence('spreading', 'nl')).toBe('Inwoners over de adressen spreiden');
});

test('the record of a spread population says what was measured and what is a model', () => {
  const note = populationNote({ totals: 'measured-per-block', spreadBy: 'dwellings', ages: 'municipal-structure' }, 'nl');
  expect(note).toContain('per bouwblok is gemeten en naar het aantal woningen per adres gespreid');
  expect(note).toContain('elke leeftijdsgroep en elk bouwblok houdt zijn totaal');
  expect(populationNote({ totals: 'spread-from-municipality', spreadBy: 'addresses-evenly', ages: 'none' }, 'nl')).toContain('Leeftijden zijn niet bekend.');
});
