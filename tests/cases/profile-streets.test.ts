import { fromLambert2008, type Crs } from '@woonzorgzones/core/geo';
import { openFolder } from '@woonzorgzones/files';
import { describe, expect, test } from 'vitest';
import { dropAndImport, recognised, shippedProfiles } from '../dropped.ts';
import { writeShapefile, zipShapefile } from '../format-files.ts';
import { writePbf, writeXml } from '../osm-file.ts';
import { ageStructure, bestAddresses, papierstad, place, sectorCollection } from '../published-files.ts';
import { sharedFile, sharedPresent } from '../shared.ts';
import { openMemory, type Files } from '../village.ts';

const base: Files = { 'sectoren.geojson': sectorCollection('EPSG:3812'), 'best.csv': bestAddresses('EPSG:3812'), 'TF_SOC_POP_STRUCT_2023.txt': ageStructure({ nis: 'CD_REFNIS', hasYear: true }) };
const land = (files: Files) => dropAndImport(Object.keys({ ...base, ...files }), openMemory({ ...base, ...files }), papierstad);
const ofRole = ({ verdict }: Awaited<ReturnType<typeof land>>, role: string) => verdict.files.find((file) => file.role === role)!;

describe('Wegenregister', () => {
  const lambert72: Crs = 'EPSG:31370';
  const columns = ['WS_OIDN', 'B_WK_OIDN', 'E_WK_OIDN', 'STATUS', 'LBLSTATUS', 'METHODE', 'MORF', 'LBLMORF', 'WEGCAT', 'LBLWEGCAT', 'LSTRNMID', 'LSTRNM', 'RSTRNMID', 'RSTRNM', 'TGBEP'];
  const segment = (id: string, from: string, to: string, morf: string, wegcat: string, name: string, fromX: number, toX: number, status = '4') => ({
    values: [id, from, to, status, '', '2', morf, '', wegcat, '', '1', name, '1', name, '1'],
    geometry: { type: 'LineString' as const, coordinates: [place(fromX, 683_500, lambert72), place(toX, 683_500, lambert72)] },
  });
  const register = zipShapefile('Wegsegment', writeShapefile({ columns, rows: [
    segment('1', '10', '11', '103', 'L3', 'Kerkstraat', 729_200, 730_000), segment('2', '11', '12', '114', 'L3', 'Molenpad', 730_000, 730_400),
    segment('3', '11', '13', '103', 'L3', 'Nieuwe straat', 730_000, 730_600, '3'), segment('4', '90', '91', '103', 'L3', 'Verre straat', 745_000, 746_000),
  ] }), null, 'UTF-8');

  test('segments between nodes make streets that can be walked; what is being built and what is far is left out', async () => {
    const landed = await land({ 'Wegenregister_SHAPE_20240321.zip': register });
    expect(landed.proposal.files.find(({ role }) => role === 'streets')).toMatchObject({
      profile: 'wegenregister', referenceDate: '2024-03-21', licence: null, columns: { from: 'B_WK_OIDN', to: 'E_WK_OIDN', morphology: 'MORF', roadCategory: 'WEGCAT', access: 'TGBEP' },
    });
    expect(landed.municipality.basemap.streets.map(({ name, class: kind }) => [name, kind])).toEqual([['Kerkstraat', 'straat'], ['Molenpad', 'pad']]);
    expect(ofRole(landed, 'streets')).toMatchObject({ rowsRead: 4, rowsTaken: 2, elsewhere: 1, leftOut: { column: 'STATUS', values: [{ value: '3', rows: 1 }] } });
    expect(landed.municipality.streets).not.toBeNull();
    expect(landed.verdict.notices.find(({ code }) => code === 'streets-read')?.facts).toMatchObject({ parts: 1 });
  });
});

describe('OpenStreetMap', () => {
  const node = (id: number, x: number, y: number, tags?: Readonly<Record<string, string>>) => {
    const [lon, lat] = fromLambert2008('EPSG:4326', Float64Array.of(x, y));
    return { id, lon: lon!, lat: lat!, ...(tags === undefined ? {} : { tags }) };
  };
  const sketch = {
    nodes: [
      node(1, 729_200, 683_500), node(2, 730_000, 683_500), node(3, 730_600, 683_500),
      node(10, 729_300, 683_600, { amenity: 'pharmacy', name: 'Apotheek De Linde' }), node(11, 729_400, 683_600, { amenity: 'social_facility', social_facility: 'nursing_home', name: 'Rusthuis De Es' }),
      node(12, 729_500, 683_600, { amenity: 'social_facility', social_facility: 'assisted_living', 'social_facility:for': 'senior', name: 'De Berk' }),
      node(13, 729_600, 683_600, { shop: 'bakery', name: 'Bakkerij Jef' }), node(14, 729_700, 683_600, { shop: 'car', name: 'Garage' }), node(15, 729_800, 683_600, { highway: 'bus_stop', name: 'Kerk' }),
      node(16, 729_900, 683_600, { amenity: 'social_facility', social_facility: 'shelter', name: 'Opvang' }),
    ],
    ways: [{ id: 100, nodes: [1, 2, 3], tags: { highway: 'residential', name: 'Kerkstraat' } }],
  };

  test.each([['.osm.pbf', writePbf(sketch)], ['.osm', writeXml(sketch)]])('%s: streets, and places by their tags', async (extension, bytes) => {
    const landed = await land({ [`papierstad${extension}`]: bytes });
    expect(landed.proposal.files.find(({ role }) => role === 'openstreetmap')).toMatchObject({ profile: 'openstreetmap', licence: 'ODbL', attribution: '© OpenStreetMap contributors' });
    expect(landed.municipality.facilities.map(({ category, name }) => [category, name]).sort()).toEqual([
      ['apotheek', 'Apotheek De Linde'], ['gaw', 'De Berk'], ['halte', 'Kerk'], ['winkel', 'Bakkerij Jef'], ['wzc', 'Rusthuis De Es'],
    ]);
    // What OpenStreetMap does not know may be there all the same.
    expect(landed.municipality.inventoried).toEqual([]);
    expect(landed.municipality.basemap.streets.map(({ name }) => name)).toContain('Kerkstraat');
  });

  test('every kind that the notes on tags name has a rule, and each rule names a kind there is', async () => {
    const profile = (await shippedProfiles()).find(({ id }) => id === 'openstreetmap')!;
    const kinds = new Set(Object.values(profile.mapping.values['category']!));
    for (const kind of ['wzc', 'gaw', 'dagverzorging', 'buurthuis', 'huisarts', 'tandarts', 'apotheek', 'winkel', 'horeca', 'bank', 'park', 'halte', 'kinderopvang', 'school']) expect(kinds).toContain(kind);
    for (const rule of Object.keys(profile.mapping.values['category']!)) for (const tag of rule.split('+')) expect(tag.trim()).toMatch(/^[a-z_:]+=[a-z_]+$/);
  });

  test.skipIf(!sharedPresent)('the real extracts of a village and a town are OpenStreetMap by their content', async () => {
    const open = openFolder(sharedFile('data/osm'));
    for (const file of ['wechelderzande_be.osm.pbf', 'krems_at.osm.gz']) {
      expect((await recognised(file, open)).map(({ profile }) => profile)).toEqual(['openstreetmap']);
    }
  });
});
