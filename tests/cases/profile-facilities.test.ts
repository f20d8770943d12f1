import { describe, expect, test } from 'vitest';
import { drop, dropAndImport, recognised } from '../dropped.ts';
import { writeWorkbook, writeZip } from '../format-files.ts';
import { ageStructure, bestAddresses, papierstad, place, sectorCollection } from '../published-files.ts';
import { openMemory, type Files } from '../village.ts';

const base: Files = { 'sectoren.geojson': sectorCollection('EPSG:3812'), 'best.csv': bestAddresses('EPSG:3812'), 'TF_SOC_POP_STRUCT_2023.txt': ageStructure({ nis: 'CD_REFNIS', hasYear: true }) };
const land = (files: Files) => dropAndImport(Object.keys({ ...base, ...files }), openMemory({ ...base, ...files }), papierstad);
type Landed = Awaited<ReturnType<typeof land>>;
const verdictOf = ({ verdict }: Landed) => verdict.files.find(({ role }) => role === 'facilities')!;
const entryOf = ({ proposal }: Landed) => proposal.files.find(({ role }) => role === 'facilities')!;

describe('pharmacies', () => {
  test('the workbook of FAGG: headers in two languages below a title, a star for who is suspended, a footnote', async () => {
    const pharmacy = (id: string, name: string, town: string, status: string | null, x: number) => [id, name, 'Kerkstraat 1', '3600', town, status, 'Titularis (KBO-BCE : 0123456789)', 'Idem', x, 683_500, ''];
    const sheet = writeWorkbook([{
      name: 'Apotheken', rows: [
        ['Lijst van de vergunde apotheken - Liste des officines autorisées'],
        ["Vergunningsnummer\nNuméro d'autorisation", 'Naam\nNom', 'Adres\nAdresse', 'Postcode\nCode Postal', 'Gemeente\nCommune', 'Status\nStatut', "Vergunninghouder\nDétenteur d'autorisation", 'Uitbater\nExploitant', 'X (Lambert 2008)', 'Y (Lambert 2008)', 'Andere'],
        pharmacy('711619', 'Apotheek De Linde', 'Papierstad', null, 729_500), pharmacy('711620', 'Apotheek Gesloten', 'PAPIERSTAD', '*(1)', 729_600),
        pharmacy('711621', 'Apotheek Elders', 'Buurstad', null, 731_500),
        ['*(1) Tijdelijk geschorst (update : 08-03-2022)'],
      ],
    }]);
    const landed = await land({ 'Lst_Pharmacies_pub_Extended.xlsx': sheet });
    expect(entryOf(landed)).toMatchObject({ profile: 'fagg-apotheken', licence: null, attribution: 'Bron: FAGG' });
    expect(landed.municipality.facilities.map(({ id, category, name, x }) => [id, category, name, x])).toEqual([['711619', 'apotheek', 'Apotheek De Linde', 729_500]]);
    expect(landed.municipality.inventoried).toEqual(['apotheek']);
    expect(verdictOf(landed)).toMatchObject({ rowsRead: 4, rowsTaken: 1, elsewhere: 2 });
    expect(verdictOf(landed).leftOut!.values.map(({ value }) => value)).toEqual(['*(1)']);
  });

  test('its copy in words: who is suspended is no supply', async () => {
    const text = 'vergunning,naam,adres,postcode,gemeente,status,lat,lon,x_l2008,y_l2008\n1,A,Kerkstraat 1,3600,Papierstad,ACTIVE,50,5,729500,683500\n2,B,Kerkstraat 2,3600,Papierstad,TEMPORARILY_SUSPENDED,50,5,729500,683500\n3,C,Kerkstraat 2,3500,Buurstad,ACTIVE,50,5,731500,683500\n';
    const landed = await land({ 'apotheken_2022-03-08.csv': text });
    expect(entryOf(landed)).toMatchObject({ profile: 'fagg-apotheken-afschrift', licence: 'CC BY-NC-SA 4.0', referenceDate: '2022-03-08' });
    expect(landed.municipality.facilities.map(({ id }) => id)).toEqual(['1']);
    expect(verdictOf(landed)).toMatchObject({ rowsTaken: 1, elsewhere: 1, leftOut: { values: [{ value: 'TEMPORARILY_SUSPENDED', rows: 1 }] } });
  });
});

