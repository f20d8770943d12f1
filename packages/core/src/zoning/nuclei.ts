import type { Municipality } from '../model/municipality.ts';
import { metres, persons, share, type Metres, type Persons, type Share } from '../model/units.ts';
import { indexAreas } from '../geo/area-index.ts';
import { finestDivision } from './finest-division.ts';
import { peoplePlaces, type PeoplePlaces } from './people-places.ts';

/** What counts as a kern. */
export interface NucleusSettings {
  /** How far a person counts in the density around them. */
  readonly bandwidthMetres: Metres;
  /** A top is a kern of its own when the way to any higher top dips to at most this share of its density. */
  readonly saddleShare: Share;
  readonly leastInhabitants: Persons;
  readonly leastTopPerKm2: number;
}

/**
 * The defaults and why.
 * - 400 m: the middle of the 300 to 500 m that density tops of settlements are usually sought with (zoning.md 4), and under
 *   ten minutes at an older person's pace (500 m, domain.md 3.2).
 * - 80 %: a density over 400 m in a built-up area rests on some 700 addresses; with the spread of household size (0.6) and
 *   of where addresses happen to lie (1) it is known to about √(1 + 0.6²)/√700 = 4.4 %. A dip of a fifth is four times that:
 *   not chance. On Genk (CRAB 2013) it finds 12 of the provinces' 14 kernen within 500 m; 70 %, the example of zoning.md,
 *   finds 9 and 90 % finds 12 among five more tops of little meaning.
 * - 500 inhabitants: own choice, a twelfth of the smallest zone. The bevolkingskern of CBS begins at 50, too few to carry
 *   a daily service.
 * - 300 a km²: what DEGURBA calls urban (unconfirmed); keeps scattered houses from being a kern together.
 */
export const defaultNucleusSettings: NucleusSettings = {
  bandwidthMetres: metres(400),
  saddleShare: share(0.8),
  leastInhabitants: persons(500),
  leastTopPerKm2: 300,
};

/** Kern: a built centre around which daily services cluster, found as a top in the density of inhabitants. */
export interface Nucleus {
  /** From its place, so that it stays when other kernen come and go. */
  readonly id: string;
  /** After the given kern nearby, else the wijk it lies in, else its block; unique. */
  readonly name: string;
  /** The middle of the people who live at half its top density or denser. Lambert 2008 metres. */
  readonly x: number;
  readonly y: number;
  /** Id of the block that holds the address nearest to it. */
  readonly block: string;
  /** Everybody whose way up the density ends at this top. */
  readonly inhabitants: Persons;
  readonly topPerKm2: number;
  /** Density at the highest saddle to a higher top, as a share of its own top; 0 when no settlement joins them. */
  readonly saddleShare: Share;
}

/** Density is kept on squares of this size: small beside any bandwidth, so that the middle of a square stands for it. */
const cellMetres = 50;

interface DensityGrid {
  readonly columns: number;
  readonly persons: Int32Array;
  /** Inhabitants per km². */
  readonly density: Float64Array;
  readonly xOf: (cell: number) => number;
  readonly yOf: (cell: number) => number;
}

/** Inhabitants per square, spread with an Epanechnikov kernel. Whole persons are added first, so the order of addresses changes nothing. */
function densityGrid(places: PeoplePlaces, bandwidthMetres: number): DensityGrid {
  const reach = Math.ceil(bandwidthMetres / cellMetres);
  const column = (x: number): number => Math.floor(x / cellMetres);
  const bounds = (values: Float64Array): readonly [number, number] => [
    values.reduce((least, value) => Math.min(least, column(value)), Infinity),
    values.reduce((most, value) => Math.max(most, column(value)), -Infinity),
  ];
  const [west, east] = bounds(places.x);
  const [south, north] = bounds(places.y);
  // One square more than the kernel reaches, so that every square with density has eight neighbours.
  const left = west - reach - 1;
  const bottom = south - reach - 1;
  const columns = east - left + reach + 2;
  const rows = north - bottom + reach + 2;
  const cellAt = (x: number, y: number): number => (column(y) - bottom) * columns + column(x) - left;

  const personsIn = new Int32Array(columns * rows);
  for (let i = 0; i < places.x.length; i++) personsIn[cellAt(places.x[i]!, places.y[i]!)]! += places.persons[i]!;

  const offsets: number[] = [];
  const weights: number[] = [];
  const scalePerKm2 = (2 / (Math.PI * bandwidthMetres * bandwidthMetres)) * 1_000_000;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const weight = 1 - ((dx * dx + dy * dy) * cellMetres * cellMetres) / (bandwidthMetres * bandwidthMetres);
      if (weight <= 0) continue;
      offsets.push(dy * columns + dx);
      weights.push(weight * scalePerKm2);
    }
  }
  const density = new Float64Array(personsIn.length);
  for (let cell = 0; cell < personsIn.length; cell++) {
    if (personsIn[cell] === 0) continue;
    for (let k = 0; k < offsets.length; k++) density[cell + offsets[k]!]! += personsIn[cell]! * weights[k]!;
  }
  return {
    columns,
    persons: personsIn,
    density,
    xOf: (cell) => ((cell % columns) + left + 0.5) * cellMetres,
    yOf: (cell) => (Math.floor(cell / columns) + bottom + 0.5) * cellMetres,
  };
}

