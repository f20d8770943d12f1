/**
 * Pairs rows with columns so that the sum of their weights is greatest; per row its column, -1 where there are more rows
 * than columns. The Hungarian method on shortest augmenting paths (Jonker and Volgenant 1987), O(rows² · columns).
 */
export function bestMatching(weights: readonly (readonly number[])[]): Int32Array {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  const columnOf = new Int32Array(rows).fill(-1);
  if (rows === 0 || columns === 0) return columnOf;
  // A square of costs, greatest weight less weight; what is missing costs the same everywhere and decides nothing.
  const size = Math.max(rows, columns);
  const greatest = weights.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), -Infinity);
  const cost = (row: number, column: number): number => greatest - (weights[row]?.[column] ?? greatest);
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const cameFrom = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const isDone = new Uint8Array(size + 1);
    do {
      isDone[column] = 1;
      const here = rowOf[column]!;
      let step = Infinity;
      let next = 0;
      for (let c = 1; c <= size; c++) {
        if (isDone[c] === 1) continue;
        const reduced = cost(here - 1, c - 1) - rowPrice[here]! - columnPrice[c]!;
        if (reduced < least[c]!) {
          least[c] = reduced;
          cameFrom[c] = column;
        }
        if (least[c]! < step) {
          step = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= size; c++) {
        if (isDone[c] === 1) {
          rowPrice[rowOf[c]!]! += step;
          columnPrice[c]! -= step;
        } else least[c]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const back = cameFrom[column]!;
      rowOf[column] = rowOf[back]!;
      column = back;
    } while (column !== 0);
  }
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column]! - 1;
    if (row < rows) columnOf[row] = column - 1;
  }
  return columnOf;
}
