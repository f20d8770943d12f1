import { importProblemSentence, noticeSentence, repairSentence } from '@woonzorgzones/core/report';
import { describe, expect, test } from 'vitest';
import { importVillage, plusFile, source, withFile } from '../village.ts';

async function refusal(...args: Parameters<typeof importVillage>): Promise<string[]> {
  const result = await importVillage(...args);
  if (result.ok) throw new Error('The import was taken');
  for (const problem of result.error.problems) expect(importProblemSentence(problem, 'en')).not.toMatch(/undefined|NaN/);
  return result.error.problems.map((problem) => importProblemSentence(problem, 'nl'));
}

const group = { path: 'koppeltabel.csv', role: 'grouping', format: 'csv', columns: { part: 'blok', area: 'wijk' } } as const;

describe('what the keys of profiles say when they cannot be used', () => {
  test('a file of another municipality', async () => {
    const [sentence] = await refusal({ 'inwoners.csv': 'nis,blok,inwoners\n71016,W,18\n71022,O,12\n' }, withFile('inhabitants', { cut: { column: 'nis', values: ['71999'] } }));
    expect(sentence).toBe('inwoners.csv: dit bestand heeft niets van deze gemeente: in de kolom "nis" staat nergens "71999", wel bijvoorbeeld "71016", "71022". Haal het bestand van deze gemeente of van heel Vlaanderen, of verbeter "cut" in het manifest.');
  });

  test('a key at a role that has no use for it', async () => {
    expect((await refusal({}, withFile('inhabitants', { boxes: 'dwellings' })))[0]).toContain('dit hoort alleen bij de rol "addresses". Haal het weg.');
    expect((await refusal({}, withFile('addresses', { nowhere: ['ZZZZ'] })))[0]).toMatch(/dit hoort alleen bij de rol .*"inhabitants"/);
    expect((await refusal({}, withFile('addresses', { unlisted: 'zero' })))[0]).toContain('dit hoort alleen bij de rol "inhabitants"');
    expect((await refusal({}, withFile('ages', { within: 'boundary' })))[0]).toContain('deze rol kan niet tot de grens bijgeknipt worden');
  });

  test('a prefix for a field that has no column', async () => {
    expect((await refusal({}, withFile('inhabitants', { prefix: { inhabitants2: { column: 'nis', upTo: 4 } } })))[0]).toContain('er is geen kolom voor "inhabitants2" om iets voor te zetten');
  });

  test('a table of parts without the name of its division, and a second division of one id', async () => {
    expect((await refusal({ 'koppeltabel.csv': 'blok,wijk\nW,1\n' }, plusFile(group)))[0]).toContain('een indeling heeft een id en een naam nodig');
    const wijken = { id: 'wijken', name: 'Wijken' };
    const twice = plusFile({ ...group, division: wijken });
    const document = { ...twice, files: [...twice.files, { ...group, ...source, path: 'koppeltabel.csv', title: 'Nog een', division: wijken }] };
    expect((await refusal({ 'koppeltabel.csv': 'blok,wijk\nW,1\n' }, document))[0]).toContain('twee indelingen hebben hetzelfde id');
  });

  test('a column that is named and not there', async () => {
    expect((await refusal({}, withFile('inhabitants', { cut: { column: 'gemeente', values: ['Dorp'] } })))[0]).toContain('de kolom "gemeente" voor "cut" is er niet');
    expect((await refusal({}, withFile('inhabitants', { prefix: { block: { column: 'nis', upTo: 4 } } })))[0]).toContain('de kolom "nis" voor "prefix" is er niet');
  });
});

describe('what the verdict says of them', () => {
  test('people in no sector, blocks that are not listed, codes without their hyphen', async () => {
    const result = await importVillage({ 'inwoners.csv': 'blok,inwoners\nW-,18\nZZZZ,2\n' }, withFile('inhabitants', { nowhere: ['ZZZZ'], unlisted: 'zero' }));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const sentences = result.value.verdict.notices.map((notice) => noticeSentence(notice, 'nl'));
    expect(sentences).toContain('2 inwoners zijn volgens de bron in geen enkele sector te plaatsen. Ze tellen in geen bouwblok mee en staan apart in dit verslag.');
    expect(sentences).toContain('Deze bouwblokken staan niet in het bestand met inwoners en tellen als onbewoond: O.');
    const file = result.value.verdict.files.find(({ role }) => role === 'inhabitants')!;
    expect(file.repaired.map((repair) => repairSentence(repair, 'nl'))).toEqual([expect.stringContaining('code zonder het koppelteken aan het einde toch herkend')]);
    expect(result.value.municipality.blocks.map(({ id, inhabitants }) => [id, inhabitants])).toEqual([['O', 0], ['W', 18]]);
  });

  test('capitals do not count in the name of a municipality, nor in a word that is translated', async () => {
    const document = withFile('inhabitants', { cut: { column: 'gemeente', values: ['Dorp'] }, values: { block: { west: 'W', oost: 'O' } } });
    const result = await importVillage({ 'inwoners.csv': 'gemeente,blok,inwoners\nDORP,WEST,18\ndorp,Oost,12\nElders,West,900\n' }, document);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.municipality.blocks.map(({ id, inhabitants }) => [id, inhabitants])).toEqual([['O', 12], ['W', 18]]);
    expect(result.value.verdict.files.find(({ role }) => role === 'inhabitants')).toMatchObject({ rowsRead: 3, rowsTaken: 2, elsewhere: 1 });
  });
});
