/**
 * Whole persons per row in proportion to its weight, so that they add up to the total exactly: the running sum is rounded,
 * not the rows. Along any stretch of the order the count is within one person of its share. Rows without weight get nobody.
 * The weights may not all be 0 unless the total is. O(n).
 */
export function spreadTotal(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (total > 0 && !(sum > 0)) throw new Error(`Got ${total} persons to spread over weights that add up to ${sum} when expected more than 0`);
  let weight = 0;
  let given = 0;
  return weights.map((one) => {
    weight += one;
    const upTo = total === 0 ? 0 : Math.round((total * weight) / sum);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}
