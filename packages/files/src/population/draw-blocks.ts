import { closeMargins, fitMargins } from './fit-margins.ts';
import { randomNormal } from './random-numbers.ts';
import { roundMatrix } from './round-matrix.ts';
import { spreadTotal } from './spread-total.ts';

export interface BlocksToDraw {
  /** Persons expected per block and age band, row-major. */
  readonly expected: Float64Array;
  /** Homes per block, among which a total that was not measured is spread. */
  readonly homes: ArrayLike<number>;
  /** Whole persons per block where they were measured; null where only the total of the municipality was. */
  readonly blockTotals: ArrayLike<number> | null;
  readonly bandTotals: ArrayLike<number>;
  /** Relative spread of the number of people at a home. */
  readonly householdSpread: number;
  readonly seed: number;
}

/** No draw leaves less than this of what was expected: a block does not empty by chance. */
const leastShare = 0.05;

const times = (expected: number, deviation: number): number => expected * Math.max(leastShare, 1 + deviation);

/**
 * Who might live in each block as well: the people and their ages drawn anew around what is expected, with the total of the
 * municipality, its age bands and every measured block total as they are. A block's total that was spread varies as the sum of
 * its households does (relative spread over √homes), the persons of an age in a block as a count does (√ of what is expected).
 * O(blocks × bands × rounds of fitting).
 */
export function drawBlocks({ expected, homes, blockTotals, bandTotals, householdSpread, seed }: BlocksToDraw): Int32Array {
  const next = randomNormal(seed);
  const width = bandTotals.length;
  const everybody = Array.from(bandTotals).reduce((sum, persons) => sum + persons, 0);
  const means = Array.from({ length: homes.length }, (_, block) => expected.subarray(block * width, (block + 1) * width).reduce((sum, persons) => sum + persons, 0));
  const totals = blockTotals ?? spreadTotal(everybody, means.map((mean, block) => times(mean, (householdSpread * next()) / Math.sqrt(Math.max(1, homes[block]!)))));
  const drawn = expected.map((persons) => (persons === 0 ? 0 : times(persons, next() / Math.sqrt(persons))));
  const { values } = fitMargins(drawn, totals, bandTotals);
  return roundMatrix(closeMargins(values, bandTotals), totals, bandTotals, seed);
}
