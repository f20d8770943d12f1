import type { Points } from '@woonzorgzones/core/geo';

const side = 1 << 16;

/** Place of a cell along the Hilbert curve through a grid of 65,536 by 65,536. */
function alongHilbertCurve(column: number, row: number): number {
  let x = column;
  let y = row;
  let place = 0;
  for (let half = side / 2; half >= 1; half /= 2) {
    const right = (x & half) === 0 ? 0 : 1;
    const upper = (y & half) === 0 ? 0 : 1;
    place = place * 4 + ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = side - 1 - x;
        y = side - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return place;
}

/**
 * The rows in an order in which what is near in the order is near on the ground: so that a rounding carried from one row to
 * the next stays even over the map. Equal places keep the order they are given in. O(n log n).
 */
export function spatialOrder(xy: Points): Int32Array {
  const rows = xy.length / 2;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    minX = Math.min(minX, xy[i]!);
    maxX = Math.max(maxX, xy[i]!);
    minY = Math.min(minY, xy[i + 1]!);
    maxY = Math.max(maxY, xy[i + 1]!);
  }
  const cell = Math.max(maxX - minX, maxY - minY, 1) / (side - 1);
  const places = Float64Array.from({ length: rows }, (_, i) => {
    return alongHilbertCurve(Math.floor((xy[2 * i]! - minX) / cell), Math.floor((xy[2 * i + 1]! - minY) / cell));
  });
  return Int32Array.from({ length: rows }, (_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
}
