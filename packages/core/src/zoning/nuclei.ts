import { categories, type CategoryId } from '../model/categories.ts';
import type { NucleusChange, NucleusSettings } from '../model/delineation-settings.ts';
import type { Facility } from '../model/facility.ts';
import type { Municipality } from '../model/municipality.ts';
import { metres, persons, share, type Metres, type Persons, type Share } from '../model/units.ts';
import { indexAreas } from '../geo/area-index.ts';
import { finestDivision } from './finest-division.ts';
import { peoplePlaces, type PeoplePlaces } from './people-places.ts';

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
 * - 20 inhabitants for a daily facility: own choice; a street of shops then counts as a block of flats, and moves a top towards
 *   the centre without making one where nobody lives.
 */
export const defaultNucleusSettings: NucleusSettings = {
  bandwidthMetres: metres(400),
  saddleShare: share(0.8),
  leastInhabitants: persons(500),
  leastTopPerKm2: 300,
  facilityWeight: persons(20),
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
  /** Root mean square distance of its inhabitants to its middle. */
  readonly radiusMetres: Metres;
  /** Daily facilities (shops, schools, pharmacies, doctors …) within the bandwidth of its middle; null when the files speak of none. */
  readonly dailyFacilities: number | null;
  /** 'found' by density; 'moved' there or 'added' by hand. */
  readonly origin: 'found' | 'moved' | 'added';
  /** Density at the highest saddle to a higher top, as a share of its own top; 0 when no settlement joins them, or for one added by hand. */
  readonly saddleShare: Share;
}

/** Density is kept on squares of this size: small beside any bandwidth, so that the middle of a square stands for it. */
const cellMetres = 50;

interface DensityGrid {
  readonly columns: number;
  readonly persons: Int32Array;
  /** Inhabitants and the weight of daily facilities per km²: what tops are found by. */
  readonly density: Float64Array;
  /** Inhabitants alone, per km². */
  readonly inhabitantsPerKm2: (cell: number) => number;
  readonly xOf: (cell: number) => number;
  readonly yOf: (cell: number) => number;
}

