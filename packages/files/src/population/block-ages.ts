import type { AgeBand, AgeTable } from '@woonzorgzones/core/model';
import { closeMargins, fitMargins } from './fit-margins.ts';
import { roundMatrix } from './round-matrix.ts';

/** Persons of one age class in one block. */
export interface BlockAge extends AgeBand {
  readonly persons: number;
}

export interface BlockAges {
  /** Whole persons per block and age band, row-major; rows and columns have the sums asked for. */
  readonly persons: Int32Array;
  /** Persons for whom the ages given per block and the ages of the municipality contradict each other; 0 when they agree. */
  readonly contradicted: number;
}

interface AgesToFit {
  readonly bands: readonly AgeBand[];
  /** The ages of the municipality in its own classes, which lie within the bands. */
  readonly table: AgeTable;
  /** Per block what a file says of its ages; empty where it says nothing. */
  readonly given: readonly (readonly BlockAge[])[];
  readonly blockTotals: ArrayLike<number>;
  readonly bandTotals: ArrayLike<number>;
  readonly seed: number;
}

/** A class of a block over the bands, by the ages of the municipality within it; evenly over those it begins in when nobody has them. */
function intoBands({ from, to, persons }: BlockAge, bands: readonly AgeBand[], table: AgeTable): Float64Array {
  const weights = new Float64Array(bands.length);
  const bandOf = (age: number) => bands.findIndex((band) => age >= band.from && (band.to === null || age <= band.to));
  for (const [i, bracket] of table.brackets.entries()) {
    if (bracket.from >= from && (to === null || bracket.from <= to)) weights[bandOf(bracket.from)]! += table.persons[i]!;
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) {
    weights[bandOf(from)] = persons;
    return weights;
  }
  return weights.map((weight) => (weight * persons) / sum);
}

/**
 * The ages of each block: as its file has them, as the municipality has them where no file speaks of the block, fitted to the
 * inhabitants of each block and to the municipal ages, and rounded so that both sums stay exact. Where what is given per
 * block leaves no room for those sums, the ages give way, and for how many persons is told.
 */
export function fitBlockAges({ bands, table, given, blockTotals, bandTotals, seed }: AgesToFit): BlockAges {
  const width = bands.length;
  const start = new Float64Array(given.length * width);
  for (const [block, ages] of given.entries()) {
    for (const age of ages) for (const [band, persons] of intoBands(age, bands, table).entries()) start[block * width + band]! += persons;
    const isEmpty = start.subarray(block * width, (block + 1) * width).every((persons) => persons === 0);
    if (isEmpty) for (let band = 0; band < width; band++) start[block * width + band] = bandTotals[band]!;
  }
  const { values, missed } = fitMargins(start, blockTotals, bandTotals);
  // Who is missed is one too many in one band and one too few in another.
  return { persons: roundMatrix(closeMargins(values, bandTotals), blockTotals, bandTotals, seed), contradicted: Math.round(missed / 2) };
}
