import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  areaM2, centroid, containsPoint, findOverlaps, fromLambert2008, lineLengthMetres, perimeterMetres, segmentCrossing, selfIntersection, sharedBorders, type Line, type MultiPolygon,
} from '@woonzorgzones/core/geo';
import { categoryIds, type CategoryId } from '@woonzorgzones/core/model';
import { delineate, findNuclei } from '@woonzorgzones/core/zoning';
import { importMunicipality, openFolder, readManifest } from '@woonzorgzones/files';
import { describe, expect, test } from 'vitest';
import { sampleDocuments } from '../../scripts/sample/documents.ts';
import { designLines } from '../../scripts/sample/design-lines.ts';
import { kernen, wijken } from '../../scripts/sample/published-figures.ts';
import { stadsdelen } from '../../scripts/sample/parts.ts';
import { buildTown } from '../../scripts/sample/town.ts';
import { sharedFile, sharedPresent } from '../shared.ts';

/** The town in data/sample: invented, but with the figures that were published of Genk. */
const folder = join(import.meta.dirname, '..', '..', 'data', 'sample');

async function imported() {
  const manifest = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const result = await importMunicipality(manifest.value, openFolder(folder));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const { municipality, verdict } = await imported();
const shapes = municipality.blocks.map(({ shape }) => shape);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const division = (id: string) => municipality.divisions.find((candidate) => candidate.id === id)!;
const metresFrom = (place: { readonly x: number; readonly y: number }, x: number, y: number): number => {
  const [x72, y72] = fromLambert2008('EPSG:31370', Float64Array.of(x, y));
  return Math.hypot(x72! - place.x, y72! - place.y);
};
const of = (category: CategoryId) => municipality.facilities.filter((facility) => facility.category === category);
const capacityOf = (category: CategoryId) => sum(of(category).map(({ capacity }) => capacity ?? NaN));

describe('the builder', () => {
  test('writes what lies in data/sample, byte for byte', { timeout: 240_000 }, () => {
    const documents = sampleDocuments(buildTown());
    for (const [name, text] of documents) expect(readFileSync(join(folder, name), 'utf8') === text, `${name} is as built`).toBe(true);
    expect(readdirSync(folder).filter((name) => name !== 'README.md').sort()).toEqual([...documents.keys()].sort());
  });

  test('says in every file that it is invented, and keeps the folder under 4 MB', () => {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      const marked = name === 'leeftijden.csv' ? /geschaald naar 64095 inwoners/ : name.endsWith('.csv') ? /^.*bron$[^]*fictief/m : /fictief|verzonnen|[Ff]ictitious/;
      expect(text, name).toMatch(marked);
    }
    expect(sum(readdirSync(folder).map((name) => statSync(join(folder, name)).size))).toBeLessThan(4_000_000);
    expect(municipality.fictitious).toBe(true);
    expect(municipality.facilities.every(({ fictitious }) => fictitious)).toBe(true);
  });

  test.skipIf(!sharedPresent)('names no street after one of Genk', () => {
    const listed = readFileSync(sharedFile('data/genk/crab_3600_2013_latin1.csv'), 'latin1').split(/\r?\n/).slice(1);
    const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-zà-ÿ]/g, '');
    const real = new Set(listed.map((line) => plain(line.split(',')[2] ?? '')));
    expect(real.size).toBeGreaterThan(700);
    const roads = designLines.filter(({ kind }) => kind === 'hoofdweg' || kind === 'straat').map(({ name }) => name);
    const invented = new Set([...municipality.basemap.streets.map(({ name }) => name), ...municipality.addresses.streets, ...roads]);
    expect(invented.size).toBeGreaterThan(500);
    expect([...invented].filter((name) => real.has(plain(name)))).toEqual([]);
  });
});

