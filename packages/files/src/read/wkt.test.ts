import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemOfCode, systemOfWkt } from './wkt.ts';

const geogcs72 = 'GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

const conic = (name: string, geographic: string, easting: string, northing: string, longitude: string, parallels: readonly [string, string], latitude: string) =>
  `PROJCS["${name}",${geographic},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",${northing}],PARAMETER["Central_Meridian",${longitude}],PARAMETER["Standard_Parallel_1",${parallels[0]}],PARAMETER["Standard_Parallel_2",${parallels[1]}],PARAMETER["Latitude_Of_Origin",${latitude}],UNIT["Meter",1.0]]`;

const lambert72 = conic('Belge_Lambert_1972', geogcs72, '150000.013', '5400088.438', '4.367486666666666', ['49.8333339', '51.16666723333333'], '90.0');

test('Lambert 72 as ESRI, as GDAL and as ISO write it', () => {
  expect(systemOfWkt(lambert72)).toBe('EPSG:31370');
  // Rounded to the centimetre, the parallels exchanged, another name.
  expect(systemOfWkt(conic('Mijn stelsel', geogcs72, '150000.01', '5400088.44', '4.36748667', ['51.166667233', '49.8333339'], '90'))).toBe('EPSG:31370');
  expect(systemOfWkt('PROJCS["anders",GEOGCS["x",DATUM["d",SPHEROID["s",1,1]]],AUTHORITY["EPSG","31370"]]')).toBe('EPSG:31370');
  // The meridian of Brussels, and the turn of 29.2985 seconds in the method.
  expect(systemOfWkt(`PROJCS["Belge 1972 / Belge Lambert 72",${geogcs72},PROJECTION["Lambert_Conformal_Conic_2SP_Belgium"],PARAMETER["standard_parallel_1",51.16666723333333],PARAMETER["standard_parallel_2",49.8333339],PARAMETER["latitude_of_origin",90],PARAMETER["central_meridian",4.356939722222222],PARAMETER["false_easting",150000.01256],PARAMETER["false_northing",5400088.4378],UNIT["metre",1]]`)).toBe('EPSG:31370');
  expect(systemOfWkt(`PROJCRS["BD72 / Belgian Lambert 72",BASEGEOGCRS["BD72",DATUM["Reseau National Belge 1972",ELLIPSOID["International 1924",6378388,297,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["Belgian Lambert 72",METHOD["Lambert Conic Conformal (2SP)",ID["EPSG",9802]],PARAMETER["Latitude of false origin",90,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of false origin",4.36748666666667,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Latitude of 1st standard parallel",51.1666672333333,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Latitude of 2nd standard parallel",49.8333339,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Easting at false origin",150000.013,LENGTHUNIT["metre",1]],PARAMETER["Northing at false origin",5400088.438,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["easting (X)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["northing (Y)",north,ORDER[2],LENGTHUNIT["metre",1]]]`)).toBe('EPSG:31370');
});

test('Lambert 2008 is not Lambert 2005, which has the same parallels and another origin', () => {
  const etrs = 'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
  const parallels = ['49.83333333333334', '51.16666666666666'] as const;
  expect(systemOfWkt(conic('Belge_Lambert_2008', etrs, '649328.0', '665262.0', '4.359215833333333', parallels, '50.797815'))).toBe('EPSG:3812');
  expect(systemOfWkt(conic('Belge_Lambert_2005', etrs, '150328.0', '166262.0', '4.359215833333333', parallels, '50.797815'))).toBeNull();
  // The numbers of Lambert 2008 on the ellipsoid of 1924 are no system of ours.
  expect(systemOfWkt(conic('vreemd', geogcs72, '649328.0', '665262.0', '4.359215833333333', parallels, '50.797815'))).toBeNull();
});

test('degrees of WGS84 and ETRS89, Web Mercator, and what is none of the four', () => {
  const degrees = (name: string, datum: string, unit = '0.0174532925199433') => `GEOGCS["${name}",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",${unit}]]`;
  expect(systemOfWkt(degrees('GCS_WGS_1984', 'D_WGS_1984'))).toBe('EPSG:4326');
  expect(systemOfWkt(degrees('ETRS89', 'European_Terrestrial_Reference_System_1989'))).toBe('EPSG:4326');
  expect(systemOfWkt(degrees('GCS_Belge_1972', 'D_Belge_1972'))).toBeNull();
  expect(systemOfWkt(degrees('WGS 84 (grad)', 'D_WGS_1984', '0.01570796326794897'))).toBeNull();
  expect(systemOfWkt(`PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${degrees('GCS_WGS_1984', 'D_WGS_1984')},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],UNIT["Meter",1.0]]`)).toBe('EPSG:3857');
  expect(systemOfWkt(`PROJCS["WGS 84 / UTM 31N",${degrees('GCS_WGS_1984', 'D_WGS_1984')},PROJECTION["Transverse_Mercator"],UNIT["metre",1]]`)).toBeNull();
});

test('codes that are the same within a metre', () => {
  expect([31370, 31300, 3812, 4326, 4258, 3857, 900913].map(systemOfCode)).toEqual(['EPSG:31370', 'EPSG:31370', 'EPSG:3812', 'EPSG:4326', 'EPSG:4326', 'EPSG:3857', 'EPSG:3857']);
  expect(systemOfCode(28992)).toBeNull();
});

test('no text crashes the reader, however deep its brackets', () => {
  expect(systemOfWkt('A['.repeat(9000))).toBeNull();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(lambert72.length - 1), fc.constantFrom('', '[', ']', '"', ',', '9', ' ')), { maxLength: 8 }), (edits) => {
      const text = edits.reduce((given, [at, put]) => given.slice(0, at) + put + given.slice(at + 1), lambert72);
      expect([null, 'EPSG:31370']).toContain(systemOfWkt(text));
    }),
  );
});
