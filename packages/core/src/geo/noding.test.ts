import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedFile, sharedPresent } from '../../../../tests/shared.ts';
import { dissolve, sharedBorders } from './coverage.ts';
import { toLambert2008 } from './lambert.ts';
import { nodeCoverage } from './noding.ts';
import { findOverlaps } from './overlaps.ts';
import { areaM2, perimeterMetres, rewind } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';

const polygon = (...values: number[]): MultiPolygon => [[Float64Array.from([...values, values[0]!, values[1]!])]];
const totalArea = (shapes: readonly MultiPolygon[]): number => shapes.reduce((sum, shape) => sum + areaM2(shape), 0);

test('a vertex that only one side has is put into the border of the other', () => {
  // West 0..10 is one block; east are two, that meet on its border at (10, 4).
  const west = polygon(0, 0, 10, 0, 10, 10, 0, 10);
  const southEast = polygon(10, 0, 20, 0, 20, 4, 10, 4);
  const northEast = polygon(10, 4, 20, 4, 20, 10, 10, 10);
  expect(sharedBorders([west, southEast, northEast]).borders).toHaveLength(1);
  const noded = nodeCoverage([west, southEast, northEast], 0.5);
  expect(sharedBorders(noded).borders).toEqual([
    { a: 0, b: 1, lengthMetres: 4 },
    { a: 0, b: 2, lengthMetres: 6 },
    { a: 1, b: 2, lengthMetres: 10 },
  ]);
  // South-east: 10 along the south, 4 along the east; north-east: 6 along the east, 10 along the north.
  expect([...sharedBorders(noded).outerMetres]).toEqual([30, 14, 16]);
});

test('corners that were rounded apart become one corner', () => {
  const noded = nodeCoverage([polygon(0, 0, 10.03, 0, 9.96, 10, 0, 10), polygon(10, 0.02, 20, 0, 20, 10, 10, 9.97)], 0.5);
  expect(sharedBorders(noded).borders).toHaveLength(1);
  expect(findOverlaps(noded, 0)).toEqual([]);
});

test('a gap wider than the tolerance stays a gap', () => {
  const noded = nodeCoverage([polygon(0, 0, 10, 0, 10, 10, 0, 10), polygon(11, 0, 20, 0, 20, 10, 11, 10)], 0.5);
  expect(sharedBorders(noded).borders).toEqual([]);
});

test('shapes that meet already are not touched', () => {
  const shapes = [polygon(0, 0, 10, 0, 10, 10, 0, 10), polygon(10, 0, 20, 0, 20, 10, 10, 10)];
  expect(nodeCoverage(shapes, 0.5)).toEqual(shapes);
});

test('a shape thinner than the tolerance comes back empty, and a spike is cut off', () => {
  const [sliver, spiked] = nodeCoverage([polygon(0, 0, 10, 0, 10, 0.2, 0, 0.2), polygon(20, 0, 30, 0, 30, 10, 25, 10, 25, 30, 25, 10, 20, 10)], 0.5);
  expect(sliver).toEqual([]);
  expect(areaM2(spiked!)).toBe(100);
  expect(perimeterMetres(spiked!)).toBe(40);
});

test('three corners just over the tolerance apart do not keep the noding busy for ever', () => {
  const side = 1.1;
  const noded = nodeCoverage([polygon(0, 0, side, 0, side / 2, side * Math.sqrt(0.75)), polygon(-9, 0, 0, 0, side / 2, side * Math.sqrt(0.75), -9, 9)], 1);
  expect(noded).toHaveLength(2);
});

/** A town of columns × rows cells; each cell keeps, of the points on its sides, only some, and rounds its corners by itself. */
function carelessTown(columns: number, rows: number, sizeMetres: number, random: () => number): MultiPolygon[] {
  const jitter = (): number => (random() - 0.5) * 0.3;
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, () => [(random() - 0.5) * 0.3 * sizeMetres, (random() - 0.5) * 0.3 * sizeMetres]);
  const corner = (c: number, r: number): [number, number] => {
    const [dx, dy] = corners[r * (columns + 1) + c]!;
    const isEdge = c === 0 || r === 0 || c === columns || r === rows;
    return [c * sizeMetres + (isEdge ? 0 : dx!), r * sizeMetres + (isEdge ? 0 : dy!)];
  };
  const cells: MultiPolygon[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const ring: number[] = [];
      const ends = [corner(c, r), corner(c + 1, r), corner(c + 1, r + 1), corner(c, r + 1)];
      for (const [i, [ax, ay]] of ends.entries()) {
        const [bx, by] = ends[(i + 1) % 4]!;
        ring.push(ax + jitter(), ay + jitter());
        for (const share of [0.25, 0.5, 0.75]) {
          if (random() < 0.5) ring.push(ax + share * (bx - ax) + jitter(), ay + share * (by - ay) + jitter());
        }
      }
      cells.push(polygon(...ring));
    }
  }
  return cells;
}

/** xorshift32: good enough to shake a town. */
function randomFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