describe('people', () => {
  test('every row is taken; 64.095 inhabitants in the base year, 65.224 in the projection', () => {
    for (const { file, rowsRead, rowsTaken, refused, waiting, valuesLeftUnknown, repaired } of verdict.files) {
      expect({ file, rowsTaken, refused, waiting, valuesLeftUnknown, repaired }).toEqual({ file, rowsTaken: rowsRead, refused: [], waiting: [], valuesLeftUnknown: [], repaired: [] });
    }
    expect(sum(municipality.blocks.map(({ inhabitants }) => inhabitants))).toBe(64_095);
    expect(sum(municipality.addresses.persons)).toBe(64_095);
    // Then an invented outlook, told in its file.
    expect(municipality.ageTables.slice(2).map(({ year }) => year)).toEqual([2018, 2025, 2030, 2035, 2040]);
    expect(municipality.ageTables.slice(0, 2).map(({ year, persons }) => [year, sum(persons)])).toEqual([[2008, 64_095], [2013, 65_224]]);
  });

  test('the base year has the age structure of 2009, the projection the ages of 2013', () => {
    // Statbel 2009: 13,577 of 64,527 are 60 or older; on 64,095 inhabitants that is 13,486. 2013: 14,776, 2,135 under three.
    const [base, projection] = municipality.ageTables;
    const from = (age: number, table: typeof base) => sum(table!.persons.filter((_, band) => table!.brackets[band]!.from >= age));
    expect(Math.abs(from(60, base) - (64_095 * 13_577) / 64_527)).toBeLessThan(4);
    expect(from(60, projection)).toBe(14_776);
    expect(from(90, projection)).toBe(342);
    expect(projection!.persons[0]).toBe(2_135);
  });

  test('24.785 households at some 20.000 addresses, no block above 1.500 inhabitants', () => {
    expect(sum(municipality.addresses.dwellings)).toBe(24_785);
    expect(municipality.addresses.ids.length).toBe(20_358);
    expect(Math.max(...municipality.blocks.map(({ inhabitants }) => inhabitants))).toBeLessThanOrEqual(1_500);
  });

  test('a house number stands once in its street', () => {
    const { streets, numbers } = municipality.addresses;
    expect(new Set(streets.map((street, i) => `${street} ${numbers[i]!}`)).size).toBe(streets.length);
  });
});

describe('ground', () => {
  test('blocks cover the municipality without gap or overlap', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(150);
    expect(shapes.length).toBeLessThanOrEqual(300);
    expect(shapes.filter((shape) => shape.length !== 1)).toEqual([]);
    expect(shapes.map(selfIntersection).filter((place) => place !== null)).toEqual([]);
    expect(findOverlaps(shapes, 0.01)).toEqual([]);
    expect(sum(shapes.map(areaM2))).toBeCloseTo(areaM2(municipality.boundary), 2);
    expect(sum(sharedBorders(shapes).outerMetres)).toBeCloseTo(perimeterMetres(municipality.boundary), 4);
    // 87.5 km² is published; one grain of ground is 0.15 ha.
    expect(Math.abs(areaM2(municipality.boundary) / 10_000 - 8_750)).toBeLessThan(20);
  });

  test('no barrier runs through a block: it lies on the borders of blocks', () => {
    const borders = new Set(shapes.flat(2).flatMap((ring) => Array.from({ length: ring.length / 2 - 1 }, (_, i) => `${ring[2 * i]!} ${ring[2 * i + 1]!} ${ring[2 * i + 2]!} ${ring[2 * i + 3]!}`)));
    let metres = 0;
    for (const { line } of municipality.barriers) {
      for (let i = 2; i < line.length; i += 2) {
        const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!];
        expect(borders.has(`${ax} ${ay} ${bx} ${by}`) || borders.has(`${bx} ${by} ${ax} ${ay}`), `barrier at ${ax} ${ay}`).toBe(true);
      }
      metres += lineLengthMetres(line);
    }
    expect(new Set(municipality.barriers.map(({ kind }) => kind))).toEqual(new Set(['spoorweg', 'kanaal', 'autosnelweg']));
    expect(metres).toBeGreaterThan(20_000);
  });

  test('14 kernen within 7 % of their published size and 250 m of their place; 30 wijken; 8 stadsdelen that are unions of them', () => {
    for (const { number, name, hectares, x, y } of kernen) {
      const kern = municipality.nuclei[number - 1]!;
      expect(kern.name).toBe(name);
      expect(Math.abs(areaM2(kern.shape!) / 10_000 - hectares), `size of ${name}`).toBeLessThan(Math.max(4, 0.07 * hectares));
      expect(metresFrom({ x, y }, kern.x, kern.y), `place of ${name}`).toBeLessThan(250);
    }
    const areas = division('wijken').areas;
    expect(areas.map(({ name }) => name)).toEqual(wijken.map(({ name }) => name));
    for (const [index, { name, hectares, addresses }] of wijken.entries()) {
      const own = areaM2(areas[index]!.shape) / 10_000;
      expect(Math.abs(own - hectares), `size of ${name}`).toBeLessThan(Math.max(8, 0.13 * hectares));
      const counted = municipality.addresses.block.filter((block) => division('wijken').areaOfBlock[block] === index).length;
      expect(counted, `addresses of ${name}`).toBe(addresses);
    }
    const stadsdeelOf = (index: number): Set<number> =>
      new Set(municipality.blocks.flatMap((_, block) => (division('wijken').areaOfBlock[block] === index ? [division('stadsdelen').areaOfBlock[block]!] : [])));
    for (const [index, { number }] of wijken.entries()) expect(stadsdeelOf(index)).toEqual(new Set([stadsdelen.findIndex((stadsdeel) => stadsdeel.wijken.includes(number))]));
    expect(division('stadsdelen').areas.length).toBe(8);
  });
});

