/** A matrix that has the sums asked for, or the nearest that its zeros allow. */
export interface FittedMatrix {
  /** Row-major; every row has its sum exactly (to rounding of floating point). */
  readonly values: Float64Array;
  readonly rounds: number;
  /** How much the columns together miss of their sums, in persons; 0 but for floating point when the sums could be met. */
  readonly missed: number;
}

/** Sums this near are met: far below the part of 2^-16 of a person into which rounding cuts. */
const tolerance = 1e-7;

/** Fitting halves what is missing in a few rounds where it can be met at all; after this many it cannot. */
const mostRounds = 1000;

/** Scales every row (or column) to its sum; one that is all zero stays so. */
function scale(values: Float64Array, sums: ArrayLike<number>, indexOf: (line: number, i: number) => number, length: number): void {
  for (let line = 0; line < sums.length; line++) {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += values[indexOf(line, i)]!;
    if (sum === 0) continue;
    const factor = sums[line]! / sum;
    for (let i = 0; i < length; i++) values[indexOf(line, i)]! *= factor;
  }
}

/**
 * Iterative proportional fitting: the matrix nearest to the seed (in relative entropy) whose rows and columns have these sums.
 * Zeros of the seed stay zero, so that not every seed can meet every pair of sums: what was missed is told.
 * seed: row-major, not negative; rowSums and columnSums add up to the same. O(rounds × entries).
 * Source: Deming & Stephan 1940, Annals of Mathematical Statistics 11(4); convergence: Fienberg 1970, idem 41(3).
 */
export function fitMargins(seed: Float64Array, rowSums: ArrayLike<number>, columnSums: ArrayLike<number>): FittedMatrix {
  const [rows, columns] = [rowSums.length, columnSums.length];
  if (seed.length !== rows * columns) throw new Error(`Got ${seed.length} entries when expected ${rows} × ${columns}`);
  const values = Float64Array.from(seed);
  const inRow = (row: number, column: number) => row * columns + column;
  const inColumn = (column: number, row: number) => row * columns + column;
  let missed = Infinity;
  let rounds = 0;
  while (missed > tolerance && rounds < mostRounds) {
    scale(values, columnSums, inColumn, rows);
    scale(values, rowSums, inRow, columns);
    rounds += 1;
    missed = 0;
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += values[inColumn(column, row)]!;
      missed += Math.abs(sum - columnSums[column]!);
    }
  }
  return { values, rounds, missed };
}

/**
 * Makes the columns of a fitted matrix exact too: what the columns that have too much give off, in proportion, goes row by row
 * to those that have too little. For what was missed where zeros left no room, or where fitting came near but slowly.
 * O(entries).
 */
export function closeMargins(values: Float64Array, columnSums: ArrayLike<number>): Float64Array {
  const columns = columnSums.length;
  const found = new Float64Array(columns);
  for (const [i, value] of values.entries()) found[i % columns]! += value;
  const lacking = Float64Array.from(found, (sum, column) => Math.max(0, columnSums[column]! - sum));
  const lack = lacking.reduce((sum, persons) => sum + persons, 0);
  if (lack === 0) return values;
  const closed = Float64Array.from(values);
  for (let first = 0; first < values.length; first += columns) {
    let freed = 0;
    for (let column = 0; column < columns; column++) {
      if (found[column]! <= columnSums[column]!) continue;
      closed[first + column] = (values[first + column]! * columnSums[column]!) / found[column]!;
      freed += values[first + column]! - closed[first + column]!;
    }
    for (let column = 0; column < columns; column++) closed[first + column]! += (freed * lacking[column]!) / lack;
  }
  return closed;
}
