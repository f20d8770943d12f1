import { indexAreas, type AreaIndex } from '../geo/area-index.ts';
import type { Points } from '../geo/shapes.ts';
import { categoryIds, known, sumCounts, unknown, type CategoryId, type Count, type Facility, type Municipality } from '../model/index.ts';
import type { CategorySupply } from './analysis.ts';
import type { Figure } from './figure.ts';

/** The facilities of the reference year, each with the block it lies in. */
export interface Supply {
  readonly year: number;
  /** Those that are open in that year, sorted by id. */
  readonly open: readonly PlacedFacility[];
  /** Those and the others, closed or yet to open; sorted by id. */
  readonly all: readonly PlacedFacility[];
  /** Categories of which the files hold at least one facility or say that they list them all. */
  readonly given: ReadonlySet<CategoryId>;
  /** Positions of the files that list facilities: what a zero rests on. */
  readonly sources: readonly number[];
}

export interface PlacedFacility {
  readonly facility: Facility;
  /** -1 where it lies in no block. */
  readonly block: number;
}

const indexOfBlocks = new WeakMap<Municipality['blocks'], AreaIndex>();

/** The blocks to find places in, indexed once as long as they are at hand. */
function placesOf(blocks: Municipality['blocks']): AreaIndex {
  let index = indexOfBlocks.get(blocks);
  if (index === undefined) indexOfBlocks.set(blocks, (index = indexAreas(blocks.map(({ shape }) => shape))));
  return index;
}

/** Which of these facilities count in a year, and where they lie. `before` lends the places of facilities that stayed the same. */
export function supplyIn(year: number, { blocks, inventoried, sources }: Municipality, facilities: readonly Facility[], before: Supply | null = null): Supply {
  const placed = new Map(before?.all.map((place) => [place.facility, place]));
  const all = facilities.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((facility) => placed.get(facility) ?? { facility, block: placesOf(blocks).locate(facility.x, facility.y) });
  return {
    year, all,
    open: all.filter(({ facility }) => isOpenIn(year, facility)),
    given: new Set([...inventoried, ...facilities.map(({ category }) => category)]),
    sources: sources.flatMap(({ role }, index) => (role === 'facilities' ? [index] : [])),
  };
}

/** Open at the end of the year: a plan looks ahead. A facility without dates is open. */
export const isOpenIn = (year: number, { opened, closed }: Pick<Facility, 'opened' | 'closed'>): boolean =>
  (opened === null || yearOf(opened) <= year) && (closed === null || yearOf(closed) > year);

const yearOf = (isoDate: string) => Number(isoDate.slice(0, 4));

/** What there is of one category among these facilities; what nobody gave stays unknown through the sum. */
export function supplyOf(category: CategoryId, facilities: readonly Facility[], supply: Supply): CategorySupply {
  return {
    category,
    facilities: figureOf(supply.given.has(category) ? known(facilities.length) : unknown, facilities, supply),
    capacity: figureOf(capacityOf(category, facilities, supply), facilities, supply),
    withoutCapacity: facilities.filter(({ capacity }) => capacity === null).length,
  };
}

/** All categories of an area, in the order of the tree. */
export const supplyByCategory = (facilities: readonly Facility[], supply: Supply): readonly CategorySupply[] =>
  categoryIds.map((category) => supplyOf(category, facilities.filter((facility) => facility.category === category), supply));

/** Where facilities stand, those outside the municipality included: people walk across its border. */
export const pointsOf = (counts: (facility: Facility) => boolean, supply: Supply): Points =>
  Float64Array.from(supply.open.filter(({ facility }) => counts(facility)).flatMap(({ facility }) => [facility.x, facility.y]));

function capacityOf(category: CategoryId, facilities: readonly Facility[], supply: Supply): Count {
  if (!supply.given.has(category)) return unknown;
  if (facilities.length === 0) return known(0);
  return sumCounts(facilities.map(({ capacity }) => (capacity === null ? unknown : known(capacity))));
}

function figureOf(count: Count, facilities: readonly Facility[], { year, sources }: Supply): Figure {
  const own = [...new Set(facilities.flatMap(({ source }) => source ?? []))].sort((a, b) => a - b);
  return { count, year, method: 'measured', sources: own.length > 0 ? own : sources };
}
