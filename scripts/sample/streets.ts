import { areaM2, containsPoint, lineLengthMetres, segmentCrossing } from '../../packages/core/src/geo/index.ts';
import type { MultiPolygon } from '../../packages/core/src/geo/shapes.ts';
import type { StreetClass } from '../../packages/core/src/model/index.ts';
import { straightened, type Arc, type Borders } from './borders.ts';
import { isBarrier, type DesignLine } from './design-lines.ts';
import type { Partition } from './partition.ts';
import type { Random } from './random.ts';

/** A stretch of street between two junctions; its ends are the junctions, to the decimetre. */
export interface Stretch {
  readonly class: StreetClass;
  /** The design line it belongs to, or -1. */
  readonly line: number;
  /** Inner streets keep their number over all their stretches; -1 for streets along the border of blocks. */
  readonly inner: number;
  readonly points: Float64Array;
  /** Block on its left and on its right, -1 for none. */
  readonly left: number;
  readonly right: number;
}

/** Addresses per hectare from which the border of a block is a street with houses. */
const builtPerHectare = 0.55;
/** Streets end this far before what they cannot cross: half its width and a verge. */
const keepOffMetres = { spoorweg: 20, kanaal: 48, rivier: 20, autosnelweg: 40, expresweg: 30 } as const;
const shortestInnerMetres = 80;
const narrowestRowMetres = 52;
const industrialMetresPerHectare = 14;
const sameJunctionMetres = 16;

interface Bordering extends Arc {
  readonly class: StreetClass | null;
}

/** Streets along the borders of blocks and, where its addresses need them, rows of streets through a block. */
export function layStreets(borders: Borders, partition: Partition, lines: readonly DesignLine[], industrial: (block: number) => boolean, random: Random): Stretch[] {
  const density = borders.shapes.map((shape, block) => (partition.blocks[block]!.addresses * 10_000) / areaM2(shape));
  const arcs = borders.arcs.map((arc): Bordering => ({ ...arc, class: classOf(arc, lines, density, industrial) }));
  const arcsOfBlock: number[][] = borders.shapes.map(() => []);
  arcs.forEach(({ left, right }, index) => {
    for (const block of new Set([left, right])) if (block >= 0) arcsOfBlock[block]!.push(index);
  });

  const junctions = arcs.map((): Junction[] => []);
  const stretches: Stretch[] = [];
  let inner = 0;
  borders.shapes.forEach((shape, block) => {
    const rows = innerStreets(shape, partition.blocks[block]!.addresses, density[block]!, industrial(block), arcsOfBlock[block]!.map((index) => ({ index, arc: arcs[index]! })), junctions, random);
    for (const row of rows) {
      for (const points of row) stretches.push({ class: 'straat', line: -1, inner, points, left: block, right: block });
      inner++;
    }
  });

  const fences = fenceCorners(arcs, lines);
  arcs.forEach((arc, index) => {
    if (arc.class === null) return;
    for (const points of splitAt(arc.points, junctions[index]!)) {
      const trimmed = arc.line >= 0 ? points : trimEnds(points, fences);
      if (trimmed !== null) stretches.push({ class: arc.class, line: arc.line, inner: -1, points: trimmed, left: arc.left, right: arc.right });
    }
  });
  return oneNetwork(stretches);
}

function classOf(arc: Arc, lines: readonly DesignLine[], density: readonly number[], industrial: (block: number) => boolean): StreetClass | null {
  if (arc.line >= 0) {
    const { kind } = lines[arc.line]!;
    if (kind === 'autosnelweg') return 'autosnelweg';
    return isBarrier(kind) ? null : kind;
  }
  if (arc.left < 0 || arc.right < 0) return null;
  const built = [arc.left, arc.right].some((block) => density[block]! >= builtPerHectare || industrial(block));
  return built ? 'straat' : 'pad';
}

interface Junction {
  readonly x: number;
  readonly y: number;
  readonly alongMetres: number;
}

