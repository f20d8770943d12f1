import { fromLambert2008, type Crs } from '@woonzorgzones/core/geo';
import { feature, polygon, square } from './village.ts';

/**
 * The files of an invented town in the layouts in which bureaus publish theirs (domain notes 6): Papierstad (71999) with two
 * sectors of a square kilometre, West (A001) and Oost (A02-), and one sector of the town beside it, Buurstad (71998).
 *
 *   684000 ┌────────┬────────┬────────┐
 *          │  West  │  Oost  │  Buur  │
 *   683000 └────────┴────────┴────────┘
 *       729000   730000   731000   732000   (Lambert 2008)
 */
export const papierstad = { code: '71999', name: 'Papierstad', fictitious: true } as const;

export const sectors = [
  { code: '71999A001', name: 'WEST', nis: '71999', town: 'Papierstad', x: 729_000 },
  { code: '71999A02-', name: 'OOST', nis: '71999', town: 'Papierstad', x: 730_000 },
  { code: '71998A00-', name: 'BUUR', nis: '71998', town: 'Buurstad', x: 731_000 },
] as const;

/** Positions of Lambert 2008 in another system. */
const inSystem = (positions: readonly (readonly [number, number])[], crs: Crs): [number, number][] =>
  positions.map(([x, y]) => {
    const [a, b] = fromLambert2008(crs, Float64Array.of(x, y));
    return [a!, b!];
  });

export const outline = (x: number, crs: Crs): [number, number][] => inSystem(square(x, 683_000), crs);

export const place = (x: number, y: number, crs: Crs): readonly [number, number] => inSystem([[x, y]], crs)[0]!;

/** A GeoJSON collection that names its system, as Statbel and the provinces write it. */
export const collectionIn = (crs: Crs, ...features: readonly unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${crs.slice(5)}` } }, features });

/** Statbel's sectors with the column names of 2018 and later. */
export const sectorCollection = (crs: Crs): string =>
  collectionIn(crs, ...sectors.map(({ code, name, nis, town, x }) => feature({
    cd_sector: code, tx_sector_descr_nl: name, tx_sector_descr_fr: name, cd_sub_munty: `${nis}A`, cd_munty_refnis: nis, tx_munty_descr_nl: town, tx_munty_descr_fr: town,
    cd_dstr_refnis: '71000', cd_rgn_refnis: '02000', cd_country: 'BE', cd_nuts_lvl3: 'BE221', ms_area_ha: 100, ms_perimeter_m: 4000, dt_situation: '2023-01-01',
  }, polygon(outline(x, crs)))));

/** TF_SOC_POP_STRUCT: per age, sex and nationality; 18 people in Papierstad in 2023, of all ages, and one elsewhere. */
export function ageStructure(columns: { readonly nis: string; readonly hasYear: boolean }): string {
  const header = [columns.nis, 'TX_MUNTY_DESCR_NL', 'CD_SEX', 'CD_NATLTY', 'CD_CIV_STS', 'CD_AGE', 'MS_POPULATION', ...(columns.hasYear ? ['CD_YEAR'] : [])];
  const row = (nis: string, town: string, sex: string, nationality: string, age: number, persons: number) =>
    [nis, town, sex, nationality, '1', age, persons, ...(columns.hasYear ? [2023] : [])].join('|');
  const ages = Array.from({ length: 90 }, (_, age) => row('71999', 'Papierstad', 'M', 'BEL', age, 0));
  return `\ufeff${[
    header.join('|'), ...ages,
    row('71999', 'Papierstad', 'F', 'BEL', 40, 6), row('71999', 'Papierstad', 'F', 'ETR', 40, 1), row('71999', 'Papierstad', 'M', 'BEL', 40, 5), row('71999', 'Papierstad', 'F', 'BEL', 85, 6),
    row('71998', 'Buurstad', 'F', 'BEL', 40, 1),
  ].join('\r\n')}\r\n`;
}

/** BeSt addresses; a house in West, a building of three boxes in Oost, and what is not wanted. */
export function bestAddresses(crs: 'EPSG:31370' | 'EPSG:3812'): string {
  const header = [
    `${crs}_x`, `${crs}_y`, 'EPSG:4326_lat', 'EPSG:4326_lon', 'address_id', 'box_number', 'house_number', 'municipality_id', 'municipality_name_de', 'municipality_name_fr',
    'municipality_name_nl', 'postcode', 'postname_fr', 'postname_nl', 'street_id', 'streetname_de', 'streetname_fr', 'streetname_nl', 'region_code', 'status',
  ];
  let id = 0;
  const row = (x: number | null, y: number, street: string, number: string, box = '', status = 'current', nis = '71999', town = 'Papierstad') => {
    const [px, py] = x === null ? ['0.00000', '0.00000'] : place(x, y, crs).map((value) => value.toFixed(5));
    const [lon, lat] = x === null ? ['0.00000', '0.00000'] : place(x, y, 'EPSG:4326').map((value) => value.toFixed(5));
    id += 1;
    return [px, py, lat, lon, id, box, number, nis, '', '', town, 3600, '', town, 100, '', '', street, 'BE-VLG', status].join(',');
  };
  return [
    header.join(','),
    row(729_500, 683_500, 'Kerkstraat', '1'),
    row(730_500, 683_500, 'Molenweg', '2'), row(730_500, 683_500, 'Molenweg', '2', '0101'), row(730_500, 683_500, 'Molenweg', '2', '0102'), row(730_500, 683_500, 'Molenweg', '2', '0201'),
    row(729_600, 683_500, 'Kerkstraat', '3', '', 'retired'), row(729_700, 683_500, 'Kerkstraat', '5', '', 'proposed'),
    row(null, 0, 'Kerkstraat', '9'),
    row(731_500, 683_500, 'Kerkstraat', '1', '', 'current', '71998', 'Buurstad'),
  ].join('\n');
}

/** OPENDATA_SECTOREN: ten people in West, seven in Oost, one in no sector; 500 in the town beside it. */
export function sectorPeople({ total = 'TOTAL', area = 'OPPERVLAKKTE IN HM²', isShort = false, withoutHyphen = false }: {
  readonly total?: string; readonly area?: string; readonly isShort?: boolean; readonly withoutHyphen?: boolean;
} = {}): readonly (readonly (string | number)[])[] {
  const code = (whole: string) => (isShort ? whole.slice(5) : withoutHyphen ? whole.replace(/-$/, '') : whole);
  const row = (nis: string, sector: string, persons: number, name: string, town: string) => [nis, code(sector), persons, '01/01/2011', '31/12/9999', '100,00', name, name, town, town];
  return [
    ['CD_REFNIS', 'CD_SECTOR', total, 'DT_STRT_SECTOR', 'DT_STOP_SECTOR', area, 'TX_DESCR_SECTOR_NL', 'TX_DESCR_SECTOR_FR', 'TX_DESCR_NL', 'TX_DESCR_FR'],
    row('71998', '71998A00-', 500, 'BUUR', 'Buurstad'),
    row('71999', '71999A001', 10, 'WEST', 'Papierstad'),
    row('71999', '71999A02-', 7, 'OOST', 'Papierstad'),
    row('71999', '71999ZZZZ', 1, 'NIET TE LOKALISEREN IN EEN SECTOR', 'Papierstad'),
  ];
}

/** As Statbel writes its tables: bars, a byte order mark, Windows line ends. */
export const barText = (rows: readonly (readonly (string | number)[])[]): string => `\ufeff${rows.map((row) => row.join('|')).join('\r\n')}\r\n`;