describe('streets', () => {
  const walkable = municipality.basemap.streets.filter((street) => street.class !== 'autosnelweg');
  const ends = (line: Line): [string, string] => [`${line[0]!} ${line[1]!}`, `${line[line.length - 2]!} ${line[line.length - 1]!}`];

  test('hang together as one network', () => {
    const neighbours = new Map<string, string[]>();
    for (const { line } of walkable) {
      const [a, b] = ends(line);
      neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
      neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
    }
    const reached = new Set([ends(walkable[0]!.line)[0]]);
    for (const node of reached) for (const next of neighbours.get(node)!) reached.add(next);
    expect(reached.size).toBe(neighbours.size);
  });

  test('meet in junctions only, and pass a barrier only where a bridge or crossing stands', () => {
    const pieces = walkable.flatMap(({ line }) => Array.from({ length: line.length / 2 - 1 }, (_, i) => [...line.slice(2 * i, 2 * i + 4)]));
    const barriers = municipality.barriers.flatMap(({ line }) => Array.from({ length: line.length / 2 - 1 }, (_, i) => [...line.slice(2 * i, 2 * i + 4)]));
    const cut = (one: readonly number[], other: readonly number[]): boolean => {
      const [ax, ay, bx, by] = one as [number, number, number, number];
      const [cx, cy, dx, dy] = other as [number, number, number, number];
      if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx) || Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
      return segmentCrossing(ax, ay, bx, by, cx, cy, dx, dy) !== null;
    };
    const crossingPairs: string[] = [];
    for (let a = 0; a < pieces.length; a++) {
      for (let b = a + 1; b < pieces.length; b++) if (cut(pieces[a]!, pieces[b]!)) crossingPairs.push(`${pieces[a]!.join(' ')} × ${pieces[b]!.join(' ')}`);
    }
    expect(crossingPairs).toEqual([]);

    const bridges = new Set(municipality.crossings.map(({ x, y }) => `${x} ${y}`));
    const onBarrier = new Set(barriers.flatMap(([ax, ay, bx, by]) => [`${ax!} ${ay!}`, `${bx!} ${by!}`]));
    expect(pieces.filter((piece) => barriers.some((barrier) => cut(piece, barrier)))).toEqual([]);
    expect(walkable.flatMap(({ line }) => ends(line)).filter((end) => onBarrier.has(end) && !bridges.has(end))).toEqual([]);
    expect(bridges.size).toBeGreaterThanOrEqual(12);
  });

  test('a home stands within 25 m of the middle of a street of its name', () => {
    const byName = Map.groupBy(walkable, ({ name }) => name);
    const { streets, xy } = municipality.addresses;
    const far = streets.filter((street, i) => {
      const [x, y] = [xy[2 * i]!, xy[2 * i + 1]!];
      return !byName.get(street)!.some(({ line }) => nearLine(x, y, line, 25));
    });
    expect(far).toEqual([]);
  });

  const nearLine = (x: number, y: number, line: Line, metres: number): boolean => {
    for (let i = 2; i < line.length; i += 2) {
      const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!];
      const share = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
      if (Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)) < metres) return true;
    }
    return false;
  };
});

