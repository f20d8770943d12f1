import { fromLambert2008 } from '@woonzorgzones/core/geo';
import { describe, expect, test } from 'vitest';
import { drop, dropAndImport } from '../dropped.ts';
import { writeShapefile, zipShapefile } from '../format-files.ts';
import { ageStructure, bestAddresses, papierstad, place, sectorCollection } from '../published-files.ts';
import { openMemory, type Files } from '../village.ts';

const rest: Files = { 'sectoren.geojson': sectorCollection('EPSG:3812'), 'TF_SOC_POP_STRUCT_2023.txt': ageStructure({ nis: 'CD_REFNIS', hasYear: true }) };
const land = (files: Files) => dropAndImport([...Object.keys(rest), ...Object.keys(files)], openMemory({ ...rest, ...files }), papierstad);
const listed = ({ municipality: { addresses } }: Awaited<ReturnType<typeof land>>) =>
  addresses.ids.map((_, i) => [`${addresses.streets[i]!} ${addresses.numbers[i]!}`, addresses.dwellings[i], Math.round(addresses.xy[2 * i]!), Math.round(addresses.xy[2 * i + 1]!)]);
const verdictOf = ({ verdict }: Awaited<ReturnType<typeof land>>) => verdict.files.find(({ role }) => role === 'addresses')!;
const lambert72 = (x: number, y: number) => place(x, y, 'EPSG:31370');

describe('BeSt addresses of all Flanders', () => {
  test.each(['EPSG:31370', 'EPSG:3812'] as const)('%s columns: cut to the town, what is no current address left out, boxes counted as dwellings', async (crs) => {
    const landed = await land({ 'openaddress-bevlg.csv': bestAddresses(crs) });
    expect(listed(landed)).toEqual([['Kerkstraat 1', 1, 729_500, 683_500], ['Molenweg 2', 3, 730_500, 683_500]]);
    const verdict = verdictOf(landed);
    expect(verdict).toMatchObject({ rowsRead: 9, rowsTaken: 5, elsewhere: 1, licence: 'CC BY 4.0', crs: { code: crs, by: 'coordinates' } });
    expect(verdict.leftOut!.values.map(({ value, rows }) => [value, rows])).toEqual([['proposed', 1], ['retired', 1]]);
    // 0.00000 is what BeSt writes for a place it does not know.
    expect(verdict.refused.map(({ reason }) => reason)).toEqual(['null-position']);
    expect(landed.proposal.manifest!.population.spreadBy).toBe('dwellings');
  });

  test('a list of another town says so, and whose it is', async () => {
    const elsewhere = bestAddresses('EPSG:31370').replaceAll(',71999,', ',71997,');
    await expect(land({ 'openaddress-bevlg.csv': elsewhere })).rejects.toThrow(/cut-leaves-nothing.*71997/);
  });
});

describe('Adressenregister', () => {
  const columns = ['id', 'adresid', 'versieid', 'posspec', 'posgeommet', 'straatnmid', 'straatnm', 'huisnr', 'busnr', 'postcode', 'gemeenteid', 'gemeentenm', 'status'];
  const row = (id: number, number: string, box: string, x: number, more: { readonly spec?: string; readonly status?: string; readonly nis?: string } = {}) => ({
    values: [`https://data.example/${id}`, String(id), '2024', more.spec ?? 'perceel', 'afgeleidVanObject', '7', 'Dorpsstraat', number, box, '3600', more.nis ?? '71999', 'Papierstad', more.status ?? 'inGebruik'],
    geometry: { type: 'Point' as const, coordinates: lambert72(x, 683_500) },
  });
  const rows = [
    row(1, '1', '', 729_500), row(2, '3', '', 729_600), row(3, '3', 'A', 729_600), row(4, '3', 'B', 729_600),
    row(5, '5', '', 729_700, { spec: 'gemeente' }), row(6, '7', '', 729_800, { status: 'voorgesteld' }), row(7, '1', '', 731_500, { nis: '71998' }),
  ];

  test('as a Shapefile: in use, in the town, with boxes; what is placed on the town only waits', async () => {
    const landed = await land({ 'adressenregister_20240115.zip': zipShapefile('Adres', writeShapefile({ columns, rows }), null, 'UTF-8') });
    expect(landed.proposal.files.find(({ role }) => role === 'addresses')).toMatchObject({ profile: 'adressenregister', referenceDate: '2024-01-15' });
    expect(listed(landed)).toEqual([['Dorpsstraat 1', 1, 729_500, 683_500], ['Dorpsstraat 3', 2, 729_600, 683_500]]);
    expect(verdictOf(landed)).toMatchObject({ elsewhere: 1, licence: null, crs: { code: 'EPSG:31370', by: 'coordinates' } });
    expect(verdictOf(landed).waiting.map(({ column, value }) => [column, value])).toEqual([['posspec', 'gemeente']]);
  });

  test('without the names of streets it is recognised, and the missing column named', async () => {
    const nameless = { columns: columns.filter((column) => column !== 'straatnm'), rows: rows.map(({ values, geometry }) => ({ values: values.filter((_, i) => i !== 6), geometry })) };
    const [file] = await drop(['Adres.zip'], openMemory({ 'Adres.zip': zipShapefile('Adres', writeShapefile(nameless), null, 'UTF-8') }));
    expect(file!.chosen).toBeNull();
  });
});

