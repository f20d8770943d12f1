import { containsPoint, toLambert2008 } from '@woonzorgzones/core/geo';
import { bandLabel } from '@woonzorgzones/core/model';
import { rowFindingSentences } from '@woonzorgzones/core/report';
import { checkManifest, importMunicipality, openFolder, type ImportedMunicipality } from '@woonzorgzones/files';
import { beforeAll, describe, expect, test } from 'vitest';
import { genkFolder, genkManifest } from '../genk-manifest.ts';
import { sharedPresent } from '../shared.ts';

const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

describe.skipIf(!sharedPresent)('the real Genk, from the files as published', () => {
  let genk: ImportedMunicipality;
  const fileOf = (path: string, role?: string) => genk.verdict.files.find((file) => file.file === path && (role === undefined || file.role === role))!;

  beforeAll(async () => {
    const manifest = checkManifest(genkManifest);
    if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
    const imported = await importMunicipality(manifest.value, openFolder(genkFolder()));
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    genk = imported.value;
  }, 60_000);

  test('of 20,362 addresses three have no position: they stand at the null of Lambert 72, and are told by line', () => {
    const addresses = fileOf('crab_3600_2013_latin1.csv');
    expect(addresses).toMatchObject({ rowsRead: 20_362, rowsTaken: 20_359, crs: { code: 'EPSG:4326', by: 'manifest' } });
    // grep -n "49.2933" crab_3600_2013_latin1.csv: Kuilenstraat 17, Boektveldstraat 4, Bodemstraat 26.
    expect(addresses.refused.map(({ place, reason, value }) => [place.line, reason, value])).toEqual([
      [8909, 'null-position', '2.30668956214, 49.2933351651'],
      [10_285, 'null-position', '2.30668956214, 49.2933351651'],
      [15_135, 'null-position', '2.30668956214, 49.2933351651'],
    ]);
    expect(rowFindingSentences(addresses.refused[0]!, 'nl').reason).toContain('niet ingevuld');
    expect(genk.municipality.addresses.ids).toHaveLength(20_359);
  });

  test('latin-1 comes out as letters', () => {
    const { streets } = genk.municipality.addresses;
    expect(streets).toContain('André Dumontlaan');
    expect(streets).toContain('Meeënweg');
    expect(streets.some((street) => street.includes('\ufffd'))).toBe(false);
  });

  test('one address lies three metres over the simplified border and is counted with its wijk', () => {
    expect(fileOf('crab_3600_2013_latin1.csv').repaired).toEqual([{ how: 'moved-into-block', rows: 1, first: { line: 4739 } }]);
  });

  test('65,463 inhabitants of 2015, exactly, in total and per age band', () => {
    const { municipality } = genk;
    expect(sum(municipality.addresses.persons)).toBe(65_463);
    expect(sum(municipality.blocks.map(({ inhabitants }) => inhabitants))).toBe(65_463);
    const { bands, addresses } = municipality;
    const perBand = bands.map((_, band) => sum(addresses.persons.filter((_persons, i) => i % bands.length === band)));
    // Summed apart from this project, with awk over genk_pop_age_sex_2009_2015.csv.
    expect(Object.fromEntries(bands.map((band, i) => [bandLabel(band), perBand[i]]))).toEqual({
      '0-2': 2077, '3-5': 2206, '6-11': 4421, '12-17': 4519, '18-24': 5862, '25-49': 20_971, '50-59': 9863, '60-64': 3980,
      '65-69': 3185, '70-74': 2530, '75-79': 2553, '80-84': 1846, '85-89': 1041, '90+': 409,
    });
    // 0-2 in 2015: 2,077 (domain.md 3.1).
    expect(perBand[0]).toBe(2077);
  });

  test('the tables of seven years are kept, each with its sum', () => {
    expect(genk.municipality.ageTables.map(({ year, persons }) => [year, sum(persons)])).toEqual([
      [2009, 64_527], [2010, 64_757], [2011, 64_986], [2012, 65_264], [2013, 65_224], [2014, 65_399], [2015, 65_463],
    ]);
    // The ages of 2013 that domain.md 2.3 works out the day-care norm with.
    const table = genk.municipality.ageTables.find(({ year }) => year === 2013)!;
    const between = (from: number, to: number) => sum(table.persons.filter((_, i) => table.brackets[i]!.from >= from && table.brackets[i]!.from <= to));
    expect([between(65, 69), between(70, 74), between(75, 79), between(80, 84), between(85, 89), between(90, 150)]).toEqual([2901, 2672, 2467, 1715, 914, 342]);
  });

  test('thirty wijken as blocks, each with the addresses that domain.md 5.3 counts in it', () => {
    const { blocks, addresses } = genk.municipality;
    expect(blocks).toHaveLength(30);
    const count = new Map<string, number>();
    for (const block of addresses.block) count.set(blocks[block]!.id, (count.get(blocks[block]!.id) ?? 0) + 1);
    const listed = [598, 1679, 1069, 361, 275, 547, 1438, 739, 588, 30, 484, 351, 578, 397, 218, 386, 825, 201, 545, 555, 874, 1252, 626, 468, 1123, 950, 1015, 840, 723, 623];
    const found = listed.map((_, i) => count.get(`71016${i + 1}`)!);
    // Torenlaan 375 lies in no wijk and is not in the list; here it is counted with wijk 29, which it is nearest to.
    expect(found).toEqual(listed.map((homes, i) => (i === 28 ? homes + 1 : homes)));
  });

  test('people are spread evenly: each wijk has its share within a handful', () => {
    const { blocks, addresses } = genk.municipality;
    const homes = new Array<number>(blocks.length).fill(0);
    for (const block of addresses.block) homes[block]! += 1;
    // The curve over the map leaves and enters a wijk a number of times, each worth at most one person.
    for (const [i, { inhabitants }] of blocks.entries()) expect(Math.abs(inhabitants - (homes[i]! * 65_463) / 20_359)).toBeLessThan(5);
  });

  test('fourteen kernen at their published places', () => {
    const { nuclei } = genk.municipality;
    expect(nuclei).toHaveLength(14);
    // Genk: 229754, 184725 in Lambert 72 (domain.md 5.2).
    const [x, y] = toLambert2008('EPSG:31370', Float64Array.of(229_754, 184_725));
    const centre = nuclei.find(({ name }) => name === 'Genk')!;
    expect(Math.hypot(centre.x - x!, centre.y - y!)).toBeLessThan(25);
    expect(nuclei.every(({ shape }) => shape !== null)).toBe(true);
  });

  test('22 pharmacies, 36 schools, nine care facilities; what is uncertain waits, what is unknown is refused', () => {
    const { facilities, inventoried } = genk.municipality;
    const count = (category: string) => facilities.filter((facility) => facility.category === category).length;
    expect([count('apotheek'), count('school'), facilities.length]).toEqual([22, 36, 67]);
    expect(inventoried).toEqual(['apotheek', 'school']);
    const care = fileOf('genk_care_facilities_curated.csv');
    expect(care).toMatchObject({ rowsRead: 18, rowsTaken: 9 });
    // Six positions marked ONZEKER, two practices at an address they have left.
    expect(care.waiting.map(({ place }) => place.line)).toEqual([3, 4, 5, 12, 13, 14, 15, 18]);
    expect(care.refused.map(({ place, value, reason }) => [place.line, value, reason])).toEqual([[19, 'STADHUIS', 'unknown-value']]);
    // Residents counted are no places.
    expect(care.valuesLeftUnknown.map(({ place, value }) => [place.line, value])).toEqual([[8, '96 bewoners (2019)']]);
    expect(facilities.find(({ name }) => name === 'Toermalien')).toMatchObject({ category: 'wzc', capacity: 264, recognised: null });
    expect(facilities.find(({ id }) => id === '711619')).toMatchObject({ name: 'Apotheek Bollen Els Bvba', x: 730_352.9375, y: 683_037.25 });
  });

  test('every home and facility lies in the municipality, and every row is accounted for', () => {
    const { boundary, facilities } = genk.municipality;
    expect(facilities.every(({ x, y }) => containsPoint(boundary, x, y))).toBe(true);
    for (const { file, rowsRead, rowsTaken, refused, waiting, leftOut } of genk.verdict.files) {
      expect(rowsTaken + refused.length + waiting.length + sum((leftOut?.values ?? []).map(({ rows }) => rows)), file).toBe(rowsRead);
    }
  });

  test('the verdict can be sent as JSON and read back', () => {
    expect(JSON.parse(JSON.stringify(genk.verdict))).toEqual(genk.verdict);
  });
});