const keyOf = (x: number, y: number): string => `${x} ${y}`;
const decimetre = (metres: number): number => Math.round(metres * 10) / 10;

/** Metres of street front per address: terraces in the middle of a kern, gardens at its edge. */
const frontMetres = (addressesPerHectare: number): number => Math.min(40, Math.max(12.5, 42 - 2.6 * addressesPerHectare));

/**
 * Rows of streets through a block, along its length and gently bowed, with a cross street in a long one: as few as give
 * its addresses a front. Each row comes in stretches between its junctions; where a row ends on a street, that street
 * gets a junction.
 */
function innerStreets(
  shape: MultiPolygon, addresses: number, density: number, isIndustrial: boolean, around: readonly { readonly index: number; readonly arc: Bordering }[], junctions: Junction[][], random: Random,
): Float64Array[][] {
  const bow = (random() - 0.5) * 0.16;
  const frontage = around.reduce((sum, { arc }) => sum + (arc.class === 'hoofdweg' || arc.class === 'straat' ? lineLengthMetres(arc.points) : 0), 0);
  const forHomes = (addresses * frontMetres(density) - 0.7 * frontage) / (2 * 0.85);
  const wantedMetres = isIndustrial ? Math.max(forHomes, (areaM2(shape) / 10_000) * industrialMetresPerHectare) : forHomes;
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
    rows = [...lengthways, ...crossways].flatMap((points) => runsInside(Float64Array.from(points.flat()), shape, around));
    if (rows.reduce((sum, run) => sum + lineLengthMetres(run.points), 0) >= wantedMetres) break;
  }
  return joined(rows.map((run) => anchored(run, around, junctions)).filter((points) => points !== null));
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
function runsInside(line: Float64Array, shape: MultiPolygon, around: readonly { readonly index: number; readonly arc: Bordering }[]): Run[] {
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

function cutOut(line: Float64Array, fromMetres: number, toMetres: number): Float64Array {
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

function middleOf(points: Float64Array): [number, number] {
  const half = cutOut(points, 0, lineLengthMetres(points) / 2);
  return [half[half.length - 2]!, half[half.length - 1]!];
}

/** Fixes the ends of a row: on the street it meets, at a junction that is near already, or in a dead end before anything else. */
function anchored(run: Run, around: readonly { readonly index: number; readonly arc: Bordering }[], junctions: Junction[][]): Float64Array | null {
  const deadEndMetres = 30;
  const length = lineLengthMetres(run.points);
  const arcAt = (hit: Hit): Bordering => around.find(({ index }) => index === hit.arc)!.arc;
  const isOpen = (hit: Hit): boolean => ['hoofdweg', 'straat'].includes(arcAt(hit).class ?? '');
  const open = { start: isOpen(run.start), end: isOpen(run.end) };
  if (!open.start && !open.end) return null;
  const from = open.start ? 0 : deadEndMetres;
  const to = open.end ? length : length - deadEndMetres;
  if (to - from < shortestInnerMetres) return null;
  const points = straightened(cutOut(run.points, from, to), 0.6).map(decimetre);
  const meet = (hit: Hit, at: number): void => {
    const { points: border } = arcAt(hit);
    const total = lineLengthMetres(border);
    const last = border.length - 2;
    const own = junctions[hit.arc]!;
    const known =
      hit.alongArcMetres < sameJunctionMetres ? { x: border[0]!, y: border[1]! }
      : total - hit.alongArcMetres < sameJunctionMetres ? { x: border[last]!, y: border[last + 1]! }
      : own.find((junction) => Math.abs(junction.alongMetres - hit.alongArcMetres) < sameJunctionMetres);
    const junction = known ?? { x: decimetre(hit.x), y: decimetre(hit.y), alongMetres: hit.alongArcMetres };
    if ('alongMetres' in junction && known === undefined) own.push(junction);
    points[at] = junction.x;
    points[at + 1] = junction.y;
  };
  if (open.start) meet(run.start, 0);
  if (open.end) meet(run.end, points.length - 2);
  return points;
}

/** Cuts the rows of one block where they cross each other, so that they meet in junctions. */
function joined(rows: readonly Float64Array[]): Float64Array[][] {
  const cuts = rows.map((): Junction[] => []);
  for (let a = 0; a < rows.length; a++) {
    for (let b = a + 1; b < rows.length; b++) {
      let alongA = 0;
      for (let i = 2; i < rows[a]!.length; i += 2) {
        const [ax, ay, bx, by] = rows[a]!.slice(i - 2, i + 2) as unknown as [number, number, number, number];
        let alongB = 0;
        for (let j = 2; j < rows[b]!.length; j += 2) {
          const [cx, cy, dx, dy] = rows[b]!.slice(j - 2, j + 2) as unknown as [number, number, number, number];
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

/** The stretches of a line between its junctions. */
function splitAt(line: Float64Array, junctions: readonly Junction[]): Float64Array[] {
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

/** Corners on a barrier that no road crosses, with the distance streets keep from it. */
function fenceCorners(arcs: readonly Bordering[], lines: readonly DesignLine[]): Map<string, number> {
  const fences = new Map<string, number>();
  const crossed = new Set<string>();
  for (const { points, line } of arcs) {
    if (line < 0) continue;
    const { kind } = lines[line]!;
    for (let i = 0; i < points.length; i += 2) {
      const key = keyOf(points[i]!, points[i + 1]!);
      if (isBarrier(kind)) fences.set(key, keepOffMetres[kind]);
      else crossed.add(key);
    }
  }
  for (const key of crossed) fences.delete(key);
  return fences;
}

function trimEnds(points: Float64Array, fences: ReadonlyMap<string, number>): Float64Array | null {
  const length = lineLengthMetres(points);
  const atStart = fences.get(keyOf(points[0]!, points[1]!)) ?? 0;
  const atEnd = fences.get(keyOf(points[points.length - 2]!, points[points.length - 1]!)) ?? 0;
  if (atStart + atEnd === 0) return points;
  return length - atStart - atEnd < 40 ? null : cutOut(points, atStart, length - atEnd).map(decimetre);
}

/** Leaves out paths that lead nowhere and what hangs on no other street; the motorway stays, as nobody lives along it. */
function oneNetwork(stretches: readonly Stretch[]): Stretch[] {
  const endsOf = ({ points }: Stretch): [string, string] => [keyOf(points[0]!, points[1]!), keyOf(points[points.length - 2]!, points[points.length - 1]!)];
  let kept = [...stretches];
  for (;;) {
    const degree = new Map<string, number>();
    for (const stretch of kept) for (const end of endsOf(stretch)) degree.set(end, (degree.get(end) ?? 0) + 1);
    const next = kept.filter((stretch) => stretch.class !== 'pad' || endsOf(stretch).every((end) => degree.get(end)! > 1));
    if (next.length === kept.length) break;
    kept = next;
  }
  const root = new Map<string, string>();
  const find = (node: string): string => {
    let top = node;
    for (let up = root.get(top); up !== undefined && up !== top; up = root.get(top)) top = up;
    root.set(node, top);
    return top;
  };
  for (const stretch of kept) {
    if (stretch.class === 'autosnelweg') continue;
    const [a, b] = endsOf(stretch);
    root.set(find(a), find(b));
  }
  const metres = new Map<string, number>();
  for (const stretch of kept) {
    if (stretch.class === 'autosnelweg') continue;
    const network = find(endsOf(stretch)[0]);
    metres.set(network, (metres.get(network) ?? 0) + lineLengthMetres(stretch.points));
  }
  const main = [...metres].sort((a, b) => b[1] - a[1])[0]![0];
  return kept.filter((stretch) => stretch.class === 'autosnelweg' || find(endsOf(stretch)[0]) === main);
}

