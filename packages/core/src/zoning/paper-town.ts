import { dissolve } from '../geo/coverage.ts';
import type { MultiPolygon } from '../geo/shapes.ts';
import type { Barrier, Crossing, Division, GivenNucleus, Municipality } from '../model/municipality.ts';

/** A town on squared paper, for cases worked out by hand. Block `c-r` is column c, row r from the south-west. */
export interface PaperTown {
  readonly columns: number;
  readonly rows: number;
  readonly sizeMetres: number;
  /** Inhabitants of a square; null leaves the square out of the town. */
  readonly inhabitants: (column: number, row: number) => number | null;
  readonly barriers?: readonly Barrier[];
  readonly crossings?: readonly Crossing[];
  readonly nuclei?: readonly GivenNucleus[];
  /** Each named division gives a square the name of its area. */
  readonly divisions?: Readonly<Record<string, (column: number, row: number) => string>>;
}

/** South-west corner of the paper, somewhere in Lambert 2008. */
export const paperX = 720_000;
export const paperY = 680_000;

/** Addresses of at most nine people, on a square grid within their block, so that the middle of a block is that of its people when they are 9, 36, 81, … */
export function paperTown(town: PaperTown): Municipality {
  const { columns, rows, sizeMetres: size } = town;
  const squares = Array.from({ length: columns * rows }, (_, i) => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    return { id: `${column}-${row}`, column, row, inhabitants: town.inhabitants(column, row) };
  })
    .flatMap((square) => (square.inhabitants === null ? [] : [{ ...square, inhabitants: square.inhabitants }]))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  const shapes = squares.map(({ column, row }): MultiPolygon => {
    const x = paperX + column * size;
    const y = paperY + row * size;
    return [[Float64Array.of(x, y, x + size, y, x + size, y + size, x, y + size, x, y)]];
  });
  const addresses = squares.flatMap(({ id, column, row, inhabitants }, block) => {
    if (inhabitants === 0) return [];
    const side = Math.ceil(Math.sqrt(inhabitants / 9));
    const count = side * side;
    return Array.from({ length: count }, (_, i) => ({
      id: `${id}/${String(i).padStart(4, '0')}`,
      x: paperX + (column + ((i % side) + 0.5) / side) * size,
      y: paperY + (row + (Math.floor(i / side) + 0.5) / side) * size,
      block,
      persons: Math.floor(((i + 1) * inhabitants) / count) - Math.floor((i * inhabitants) / count),
    }));
  });

  const divisions = Object.entries(town.divisions ?? {}).map(([name, areaName]): Division => {
    const names = [...new Set(squares.map(({ column, row }) => areaName(column, row)))].sort();
    const areaOfBlock = Int32Array.from(squares, ({ column, row }) => names.indexOf(areaName(column, row)));
    const outlines = dissolve(shapes, areaOfBlock, names.length);
    return { id: name, name, areas: names.map((area, i) => ({ id: area, name: area, shape: outlines[i]! })), areaOfBlock };
  });
  const people = squares.reduce((sum, { inhabitants }) => sum + inhabitants, 0);

  return {
    code: 'paper',
    name: 'Papierstad',
    fictitious: true,
    boundary: dissolve(shapes, new Int32Array(shapes.length), 1)[0]!,
    blocks: squares.map(({ id, inhabitants }, i) => ({ id, name: id, shape: shapes[i]!, inhabitants })),
    bands: [{ from: 0, to: null }],
    addresses: {
      ids: addresses.map(({ id }) => id),
      streets: addresses.map(() => 'Ruitjesstraat'),
      numbers: addresses.map((_, i) => String(i + 1)),
      xy: Float64Array.from(addresses.flatMap(({ x, y }) => [x, y])),
      block: Int32Array.from(addresses, ({ block }) => block),
      dwellings: Uint16Array.from(addresses, () => 1),
      persons: Uint16Array.from(addresses, ({ persons }) => persons),
    },
    population: { year: 2026, totals: 'measured-per-block', spreadBy: 'addresses-evenly', ages: 'none', householdSpread: 0, seed: 1, note: '' },
    ageTables: [{ year: 2026, brackets: [{ from: 0, to: null }], persons: [people] }],
    draws: [],
    facilities: [],
    unplaced: [],
    inventoried: [],
    divisions,
    nuclei: town.nuclei ?? [],
    barriers: town.barriers ?? [],
    crossings: town.crossings ?? [],
    streets: null, basemap: { streets: [], water: [], green: [], buildings: [] },
    sources: [],
  };
}