test('a careless town becomes a sound one: no overlaps, every neighbour found, and its outline holds its surface', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
      const columns = 5;
      const rows = 4;
      const noded = nodeCoverage(carelessTown(columns, rows, 100, randomFrom(seed)), 1);
      expect(findOverlaps(noded, 1e-6)).toEqual([]);
      const pairs = sharedBorders(noded).borders.map(({ a, b }) => `${a}-${b}`);
      for (let cell = 0; cell < columns * rows; cell++) {
        if (cell % columns < columns - 1) expect(pairs).toContain(`${cell}-${cell + 1}`);
        if (cell + columns < columns * rows) expect(pairs).toContain(`${cell}-${cell + columns}`);
      }
      expect(pairs).toHaveLength(columns * (rows - 1) + rows * (columns - 1));
      const outline = dissolve(noded, new Int32Array(noded.length), 1)[0]!;
      expect(outline).toHaveLength(1);
      expect(outline[0]).toHaveLength(1);
      expect(areaM2(outline)).toBeCloseTo(totalArea(noded), 6);
      expect(nodeCoverage(noded, 1)).toEqual(noded);
    }),
    { numRuns: 60 },
  );
});

test('the order of the shapes changes nothing', () => {
  const town = carelessTown(6, 6, 100, randomFrom(7));
  const noded = nodeCoverage(town, 1);
  expect(nodeCoverage(town.toReversed(), 1).toReversed()).toEqual(noded);
});

test('300 areas with ten vertices a side share every border of their grid', () => {
  const random = randomFrom(11);
  const town = carelessTown(20, 15, 400, random).map((shape) => {
    // Each side gets more vertices, on the line.
    const ring = shape[0]![0]!;
    const dense: number[] = [];
    for (let i = 0; i + 3 < ring.length; i += 2) {
      for (let k = 0; k < 10; k++) dense.push(ring[i]! + (k / 10) * (ring[i + 2]! - ring[i]!), ring[i + 1]! + (k / 10) * (ring[i + 3]! - ring[i + 1]!));
    }
    return polygon(...dense);
  });
  const noded = nodeCoverage(town, 0.5);
  // 19 × 15 borders between neighbours in a row, 20 × 14 between rows.
  expect(sharedBorders(noded).borders).toHaveLength(565);
  expect(findOverlaps(noded, 1e-6)).toEqual([]);
});

describe.skipIf(!sharedPresent)('the 30 wijken of Genk as published', () => {
  interface Feature { readonly properties: { readonly naam: string }; readonly geometry: { readonly type: string; readonly coordinates: unknown } }
  const read = (file: string): { name: string; shape: MultiPolygon }[] => {
    const { features } = JSON.parse(readFileSync(sharedFile(`data/genk/${file}`), 'utf8')) as { features: Feature[] };
    return features.map(({ properties, geometry }) => {
      const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as number[][][][];
      const shape = polygons.map((rings) => rings.map((points) => toLambert2008('EPSG:4326', Float64Array.from(points.flat()))));
      return { name: properties.naam.replace(' (Genk)', ''), shape: rewind(shape) };
    });
  };
  const wijken = sharedPresent ? read('genk_wijken_2024.geojson') : [];
  const noded = nodeCoverage(wijken.map((wijk) => wijk.shape), 0.5);
  const place = (name: string): number => wijken.findIndex((wijk) => wijk.name === name);

  test('lie beside each other and nowhere over each other, and together are the municipality', () => {
    expect(findOverlaps(noded, 1)).toEqual([]);
    const outline = dissolve(noded, new Int32Array(noded.length), 1)[0]!;
    expect(outline).toHaveLength(1);
    expect(areaM2(outline)).toBeCloseTo(totalArea(noded), 3);
    const border = read('genk_gemeente.geojson')[0]!.shape;
    expect(Math.abs(areaM2(outline) - areaM2(border))).toBeLessThan(10);
    expect(Math.abs(perimeterMetres(outline) - perimeterMetres(border))).toBeLessThan(1);
    expect(Math.abs(totalArea(noded) - totalArea(wijken.map((wijk) => wijk.shape)))).toBeLessThan(10);
  });

  // Hectares as the provinces publish them, computed in Lambert 72 (whose map scale differs by less than 1 in 10,000 here).
  test.each([['Bokrijk', 1193], ['Boxbergheide', 342], ['Genk-Centrum', 70], ['Industrieterrein Genk-Zuid', 1302], ['Oud-Waterschei', 883], ['Nieuw-Driehoeven', 16]])(
    '%s covers %i ha',
    (name, hectares) => {
      expect(areaM2(noded[place(name)]!) / 10_000).toBeCloseTo(hectares, -0.3);
    },
  );

  test('border whom they border on the map of the city', () => {
    const { borders } = sharedBorders(noded);
    const neighbours = (name: string): string[] =>
      borders.flatMap(({ a, b }) => (a === place(name) ? [wijken[b]!.name] : b === place(name) ? [wijken[a]!.name] : [])).sort();
    expect(neighbours('Waterschei-Noord')).toContain('Waterschei-Zuid');
    expect(neighbours('Genk-Centrum')).toContain('Genk-Centrum-Noord');
    expect(neighbours('Kolderbos')).toContain('Langerlo');
    expect(neighbours('Zwartberg-Zuid')).toContain('Nieuwe-Kempen');
    expect(neighbours('Gelieren')).toEqual(['Kattevenne-Molenblook', 'Oud-Waterschei']);
    expect(neighbours('Nieuw Sledderlo')).toContain('Oud-Sledderlo');
    expect(neighbours('Bokrijk')).not.toContain('Oud-Waterschei');
    for (const [index, wijk] of wijken.entries()) {
      expect(borders.some(({ a, b }) => a === index || b === index), wijk.name).toBe(true);
    }
    // Euler: a planar map of 30 areas in one piece has at most 3·30 − 6 borders.
    expect(borders.length).toBeLessThanOrEqual(84);
  });
});