interface Top {
  /** The densest square. */
  readonly cell: number;
  /** Density of the highest saddle to a higher top, 0 for none. */
  readonly saddle: number;
}

interface Catchments {
  readonly tops: readonly Top[];
  /** Per square with density the index of the top it belongs to, -1 elsewhere. */
  readonly topOf: Int32Array;
}

/**
 * Floods the density from above: a square joins the highest square beside it; where two waters meet, the lower top is a
 * kern of its own if the saddle lies deep enough under it, else it is taken in by the water it meets (prominence; merge
 * tree by union-find over squares sorted by density).
 */
function catchments({ columns, density }: DensityGrid, saddleShare: number): Catchments {
  const cells = Int32Array.from(density.keys()).filter((cell) => density[cell]! > 0);
  const isHigher = (a: number, b: number): number => density[b]! - density[a]! || a - b;
  cells.sort(isHigher);
  const around = [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1];
  /** Union-find of waters; a water is named by its highest square. */
  const water = new Int32Array(density.length).fill(-1);
  const waterOf = (cell: number): number => {
    let root = cell;
    while (water[root] !== root) root = water[root] = water[water[root]!]!;
    return root;
  };
  /** The top a square first joined, and for each top the one that took it in (itself while it stands). */
  const joined = new Int32Array(density.length).fill(-1);
  const takenBy = new Map<number, number>();
  const saddles = new Map<number, number>();
  for (const cell of cells) {
    /** Per water beside this square the highest square that touches it. */
    const beside = new Map<number, number>();
    for (const step of around) {
      const other = cell + step;
      if (water[other] === -1) continue;
      const root = waterOf(other);
      const highest = beside.get(root);
      if (highest === undefined || isHigher(other, highest) < 0) beside.set(root, other);
    }
    if (beside.size === 0) {
      water[cell] = cell;
      joined[cell] = cell;
      takenBy.set(cell, cell);
      saddles.set(cell, 0);
      continue;
    }
    const [highest, ...lower] = [...beside.keys()].sort(isHigher);
    const [uphill] = [...beside.values()].sort(isHigher);
    water[cell] = highest!;
    joined[cell] = joined[uphill!]!;
    for (const top of lower) {
      water[top] = highest!;
      saddles.set(top, density[cell]!);
      if (density[cell]! > saddleShare * density[top]!) takenBy.set(top, joined[beside.get(highest!)!]!);
    }
  }
  const standing = (top: number): number => {
    let at = top;
    while (takenBy.get(at) !== at) at = takenBy.get(at)!;
    return at;
  };
  const tops = [...takenBy.keys()].filter((top) => takenBy.get(top) === top).map((cell): Top => ({ cell, saddle: saddles.get(cell)! }));
  const indexOf = new Map(tops.map(({ cell }, index) => [cell, index]));
  const topOf = new Int32Array(density.length).fill(-1);
  for (const cell of cells) topOf[cell] = indexOf.get(standing(joined[cell]!))!;
  return { tops, topOf };
}

/** A given kern within this distance gives its name, and counts as found: half the usual distance between kernen of a town. */
const sameNucleusMetres = 500;

/**
 * Kernen: tops in the density of inhabitants that stand out from each other, most inhabitants first. Independent of the
 * order of addresses; every kern can say why it is one (its top, its saddle, its inhabitants). Streets and facilities play
 * no part. None in a municipality without inhabitants. O(people + squares · log squares).
 * Method: zoning.md 4, "prominence of KDE maxima".
 */