describe('a sheet of one’s own', () => {
  const [lon, lat] = place(729_500, 683_500, 'EPSG:4326');
  const [x72, y72] = place(730_500, 683_500, 'EPSG:31370');

  test('the layout we propose, positions in degrees', async () => {
    const text = `id,type,naam,adres,lat,lon,x_31370,y_31370,capaciteit,erkend(0/1),geopend,gesloten,bron,peildatum\nF1,wzc,De Linde,Kerkstraat 1,${lat},${lon},,,84,1,2009-05-01,,gemeente,2023-01-01\n`;
    const landed = await land({ 'voorzieningen.csv': text });
    expect(entryOf(landed)).toMatchObject({ profile: 'eigen-voorzieningen', licence: null, columns: { lat: 'lat', lon: 'lon' }, referenceDate: '2023-01-01' });
    expect(landed.municipality.facilities).toMatchObject([{ id: 'F1', category: 'wzc', name: 'De Linde', capacity: 84, recognised: true, opened: '2009-05-01', closed: null, referenceDate: '2023-01-01' }]);
  });

  test('Dutch variants of the headers, a semicolon, metres, words for the kind in any case; what is unknown is told', async () => {
    const text = [
      'Soort voorziening;Naam van de voorziening;Straat en nummer;X_31370;Y_31370;Aantal plaatsen;Erkenning;Open sinds;Geocode',
      `Woonzorgcentrum;De Linde;Kerkstraat 1;${x72.toFixed(1).replace('.', ',')};${y72.toFixed(1).replace('.', ',')};84;ja;2009;exact`,
      `ASSISTENTIEWONINGEN;De Es;Kerkstraat 1;${x72.toFixed(1)};${y72.toFixed(1)};20;ja;;exact`,
      `Huisarts;Praktijk;Kerkstraat 1;${x72.toFixed(1)};${y72.toFixed(1)};;;;ONZEKER: straat`,
      `Kapsalon;Bij Jef;Kerkstraat 1;${x72.toFixed(1)};${y72.toFixed(1)};;;;exact`,
    ].join('\n');
    const landed = await land({ 'lijst van collega.csv': text });
    expect(landed.municipality.facilities.map(({ category, name, capacity, recognised: is }) => [category, name, capacity, is])).toEqual([['gaw', 'De Es', 20, true], ['wzc', 'De Linde', 84, true]]);
    expect(verdictOf(landed).waiting.map(({ value }) => value)).toEqual(['ONZEKER: straat']);
    expect(verdictOf(landed).refused.map(({ value, reason }) => [value, reason])).toEqual([['Kapsalon', 'unknown-value']]);
  });

  test('as a workbook', async () => {
    const sheet = writeWorkbook([{ name: 'Blad1', rows: [['type', 'naam', 'lat', 'lon', 'capaciteit'], ['LDC', 'De Hazelaar', lat, lon, 35], ['School', 'De Wijzer', lat, lon, null]] }]);
    const landed = await land({ 'welzijn.xlsx': sheet });
    expect(landed.municipality.facilities.map(({ category, name, capacity }) => [category, name, capacity])).toEqual([['ldc', 'De Hazelaar', 35], ['school', 'De Wijzer', null]]);
  });

  test('a list of other things is not taken for one', async () => {
    const open = openMemory({ 'auto.csv': 'type,naam,prijs\ndiesel,Astra,5000\nbenzine,Corsa,4000\n' });
    expect((await recognised('auto.csv', open)).filter(({ score }) => score >= 0.5)).toEqual([]);
    expect((await drop(['auto.csv'], open))[0]!.chosen).toBeNull();
  });
});

test('De Lijn: stops in the town with their departures in an hour of a weekday', async () => {
  const stop = (id: string, name: string, x: number) => {
    const [lon, lat] = place(x, 683_500, 'EPSG:4326');
    return `${id},${name},${lat},${lon}`;
  };
  // Twelve hours from 7 to 19: 24 departures at A make 2 in an hour; B has none.
  const times = Array.from({ length: 24 }, (_, i) => `T${i},${String(7 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '05' : '35'}:00,${String(7 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '05' : '35'}:00,A,1`);
  const timetable = writeZip([
    { name: 'stops.txt', bytes: ['stop_id,stop_name,stop_lat,stop_lon', stop('A', 'Kerk', 729_500), stop('B', 'Molen', 730_500), stop('C', 'Ver weg', 745_000)].join('\n') },
    { name: 'trips.txt', bytes: ['route_id,service_id,trip_id', ...times.map((_, i) => `1,WEEK,T${i}`)].join('\n') },
    { name: 'stop_times.txt', bytes: ['trip_id,arrival_time,departure_time,stop_id,stop_sequence', ...times, ...times.map((_, i) => `T${i},20:00:00,20:00:00,C,2`)].join('\n') },
    { name: 'calendar.txt', bytes: 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nWEEK,1,1,1,1,1,0,0,20240101,20240630\n' },
    { name: 'routes.txt', bytes: 'route_id,route_short_name,route_type\n1,1,3\n' },
  ]);
  const landed = await land({ 'de_lijn-gtfs_20240115.zip': timetable });
  expect(entryOf(landed)).toMatchObject({ profile: 'delijn-gtfs', format: 'gtfs', licence: 'CC BY 4.0', attribution: 'Bron: De Lijn', referenceDate: '2024-01-15' });
  expect(landed.municipality.facilities.map(({ id, category, name, capacity }) => [id, category, name, capacity])).toEqual([['A', 'halte', 'Kerk', 2], ['B', 'halte', 'Molen', 0]]);
  expect(verdictOf(landed).refused).toEqual([]);
});
