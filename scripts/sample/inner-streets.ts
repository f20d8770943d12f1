import { areaM2, containsPoint, lineLengthMetres, segmentCrossing } from '../../packages/core/src/geo/index.ts';
import type { MultiPolygon } from '../../packages/core/src/geo/shapes.ts';
import type { StreetClass } from '../../packages/core/src/model/index.ts';
import type { Arc } from './borders.ts';
import { cross, cutOut, decimetre, keyOf, middleOf, splitAt, straightened, type Junction } from './polyline.ts';
import type { Random } from './random.ts';

const shortestInnerMetres = 80;
/** Two rows of gardens fit between streets. */
const narrowestRowMetres = 52;
const industrialMetresPerHectare = 14;
/** Two streets that would meet a third this near to each other meet it in one junction. */
const sameJunctionMetres = 16;
/** A street without outlet stops this far before the edge of its block. */
const deadEndMetres = 30;

/** A border with the class of street that runs along it, if any. */
export interface Bordering extends Arc {
  readonly class: StreetClass | null;
}

/** A block, and what lies around it. */
export interface Surroundings {
  readonly shape: MultiPolygon;
  readonly addresses: number;
  readonly isIndustrial: boolean;
  /** Its borders, by their place among all. */
  readonly around: readonly { readonly index: number; readonly arc: Bordering }[];
  /** Corners on a barrier, with the distance streets keep from it. */
  readonly fences: ReadonlyMap<string, number>;
}

/** Metres of street front per address: terraces in the middle of a kern, gardens at its edge. */
const frontMetres = (addressesPerHectare: number): number => Math.min(40, Math.max(12.5, 42 - 2.6 * addressesPerHectare));

/**
 * Rows of streets through a block, along its length and gently bowed, with a cross street in a long one: as few as give
 * its addresses a front. Each row comes in stretches between its junctions; where a row ends on a street, that street
 * gets a junction, added to `junctions`.
 */
export function innerStreets(block: Surroundings, junctions: Junction[][], random: Random): Float64Array[][] {
  const { shape, addresses, isIndustrial, around } = block;
  const hectares = areaM2(shape) / 10_000;
  const bow = (random() - 0.5) * 0.16;
  const frontage = around.reduce((sum, { arc }) => sum + (arc.class === 'hoofdweg' || arc.class === 'straat' ? lineLengthMetres(arc.points) : 0), 0);
  const forHomes = (addresses * frontMetres(addresses / hectares) - 0.7 * frontage) / (2 * 0.85);
  const wantedMetres = isIndustrial ? Math.max(forHomes, hectares * industrialMetresPerHectare) : forHomes;
  if (wantedMetres < 110) return [];

  const { angle, x: midX, y: midY } = lengthwise(shape[0]![0]!);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const local = (x: number, y: number): [number, number] => [(x - midX) * cos + (y - midY) * sin, -(x - midX) * sin + (y - midY) * cos];
  const world = (u: number, v: number): [number, number] => [midX + u * cos - v * sin, midY + u * sin + v * cos];
  const corners = Array.from({ length: shape[0]![0]!.length / 2 }, (_, i) => local(shape[0]![0]![2 * i]!, shape[0]![0]![2 * i + 1]!));
  const [minU, maxU] = [Math.min(...corners.map(([u]) => u)), Math.max(...corners.map(([u]) => u))];
  const [minV, maxV] = [Math.min(...corners.map(([, v]) => v)), Math.max(...corners.map(([, v]) => v))];
  const bent = (u: number, v: number): [number, number] => world(u, v + bow * (maxU - minU) * (1 - ((2 * (u - minU)) / (maxU - minU) - 1) ** 2) - (bow * (maxU - minU)) / 2);

  let rows: Run[] = [];
  for (let count = 1; count <= 12 && (maxV - minV) / count >= narrowestRowMetres; count++) {
    const lengthways = Array.from({ length: count }, (_, row) => {
      const v = minV + ((row + 0.5) * (maxV - minV)) / count;
      return Array.from({ length: 25 }, (__, step) => bent(minU + ((maxU - minU) * step) / 24, v));
    });
    const crossings = count < 2 ? 0 : Math.max(0, Math.round((maxU - minU) / 320) - 1);
    const crossways = Array.from({ length: crossings }, (_, column) => {
      const u = minU + ((column + 1) * (maxU - minU)) / (crossings + 1);
      return Array.from({ length: 13 }, (__, step) => bent(u, minV + ((maxV - minV) * step) / 12));
    });
    rows = [...lengthways, ...crossways].flatMap((points) => runsInside(Float64Array.from(points.flat()), block));
    if (rows.reduce((sum, run) => sum + lineLengthMetres(run.points), 0) >= wantedMetres) break;
  }
  return joined(rows.map((run) => anchored(run, block, junctions)).filter((points) => points !== null));
}

