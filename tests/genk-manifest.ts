import type { ManifestDocument } from '@woonzorgzones/files';
import { sharedFile } from './shared.ts';

/** The folder the paths below stand in. */
export const genkFolder = (): string => sharedFile('data/genk');

/** Names of the kernen as domain.md 5.2 lists them; the published layer has codes only. */
const kernen = {
  '71016_1': 'Bokrijk', '71016_2': 'Boxbergheide', '71016_3': 'Bret', '71016_4': 'Gelieren-Hoogzij', '71016_5': 'Genk', '71016_6': 'Kolderbos',
  '71016_7': 'Nieuw-Sledderlo', '71016_8': 'Oud-Waterschei', '71016_9': 'Oud-Winterslag', '71016_10': 'Sledderlo', '71016_11': 'Termien',
  '71016_12': 'Waterschei', '71016_13': 'Winterslag', '71016_14': 'Zwartberg',
};

const provinces = {
  licence: 'Modellicentie Gratis Hergebruik', attribution: 'Bron: provincies.incijfers.be', referenceDate: '2024',
} as const;

/** The real Genk of 2015 as the files of ../shared/data/genk give it. */
export const genkManifest: ManifestDocument = {
  format: 'woonzorgzones-manifest',
  version: 1,
  municipality: { code: '71016', name: 'Genk', fictitious: false },
  referenceYear: 2015,
  population: { spreadBy: 'addresses-evenly' },
  files: [
    { path: 'genk_gemeente.geojson', role: 'boundary', format: 'geojson', crs: 'EPSG:4326', title: 'Gemeentegrens 2024', ...provinces },
    {
      path: 'genk_wijken_2024.geojson', role: 'blocks', format: 'geojson', crs: 'EPSG:4326', title: 'Wijken 2024', ...provinces,
      columns: { id: 'geoitem', name: 'naam' },
    },
    {
      path: 'crab_3600_2013_latin1.csv', role: 'addresses', format: 'csv', crs: 'EPSG:4326', encoding: 'latin-1',
      title: 'CRAB-adressenlijst', licence: 'Gratis open data licentie Vlaanderen', attribution: 'Bron: CRAB, AGIV', referenceDate: '2013',
      columns: { street: 'STREET_NL', number: 'HUISNR', lat: 'LAT', lon: 'LON' },
    },
    {
      path: 'genk_pop_age_sex_2009_2015.csv', role: 'ages', format: 'csv',
      title: 'Bevolking naar leeftijd en geslacht', licence: 'Open data licentie Statbel', attribution: 'Bron: Statbel', referenceDate: '2015',
      columns: { year: 'jaar', age: 'leeftijd', persons: 'inwoners' },
    },
    {
      path: 'genk_wijken_2024.geojson', role: 'division', format: 'geojson', crs: 'EPSG:4326', title: 'Wijken 2024', ...provinces,
      division: { id: 'wijken', name: 'Wijken' }, columns: { id: 'geoitem', name: 'naam' },
    },
    {
      path: 'genk_kernen.geojson', role: 'kernen', format: 'geojson', crs: 'EPSG:4326', title: 'Kernen', ...provinces,
      columns: { id: 'kern', name: 'kern' }, values: { name: kernen },
    },
    {
      path: 'genk_apotheken_fagg_2022-03-08.csv', role: 'facilities', format: 'csv', crs: 'EPSG:3812',
      title: 'Vergunde apotheken', licence: 'CC BY-NC-SA 4.0', attribution: 'Bron: FAGG', referenceDate: '2022-03-08',
      columns: { id: 'vergunning', name: 'naam', address: 'adres', x: 'x_l2008', y: 'y_l2008' }, constants: { category: 'apotheek' },
      keep: { column: 'status', values: ['ACTIVE'] }, complete: ['apotheek'],
    },
    {
      path: 'genk_schools_2021.csv', role: 'facilities', format: 'csv', crs: 'EPSG:4326',
      title: 'Scholen', licence: null, attribution: null, referenceDate: '2021',
      columns: { name: 'naam', address: 'adres', lat: 'lat', lon: 'lon' }, constants: { category: 'school' }, complete: ['school'],
    },
    {
      path: 'genk_care_facilities_curated.csv', role: 'facilities', format: 'csv', crs: 'EPSG:4326',
      title: 'Zorgvoorzieningen uit openbare pagina’s', licence: null, attribution: null, referenceDate: '2022',
      columns: { category: 'type', name: 'naam', address: 'adres_bron', capacity: 'capaciteit', opened: 'sinds', lat: 'lat', lon: 'lon' },
      values: {
        category: {
          LDC: 'ldc', WZC: 'wzc', DVC: 'dagverzorging', SENIORENWONING_ASSISTENTIE: 'gaw', SOCIAAL_HUIS: 'sociale-dienst', HUISARTS: 'huisarts',
          ZIEKENHUIS: 'ziekenhuis', BIBLIOTHEEK: 'bibliotheek',
        },
        // What the notes say in words; residents counted in a home are not its places.
        capacity: {
          '266 bewoners (2020); ontwerp 264 bedden + 6 kortverblijf + DVC 15': 264, '15 plaatsen': 15,
          '27 sociale seniorenwoningen met assistentie (+15 NAH Hogerveld, 66 koop)': 27, '670 bedden (2020)': 670, '27 bedden (2020)': 27,
        },
      },
      hold: [
        { column: 'geocode', startsWith: ['ONZEKER'] },
        { column: 'nota', startsWith: ['huidig adres niet in bron', 'gehuurd tot'] },
      ],
    },
  ],
};