describe('what the deck counts', () => {
  test('473 places in woonzorgcentra, 139 dwellings for seniors, one day-care centre, no recognised service flats', () => {
    expect(capacityOf('wzc')).toBe(473);
    expect(capacityOf('seniorenwoning')).toBe(139);
    expect(of('dagverzorging').length).toBe(1);
    expect(of('gaw')).toEqual([]);
    expect(municipality.inventoried).toContain('gaw');
  });

  test('473 places are 66 % of the programmatie', () => {
    // 2013: 60-74 1 %, 75-79 4 %, 80-84 12 %, 85-89 23 %, 90+ 32 %:
    // 93.38 + 98.68 + 205.80 + 210.22 + 109.44 = 717.52; 473 / 717.52 = 65.9 %. Serviceflats: 2 % of 14,776 = 295.5.
    const persons = municipality.ageTables[1]!.persons;
    const rates = [0, 0, 0, 0, 0, 0, 0, 0.01, 0.01, 0.01, 0.04, 0.12, 0.23, 0.32];
    const programme = sum(rates.map((rate, band) => rate * persons[band]!));
    expect(programme).toBeCloseTo(717.52, 6);
    expect(Math.round((100 * capacityOf('wzc')) / programme)).toBe(66);
    expect(Math.ceil(0.02 * sum(persons.slice(7)))).toBe(296);
  });

  test('the four LDC by name stand in their wijk, one fewer than 64.095 inhabitants ask', () => {
    const wijkOf = (x: number, y: number): string => division('wijken').areas.find(({ shape }) => containsPoint(shape, x, y))!.name;
    expect(Object.fromEntries(of('ldc').map(({ name, x, y }) => [name, wijkOf(x, y)]))).toMatchObject({
      'Ter Hooie': 'Genk-Centrum', 'De Schalm': 'Boxbergheide', 'De Halm': 'Hoevenzavel',
      'De Hazelaar': expect.stringMatching(/^(Kolderbos|Langerlo)$/) as string,
    });
    expect(Math.ceil(64_095 / 15_000)).toBe(of('ldc').length + 1);
    expect(of('sociale-dienst').length).toBe(3);
  });

  test('the north has fewer childcare places per child than anywhere else', () => {
    const inNorth = (x: number, y: number): boolean => containsPoint(division('stadsdelen').areas[1]!.shape, x, y);
    const { xy, persons } = municipality.addresses;
    const bands = municipality.bands.length;
    const children = municipality.addresses.ids.map((_, i) => ({ north: inNorth(xy[2 * i]!, xy[2 * i + 1]!), count: persons[i * bands]! }));
    const places = of('kinderopvang').map(({ x, y, capacity }) => ({ north: inNorth(x, y), count: capacity! }));
    const share = (north: boolean): number => sum(places.filter((row) => row.north === north).map(({ count }) => count)) / sum(children.filter((row) => row.north === north).map(({ count }) => count));
    expect(share(true)).toBeLessThan(0.15);
    expect(share(false)).toBeGreaterThan(0.25);
  });

  test('every category is there but service flats and the benches nobody counted, and what is invented says so in its name', () => {
    expect(categoryIds.filter((category) => of(category).length === 0)).toEqual(['gaw', 'zitbank']);
    const real = municipality.facilities.filter(({ name }) => !name.includes('(fictief)'));
    expect(new Set(real.map(({ category }) => category))).toEqual(new Set(['ldc', 'sociale-dienst']));
  });
});

describe('what can be done with it', () => {
  test('the 14 kernen are found again, each within 500 m, and no other', () => {
    const found = findNuclei(municipality);
    expect(found.length).toBe(14);
    for (const kern of kernen) expect(Math.min(...found.map(({ x, y }) => metresFrom(kern, x, y))), kern.name).toBeLessThan(500);
  });

  test('zones of 6.000 to 12.000 inhabitants can be drawn', { timeout: 60_000 }, () => {
    const delineation = delineate(municipality);
    if (!delineation.ok) throw new Error(delineation.error.code);
    for (const { name, inhabitants } of delineation.value.zones) {
      expect(inhabitants, name).toBeGreaterThanOrEqual(6_000);
      expect(inhabitants, name).toBeLessThanOrEqual(12_000);
    }
  });

  test('green and water lie in the town and cross no home', () => {
    const covered: MultiPolygon[] = [...municipality.basemap.green, ...municipality.basemap.water];
    for (const shape of covered) expect(containsPoint(municipality.boundary, ...centroid(shape))).toBe(true);
    const { xy } = municipality.addresses;
    const wet = municipality.addresses.ids.filter((_, i) => covered.some((shape) => containsPoint(shape, xy[2 * i]!, xy[2 * i + 1]!)));
    expect(wet).toEqual([]);
  });
});