export function findNuclei(municipality: Municipality, settings: NucleusSettings = defaultNucleusSettings): readonly Nucleus[] {
  const places = peoplePlaces(municipality);
  if (places.x.length === 0) return [];
  const grid = densityGrid(places, settings.bandwidthMetres);
  const { tops, topOf } = catchments(grid, settings.saddleShare);

  const inhabitants = new Int32Array(tops.length);
  const dense = new Int32Array(tops.length);
  const columnSum = new Float64Array(tops.length);
  const rowSum = new Float64Array(tops.length);
  for (let cell = 0; cell < topOf.length; cell++) {
    const top = topOf[cell]!;
    const here = grid.persons[cell]!;
    if (top === -1 || here === 0) continue;
    inhabitants[top]! += here;
    if (grid.density[cell]! < grid.density[tops[top]!.cell]! / 2) continue;
    // Whole squares times whole persons: exact, whatever the order.
    dense[top]! += here;
    columnSum[top]! += here * (cell % grid.columns);
    rowSum[top]! += here * Math.floor(cell / grid.columns);
  }

  const unnamed = tops.flatMap(({ cell, saddle }, top) => {
    const topPerKm2 = grid.density[cell]!;
    if (inhabitants[top]! < settings.leastInhabitants || topPerKm2 < settings.leastTopPerKm2) return [];
    const origin = { x: grid.xOf(0), y: grid.yOf(0) };
    const x = dense[top] === 0 ? grid.xOf(cell) : origin.x + (columnSum[top]! / dense[top]!) * cellMetres;
    const y = dense[top] === 0 ? grid.yOf(cell) : origin.y + (rowSum[top]! / dense[top]!) * cellMetres;
    return [{
      id: `kern-${Math.floor(grid.xOf(cell) / 10)}-${Math.floor(grid.yOf(cell) / 10)}`,
      x,
      y,
      block: municipality.blocks[places.block[nearestPlace(places, x, y)]!]!.id,
      inhabitants: persons(inhabitants[top]!),
      topPerKm2,
      saddleShare: share(saddle / topPerKm2),
    }];
  });
  unnamed.sort((a, b) => b.inhabitants - a.inhabitants || (a.id < b.id ? -1 : 1));
  const names = nameNuclei(municipality, unnamed);
  return unnamed.map((nucleus, i) => ({ ...nucleus, name: names[i]! }));
}

function nearestPlace(places: PeoplePlaces, x: number, y: number): number {
  let nearest = 0;
  let nearestSquare = Infinity;
  for (let i = 0; i < places.x.length; i++) {
    const square = (places.x[i]! - x) ** 2 + (places.y[i]! - y) ** 2;
    if (square < nearestSquare) {
      nearest = i;
      nearestSquare = square;
    }
  }
  return nearest;
}

/** Given kernen name the found ones nearest to them, each once, the nearest pair first; then wijken, then blocks; a name taken gets a number. */
function nameNuclei(municipality: Municipality, nuclei: readonly Omit<Nucleus, 'name'>[]): readonly string[] {
  const names: (string | null)[] = nuclei.map(() => null);
  const pairs = nuclei.flatMap((nucleus, found) =>
    municipality.nuclei.map((given, place) => ({ found, place, metres: Math.hypot(given.x - nucleus.x, given.y - nucleus.y) })),
  );
  const used = new Set<number>();
  for (const { found, place, metres: apart } of pairs.sort((a, b) => a.metres - b.metres || a.found - b.found || a.place - b.place)) {
    if (apart > sameNucleusMetres || names[found] !== null || used.has(place)) continue;
    names[found] = municipality.nuclei[place]!.name;
    used.add(place);
  }
  const wijken = finestDivision(municipality)?.areas ?? [];
  const areas = indexAreas(wijken.map((area) => area.shape));
  const taken = new Set(names.filter((name) => name !== null));
  return names.map((name, found) => {
    if (name !== null) return name;
    const nucleus = nuclei[found]!;
    const wijk = wijken[areas.locate(nucleus.x, nucleus.y)];
    const wanted = wijk?.name ?? municipality.blocks.find(({ id }) => id === nucleus.block)!.name;
    let free = wanted;
    for (let number = 2; taken.has(free); number++) free = `${wanted} ${number}`;
    taken.add(free);
    return free;
  });
}