/** The direction in which an outline is longest. */
function lengthwise(ring: Float64Array): { readonly angle: number; readonly x: number; readonly y: number } {
  let [length, x, y] = [0, 0, 0];
  const pieces = Array.from({ length: ring.length / 2 - 1 }, (_, i) => {
    const [ax, ay, bx, by] = [ring[2 * i]!, ring[2 * i + 1]!, ring[2 * i + 2]!, ring[2 * i + 3]!];
    const metres = Math.hypot(bx - ax, by - ay);
    length += metres;
    x += (metres * (ax + bx)) / 2;
    y += (metres * (ay + by)) / 2;
    return { metres, x: (ax + bx) / 2, y: (ay + by) / 2 };
  });
  x /= length;
  y /= length;
  let [xx, xy, yy] = [0, 0, 0];
  for (const piece of pieces) {
    xx += piece.metres * (piece.x - x) ** 2;
    xy += piece.metres * (piece.x - x) * (piece.y - y);
    yy += piece.metres * (piece.y - y) ** 2;
  }
  return { angle: Math.atan2(2 * xy, xx - yy) / 2, x, y };
}

interface Hit {
  readonly x: number;
  readonly y: number;
  readonly alongMetres: number;
  readonly arc: number;
  readonly alongArcMetres: number;
}

interface Run {
  readonly points: Float64Array;
  readonly start: Hit;
  readonly end: Hit;
}

/** The parts of a line that lie inside a block, from border to border. */
function runsInside(line: Float64Array, { shape, around }: Surroundings): Run[] {
  const hits: Hit[] = [];
  let along = 0;
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!];
    const metres = Math.hypot(bx - ax, by - ay);
    for (const { index, arc: { points } } of around) {
      let alongArc = 0;
      for (let j = 2; j < points.length; j += 2) {
        const [cx, cy, dx, dy] = [points[j - 2]!, points[j - 1]!, points[j]!, points[j + 1]!];
        const share = segmentCrossing(ax, ay, bx, by, cx, cy, dx, dy);
        if (share !== null) {
          const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
          hits.push({ x, y, alongMetres: along + share * metres, arc: index, alongArcMetres: alongArc + Math.hypot(x - cx, y - cy) });
        }
        alongArc += Math.hypot(dx - cx, dy - cy);
      }
    }
    along += metres;
  }
  hits.sort((a, b) => a.alongMetres - b.alongMetres || a.arc - b.arc);
  const runs: Run[] = [];
  for (let h = 0; h + 1 < hits.length; h++) {
    const [start, end] = [hits[h]!, hits[h + 1]!];
    if (end.alongMetres - start.alongMetres < shortestInnerMetres) continue;
    const points = cutOut(line, start.alongMetres, end.alongMetres);
    const [mx, my] = middleOf(points);
    if (containsPoint(shape, mx, my)) runs.push({ points, start, end });
  }
  return runs;
}

