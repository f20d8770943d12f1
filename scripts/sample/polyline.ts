import { lineLengthMetres, segmentCrossing } from '../../packages/core/src/geo/index.ts';

/** A place on a line where another meets it, to the decimetre. */
export interface Junction {
  readonly x: number;
  readonly y: number;
  readonly alongMetres: number;
}

/** How a corner is known where lines meet in it. */
export const keyOf = (x: number, y: number): string => `${x} ${y}`;

export const decimetre = (metres: number): number => Math.round(metres * 10) / 10;

/** The part of a line between two distances along it. */
export function cutOut(line: Float64Array, fromMetres: number, toMetres: number): Float64Array {
  const points: number[] = [];
  let along = 0;
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!];
    const metres = Math.hypot(bx - ax, by - ay);
    const at = (distance: number): [number, number] => [ax + ((distance - along) / metres) * (bx - ax), ay + ((distance - along) / metres) * (by - ay)];
    if (points.length === 0 && fromMetres < along + metres) points.push(...at(fromMetres));
    if (points.length > 0 && toMetres <= along + metres) {
      points.push(...at(toMetres));
      break;
    }
    if (points.length > 0) points.push(bx, by);
    along += metres;
  }
  return Float64Array.from(points);
}

export function middleOf(points: Float64Array): [number, number] {
  const half = cutOut(points, 0, lineLengthMetres(points) / 2);
  return [half[half.length - 2]!, half[half.length - 1]!];
}

/** Whether two lines cut through each other. */
export function cross(one: Float64Array, other: Float64Array): boolean {
  for (let i = 2; i < one.length; i += 2) {
    for (let j = 2; j < other.length; j += 2) {
      if (segmentCrossing(one[i - 2]!, one[i - 1]!, one[i]!, one[i + 1]!, other[j - 2]!, other[j - 1]!, other[j]!, other[j + 1]!) !== null) return true;
    }
  }
  return false;
}

/** The stretches of a line between its junctions. */
export function splitAt(line: Float64Array, junctions: readonly Junction[]): Float64Array[] {
  const ordered = [...junctions].sort((a, b) => a.alongMetres - b.alongMetres);
  const stretches: Float64Array[] = [];
  let from = 0;
  let start: Junction | null = null;
  for (const junction of [...ordered, null]) {
    const to = junction?.alongMetres ?? lineLengthMetres(line);
    const points = cutOut(line, from, to).map(decimetre);
    if (start !== null) [points[0], points[1]] = [start.x, start.y];
    if (junction !== null) [points[points.length - 2], points[points.length - 1]] = [junction.x, junction.y];
    stretches.push(points);
    from = to;
    start = junction;
  }
  return stretches;
}

/** Leaves out the points of a line that deviate less than `metres` from it (Douglas-Peucker); a closed line keeps a far point. */
export function straightened(points: Float64Array, metres: number): Float64Array {
  const last = points.length / 2 - 1;
  const keep = new Uint8Array(last + 1);
  keep[0] = 1;
  keep[last] = 1;
  const spans: [number, number][] = [[0, last]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [a, b] = span;
    const [ax, ay] = [points[2 * a]!, points[2 * a + 1]!];
    const [dx, dy] = [points[2 * b]! - ax, points[2 * b + 1]! - ay];
    const length = Math.hypot(dx, dy);
    let farthest = metres;
    let middle = -1;
    for (let i = a + 1; i < b; i++) {
      const [px, py] = [points[2 * i]! - ax, points[2 * i + 1]! - ay];
      const distance = length < 1 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
      if (distance > farthest) [farthest, middle] = [distance, i];
    }
    if (middle < 0) continue;
    keep[middle] = 1;
    spans.push([a, middle], [middle, b]);
  }
  const kept: number[] = [];
  for (let i = 0; i <= last; i++) if (keep[i]) kept.push(points[2 * i]!, points[2 * i + 1]!);
  return Float64Array.from(kept);
}

/** The same line, the other way. */
export function backwards(points: Float64Array): Float64Array {
  const result = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    result[i] = points[points.length - 2 - i]!;
    result[i + 1] = points[points.length - 1 - i]!;
  }
  return result;
}
