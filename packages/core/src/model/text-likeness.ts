/**
 * How many letters have to be changed, left out, added or exchanged with their neighbour to make one text of the other, or
 * null when more than `most`. O(length × most). Source: optimal string alignment, Damerau 1964, CACM 7(3).
 */
export function editDistance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let steps = Math.min(above[column]! + 1, here[column - 1]! + 1, above[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) steps = Math.min(steps, before[column - 2]! + 1);
      here.push(steps);
      least = Math.min(least, steps);
    }
    if (least > most) return null;
    [before, above] = [above, here];
  }
  const steps = above[b.length]!;
  return steps <= most ? steps : null;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/**
 * How alike two texts are, 0 to 1: twice the pairs of neighbouring letters they share over all their pairs. Texts too short
 * for a pair are alike only when equal. Source: Dice 1945, Ecology 26(3), on letter pairs.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  const total = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  let shared = 0;
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0);
  return total === 0 ? 0 : (2 * shared) / total;
}
