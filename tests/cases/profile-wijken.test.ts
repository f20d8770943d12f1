import { areaM2, type Crs } from '@woonzorgzones/core/geo';
import { describe, expect, test } from 'vitest';
import { dropAndImport } from '../dropped.ts';
import { writeWorkbook } from '../format-files.ts';
import { ageStructure, barText, bestAddresses, collectionIn, outline, papierstad, sectorCollection, sectorPeople } from '../published-files.ts';
import { feature, openMemory, polygon, type Files } from '../village.ts';

const degrees: Crs = 'EPSG:4326';

/** The wijken of the provinces: West and Oost are one wijk each; Buur lies in the town beside. */
const wijken = collectionIn(degrees, ...([['719991', 'West (Papierstad)', 729_000], ['719992', 'Oost (Papierstad)', 730_000], ['719981', 'Buur (Buurstad)', 731_000]] as const)
  .map(([geoitem, naam, x]) => feature({ geoitem, naam }, polygon(outline(x, degrees)))));
const kernen = collectionIn(degrees, ...([['71999_1', 729_000], ['71999_10', 730_000], ['71998_1', 731_000]] as const).map(([kern, x], i) => feature({ fid: i + 0.5, kern }, polygon(outline(x, degrees)))));
const border = collectionIn(degrees, feature({ gemeente: 71_999, naam: 'Papierstad' }, polygon([...outline(729_000, degrees).slice(0, 1), ...outline(730_000, degrees).slice(1, 3), ...outline(729_000, degrees).slice(3)])));

const groups = [
  ['CODSEC', 'Gemeentecode', 'Gemeente', 'nr', 'Naam_wijk', 'x', 'Gebiedscode_pinc'],
  ['71999A001', '71999', 'Papierstad', 1, 'Heel Papierstad', '', '719991'],
  ['71999A02-', '71999', 'Papierstad', 1, 'Heel Papierstad', '', '719991'],
  ['71999ZZZZ', '71999', 'Papierstad', 9, 'Wijk onbekend', '', '71999ONB'],
  ['71998A00-', '71998', 'Buurstad', 1, 'Buur', '', '719981'],
];
const base: Files = { 'best.csv': bestAddresses('EPSG:3812'), 'TF_SOC_POP_STRUCT_2023.txt': ageStructure({ nis: 'CD_REFNIS', hasYear: true }) };
const land = (files: Files) => dropAndImport(Object.keys({ ...base, ...files }), openMemory({ ...base, ...files }), papierstad);
const profiles = ({ proposal }: Awaited<ReturnType<typeof land>>) => proposal.files.map(({ role, profile }) => `${role}: ${profile!}`);

describe('wijken and kernen of the provinces', () => {
  test('without finer areas the wijken are the blocks too; those of other towns are cut away', async () => {
    const landed = await land({ 'ggw72024.geojson': wijken, 'kern.geojson': kernen, 'gemeente2024.geojson': border });
    expect(profiles(landed)).toEqual([
      'boundary: gemeentegrens', 'blocks: provincies-wijken', 'addresses: best-adressen', 'ages: statbel-leeftijden', 'division: provincies-wijken', 'kernen: provincies-kernen',
    ]);
    const { blocks, divisions, nuclei } = landed.municipality;
    expect(blocks.map(({ id, name }) => [id, name])).toEqual([['719991', 'West (Papierstad)'], ['719992', 'Oost (Papierstad)']]);
    expect(divisions.map(({ id, areas }) => [id, areas.length])).toEqual([['wijken', 2]]);
    expect(nuclei.map(({ id, name }) => [id, name])).toEqual([['71999_1', '71999_1'], ['71999_10', '71999_10']]);
    expect(landed.verdict.files.find(({ role }) => role === 'division')).toMatchObject({ licence: 'Modellicentie Gratis Hergebruik', attribution: 'Bron: provincies.incijfers.be', elsewhere: 1 });
  });

  test('with sectors as blocks the wijken are a division only', async () => {
    const landed = await land({ 'ggw72024.geojson': wijken, 'sectoren.geojson': sectorCollection('EPSG:31370') });
    expect(profiles(landed)).toEqual(['boundary: statbel-sectoren', 'blocks: statbel-sectoren', 'addresses: best-adressen', 'ages: statbel-leeftijden', 'division: provincies-wijken']);
    const [division] = landed.municipality.divisions;
    expect([...division!.areaOfBlock].map((area) => division!.areas[area]!.id)).toEqual(['719991', '719992']);
  });
});

