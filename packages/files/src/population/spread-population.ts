import type { Points } from '@woonzorgzones/core/geo';
import { roundMatrix } from './round-matrix.ts';
import { spatialOrder } from './spatial-order.ts';
import { spreadTotal } from './spread-total.ts';

export interface PeopleToSpread {
  /** Addresses: Lambert 2008 metres, the block each lies in, and how many dwellings count for it. */
  readonly xy: Points;
  readonly block: Int32Array;
  readonly weights: ArrayLike<number>;
  /** Whole persons per block where they are known; null where only the total of the municipality is. */
  readonly blockTotals: ArrayLike<number> | null;
  /** Whole persons of the municipality per age band; they add up to everybody who is spread. */
  readonly bandTotals: ArrayLike<number>;
  /** Whole persons per block and age band, row-major, where the ages of blocks are known; their sums are the two above. Null: the ages of the municipality everywhere. */
  readonly blockAges: Int32Array | null;
  readonly seed: number;
}

/** Rows of each group, in the order given. */
function rowsByGroup(order: Int32Array, groupOf: (row: number) => number, groups: number): number[][] {
  const rows = Array.from({ length: groups }, (): number[] => []);
  for (const row of order) rows[groupOf(row)]!.push(row);
  return rows;
}

/** Weights as given; all alike where none counts, because people who are there must live somewhere. */
function weightsOrEven(rows: readonly number[], weights: ArrayLike<number>): number[] {
  const given = rows.map((row) => weights[row]!);
  return given.some((weight) => weight > 0) ? given : given.map(() => 1);
}

/**
 * Who lives where: whole persons per address and age band, row-major, modelled. Totals are spread by weight, per block where
 * block totals are known, and every block keeps its total; ages follow the structure of each block where that is known, else
 * that of the municipality, whose total per band is kept too. Both are rounded along a curve over the map, so that they come
 * out even in space. A block with people must have an address. Linear in addresses × bands, after sorting.
 */
export function spreadPopulation({ xy, block, weights, blockTotals, bandTotals, blockAges, seed }: PeopleToSpread): Int32Array {
  const order = spatialOrder(xy);
  const everybody = Array.from(bandTotals).reduce((sum, persons) => sum + persons, 0);
  const totals = blockTotals ?? [everybody];
  const groups = rowsByGroup(order, (row) => (blockTotals === null ? 0 : block[row]!), totals.length);
  const personsAt = new Int32Array(block.length);
  for (const [group, rows] of groups.entries()) {
    const shares = spreadTotal(totals[group]!, weightsOrEven(rows, weights));
    for (const [place, row] of rows.entries()) personsAt[row] = shares[place]!;
  }

  if (blockAges !== null) return spreadPerBlock(groups, personsAt, blockAges, bandTotals.length, seed);
  return spreadStructure(order, personsAt, bandTotals, everybody, seed);
}

/** The same ages everywhere: rounded over the whole municipality at once, so that each band keeps its total. */
function spreadStructure(order: Int32Array, personsAt: Int32Array, bandTotals: ArrayLike<number>, everybody: number, seed: number): Int32Array {
  const bands = bandTotals.length;
  const ordered = Int32Array.from(order, (row) => personsAt[row]!);
  const expected = new Float64Array(order.length * bands);
  for (let place = 0; place < order.length; place++) {
    for (let band = 0; band < bands; band++) {
      expected[place * bands + band] = everybody === 0 ? 0 : (ordered[place]! * bandTotals[band]!) / everybody;
    }
  }
  const rounded = roundMatrix(expected, ordered, bandTotals, seed);
  const persons = new Int32Array(rounded.length);
  for (const [place, row] of order.entries()) persons.set(rounded.subarray(place * bands, (place + 1) * bands), row * bands);
  return persons;
}

/** The ages of each block over its own addresses, so that block and band keep their totals. */
function spreadPerBlock(groups: readonly (readonly number[])[], personsAt: Int32Array, blockAges: Int32Array, bands: number, seed: number): Int32Array {
  const persons = new Int32Array(personsAt.length * bands);
  for (const [group, rows] of groups.entries()) {
    const ages = blockAges.subarray(group * bands, (group + 1) * bands);
    const total = ages.reduce((sum, count) => sum + count, 0);
    const here = rows.map((row) => personsAt[row]!);
    const expected = Float64Array.from({ length: rows.length * bands }, (_, i) => (total === 0 ? 0 : (here[Math.floor(i / bands)]! * ages[i % bands]!) / total));
    const rounded = roundMatrix(expected, here, ages, seed + group);
    for (const [place, row] of rows.entries()) persons.set(rounded.subarray(place * bands, (place + 1) * bands), row * bands);
  }
  return persons;
}
