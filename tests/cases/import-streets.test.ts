import { expect, describe, test } from 'vitest';
import { decodeMunicipality } from '@woonzorgzones/core/model';
import { anyWalker, reachGroundOf, streetsOf, streetWalk } from '@woonzorgzones/core/network';
import { fromLambert2008 } from '@woonzorgzones/core/geo';
import type { ImportedMunicipality } from '@woonzorgzones/files';
import { writePbf, writeXml, type OsmSketch } from '../osm-file.ts';
import { collection, feature, importVillage, plusFile } from '../village.ts';

/*
 * Streets through the village: the Kerkstraat (y 683 100) and the Molenweg (y 683 900) from x 729 050 to 730 500, joined by the
 * Dwarsstraat at x 730 500 only. Between them a canal at y 683 500 from x 728 000 to 730 800, so the Dwarsstraat bridges it.
 */
const corners = { a: [729_050, 683_100], b: [730_500, 683_100], c: [729_050, 683_900], d: [730_500, 683_900], e: [728_000, 683_500], f: [730_800, 683_500] } as const;
type Corner = keyof typeof corners;
const line = (...over: readonly Corner[]) => ({ type: 'LineString', coordinates: over.map((corner) => corners[corner]) });

async function imported(...args: Parameters<typeof importVillage>): Promise<ImportedMunicipality> {
  const result = await importVillage(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
}

const noticeOf = ({ verdict }: ImportedMunicipality) => verdict.notices.find(({ code }) => code === 'streets-read')?.facts;

describe('a Wegenregister with nodes', () => {
  const rows = [
    ['a', 'b', 'Kerkstraat', '103', 'L2'], ['c', 'd', 'Molenweg', '103', 'L3'], ['b', 'd', 'Dwarsstraat', '103', 'L1'], ['e', 'f', 'Ring', '101', 'H'],
  ] as const;
  const files = {
    'wegen.geojson': collection(...rows.map(([from, to, name, morf, category]) => feature({ B_WK_OIDN: from, E_WK_OIDN: to, LSTRNM: name, MORF: morf, WEGCAT: category, TGBEP: '1' }, line(from, to)))),
  };
  const document = plusFile({
    path: 'wegen.geojson', role: 'streets', format: 'geojson', crs: 'EPSG:3812',
    columns: { name: 'LSTRNM', class: 'MORF', morphology: 'MORF', roadCategory: 'WEGCAT', access: 'TGBEP', from: 'B_WK_OIDN', to: 'E_WK_OIDN' },
    values: { class: { 101: 'autosnelweg', 103: 'straat' } },
  });

  test('becomes streets that can be walked; the motorway is a barrier, crossed where the Dwarsstraat runs', async () => {
    const village = await imported(files, document);
    const { municipality } = village;
    // Junctions a, b, c, d for walkers, e and f for cars: one part of four, two dead ends (a and c).
    expect(noticeOf(village)).toMatchObject({ junctions: 6, parts: 1, largestPartShare: 1, deadEnds: 2, barriers: 1, crossings: 1, buildings: 0 });
    expect(municipality.barriers.map(({ kind, name }) => [kind, name])).toEqual([['autosnelweg', 'Ring']]);
    expect(municipality.crossings.map(({ name, x, y }) => [name, x, y])).toEqual([['Dwarsstraat', 730_500, 683_500]]);
    expect(municipality.basemap.streets).toHaveLength(4);
  });

  test('comes back from the bytes of the dataset, and gives walks along the streets', async () => {
    const { bytes, municipality } = await imported(files, document);
    const read = decodeMunicipality(bytes);
    expect(read).toEqual({ ok: true, value: municipality });
    const ground = reachGroundOf(municipality)!;
    const home = municipality.addresses.ids.indexOf('kerkstraat-1');
    // From Kerkstraat 1 at x 729 100 east to 730 500, 800 m north, and back west to x 729 200: 1400 + 800 + 1300.
    const walk = streetWalk(ground).walks(municipality.addresses.xy, Float64Array.of(729_200, 683_900));
    expect(walk.metres[home]).toBe(3_500);
    expect(ground.traveller(anyWalker, 'to').network.partVertices[0]).toBe(4);
  });

  test('the same rows in another order are the same dataset', async () => {
    const turned = { 'wegen.geojson': JSON.stringify({ ...JSON.parse(files['wegen.geojson']) as object, features: (JSON.parse(files['wegen.geojson']) as { features: unknown[] }).features.reverse() }) };
    const [one, other] = [await imported(files, document), await imported(turned, document)];
    expect(other.municipality.streets).toEqual(one.municipality.streets);
  });

  test('only one of the two columns of nodes is refused', async () => {
    const file = document.files.at(-1)!;
    expect(await importVillage(files, plusFile({ ...file, columns: { class: 'MORF', from: 'B_WK_OIDN' } }))).toMatchObject({ ok: false, error: { problems: [{ code: 'manifest-invalid', facts: { wants: 'both-ends' } }] } });
  });
});

describe('an extract of OpenStreetMap', () => {
  const degrees = (x: number, y: number) => {
    const [lon, lat] = fromLambert2008('EPSG:4326', Float64Array.of(x, y));
    return { lon: lon!, lat: lat! };
  };
  const ids: Readonly<Record<Corner, number>> = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 };
  const sketch: OsmSketch = {
    nodes: [
      ...(Object.keys(corners) as Corner[]).map((corner) => ({ id: ids[corner], ...degrees(corners[corner][0], corners[corner][1]) })),
      { id: 7, ...degrees(729_300, 683_150), tags: { amenity: 'pharmacy', name: 'Apotheek Dorp', 'addr:street': 'Kerkstraat', 'addr:housenumber': '3' } },
      { id: 8, ...degrees(760_000, 683_000) }, { id: 9, ...degrees(760_100, 683_000), tags: { amenity: 'pharmacy' } },
    ],
    ways: [
      { id: 11, nodes: [1, 2], tags: { highway: 'residential', name: 'Kerkstraat' } }, { id: 12, nodes: [3, 4], tags: { highway: 'residential', name: 'Molenweg' } },
      { id: 13, nodes: [2, 4], tags: { highway: 'residential', name: 'Dwarsstraat', bridge: 'yes' } }, { id: 14, nodes: [5, 6], tags: { waterway: 'canal', name: 'Kanaal' } },
      { id: 15, nodes: [8, 9], tags: { highway: 'residential', name: 'Verweg' } }, { id: 16, nodes: [1, 2, 4, 1], tags: { building: 'yes' } },
    ],
  };
  const document = plusFile({ path: 'dorp.osm.pbf', role: 'openstreetmap', format: 'osm', values: { category: { 'amenity=pharmacy': 'apotheek' } } });

  test('gives streets, the canal with its bridge, a building and a pharmacy; what is far away is left', async () => {
    const village = await imported({ 'dorp.osm.pbf': writePbf(sketch) }, document);
    const { municipality } = village;
    expect(noticeOf(village)).toMatchObject({ junctions: 4, parts: 1, deadEnds: 2, barriers: 1, crossings: 1, buildings: 1 });
    expect(streetsOf(municipality)!.names).toEqual(['Kerkstraat', 'Molenweg', 'Dwarsstraat']);
    expect(municipality.barriers.map(({ id, kind }) => [id, kind])).toEqual([['way/14', 'kanaal']]);
    expect(municipality.crossings.map(({ name }) => name)).toEqual(['Dwarsstraat']);
    expect(municipality.facilities.map(({ id, category, name, address }) => [id, category, name, address])).toEqual([['osm:node/7', 'apotheek', 'Apotheek Dorp', 'Kerkstraat 3']]);
    expect(municipality.basemap.streets.map(({ name }) => name)).toEqual(['Dwarsstraat', 'Kerkstraat', 'Molenweg']);
  });

  test('the same as XML, and where it stands before the boundary in the manifest', async () => {
    const { municipality } = await imported({ 'dorp.osm.pbf': writePbf(sketch) }, document);
    const first = { ...document, files: [document.files.at(-1)!, ...document.files.slice(0, -1)] };
    const again = await imported({ 'dorp.osm.pbf': writeXml(sketch) }, first);
    // The binary format rounds to a centimetre.
    expect(again.municipality.crossings[0]!.x).toBeCloseTo(municipality.crossings[0]!.x, 1);
    expect(again.verdict.files[0]).toMatchObject({ role: 'openstreetmap', rowsRead: 6, rowsTaken: 6 });
  });

  test('a file cut short, one of another region, and one beside a Wegenregister with nodes are refused by name', async () => {
    const codes = async (bytes: Uint8Array) => {
      const result = await importVillage({ 'dorp.osm.pbf': bytes }, document);
      return result.ok ? [] : result.error.problems.map(({ code }) => code);
    };
    expect(await codes(writePbf(sketch).subarray(0, 200))).toEqual(['osm-truncated']);
    expect(await codes(writePbf({ nodes: sketch.nodes.slice(-2), ways: sketch.ways.slice(4, 5) }))).toEqual(['osm-nothing-here']);
  });
});
