import { createHash } from 'node:crypto';
import { decodeMunicipality } from '@woonzorgzones/core/model';
import { checkManifest } from '@woonzorgzones/files';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressCsv, collection, feature, homes, importVillage, plusFile, polygon, square, villageFiles, villageManifest, withFile } from '../village.ts';

/** The import of the village, which must succeed. */
async function imported(...args: Parameters<typeof importVillage>) {
  const result = await importVillage(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
}

const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

describe('people', () => {
  test('eighteen people over six homes in West, twelve over four in Oost: three at each', async () => {
    const { municipality } = await imported();
    expect(municipality.blocks.map(({ id, name, inhabitants }) => [id, name, inhabitants])).toEqual([['O', 'Oost', 12], ['W', 'West', 18]]);
    const { addresses, bands } = municipality;
    // Ages by 0, 1, 2 and 3+: of the standard bands only 0-2 ends where the table can tell.
    expect(bands).toEqual([{ from: 0, to: 2 }, { from: 3, to: null }]);
    for (let home = 0; home < 10; home++) expect(addresses.persons[2 * home]! + addresses.persons[2 * home + 1]!).toBe(3);
    // 10 + 8 + 6 young ones and 6 others.
    expect(sum(addresses.persons.filter((_, i) => i % 2 === 0))).toBe(24);
    expect(sum(addresses.persons)).toBe(30);
    expect(municipality.population).toMatchObject({ totals: 'measured-per-block', spreadBy: 'addresses-evenly', ages: 'municipal-structure', householdSpread: 0 });
  });

  test('by dwellings: a block of flats with seven dwellings gets seven times a house', async () => {
    const rows = homes.map((home, i) => [...home, i === 0 ? 7 : 1]);
    const csv = ['straat,nummer,x,y,woningen', ...rows.map((row) => row.join(','))].join('\n');
    const document = {
      ...withFile('addresses', { columns: { street: 'straat', number: 'nummer', x: 'x', y: 'y', dwellings: 'woningen' } }),
      population: { spreadBy: 'dwellings' as const },
    };
    // West: 24 people over 12 dwellings, two each.
    const { municipality } = await imported({ 'adressen.csv': csv, 'inwoners.csv': 'blok,inwoners\nW,24\nO,6\n' }, document);
    const flat = municipality.addresses.ids.indexOf('kerkstraat-1');
    expect(municipality.addresses.dwellings[flat]).toBe(7);
    expect(municipality.addresses.persons[2 * flat]! + municipality.addresses.persons[2 * flat + 1]!).toBe(14);
  });

  test('only the ages are known: their sum is spread over all homes, and said to be modelled', async () => {
    const { municipality, verdict } = await imported({}, { ...villageManifest, files: villageManifest.files.filter(({ role }) => role !== 'inhabitants') });
    // 30 people over ten homes, six of them in West.
    expect(municipality.blocks.map(({ inhabitants }) => inhabitants)).toEqual([12, 18]);
    expect(municipality.population).toMatchObject({ totals: 'spread-from-municipality', householdSpread: 0.6 });
    expect(municipality.population.note).toContain('gelijk over de adressen');
    expect(verdict.notices).toContainEqual({ code: 'population-modelled', facts: { totals: 'spread-from-municipality', spreadBy: 'addresses-evenly' } });
  });

  test('a total in the manifest goes before the sum of the ages, whose structure is scaled to it', async () => {
    const document = { ...villageManifest, population: { total: 60, spreadBy: 'addresses-evenly' as const }, files: villageManifest.files.filter(({ role }) => role !== 'inhabitants') };
    const { municipality, verdict } = await imported({}, document);
    expect(sum(municipality.addresses.persons.filter((_, i) => i % 2 === 0))).toBe(48);
    expect(verdict.controls).toContainEqual({ what: 'inhabitants-against-ages', expected: 30, found: 60 });
    expect(verdict.notices).toContainEqual({ code: 'ages-scaled', facts: { year: 2015, ages: 30, inhabitants: 60 } });
  });

  test('without ages there is one band and the record says so', async () => {
    const { municipality, verdict } = await imported({}, { ...villageManifest, files: villageManifest.files.filter(({ role }) => role !== 'ages') });
    expect(municipality.bands).toEqual([{ from: 0, to: null }]);
    expect(municipality.population.ages).toBe('none');
    expect(verdict.notices).toContainEqual({ code: 'no-ages', facts: {} });
  });

  test('people of a block without addresses stand at a point inside it, and this is said', async () => {
    const { municipality, verdict } = await imported({ 'adressen.csv': addressCsv(homes.slice(0, 6)) });
    const point = municipality.addresses.ids.indexOf('blok:O');
    expect(point).not.toBe(-1);
    expect(municipality.addresses.streets[point]).toBe('');
    expect(municipality.addresses.dwellings[point]).toBe(0);
    expect([municipality.addresses.xy[2 * point], municipality.addresses.xy[2 * point + 1]]).toEqual([730_500, 683_500]);
    expect(municipality.blocks[0]!.inhabitants).toBe(12);
    expect(verdict.notices).toContainEqual({ code: 'block-without-addresses', facts: { block: 'O', name: 'Oost', inhabitants: 12 } });
  });

  test('a row that belongs to no block (Statbel: not to be located) is listed with its people, and the control figure shows them', async () => {
    const document = { ...villageManifest, population: { total: 30, spreadBy: 'addresses-evenly' as const } };
    const { verdict } = await imported({ 'inwoners.csv': 'blok,inwoners\nW,18\nO,12\nZZZZ,1\n' }, document);
    const file = verdict.files.find(({ role }) => role === 'inhabitants')!;
    expect(file).toMatchObject({ rowsRead: 3, rowsTaken: 2 });
    expect(file.refused).toEqual([{ place: { line: 4 }, column: 'blok', value: 'ZZZZ (1)', reason: 'unknown-block', remedy: 'check-block-id' }]);
    expect(verdict.controls).toContainEqual({ what: 'inhabitants-against-manifest', expected: 30, found: 30 });
  });

  test('ages per block are fitted to the inhabitants of each block and the ages of the municipality', async () => {
    // Municipality: 10, 8, 6, 6 of ages 0, 1, 2 and 3 and older. West (18) has twice as many of age 0 as its share by its file, Oost none.
    const ages = 'jaar,blok,van,tot,aantal\n2014,W,0,0,10\n2014,W,1,,8\n2014,O,1,,12\n2014,X,0,0,3\n';
    const document = plusFile({
      path: 'per-blok.csv', role: 'ages', format: 'csv', columns: { year: 'jaar', block: 'blok', ageFrom: 'van', ageTo: 'tot', persons: 'aantal' },
    });
    const { municipality, verdict } = await imported({ 'per-blok.csv': ages, 'leeftijden.csv': 'jaar,leeftijd,aantal\n2015,0,10\n2015,1,8\n2015,2,6\n2015,3+,6\n' }, document);
    expect(municipality.bands).toEqual([{ from: 0, to: 2 }, { from: 3, to: null }]);
    const { block, persons } = municipality.addresses;
    const perBlock = [0, 1].map((of) => [0, 1].map((band) => [...block].reduce((sum, one, i) => sum + (one === of ? persons[2 * i + band]! : 0), 0)));
    // Blocks in order O, W. Of 1 and older 6 of 20 are 3 and older: W 2.4 of its 8, O 3.6 of its 12; both sums stay.
    expect(perBlock.map(([young, old]) => young! + old!)).toEqual([12, 18]);
    expect(perBlock[0]![1]! + perBlock[1]![1]!).toBe(6);
    expect([3, 4]).toContain(perBlock[0]![1]);
    expect(municipality.population.ages).toBe('fitted-per-block');
    expect(verdict.notices).toContainEqual({ code: 'block-ages-fitted', facts: { blocks: 2, contradicted: 0 } });
    expect(verdict.files[5]!.refused.map(({ value, reason }) => [value, reason])).toEqual([['X (3)', 'unknown-block']]);
  });

  test('ages per block alone are not enough', () => {
    const document = plusFile({ path: 'x.csv', role: 'ages', format: 'csv', columns: { year: 'jaar', block: 'blok', age: 'leeftijd', persons: 'aantal' } });
    const checked = checkManifest({ ...document, files: document.files.filter(({ path }) => path !== 'leeftijden.csv') });
    expect(JSON.stringify(checked)).toContain('block-ages-alone');
  });

  test('where nothing counts dwellings the kind of building tells them, and that is said', async () => {
    const csv = 'straat,nummer,bus,soort,x,y\nKerkstraat,1,,appartementsgebouw,729100,683100\nKerkstraat,2,,rijwoning,729200,683100\nKerkstraat,3,,niet-residentieel,729300,683100\n'
      + 'Statiestraat,1,,open,730100,683500\n';
    const document = withFile('addresses', { columns: { street: 'straat', number: 'nummer', box: 'bus', buildingType: 'soort', x: 'x', y: 'y' } });
    const { municipality, verdict } = await imported({ 'adressen.csv': csv }, { ...document, population: { spreadBy: 'dwellings' } });
    // 18 people over 6 + 1 + 0 dwellings: 15.4 and 2.6.
    expect([...municipality.addresses.dwellings]).toEqual([6, 1, 0, 1]);
    const { persons } = municipality.addresses;
    expect([0, 1, 2, 3].map((home) => persons[2 * home]! + persons[2 * home + 1]!)).toEqual([15, 3, 0, 12]);
    expect(verdict.files[2]!.repaired).toEqual([{ how: 'dwellings-by-building-type', rows: 4, first: { line: 2 } }]);
  });

  test('two other draws keep every block and every age, and are the same each time', async () => {
    const { municipality, bytes } = await imported();
    expect(municipality.draws.map(({ seed }) => seed)).toEqual([2, 3]);
    for (const { persons } of municipality.draws) expect([persons[0]! + persons[1]!, persons[2]! + persons[3]!, persons[0]! + persons[2]!]).toEqual([12, 18, 24]);
    expect((await imported()).bytes).toEqual(bytes);
  });

  test('a projection year is kept beside the base year', async () => {
    const ages = `${villageFiles['leeftijden.csv'] as string}2020,0,9\n2020,1,9\n2020,2,9\n2020,3+,9\n`;
    const { municipality } = await imported({ 'leeftijden.csv': ages });
    expect(municipality.ageTables.map(({ year, persons }) => [year, sum(persons)])).toEqual([[2015, 30], [2020, 36]]);
  });

  test('ages by bracket, men and women in rows of their own', async () => {
    const csv = 'jaar;van;tot;geslacht;aantal\n2015;0;64;M;10\n2015;0;64;V;11\n2015;65;;M;4\n2015;65;;V;5\n';
    const { municipality } = await imported({ 'leeftijden.csv': csv }, withFile('ages', { columns: { year: 'jaar', ageFrom: 'van', ageTo: 'tot', persons: 'aantal' } }));
    expect(municipality.ageTables).toEqual([{ year: 2015, brackets: [{ from: 0, to: 64 }, { from: 65, to: null }], persons: [21, 9] }]);
    expect(municipality.bands).toEqual([{ from: 0, to: 64 }, { from: 65, to: null }]);
  });

  test('very high ages that nobody has may be left out; the highest is open', async () => {
    const ages = ['jaar,leeftijd,aantal', ...Array.from({ length: 97 }, (_, age) => `2015,${age},1`), '2015,99,1'].join('\n');
    const { municipality, verdict } = await imported({ 'leeftijden.csv': ages });
    expect(municipality.ageTables[0]!.brackets.slice(-2)).toEqual([{ from: 97, to: 98 }, { from: 99, to: null }]);
    expect(municipality.ageTables[0]!.persons.slice(-2)).toEqual([0, 1]);
    expect(verdict.files.find(({ role }) => role === 'ages')!.repaired).toEqual([{ how: 'empty-ages-as-zero', rows: 1, first: { line: 99 } }]);
  });
});

describe('other layers', () => {
  test('facilities: what is empty stays unknown, what cannot be read is told, what lies elsewhere is refused', async () => {
    const csv = [
      'soort;naam;plaatsen;erkend;rol;sinds;x;y',
      'rusthuis;De Linde;60;ja;zorgkruispunt activiteitscentrum;2009-05-01;729500;683500',
      'rusthuis;De Es;;;;;730500;683500',
      'ldc;Ter Hooie;0;nee;;mei 2010;730500;683600',
      'kapper;Knip;;;;;730500;683700',
      'ldc;Ver weg;;;;;740000;683700',
    ].join('\n');
    const document = plusFile({
      path: 'zorg.csv', role: 'facilities', format: 'csv', crs: 'EPSG:3812',
      columns: { category: 'soort', name: 'naam', capacity: 'plaatsen', recognised: 'erkend', functions: 'rol', opened: 'sinds', x: 'x', y: 'y' },
      values: { category: { rusthuis: 'wzc' } }, complete: ['wzc'],
    });
    const { municipality, verdict } = await imported({ 'zorg.csv': csv }, document);
    expect(municipality.facilities).toEqual([
      expect.objectContaining({ id: 'ldc-ter-hooie', capacity: 0, recognised: false, functions: [], opened: null, source: 5, fictitious: true }),
      expect.objectContaining({ id: 'wzc-de-es', capacity: null, recognised: null }),
      expect.objectContaining({ id: 'wzc-de-linde', capacity: 60, recognised: true, functions: ['activiteitscentrum', 'zorgkruispunt'], opened: '2009-05-01' }),
    ]);
    expect(municipality.inventoried).toEqual(['wzc']);
    const file = verdict.files[5]!;
    expect(file).toMatchObject({ rowsRead: 5, rowsTaken: 3 });
    expect(file.refused.map(({ place, column, value, reason }) => [place.line, column, value, reason])).toEqual([
      [5, 'soort', 'kapper', 'unknown-value'], [6, null, '740000, 683700', 'beyond-margin'],
    ]);
    expect(file.valuesLeftUnknown.map(({ place, value, reason }) => [place.line, value, reason])).toEqual([[4, 'mei 2010', 'not-a-date']]);
  });

  test('facilities without coordinates are found in the address list, or wait with a reason', async () => {
    const csv = [
      'soort;naam;straat;nr;gemeente;van',
      'ldc;Op huisnummer;Kerkstr.;2 bus 4;Dorp;2019-11',
      'ldc;Naast een huisnummer;STATIESTRAAT;2A;;',
      'ldc;In het midden;Molenweg;;;',
      'ldc;Ver voorbij;Kerkstraat;99;;',
      'ldc;Elders;Markt;1;;',
      'ldc;Zonder adres;;;;',
    ].join('\n');
    const document = plusFile({
      path: 'zorg.csv', role: 'facilities', format: 'csv',
      columns: { category: 'soort', name: 'naam', street: 'straat', number: 'nr', place: 'gemeente', referenceDate: 'van' },
    });
    const { municipality, verdict } = await imported({ 'zorg.csv': csv }, { ...document, geocoding: { mostMetres: 150 } });
    // Molenweg 1, 2 and 3 lie 100 m apart: 2 is the middle, 100 m from the ends.
    expect(municipality.facilities.map(({ name, x, y, position, address, referenceDate }) => [name, x, y, position.by, position.metres, address, referenceDate])).toEqual([
      ['In het midden', 729_200, 683_900, 'street-middle', 100, 'Molenweg', '2015'],
      ['Naast een huisnummer', 730_200, 683_500, 'nearest-number', 10, 'STATIESTRAAT 2A', '2015'],
      ['Op huisnummer', 729_200, 683_100, 'address', 0, 'Kerkstr. 2 bus 4, Dorp', '2019-11'],
    ]);
    // Kerkstraat 99 is 96 numbers past 3, at 100 m a number: 1 and 3 are 200 m apart.
    expect(municipality.unplaced.map(({ name, reason, guess }) => [name, reason, guess])).toEqual([
      ['Elders', 'street-unknown', null],
      ['Ver voorbij', 'quality-too-low', { x: 729_300, y: 683_100, position: { by: 'nearest-number', metres: 9600 } }],
      ['Zonder adres', 'no-address', null],
    ]);
    const file = verdict.files[5]!;
    expect(file).toMatchObject({ rowsRead: 6, rowsTaken: 3, refused: [] });
    expect(file.waiting.map(({ place, value, reason, remedy }) => [place.line, value, reason, remedy])).toEqual([
      [5, 'Kerkstraat 99', 'quality-too-low', 'place-on-map'], [6, 'Markt 1', 'street-unknown', 'correct-address'], [7, '', 'no-position', 'give-position'],
    ]);
    expect(file.repaired.map(({ how, rows }) => [how, rows])).toEqual([['placed-by-address', 1], ['placed-by-nearest-number', 1], ['placed-by-street', 1]]);
    expect(verdict.notices).toContainEqual({ code: 'facilities-waiting', facts: { facilities: 3 } });
  });

  test('a facility within five kilometres of the border is kept and told, one further off is refused', async () => {
    const csv = 'naam,x,y\nDichtbij,735999,683500\nVerder,736001,683500\nOver de hoek,734000,687000\n';
    const document = plusFile({
      path: 'zorg.csv', role: 'facilities', format: 'csv', crs: 'EPSG:3812', columns: { name: 'naam', x: 'x', y: 'y' }, constants: { category: 'ziekenhuis' },
    });
    const { municipality, verdict } = await imported({ 'zorg.csv': csv }, document);
    // The border runs to x = 731,000 and y = 684,000: 4,999 m, 5,001 m, and 3,000 by 3,000 m is 4,243 m.
    expect(municipality.facilities.map(({ name }) => name)).toEqual(['Dichtbij', 'Over de hoek']);
    expect(verdict.files[5]!.refused.map(({ place, reason }) => [place.line, reason])).toEqual([[3, 'beyond-margin']]);
    expect(verdict.notices).toContainEqual({ code: 'facilities-outside', facts: { facilities: 2, marginMetres: 5000 } });
  });

  test('rows that the manifest holds back wait, rows it leaves out are counted per value, and every row is accounted for', async () => {
    const csv = 'naam,status,plaats,x,y\nA,ACTIVE,exact,729500,683500\nB,CLOSED,exact,729500,683501\nC,ACTIVE,ONZEKER: straat,729500,683502\nD,ACTIVE,,,\nE,CLOSED,,729500,683504\n';
    const document = plusFile({
      path: 'apotheken.csv', role: 'facilities', format: 'csv', crs: 'EPSG:3812', columns: { name: 'naam', x: 'x', y: 'y' }, constants: { category: 'apotheek' },
      keep: { column: 'status', values: ['ACTIVE'] }, hold: [{ column: 'plaats', startsWith: ['ONZEKER'] }],
    });
    const { verdict } = await imported({ 'apotheken.csv': csv }, document);
    expect(verdict.files[5]).toMatchObject({
      rowsRead: 5, rowsTaken: 1, refused: [],
      leftOut: { column: 'status', values: [{ value: 'CLOSED', rows: 2, first: { line: 3 } }] },
      waiting: [{ place: { line: 4 }, column: 'plaats', reason: 'held', remedy: 'confirm' }, { place: { line: 5 }, reason: 'no-position', remedy: 'give-position' }],
    });
  });

  test('a division: per block the area with most of its addresses, or of its surface where it has none', async () => {
    // Noord holds the upper half of both blocks, Zuid the lower; of West three homes lie in each (a tie, the first id wins).
    const north = feature({ id: 'N', naam: 'Noord' }, polygon(square(729_000, 683_400, 2000, 600)));
    const south = feature({ id: 'Z', naam: 'Zuid' }, polygon(square(729_000, 683_000, 2000, 400)));
    const document = plusFile({
      path: 'wijken.geojson', role: 'division', format: 'geojson', crs: 'EPSG:3812', columns: { id: 'id', name: 'naam' }, division: { id: 'wijken', name: 'Wijken' },
    });
    const lowHomes = homes.map(([street, number, x]) => [street, number, x, 683_100] as const).slice(0, 6);
    const inLow = await imported({ 'wijken.geojson': collection(south, north), 'adressen.csv': addressCsv(lowHomes) }, document);
    const [division] = inLow.municipality.divisions;
    expect(division!.areas.map(({ id }) => id)).toEqual(['N', 'Z']);
    // Blocks O (no homes: the larger surface, Noord) and W (all homes in Zuid).
    expect([...division!.areaOfBlock]).toEqual([0, 1]);
  });

  test('kernen as points or drawn, barriers by line, crossings, streets, water and green', async () => {
    const document = {
      ...villageManifest,
      files: [
        ...villageManifest.files,
        ...plusFile({ path: 'kernen.geojson', role: 'kernen', format: 'geojson', crs: 'EPSG:3812', columns: { id: 'id', name: 'naam' } }).files.slice(-1),
        ...plusFile({ path: 'barrieres.geojson', role: 'barriers', format: 'geojson', crs: 'EPSG:3812', columns: { name: 'naam' }, constants: { kind: 'spoorweg' } }).files.slice(-1),
        ...plusFile({ path: 'oversteken.csv', role: 'crossings', format: 'csv', crs: 'EPSG:3812', columns: { name: 'naam', x: 'x', y: 'y' } }).files.slice(-1),
        ...plusFile({ path: 'straten.geojson', role: 'streets', format: 'geojson', crs: 'EPSG:3812', columns: { name: 'naam', class: 'klasse' } }).files.slice(-1),
        ...plusFile({ path: 'water.geojson', role: 'water', format: 'geojson', crs: 'EPSG:3812' }).files.slice(-1),
      ],
    };
    const { municipality } = await imported({
      'kernen.geojson': collection(
        feature({ id: 2, naam: 'Getekend' }, polygon(square(729_000, 683_000, 200, 100))),
        feature({ id: 1, naam: 'Punt' }, { type: 'Point', coordinates: [730_500, 683_500] }),
      ),
      'barrieres.geojson': collection(feature({ naam: 'Lijn 21' }, {
        type: 'MultiLineString', coordinates: [[[730_000, 683_000], [730_000, 683_400]], [[729_900, 683_400], [730_000, 684_000]]],
      })),
      'oversteken.csv': 'naam,x,y\nTunnel,730000,683200\n',
      'straten.geojson': collection(feature({ naam: 'Kerkstraat', klasse: 'straat' }, { type: 'LineString', coordinates: [[729_000, 683_100], [730_000, 683_100]] })),
      'water.geojson': collection(feature({}, polygon(square(729_400, 683_400, 50, 50)))),
    }, document);
    expect(municipality.nuclei.map(({ id, x, y, shape }) => [id, x, y, shape === null])).toEqual([['1', 730_500, 683_500, true], ['2', 729_100, 683_050, false]]);
    // Two lines of one feature: the western one keeps the plain id.
    expect(municipality.barriers.map(({ id, line }) => [id, line[0]])).toEqual([['spoorweg-lijn-21', 729_900], ['spoorweg-lijn-21~2', 730_000]]);
    expect(municipality.crossings).toEqual([{ id: 'oversteek-tunnel', name: 'Tunnel', x: 730_000, y: 683_200 }]);
    expect(municipality.basemap.streets).toEqual([{ name: 'Kerkstraat', class: 'straat', line: Float64Array.of(729_000, 683_100, 730_000, 683_100) }]);
    expect(municipality.basemap.water).toHaveLength(1);
  });
});

describe('what was put right', () => {
  test('decimal commas, an open ring and an address three metres over the border are taken and told', async () => {
    const open = feature({ code: 'W', naam: 'West' }, { type: 'Polygon', coordinates: [square(729_000, 683_000).slice(0, 4)] });
    const east = feature({ code: 'O', naam: 'Oost' }, polygon(square(730_000, 683_000)));
    const csv = ['straat;nummer;x;y', ...homes.map((home) => home.join(';')), 'Grensweg;1;728997,5;683500,25'].join('\n');
    const { municipality, verdict } = await imported({ 'blokken.geojson': collection(open, east), 'adressen.csv': csv });
    expect(municipality.addresses.ids).toContain('grensweg-1');
    expect(verdict.files[1]!.repaired).toEqual([{ how: 'ring-closed', rows: 1, first: { feature: 1 } }]);
    expect(verdict.files[2]!.repaired).toEqual([
      { how: 'decimal-comma', rows: 1, first: { line: 12 } }, { how: 'moved-into-block', rows: 1, first: { line: 12 } },
    ]);
  });

  test('borders that meet only nearly are made to meet vertex by vertex', async () => {
    // Oost begins 30 cm too far east and has no vertex where West has none.
    const east = feature({ code: 'O', naam: 'Oost' }, polygon([[730_000.3, 683_000], [731_000, 683_000], [731_000, 684_000], [730_000, 684_000], [730_000.3, 683_000]]));
    const { municipality, verdict } = await imported({ 'blokken.geojson': collection(feature({ code: 'W', naam: 'West' }, polygon(square(729_000, 683_000))), east) });
    const corners = municipality.blocks.map(({ shape }) => new Set(Array.from({ length: 5 }, (_, i) => `${shape[0]![0]![2 * i]!}/${shape[0]![0]![2 * i + 1]!}`)));
    expect([...corners[0]!].filter((corner) => corners[1]!.has(corner))).toHaveLength(2);
    expect(verdict.notices).toContainEqual({ code: 'borders-joined', facts: { blocks: 1, toleranceMetres: 1 } });
  });

  test('an address list in Lambert 72 without a word about it is recognised, and the verdict says how', async () => {
    // The village 500 km south-west, as Lambert 72 has it: about the same place to within a metre.
    const csv = addressCsv(homes.map(([street, number, x, y]) => [street, number, x - 499_997.5, y - 500_009.9]));
    const { verdict } = await imported({ 'adressen.csv': csv }, withFile('addresses', { crs: undefined }));
    expect(verdict.files[2]!.crs).toEqual({ code: 'EPSG:31370', by: 'coordinates' });
  });
});

describe('one transaction', () => {
  test('the same files give the same bytes, which read back as the same municipality and carry the name', async () => {
    const one = await imported();
    const other = await imported();
    expect(one.hash).toBe(other.hash);
    expect(one.hash).toBe(createHash('sha256').update(one.bytes).digest('hex'));
    expect(decodeMunicipality(one.bytes)).toEqual({ ok: true, value: one.municipality });
  });

  test('the order of rows and features changes nothing but the hash of the files', async () => {
    const plain = await imported();
    const turned = await imported({
      'adressen.csv': addressCsv([...homes].reverse()),
      'inwoners.csv': 'blok,inwoners\nO,12\nW,18\n',
      'leeftijden.csv': 'jaar,leeftijd,aantal\n2015,3+,6\n2015,2,6\n2015,1,8\n2015,0,10\n',
    });
    expect({ ...turned.municipality, sources: [] }).toEqual({ ...plain.municipality, sources: [] });
  });

  test('progress is told per file and step, and a signal stops the import with nothing', async () => {
    const steps: string[] = [];
    await imported({}, villageManifest, { onProgress: ({ step, file, done, of }) => steps.push(`${done}/${of} ${file ?? step}`) });
    expect(steps).toEqual([
      '0/8 grens.geojson', '1/8 blokken.geojson', '2/8 adressen.csv', '3/8 inwoners.csv', '4/8 leeftijden.csv', '5/8 fitting', '6/8 spreading', '7/8 writing',
    ]);
    const stopping = new AbortController();
    const result = await importVillage({}, villageManifest, { signal: stopping.signal, onProgress: ({ done }) => (done === 2 ? stopping.abort() : undefined) });
    expect(result).toEqual({ ok: false, error: { problems: [{ code: 'cancelled', file: null, place: {}, facts: {} }] } });
  });

  test('sums are kept and every row is accounted for, whatever the figures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.nat(5000), fc.array(fc.nat(300), { minLength: 4, maxLength: 4 }), fc.nat(12), async (inWest, inEast, ages, strays) => {
        fc.pre(inWest + inEast > 0 && sum(ages) > 0);
        const stray = Array.from({ length: strays }, (_, i) => ['Elders', i + 1, 735_000 + i, 683_000] as const);
        const { municipality, verdict } = await imported({
          'adressen.csv': addressCsv([...stray, ...homes]),
          'inwoners.csv': `blok,inwoners\nW,${inWest}\nO,${inEast}\n`,
          'leeftijden.csv': ['jaar,leeftijd,aantal', ...ages.map((count, age) => `2015,${age === 3 ? '3+' : age},${count}`)].join('\n'),
        });
        expect(municipality.blocks.map(({ inhabitants }) => inhabitants)).toEqual([inEast, inWest]);
        expect(sum(municipality.addresses.persons)).toBe(inWest + inEast);
        for (const { rowsRead, rowsTaken, refused, waiting, leftOut } of verdict.files) {
          expect(rowsTaken + refused.length + waiting.length + sum((leftOut?.values ?? []).map(({ rows }) => rows))).toBe(rowsRead);
        }
        expect(verdict.files[2]!.refused).toHaveLength(strays);
      }),
      { numRuns: 30 },
    );
  });
});
