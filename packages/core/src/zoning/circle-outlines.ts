import { nestRings, traceRings } from '../geo/coverage.ts';
import { distanceToSegmentMetres, segmentCrossing } from '../geo/line.ts';
import { areaM2 } from '../geo/polygon.ts';
import type { Line, MultiPolygon, Points, Ring } from '../geo/shapes.ts';
import type { Municipality } from '../model/municipality.ts';
import { indexBarriers } from '../network/barrier-index.ts';
import type { Circle } from './circles.ts';
import { walksFromKern } from './kern-distances.ts';
import { sightFrom } from './sight.ts';

type Disc = Pick<Circle, 'x' | 'y' | 'radiusMetres'>;

/** Corners of a disc that nothing cuts. */
const corners = 64;

/** Squares across a circle that follows the streets: 33 m wide for 800 m. */
const squaresAcross = 48;

/** Just past the end of a barrier, in radians: a millimetre at 1 km. */
const besideEnd = 1e-6;

/** Share of a wall by which it is taken longer, so that nobody looks through where two join. */
const endSlack = 1e-9;

/** Less than a square metre is no area: a kern that stands on a barrier reaches nobody. */
const leastAreaM2 = 1;

/**
 * The area of each circle in which people are counted for it, in their order, Lambert 2008: without streets the disc less
 * what lies behind barriers as seen from the kern, exact but for the arc in 64 corners; along streets the squares, a 48th of
 * the disc across, whose middle somebody reaches within the radius, with their corners cut off. Empty where nobody can be
 * reached. Where circles overlap, so do their areas. O(barriers within the radius, squared) or O(squares + streets) a circle.
 */
export function circleOutlines(municipality: Municipality, circles: readonly Disc[]): readonly MultiPolygon[] {
  const lines = municipality.barriers.map(({ line }) => line);
  const walks = walksFromKern(municipality);
  if (walks === null) return circles.map((circle) => seenDisc(circle, lines));
  const barriers = indexBarriers(lines);
  return circles.map((circle) => {
    if (circle.radiusMetres === 0) return [];
    const { middles, sideMetres } = squaresOver(circle);
    const away = walks(circle, middles);
    const isSeen = sightFrom(barriers, circle);
    return outlineOfSquares(circle, sideMetres, away.map((walk, i) => Number(walk <= circle.radiusMetres && isSeen(middles[2 * i]!, middles[2 * i + 1]!))));
  });
}

function squaresOver({ x, y, radiusMetres }: Disc): { readonly middles: Points; readonly sideMetres: number } {
  const sideMetres = (2 * radiusMetres) / squaresAcross;
  const middles = new Float64Array(2 * squaresAcross * squaresAcross);
  for (let row = 0; row < squaresAcross; row++) {
    for (let column = 0; column < squaresAcross; column++) {
      const square = row * squaresAcross + column;
      middles[2 * square] = x - radiusMetres + (column + 0.5) * sideMetres;
      middles[2 * square + 1] = y - radiusMetres + (row + 0.5) * sideMetres;
    }
  }
  return { middles, sideMetres };
}

/** Around the chosen squares, from the middle of each side to the middle of the next. */
function outlineOfSquares({ x, y, radiusMetres }: Disc, sideMetres: number, isChosen: Float64Array): MultiPolygon {
  const across = squaresAcross + 1;
  const xs = Float64Array.from({ length: across * across }, (_, i) => x - radiusMetres + (i % across) * sideMetres);
  const ys = Float64Array.from({ length: across * across }, (_, i) => y - radiusMetres + Math.floor(i / across) * sideMetres);
  const chosen = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < squaresAcross && row < squaresAcross && isChosen[row * squaresAcross + column] === 1;
  const from: number[] = [];
  const to: number[] = [];
  for (let row = 0; row < squaresAcross; row++) {
    for (let column = 0; column < squaresAcross; column++) {
      if (!chosen(column, row)) continue;
      const [southWest, southEast, northEast, northWest] = [row * across + column, row * across + column + 1, (row + 1) * across + column + 1, (row + 1) * across + column];
      for (const [u, v, isOpen] of [
        [southWest, southEast, !chosen(column, row - 1)], [southEast, northEast, !chosen(column + 1, row)],
        [northEast, northWest, !chosen(column, row + 1)], [northWest, southWest, !chosen(column - 1, row)],
      ] as const) {
        if (!isOpen) continue;
        from.push(u);
        to.push(v);
      }
    }
  }
  return nestRings(traceRings(xs, ys, from, to).map((vertices): Ring => closedRing(vertices.map((u, i) => {
    const v = vertices[(i + 1) % vertices.length]!;
    return [(xs[u]! + xs[v]!) / 2, (ys[u]! + ys[v]!) / 2];
  }))));
}

