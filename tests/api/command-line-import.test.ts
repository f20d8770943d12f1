import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportFailure, MunicipalityDifferences, Verdict } from '../../packages/core/src/model/index.ts';
import { importOptions } from '../../packages/cli/src/import-options.ts';
import { openStore } from '../../packages/api/src/store/open-store.ts';
import { addressCsv, collection, feature, homes, polygon, square } from '../village.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { wzz } from './wzz.ts';

let place: TemporaryPlace;
let folder: string;

/** The village as its planner has it: no manifest, headers as they come. */
const files: Readonly<Record<string, string>> = {
  'gemeente.geojson': collection(feature({ nis: '71099', naam: 'Dorp' }, polygon(square(729_000, 683_000, 2000, 1000)))),
  'wijken.geojson': collection(
    feature({ geoitem: '71099A1', naam: 'West' }, polygon(square(729_000, 683_000))), feature({ geoitem: '71099A2', naam: 'Oost' }, polygon(square(730_000, 683_000)))),
  'adressen.csv': addressCsv(),
  'leeftijden.csv': 'jaar,leeftijd,aantal\n2015,0,10\n2015,1,8\n2015,2,6\n2015,3+,6\n',
};

const put = (name: string, content: string) => writeFile(join(folder, name), content);

const kept = async (): Promise<readonly string[]> => {
  const store = await openStore(place);
  try {
    return (await store.datasets()).map(({ name, inhabitants }) => `${name} ${inhabitants}`);
  } finally {
    await store.close();
  }
};

beforeAll(async () => {
  place = await temporaryPlace('sqlite');
  folder = await mkdtemp(join(tmpdir(), 'wzz-map-'));
  for (const [name, content] of Object.entries(files)) await put(name, content);
});
afterAll(async () => {
  await place.remove();
  await rm(folder, { recursive: true });
});

test('a folder of files is recognised, read, reported and kept; the same folder again changes nothing', async () => {
  const report = join(folder, '.verslag.csv');
  const first = await wzz(['import', folder, '--verslag', report], place);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('Herkend: adressen.csv: Adressenlijst (eigen blad) → de adressen');
  expect(first.out).toContain('Herkend: wijken.geojson: Wijken van de provincies (Provincies in Cijfers) → de bouwblokken, een bestaande indeling');
  expect(first.out).toContain('De gemeente is ingelezen.');
  expect(await kept()).toEqual(['Dorp 30']);
  const csv = await readFile(report, 'utf8');
  expect(csv).toContain('adressen.csv;Adressenlijst (eigen blad);de adressen;adressenlijst;meegenomen;;;;;;;10;');

  // Files one by one, in another order, are the same import.
  const again = await wzz(['import', ...Object.keys(files).toReversed().map((name) => join(folder, name)), '--json'], place);
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ known: true, differences: null });
  expect(await kept()).toEqual(['Dorp 30']);
});

test('a newer file shows what it would change; a trial keeps nothing', async () => {
  await put('adressen.csv', addressCsv(homes.slice(1)));
  await put('leeftijden.csv', files['leeftijden.csv']!.replace('2015,0,10', '2015,0,13'));
  const trial = await wzz(['import', folder, '--proef'], place);
  expect(trial).toMatchObject({ code: 0, err: '' });
  expect(trial.out).toContain('Inwoners: 30 → 33 (+3).');
  expect(trial.out).toContain('Adressen: 10 → 9; 0 erbij, 1 weg, 0 verplaatst.');
  expect(trial.out).toContain('Dit was een proef: er is niets bewaard.');
  expect(await kept()).toEqual(['Dorp 30']);

  const report = join(folder, '.verslag.json');
  expect(await wzz(['import', folder, '--verslag', report], place)).toMatchObject({ code: 0 });
  const { differences, verdict } = JSON.parse(await readFile(report, 'utf8')) as { readonly differences: MunicipalityDifferences; readonly verdict: Verdict };
  expect(differences).toMatchObject({ inhabitants: { before: 30, after: 33 } });
  expect(verdict.files.find(({ file }) => file === 'adressen.csv')).toMatchObject({ profile: 'adressenlijst', rowsTaken: 9 });
  expect(await kept()).toEqual(['Dorp 30', 'Dorp 33']);
});

test('what is unknown or open is told with what to do, keeps nothing, and ends with a code of its own', async () => {
  const before = await kept();
  await put('lijst.csv', 'kleur;maat\nrood;1\n');
  const unknown = await wzz(['import', folder], place);
  expect(unknown.code).toBe(3);
  expect(unknown.err).toContain('lijst.csv is niet herkend. Zeg wat er in staat en welke kolom wat betekent, of laat het weg.');
  expect(unknown.err).toContain('--zonder bestand');
  const unfit = await wzz(['import', folder, '--profiel', 'lijst.csv=crab-2013'], place);
  expect(unfit.code).toBe(1);
  expect(unfit.err).toContain('lijst.csv heeft niet de kolommen van het profiel crab-2013.');
  expect((await wzz(['import', folder, '--zonder', 'lijst.csv', '--profiel', 'adressen.csv=adressenlijst', '--gemeente', '71099', '--jaar', '2015'], place)).out).toContain('Deze dataset stond er al');
  expect((await wzz(['import', folder, '--zonder', 'weg.csv'], place)).code).toBe(2);
  expect((await wzz(['import', folder, '--zonder', 'lijst.csv', '--gemeente', 'Nergenshuizen'], place)).err).toContain('--gemeente "71016 Genk"');
  await rm(join(folder, 'lijst.csv'));
  expect(await kept()).toEqual(before);
});

test('a refused import writes its reasons where the report was asked', async () => {
  const before = await kept();
  await put('adressen.csv', 'straat,nummer,x,y\nKerkstraat,1,100,100\n');
  const report = join(folder, '.verslag.json');
  const refused = await wzz(['import', folder, '--verslag', report], place);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('De gemeente is niet ingelezen. Er is niets bewaard.');
  expect((JSON.parse(await readFile(report, 'utf8')) as ImportFailure).problems).toMatchObject([{ file: 'adressen.csv' }]);
  expect(await kept()).toEqual(before);
});

test('wzz profielen lists the profiles with what they are for', async () => {
  const { code, out } = await wzz(['profielen'], place);
  expect(code).toBe(0);
  expect(out).toMatch(/^crab-2013\s+de adressen\s+csv\s+CRAB-adressenlijst \(2013\)\s+meegeleverd$/m);
});

test('options that cannot be are refused by name', () => {
  for (const [args, sentence] of [
    [[], 'Geef een manifest, een map of bestanden op.'],
    [['map', '--jaar', '24'], '--jaar 24 is geen getal van 1900 tot 2200.'],
    [['map', '--inwoners', 'veel'], '--inwoners veel is geen getal'],
    [['map', '--profiel', 'crab-2013'], '--profiel crab-2013 heeft niet de vorm bestand=profiel.'],
    [['map', '--verslag', 'verslag.pdf'], 'Het verslag verslag.pdf moet op .csv of .json eindigen.'],
    [['map', '--snel'], 'Dit kan niet op de opdrachtregel staan'],
  ] as const) {
    expect(() => importOptions(args)).toThrow(sentence);
  }
  expect(importOptions(['a.csv', 'b.csv', '--profiel', 'a.csv=x', '--jaar', '2024', '--inwoners', '0'])).toMatchObject({ subjects: ['a.csv', 'b.csv'], year: 2024, inhabitants: 0, trial: false });
});
