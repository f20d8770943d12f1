import { checkManifest, importMunicipality, openFolder, type ImportedMunicipality } from '@woonzorgzones/files';
import { beforeAll, describe, expect, test } from 'vitest';
import { dropAndImport, recognised, type Landed } from '../dropped.ts';
import { genkFolder, genkManifest } from '../genk-manifest.ts';
import { sharedPresent } from '../shared.ts';

const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

/** As they lie in the folder; nobody says what they are. */
const files = [
  'crab_3600_2013_latin1.csv', 'genk_apotheken_fagg_2022-03-08.csv', 'genk_care_facilities_curated.csv', 'genk_gemeente.geojson', 'genk_kernen.geojson',
  'genk_pop_age_sex_2009_2015.csv', 'genk_schools_2021.csv', 'genk_wijken_2024.geojson',
];

describe.skipIf(!sharedPresent)('the real files of Genk, dropped without a manifest', () => {
  let dropped: Landed;
  let written: ImportedMunicipality;

  beforeAll(async () => {
    const open = openFolder(genkFolder());
    dropped = await dropAndImport(files, open, null);
    const manifest = checkManifest(genkManifest);
    if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
    const imported = await importMunicipality(manifest.value, open);
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    written = imported.value;
  }, 120_000);

  const verdictOf = (role: string) => dropped.verdict.files.find((file) => file.role === role)!;

  test('they say themselves that it is Genk in 2015', () => {
    expect([dropped.proposal.municipality, dropped.proposal.referenceYear]).toEqual([{ code: '71016', name: 'Genk', fictitious: false }, 2015]);
  });

  test('each is read by its profile', () => {
    expect(Object.fromEntries(dropped.proposal.files.map(({ path, role, profile }) => [`${role} ${path}`, profile]))).toEqual({
      'boundary genk_gemeente.geojson': 'gemeentegrens',
      'blocks genk_wijken_2024.geojson': 'provincies-wijken',
      'division genk_wijken_2024.geojson': 'provincies-wijken',
      'addresses crab_3600_2013_latin1.csv': 'crab-2013',
      'ages genk_pop_age_sex_2009_2015.csv': 'leeftijdstabel',
      'kernen genk_kernen.geojson': 'provincies-kernen',
      'facilities genk_apotheken_fagg_2022-03-08.csv': 'fagg-apotheken-afschrift',
      'facilities genk_schools_2021.csv': 'eigen-voorzieningen',
      'facilities genk_care_facilities_curated.csv': 'eigen-voorzieningen',
    });
  });

  test('20,362 addresses of which three have no position, as with the manifest that was written by hand', () => {
    expect(verdictOf('addresses')).toMatchObject({ rowsRead: 20_362, rowsTaken: 20_359, elsewhere: 0, crs: { code: 'EPSG:4326', by: 'manifest' } });
    expect(verdictOf('addresses').refused.map(({ place, reason }) => [place.line, reason])).toEqual([[8909, 'null-position'], [10_285, 'null-position'], [15_135, 'null-position']]);
    expect(dropped.municipality.addresses.streets).toContain('André Dumontlaan');
  });

  test('65,463 people, and at every address and age the same as with the manifest written by hand', () => {
    expect(sum(dropped.municipality.addresses.persons)).toBe(65_463);
    expect(dropped.municipality.addresses).toEqual(written.municipality.addresses);
    expect(dropped.municipality.bands).toEqual(written.municipality.bands);
    expect(dropped.municipality.ageTables).toEqual(written.municipality.ageTables);
  });

  test('the same border, blocks, division and places of kernen', () => {
    expect(dropped.municipality.boundary).toEqual(written.municipality.boundary);
    expect(dropped.municipality.blocks).toEqual(written.municipality.blocks);
    expect(dropped.municipality.divisions).toEqual(written.municipality.divisions);
    // The published kernen have a code for a name; the manifest written by hand names them.
    const places = (one: ImportedMunicipality) => one.municipality.nuclei.map(({ id, x, y, shape }) => ({ id, x, y, shape }));
    expect(places(dropped)).toEqual(places(written));
  });

  test('22 pharmacies and 36 schools; of the care list what is uncertain waits', () => {
    const count = (category: string) => dropped.municipality.facilities.filter((facility) => facility.category === category).length;
    expect([count('apotheek'), count('school')]).toEqual([22, 36]);
    expect(dropped.municipality.inventoried).toEqual(['apotheek']);
    const care = dropped.verdict.files.find(({ file }) => file.startsWith('genk_care'))!;
    expect(care.rowsRead).toBe(18);
    expect(care.waiting.filter(({ reason }) => reason === 'held').map(({ place }) => place.line)).toEqual([3, 4, 5, 14, 15, 18]);
    expect(care.refused.map(({ value }) => value)).toEqual(['STADHUIS']);
  });

  test('where a licence was not seen, the entry says none; where it was, which', () => {
    const licences = Object.fromEntries(dropped.verdict.files.map(({ file, licence }) => [file, licence]));
    expect(licences).toEqual({
      'crab_3600_2013_latin1.csv': 'Gratis open data licentie Vlaanderen', 'genk_apotheken_fagg_2022-03-08.csv': 'CC BY-NC-SA 4.0',
      'genk_wijken_2024.geojson': 'Modellicentie Gratis Hergebruik', 'genk_kernen.geojson': 'Modellicentie Gratis Hergebruik',
      'genk_gemeente.geojson': null, 'genk_pop_age_sex_2009_2015.csv': null, 'genk_schools_2021.csv': null, 'genk_care_facilities_curated.csv': null,
    });
  });

  test('the cleaned address list is a list of addresses too; what no profile describes is not guessed', async () => {
    const open = openFolder(genkFolder());
    expect((await recognised('genk_addresses_crab2013.csv', open))[0]).toMatchObject({ profile: 'adressenlijst', missing: [] });
    expect(await recognised('genk_huishoudens.csv', open)).toEqual([]);
    expect(await recognised('stations_genk_gent_region.csv', open)).toEqual([]);
  });
});
