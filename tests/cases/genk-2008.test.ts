import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNormSet, type AgeTable, type AmountNorm, type NormSet } from '@woonzorgzones/core/model';
import { requirementIn, roundAs, sumOfLines } from '@woonzorgzones/core/needs';
import { describe, expect, test } from 'vitest';
import { sharedFile, sharedPresent } from '../shared.ts';

/**
 * The arithmetic of the Genk deck (OCMW Genk, Stadsateliers, 17 June 2008) done again: on paper in the comments, from the
 * real ages in the tests. The deck says: 473 places are 66.4 % of the programmatie, so 473 / 0.664 = 712.3; programmatie of
 * 296 service flats; 5 local service centres where there are 4; one day-care centre.
 */
const normSet = (name: string): NormSet => {
  const parsed = parseNormSet(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'norms', `${name}.json`), 'utf8')));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
};

const amountNorm = (id: string): AmountNorm => {
  const norm = normSet('genk-2008').norms.find((candidate) => candidate.id === id);
  if (norm?.kind !== 'amount') throw new Error(`Got no amount norm ${id}.`);
  return norm;
};

/** Genk by single year of age, women and men together (Statbel, TF_SOC_POP_STRUCT). */
function genkAges(year: number): AgeTable {
  const persons: number[] = [];
  const [, ...rows] = readFileSync(sharedFile('data/genk/genk_pop_age_sex_2009_2015.csv'), 'utf8').trim().split('\n');
  for (const row of rows) {
    const [, , rowYear, , age, count] = row.split(',');
    if (Number(rowYear) === year) persons[Number(age)] = (persons[Number(age)] ?? 0) + Number(count);
  }
  return { year, brackets: [...persons.keys()].map((age) => ({ from: age, to: age })), persons: [...persons.keys()].map((age) => persons[age] ?? 0) };
}

/** Asked of the ages of one year, before and after rounding. */
function asks(id: string, table: AgeTable) {
  const norm = amountNorm(id);
  const { lines } = requirementIn(table.year, norm, [table]);
  if (!lines) throw new Error(`Got no requirement for ${id}.`);
  const exact = sumOfLines(lines);
  return { exact, required: roundAs(norm.rounding, exact), persons: lines.map((line) => line.persons) };
}

test('the norm files in the project are sets of norms', () => {
  expect(normSet('vlaanderen').norms.length).toBeGreaterThan(10);
  expect(normSet('genk-2008').norms.map(({ id }) => id)).toEqual(normSet('vlaanderen').norms.map(({ id }) => id));
});

test('every norm that was not read in its source says so', () => {
  const unconfirmed = (name: string) => normSet(name).norms.filter(({ status }) => status === 'unconfirmed').map(({ id }) => id);
  expect(unconfirmed('vlaanderen')).toEqual(['wzc', 'kortverblijf', 'gaw']);
  expect(unconfirmed('genk-2008')).toEqual(['wzc', 'kortverblijf', 'gaw', 'dagverzorging', 'gezinszorg']);
});

test('64.095 inhabitants ask for 5 local service centres; Genk had 4', () => {
  // 64,095 / 15,000 = 4.273 slices, the fifth begun.
  const inhabitants: AgeTable = { year: 2007, brackets: [{ from: 0, to: null }], persons: [64_095] };
  const { exact, required } = asks('ldc', inhabitants);
  expect(exact).toBeCloseTo(4.273, 12);
  expect(required).toBe(5);
});

describe.skipIf(!sharedPresent)('on the real ages of Genk', () => {
  test('programmatie of 2008, five years ahead: 717.5 places, of which 473 are 66 %', () => {
    // 2013: 60-74 is 3,765 + 2,901 + 2,672 = 9,338 × 1 %  =  93.38
    //       75-79 2,467 × 4 %                             =  98.68
    //       80-84 1,715 × 12 %                            = 205.80
    //       85-89   914 × 23 %                            = 210.22
    //       90+     342 × 32 %                            = 109.44   together 717.52
    const { exact, required, persons } = asks('wzc', genkAges(2013));
    expect(persons).toEqual([9338, 2467, 1715, 914, 342]);
    expect(exact).toBeCloseTo(717.52, 9);
    expect(required).toBe(718);
    // The deck: 66.4 % of 712.3. Here 473 / 717.52 = 65.92 %; the requirement is 0.7 % above the deck's.
    expect(Math.round((473 / exact) * 100)).toBe(66);
    expect(exact / (473 / 0.664)).toBeCloseTo(1.007, 3);
  });

  test('2 service flats per 100 of 60 and older: 296', () => {
    // 2013: 9,338 + 2,467 + 1,715 + 914 + 342 = 14,776 × 2 % = 295.52.
    expect(asks('gaw', genkAges(2013))).toEqual({ exact: 295.52, required: 296, persons: [14_776] });
  });

  test('5 local service centres also on the inhabitants of 2013', () => {
    // 65,224 / 15,000 = 4.348…
    expect(asks('ldc', genkAges(2013)).required).toBe(5);
  });

  test('1.65 day-care centres; Genk had 1', () => {
    // (0.1 × 2,901 + 0.4 × (2,672 + 2,467) + 0.8 × (1,715 + 914) + 1.5 × 342) / 3,000
    // = (290.1 + 2,055.6 + 2,103.2 + 513) / 3,000 = 4,961.9 / 3,000 = 1.65397
    expect(asks('dagverzorging', genkAges(2013)).required).toBeCloseTo(4961.9 / 3000, 12);
  });

  test('home care: 186.552 hours in 2013, 165.915 in 2009', () => {
    // 2013: 0.62 × 50,448 + 1.68 × 3,765 + 4.58 × (2,901 + 2,672) + 17.5 × (2,467 + 1,715) + 40 × (914 + 342)
    // = 31,277.76 + 6,325.2 + 25,524.34 + 73,185 + 50,240 = 186,552.3; of all 65,224 there are 14,776 of 60 and older.
    expect(asks('gezinszorg', genkAges(2013)).exact).toBeCloseTo(186_552.3, 6);
    expect(Math.round(asks('gezinszorg', genkAges(2009)).exact)).toBe(165_915);
    expect(Math.round(asks('gezinszorg', genkAges(2012)).exact)).toBe(181_564);
    expect(Math.round(asks('gezinszorg', genkAges(2015)).exact)).toBe(198_793);
  });

  test('33 childcare places per 100 children of 0 to 2: 686 in 2015', () => {
    // 2,077 × 0.33 = 685.41; a begun place is a place.
    const { exact, required } = asks('kinderopvang', genkAges(2015));
    expect(exact).toBeCloseTo(685.41, 9);
    expect(required).toBe(686);
  });

  test('90 general practitioners per 100.000: 59 in 2013', () => {
    // 65,224 × 0.0009 = 58.7.
    expect(asks('huisarts', genkAges(2013)).required).toBe(59);
  });
});