/** Inhabitants per square, spread with an Epanechnikov kernel. Whole persons are added first, so the order of addresses changes nothing. */
function densityGrid(places: PeoplePlaces, daily: readonly Facility[], { bandwidthMetres, facilityWeight }: NucleusSettings): DensityGrid {
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
  const facilitiesIn = new Int32Array(columns * rows);
  for (const { x, y } of daily) {
    const isInside = column(x) >= west && column(x) <= east && column(y) >= south && column(y) <= north;
    if (isInside) facilitiesIn[cellAt(x, y)]! += 1;
  }

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
    const weight = personsIn[cell]! + facilityWeight * facilitiesIn[cell]!;
    if (weight === 0) continue;
    for (let k = 0; k < offsets.length; k++) density[cell + offsets[k]!]! += weight * weights[k]!;
  }
  return {
    columns,
    persons: personsIn,
    density,
    inhabitantsPerKm2: (cell) => offsets.reduce((sum, offset, k) => sum + (personsIn[cell + offset] ?? 0) * weights[k]!, 0),
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

/** What people come for nearly every day: daily goods, school, pharmacy, doctor. */
const isDaily = (category: CategoryId): boolean => categories[category].group === 'dagelijks' || category === 'school' || category === 'apotheek' || category === 'huisarts';

/** Open daily facilities; null when the files speak of no kind of them. */
function dailyAmong({ inventoried }: Municipality, facilities: readonly Facility[]): readonly Facility[] | null {
  const daily = facilities.filter(({ category, closed }) => isDaily(category) && closed === null);
  return daily.length === 0 && !inventoried.some(isDaily) ? null : daily;
}

/**
 * Kernen: tops in the density of inhabitants and daily facilities that stand out from each other, most inhabitants first.
 * Independent of the order of addresses; every kern can say why it is one (its top, its saddle, its inhabitants, what is
 * there). Streets play no part. None in a municipality without inhabitants. O(people + squares · log squares).
 * Method: zoning.md 4, "prominence of KDE maxima".
 */
export function findNuclei(
  municipality: Municipality, settings: NucleusSettings = defaultNucleusSettings, facilities: readonly Facility[] = municipality.facilities,
): readonly Nucleus[] {
  const places = peoplePlaces(municipality);
  if (places.x.length === 0) return [];
  const daily = dailyAmong(municipality, facilities);
  const grid = densityGrid(places, daily ?? [], settings);
  const { tops, topOf } = catchments(grid, settings.saddleShare);

  const inhabitants = new Int32Array(tops.length);
  const dense = new Int32Array(tops.length);
  const columnSum = new Float64Array(tops.length);
  const rowSum = new Float64Array(tops.length);
  const cellsOf = tops.map((): number[] => []);
  for (let cell = 0; cell < topOf.length; cell++) {
    const top = topOf[cell]!;
    const here = grid.persons[cell]!;
    if (top === -1 || here === 0) continue;
    inhabitants[top]! += here;
    cellsOf[top]!.push(cell);
    if (grid.density[cell]! < grid.density[tops[top]!.cell]! / 2) continue;
    // Whole squares times whole persons: exact, whatever the order.
    dense[top]! += here;
    columnSum[top]! += here * (cell % grid.columns);
    rowSum[top]! += here * Math.floor(cell / grid.columns);
  }

  const unnamed = tops.flatMap(({ cell, saddle }, top) => {
    const topPerKm2 = grid.inhabitantsPerKm2(cell);
    if (inhabitants[top]! < settings.leastInhabitants || topPerKm2 < settings.leastTopPerKm2) return [];
    const origin = { x: grid.xOf(0), y: grid.yOf(0) };
    const x = dense[top] === 0 ? grid.xOf(cell) : origin.x + (columnSum[top]! / dense[top]!) * cellMetres;
    const y = dense[top] === 0 ? grid.yOf(cell) : origin.y + (rowSum[top]! / dense[top]!) * cellMetres;
    const squares = cellsOf[top]!.reduce((sum, at) => sum + grid.persons[at]! * ((grid.xOf(at) - x) ** 2 + (grid.yOf(at) - y) ** 2), 0);
    return [{
      id: `kern-${Math.floor(grid.xOf(cell) / 10)}-${Math.floor(grid.yOf(cell) / 10)}`,
      ...surroundings(municipality, places, daily, settings, x, y),
      inhabitants: persons(inhabitants[top]!),
      topPerKm2,
      radiusMetres: metres(Math.sqrt(squares / inhabitants[top]!)),
      origin: 'found' as const,
      saddleShare: share(saddle / grid.density[cell]!),
    }];
  });
  unnamed.sort((a, b) => b.inhabitants - a.inhabitants || (a.id < b.id ? -1 : 1));
  const names = nameNuclei(municipality, unnamed);
  return unnamed.map((nucleus, i) => ({ ...nucleus, name: names[i]! }));
}

/** What a kern with its middle here has around it. */
function surroundings(
  { blocks }: Municipality, places: PeoplePlaces, daily: readonly Facility[] | null, { bandwidthMetres }: NucleusSettings, x: number, y: number,
): Pick<Nucleus, 'x' | 'y' | 'block' | 'dailyFacilities'> {
  return {
    x,
    y,
    block: blocks[places.block[nearestPlace(places, x, y)]!]!.id,
    dailyFacilities: daily === null ? null : daily.filter((facility) => Math.hypot(facility.x - x, facility.y - y) <= bandwidthMetres).length,
  };
}

/**
 * The kernen of a plan: those that are found, with what the planner changed. One added or moved by hand counts the
 * inhabitants within the bandwidth of its place. A change of a kern that is not found (any more) says nothing.
 */
export function nucleiOfPlan(
  municipality: Municipality, settings: NucleusSettings, changes: readonly NucleusChange[], facilities: readonly Facility[] = municipality.facilities,
): readonly Nucleus[] {
  const found = findNuclei(municipality, settings, facilities);
  if (changes.length === 0) return found;
  const places = peoplePlaces(municipality);
  if (places.x.length === 0) return [];
  const daily = dailyAmong(municipality, facilities);
  const byHand = ({ x, y }: { readonly x: number; readonly y: number }): Omit<Nucleus, 'id' | 'name' | 'origin' | 'saddleShare'> => {
    let held = 0;
    let spread = 0;
    let squares = 0;
    for (let i = 0; i < places.x.length; i++) {
      const square = (places.x[i]! - x) ** 2 + (places.y[i]! - y) ** 2;
      if (square > settings.bandwidthMetres ** 2) continue;
      held += places.persons[i]!;
      squares += places.persons[i]! * square;
      spread += places.persons[i]! * (1 - square / settings.bandwidthMetres ** 2);
    }
    return {
      ...surroundings(municipality, places, daily, settings, x, y),
      inhabitants: persons(held),
      topPerKm2: (spread * 2_000_000) / (Math.PI * settings.bandwidthMetres ** 2),
      radiusMetres: metres(held === 0 ? 0 : Math.sqrt(squares / held)),
    };
  };
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const kept = found.flatMap((nucleus): Nucleus[] => {
    const change = changeOf.get(nucleus.id);
    if (change === undefined || change.state === 'added') return [nucleus];
    if (change.state === 'dropped') return [];
    const moved = change.place === null ? {} : { ...byHand(change.place), origin: 'moved' as const };
    return [{ ...nucleus, ...moved, name: change.name ?? nucleus.name }];
  });
  const added = changes.flatMap(({ id, state, place, name }): Nucleus[] =>
    (state === 'added' && place !== null && name !== null ? [{ id, name, ...byHand(place), origin: 'added', saddleShare: share(0) }] : []));
  return [...kept, ...added].sort((a, b) => b.inhabitants - a.inhabitants || (a.id < b.id ? -1 : 1));
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