/** A stretch of barrier, in metres from the kern. */
interface Wall {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** The part of a disc that is seen from its middle. What is seen changes course only where a wall ends, meets another, or leaves the disc. */
function seenDisc({ x, y, radiusMetres: radius }: Disc, lines: readonly Line[]): MultiPolygon {
  const walls = lines.flatMap((line) => wallsOf(line, x, y)).filter(({ ax, ay, bx, by }) => distanceToSegmentMetres(0, 0, ax, ay, bx, by) < radius);
  const angles = [
    ...Array.from({ length: corners }, (_, i) => (2 * Math.PI * i) / corners),
    ...walls.flatMap((wall, i) => [
      ...[Math.atan2(wall.ay, wall.ax), Math.atan2(wall.by, wall.bx)].flatMap((angle) => [angle - besideEnd, angle, angle + besideEnd]),
      ...leavesDisc(wall, radius),
      ...walls.slice(0, i).flatMap((other) => meeting(wall, other)),
    ]).map((angle) => (angle + 2 * Math.PI) % (2 * Math.PI)),
  ].sort((a, b) => a - b);
  const seen = angles.filter((angle, i) => angle !== angles[i - 1]).map((angle): [number, number] => {
    const [east, north] = [Math.cos(angle), Math.sin(angle)];
    const away = walls.reduce<number>((nearest, wall) => Math.min(nearest, distanceAlong(east, north, wall)), radius);
    return [x + away * east, y + away * north];
  });
  const shape: MultiPolygon = [[closedRing(seen)]];
  return areaM2(shape) < leastAreaM2 ? [] : shape;
}

function wallsOf(line: Line, x: number, y: number): Wall[] {
  const walls: Wall[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) walls.push({ ax: line[i]! - x, ay: line[i + 1]! - y, bx: line[i + 2]! - x, by: line[i + 3]! - y });
  return walls;
}

/** Metres from the middle to a wall in a direction; Infinity when it is not met. */
function distanceAlong(east: number, north: number, { ax, ay, bx, by }: Wall): number {
  const [dx, dy] = [bx - ax, by - ay];
  const across = east * dy - north * dx;
  if (across === 0) return Infinity;
  const share = (ax * north - ay * east) / across;
  const away = (ax * dy - ay * dx) / across;
  return share < -endSlack || share > 1 + endSlack || away < 0 ? Infinity : away;
}

/** Directions in which a wall crosses the edge of the disc. */
function leavesDisc({ ax, ay, bx, by }: Wall, radius: number): number[] {
  const [dx, dy] = [bx - ax, by - ay];
  const [a, half, c] = [dx * dx + dy * dy, ax * dx + ay * dy, ax * ax + ay * ay - radius * radius];
  const root = Math.sqrt(half * half - a * c);
  return [(-half - root) / a, (-half + root) / a].filter((share) => share > 0 && share < 1).map((share) => Math.atan2(ay + share * dy, ax + share * dx));
}

function meeting(one: Wall, other: Wall): number[] {
  const share = segmentCrossing(one.ax, one.ay, one.bx, one.by, other.ax, other.ay, other.bx, other.by);
  return share === null ? [] : [Math.atan2(one.ay + share * (one.by - one.ay), one.ax + share * (one.bx - one.ax))];
}

const closedRing = (points: readonly (readonly [number, number])[]): Ring => Float64Array.from([...points, points[0]!].flat());