describe('CRAB', () => {
  const [lon, lat] = fromLambert2008('EPSG:4326', Float64Array.of(729_500, 683_500));

  test('the list of 2013: Latin-1, and the null of Lambert 72 carried over to degrees', async () => {
    const text = `PKANCODE,COMMUNE_NL,STREET_NL,HUISNR,LAT,LON\n3600,Papierstad,Andr\u00e9 Dumontlaan,1,${lat},${lon}\n3600,Papierstad,Kuilenstraat,17,49.2933351651,2.30668956214\n3500,Buurstad,Kerkstraat,1,${lat},${lon! + 0.03}\n`;
    const landed = await land({ 'crab_3600.csv': Buffer.from(text, 'latin1') });
    expect(listed(landed)).toEqual([['André Dumontlaan 1', 1, 729_500, 683_500]]);
    expect(verdictOf(landed)).toMatchObject({ rowsRead: 3, elsewhere: 1, referenceDate: '2013' });
    expect(verdictOf(landed).refused.map(({ place: { line }, reason }) => [line, reason])).toEqual([[3, 'null-position']]);
  });

  test('the address positions of later years', async () => {
    const columns = ['ID', 'STRAATNMID', 'STRAATNM', 'HUISNR', 'APPTNR', 'BUSNR', 'HNRLABEL', 'NISCODE', 'GEMEENTE', 'POSTCODE', 'HERKOMST'];
    const row = (id: string, box: string) => ({ values: [id, '7', 'Dorpsstraat', '1', '', box, '1', '71999', 'Papierstad', '3600', 'afgeleidVanPerceelCadmap'], geometry: { type: 'Point' as const, coordinates: lambert72(729_500, 683_500) } });
    const landed = await land({ 'CrabAdr.zip': zipShapefile('CrabAdr', writeShapefile({ columns, rows: [row('1', ''), row('2', '1'), row('3', '2')] }), null, 'UTF-8') });
    expect(landed.proposal.files.find(({ role }) => role === 'addresses')!.profile).toBe('crab-adresposities');
    expect(listed(landed)).toEqual([['Dorpsstraat 1', 2, 729_500, 683_500]]);
  });
});

test('a list of one’s own: decimal commas, a semicolon, and dwellings that were counted', async () => {
  const [x, y] = lambert72(729_500, 683_500);
  const text = `Straatnaam;Huisnummer;Bus;Aantal woningen;X_31370;Y_31370\nDorpsstraat;1;;4;${x.toFixed(2).replace('.', ',')};${y.toFixed(2).replace('.', ',')}\n`;
  const landed = await land({ 'onze adressen.csv': text });
  expect(landed.proposal.files.find(({ role }) => role === 'addresses')).toMatchObject({ profile: 'adressenlijst', licence: null });
  expect(listed(landed)).toEqual([['Dorpsstraat 1', 4, 729_500, 683_500]]);
});