describe('the table of sectors and wijken', () => {
  test('sectors put together make the wijk, name and all; the unknown bucket is no place', async () => {
    const landed = await land({ 'gemeentegedragen_wijken.xlsx': writeWorkbook([{ name: 'basistabel', rows: groups }]), 'sectoren.geojson': sectorCollection('EPSG:31370') });
    expect(landed.proposal.files.find(({ role }) => role === 'grouping')).toMatchObject({ profile: 'provincies-koppeltabel', cut: { column: 'Gemeentecode', values: ['71999'] } });
    const [division] = landed.municipality.divisions;
    expect(division!.areas.map(({ id, name }) => [id, name])).toEqual([['719991', 'Heel Papierstad']]);
    expect([...division!.areaOfBlock]).toEqual([0, 0]);
    expect(areaM2(division!.areas[0]!.shape)).toBeCloseTo(2_000_000, -2);
    expect(division!.areas[0]!.shape).toHaveLength(1);
    expect(landed.verdict.files.find(({ role }) => role === 'grouping')).toMatchObject({ rowsRead: 4, rowsTaken: 3, elsewhere: 1, refused: [] });
  });

  test('the table of codes alone: a wijk is then called by its code', async () => {
    const codes = 'statsec,ggw7\n71999A001,719991\n71999A02-,719992\n71998A00-,719981\n';
    const { municipality } = await land({ 'statsec_ggw7.csv': codes, 'sectoren.geojson': sectorCollection('EPSG:31370') });
    expect(municipality.divisions[0]!.areas.map(({ id, name }) => [id, name])).toEqual([['719991', '719991'], ['719992', '719992']]);
  });

  test('with wijken as blocks, the inhabitants of their sectors are added up', async () => {
    const files = { 'ggw72024.geojson': wijken, 'gemeente2024.geojson': border, 'OPENDATA_SECTOREN_2023.txt': barText(sectorPeople()) };
    const together = await land({ ...files, 'statsec_ggw7.csv': 'statsec,ggw7\n71999A001,719991\n71999A02-,719992\n71999ZZZZ,71999ONB\n' });
    expect(together.municipality.blocks.map(({ id, inhabitants }) => [id, inhabitants])).toEqual([['719991', 10], ['719992', 7]]);
    // The wijken are drawn; the table makes no second division of them.
    expect(together.municipality.divisions.map(({ id }) => id)).toEqual(['wijken']);
    await expect(land(files)).rejects.toThrow('block-without-inhabitants-row');
  });

  test('two sectors of one wijk are added up, and one that the people do not list is told', async () => {
    const one = collectionIn(degrees, feature({ geoitem: '719991', naam: 'Papierstad' }, polygon([...outline(729_000, degrees).slice(0, 1), ...outline(730_000, degrees).slice(1, 3), ...outline(729_000, degrees).slice(3)])));
    const files = { 'ggw72024.geojson': one, 'gemeente2024.geojson': border, 'OPENDATA_SECTOREN_2023.txt': barText(sectorPeople()) };
    const { municipality, verdict } = await land({ ...files, 'statsec_ggw7.csv': 'statsec,ggw7\n71999A001,719991\n71999A02-,719991\n71999A03-,719991\n' });
    expect(municipality.blocks.map(({ inhabitants }) => inhabitants)).toEqual([17]);
    expect(verdict.notices).toContainEqual({ code: 'blocks-unlisted', facts: { blocks: ['71999A03-'] } });
  });

  test('a row that speaks of no block, and a second wijk for a sector, are refused', async () => {
    const codes = 'statsec,ggw7\n71999A001,719991\n71999A001,719992\n71999B00-,719993\n71999A02-,719992\n';
    const { verdict } = await land({ 'statsec_ggw7.csv': codes, 'sectoren.geojson': sectorCollection('EPSG:31370') });
    expect(verdict.files.find(({ role }) => role === 'grouping')!.refused.map(({ place, value, reason }) => [place.line, value, reason])).toEqual([
      [3, '71999A001', 'duplicate-id'], [4, '71999B00-', 'unknown-block'],
    ]);
  });
});