/** Fixes the ends of a row: on the street it meets, at a junction that is near already, or in a dead end before anything else. */
function anchored(run: Run, { around, fences }: Surroundings, junctions: Junction[][]): Float64Array | null {
  const length = lineLengthMetres(run.points);
  const arcAt = (hit: Hit): Bordering => around.find(({ index }) => index === hit.arc)!.arc;
  /** On a street, and not on the end of it that stops before a barrier. */
  const isOpen = (hit: Hit): boolean => {
    const { points: border, class: streetClass } = arcAt(hit);
    if (streetClass !== 'hoofdweg' && streetClass !== 'straat') return false;
    const fence = (corner: number): number => fences.get(keyOf(border[corner]!, border[corner + 1]!)) ?? -Infinity;
    const fromEnd = lineLengthMetres(border) - hit.alongArcMetres;
    return hit.alongArcMetres > fence(0) + sameJunctionMetres && fromEnd > fence(border.length - 2) + sameJunctionMetres;
  };
  const open = { start: isOpen(run.start), end: isOpen(run.end) };
  if (!open.start && !open.end) return null;
  const from = open.start ? 0 : deadEndMetres;
  const to = open.end ? length : length - deadEndMetres;
  if (to - from < shortestInnerMetres) return null;
  const points = straightened(cutOut(run.points, from, to), 0.6).map(decimetre);
  const added: { readonly arc: number; readonly junction: Junction }[] = [];
  const meet = (hit: Hit, at: number): void => {
    const { points: border } = arcAt(hit);
    const total = lineLengthMetres(border);
    const last = border.length - 2;
    const own = junctions[hit.arc]!;
    const known: { readonly x: number; readonly y: number } | undefined =
      hit.alongArcMetres < sameJunctionMetres ? { x: border[0]!, y: border[1]! }
      : total - hit.alongArcMetres < sameJunctionMetres ? { x: border[last]!, y: border[last + 1]! }
      : own.find((junction) => Math.abs(junction.alongMetres - hit.alongArcMetres) < sameJunctionMetres);
    const fresh = { x: decimetre(hit.x), y: decimetre(hit.y), alongMetres: hit.alongArcMetres };
    if (known === undefined) added.push({ arc: hit.arc, junction: fresh });
    [points[at], points[at + 1]] = [(known ?? fresh).x, (known ?? fresh).y];
  };
  if (open.start) meet(run.start, 0);
  if (open.end) meet(run.end, points.length - 2);
  // An end that was drawn to a junction nearby may have left the block.
  const reachesIn = cutOut(points, 1, lineLengthMetres(points) - 1);
  if (around.some(({ arc }) => cross(reachesIn, arc.points))) return null;
  for (const { arc, junction } of added) junctions[arc]!.push(junction);
  return points;
}

/** Cuts the rows of one block where they cross each other, so that they meet in junctions. */
function joined(rows: readonly Float64Array[]): Float64Array[][] {
  const cuts = rows.map((): Junction[] => []);
  for (let a = 0; a < rows.length; a++) {
    for (let b = a + 1; b < rows.length; b++) {
      const [one, other] = [rows[a]!, rows[b]!];
      let alongA = 0;
      for (let i = 2; i < one.length; i += 2) {
        const [ax, ay, bx, by] = [one[i - 2]!, one[i - 1]!, one[i]!, one[i + 1]!];
        let alongB = 0;
        for (let j = 2; j < other.length; j += 2) {
          const [cx, cy, dx, dy] = [other[j - 2]!, other[j - 1]!, other[j]!, other[j + 1]!];
          const share = segmentCrossing(ax, ay, bx, by, cx, cy, dx, dy);
          if (share !== null) {
            const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
            const place = { x: decimetre(x), y: decimetre(y) };
            cuts[a]!.push({ ...place, alongMetres: alongA + Math.hypot(x - ax, y - ay) });
            cuts[b]!.push({ ...place, alongMetres: alongB + Math.hypot(x - cx, y - cy) });
          }
          alongB += Math.hypot(dx - cx, dy - cy);
        }
        alongA += Math.hypot(bx - ax, by - ay);
      }
    }
  }
  return rows.map((row, index) => splitAt(row, cuts[index]!));
}
