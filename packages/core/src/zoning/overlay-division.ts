import Flatbush from 'flatbush';
import { indexAreas } from '../geo/area-index.ts';
import { findOverlaps } from '../geo/overlaps.ts';
import { areaM2, boundsOf } from '../geo/polygon.ts';
import type { MultiPolygon } from '../geo/shapes.ts';
import type { Municipality } from '../model/municipality.ts';

/** What decided to which area a block goes: where its people live, else where its addresses lie, else its surface. */
export type OverlayBasis = 'inhabitants' | 'addresses' | 'surface';

/** A part of a block: the index of an area, or -1 for what lies in none, with its share of what decided. */
export interface BlockShare {
  readonly area: number;
  readonly share: number;
}

/** A block that a border of the areas runs through. */
export interface CutBlock {
  /** Index of the block. */
  readonly block: number;
  readonly by: OverlayBasis;
  /** Largest first, equal ones by the index of their area. */
  readonly shares: readonly BlockShare[];
}

/** Areas of a file laid over the blocks of a municipality. */
export interface Overlay {
  /** Per block the index of the area it goes to; -1 for none. */
  readonly areaOfBlock: Int32Array;
  /** Ascending by block. */
  readonly cut: readonly CutBlock[];
  /** Areas that lie over each other, by more than a square metre. */
  readonly overlaps: readonly { readonly a: number; readonly b: number; readonly areaM2: number }[];
  /** Surface of the blocks that lies in no area. */
  readonly uncoveredM2: number;
}

/** Less than this of a block beyond a border is how finely the border was drawn, and not told. */
const leastShare = 0.01;
/** Less overlap than this is how finely the borders were drawn. */
const leastOverlapM2 = 1;

/**
 * Gives every block to the area that holds most of its inhabitants; of its addresses where nobody lives; of its surface where
 * there are no addresses. What lies in no area counts as one: a block of which most lies there goes to none. Ties go to the
 * first area. Shapes in Lambert 2008. O(addresses · log areas), and for the blocks on a border the corners of both.
 */
export function overlayAreas({ blocks, addresses, bands }: Pick<Municipality, 'blocks' | 'addresses' | 'bands'>, areas: readonly MultiPolygon[]): Overlay {
  const index = indexAreas(areas);
  const columns = areas.length + 1;
  const persons = new Float64Array(blocks.length * columns);
  const houses = new Float64Array(blocks.length * columns);
  const count = bands.length;
  for (let address = 0; address < addresses.ids.length; address++) {
    const area = index.locate(addresses.xy[2 * address]!, addresses.xy[2 * address + 1]!);
    const cell = addresses.block[address]! * columns + area + 1;
    houses[cell]! += 1;
    for (let band = 0; band < count; band++) persons[cell]! += addresses.persons[address * count + band]!;
  }
  const surfaces = surfacesOf(blocks.map(({ shape }) => shape), areas);
  const areaOfBlock = new Int32Array(blocks.length).fill(-1);
  const cut: CutBlock[] = [];
  let uncoveredM2 = 0;
  for (let block = 0; block < blocks.length; block++) {
    const row = (table: Float64Array) => table.subarray(block * columns, (block + 1) * columns);
    const surface = row(surfaces);
    uncoveredM2 += surface[0]!;
    const [by, counted] = firstFilled([['inhabitants', row(persons)], ['addresses', row(houses)], ['surface', surface]]);
    const shares = sharesOf(counted);
    areaOfBlock[block] = shares[0]?.area ?? -1;
    if (sharesOf(surface).filter(({ share }) => share >= leastShare).length > 1) cut.push({ block, by, shares: shares.filter(({ share }) => share > 0) });
  }
  return { areaOfBlock, cut, overlaps: findOverlaps(areas, leastOverlapM2).map(({ a, b, areaM2: both }) => ({ a, b, areaM2: both })), uncoveredM2 };
}

type Counted = readonly [by: OverlayBasis, counts: Float64Array];

const firstFilled = (tables: readonly Counted[]): Counted => tables.find(([, counts]) => counts.some((value) => value > 0)) ?? tables.at(-1)!;

/** Largest first; what lies in no area comes after an area of the same size. */
function sharesOf(counts: Float64Array): readonly BlockShare[] {
  const total = counts.reduce((sum, value) => sum + value, 0);
  if (total <= 0) return [];
  return [...counts].flatMap((value, column) => (value > 0 ? [{ area: column - 1, share: value / total }] : []))
    .sort((a, b) => b.share - a.share || (a.area < 0 ? 1 : b.area < 0 ? -1 : a.area - b.area));
}

/** Row-major per block: what lies in no area, then its surface in each area; in square metres. */
function surfacesOf(blocks: readonly MultiPolygon[], areas: readonly MultiPolygon[]): Float64Array {
  const columns = areas.length + 1;
  const surfaces = new Float64Array(blocks.length * columns);
  const filled = areas.flatMap((shape, area) => (shape.length > 0 ? [area] : []));
  const tree = filled.length === 0 ? null : new Flatbush(filled.length);
  for (const area of filled) tree?.add(...boundsOf(areas[area]!));
  tree?.finish();
  for (const [block, shape] of blocks.entries()) {
    const whole = areaM2(shape);
    let held = 0;
    for (const place of tree?.search(...boundsOf(shape)) ?? []) {
      const area = filled[place]!;
      const [common] = findOverlaps([shape, areas[area]!], 0);
      surfaces[block * columns + area + 1] = common?.areaM2 ?? 0;
      held += common?.areaM2 ?? 0;
    }
    surfaces[block * columns] = Math.max(0, whole - held);
  }
  return surfaces;
}
