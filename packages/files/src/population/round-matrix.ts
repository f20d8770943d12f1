import { randomBits } from './random-numbers.ts';

/** Parts of one into which fractions are cut before they are rounded: 2^-16 of a person. */
const fractionBits = 16;
const one = 1 << fractionBits;

/**
 * The fractions of the matrix in parts of 2^-16, with whole persons in `whole`. What cutting took from a row is given to
 * the columns that lost most, so that rows and columns add up again to the part.
 */
function cutFractions(values: Float64Array, rowSums: ArrayLike<number>, columnSums: ArrayLike<number>, whole: Int32Array): Int32Array {
  const columns = columnSums.length;
  const parts = new Int32Array(values.length);
  const owed = Float64Array.from(columnSums, (sum) => sum * one);
  for (let i = 0; i < values.length; i++) {
    whole[i] = Math.floor(values[i]!);
    parts[i] = Math.floor((values[i]! - whole[i]!) * one);
    owed[i % columns]! -= whole[i]! * one + parts[i]!;
  }
  for (let row = 0; row < rowSums.length; row++) {
    const first = row * columns;
    let missing = rowSums[row]! * one;
    for (let column = 0; column < columns; column++) missing -= whole[first + column]! * one + parts[first + column]!;
    for (; missing > 0; missing--) {
      let most = 0;
      for (let column = 1; column < columns; column++) if (owed[column]! > owed[most]!) most = column;
      parts[first + most]! += 1;
      owed[most]! -= 1;
    }
  }
  if (owed.some((parts) => parts !== 0)) throw new Error('Got a matrix whose rows and columns do not add up to the sums given with it');
  return parts;
}

/** Pairs the odd entries of each row from left to right and of each column from top to bottom; none is left over. */
function pairOddEntries(parts: Int32Array, columns: number, inRow: Int32Array, inColumn: Int32Array): void {
  const openInColumn = new Int32Array(columns).fill(-1);
  let openInRow = -1;
  for (let i = 0; i < parts.length; i++) {
    const column = i % columns;
    if ((parts[i]! & 1) === 0) continue;
    if (openInRow === -1) openInRow = i;
    else {
      inRow[i] = openInRow;
      inRow[openInRow] = i;
      openInRow = -1;
    }
    const above = openInColumn[column]!;
    if (above === -1) openInColumn[column] = i;
    else {
      inColumn[i] = above;
      inColumn[above] = i;
      openInColumn[column] = -1;
    }
  }
}

/**
 * Rounds a matrix to whole numbers so that every row and every column keeps its sum exactly, each entry goes to a whole
 * number next to it, and every run of rows (or columns) from the first is within about one of what it was: over the map
 * no neighbourhood gathers the rounding. Each entry is right on average over seeds.
 *
 * values: row-major, not negative; rowSums and columnSums: whole, and what the rows and columns add up to.
 * O(16 · entries). Source: Doerr, Friedrich, Klein, Osbild, "Unbiased matrix rounding", SWAT 2006 (bit by bit: odd entries
 * are paired along rows and columns, the pairs close into rings of even length, and along a ring entries go up and down in turn).
 */
export function roundMatrix(values: Float64Array, rowSums: ArrayLike<number>, columnSums: ArrayLike<number>, seed: number): Int32Array {
  const columns = columnSums.length;
  if (values.length !== rowSums.length * columns) {
    throw new Error(`Got ${values.length} entries when expected ${rowSums.length} × ${columns}`);
  }
  const whole = new Int32Array(values.length);
  const parts = cutFractions(values, rowSums, columnSums, whole);
  const throwCoin = randomBits(seed);
  const inRow = new Int32Array(values.length);
  const inColumn = new Int32Array(values.length);
  for (let bit = 0; bit < fractionBits; bit++) {
    pairOddEntries(parts, columns, inRow, inColumn);
    for (let start = 0; start < parts.length; start++) {
      if ((parts[start]! & 1) === 0) continue;
      const up = throwCoin() === 1 ? 1 : -1;
      let entry = start;
      do {
        const partner = inRow[entry]!;
        parts[entry]! += up;
        parts[partner]! -= up;
        entry = inColumn[partner]!;
      } while (entry !== start);
    }
    for (let i = 0; i < parts.length; i++) parts[i]! >>= 1;
  }
  for (let i = 0; i < parts.length; i++) parts[i]! += whole[i]!;
  return parts;
}
